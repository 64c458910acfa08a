"""One setting says how days are written and with which day a week begins."""

from collections.abc import Iterator
from datetime import date

import pytest

from befit_tui.domain.vocabulary import DateForm
from befit_tui.domain.wording import (
    day_words,
    place_in_week,
    short_day_words,
    week_days,
    write_dates,
)

SUNDAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    write_dates(DateForm.DAY)


@pytest.mark.parametrize(
    ("form", "long", "short", "first", "place"),
    [
        (DateForm.DAY, "Sun 22 Nov 2026", "22 Nov", "Mon", 6),
        (DateForm.MONTH, "Sun Nov 22 2026", "Nov 22", "Sun", 0),
    ],
)
def test_a_day_is_written_as_the_setting_says(
    form: DateForm, long: str, short: str, first: str, place: int
) -> None:
    write_dates(form)
    assert (day_words(SUNDAY), short_day_words(SUNDAY)) == (long, short)
    assert (week_days()[0], place_in_week(SUNDAY)) == (first, place)
    assert week_days()[place_in_week(SUNDAY)] == "Sun"
