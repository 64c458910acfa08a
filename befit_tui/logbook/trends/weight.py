"""Body weight over time: what the scale said, and the trend behind its swings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from befit_tui.analysis.lift.sessions import weigh_ins
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.wording import counted, day_words, days_ago_words
from befit_tui.logbook.trends.span import Range

KEPT_A_DAY = 0.9
"""What is left after a day of the difference to what the scale says: a tenth of it is
taken over, the smoothing of The Hacker's Diet (Walker 1991)."""
RATE_DAYS = timedelta(days=28)
"""Over how long the change of a week is measured (product constant)."""
LEAST_RATE_DAYS = 14
"""A shorter time says nothing of the change of a week (product constant)."""


@dataclass(frozen=True, slots=True)
class WeightPoint:
    """A weigh-in and the trend on that day, both in the unit of its ``Weight``."""

    day: date
    value: float
    trend: float


@dataclass(frozen=True, slots=True)
class Weight:
    """The weigh-ins of a range, oldest first, and what they come to in words."""

    points: tuple[WeightPoint, ...]
    unit: Unit
    sentence: str


def weight_of(history: History, span: Range, today: date, unit: Unit) -> Weight:
    """Body weight in a range that ends ``today``; the trend knows what was before."""
    every = [
        (at.date(), from_kg(kg, unit))
        for at, kg in weigh_ins(history)
        if at.date() <= today
    ]
    points = tuple(_trend(every))
    first = span.first(today) or date.min
    shown = tuple(one for one in points if one.day >= first)
    return Weight(shown, unit, _sentence(points, shown, span, today, unit))


def _trend(weighed: Sequence[tuple[date, float]]) -> Iterator[WeightPoint]:
    """The trend starts at the first weight; the last one of a day counts."""
    trend, before = 0.0, None
    for day, value in dict(weighed).items():
        kept = 0.0 if before is None else KEPT_A_DAY ** (day - before).days
        trend = value + kept * (trend - value)
        before = day
        yield WeightPoint(day, value, trend)


def point_words(weight: Weight, place: int) -> str:
    """``82.4 kg weighed, trend 82.1``."""
    point = weight.points[place]
    return (
        f"{number(round(point.value, 1))} {weight.unit} weighed, "
        f"trend {number(round(point.trend, 1))}."
    )


def _sentence(
    every: Sequence[WeightPoint],
    shown: Sequence[WeightPoint],
    span: Range,
    today: date,
    unit: Unit,
) -> str:
    if not every:
        return "No body weight so far: the check-in of a workout asks for it."
    last = every[-1]
    if not shown:
        ago = days_ago_words(last.day, today)
        return f"No body weight in {span.words}; the last one was {ago}."
    weight = number(round(last.value, 1))
    low = number(round(min(one.value for one in shown), 1))
    high = number(round(max(one.value for one in shown), 1))
    trend = number(round(last.trend, 1))
    return (
        f"Body weight: {weight} {unit} on {day_words(last.day)}, trend {trend}; "
        f"{_rate_words(every, unit)}. {counted(len(shown), 'weigh-in')} {span.over}, "
        f"from {low} to {high}."
    )


def _rate_words(points: Sequence[WeightPoint], unit: Unit) -> str:
    """By how much the trend changes in a week, over the last four."""
    last = points[-1]
    recent = [one for one in points if one.day >= last.day - RATE_DAYS]
    days = (last.day - recent[0].day).days
    if days < LEAST_RATE_DAYS:
        return "too few weigh-ins of late for a change by the week"
    rate = (last.trend - recent[0].trend) / days * 7
    rounded = number(abs(round(rate, 1)))
    if rounded == "0":
        return "steady in the last four weeks"
    return f"{'up' if rate > 0 else 'down'} {rounded} {unit} a week in the last four"
