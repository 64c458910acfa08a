"""Scales of charts: from values and dates to places, and where the ticks go."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import count

from befit_tui.domain.value import Value
from befit_tui.domain.wording import SHORT_MONTHS, short_day_words

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Scale(Value, frozen=True):
    """A straight line from ``low``..``high`` to whole places ``start``..``end``."""

    low: float
    high: float
    start: int
    end: int

    def __call__(self, value: float) -> int:
        """The place of ``value``, kept within the ends."""
        if self.high <= self.low:
            return (self.start + self.end) // 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + round(min(max(share, 0), 1) * (self.end - self.start))


def nice_ticks(low: float, high: float, most: int) -> list[float]:
    """Between one and ``most`` multiples of 1, 2 or 5 times a power of ten.

    All lie within ``low``..``high`` and are evenly spaced. A range that holds no
    multiple has the one tick ``low``.
    """
    if high <= low:
        return [low]
    finer = [low]
    exponent = math.floor(math.log10((high - low) / max(most, 1))) - 1
    for power in count(exponent):
        for digit in (1, 2, 5):
            step = digit * 10.0**power
            first, last = math.ceil(low / step), math.floor(high / step)
            if last - first < most:
                ticks = [round(i * step, 10) for i in range(first, last + 1)]
                return ticks or [finer[len(finer) // 2]]
            finer = [round(i * step, 10) for i in range(first, last + 1)]
    raise AssertionError("steps grow without end")


def even_axis(
    low: float, high: float, rows: int
) -> tuple[tuple[float, float], list[float]]:
    """The range of ``rows`` that shows ``low``..``high``, and the ticks in it.

    The range is widened so that all ticks are the same number of rows apart, unless
    that would keep more than 3 of 10 rows from the data.
    """
    for most in range(rows // 2 + 1, 1, -1):
        ticks = nice_ticks(low, high, most)
        if len(ticks) < 2:
            break
        step = ticks[1] - ticks[0]
        apart = math.floor((rows - 1) * step / (high - low))
        if apart >= 1 and 0.7 * rows * step / apart <= high - low:
            row = step / apart
            # Ticks lie in the middle of their rows.
            top = (math.ceil(high / row - 0.5) + 0.5) * row
            if low >= 0:  # what is never below zero has no row there
                top = max(top, (rows - 0.5) * row) if top < rows * row else top
            ends = (top - rows * row, top)
            first, last = math.ceil(ends[0] / step), math.floor(top / step)
            return ends, [round(i * step, 10) for i in range(first, last + 1)]
    air = (high - low) * 0.06 or max(abs(high) * 0.05, 1)
    ends = low - air, high + air
    ticks = nice_ticks(*ends, 2)  # two are as far apart as any
    return ends, ticks if len(ticks) > 1 else nice_ticks(*ends, 3)


def floor_axis(most: float, rows: int) -> tuple[int, int]:
    """How far ticks from zero are apart, and in how many rows, to show ``most``.

    The step is a whole number, 1, 2, 2.5 or 5 times a power of ten. Ticks are at least
    two rows apart and at least two, where that can be; the rest of the rows is filled.
    """
    most = max(most, 1)
    power = 10.0 ** math.floor(math.log10(most))
    steps = [base * digit for base in (power / 10, power) for digit in (1, 2, 2.5, 5)]
    whole = {int(step) for step in steps if step <= most and step == int(step)}
    found = [(step, math.floor(rows * step / most)) for step in whole]
    apart = [pair for pair in found if pair[1] >= min(2, rows)]
    several = [pair for pair in apart if pair[0] <= most / 2]
    return min(
        several or apart or [(math.ceil(most), rows)],
        key=lambda pair: (pair[0] / pair[1], pair[0]),
    )


def tick_labels(ticks: Sequence[float]) -> list[str]:
    """The ticks as text, all with as many decimals as their distance needs."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else ticks[0]
    decimals = next((d for d in range(6) if math.isclose(step, round(step, d))), 6)
    return [f"{tick:.{decimals}f}" for tick in ticks]


def moment(when: date) -> float:
    """A date or a time as days since the beginning of year 1."""
    if not isinstance(when, datetime):
        return float(when.toordinal())
    midnight = datetime.combine(when, time(), when.tzinfo)
    return when.toordinal() + (when - midnight).total_seconds() / 86400


def date_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Between one and ``most`` days in ``first``..``last``, each with its label.

    Days and weeks read ``9 Nov``; months ``Apr``, the first of them and January
    with the year; years ``2026``.
    """
    for step in _DAY_STEPS:
        # Whole weeks are counted from the day that the axis begins with.
        days = range(first.toordinal(), last.toordinal() + 1, step)
        if len(days) <= most:
            return [(d, short_day_words(d)) for d in map(date.fromordinal, days)]
    for step in _MONTH_STEPS:
        months = _every_months(first, last, step)
        if 0 < len(months) <= most:
            return [(d, _month_label(d, step, d == months[0])) for d in months]
    return [(first, short_day_words(first))]


def _every_months(first: date, last: date, step: int) -> list[date]:
    start = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month
    return [
        date(m // 12, m % 12 + 1, 1) for m in range(start + -start % step, end, step)
    ]


def _month_label(day: date, step: int, with_year: bool) -> str:
    if step % 12 == 0:
        return str(day.year)
    name = SHORT_MONTHS[day.month - 1]
    return f"{name} {day.year}" if with_year or day.month == 1 else name


def page(count: int, cursor: int, room: int) -> range:
    """The page of at most ``room`` places that holds the cursor, as full as can be.

    Pages are counted from the latest place; the first one begins with the first place.
    """
    end = count - (count - 1 - cursor) // room * room
    start = max(end - room, 0)
    return range(start, min(start + room, count))
