"""Searching the past: which workouts hold all that a filter asks for, in a moment.

All that is asked about sets must hold for one and the same set, and where words or a
muscle name an exercise of the workout, for a set of that exercise. What a minus turns
round must hold for no such set, and nowhere in the workout.

A month is indexed once: a number stands for many of its sets, which have a bit each.
Which sets hold a value is one number then, and which hold several values is a bitwise
*and* of theirs.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property, reduce
from operator import and_, or_
from typing import NamedTuple, TypeVar

from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.filter_line import (
    COMPARED,
    OF_A_SET,
    Days,
    Filter,
    Key,
    Term,
)
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.text import folded
from befit_tui.domain.value import Value
from befit_tui.domain.workout import Entry, LoggedSet, Workout

Amount = TypeVar("Amount", float, str)
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
    """One workout with its sets; ``own`` is its name and its note in lower case.

    ``notes`` are those of its entries, for the many words that none of them has.
    """

    workout: Workout
    day: date
    own: str
    sets: Bits
    exercises: tuple[str, ...]
    entries: tuple[IndexedEntry, ...]
    notes: str


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
    own = folded(f"{workout.name}\n{workout.note}")
    exercises = tuple(entry.exercise for entry in entries)
    day = workout.day
    notes = "\n".join(entry.notes for entry in entries)
    return Card(workout, day, own, every, exercises, tuple(entries), notes)


def _notes(entry: Entry) -> str:
    # What the lifter calls it in another app is looked for as well.
    notes = [entry.written, entry.note, *(done.note for done in entry.sets)]
    return folded("\n".join(filter(None, notes)))


def _values(values: Iterable[Amount | None]) -> dict[Amount, Bits]:
    """Which sets have each of the values, which come in the order of the sets."""
    found: dict[Amount, Bits] = {}
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


class Found(NamedTuple):
    """The workouts that match, newest first, and how many of their sets do."""

    workouts: tuple[Workout, ...]
    sets: int


class Query:
    """A filter made ready for many months.

    Args:
        terms: the filter.
        exercises: every exercise that the months hold.
        records: ids of the sets that are personal records.
    """

    def __init__(
        self, terms: Filter, exercises: Iterable[Exercise], records: frozenset[str]
    ) -> None:
        known = tuple(exercises)
        self._named = [
            _Named(term, _meant(term, known))
            for term in terms
            if term.key in (Key.WORD, Key.MUSCLE)
        ]
        self._of_workout = [
            term for term in terms if term.key in (*_DAY_TESTS, Key.PHASE)
        ]
        of_set = [term for term in terms if term.key in OF_A_SET]
        self._asking = [term for term in of_set if not term.negated]
        self._dropping = [term for term in of_set if term.negated]
        self._records = records

    def search(self, month: MonthIndex) -> Found:
        """The workouts of a month that match."""
        asked = reduce(and_, (self._holding(month, term) for term in self._asking), -1)
        barred = reduce(or_, (self._holding(month, term) for term in self._dropping), 0)
        workouts: list[Workout] = []
        count = 0
        for card in month.cards:
            scope = self._scope(card)
            if scope is None or scope & barred or (self._asking and not scope & asked):
                continue
            workouts.append(card.workout)
            count += (scope & asked).bit_count()
        return Found(tuple(workouts), count)

    def _scope(self, card: Card) -> Bits | None:
        """The sets that are asked about; None if the workout is out."""
        for term in self._of_workout:
            if _holds(term, card) is term.negated:
                return None
        scopes: list[set[int]] = []
        for named in self._named:
            here = named.entries(card)
            if (bool(here) or named.in_own_words(card)) is named.term.negated:
                return None
            if here:
                scopes.append(here)
        if not scopes:
            return card.sets
        meant = set.intersection(*scopes) or set.union(*scopes)
        return reduce(or_, (card.entries[place].sets for place in meant))

    def _holding(self, month: MonthIndex, term: Term) -> Bits:
        """The sets of a month for which a term holds, negated or not."""
        if term.value == "failure":
            return month.values.failed
        if term.value == "pr":
            found = self._records.intersection(month.values.by_id)
            return reduce(or_, (month.values.by_id[set_id] for set_id in found), 0)
        if term.key is Key.FORM:
            return month.values.form.get(str(term.value), 0)
        known, kg = month.values, month.values.kg
        columns = {Key.LEFT: known.left, Key.REPS: known.reps, Key.KG: kg, Key.LB: kg}
        number, compared = _number(term), COMPARED[term.sign]
        values = columns[term.key].items()
        return reduce(or_, (bits for v, bits in values if compared(v, number)), 0)


class _Named(NamedTuple):
    """A word or a muscle, and the ids of the exercises that it names."""

    term: Term
    exercises: frozenset[str]

    def entries(self, card: Card) -> set[int]:
        """The entries it means: by their names, else by notes on nothing else."""
        if not self.exercises.isdisjoint(card.exercises):
            named = enumerate(card.exercises)
            return {place for place, exercise in named if exercise in self.exercises}
        word = str(self.term.value)
        if self.term.key is not Key.WORD or word not in card.notes or word in card.own:
            return set()
        notes = enumerate(entry.notes for entry in card.entries)
        return {place for place, text in notes if word in text}

    def in_own_words(self, card: Card) -> bool:
        """Whether the workout's own name or note has the word."""
        return self.term.key is Key.WORD and str(self.term.value) in card.own


def _number(term: Term) -> float:
    """The number of a term; a load as kilograms, rounded as the index has them."""
    value = float(str(term.value))
    if term.key is Key.LB:
        return round(Load(value, Unit.LB).kg, 2)
    return value


def _meant(term: Term, exercises: Iterable[Exercise]) -> frozenset[str]:
    value = str(term.value)
    return frozenset(
        exercise.id
        for exercise in exercises
        if (
            value in exercise.primary
            if term.key is Key.MUSCLE
            else value in folded(exercise.name)
        )
    )


_DAY_TESTS: Mapping[Key, Callable[[date, Days], bool]] = {
    Key.AFTER: lambda day, asked: day >= asked.first,
    Key.BEFORE: lambda day, asked: day <= asked.last,
    Key.ON: lambda day, asked: asked.first <= day <= asked.last,
}


def _holds(term: Term, card: Card) -> bool:
    if isinstance(term.value, Days):
        return _DAY_TESTS[term.key](card.day, term.value)
    return card.workout.phase == term.value
