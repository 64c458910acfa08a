from datetime import datetime, timedelta, timezone

import pytest

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.day_entry import parse_day, parse_times

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 23, 18, 42, 30, tzinfo=ZONE)
"""A Monday."""


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("today", "2026-11-23 18:42"),
        ("yesterday", "2026-11-22 18:42"),
        ("-2", "2026-11-21 18:42"),
        ("mon", "2026-11-16 18:42"),
        ("Sunday", "2026-11-22 18:42"),
        ("we", "2026-11-18 18:42"),
        ("tue 7:05", "2026-11-17 07:05"),
        ("2026-02-28", "2026-02-28 18:42"),
        ("2026-02-28  06:30", "2026-02-28 06:30"),
        ("today 9.15", "2026-11-23 09:15"),
    ],
)
def test_a_day_is_read_as_people_say_it(typed, moment):
    found = parse_day(typed, NOW)
    assert f"{found:%Y-%m-%d %H:%M}" == moment
    assert found.tzinfo is ZONE


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the day"),
        ("18:30", "18:30 is no day"),
        ("someday", "someday is no day"),
        ("m", "m is no day"),
        ("2026-02-30", "There is no day 2026-02-30"),
        ("2027-01-01", "lies ahead"),
        ("today 20:00", "lies ahead"),
        ("-9999", "more than ten years ago"),
    ],
)
def test_what_is_no_day_that_was_is_refused(typed, sentence):
    with pytest.raises(EntryError, match=sentence):
        parse_day(typed, NOW)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("17:45", "17:45", None),
        ("16:02-17:04", "16:02", "17:04"),
        (" 9.05 to 10.10 ", "09:05", "10:10"),
    ],
)
def test_times_are_of_the_day_the_workout_started(typed, start, end):
    found, ended = parse_times(typed, NOW, NOW)
    assert f"{found:%d %H:%M}" == f"23 {start}"
    assert (f"{ended:%H:%M}" if ended else None) == end


def test_an_end_before_the_start_is_after_midnight():
    late = NOW - timedelta(days=1)
    start, end = parse_times("23:30-0:40", late, NOW)
    assert end - start == timedelta(minutes=70)
    assert end.day == 23


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type when it started"),
        ("25:00", "Type when it started"),
        ("18:02-19:04", "lies ahead"),
        ("4:00-17:00", "12 hours at most"),
    ],
)
def test_times_that_cannot_be_are_refused(typed, sentence):
    with pytest.raises(EntryError, match=sentence):
        parse_times(typed, NOW, NOW)
