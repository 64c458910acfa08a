"""What an alert says, and what it rests on."""

from datetime import date
from enum import StrEnum

from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import day_words

MOST_LINES = 6
"""Lines of evidence that are shown before somebody asks for all."""


class Severity(StrEnum):
    """How much an alert matters."""

    NOTE = "note"
    """A fact, or a count without consequence."""
    WARN = "warn"
    """A consequence, or a class of lift where failure matters."""
    STOP = "stop"
    """A consequence that repeats or adds to another."""

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts it first."""
        return (Severity.STOP, Severity.WARN, Severity.NOTE).index(self)


class Subject(Value, frozen=True):
    """Whom an alert is about: ``kind`` is set, exercise, muscle, session or week.

    ``id`` stays the same while the alert is open; ``label`` is for people.
    """

    kind: str
    id: str
    label: str


class Evidence(Value, frozen=True):
    """One number behind an alert.

    ``usual`` is what this lifter normally shows and ``threshold`` the limit that was
    passed, both in ``unit`` and None where there is none.
    """

    what: str
    value: float
    unit: str
    when: date
    usual: float | None = None
    threshold: float | None = None

    @property
    def words(self) -> str:
        """All but the day: ``best est. 1RM: 91.2 kg, usual 99.8, limit 94``."""
        usual = "" if self.usual is None else f", usual {number(self.usual)}"
        limit = "" if self.threshold is None else f", limit {number(self.threshold)}"
        return f"{self.what}: {number(self.value)} {self.unit}".rstrip() + usual + limit


class Alert(Value, frozen=True, kw_only=True):
    """Something the log shows, with its evidence (never empty) and one advice.

    ``first_raised`` is the day on which it became open.
    """

    code: str
    severity: Severity
    subject: Subject
    title: str
    evidence: tuple[Evidence, ...]
    advice: str
    first_raised: date

    def numbers(self, most: int | None = MOST_LINES) -> tuple[str, ...]:
        """The evidence in words with its day, the last line says what is left out."""
        said = tuple(f"{one.words}, {day_words(one.when)}" for one in self.evidence)
        if most is None or len(said) <= most:
            return said
        return (*said[: most - 1], f"and {len(said) - most + 1} more")


class NotAssessable(Value, frozen=True):
    """A rule that could not be judged for a subject, and the data it lacks."""

    code: str
    subject: Subject
    reason: str


class Assessment(Value, frozen=True):
    """Every open alert, the worst first, and every rule that lacked data."""

    alerts: tuple[Alert, ...] = ()
    not_assessable: tuple[NotAssessable, ...] = ()
