"""The past as an index, a month at a time, so that a filter can run through years.

A number stands for many sets: each set of a month has a bit. Which sets hold a value
is one number then, and which hold several values is a bitwise *and* of theirs.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.history import History
from befit_tui.domain.value import Value
from befit_tui.domain.workout import Entry, LoggedSet, Workout

Told = TypeVar("Told", float, str)
Bits = int
"""Sets of a month, a bit each."""


class IndexedEntry(NamedTuple):
    """One exercise of a workout with its sets.

    ``notes`` are those of the exercise and its sets, in lower case.
    """

    exercise: str
    sets: Bits
    notes: str


class Card(NamedTuple):
    """One workout with its sets; ``own`` is its name and its note in lower case."""

    workout: Workout
    day: date
    own: str
    sets: Bits
    exercises: tuple[str, ...]
    entries: tuple[IndexedEntry, ...]


class Values(NamedTuple):
    """Which sets of a month have which values; what is unknown has none.

    ``by_id`` has the bit of a set by its id. ``kg`` is rounded to hundredths.
    """

    by_id: Mapping[str, Bits]
    failed: Bits
    left: Mapping[float, Bits]
    reps: Mapping[float, Bits]
    kg: Mapping[float, Bits]
    form: Mapping[str, Bits]


class MonthIndex(Value, frozen=True, dict=True):
    """A month: a card a workout, newest first.

    ``workouts`` are what was indexed, oldest first, ``exercises`` their ids.
    """

    workouts: tuple[Workout, ...]
    exercises: frozenset[str]
    cards: tuple[Card, ...]

    @cached_property
    def values(self) -> Values:
        """The values of the sets, worked out at the first need: words need none."""
        sets = [done for card in self.cards for done in card.workout.sets]
        return Values(
            by_id={done.id: 1 << place for place, done in enumerate(sets)},
            failed=_values(map(reached_failure, sets)).get(True, 0),
            left=_values(map(known_left, sets)),
            reps=_values(done.reps for done in sets),
            kg=_values(map(_kg, sets)),
            form=_values(done.form for done in sets),
        )


def index_month(workouts: tuple[Workout, ...]) -> MonthIndex:
    """The workouts of a month, oldest first, as an index."""
    cards: list[Card] = []
    first = 0
    for workout in reversed(workouts):
        cards.append(_card(workout, first))
        first += len(workout.sets)
    return MonthIndex(
        workouts=workouts,
        exercises=frozenset().union(*(card.exercises for card in cards)),
        cards=tuple(cards),
    )


def _card(workout: Workout, first: int) -> Card:
    entries = []
    every = 0
    for entry in workout.entries:
        bits = ((1 << len(entry.sets)) - 1) << first
        entries.append(IndexedEntry(entry.exercise, bits, _notes(entry)))
        first += len(entry.sets)
        every |= bits
    own = f"{workout.name}\n{workout.note}".casefold()
    exercises = tuple(entry.exercise for entry in entries)
    day = workout.started_at.date()
    return Card(workout, day, own, every, exercises, tuple(entries))


def _notes(entry: Entry) -> str:
    # What the lifter calls it in another app is looked for as well.
    notes = [entry.written, entry.note, *(done.note for done in entry.sets)]
    return "\n".join(filter(None, notes)).casefold()


def _values(values: Iterable[Told | None]) -> dict[Told, Bits]:
    """Which sets have each of the values, which come in the order of the sets."""
    found: dict[Told, Bits] = {}
    for place, value in enumerate(values):
        if value is not None:
            found[value] = found.get(value, 0) | 1 << place
    return found


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

    def add(self, history: History, month: str, *, values: bool = True) -> None:
        """Index a month; milliseconds, and safe in another thread.

        Without ``values`` those of its sets are left to the first who needs them.
        """
        found = index_month(history.month(month))
        if values:
            _ = found.values
        self._months[month] = found

    def ready(self, history: History) -> list[MonthIndex]:
        """The months of a history that are indexed, the newest first."""
        waiting = set(self.waiting(history))
        newest_first = reversed(history.months)
        return [self._months[month] for month in newest_first if month not in waiting]
