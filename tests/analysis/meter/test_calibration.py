"""Calls of reps left, checked by the set to failure that follows."""

import pytest
from builders import done, entry, workout

from befit_tui.analysis.meter.calibration import Check, calibration_words, checks_of
from befit_tui.domain.vocabulary import End
from befit_tui.domain.workout import LoggedSet

CALLED = done(60, 8, left=2)
FAILED = done(60, 9, end=End.TECHNICAL)


def test_a_call_is_checked_by_the_next_set_to_failure() -> None:
    """8 with 2 called; 9 to failure, and the first set itself cost half a rep."""
    [check] = checks_of(workout(entry("row", CALLED, FAILED)))
    assert check.called == 2
    assert check.actual == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize(
    "sets",
    [
        (CALLED,),
        (FAILED, FAILED),
        (CALLED, done(60, 9, left=0)),
        (CALLED, done(55, 9, end=End.TECHNICAL)),
        (done(60, 8), FAILED),
    ],
    ids=["alone", "no call", "no failure", "other load", "not rated"],
)
def test_what_checks_nothing(sets: tuple[LoggedSet, ...]) -> None:
    assert not list(checks_of(workout(entry("row", *sets))))


@pytest.mark.parametrize(
    ("errors", "words"),
    [
        ([-2] * 4, "expect 1.0 more than you call (4 sets)"),
        ([3] * 12, "expect 2.2 fewer than you call (12 sets)"),
        ([0.5, -0.5] * 3, "your calls are right to within half a rep (6 sets)"),
    ],
)
def test_few_checks_are_drawn_towards_no_error(errors: list[float], words: str) -> None:
    assert calibration_words([Check(3 + error, 3) for error in errors]) == words
