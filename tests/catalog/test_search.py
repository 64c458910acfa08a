import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.catalog.search import Match, search
from befit_tui.domain.exercise import Exercise

CATALOG = load_catalog()


def first(query: str, **options: object) -> str:
    found = search(CATALOG, query, **options)  # type: ignore[arg-type]
    return found[0].exercise_id if found else ""


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("bench press", "bench-press-barbell"),
        ("incl db press", "incline-bench-press-dumbbell"),
        ("press db incl", "incline-bench-press-dumbbell"),
        ("bb bench", "bench-press-barbell"),
        ("rdl", "romanian-deadlift-barbell"),
        ("rdl db", "romanian-deadlift-dumbbell"),
        ("ohp", "overhead-press-barbell"),
        ("bp", "bench-press-barbell"),
        ("pull u", "pull-up"),
        ("pullu", "pull-up"),
        ("pull-ups", "pull-up"),
        ("bulg smith", "bulgarian-split-squat-smith-machine"),
        ("SKUL", "skullcrusher-ez-bar"),
        ("t bar", "t-bar-row-barbell"),
        ("de", "deadlift-barbell"),
        ("leg ext", "leg-extension-machine"),
    ],
)
def test_a_few_letters_find_the_lift(typed: str, exercise: str) -> None:
    assert first(typed) == exercise


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("curl ham", "hammer-curl-dumbbell"),
        ("curl ham", "lying-leg-curl-machine"),
        ("press chest", "chest-press-machine"),
        ("delt fly", "reverse-fly-machine"),
    ],
)
def test_words_in_any_order_list_every_meaning(typed: str, exercise: str) -> None:
    assert exercise in [match.exercise_id for match in search(CATALOG, typed)]


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("romainan", "romanian-deadlift-barbell"),
        ("romai", "romanian-deadlift-barbell"),
        ("dedlift", "deadlift-barbell"),
        ("sqaut", "squat-barbell"),
        ("bench pres dumbel", "bench-press-dumbbell"),
        ("nench press", "bench-press-barbell"),
    ],
)
def test_a_misspelt_word_is_forgiven(typed: str, exercise: str) -> None:
    assert exercise in [match.exercise_id for match in search(CATALOG, typed)][:4]


def test_nothing_is_found_for_what_resembles_nothing() -> None:
    assert search(CATALOG, "xqj wvk") == []


def test_the_alias_that_matched_is_named() -> None:
    found = search(CATALOG, "echo bike")[0]
    assert found == Match("air-bike", "Air Bike", "Echo Bike")


def test_recent_exercises_come_first_among_equals() -> None:
    recent = ["front-squat-barbell", "leg-press-machine"]
    assert first("press", recent=recent) == "leg-press-machine"
    assert first("", recent=recent) == "front-squat-barbell"
    assert [m.exercise_id for m in search(CATALOG, " ", recent=recent)][:2] == recent


def test_an_exact_name_beats_a_recent_one() -> None:
    assert first("squat", recent=["front-squat-barbell"]) == "squat-barbell"


def test_each_exercise_is_listed_once_up_to_the_limit() -> None:
    assert len(search(CATALOG, "press", limit=5)) == 5
    everything = [match.exercise_id for match in search(CATALOG, "", limit=1000)]
    assert sorted(everything) == sorted(exercise.id for exercise in CATALOG)


def test_own_exercises_are_found() -> None:
    own = Exercise(id="own-barn-lift", name="Barn Lift", aliases=("BL",), own=True)
    found = search(CATALOG.with_own([own]), "lift barn")
    assert found[0] == Match("own-barn-lift", "Barn Lift")


def test_an_empty_catalogue_finds_nothing() -> None:
    assert search(Catalog(()), "squat") == []


@given(st.text(max_size=12))
def test_any_text_can_be_searched(typed: str) -> None:
    assert all(match.exercise_id in CATALOG for match in search(CATALOG, typed))
