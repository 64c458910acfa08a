"""Load, readiness and performance week by week, to be seen beside each other."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean, mean

from befit_tui.analysis.digest import Week
from befit_tui.analysis.readiness import MOST
from befit_tui.analysis.volume import WEEK, week_of
from befit_tui.domain.load import tenth
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted, day_words, span_words
from befit_tui.logbook.trends.periods import Period
from befit_tui.logbook.trends.time_range import Window

LEAST = 5
"""The worst sum of a check-in."""
WEEKS_BEFORE = 4
"""Weeks whose mean is what a week is set against (product constant)."""
SAME = 0.05
"""A week this close to that mean is as usual (product constant)."""
_DAY = timedelta(days=1)


class Fatigue(Value, frozen=True):
    """The weeks of a range, how the lifts moved, and what the last whole one comes to.

    ``performance`` is the mean change of the lifts in four weeks, as a share; None
    where it is not known.
    """

    weeks: tuple[Week, ...]
    performance: tuple[float | None, ...]
    sentence: str

    @property
    def usual_readiness(self) -> float:
        """The mean of the weeks with a check-in; the middle of the scale without."""
        known = [one.readiness for one in self.weeks if one.readiness is not None]
        return mean(known) if known else (LEAST + MOST) / 2

    def words(self, period: Period) -> str:
        """What is known of a week: ``84 hard sets, readiness 18, lifts -1.2%``.

        Of joined weeks it says what each came to on average. What is not known is left
        out.
        """
        weeks = period.of(self.weeks)
        said = [f"{fmean([week.hard for week in weeks]):.0f} hard sets a week"]
        if period.is_week:
            said = [counted(weeks[0].hard, "hard set")]
            if weeks[0].load is not None:
                said.append(f"effort × minutes {weeks[0].load:,.0f}")
        ready = [one.readiness for one in weeks if one.readiness is not None]
        if ready:
            said.append(f"readiness {tenth(fmean(ready))}")
        if (share := period.known(self.performance)) is not None:
            said.append(f"lifts {share:+.1%}")
        if any(week.deload for week in weeks):
            said.append("deload")
        return ", ".join(said)


def fatigue_of(
    weeks: Sequence[Week], moved: Iterable[tuple[date, float]], window: Window
) -> Fatigue:
    """The time line of a window.

    Args:
        weeks: its weeks, at least one with a workout.
        moved: by how much a lift had moved in four weeks, and the day.
        window: its last day ends a week that is not judged while it runs.
    """
    shares: dict[date, list[float]] = {}
    for day, share in moved:
        shares.setdefault(week_of(day, window.week_start), []).append(share)
    performance = tuple(_mean_share(shares.get(week.first, ())) for week in weeks)
    whole = [one for one in weeks if one.first + WEEK - _DAY <= window.today]
    trained = [n for n, week in enumerate(whole or weeks[:1]) if week.workouts]
    last = trained[-1] if trained else 0
    # A gap is as long here as in every other view: from the last workout on.
    is_idle = trained and last < len(whole) - 1
    idle = (window.today - weeks[last].workouts[-1].day).days if is_idle else 0
    said = _sentence(weeks[: last + 1], performance[last], idle, window)
    return Fatigue(tuple(weeks), performance, said)


def _mean_share(shares: Sequence[float]) -> float | None:
    # Rounded as it is said, so that nothing reads -0.0%.
    return round(mean(shares), 3) + 0.0 if shares else None


def _sentence(
    weeks: Sequence[Week], performance: float | None, idle: int, window: Window
) -> str:
    """The last trained of the weeks against those before it; ``idle`` came after."""
    last, before = weeks[-1], weeks[-1 - WEEKS_BEFORE : -1]
    off = f"Since then {span_words(idle)} without a workout."
    parts = (
        _load_words(last, [one.hard for one in before]),
        _readiness_words(weeks, window),
        _performance_words(performance),
    )
    said = f"In the week of {day_words(last.first)} {'; '.join(parts)}."
    return f"{said} {off}" if idle > 0 else said


def _load_words(week: Week, before: Sequence[int]) -> str:
    sets = f"you did {counted(week.hard, 'hard set')}"
    usual = mean(before) if before else 0.0
    if week.deload:
        return f"{sets}, a deload"
    if not usual:
        return sets
    share = week.hard / usual - 1
    weeks = f"the {len(before)} weeks" if len(before) > 1 else "the week"
    than = f"{weeks} before{' on average' if len(before) > 1 else ''}"
    if abs(share) < SAME:
        return f"{sets}, about as many as in {than}"
    side = "more" if share > 0 else "fewer"
    return f"{sets}, {abs(share):.0%} {side} than in {than}"


def _readiness_words(weeks: Sequence[Week], window: Window) -> str:
    known = [one.readiness for one in weeks if one.readiness is not None]
    last = weeks[-1].readiness
    if last is None:
        return "readiness is not assessable, without a check-in"
    said = f"readiness was {tenth(last)} of {MOST}"
    if len(known) < 2:
        return said
    return f"{said}, {tenth(mean(known))} on average {window.over}"


def _performance_words(share: float | None) -> str:
    if share is None:
        return (
            "how your lifts moved is not assessable, with too few sessions of the same "
            "lift four weeks apart"
        )
    if abs(share) < 0.005:
        return "your lifts stood where they were four weeks before"
    side = "higher" if share > 0 else "lower"
    return f"your lifts stood {abs(share):.1%} {side} than four weeks before"
