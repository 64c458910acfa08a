"""Which workouts of a month hold everything that a filter asks for.

All that is asked about sets must hold for one and the same set, and where words or a
muscle name an exercise of the workout, for a set of that exercise. What a minus turns
round must hold for no such set, and nowhere in the workout.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, compress
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.filter_terms import OF_A_SET, Days, Filter, Key, Term
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.past_index import Card, MonthIndex

_SAME_THE_OTHER_WAY = {"<": gt, "<=": ge, ">": lt, ">=": le, "=": eq}
"""With the number that was asked for as the first argument."""


Scope = Sequence[range]
"""Places of sets in the columns of a month."""


class Found(NamedTuple):
    """The workouts that match, newest first, and how many of their sets do."""

    workouts: tuple[Workout, ...]
    sets: int


class Question:
    """A filter made ready for many months.

    Args:
        terms: the filter.
        exercises: every exercise that the months hold.
        records: ids of the sets that are personal records.
    """

    def __init__(
        self, terms: Filter, exercises: Iterable[Exercise], records: Collection[str]
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
        scopes = {
            place: scope
            for place, card in enumerate(month.cards)
            if (scope := self._scope(card)) is not None
        }
        for term in self._dropping:
            held = _both(_mask(month, scopes), self._holding(month, term))
            for place in set(compress(month.card, held)):
                del scopes[place]
        if not self._asking:
            count = sum(len(part) for scope in scopes.values() for part in scope)
            return _found(month, scopes, count)
        mask = _mask(month, scopes)
        for term in self._asking:
            mask = _both(mask, self._holding(month, term))
        return _found(month, set(compress(month.card, mask)), mask.count(1))

    def _scope(self, card: Card) -> Scope | None:
        """The sets that are asked about; None if the workout is out."""
        if not all(_holds(term, card) is not term.negated for term in self._of_workout):
            return None
        scopes: list[set[int]] = []
        for named in self._named:
            here = named.entries(card)
            if (bool(here) or named.in_own_words(card)) is named.term.negated:
                return None
            if here:
                scopes.append(here)
        if not scopes:
            return (card.sets,)
        meant = set.intersection(*scopes) or set.union(*scopes)
        return [card.entries[place].sets for place in sorted(meant)]

    def _holding(self, month: MonthIndex, term: Term) -> bytes:
        """A 1 for every set for which a term holds, negated or not, else a 0."""
        if term.value == "failure":
            return month.failed
        if term.value == "pr":
            return bytes(map(self._records.__contains__, month.ids))
        if term.key is Key.FORM:
            return bytes(map(partial(eq, term.value), month.form))
        columns = {Key.LEFT: month.left, Key.REPS: month.reps}
        test = partial(_SAME_THE_OTHER_WAY[term.sign], _number(term))
        return bytes(map(test, columns.get(term.key, month.kg)))


class _Named(NamedTuple):
    """A word or a muscle, and the ids of the exercises that it names."""

    term: Term
    exercises: frozenset[str]

    def entries(self, card: Card) -> set[int]:
        """The entries it means: by their names, else by notes on nothing else."""
        found = {
            place
            for place, entry in enumerate(card.entries)
            if entry.exercise in self.exercises
        }
        if found or self.term.key is not Key.WORD or self.in_own_words(card):
            return found
        word = str(self.term.value)
        notes = enumerate(entry.notes for entry in card.entries)
        return {place for place, text in notes if text and word in text}

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


def _after(card: Card, days: Days) -> bool:
    return card.day >= days.first


def _before(card: Card, days: Days) -> bool:
    return card.day <= days.last


def _on(card: Card, days: Days) -> bool:
    return days.first <= card.day <= days.last


_DAY_TESTS = {Key.AFTER: _after, Key.BEFORE: _before, Key.ON: _on}


def _holds(term: Term, card: Card) -> bool:
    if isinstance(term.value, Days):
        return _DAY_TESTS[term.key](card, term.value)
    return card.workout.phase == term.value


def _mask(month: MonthIndex, scopes: Mapping[int, Scope]) -> bytes:
    """A 1 for every set in the scopes, else a 0."""
    mask = bytearray(len(month.card))
    for part in chain.from_iterable(scopes.values()):
        mask[part.start : part.stop] = b"\1" * len(part)
    return bytes(mask)


def _both(one: bytes, other: bytes) -> bytes:
    """A 1 where both have one; as numbers, because a loop would see every set."""
    both = int.from_bytes(one) & int.from_bytes(other)
    return both.to_bytes(len(one))


def _found(month: MonthIndex, places: Iterable[int], sets: int) -> Found:
    return Found(tuple(month.cards[at].workout for at in sorted(places)), sets)
