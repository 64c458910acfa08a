"""When the meter asks whether a load is of one hand, of two, or in another unit."""

import pytest
from builders import done, entry, workout

from befit_tui.analysis.lift.sessions import session_of
from befit_tui.analysis.meter.doubled import question, tops
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind, Phase

CURL = Exercise(id="curl", name="Curl")
DIP = Exercise(id="curl", name="Assisted Dip", load=LoadKind.ASSISTED)


def asked(
    sets: list[tuple[float, int]],
    kg: float | None = None,
    exercise: Exercise = CURL,
    easy: int | None = None,
) -> str:
    """The question about a top set a session; session ``easy`` is a deload."""
    past = [
        workout(
            entry("curl", done(load * 0.8, 12), done(load, reps)),
            day=3 * number,
            phase=Phase.DELOAD if number == easy else None,
        )
        for number, (load, reps) in enumerate(sets)
    ]
    return question(tops([session_of(each, exercise, ()) for each in past]), kg)


@pytest.mark.parametrize(
    ("sets", "word"),
    [
        ([(15, 10), (15, 11), (30, 10)], "doubled"),
        ([(20, 8), (20, 8), (44, 8), (46, 8)], "doubled"),
        ([(30, 10), (30, 10), (15, 10), (15, 10), (15, 11)], "halved"),
        ([(30, 10), (30, 10), (15, 10)], ""),
        ([(15, 10), (15, 10), (30, 5)], ""),
        ([(15, 10), (20, 9), (25, 9), (30, 9)], ""),
        ([(30, 8), (15, 10), (30, 8)], ""),
        ([(2, 15), (4, 15)], ""),
        ([(10, 10), (40, 10)], ""),
        ([(15, 10)] * 3 + [(30, 10)] * 12, ""),
        ([(15, 10), (30, 10), (30, 10)], ""),
        ([(30, 10)], ""),
        ([], ""),
    ],
    ids=[
        "both hands", "pounds", "one hand", "perhaps an easy week", "a heavy day",
        "progress", "a light day", "the next little bell", "another lift", "long ago",
        "a first trial", "one session", "nothing",
    ],
)  # fmt: skip
def test_a_jump_that_stays_is_asked_about(sets, word) -> None:
    said = asked(sets)
    assert word in said
    assert bool(said) is bool(word)
    assert not said or said.endswith("one hand or two, or another unit?")


def test_twice_the_load_is_asked_about_before_it_is_lifted() -> None:
    assert asked([(15, 10), (17.5, 9)], 35).startswith("twice the loads so far")
    assert asked([(15, 10), (17.5, 9)], 22.5) == ""


def test_neither_a_deload_nor_assistance_is_a_jump() -> None:
    sets = [(15.0, 10), (15.0, 10), (30.0, 10)]
    assert asked(sets) != ""
    assert asked(sets, easy=0) == ""
    assert asked(sets, exercise=DIP) == ""
