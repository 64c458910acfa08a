"""Reading a day or the times of a workout as people type them."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from befit_tui.domain.errors import EntryError
from befit_tui.domain.value import FIRST_YEAR, LAST_YEAR

Place = Callable[[datetime], datetime]
"""Gives a time on the wall the offset that it has there, in summer another one."""
MOST_HOURS = timedelta(hours=12)
"""The longest workout that can be typed; a product constant."""
EXAMPLE = "as in 2026-11-20, yesterday or mon"

_WEEK = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
)  # fmt: skip
_CLOCK = r"([01]?\d|2[0-3])[:.]([0-5]\d)"
_WITH_CLOCK = re.compile(rf"(?P<day>.*?)(?:\s+{_CLOCK})?")
_TIMES = re.compile(rf"\s*{_CLOCK}(?:\s*(?:-|–|to)\s*{_CLOCK})?\s*")


def parse_day(text: str, now: datetime, here: Place) -> datetime:
    """The moment that was typed: a day, with a time or else that of ``now``.

    A weekday is the last one before today. EntryError says what to type instead.
    """
    match = _WITH_CLOCK.fullmatch(" ".join(text.lower().split()))
    if match is None or not match["day"]:
        raise EntryError(f"Type the day, {EXAMPLE}.")
    day = _day(match["day"], now.date())
    clock = now.time().replace(microsecond=0)
    if match[2] is not None:
        clock = time(int(match[2]), int(match[3]))
    moment = here(datetime.combine(day, clock))
    if moment > now:
        raise EntryError(f"{text.strip()} lies ahead; type a day that was, {EXAMPLE}.")
    return moment


def place_of(moment: datetime, here: Place) -> Place:
    """Where a moment was: here, if its offset is that of here, or else far away."""
    wall = moment.replace(tzinfo=None)
    if here(wall).utcoffset() == moment.utcoffset():
        return here
    return partial(datetime.replace, tzinfo=moment.tzinfo)


Times = tuple[datetime, datetime | None]
"""When a workout started and ended."""


def parse_times(text: str, stood: Times, now: datetime, here: Place) -> Times:
    """The start and, if typed, the end of a workout of that day: ``18:02-19:04``.

    What reads as it ``stood`` is left as it stood, to the second. An end before the
    start is after midnight. EntryError says what to type instead.
    """
    match = _TIMES.fullmatch(text)
    if match is None:
        raise EntryError("Type when it started and ended, as in 18:02-19:04 or 18:02.")
    place, day = place_of(stood[0], here), stood[0].date()

    def at(hour: str, minute: str, was: datetime | None) -> datetime:
        clock = time(int(hour), int(minute))
        if was is not None and f"{was:%H:%M}" == f"{clock:%H:%M}":
            return was
        return place(datetime.combine(day, clock))

    start = at(match[1], match[2], stood[0])
    end = at(match[3], match[4], stood[1]) if match[3] else None
    if end is not None and end < start:
        end = place(end.replace(tzinfo=None) + timedelta(days=1))
    if end is not None and end - start > MOST_HOURS:
        raise EntryError("A workout lasts 12 hours at most; type 18:02-19:04.")
    if max(start, end or start) > now:
        raise EntryError("That lies ahead; type times that were, as in 18:02-19:04.")
    return start, end


def _day(word: str, today: date) -> date:
    if word in ("today", "yesterday"):
        return today - timedelta(days=("today", "yesterday").index(word))
    if len(word) >= 2 and (found := [day for day in _WEEK if day.startswith(word)]):
        back = (today.weekday() - _WEEK.index(found[0])) % 7
        return today - timedelta(days=back or 7)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
        try:
            day = date.fromisoformat(word)
        except ValueError:
            raise EntryError(f"There is no day {word} in the calendar.") from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise EntryError(f"{word} is in no year from {FIRST_YEAR} to {LAST_YEAR}.")
        return day
    raise EntryError(f"{word} is no day; type one {EXAMPLE}.")
