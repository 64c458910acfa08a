"""What the rules share: the head of an alert, and since when it stands."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial, wraps
from itertools import islice

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    DayRule,
    Finding,
    LiftRule,
    Snapshot,
    exercise_subject,
    standing,
)
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.wording import day_words

DAY = timedelta(days=1)


class Met(Value, frozen=True):
    """What meets a rule: said of it, and the numbers.

    ``advice`` and ``severity`` are given where they differ from those of the rule.
    """

    title: str
    evidence: tuple[Evidence, ...]
    advice: str = ""
    severity: Severity | None = None


SessionRule = Callable[[Snapshot, Session], Met | None]
"""How a session meets a rule."""
StateRule = Callable[[Snapshot, date], Met | str | None]
"""How the weeks up to a day meet a rule, or what is lacking to tell."""


class Head(Value, frozen=True):
    """What all alerts of one rule have in common.

    A ``habit`` is told anew only after four weeks without it, of a lift after ten
    sessions; of a lift it stays open until the next session that is without it.
    """

    code: str
    advice: str
    severity: Severity = Severity.NOTE
    habit: bool = False

    def alert(self, subject: Subject, met: Met, since: date) -> Alert:
        """An alert of the rule, open ``since`` a day."""
        return Alert(
            code=self.code,
            severity=met.severity or self.severity,
            subject=subject,
            title=met.title,
            evidence=met.evidence,
            advice=met.advice or self.advice,
            first_raised=since,
        )

    def lacking(self, subject: Subject, reason: str) -> NotAssessable:
        """That the rule cannot be judged, and the data it lacks."""
        return NotAssessable(self.code, subject, reason)


def each_session(head: Head) -> Callable[[SessionRule], LiftRule]:
    """Makes a rule about a lift of one that says what of a session meets it."""

    def made(meets: SessionRule) -> LiftRule:
        @wraps(meets)
        def rule(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
            yield from of_sessions(head, snapshot, exercise, partial(meets, snapshot))

        return rule

    return made


def each_day(head: Head) -> Callable[[StateRule], DayRule]:
    """Makes a rule about the training of one that says how it is met up to a day."""

    def made(state: StateRule) -> DayRule:
        @wraps(state)
        def rule(snapshot: Snapshot) -> Iterator[Finding]:
            yield from of_days(head, snapshot, TRAINING, partial(state, snapshot))

        return rule

    return made


def of_sessions(
    head: Head,
    snapshot: Snapshot,
    exercise: Exercise,
    meets: Callable[[Session], Met | None],
) -> Iterator[Finding]:
    """The alert about a lift whose last sessions meet a rule, with all their numbers.

    What is said is said of the newest. A rule that is not met by a workout in which
    nothing of the lift was rated cannot be judged.
    """
    lasts = snapshot.thresholds.habit_days if head.habit else 0
    run = standing(snapshot, exercise, lambda one: meets(one) is not None, lasts=lasts)
    found = [met for session in run if (met := meets(session))]
    if found and head.habit and _was_met(snapshot, run[-1], meets):
        return
    if found:
        newest = found[0]
        pieces = tuple(piece for met in found for piece in met.evidence)
        title = f"{exercise.name}: {newest.title}"
        said = Met(title, pieces, newest.advice, newest.severity)
        yield head.alert(exercise_subject(exercise), said, run[-1].day)
    else:
        yield from unrated(head, snapshot.last_sessions(exercise))


def _was_met(
    snapshot: Snapshot, first: Session, meets: Callable[[Session], Met | None]
) -> bool:
    """Whether one of the sessions of the lift before one met a rule.

    They are counted, not their days: who does a lift every third week has habits too.
    """
    past = islice(snapshot.before(first), snapshot.thresholds.habit_sessions)
    return any(meets(session) is not None for session in past)


def of_days(
    head: Head,
    snapshot: Snapshot,
    subject: Subject,
    state: Callable[[date], Met | str | None],
    *,
    day: date | None = None,
) -> Iterator[Finding]:
    """The alert about the weeks up to a day, else to the last workout, by a rule.

    ``state`` says of a day how the rule was met at its end, or what was lacking; the
    alert is open since the first training day from which on it was met.
    """
    day = day or (snapshot.last.day if snapshot.last is not None else None)
    if day is None or not (snapshot.lifts or snapshot.live):
        return
    now = state(day)
    if isinstance(now, str):
        yield head.lacking(subject, now)
    elif now is not None:
        met = partial(_meets, state)
        since = snapshot.since(head.code, subject.id, met)
        before = snapshot.window(since - DAY, snapshot.thresholds.recent_days)
        if not (head.habit and any(met(one.day) for one in before)):
            yield head.alert(subject, now, since)


def _meets(state: Callable[[date], Met | str | None], day: date) -> bool:
    return isinstance(state(day), Met)


def unrated(head: Head, found: Iterable[Session]) -> Iterator[NotAssessable]:
    """The exercises of which no working set says how close to failure it came."""
    for session in found:
        if all(known_left(done) is None for done in session.working):
            reason = f"no set on {day_words(session.day)} was rated in reps left"
            yield head.lacking(exercise_subject(session.exercise), reason)
