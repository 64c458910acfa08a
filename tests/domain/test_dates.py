"""One setting says how days are written and with which day a week begins."""

from contextvars import copy_context
from datetime import date, timedelta

import pytest

from befit_tui.domain.vocabulary import DateForm
from befit_tui.domain.wording import (
    DATES,
    day_words,
    days_ago_words,
    place_in_week,
    short_day_words,
    week_days,
)

SUNDAY = date(2026, 11, 22)


def written(form: DateForm) -> tuple[str, str, str, int]:
    """What a program writes that has set the form for itself."""
    DATES.set(form)
    assert week_days()[place_in_week(SUNDAY)] == "Sun"
    return (
        day_words(SUNDAY),
        short_day_words(SUNDAY),
        week_days()[0],
        place_in_week(SUNDAY),
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (DateForm.DAY, ("Sun 22 Nov 2026", "22 Nov", "Mon", 6)),
        (DateForm.MONTH, ("Sun Nov 22 2026", "Nov 22", "Sun", 0)),
    ],
)
def test_a_day_is_written_as_the_setting_says(
    form: DateForm, expected: tuple[str, str, str, int]
) -> None:
    assert copy_context().run(written, form) == expected


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (9, "9 days ago"),
        (400, "13 months ago"),
        (-1, "today"),  # done on the other side of the date line
        (-90, "in 3 months"),
    ],
)
def test_how_long_ago_a_day_was(days: int, words: str) -> None:
    assert days_ago_words(SUNDAY - timedelta(days=days), SUNDAY) == words


def test_what_one_program_sets_is_nobody_elses() -> None:
    copy_context().run(written, DateForm.MONTH)
    assert day_words(SUNDAY) == "Sun 22 Nov 2026"
