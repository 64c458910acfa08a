"""What a written name is taken for: never for a lift that it may not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.catalog.meaning import How, name_key, own_id
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Library
from befit_tui.domain.vocabulary import Risk

CATALOG = load_catalog()


@pytest.mark.parametrize(
    ("written", "exercise", "how"),
    [
        ("Bench Press (Barbell)", "bench-press-barbell", How.NAME),
        ("bench press", "bench-press-barbell", How.ALIAS),
        ("BB-Benches", "bench-press-barbell", How.SPELLING),
        ("DB Row One Arm", "row-single-arm-dumbbell", How.ORDER),
        ("Weighted Sit-ups", "sit-up", How.SPELLING),
        ("Pull Up Weighted", "pull-up", How.SPELLING),
        ("Lat Pulldown (Cable Machine)", "lat-pulldown-cable", How.SPELLING),
        ("Supino Reto (Barra)", "bench-press-barbell", How.LANGUAGE),
        ("BenchPress", "bench-press-barbell", How.SPELLING),
        ("RomanianDeadlift (Barbell)", "romanian-deadlift-barbell", How.SPELLING),
        ("LatPulldown", "lat-pulldown-cable", How.SPELLING),
        ("Bnech Press", "bench-press-barbell", How.SLIP),
        ("Legpres", "leg-press-machine", How.SLIP),
        ("Squat Barbel", "squat-barbell", How.SLIP),
    ],
)
def test_a_known_lift_is_known_by_many_names(
    written: str, exercise: str, how: How
) -> None:
    meaning = CATALOG.meaning(written)
    assert (meaning.exercise.id, meaning.how) == (exercise, how)


@pytest.mark.parametrize(
    ("written", "like", "risk"),
    [
        # An unknown word in brackets may be another piece of equipment.
        ("Romanian Deadlift (Freemotion)", "romanian-deadlift-barbell", None),
        ("Bench Press (Kettlebell)", "bench-press-barbell", None),
        ("Squat (blue thing)", "squat-barbell", None),
        ("Leg Press (the old gym)", "leg-press-machine", Risk.GOOD),
        ("Leg Press Technogym", "leg-press-machine", Risk.GOOD),
        ("Squat (Barbell) - old gym", "squat-barbell", Risk.AVOID),
        # How it is done, and with which side.
        ("Chest Fly - Single Arm", "chest-fly-machine", Risk.GOOD),
        ("Squat - Speed", "squat-barbell", Risk.AVOID),
        ("Tempo Squat", "squat-barbell", Risk.AVOID),
        ("Supinated Seated Row", "seated-row-cable", Risk.GOOD),
        ("Row - Underhand", "bent-over-row-barbell", Risk.CAUTION),
        # What the catalogue lists as a form of another.
        ("Seated Calf Raise (Plate Loaded)", "seated-calf-raise-machine", Risk.GOOD),
        ("Superman Hold", "superman", Risk.GOOD),
        ("Shrug (Trap Bar)", "shrug-barbell", Risk.CAUTION),
        ("Hack Squat, Smith Machine", "hack-squat-machine", Risk.CAUTION),
        ("Hollow Rocks", "hollow-hold", Risk.GOOD),
        ("Snatch Balance", "press-under-barbell", Risk.AVOID),
        # A translated name that leaves open what it is done with.
        ("Rosca Direta", "bicep-curl-dumbbell", Risk.GOOD),
        ("Schulterdrücken", "seated-overhead-press-dumbbell", None),
    ],
)
def test_a_form_of_a_lift_is_a_lift_of_its_own(
    written: str, like: str, risk: Risk | None
) -> None:
    meaning = CATALOG.meaning(written)
    own, kin = meaning.exercise, CATALOG.get(like)
    assert (meaning.how, meaning.like, own.name) == (How.LIKE, kin, written)
    assert own.own
    assert (own.primary, own.pattern) == (kin.primary, kin.pattern)
    assert own.failure_risk is risk


@pytest.mark.parametrize(
    "written",
    ["Zigzag press of mine", "Tricep Push Ul", "Assisted Muscle Up", "💪", "", "(?)"],
)
def test_of_an_unknown_lift_nothing_is_said(written: str) -> None:
    meaning = CATALOG.meaning(written)
    own = meaning.exercise
    assert meaning.how is How.UNKNOWN
    assert (own.primary, own.failure_risk) == ((), None)
    assert not own.is_known
    assert not own.is_compound


def test_one_side_is_counted_by_side() -> None:
    assert CATALOG.meaning("Chest Fly - Single Arm").exercise.unilateral


@pytest.mark.parametrize(
    "names",
    [
        ("バイク", "ハイク", "パイク"),
        ("Press Å", "Press A", "Press Ä"),
        ("Press (A)", "Press A"),
        ("Zwurl 💪", "Zwurl"),
        ("Mein Zug", "Mein-Zug"),
        ("Push Up", "Push Up +"),
        ("किक", "कक"),
    ],
)
def test_names_that_differ_are_lifts_that_differ(names: tuple[str, ...]) -> None:
    found = {CATALOG.meaning(name).exercise.id for name in names}
    assert len(found) == len(names)


@given(st.text(max_size=12), st.text(max_size=12))
def test_own_ids_are_equal_only_for_equal_names(one: str, other: str) -> None:
    assert (own_id(one) == own_id(other)) == (name_key(one) == name_key(other))


def test_no_form_has_the_words_of_a_name() -> None:
    hidden = [
        name
        for exercise in CATALOG
        for name in (exercise.name, *exercise.aliases)
        if CATALOG.meaning(f" {name.upper()}  ").exercise.id != exercise.id
    ]
    assert hidden == []


def test_what_the_lifter_chose_comes_first() -> None:
    match = {"id": "Zigzag Press", "exercise": "bench-press-dumbbell"}
    chosen = CATALOG.with_library(Library(matches=(match,)))
    meaning = chosen.meaning("zigzag press")
    assert (meaning.exercise.id, meaning.how) == ("bench-press-dumbbell", How.CHOSEN)


def test_a_choice_of_a_lift_that_is_gone_counts_for_nothing() -> None:
    match = {"id": "Bench", "exercise": "own-gone"}
    chosen = CATALOG.with_library(Library(matches=(match,)))
    assert chosen.meaning("Bench").exercise.id == "bench-press-barbell"


def test_an_own_lift_is_met_again_by_its_name_alone() -> None:
    mine = Catalog([Exercise(id="own-ハイク", name="ハイク", own=True)])
    assert mine.meaning("ハイク").how is How.NAME
    assert mine.meaning("バイク").how is How.UNKNOWN


@pytest.mark.parametrize("written", ["Zike", "Towed", "Presse", "Sack Sqaut", "Gizmo"])
def test_a_name_that_is_no_slip_for_one_lift_stays_its_own(written: str) -> None:
    assert CATALOG.meaning(written).how is How.UNKNOWN


def test_a_likely_slip_names_no_lift_for_what_writes() -> None:
    assert CATALOG.named("bnech press") is None
    assert CATALOG.named("benchpress") == CATALOG.get("bench-press-barbell")
