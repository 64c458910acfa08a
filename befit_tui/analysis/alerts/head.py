"""What the rules share: the head of an alert, and how long one about a lift stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    standing,
)
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Head:
    """What all alerts of one rule have in common."""

    code: str
    advice: str
    severity: Severity = Severity.NOTE

    def alert(
        self,
        subject: Subject,
        title: str,
        evidence: Iterable[Evidence],
        since: date,
        *,
        severity: Severity | None = None,
        advice: str = "",
    ) -> Alert:
        """An alert of the rule; ``severity`` and ``advice`` where they differ."""
        return Alert(
            code=self.code,
            severity=severity or self.severity,
            subject=subject,
            title=title,
            evidence=tuple(evidence),
            advice=advice or self.advice,
            first_raised=since,
        )

    def lacking(self, subject: Subject, reason: str) -> NotAssessable:
        """That the rule cannot be judged, and the data it lacks."""
        return NotAssessable(self.code, subject, reason)


@dataclass(frozen=True, slots=True)
class Met:
    """What one session shows of a rule that it meets: said of it, and the numbers."""

    title: str
    evidence: tuple[Evidence, ...]
    advice: str = ""
    severity: Severity | None = None


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
    run = standing(snapshot, exercise, lambda session: meets(session) is not None)
    found = [met for session in run if (met := meets(session))]
    if found:
        yield head.alert(
            exercise_subject(exercise),
            f"{exercise.name}: {found[0].title}",
            [piece for met in found for piece in met.evidence],
            day_of(run[-1].workout),
            severity=found[0].severity,
            advice=found[0].advice,
        )
    elif (last := snapshot.session_in(snapshot.last, exercise)) is not None:
        yield from unrated(head, [last])


def unrated(head: Head, found: Iterable[Session]) -> Iterator[NotAssessable]:
    """The exercises of which no working set says how close to failure it came."""
    for session in found:
        if all(known_left(done) is None for done in session.working):
            reason = f"no set on {day_of(session.workout)} was rated in reps left"
            yield head.lacking(exercise_subject(session.exercise), reason)


def sets_words(count: int) -> str:
    """``1 set``, ``2 sets``."""
    return "1 set" if count == 1 else f"{count} sets"
