"""What a rule may look at: the log as it stood at the end of one day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from statistics import median

from befit_tui.analysis.alerts.result import Alert, NotAssessable, Subject
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.sessions import (
    Session,
    WeighIns,
    session_of,
    sessions,
    weigh_ins,
)
from befit_tui.analysis.strength import best_estimate
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

Exercises = Callable[[str], Exercise]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The log up to the end of ``as_of``, with what every rule needs at hand.

    ``live`` is the open workout when alerts are asked during it, ``recent`` the
    workouts of the last 28 days, newest first, ``lifts`` the exercises under
    judgement: those of the open workout, or else of the recent ones.
    """

    history: History
    exercises: Exercises
    as_of: date
    thresholds: Thresholds
    live: Workout | None
    recent: tuple[Workout, ...]
    lifts: tuple[Exercise, ...]
    weighed: WeighIns

    @property
    def last(self) -> Workout | None:
        """The workout that session alerts are about, None if it is too long ago."""
        if not self.recent:
            return None
        age = (self.as_of - day_of(self.recent[0])).days
        return self.recent[0] if age <= self.thresholds.session_days else None

    def sessions(self, exercise: Exercise) -> Iterator[Session]:
        """The sessions of an exercise up to now, newest first, found as asked for."""
        if self.live is not None:
            now = session_of(self.live, exercise, self.weighed)
            if now.working:
                yield now
        exposures = (
            exposure
            for exposure in reversed(self.history.exposures(exercise.id))
            if day_of(exposure.workout) <= self.as_of
        )
        yield from sessions(exposures, exercise, self.weighed)

    def last_sessions(self) -> Iterator[Session]:
        """What the last workout holds of each judged exercise."""
        if self.last is None:
            return
        for exercise in lifts_of([self.last], self.exercises):
            session = session_of(self.last, exercise, self.weighed)
            if session.working:
                yield session

    def one_rm_before(self, session: Session) -> float | None:
        """The 1RM of the lift going into a session: the median of up to five earlier.

        In a first session it is that session's own best.
        """
        earlier = (
            found
            for found in self.sessions(session.exercise)
            if found.workout.started_at < session.workout.started_at
        )
        tops = [best_estimate(found) for found in islice(earlier, 5)]
        known = [top.kg for top in tops if top is not None]
        if known:
            return median(known)
        own = best_estimate(session)
        return own.kg if own is not None else None


def build(
    history: History,
    exercises: Exercises,
    *,
    as_of: date,
    thresholds: Thresholds,
    live: Workout | None = None,
) -> Scene:
    """The scene of a day; a ``live`` workout comes after all of ``history``."""
    finished = (w for w in history.newest_first() if day_of(w) <= as_of)
    recent = tuple(
        takewhile(
            lambda found: (as_of - day_of(found)).days < thresholds.recent_days,
            finished,
        )
    )
    if live is not None:
        recent = (live, *recent)
    return Scene(
        history=history,
        exercises=exercises,
        as_of=as_of,
        thresholds=thresholds,
        live=live,
        recent=recent,
        lifts=lifts_of(recent if live is None else (live,), exercises),
        weighed=weigh_ins((*history, *(() if live is None else (live,)))),
    )


def day_of(workout: Workout) -> date:
    """The local day of a workout."""
    return workout.started_at.date()


def lifts_of(workouts: Iterable[Workout], exercises: Exercises) -> tuple[Exercise, ...]:
    """The exercises of some workouts, each once, without cardio and mobility."""
    ids = dict.fromkeys(
        entry.exercise
        for workout in workouts
        for entry in workout.entries
        if entry.sets
    )
    return tuple(found for found in map(exercises, ids) if found.is_judged)


def exercise_subject(exercise: Exercise) -> Subject:
    """An exercise as the subject of an alert."""
    return Subject("exercise", exercise.id, exercise.name)


def session_subject(workout: Workout) -> Subject:
    """A workout as the subject of an alert."""
    name = workout.name or "Workout"
    return Subject("session", workout.id, f"{name}, {day_of(workout)}")


def standing(
    scene: Scene, exercise: Exercise, meets: Callable[[Session], bool]
) -> tuple[Session, ...]:
    """The sessions that keep an alert on an exercise open, newest first.

    Either the last workout meets the rule, or the last two sessions of the exercise
    do, deloads aside. Empty when the alert is closed.
    """
    last = scene.last
    comparable = (
        found
        for found in scene.sessions(exercise)
        if found.workout.phase is not Phase.DELOAD
        or (found.workout is last and meets(found))
    )
    run = tuple(takewhile(meets, comparable))
    if not run or run[0].workout not in scene.recent:
        return ()
    return run if len(run) > 1 or run[0].workout is last else ()


Finding = Alert | NotAssessable
Rule = Callable[[Scene], Iterator[Finding]]
"""A rule yields an alert for every subject that meets it, and what it cannot judge."""
