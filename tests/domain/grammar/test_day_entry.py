from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.day_entry import parse_day, parse_times

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 23, 18, 42, 30, tzinfo=ZONE)
"""A Monday."""
BERLIN = ZoneInfo("Europe/Berlin")


def here(wall):
    """What the offset of a time in Berlin is: an hour more in summer."""
    moment = wall.replace(tzinfo=BERLIN)
    return moment.replace(tzinfo=timezone(moment.utcoffset()))


def at(text):
    """A moment as it is kept."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("today", "2026-11-23 18:42"),
        ("yesterday", "2026-11-22 18:42"),
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
    found = parse_day(typed, NOW, here)
    assert f"{found:%Y-%m-%d %H:%M}" == moment
    assert found.utcoffset() == timedelta(hours=1)


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
        ("-2", "-2 is no day"),
        ("0001-01-01", "in no year from 1970"),
    ],
)
def test_what_is_no_day_that_was_is_refused(typed, sentence):
    with pytest.raises(EntryError, match=sentence):
        parse_day(typed, NOW, here)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("17:45", "17:45", None),
        ("16:02-17:04", "16:02", "17:04"),
        (" 9.05 to 10.10 ", "09:05", "10:10"),
    ],
)
def test_times_are_of_the_day_the_workout_started(typed, start, end):
    found, ended = parse_times(typed, (NOW, None), NOW, here)
    assert f"{found:%d %H:%M}" == f"23 {start}"
    assert (f"{ended:%H:%M}" if ended else None) == end


def test_an_end_before_the_start_is_after_midnight():
    late = NOW - timedelta(days=1)
    start, end = parse_times("23:30-0:40", (late, None), NOW, here)
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
        parse_times(typed, (NOW, None), NOW, here)


@pytest.mark.parametrize(
    ("typed", "now", "moment"),
    [
        ("2026-07-15 18:00", "2026-11-27T08:00+01:00", "2026-07-15T18:00+02:00"),
        ("yesterday 18:00", "2026-10-25T20:00+01:00", "2026-10-24T18:00+02:00"),
        ("yesterday", "2027-03-28T09:30+02:00", "2027-03-27T09:30+01:00"),
        # The clock was just put back, from 3 to 2: ten to three was 20 minutes ago.
        ("today 2:50", "2026-10-25T02:10+01:00", "2026-10-25T02:50+02:00"),
    ],
)
def test_a_day_has_the_offset_of_its_own_season(typed, now, moment):
    found = parse_day(typed, at(now), here)
    assert found.isoformat(timespec="minutes") == moment


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("18:00-19:00", "2026-07-15T18:00+02:00", "2026-07-15T19:00+02:00"),
        # What is typed as it stood is left as it stood.
        ("07:30-08:45", "2026-07-15T07:30:20+02:00", "2026-07-15T08:45:50+02:00"),
        ("07:00-08:45", "2026-07-15T07:00+02:00", "2026-07-15T08:45:50+02:00"),
    ],
)
def test_times_are_corrected_to_the_minute(typed, start, end):
    stood = at("2026-07-15T07:30:20+02:00"), at("2026-07-15T08:45:50+02:00")
    assert parse_times(typed, stood, NOW, here) == (at(start), at(end))


@pytest.mark.parametrize(
    ("stood", "typed", "minutes"),
    [
        ("2026-10-25T00:30+02:00", "01:50-03:20", 150),  # the hour from 2 comes twice
        ("2026-03-29T00:30+01:00", "01:50-03:20", 30),  # and there is none
        ("2026-10-24T20:00+02:00", "23:30-03:10", 280),  # after midnight
        ("2026-10-25T00:30+09:00", "01:50-03:20", 90),  # in Tokyo
    ],
)
def test_a_workout_in_the_night_of_a_change_lasts_as_long_as_it_did(
    stood, typed, minutes
):
    start, end = parse_times(typed, (at(stood), None), NOW, here)
    assert end - start == timedelta(minutes=minutes)
    assert start.utcoffset() == at(stood).utcoffset()
