"""A log told again, set by set: what would the meter have said, and was it right?

Nothing is fitted on the log as a whole: the workouts are replayed in order, and a set
joins what the meter knows only after it was forecast. So the end of a log shows how far
to trust the meter with a lifter (``lifter_of``), and all of it how good the meter is
(``backtest``).
"""

from collections.abc import Callable, Iterable, Iterator

from befit_tui.analysis.lift.sessions import Session, session_of, weigh_ins
from befit_tui.analysis.meter.lifter import Forecast, Lifter
from befit_tui.analysis.meter.model import forecast, learn_sessions
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value
from befit_tui.domain.workout import LoggedSet, Workout

EARLIER_WORKOUTS = 3
"""Workouts with the lift that must lie before a set that is forecast."""
HABIT_WORKOUTS, TRIAL_WORKOUTS = 200, 8
"""Latest workouts that show a lifter's habits, and how far to trust the meter with
them (product constants: a long log must not make the first reading wait)."""


class Trial(Value, frozen=True):
    """A rated set of a session and what was said before it.

    ``place`` is its number among the working sets, ``total`` what came: reps done plus
    reps left. ``last`` are the working sets of the session before.
    """

    session: Session
    place: int
    total: float
    said: Forecast
    last: tuple[LoggedSet, ...]

    @property
    def done(self) -> LoggedSet:
        """The set."""
        return self.session.working[self.place]

    @property
    def load(self) -> Load:
        """Its load."""
        return self.done.load or Load(0, Unit.KG)

    @property
    def left(self) -> float:
        """The reps that were left."""
        return self.total - (self.done.reps or 0)


def replay(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise], start: int = 0
) -> Iterator[tuple[Lifter, list[Trial]]]:
    """For each workout, oldest first, its trials and the lifter known after it.

    There are no trials before workout ``start`` (negative: from the end).
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
    rated = [
        (place, done, done.reps + left)
        for place, done in enumerate(session.working)
        if done.reps is not None and (left := known_left(done)) is not None
    ]
    if not rated:
        return
    model = learn_sessions(past, session.exercise, lifter, session.body_kg)
    at = session.workout.started_at
    for place, done, total in rated:
        today = session.working[:place]
        said = forecast(model, done.kg, at=at, today=today, rest_s=done.rest_s)
        yield Trial(session, place, total, said, past[-1].working)
