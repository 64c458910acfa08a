"""Weeks joined to months, quarters or years where a chart has no room for each."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from statistics import fmean
from typing import NamedTuple, TypeVar

from befit_tui.analysis.volume import WEEK
from befit_tui.domain.wording import MONTHS, day_words, short_day_words

T = TypeVar("T")
_JOINED = (1, 3, 12)
"""Months that are joined, where there is no room for weeks."""


class Period(NamedTuple):
    """Weeks that a chart shows as one: the first day, and their places."""

    first: date
    places: range
    words: str

    def of(self, values: Sequence[T]) -> Sequence[T]:
        """What belongs to its weeks, of something that every week has."""
        return values[self.places.start : self.places.stop]

    def mean(self, values: Sequence[float]) -> float:
        """What the weeks come to on average."""
        return fmean(self.of(values))

    def known(self, values: Sequence[float | None]) -> float | None:
        """The same of those that have a value; None if none has."""
        known = [value for value in self.of(values) if value is not None]
        return fmean(known) if known else None

    @property
    def is_week(self) -> bool:
        """Whether it is nothing but a week."""
        return self.words.startswith("Week")

    @property
    def short(self) -> str:
        """Its name in few cells: the first day of a week."""
        return short_day_words(self.first) if self.is_week else self.words


Periods = tuple[Period, ...]


def days_of(periods: Periods) -> int:
    """How many days the longest of them lasts, at least a week."""
    return WEEK.days * max((len(one.places) for one in periods), default=1)


def periods_of(firsts: Sequence[date], room: int, today: date) -> Periods:
    """At most ``room`` periods of the weeks that begin on ``firsts``, short as can be.

    A week that still runs ``today`` is a period of its own, or no part of any: it would
    make what it is joined with look like an easy time.
    """
    if len(firsts) <= room:
        return tuple(
            Period(day, range(place, place + 1), f"Week of {day_words(day)}")
            for place, day in enumerate(firsts)
        )
    over = [day for day in firsts if day + WEEK <= today] or firsts
    for months in _JOINED:
        found = tuple(_joined(over, months))
        if len(found) <= room:
            break
    return found


def _joined(firsts: Sequence[date], months: int) -> Iterator[Period]:
    """Periods of so many months; a week belongs to the month of its middle."""

    def number(place: int) -> int:
        middle = firsts[place] + WEEK / 2
        return (middle.year * 12 + middle.month - 1) // months

    for each, places in groupby(range(len(firsts)), key=number):
        found = tuple(places)
        first = date(each * months // 12, each * months % 12 + 1, 1)
        yield Period(first, range(found[0], found[-1] + 1), _words(first, months))


def _words(first: date, months: int) -> str:
    if months == 12:
        return str(first.year)
    name = MONTHS[first.month - 1]
    until = "" if months == 1 else f" to {MONTHS[first.month + months - 2]}"
    return f"{name}{until} {first.year}"
