"""The past in columns, a month at a time, so that a filter can run through years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import NamedTuple

from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.history import History
from befit_tui.domain.workout import Entry, LoggedSet, Workout


class IndexedEntry(NamedTuple):
    """One exercise of a workout; ``sets`` are their places in the columns.

    ``notes`` are those of the exercise and its sets, in lower case.
    """

    exercise: str
    sets: range
    notes: str


class Card(NamedTuple):
    """One workout; ``own`` is its name and its note in lower case."""

    workout: Workout
    day: date
    own: str
    sets: range
    entries: tuple[IndexedEntry, ...]


@dataclass(frozen=True, slots=True)
class MonthIndex:
    """A month: a card a workout, newest first, and one value a set in each column.

    ``workouts`` are what was indexed, oldest first, ``exercises`` their ids; ``card``
    is the place of the set's workout. What is unknown is NaN, which no comparison
    holds for, or an empty text. ``kg`` is rounded to hundredths.
    """

    workouts: tuple[Workout, ...]
    exercises: frozenset[str]
    cards: tuple[Card, ...]
    card: Sequence[int]
    left: Sequence[float]
    reps: Sequence[float]
    kg: Sequence[float]
    form: tuple[str, ...]
    failed: bytes
    ids: tuple[str, ...]


def index_month(workouts: tuple[Workout, ...]) -> MonthIndex:
    """The workouts of a month, oldest first, as an index."""
    cards: list[Card] = []
    places: list[int] = []
    for place, workout in enumerate(reversed(workouts)):
        cards.append(_card(workout, len(places)))
        places += [place] * len(workout.sets)
    sets = [done for card in cards for done in card.workout.sets]
    return MonthIndex(
        workouts,
        frozenset(entry.exercise for card in cards for entry in card.entries),
        tuple(cards),
        tuple(places),
        _known(map(known_left, sets)),
        _known(done.reps for done in sets),
        _known(map(_kg, sets)),
        tuple(done.form or "" for done in sets),
        bytes(map(reached_failure, sets)),
        tuple(done.id for done in sets),
    )


def _card(workout: Workout, first: int) -> Card:
    entries = []
    start = first
    for entry in workout.entries:
        sets = range(start, start + len(entry.sets))
        entries.append(IndexedEntry(entry.exercise, sets, _notes(entry)))
        start = sets.stop
    own = f"{workout.name}\n{workout.note}".casefold()
    day = workout.started_at.date()
    return Card(workout, day, own, range(first, start), tuple(entries))


def _notes(entry: Entry) -> str:
    notes = [entry.note, *(done.note for done in entry.sets)]
    return "\n".join(filter(None, notes)).casefold()


def _known(values: Iterable[float | None]) -> tuple[float, ...]:
    """The values, equal ones as one object: a log has few loads and many sets."""
    same: dict[float, float] = {}
    return tuple(
        nan if value is None else same.setdefault(value, value) for value in values
    )


def _kg(done: LoggedSet) -> float | None:
    return None if done.load is None else round(done.load.kg, 2)


class PastIndex:
    """The months that are indexed already; a changed month is indexed anew."""

    def __init__(self) -> None:
        self._months: dict[str, MonthIndex] = {}

    def waiting(self, history: History) -> tuple[str, ...]:
        """The months that are not indexed as they stand, the newest first."""
        known = self._months
        return tuple(
            month
            for month in reversed(history.months)
            if month not in known or known[month].workouts is not history.month(month)
        )

    def add(self, history: History, month: str) -> None:
        """Index a month; milliseconds, and safe in another thread."""
        self._months[month] = index_month(history.month(month))

    def ready(self, history: History) -> list[MonthIndex]:
        """The months of a history that are indexed, the newest first."""
        waiting = set(self.waiting(history))
        newest_first = reversed(history.months)
        return [self._months[month] for month in newest_first if month not in waiting]
