"""Times inside a workout never run backwards, and a jump of the clock is named."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.domain.moments import end_of, moment_in

LAST = MONDAY + timedelta(minutes=10)
OPEN = workout(entry("bench", done(80, 8, at=LAST)), ended_at=None)
NO_TIME, LAST_TIME = None, timedelta(0)


@pytest.mark.parametrize(
    ("jump", "kept", "told"),
    [
        (timedelta(minutes=3), timedelta(minutes=3), ""),
        (timedelta(hours=24), timedelta(hours=24), ""),
        (timedelta(hours=24, seconds=1), NO_TIME, "jumped from"),
        (timedelta(days=26_000), NO_TIME, "jumped from"),
        (timedelta(minutes=-2), LAST_TIME, ""),
        (timedelta(minutes=-3), LAST_TIME, "went back from"),
        (timedelta(days=-20_000), LAST_TIME, "went back from"),
    ],
)
def test_what_is_logged_after_a_jump_has_a_time_that_can_be_or_none(jump, kept, told):
    moment, said = moment_in(OPEN, LAST + jump)
    assert moment == (None if kept is None else LAST + kept)
    assert told in said
    assert bool(said) == bool(told)
    end, _ = end_of(OPEN, LAST + jump)
    assert end == (moment or LAST)
