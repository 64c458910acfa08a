"""Calls of reps left, checked by the set to failure that follows."""

import pytest
from builders import done, entry, workout

from befit_tui.analysis.meter.calibration import (
    Check,
    bias,
    calibration_words,
    checks_of,
)
from befit_tui.domain.vocabulary import End
from befit_tui.domain.workout import LoggedSet

CALLED = done(60, 8, left=2)
FAILED = done(60, 9, end=End.TECHNICAL)


def test_a_call_is_checked_by_the_next_set_to_failure() -> None:
    """8 with 2 called; 9 to failure, and the first set itself cost half a rep."""
    [check] = checks_of(workout(entry("row", CALLED, FAILED)))
    assert check.called == 2
    assert check.actual == pytest.approx(1.5, abs=0.1)
    assert check.error == check.called - check.actual


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
    ("errors", "off", "words"),
    [
        ([-2, -2, -2], None, ""),
        ([-2] * 4, -1, "expect 1.0 more than you call (4 sets)"),
        ([3] * 12, 2.25, "expect 2.2 fewer than you call (12 sets)"),
        ([0.5, -0.5] * 3, 0, "your calls are right to within half a rep (6 sets)"),
    ],
)
def test_bias_is_said_from_four_checks_on(
    errors: list[float], off: float | None, words: str
) -> None:
    found = tuple(Check("row", 3 + error, 3) for error in errors)
    assert bias(found) == off
    assert calibration_words(found).startswith(words)
    assert bool(calibration_words(found)) is bool(words)
