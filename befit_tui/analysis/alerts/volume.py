"""Alerts about muscles: sets a week, rest after failure, effort that stays low."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import fmean, median

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    hours_between,
    muscle_subject,
)
from befit_tui.analysis.volume import WEEK, monday_of
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

MEAN_WEEKS = 8
"""Weeks whose mean is the usual volume (product constant)."""

TRAINED_WEEKS = 3
"""Weeks of the last four with direct sets that make a muscle one that is trained."""

LEGS = ("quads", "hamstrings", "glutes", "calves", "adductors", "abductors")


def volume_high(snapshot: Snapshot) -> Iterator[Finding]:
    """Hard sets of a muscle in a week above 20, or far above the own mean."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return
    day = day_of(last)

    def limit_of(muscle: str) -> float:
        weeks = [week.get(muscle, 0.0) for week in _weeks_before(snapshot, day)]
        usual = limits.volume_rise * fmean(weeks) if len(weeks) > 1 else 0.0
        jump = max(usual, limits.volume_normal) if usual else limits.volume_high
        return min(limits.volume_high, jump)

    so_far = _week(snapshot, day)
    for muscle, sets in sorted(so_far.items()):
        limit = limit_of(muscle)
        if sets <= limit:
            continue
        days = sorted({day_of(w) for w in _workouts_of_week(snapshot, day)})
        passed = (one for one in days if _week(snapshot, one).get(muscle, 0) > limit)
        before = [week.get(muscle, 0.0) for week in _weeks_before(snapshot, day)]
        yield Alert(
            code="volume-high",
            severity=Severity.NOTE,
            subject=muscle_subject(muscle),
            title=f"{muscle_subject(muscle).label}: {number(sets)} hard sets this week",
            evidence=(
                Evidence(
                    what="hard sets this week",
                    value=sets,
                    unit="sets",
                    usual=round(fmean(before), 1) if before else None,
                    threshold=round(limit, 1),
                    when=day,
                ),
            ),
            advice="More failure here buys little; leave 2 reps and stop adding sets.",
            first_raised=next(passed),
        )


def volume_low(snapshot: Snapshot) -> Iterator[Finding]:
    """A muscle that is trained, but with few hard sets in two whole weeks running."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return
    day = day_of(last)

    def low(muscle: str, day: date) -> bool:
        weeks = _weeks_before(snapshot, day)[: limits.volume_low_weeks]
        return len(weeks) == limits.volume_low_weeks and all(
            week.get(muscle, 0) < limits.volume_low for week in weeks
        )

    for muscle in _trained(snapshot, day):
        if not low(muscle, day):
            continue
        weeks = _weeks_before(snapshot, day)[: limits.volume_low_weeks]
        sets = fmean(week.get(muscle, 0.0) for week in weeks)
        label = muscle_subject(muscle).label
        yield Alert(
            code="volume-low",
            severity=Severity.NOTE,
            subject=muscle_subject(muscle),
            title=f"{label}: {number(sets)} hard sets a week, too few to tell",
            evidence=(
                Evidence(
                    what=f"hard sets a week, mean of {limits.volume_low_weeks}",
                    value=round(sets, 1),
                    unit="sets",
                    threshold=limits.volume_low,
                    when=monday_of(day),
                ),
            ),
            advice="Add a set or two if you want it to grow; leave it if not.",
            first_raised=snapshot.since(
                "volume-low",
                muscle,
                lambda past, muscle=muscle: low(muscle, past),  # type: ignore[misc]
            ),
        )


def recovery_short(snapshot: Snapshot) -> Iterator[Finding]:
    """A muscle trained again soon after many sets of it went to failure."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return
    now = snapshot.counts(last)
    earlier = [w for w in snapshot.window(day_of(last), 5) if w is not last]
    for muscle in sorted(now.failed):
        for before in earlier:
            failed = snapshot.counts(before).failed.get(muscle, 0)
            legs = muscle in LEGS and failed >= limits.recovery_leg_sets
            wanted = limits.recovery_leg_hours if legs else limits.recovery_hours
            hours = hours_between(before, last)
            if failed < limits.recovery_sets or not 0 <= hours < wanted:
                continue
            yield _recovery_alert(muscle, (before, last), failed, hours, wanted)
            break


def effort_low(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets of a muscle that mostly ended four reps or more from failure."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return
    day = day_of(last)
    for muscle in _trained(snapshot, day):
        known = _lefts(snapshot, muscle, day)
        if len(known) < limits.effort_low_sets:
            reason = (
                f"{len(known)} rated sets in two weeks, needs {limits.effort_low_sets}"
            )
            yield NotAssessable("effort-low", muscle_subject(muscle), reason)
        elif median(known) >= limits.effort_low_left:
            yield _effort_alert(snapshot, muscle, day, known)


def _effort_alert(
    snapshot: Snapshot, muscle: str, day: date, known: list[float]
) -> Alert:
    limits, subject = snapshot.thresholds, muscle_subject(muscle)

    def low(past: date) -> bool:
        then = _lefts(snapshot, muscle, past)
        enough = len(then) >= limits.effort_low_sets
        return enough and median(then) >= limits.effort_low_left

    return Alert(
        code="effort-low",
        severity=Severity.NOTE,
        subject=subject,
        title=f"{subject.label}: most sets end 4 or more reps short",
        evidence=(
            Evidence(
                what=f"reps left, middle of {len(known)} sets in two weeks",
                value=median(known),
                unit="reps",
                threshold=limits.effort_low_left,
                when=day,
            ),
        ),
        advice=(
            "One last set to good-form failure on a machine or an isolation lift "
            "would show how far you really are."
        ),
        first_raised=snapshot.since("effort-low", muscle, low),
    )


def _lefts(snapshot: Snapshot, muscle: str, day: date) -> list[float]:
    """The reps left in two weeks of sets that the muscle drove, deloads aside."""
    return [
        left
        for workout in snapshot.window(day, snapshot.thresholds.effort_low_days)
        if workout.phase is not Phase.DELOAD
        for left in snapshot.counts(workout).lefts.get(muscle, ())
    ]


def week_volume(snapshot: Snapshot, muscle: str) -> float:
    """The hard sets of a muscle in the week of the last workout so far."""
    return (
        _week(snapshot, day_of(snapshot.last)).get(muscle, 0.0)
        if snapshot.last
        else 0.0
    )


def _recovery_alert(
    muscle: str,
    workouts: tuple[Workout, Workout],
    failed: int,
    hours: float,
    wanted: float,
) -> Alert:
    before, last = workouts
    subject = muscle_subject(muscle)
    return Alert(
        code="recovery-short",
        severity=Severity.NOTE,
        subject=subject,
        title=f"{subject.label} again {hours:.0f} hours after {failed} sets to failure",
        evidence=(
            Evidence(
                what="hours since that workout",
                value=round(hours),
                unit="h",
                threshold=wanted,
                when=day_of(last),
            ),
            Evidence(
                what="sets to failure",
                value=failed,
                unit="sets",
                when=day_of(before),
            ),
        ),
        advice="Leave 2 or 3 reps today; expect a rep or two less.",
        first_raised=day_of(last),
    )


def _workouts_of_week(snapshot: Snapshot, day: date) -> list[Workout]:
    """The workouts of the calendar week of a day, up to the day."""
    return snapshot.window(day, day.weekday() + 1)


def _week(snapshot: Snapshot, day: date) -> dict[str, float]:
    """Hard sets by muscle in the calendar week of a day, up to the day."""
    found: dict[str, float] = {}
    for workout in _workouts_of_week(snapshot, day):
        for muscle, sets in snapshot.counts(workout).volume.items():
            found[muscle] = found.get(muscle, 0.0) + sets
    return found


def _weeks_before(snapshot: Snapshot, day: date) -> list[dict[str, float]]:
    """The whole weeks before that of a day that were trained, the latest first.

    Deloads are left out: they are light on purpose.
    """
    monday = monday_of(day)
    return snapshot.memo.get(
        ("weeks", monday), lambda: _trained_weeks(snapshot, monday)
    )


def _trained_weeks(snapshot: Snapshot, monday: date) -> list[dict[str, float]]:
    found = []
    for number_ in range(1, MEAN_WEEKS + 1):
        sunday = monday - WEEK * (number_ - 1) - timedelta(days=1)
        workouts = _workouts_of_week(snapshot, sunday)
        if workouts and not any(w.phase is Phase.DELOAD for w in workouts):
            found.append(_week(snapshot, sunday))
    return found


def _trained(snapshot: Snapshot, day: date) -> list[str]:
    """The muscles with direct sets in two of the four weeks up to a day."""
    weeks: dict[str, set[date]] = {}
    for workout in snapshot.window(day, 4 * WEEK.days):
        for muscle in snapshot.counts(workout).failed:
            weeks.setdefault(muscle, set()).add(monday_of(day_of(workout)))
    return sorted(name for name, found in weeks.items() if len(found) >= TRAINED_WEEKS)
