"""Every exercise of the catalogue keeps to the vocabulary and the risk rules."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from catalog.risk_rules import EXCEPTIONS, expected_risk, rule_for

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.names import equipment_named, normal
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import LoadKind, Risk

CATALOG = load_catalog()
EXERCISES = tuple(CATALOG)

EQUIPMENT_TAGS = {
    "band": {"Band"},
    "barbell": {"Barbell"},
    "bodyweight": {None, "Bodyweight", "Captain's Chair"},
    "cable": {"Cable"},
    "dumbbell": {"Dumbbell"},
    "ez-bar": {"EZ Bar"},
    "kettlebell": {"Kettlebell"},
    "machine": {"Machine"},
    "other": {None, "Plate", "Rings", "Stability Ball"},
    "smith": {"Smith Machine"},
    "trap-bar": {"Trap Bar"},
}


def words(text: str) -> set[str]:
    return set(text.split())


MUSCLES = words(
    """chest front-delts side-delts rear-delts lats upper-back traps biceps triceps
        forearms abs obliques lower-back glutes quads hamstrings adductors abductors
        calves neck"""
)
PATTERNS = words(
    """squat hinge lunge hip-extension knee-extension knee-flexion hip-abduction
        hip-adduction calf back-extension horizontal-push vertical-push dip chest-fly
        horizontal-pull vertical-pull shoulder-extension shoulder-raise rear-delt-fly
        upright-row shrug shoulder-rotation elbow-flexion elbow-extension wrist hang
        core neck carry olympic get-up plyometric cardio mobility"""
)
REASONS = {"spinal-load", "balance", "bar-over-body", "olympic", "none"}
ATTACHMENTS = {"Reverse Grip Triceps Pushdown (EZ Bar)", "EZ Bar Cable Curl"}
"""Aliases whose equipment is a handle, not what carries the load."""


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")


def muscles(exercise: Exercise) -> list[str]:
    return [*exercise.primary, *exercise.secondary]


def risk(exercise: Exercise) -> tuple[Risk, str]:
    return exercise.failure_risk, exercise.risk_reason


def offenders(fine: Callable[[Exercise], object]) -> list[str]:
    """The exercises of which a statement does not hold."""
    return [exercise.id for exercise in EXERCISES if not fine(exercise)]


def test_ids_and_names_are_unique() -> None:
    assert len(EXERCISES) == 400
    assert max(Counter(e.id for e in EXERCISES).values()) == 1
    assert max(Counter(normal(e.name) for e in EXERCISES).values()) == 1


def test_no_name_belongs_to_two_exercises() -> None:
    owners: dict[str, set[str]] = {}
    for exercise in EXERCISES:
        for name in (exercise.name, *exercise.aliases):
            owners.setdefault(normal(name), set()).add(exercise.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_an_exercise_uses_the_vocabulary() -> None:
    assert {e.equipment for e in EXERCISES} == set(EQUIPMENT_TAGS)
    assert {e.pattern for e in EXERCISES} <= PATTERNS
    assert {e.risk_reason for e in EXERCISES} == REASONS
    assert {muscle for e in EXERCISES for muscle in muscles(e)} == MUSCLES


def test_an_id_is_the_slug_of_the_name() -> None:
    assert offenders(lambda e: e.id == slug(e.name)) == []


def test_aliases_are_tidy_and_said_once() -> None:
    assert offenders(lambda e: all(a and a == a.strip() for a in e.aliases)) == []
    assert (
        offenders(
            lambda e: (
                len({a.casefold() for a in (e.name, *e.aliases)}) == 1 + len(e.aliases)
            )
        )
        == []
    )


def test_a_muscle_is_named_once_and_one_is_primary() -> None:
    assert offenders(lambda e: len(muscles(e)) == len(set(muscles(e)))) == []
    assert offenders(lambda e: e.primary or e.pattern == "mobility") == []


def test_a_name_ends_in_its_equipment() -> None:
    def fine(exercise: Exercise) -> bool:
        tag = re.search(r"\(([^)]*)\)$", exercise.name)
        if exercise.load is LoadKind.ASSISTED and tag and tag[1] == "Assisted":
            return True
        if exercise.pattern == "cardio":
            return True
        return (tag[1] if tag else None) in EQUIPMENT_TAGS[exercise.equipment]

    assert offenders(fine) == []


def test_one_side_at_a_time_is_said() -> None:
    def fine(exercise: Exercise) -> bool:
        one_sided = re.search("Single (Arm|Leg)", exercise.name)
        return exercise.unilateral or not (one_sided or exercise.pattern == "lunge")

    assert offenders(fine) == []


def test_two_implements_are_hand_held() -> None:
    hand_held = {"dumbbell", "kettlebell", "cable"}
    assert offenders(lambda e: not e.per_hand or e.equipment in hand_held) == []


def test_timed_and_distance_work_has_no_reps() -> None:
    timed = (LoadKind.DURATION, LoadKind.DISTANCE)
    assert offenders(lambda e: (e.default_reps is None) == (e.load in timed)) == []


def test_defaults_are_sensible() -> None:
    for exercise in EXERCISES:
        low, high = exercise.default_reps or (1, 1)
        assert 1 <= low <= high <= 50, exercise.id
        assert exercise.default_rest_s in range(30, 301, 15), exercise.id
        assert 0 <= exercise.increment_kg <= 5, exercise.id


def test_only_bands_among_loaded_lifts_have_no_step() -> None:
    for exercise in EXERCISES:
        if exercise.load is LoadKind.WEIGHT:
            assert (exercise.increment_kg > 0) == (exercise.equipment != "band")


@pytest.mark.parametrize(
    ("load", "equipment"),
    [
        (LoadKind.ASSISTED, {"machine", "band"}),
        (LoadKind.BODYWEIGHT_PLUS, {"bodyweight", "other"}),
        (LoadKind.REPS_ONLY, {"bodyweight", "other"}),
    ],
)
def test_a_load_kind_goes_with_its_equipment(
    load: LoadKind, equipment: set[str]
) -> None:
    assert offenders(lambda e: e.load is not load or e.equipment in equipment) == []


def test_the_risk_follows_from_the_rules() -> None:
    assert offenders(lambda e: risk(e) == expected_risk(e)) == []


def test_a_risk_has_a_reason() -> None:
    assert offenders(lambda e: (risk(e)[0] is Risk.GOOD) == (risk(e)[1] == "none")) == (
        []
    )


@pytest.mark.parametrize("exercise_id", EXCEPTIONS)
def test_an_exception_changes_something(exercise_id: str) -> None:
    assert exercise_id in CATALOG
    departure = EXCEPTIONS[exercise_id]
    assert rule_for(CATALOG.get(exercise_id)) != (departure.risk, departure.reason)


def test_an_alias_never_makes_a_riskier_lift_look_safer() -> None:
    order = list(Risk)

    def safe(exercise: Exercise, alias: str) -> bool:
        named = set(equipment_named(alias))
        guided = "smith" in named and exercise.equipment == "machine"
        if exercise.equipment in named or guided:
            return True
        variants = [replace(exercise, equipment=tool) for tool in named]
        limit = order.index(exercise.failure_risk)
        return all(order.index(rule_for(variant)[0]) <= limit for variant in variants)

    assert offenders(lambda e: all(safe(e, a) for a in {*e.aliases} - ATTACHMENTS)) == (
        []
    )


PUSH_PULL_OR_LEG = {
    "horizontal-push",
    "vertical-push",
    "horizontal-pull",
    "vertical-pull",
    "knee-extension",
    "knee-flexion",
}


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        (
            "cable exercises",
            lambda e: e.equipment == "cable" and e.pattern != "hinge",
        ),
        (
            "machine presses, rows, leg extensions and curls",
            lambda e: e.equipment == "machine" and e.pattern in PUSH_PULL_OR_LEG,
        ),
        (
            "dumbbell isolation",
            lambda e: (
                e.equipment == "dumbbell"
                and not e.is_compound
                and e.id not in EXCEPTIONS
            ),
        ),
    ],
)
def test_the_article_allows_failure(
    what: str, meant: Callable[[Exercise], bool]
) -> None:
    chosen = [e for e in EXERCISES if meant(e)]
    assert {e.failure_risk for e in chosen} == {Risk.GOOD}, what


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        ("squats", lambda e: e.equipment == "barbell" and e.pattern == "squat"),
        (
            "deadlifts and hinges",
            lambda e: e.equipment in {"barbell", "trap-bar"} and e.pattern == "hinge",
        ),
        ("olympic lifts", lambda e: e.pattern == "olympic"),
        (
            "overhead presses",
            lambda e: (
                e.equipment == "barbell"
                and e.pattern == "vertical-push"
                and "landmine" not in e.id
            ),
        ),
    ],
)
def test_the_article_warns_of_failure(
    what: str, meant: Callable[[Exercise], bool]
) -> None:
    chosen = [e for e in EXERCISES if meant(e)]
    assert {e.failure_risk for e in chosen} == {Risk.AVOID}, what
