"""Alerts about muscles: sets a week, rest after failure, effort that stays low."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from statistics import quantiles
from typing import NamedTuple

from befit_tui.analysis.alerts.head import Head, Met, of_days
from befit_tui.analysis.alerts.result import Evidence
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, muscle_subject
from befit_tui.analysis.volume import WEEK, Parts, monday_of
from befit_tui.catalog.muscles import LEGS
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import number
from befit_tui.domain.workout import Workout

HIGH = Head(
    "volume-high",
    "More failure here buys little; leave 2 reps and stop adding sets.",
    habit=True,
)
RECOVERY = Head("recovery-short", "Leave 2 or 3 reps today; expect a rep or two less.")
EFFORT = Head(
    "effort-low",
    "One last set to good-form failure on a machine or an isolation lift "
    "would show how far you really are.",
)
SPARED = 2
"""Reps left from which a set spares a muscle that still rests."""
TRAINED_WEEKS = 3
"""Weeks of the last four with direct sets that make a muscle one that is trained."""


def volume_high(snapshot: Snapshot) -> Iterator[Finding]:
    """Hard sets of a muscle in a week above what still pays, some of them to failure.

    Many sets alone are no fault: growth has no known ceiling (Pelland 2026).
    """
    last = snapshot.last
    if last is None or any(map(snapshot.is_easy, _week(snapshot, last.day))):
        return
    trained = {m for one in snapshot.recent for m in snapshot.counts(one).volume}
    for muscle in sorted(trained):
        state = partial(_too_many, snapshot, muscle)
        yield from of_days(HIGH, snapshot, muscle_subject(muscle), state)


class Unrested(NamedTuple):
    """A muscle that went to failure in many sets, fewer days ago than it wants."""

    failed: int
    day: date
    days: int
    wanted: int

    @property
    def words(self) -> str:
        """``a day after 3 sets to failure``."""
        ago = "a day" if self.days == 1 else f"{self.days} days"
        after = f"{ago} after" if self.days else "today"
        return f"{after} {self.failed} sets to failure"


def unrested(
    snapshot: Snapshot, muscle: str, day: date, *, least: int = 0
) -> Unrested | None:
    """What a muscle still rests from on a day, at least so many days before it.

    Days are counted from start to start: every second day is two, whatever the hour.
    """
    limits = snapshot.thresholds
    for before in snapshot.window(day, limits.recovery_leg_days):
        failed = snapshot.counts(before).failed.get(muscle, 0)
        legs = muscle in LEGS and failed >= limits.recovery_leg_sets
        wanted = limits.recovery_leg_days if legs else limits.recovery_days
        days = (day - before.day).days
        if failed >= limits.recovery_sets and least <= days < wanted:
            return Unrested(failed, before.day, days, wanted)
    return None


def resting(snapshot: Snapshot) -> tuple[Mapping[str, Unrested], frozenset[str]]:
    """The muscles that ``recovery_short`` would name if they were trained today.

    And those of which it cannot tell: trained in these days, but nothing was rated. In
    an easy week no muscle is named.
    """
    if snapshot.in_easy_week:
        return {}, frozenset()
    day = snapshot.as_of
    window = snapshot.window(day, snapshot.thresholds.recovery_leg_days)
    trained = {muscle for one in window for muscle in snapshot.counts(one).failed}
    rated = {muscle for one in window for muscle in snapshot.counts(one).lefts}
    found = ((muscle, unrested(snapshot, muscle, day)) for muscle in sorted(trained))
    short = {muscle: one for muscle, one in found if one is not None}
    return short, frozenset(trained - rated)


def recovery_short(snapshot: Snapshot) -> Iterator[Finding]:
    """A muscle trained again a day after many sets of it went to failure.

    Not where every set of today was rated as stopped short: that is the advice.
    """
    last = snapshot.last
    if last is None or snapshot.in_easy_week:
        return
    for muscle in sorted(snapshot.counts(last).failed):
        found = unrested(snapshot, muscle, last.day, least=1)
        if found is not None and not _was_spared(snapshot, muscle):
            subject, day = muscle_subject(muscle), last.day
            wanted = found.wanted
            pieces = (
                Evidence("since that workout", found.days, "days", day, None, wanted),
                Evidence("sets to failure", found.failed, "sets", found.day),
            )
            met = Met(f"{subject.label} again {found.words}", pieces)
            yield RECOVERY.alert(subject, met, day)


def effort_low(snapshot: Snapshot) -> Iterator[Finding]:
    """A month in which even the hardest sets of a muscle ended far from failure.

    Only the top loads of each day count, so no ramp and no light day does; where a
    quarter of them came closer, the others were light on purpose.
    """
    if snapshot.last is None or snapshot.in_easy_week:
        return
    for muscle in _trained(snapshot, snapshot.last.day):
        state = partial(_far_from_failure, snapshot, muscle)
        yield from of_days(EFFORT, snapshot, muscle_subject(muscle), state)


def week_volume(snapshot: Snapshot, muscle: str, day: date) -> Parts:
    """The hard sets of a muscle in the seven days up to a day, whatever its weekday.

    Those that drove it, and those in which it helped.
    """
    week = map(snapshot.counts, _week(snapshot, day))
    found = [one.volume.get(muscle, (0.0, 0.0)) for one in week]
    return sum(driven for driven, _ in found), sum(helped for _, helped in found)


def _week(snapshot: Snapshot, day: date) -> Sequence[Workout]:
    return snapshot.window(day, WEEK.days)


def _was_spared(snapshot: Snapshot, muscle: str) -> bool:
    """Whether the last workout is known to have left reps in all sets of a muscle."""
    lefts = [
        known_left(done)
        for session in snapshot.last_sessions()
        if muscle in session.exercise.primary
        for done in session.working
    ]
    return all(left is not None and left >= SPARED for left in lefts)


def _too_many(snapshot: Snapshot, muscle: str, day: date) -> Met | str | None:
    """How many sets of the seven days up to a day were too many, and went to failure.

    The sets that drove the muscle must be too many by themselves: half counts of those
    in which it helped are an estimate.
    """
    limits = snapshot.thresholds
    driven, helped = week_volume(snapshot, muscle, day)
    limit = limits.volume_high
    if driven < limit + limits.volume_over:
        return None
    week = list(map(snapshot.counts, _week(snapshot, day)))
    if not any(one.lefts.get(muscle) for one in week):
        return f"none of {number(driven)} hard sets of a week was rated"
    failed = sum(one.failed.get(muscle, 0) for one in week)
    if failed < limits.volume_failures * driven:
        return None
    pieces = [
        Evidence("hard sets in a week", driven, "sets", day, None, limit),
        Evidence("sets to failure", failed, "sets", day),
    ]
    if helped:
        what = "not counted: half of the sets in which it only helped"
        pieces.append(Evidence(what, helped, "sets", day))
    said = f"{number(driven)} hard sets in a week, {failed} of them to failure"
    return Met(f"{muscle_subject(muscle).label}: {said}", tuple(pieces))


def _far_from_failure(snapshot: Snapshot, muscle: str, day: date) -> Met | str | None:
    """How far all but the hardest quarter of the top sets of four weeks ended."""
    limits = snapshot.thresholds
    lefts = [
        left
        for workout in snapshot.window(day, limits.recent_days)
        if not snapshot.is_easy(workout)
        for left in snapshot.counts(workout).lefts.get(muscle, ())
    ]
    if len(lefts) < limits.effort_low_sets:
        sets = f"{len(lefts)} rated sets at the top load in four weeks"
        return f"{sets}, needs {limits.effort_low_sets}"
    least, limit = quantiles(lefts, n=4)[0], limits.effort_low_left
    if least < limit:
        return None
    what = f"reps left in the hardest quarter of {len(lefts)} sets"
    title = f"the sets end {number(least)} or more reps short"
    piece = Evidence(what, least, "reps", day, None, limit)
    return Met(f"{muscle_subject(muscle).label}: {title}", (piece,))


def _trained(snapshot: Snapshot, day: date) -> list[str]:
    """The muscles with direct sets in three of the four weeks up to a day."""
    weeks: dict[str, set[date]] = {}
    for workout in snapshot.window(day, 4 * WEEK.days):
        for muscle in snapshot.counts(workout).failed:
            weeks.setdefault(muscle, set()).add(monday_of(workout.day))
    return sorted(name for name, found in weeks.items() if len(found) >= TRAINED_WEEKS)
