"""Replay a log as it was lifted: each rated set is forecast, then becomes known."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from befit_tui.analysis.lift.sessions import Session, session_of, weigh_ins
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.analysis.meter.model import forecast, learn_sessions
from befit_tui.analysis.meter.reading import Forecast
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.workout import LoggedSet, Workout

EARLIER_WORKOUTS = 3
"""Workouts with the lift that must lie before a set that is forecast."""
HABIT_WORKOUTS, TRIAL_WORKOUTS = 200, 8
"""Latest workouts that show a lifter's habits, and how far to trust the meter with
them (product constants: a long log must not make the first reading wait)."""


class Trial(Value, frozen=True):
    """A rated set and what the meter said before it.

    ``past`` are the sessions of the lift before, ``place`` counts the working sets
    done before in this one.
    """

    session: Session
    past: Sequence[Session]
    place: int
    done: LoggedSet
    total: float
    said: Forecast


def replay(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise], start: int = 0
) -> Iterator[tuple[Lifter, list[Trial]]]:
    """For each workout, its trials and the lifter known after it.

    Args:
        workouts: the log, oldest first.
        exercises: gives the exercise of an id.
        start: before the workout of this number (negative: from the end) there are
            no trials.
    """
    log = tuple(workouts)
    start = start if start >= 0 else len(log) + start
    known = weigh_ins(log)
    past: dict[str, list[Session]] = {}
    lifter = Lifter()
    for number, workout in enumerate(log):
        found: list[Trial] = []
        for name in dict.fromkeys(entry.exercise for entry in workout.entries):
            session = session_of(workout, exercises(name), known)
            before = past.setdefault(name, [])
            if number >= start and len(before) >= EARLIER_WORKOUTS:
                found += _trials(session, before, lifter)
            if session.working:
                before.append(session)
        for each in found:
            lifter = lifter.taught(each.total, each.said)
        lifter = lifter.after(workout)
        yield lifter, found


def lifter_of(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise]
) -> Lifter:
    """The lifter that the end of a log shows; ``workouts`` are oldest first."""
    log = tuple(workouts)[-HABIT_WORKOUTS:]
    *_, (lifter, _) = ((Lifter(), []), *replay(log, exercises, -TRIAL_WORKOUTS))
    return lifter


def _trials(session: Session, past: list[Session], lifter: Lifter) -> Iterator[Trial]:
    """The rated sets of a session, each forecast from what came before it."""
    rated = [
        (place, done, done.reps + left)
        for place, done in enumerate(session.working)
        if done.reps is not None and (left := known_left(done)) is not None
    ]
    if not rated:
        return
    earlier = tuple(past)
    model = learn_sessions(earlier, session.exercise, lifter, session.body_kg)
    at = session.workout.started_at
    for place, done, total in rated:
        load = done.load.kg if done.load is not None else None
        today = session.working[:place]
        said = forecast(model, load, at=at, today=today, rest_s=done.rest_s)
        yield Trial(session, earlier, place, done, total, said)
