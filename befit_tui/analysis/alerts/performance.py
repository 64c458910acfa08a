"""Alerts about strength that falls below what a lift usually shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from math import exp
from statistics import median

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
    exercise_subject,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.noise import default_error, typical_error
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.lift.strength import brzycki, estimate
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg
from befit_tui.domain.vocabulary import Form, Phase
from befit_tui.domain.workout import LoggedSet

TELLING_RESTS = 5
"""Known rests before a lift has a usual rest (product constant)."""

SLACK = 1.0001
"""Keeps a loss of exactly one rep from counting through a rounding error."""

LOAD_TOLERANCE = 1.025
"""Unrated sets compare when the load is at most this much above the usual."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The set of a session that strength is judged by, and the 1RM it speaks for."""

    session: Session
    done: LoggedSet
    kg: float
    moved_kg: float
    rated: bool

    @property
    def day(self) -> date:
        """The local day of the session."""
        return day_of(self.session.workout)

    @property
    def one_rep_more(self) -> float:
        """The 1RM had one more rep been done: reps are whole, so less tells nothing."""
        reps = (self.done.reps or 0) + (known_left(self.done) or 0)
        return SLACK * brzycki(self.moved_kg, reps + 1)


@dataclass(frozen=True, slots=True)
class Drop:
    """Trials in a row below ``limit`` while ``usual`` was normal; all in kilograms."""

    trials: tuple[Trial, ...]
    usual: float
    limit: float


def performance_drop(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift below its usual in two comparable sessions in a row."""
    limits = snapshot.thresholds
    needed = limits.drop_baseline + limits.drop_in_a_row
    trials = comparable_trials(snapshot, exercise)
    if len(trials) < needed:
        reason = (
            f"needs {needed} comparable sessions with a set of known load "
            f"that gives a 1RM, has {len(trials)}"
        )
        yield NotAssessable("performance-drop", exercise_subject(exercise), reason)
        return
    drop = drop_at(trials, len(trials), limits)
    if drop is not None:
        yield _alert(exercise, drop, _first_raised(trials, limits))


def comparable_trials(snapshot: Snapshot, exercise: Exercise) -> tuple[Trial, ...]:
    """``_trials``, found once for all the rules that look at them."""
    live = (snapshot.live.id, snapshot.live.rev) if snapshot.live is not None else None
    key = ("trials", exercise.id, snapshot.as_of, live)
    return snapshot.memo.get(key, lambda: _trials(snapshot, exercise))


def _trials(snapshot: Snapshot, exercise: Exercise) -> tuple[Trial, ...]:
    """The trials of a lift that may be set against the last one, oldest first.

    Deloads, nights of short sleep, broken form and hurried rests are left out, and
    everything before a lay-off; nothing is left when the last of them is a month old.
    Rated sets compare with rated ones only: an unrated set gives a lower bound, which
    rating alone would lift.
    """
    limits = snapshot.thresholds
    found: list[Trial] = []
    newest = snapshot.sessions(exercise)
    for session in takewhile(snapshot.looks_at, newest):
        if found and (found[-1].day - day_of(session.workout)).days > (
            limits.lay_off_days
        ):
            break
        trial = _trial(session, limits)
        if trial is not None and (not found or trial.rated is found[0].rated):
            found.append(trial)
    if not found or (snapshot.as_of - found[0].day).days >= limits.recent_days:
        return ()
    return tuple(reversed(_well_rested(found, limits)))


def drop_at(trials: Sequence[Trial], end: int, limits: Thresholds) -> Drop | None:
    """The drop that stood after the first ``end`` trials, None if there was none."""
    start = end - limits.drop_in_a_row
    if start < limits.drop_baseline:
        return None
    baseline = trials[start - limits.drop_baseline : start]
    usual = median(trial.kg for trial in baseline)
    learned = trials[max(0, start - limits.noise_sessions) : start]
    equipment = trials[0].session.exercise.equipment
    error = typical_error([trial.kg for trial in learned], default_error(equipment))
    limit = usual * exp(-limits.drop_errors * error)
    last = tuple(trials[start:end])
    if all(
        trial.kg < limit and trial.one_rep_more < usual and _tells(trial, baseline)
        for trial in last
    ):
        return Drop(last, usual, limit)
    return None


def is_comparable(session: Session, limits: Thresholds) -> bool:
    """Whether a day tells of strength: no deload, no night of short sleep before."""
    checkin = session.workout.checkin
    slept = checkin.sleep_hours if checkin is not None else None
    short = slept is not None and slept <= limits.short_sleep_hours
    return session.workout.phase is not Phase.DELOAD and not short


def _trial(session: Session, limits: Thresholds) -> Trial | None:
    """The first set at the session's heaviest load, if the day can be compared.

    Imports seldom tag their warm-ups; the first set at the top load is the first
    working set where they do, and the nearest thing to it where they do not.
    """
    if not is_comparable(session, limits):
        return None
    moved = [(session.moved_kg(done) or 0.0, done) for done in session.working]
    kg, done = max(moved, key=lambda pair: pair[0])
    top = estimate(done, kg)
    if not kg or top is None or done.form is Form.BROKE:
        return None
    return Trial(session, done, top.kg, kg, top.rated)


def _well_rested(trials: list[Trial], limits: Thresholds) -> list[Trial]:
    rests = [one.done.rest_s for one in trials if one.done.rest_s is not None]
    if len(rests) < TELLING_RESTS:
        return trials
    least = limits.usual_rest_share * median(rests)
    return [t for t in trials if t.done.rest_s is None or t.done.rest_s >= least]


def _tells(trial: Trial, baseline: Sequence[Trial]) -> bool:
    """Whether a lower estimate means less strength.

    Without a rating it does so only if neither load nor reps went up: fewer reps
    with more weight may have been stopped as short of failure as ever.
    """
    if trial.rated:
        return True
    load = median(other.moved_kg for other in baseline)
    reps = median(other.done.reps or 0 for other in baseline)
    return trial.moved_kg <= LOAD_TOLERANCE * load and (trial.done.reps or 0) <= reps


def _first_raised(trials: Sequence[Trial], limits: Thresholds) -> date:
    """The day of the trial that completed the drop which still stands."""
    end = len(trials)
    while drop_at(trials, end - 1, limits) is not None:
        end -= 1
    return trials[end - 1].day


def _alert(exercise: Exercise, drop: Drop, first_raised: date) -> Alert:
    last = drop.trials[-1]
    below = max(1, round(100 * (1 - last.kg / drop.usual)))
    advice = "Leave 2 reps on this lift until it is back; look at sleep and rest."
    if not last.rated:
        advice = f"Rate the sets, to tell an easy day from a weak one. {advice}"
    return Alert(
        code="performance-drop",
        severity=Severity.WARN,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {below}% below your usual, twice in a row",
        evidence=tuple(_evidence(trial, drop) for trial in drop.trials),
        advice=advice,
        first_raised=first_raised,
    )


def _evidence(trial: Trial, drop: Drop) -> Evidence:
    unit = trial.done.load.unit if trial.done.load is not None else Unit.KG
    value, usual, limit = (
        round(from_kg(kg, unit), 1) for kg in (trial.kg, drop.usual, drop.limit)
    )
    return Evidence(
        what="estimated 1RM",
        value=value,
        unit=str(unit),
        usual=usual,
        threshold=limit,
        when=trial.day,
    )
