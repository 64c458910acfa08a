"""Which routine comes next: the one of its programme that waited longest."""

import pytest
from builders import done, entry, workout

from befit_tui.domain.history import History
from befit_tui.domain.routine import Routine
from befit_tui.logbook.planning.routines import in_turn, turn_words

PPL = [Routine(id=n, name=n, programme="PPL") for n in ("Push", "Pull", "Legs")]
OWN = [Routine(id="Arms", name="Arms")]


def trained(*names):
    """A workout of each name, a day apart."""
    bench = entry("bench-press-barbell", done(80, 8))
    return History(workout(bench, name=name, day=day) for day, name in enumerate(names))


@pytest.mark.parametrize(
    ("names", "order"),
    [
        ([], ["Push*", "Arms*", "Pull", "Legs"]),
        (["Push"], ["Pull*", "Arms*", "Legs", "Push"]),
        (["Push", "Pull"], ["Legs*", "Arms*", "Push", "Pull"]),
        (["Push", "Pull", "Legs"], ["Push*", "Arms*", "Pull", "Legs"]),
        (["Push", "Push", "Pull"], ["Legs*", "Arms*", "Push", "Pull"]),
        (["Legs", "  push "], ["Pull*", "Arms*", "Legs", "Push"]),
        (["Push", "Arms"], ["Arms*", "Pull*", "Legs", "Push"]),
        (["Something else"], ["Push*", "Arms*", "Pull", "Legs"]),
    ],
)
def test_the_one_that_waited_longest_is_next_in_each_programme(names, order):
    turns = in_turn([*PPL, *OWN], trained(*names))
    assert [turn.routine.name + "*" * turn.is_next for turn in turns] == order


def test_a_turn_in_words():
    push, arms = in_turn([PPL[0], *OWN], trained("Push"))
    today = trained("Push").newest_first().__next__().started_at.date()
    assert turn_words(push, today) == "next · PPL · today · 0 exercises"
    assert turn_words(arms, today) == "next · not done yet · 0 exercises"


def test_without_routines_there_is_no_turn():
    assert in_turn([], trained("Push")) == ()
