"""Two names of a file are one lift only where they mean the same."""

from datetime import datetime

import pytest

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.meaning import How
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.transfer.names import Match, exercises_named
from befit_tui.transfer.rows import Row

CATALOG = load_catalog()
DAY = datetime.fromisoformat("2025-03-04T18:00")


def named(*rows: tuple[str, dict[str, float]]) -> dict[str, Match]:
    return exercises_named(
        [
            Row(line=line, started_at=DAY, exercise=name, **held)  # type: ignore[arg-type]
            for line, (name, held) in enumerate(rows, 2)
        ],
        "strong",
        CATALOG.meaning,
    )


REPS, LOADED, TIMED = {"reps": 8}, {"reps": 8, "load": 10}, {"seconds": 30}


@pytest.mark.parametrize(
    ("name", "held", "exercise", "load"),
    [
        ("V Up", REPS, "v-up", LoadKind.REPS_ONLY),
        ("V Up", LOADED, "own-v-up-weighted-", LoadKind.BODYWEIGHT_PLUS),
        ("Weighted V Up", LOADED, "own-weighted-v-up", LoadKind.BODYWEIGHT_PLUS),
        ("Sit Up (Weighted)", LOADED, "sit-up", LoadKind.BODYWEIGHT_PLUS),
        ("Superman", TIMED, "own-superman-timed-", LoadKind.DURATION),
        ("Superman Hold", TIMED, "own-superman-hold", LoadKind.DURATION),
        ("Plank", TIMED, "plank", LoadKind.DURATION),
        ("Rowing (Machine)", LOADED, "own-rowing-machine-", LoadKind.WEIGHT),
        ("Rowing (Machine)", TIMED, "rowing-machine", LoadKind.DISTANCE),
        ("Zigzag", TIMED, "own-zigzag", LoadKind.DURATION),
    ],
)
def test_a_lift_is_measured_by_what_its_sets_hold(
    name: str, held: dict[str, float], exercise: str, load: LoadKind
) -> None:
    found = named((name, held))[name].meaning.exercise
    assert found.id.startswith(exercise)
    assert found.load is load


def test_one_set_with_a_load_does_not_make_another_lift() -> None:
    found = named(("V Up", REPS), ("V Up", REPS), ("V Up", LOADED))
    assert found["V Up"].meaning.exercise.id == "v-up"


def test_a_vague_name_is_a_lift_of_its_own_beside_the_full_one() -> None:
    alone = named(("Triceps Extension", LOADED))
    assert alone["Triceps Extension"].meaning.exercise.id == "triceps-extension-cable"
    both = named(("Triceps Extension", LOADED), ("Triceps Extension (Cable)", LOADED))
    assert (
        both["Triceps Extension (Cable)"].meaning.exercise.id
        == "triceps-extension-cable"
    )
    match = both["Triceps Extension"]
    assert match.meaning.how is How.LIKE
    assert match.meaning.exercise.primary == ("triceps",)


def test_true_synonyms_stay_one_lift() -> None:
    both = named(("Leg Press", LOADED), ("Leg Press (Machine)", LOADED))
    assert (
        both["Leg Press"].meaning.exercise.id
        == both["Leg Press (Machine)"].meaning.exercise.id
    )


def test_the_written_name_is_kept_where_it_differs() -> None:
    found = named(("Bench", LOADED), ("Bench Press (Barbell)", LOADED))
    assert found["Bench"].written == "Bench"
    assert found["Bench Press (Barbell)"].written is None
