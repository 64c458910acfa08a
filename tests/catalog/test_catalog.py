import pytest

from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Risk


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def test_an_exercise_is_read_in_full(catalog: Catalog) -> None:
    curl = catalog.get("arnold-press-dumbbell")
    assert curl.name == "Arnold Press (Dumbbell)"
    assert curl.mechanic is Mechanic.COMPOUND
    assert curl.load is LoadKind.WEIGHT
    assert curl.failure_risk is Risk.CAUTION
    assert curl.primary == ("front-delts",)
    assert curl.default_reps == (8, 12)
    assert curl.per_hand
    assert not curl.own


@pytest.mark.parametrize(
    ("written", "exercise"),
    [
        ("Bench Press (Barbell)", "bench-press-barbell"),
        ("bench press", "bench-press-barbell"),
        ("  Bench Press ", "bench-press-barbell"),
        ("BB bench", "bench-press-barbell"),
        ("rdl", "romanian-deadlift-barbell"),
        ("Leg Ext", "leg-extension-machine"),
        ("ohp", "overhead-press-barbell"),
        ("Pullups", "pull-up"),
        ("Chin Ups", "chin-up"),
        ("Bulgarian Split Squats", "bulgarian-split-squat-dumbbell"),
        ("Dumbbell Incline Bench Press", "incline-bench-press-dumbbell"),
        ("Leg Press (the old gym)", "leg-press-machine"),
        ("Deadlift - paused at the knee", "deadlift-barbell"),
        ("Squat, Barbell", "squat-barbell"),
        ("Hack Squat", "hack-squat-machine"),
    ],
)
def test_a_written_name_is_resolved(
    catalog: Catalog, written: str, exercise: str
) -> None:
    assert catalog.named(written).id == exercise


@pytest.mark.parametrize(
    "written",
    [
        "",
        "(?)",
        "Grandfather's Barn Lift",
        "Assisted Muscle Up",
        "Zercher Carry",
        "Приветствие",
        "💪",
    ],
)
def test_a_name_that_means_nothing_else_stays_unknown(
    catalog: Catalog, written: str
) -> None:
    assert catalog.named(written) is None


@pytest.mark.parametrize(
    ("app", "exercise"),
    [
        ("hevy", "hack-squat-barbell"),
        ("Hevy", "hack-squat-barbell"),
        ("strong", "hack-squat-machine"),
    ],
)
def test_an_app_may_mean_another_exercise(
    catalog: Catalog, app: str, exercise: str
) -> None:
    assert catalog.named("Hack Squat", app).id == exercise


def test_an_unknown_id_gets_a_readable_name(catalog: Catalog) -> None:
    gone = catalog.get("own-barn-lift")
    assert (gone.id, gone.name, gone.own) == ("own-barn-lift", "Barn Lift", True)
    assert "own-barn-lift" not in catalog
    assert catalog.find("own-barn-lift") is None


@pytest.mark.parametrize("odd", ["", "own-", "-", "💪"])
def test_no_id_is_refused(catalog: Catalog, odd: str) -> None:
    assert catalog.get(odd).id == odd


def test_own_exercises_are_added_and_resolved(catalog: Catalog) -> None:
    lift = Exercise(id="own-barn-lift", name="Barn Lift", aliases=("BL",), own=True)
    extended = catalog.with_own([lift])
    assert extended.get("own-barn-lift") is lift
    assert extended.named("barn lifts").id == "own-barn-lift"
    assert extended.named("bl").id == "own-barn-lift"
    assert extended.named("Hack Squat", "hevy").id == "hack-squat-barbell"
    assert len(extended) == len(catalog) + 1
    assert catalog.named("Barn Lift") is None


def test_an_own_exercise_replaces_one_of_the_same_id(catalog: Catalog) -> None:
    mine = Exercise(id="squat-barbell", name="My Squat", aliases=("Squat",), own=True)
    extended = catalog.with_own([mine])
    assert len(extended) == len(catalog)
    assert extended.get("squat-barbell").name == "My Squat"
    assert extended.named("squat").id == "squat-barbell"


def test_an_own_exercise_wins_the_name(catalog: Catalog) -> None:
    mine = Exercise(id="own-bench", name="Bench Press", own=True)
    assert catalog.with_own([mine]).named("bench press").id == "own-bench"
