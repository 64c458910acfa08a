"""The strength of a lift over a range of time, and how the lifts moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from befit_tui.analysis.lift.verdict import LevelPoint, Trend, Verdict, day_name, moved
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.wording import day_words, days_ago_words
from befit_tui.logbook.curve import Curve, Point
from befit_tui.logbook.lift_strength import JudgedLift, strength_of
from befit_tui.logbook.lines import Line
from befit_tui.logbook.trends.time_range import Window

USUAL_DAYS = timedelta(days=28)
"""A level is set against the one of four weeks before (product constant)."""


class TrainedLift(NamedTuple):
    """A lift that can be judged, and the number of workouts that hold it."""

    exercise: Exercise
    workouts: int

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id


def lifts_of(counts: Mapping[str, int], catalog: Catalog) -> tuple[TrainedLift, ...]:
    """The lifts that can be judged, the one done most often first."""
    lifts = (TrainedLift(catalog.get(key), counts[key]) for key in counts)
    return tuple(
        sorted(
            (found for found in lifts if found.exercise.is_judged),
            key=lambda found: (
                -found.workouts,
                not found.exercise.is_compound,
                found.exercise.name,
            ),
        )
    )


def strength_in(lift: JudgedLift, window: Window, unit: Unit) -> Curve:
    """A lift in a window; loads are in ``unit``.

    Where no verdict says where it goes, it is told where it was.
    """
    found = strength_of(lift, unit, window.first, _nothing(lift, window))
    starts = [place for place, one in enumerate(found.points) if one.anew]
    points = found.points[starts[-1] if starts else 0 :]
    told = lift.verdict.verdict is Trend.CANNOT_TELL and len(points) > 1
    if not told:
        return found
    return replace(found, sentence=f"{found.sentence} {_went(points, found.unit)}")


def _went(points: Sequence[Point], unit: str) -> str:
    """Where a lift was over some sessions; reps are whole, as a lifter counts them."""
    best = max(points, key=lambda one: one.value)
    digits = 0 if unit == "reps" else 1
    began, ended, top = (
        number(round(one.value, digits)) for one in (points[0], points[-1], best)
    )
    sessions = f"{len(points):,} sessions since {day_words(points[0].day)}"
    if began == ended:
        was = "stayed" if top == ended else "began and ended"
        said = f"It {was} at {ended} {unit} in {sessions}"
    else:
        said = f"It went from {began} to {ended} {unit} in {sessions}"
    if top in (began, ended):
        return f"{said}."
    return f"{said}; the best was {top} on {day_words(best.day)}."


ROLES = {
    Trend.FALLING: "bad",
    Trend.RISING: "good",
    Trend.HOLDING: "",
    Trend.CANNOT_TELL: "dim",
}
"""How verdicts are written, and in which order the lifts come."""
NAME = 38
"""Cells for a name beside a verdict (product constant)."""


def standings(verdicts: Iterable[Verdict], catalog: Catalog) -> tuple[Line, ...]:
    """A line for each lift: its name and where it goes, in the words of its verdict."""
    order = list(ROLES)
    found = sorted(verdicts, key=lambda one: order.index(one.verdict))
    return tuple(
        (
            (f"{catalog.get(one.exercise).name:<{NAME}}  ", ""),
            (_going(one), ROLES[one.verdict]),
        )
        for one in found
    )


def _going(verdict: Verdict) -> str:
    if verdict.verdict is Trend.CANNOT_TELL:
        return "cannot tell"
    if verdict.verdict is Trend.HOLDING and verdict.since is not None:
        return f"holding since {day_name(verdict.since)}"
    return moved(verdict)


def changes(level: Sequence[LevelPoint]) -> Iterator[tuple[date, float]]:
    """How far each level lay from that of four weeks before, as a share.

    -0.03 is 3% below. Levels that nothing can be compared with tell nothing.
    """
    since: list[LevelPoint] = []
    for point in level:
        if point.anew:
            since = []
        before = [one for one in since if one.day <= point.day - USUAL_DAYS]
        if before:
            yield point.day, point.value / before[-1].value - 1
        since.append(point)


def _nothing(lift: JudgedLift, window: Window) -> str:
    name, level = lift.exercise.name, lift.level
    if not level:
        return (
            f"{name}: not assessable so far: log working sets with their reps, or the "
            "seconds of a hold."
        )
    ago = days_ago_words(level[-1].day, window.today)
    return f"{name}: nothing in {window.words}; the last session is {ago}."
