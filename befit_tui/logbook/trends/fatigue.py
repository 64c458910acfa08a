"""Load, readiness and performance week by week, to be seen beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean

from befit_tui.analysis.readiness import MOST
from befit_tui.analysis.weeks import Week
from befit_tui.domain.load import number
from befit_tui.domain.wording import day_words
from befit_tui.logbook.trends.span import Range

LEAST = 5
"""The worst sum of a check-in."""
WEEKS_BEFORE = 4
"""Weeks whose mean is what a week is set against (product constant)."""
SAME = 0.05
"""A week this close to that mean is as usual (product constant)."""
MORE = 0.3
"""A week this far above that mean is worth a word (product constant)."""


@dataclass(frozen=True, slots=True)
class FatigueWeek:
    """One week of the time line.

    ``hard`` counts hard sets, ``load`` is session RPE times minutes, ``readiness``
    the mean of the check-ins, 5 to 25, ``performance`` the mean change of the lifts
    in four weeks, as a share. None means not known.
    """

    monday: date
    hard: int
    load: float | None
    readiness: float | None
    performance: float | None
    deload: bool


@dataclass(frozen=True, slots=True)
class Fatigue:
    """The weeks of a range and what the last whole one comes to."""

    weeks: tuple[FatigueWeek, ...]
    sentence: str


def fatigue_of(
    weeks: Sequence[Week],
    moved: Iterable[tuple[date, float]],
    span: Range,
    today: date,
) -> Fatigue:
    """The time line of a range.

    Args:
        weeks: its weeks, at least one with a workout.
        moved: by how much a lift had moved in four weeks, and the day.
        span: how far it looks back.
        today: its last day; the week that still runs is not judged.
    """
    by_week: dict[date, list[float]] = {}
    mondays = {day: week.monday for week in weeks for day in _days(week)}
    for day, share in moved:
        if day in mondays:
            by_week.setdefault(mondays[day], []).append(share)
    found = tuple(_week(week, by_week) for week in weeks)
    whole = [place for place, one in enumerate(found) if (today - one.monday).days >= 6]
    place = whole[-1] if whole else len(found) - 1
    return Fatigue(found, _sentence(found[: place + 1], span))


def usual_readiness(weeks: Sequence[FatigueWeek]) -> float:
    """The mean of the weeks with a check-in; the middle of the scale without one."""
    known = [week.readiness for week in weeks if week.readiness is not None]
    return mean(known) if known else (LEAST + MOST) / 2


def week_words(week: FatigueWeek) -> str:
    """Everything that is known of a week: ``84 hard sets, readiness 18, lifts -1.2%``.

    What is not known is left out.
    """
    said = [f"{week.hard} hard set{'' if week.hard == 1 else 's'}"]
    if week.load is not None:
        said.append(f"session load {week.load:,.0f}")
    if week.readiness is not None:
        said.append(f"readiness {number(round(week.readiness, 1))}")
    if week.performance is not None:
        said.append(f"lifts {week.performance:+.1%}")
    if week.deload:
        said.append("deload")
    return ", ".join(said)


def period_words(weeks: Sequence[FatigueWeek]) -> str:
    """The same of several weeks: what each of them came to on average."""
    said = [f"{mean(week.hard for week in weeks):.0f} hard sets a week"]
    readiness = [week.readiness for week in weeks if week.readiness is not None]
    if readiness:
        said.append(f"readiness {number(round(mean(readiness), 1))}")
    shares = [week.performance for week in weeks if week.performance is not None]
    if shares:
        said.append(f"lifts {mean(shares):+.1%}")
    if any(week.deload for week in weeks):
        said.append("deload")
    return ", ".join(said)


def _days(week: Week) -> set[date]:
    return {one.day for one in week.workouts}


def _week(week: Week, performed: Mapping[date, Sequence[float]]) -> FatigueWeek:
    loads = [one.load for one in week.workouts if one.load is not None]
    shares = performed.get(week.monday)
    return FatigueWeek(
        week.monday,
        week.hard,
        sum(loads) if loads else None,
        week.readiness,
        # Rounded as it is said, so that nothing reads -0.0%.
        round(mean(shares), 3) + 0.0 if shares else None,
        week.deload,
    )


def _sentence(weeks: Sequence[FatigueWeek], span: Range) -> str:
    """The last of the weeks against those before it."""
    last, before = weeks[-1], weeks[-1 - WEEKS_BEFORE : -1]
    parts = (
        _load_words(last, [one.hard for one in before]),
        _readiness_words(weeks, span),
        _performance_words(last),
    )
    return f"Week of {day_words(last.monday)}: {'; '.join(parts)}."


def _load_words(week: FatigueWeek, before: Sequence[int]) -> str:
    sets = f"{week.hard} hard set{'' if week.hard == 1 else 's'}"
    usual = mean(before) if before else 0.0
    if week.deload:
        return f"{sets}, a deload"
    if not usual:
        return sets
    share = week.hard / usual - 1
    if abs(share) < SAME:
        return f"{sets}, as usual"
    side = "above" if share > 0 else "below"
    than = "the weeks before" if len(before) > 1 else "the week before"
    much = ", much more" if share >= MORE else ""
    return f"{sets}, {abs(share):.0%} {side} {than}{much}"


def _readiness_words(weeks: Sequence[FatigueWeek], span: Range) -> str:
    known = [one.readiness for one in weeks if one.readiness is not None]
    last = weeks[-1].readiness
    if last is None:
        return "readiness not assessable, no check-in"
    said = f"readiness {number(round(last, 1))} of {MOST}"
    if len(known) < 2:
        return said
    return f"{said}, mean {number(round(mean(known), 1))} {span.over}"


def _performance_words(week: FatigueWeek) -> str:
    if week.performance is None:
        return "lifts not assessable, too few sessions for four weeks"
    if abs(week.performance) < 0.005:
        return "lifts as four weeks before"
    side = "above" if week.performance > 0 else "below"
    return f"lifts {abs(week.performance):.1%} {side} four weeks before"
