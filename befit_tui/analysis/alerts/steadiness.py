"""Alerts about a lift that stands still, or swings more than it used to."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import exp, log, sqrt
from statistics import fmean, median

from befit_tui.analysis.alerts.performance import Trial, comparable_trials
from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, exercise_subject
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.noise import default_error, typical_error
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg

ONE_SIDE_80 = 0.84
"""Standard errors above a slope that hold 80% of true ones below."""


def stall(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift that is flat over six sessions and four weeks.

    It closes when the middle of the last six sessions is above the flat level by
    more than chance: a lift that only swings does not stall again and again.
    """
    limits = snapshot.thresholds
    subject = exercise_subject(exercise)
    trials = comparable_trials(snapshot, exercise)
    window = _window(trials, len(trials), limits)
    if len(window) < limits.stall_sessions:
        reason = (
            f"needs {limits.stall_sessions} comparable sessions over "
            f"{limits.stall_days} days, has {len(trials)}"
        )
        yield NotAssessable("stall", subject, reason)
        return
    opened = _flat_since(trials, limits)
    if opened is None:
        return
    yield _stall_alert(exercise, trials, opened, limits)


def inconsistent(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift whose sessions swing far more than they used to."""
    limits = snapshot.thresholds
    subject = exercise_subject(exercise)
    trials = comparable_trials(snapshot, exercise)
    needed = 2 * limits.swing_sessions
    rated = sum(trial.rated for trial in trials)
    if rated < needed:
        reason = f"needs {needed} comparable sessions with a rated set, has {rated}"
        yield NotAssessable("inconsistent", subject, reason)
        return
    end = len(trials)
    if not _swings_at(trials, end, limits):
        return
    first = end
    while _swings_at(trials, first - 1, limits):
        first -= 1
    now, before = _swings(trials, end, limits)
    yield Alert(
        code="inconsistent",
        severity=Severity.NOTE,
        subject=subject,
        title=f"{exercise.name} swings more than usual from session to session",
        evidence=(
            Evidence(
                what=f"swing of {limits.swing_sessions} sessions",
                value=round(100 * now, 1),
                unit="%",
                usual=round(100 * before, 1),
                threshold=round(
                    100 * max(limits.swing_least, limits.swing_ratio * before), 1
                ),
                when=trials[-1].day,
            ),
        ),
        advice="Keep rest, order and time of day alike; look at sleep and food.",
        first_raised=trials[first - 1].day,
    )


def _stall_alert(
    exercise: Exercise,
    trials: Sequence[Trial],
    opened: tuple[int, float],
    limits: Thresholds,
) -> Alert:
    end, level = opened
    last, start = trials[-1], _window(trials, end, limits)[0]
    sessions = len(trials) - end + len(_window(trials, end, limits))
    bound = exp(limits.stall_errors * _error(trials, limits))
    weeks = (last.day - start.day).days // 7
    now = _level(trials, len(trials))
    # Halfway to the bound the lift may well have gained, however little is certain.
    said = "flat" if now <= level * sqrt(bound) else "no clear gain"
    return Alert(
        code="stall",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {said} for {weeks} weeks ({sessions} sessions)",
        evidence=(
            Evidence(
                what="estimated 1RM, middle of the last six",
                value=_shown(now, last),
                unit=_unit(last),
                usual=_shown(level, last),
                threshold=_shown(level * bound, last),
                when=last.day,
            ),
        ),
        advice=(
            "Look at sleep, rest between sets and failure first; then hold the load "
            "and leave 2 reps for two weeks."
        ),
        first_raised=trials[end - 1].day,
    )


def _window(trials: Sequence[Trial], end: int, limits: Thresholds) -> Sequence[Trial]:
    """The last sessions that span four weeks, six at least; empty if there are none."""
    if end < limits.stall_sessions:
        return ()
    start = end - limits.stall_sessions
    since: date = trials[end - 1].day - timedelta(days=limits.stall_days)
    while start and trials[start].day > since:
        start -= 1
    return trials[start:end] if trials[start].day <= since else ()


def _is_flat(trials: Sequence[Trial], end: int, limits: Thresholds) -> bool:
    window = _window(trials, end, limits)
    if not window or any(_eats_less(one) for one in window):
        return False
    error = _slope_error(trials[:end], len(window), limits)
    slope = _slope(window)
    return (
        slope <= limits.stall_slope and slope + ONE_SIDE_80 * error < limits.stall_bound
    )


def _slope_error(trials: Sequence[Trial], count: int, limits: Thresholds) -> float:
    """The error of a slope over ``count`` sessions, by the lift's typical error.

    The scatter of so few sessions would pass a lucky run of like ones for certainty.
    """
    return _error(trials, limits) / sqrt(count * (count * count - 1) / 12)


def _rises(trials: Sequence[Trial], end: int, limits: Thresholds) -> bool:
    """Whether the last sessions gain more than chance alone would."""
    window = _window(trials, end, limits)
    if not window:
        return False
    error = _slope_error(trials[:end], len(window), limits)
    return _slope(window) - limits.stall_rise_errors * error > limits.stall_slope


def _flat_since(
    trials: Sequence[Trial], limits: Thresholds
) -> tuple[int, float] | None:
    """When the stall that still stands began, in trials, and the level it stands at."""
    opened: tuple[int, float] | None = None
    for end in range(limits.stall_sessions, len(trials) + 1):
        if opened is None and _is_flat(trials, end, limits):
            opened = end, median(one.kg for one in _window(trials, end, limits))
        elif opened is not None:
            bound = exp(limits.stall_errors * _error(trials[:end], limits))
            if _level(trials, end) > opened[1] * bound or _rises(trials, end, limits):
                opened = None
    return opened


def _level(trials: Sequence[Trial], end: int) -> float:
    """The middle of the last six sessions."""
    return median(one.kg for one in trials[end - 6 : end])


def _slope(window: Sequence[Trial]) -> float:
    """The Theil-Sen slope: the middle of the changes a session between all pairs."""
    logs = [log(one.kg) for one in window]
    return median(
        (logs[later] - logs[earlier]) / (later - earlier)
        for later in range(len(logs))
        for earlier in range(later)
    )


def _error(trials: Sequence[Trial], limits: Thresholds) -> float:
    equipment = trials[0].session.exercise.equipment
    learned = [one.kg for one in trials[-limits.noise_sessions :]]
    return typical_error(learned, default_error(equipment))


def _swings_at(trials: Sequence[Trial], end: int, limits: Thresholds) -> bool:
    if end < 2 * limits.swing_sessions:
        return False
    now, before = _swings(trials, end, limits)
    return now > max(limits.swing_least, limits.swing_ratio * before)


def _swings(
    trials: Sequence[Trial], end: int, limits: Thresholds
) -> tuple[float, float]:
    """The spread of the last sessions around their mean, and of those before.

    Successive differences tell the earlier one, so that progress does not count.
    """
    start = end - limits.swing_sessions
    recent = [log(one.kg) for one in trials[start:end]]
    mean = fmean(recent)
    now = sqrt(sum((each - mean) ** 2 for each in recent) / (len(recent) - 1))
    return now, _error(trials[:start], limits)


def _eats_less(trial: Trial) -> bool:
    checkin = trial.session.workout.checkin
    return checkin is not None and bool(checkin.eating_less)


def _unit(trial: Trial) -> str:
    return str(trial.done.load.unit if trial.done.load is not None else Unit.KG)


def _shown(kg: float, trial: Trial) -> float:
    return round(from_kg(kg, Unit(_unit(trial))), 1)
