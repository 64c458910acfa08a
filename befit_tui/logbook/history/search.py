"""Which workouts of a month hold everything that a filter asks for.

All that is asked about sets must hold for one and the same set, and where words or a
muscle name an exercise of the workout, for a set of that exercise. What a minus turns
round must hold for no such set, and nowhere in the workout.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.filter_line import (
    COMPARED,
    OF_A_SET,
    Days,
    Filter,
    Key,
    Term,
)
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.history.search_index import Bits, Card, MonthIndex


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
        columns = {Key.LEFT: month.values.left, Key.REPS: month.values.reps}
        number, compared = _number(term), COMPARED[term.sign]
        values = columns.get(term.key, month.values.kg).items()
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
        if self.term.key is not Key.WORD or self.in_own_words(card):
            return set()
        word = str(self.term.value)
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
            else value in exercise.name.casefold()
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
