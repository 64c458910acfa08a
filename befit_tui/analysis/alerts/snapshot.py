"""What a rule may look at: the log as it stood at the end of one day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice, pairwise, takewhile
from statistics import median

from msgspec import field

from befit_tui.analysis.alerts.counts import WorkoutCounts, tally_of
from befit_tui.analysis.alerts.result import Alert, NotAssessable, Subject
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import (
    Session,
    WeighIns,
    session_of,
    sessions,
    weigh_ins,
)
from befit_tui.analysis.lift.strength import best_1rm
from befit_tui.analysis.lift.verdict import Verdict
from befit_tui.analysis.lift.verdicts import Memo, Verdicts
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

LOOK_BACK_DAYS = 400
"""How far a rule looks back: 20 sessions of a lift take less (product constant)."""
LOG_DAYS = 2 * LOOK_BACK_DAYS
"""How much of the log before a day its alerts and cards can depend on: since when one
is open is asked of days that lie as far back, each of which looks back itself."""

Exercises = Callable[[str], Exercise]


class Snapshot(Value, frozen=True, kw_only=True):
    """The log up to the end of ``as_of``, with what every rule needs at hand.

    ``live`` is the open workout when alerts are asked during it, ``log`` the workouts
    of the last 400 days, newest first, ``recent`` those of the last 28, ``lifts`` the
    exercises under judgement.
    """

    history: History
    exercises: Exercises
    as_of: date
    thresholds: Thresholds
    live: Workout | None
    log: tuple[Workout, ...]
    recent: tuple[Workout, ...]
    lifts: tuple[Exercise, ...]
    weighed: WeighIns
    verdicts: Verdicts
    memo: Memo = field(default_factory=Memo)

    def verdict(self, exercise: Exercise) -> Verdict:
        """Where a lift is going."""
        return self.verdicts.verdict(exercise)

    @property
    def in_easy_week(self) -> bool:
        """Whether the day lies in a deload, also one that nobody marked."""
        return self.verdicts.easy

    def is_easy(self, workout: Workout) -> bool:
        """Whether a workout was easy on purpose, marked or not."""
        return (
            workout.phase is Phase.DELOAD or workout.id in self.verdicts.easy_workouts
        )

    @property
    def last(self) -> Workout | None:
        """The workout that session alerts are about, None if it is too long ago."""
        if not self.recent:
            return None
        age = (self.as_of - self.recent[0].day).days
        return self.recent[0] if age <= self.thresholds.session_days else None

    def sessions(self, exercise: Exercise) -> Iterator[Session]:
        """The sessions of an exercise up to now, newest first, found as asked for."""
        if self.live is not None:
            now = session_of(self.live, exercise, self.weighed)
            if now.working:
                yield now
        past = reversed(self.history.exposures(exercise.id))
        upto = (one for one in past if one.workout.day <= self.as_of)
        yield from sessions(upto, exercise, self.weighed)

    def last_sessions(self, *lifts: Exercise) -> Iterator[Session]:
        """What the last workout holds of some exercises, or of each judged one."""
        if self.last is None:
            return
        for exercise in lifts or lifts_of([self.last], self.exercises):
            session = session_of(self.last, exercise, self.weighed)
            if session.working:
                yield session

    def before(self, session: Session) -> Iterator[Session]:
        """The sessions of a lift before one of them, newest first."""
        start = session.workout.started_at
        done = self.sessions(session.exercise)
        return (one for one in done if one.workout.started_at < start)

    def one_rm_before(self, session: Session) -> float | None:
        """The 1RM of the lift going into a session: the median of up to five earlier.

        In a first session it is that session's own best.
        """
        tops = map(best_1rm, islice(self.before(session), 5))
        known = [top for top in tops if top is not None]
        return median(known) if known else best_1rm(session)

    def counts(self, workout: Workout) -> WorkoutCounts:
        """What a workout comes to, counted once."""
        key = ("counts", workout.id, workout.rev)
        return self.memo.of_session(key, lambda: tally_of(workout, self.exercises))

    def sums(self, end: date, days: int, *names: str) -> tuple[int, ...]:
        """What the workouts of a ``window`` come to in counts of these names."""
        found = [self.counts(workout) for workout in self.window(end, days)]
        return tuple(sum(getattr(one, name) for one in found) for name in names)

    def window(self, end: date, days: int) -> list[Workout]:
        """The workouts of the ``days`` days up to and with ``end``, newest first."""
        first = end - timedelta(days=days - 1)
        upto = (found for found in self.log if found.day <= end)
        return list(takewhile(lambda found: found.day >= first, upto))

    def since(self, code: str, subject: str, holds: Callable[[date], bool]) -> date:
        """The first of the training days up to the last on which a rule has held.

        A gap of more than seven days would have closed the alert. ``holds`` tells of a
        day what was known at its end.
        """
        first, *earlier = dict.fromkeys(one.day for one in self.log)
        for day in earlier:
            if (first - day).days > self.thresholds.session_days:
                break
            # What was easy is known better on a later day.
            key = (code, subject, day, self.as_of)
            if not self.memo.get(key, partial(holds, day)):
                break
            first = day
        return first


def build(
    history: History,
    exercises: Exercises,
    *,
    as_of: date,
    thresholds: Thresholds,
    memo: Memo | None = None,
) -> Snapshot:
    """The snapshot of a day."""
    first = as_of - timedelta(days=LOOK_BACK_DAYS)
    finished = (w for w in history.newest_first() if w.day <= as_of)
    log = tuple(takewhile(lambda found: found.day >= first, finished))
    recent = _recent(log, as_of, thresholds)
    memo = memo or Memo()
    return Snapshot(
        history=history,
        exercises=exercises,
        as_of=as_of,
        thresholds=thresholds,
        live=None,
        log=log,
        recent=recent,
        lifts=lifts_of(recent, exercises),
        weighed=weigh_ins(history),
        verdicts=Verdicts(history, exercises, as_of, memo=memo),
        memo=memo,
    )


def with_live(snapshot: Snapshot, workout: Workout) -> Snapshot:
    """The snapshot with an open workout, the last of its day; its lifts come first.

    Half a session says nothing of a lift: the verdicts stay those of what is done.
    """
    # One that was left open may be older than what came in since.
    newest = sorted((workout, *snapshot.log), key=lambda one: one.day, reverse=True)
    recent = _recent(newest, snapshot.as_of, snapshot.thresholds)
    return replace(
        snapshot,
        live=workout,
        log=tuple(newest),
        recent=recent,
        lifts=lifts_of(recent, snapshot.exercises),
        weighed=(*snapshot.weighed, *weigh_ins((workout,))),
    )


def _recent(
    log: Iterable[Workout], as_of: date, thresholds: Thresholds
) -> tuple[Workout, ...]:
    days = thresholds.recent_days
    return tuple(takewhile(lambda one: (as_of - one.day).days < days, log))


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
    return Subject("session", workout.id, f"{name}, {workout.day}")


def muscle_subject(muscle: str) -> Subject:
    """A muscle as the subject of an alert."""
    return Subject("muscle", muscle, muscle.replace("-", " ").capitalize())


TRAINING = Subject("week", "training", "Your training")
"""All of the training of the last weeks; the same subject from week to week."""


def standing(
    snapshot: Snapshot,
    exercise: Exercise,
    meets: Callable[[Session], bool],
    *,
    lasts: int = 0,
) -> tuple[Session, ...]:
    """The sessions that keep an alert on an exercise open, newest first.

    Either the last workout meets the rule, or the last two sessions of the exercise
    do, easy weeks aside and for as long as a habit, or its last one so many days ago
    as it ``lasts``. Empty when the alert is closed: then only a new session opens it,
    as one after a longer pause has opened it anew.
    """
    last = snapshot.last
    comparable = (
        found
        for found in snapshot.sessions(exercise)
        if (found.workout is last and meets(found))
        or not snapshot.is_easy(found.workout)
    )
    met = tuple(takewhile(meets, comparable))
    most = max(lasts, snapshot.thresholds.habit_days)
    near = takewhile(lambda two: (two[0].day - two[1].day).days < most, pairwise(met))
    run = (*met[:1], *(older for _, older in near))
    if len(run) > 1:
        lasts = most
    if run and run[0].workout is last:
        return run
    return run if run and (snapshot.as_of - run[0].day).days < lasts else ()


Finding = Alert | NotAssessable
LiftRule = Callable[[Snapshot, Exercise], Iterator[Finding]]
"""A rule about one lift: an alert where it is met, or why it cannot be judged."""
DayRule = Callable[[Snapshot], Iterator[Finding]]
"""A rule about a workout or about weeks of them."""
SumRule = Callable[[Snapshot, Sequence[Alert]], Iterator[Finding]]
"""A rule that weighs the alerts of the rules before it."""
