"""Body weight over time: what the scale said, and the trend behind its swings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from befit_tui.analysis.lift.sessions import weigh_ins
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, tenth
from befit_tui.domain.wording import counted, day_words, days_ago_words
from befit_tui.logbook.curve import Curve, Point
from befit_tui.logbook.trends.time_range import Window

KEPT_A_DAY = 0.9
"""What is left after a day of the difference to what the scale says: a tenth of it is
taken over, the smoothing of The Hacker's Diet (Walker 1991)."""
RATE_DAYS = timedelta(days=28)
"""Over how long the change of a week is measured (product constant)."""
LEAST_RATE_DAYS = 14
"""A shorter time says nothing of the change of a week (product constant)."""


def weight_of(history: History, window: Window, unit: Unit) -> Curve:
    """The trend of the body weight in a window; it knows what was before it."""
    every = {
        at.date(): from_kg(kg, unit)
        for at, kg in weigh_ins(history)
        if at.date() <= window.today
    }
    points = tuple(_trend(every, unit))
    shown = tuple(one for one in points if one.day >= window.first)
    said = _sentence(points, shown, window, unit)
    return Curve(points=shown, unit=unit, sentence=said)


def _trend(weighed: Mapping[date, float], unit: Unit) -> Iterator[Point]:
    """The trend starts at the first weight."""
    trend, before = 0.0, None
    for day, value in weighed.items():
        kept = 0.0 if before is None else KEPT_A_DAY ** (day - before).days
        trend = value + kept * (trend - value)
        before = day
        words = f"{tenth(value)} {unit} weighed, trend {tenth(trend)}."
        yield Point(day, trend, measured=value, words=words)


def _sentence(
    every: Sequence[Point],
    shown: Sequence[Point],
    window: Window,
    unit: Unit,
) -> str:
    if not every:
        return "No body weight so far."
    last = every[-1]
    if not shown:
        ago = days_ago_words(last.day, window.today)
        return f"No body weight in {window.words}; the last one was {ago}."
    low, high = (tenth(end(map(weighed, shown))) for end in (min, max))
    return (
        f"You weighed {tenth(weighed(last))} {unit} on {day_words(last.day)}; the "
        f"trend behind the swings of the day is {tenth(last.value)}, "
        f"{_rate_words(every, unit)}. {counted(len(shown), 'weigh-in')} {window.over}, "
        f"from {low} to {high}."
    )


def _rate_words(points: Sequence[Point], unit: Unit) -> str:
    """By how much the trend changes in a week, over the last four."""
    last = points[-1]
    recent = [one for one in points if one.day >= last.day - RATE_DAYS]
    days = (last.day - recent[0].day).days
    if days < LEAST_RATE_DAYS:
        return "with too few weigh-ins of late to say its change by the week"
    rate = (last.value - recent[0].value) / days * 7
    rounded = tenth(abs(rate))
    if rounded == "0":
        return "steady over the last four weeks"
    way = "up" if rate > 0 else "down"
    return f"{way} {rounded} {unit} a week over the last four"


def weighed(point: Point) -> float:
    """What the scale said, where the value of a point is the trend."""
    return point.value if point.measured is None else point.measured
