"""Which exercise a written name means."""

import re
from collections.abc import Iterable
from functools import cached_property

from befit_tui.catalog.names import equipment_named, normal, word_bag
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind

_BRACKETS = re.compile(r"[(\[{].*?[)\]}]")
_REMARK = re.compile(r"\s[-–/|:]\s|,")


class Resolver:
    """Looks names up in ever wider ways; the tables are made at first need.

    Where two exercises share a name, the one that comes first has it.
    """

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._exercises = {exercise.id: exercise for exercise in exercises}

    def resolve(self, name: str) -> str | None:
        """The id of the exercise of that name, or None.

        Tried in turn: the name as written, in one spelling, in any order of words,
        and without remarks such as ``(old gym)`` or ``- paused``.
        """
        return (
            self._as_written.get(name.strip().casefold())
            or self._in_one_spelling.get(normal(name))
            or self._in_any_order(name)
            or self._without_remarks(name)
        )

    @cached_property
    def _as_written(self) -> dict[str, str]:
        return _first_of(
            (name.casefold(), exercise.id) for name, exercise in self._names()
        )

    @cached_property
    def _in_one_spelling(self) -> dict[str, str]:
        return _first_of(
            (normal(name), exercise.id) for name, exercise in self._names()
        )

    @cached_property
    def _by_words(self) -> dict[frozenset[str], str]:
        owners: dict[frozenset[str], set[str]] = {}
        for name, exercise in self._names():
            owners.setdefault(word_bag(name), set()).add(exercise.id)
        return {words: min(ids) for words, ids in owners.items() if len(ids) == 1}

    def _names(self) -> Iterable[tuple[str, Exercise]]:
        for exercise in self._exercises.values():
            for name in (exercise.name, *exercise.aliases):
                yield name, exercise

    def _in_any_order(self, name: str) -> str | None:
        found = self._by_words.get(word_bag(name))
        return found if found and self._keeps_the_lift(name, found) else None

    def _without_remarks(self, name: str) -> str | None:
        movement = _REMARK.split(_BRACKETS.sub(" ", name))[0].strip()
        # The last word is the most specific: "Smith Machine", "Dumbbell (Cable)".
        equipment = equipment_named(name)[-1:]
        for guess in (*(f"{movement} ({tool})" for tool in equipment), movement):
            found = self._in_one_spelling.get(normal(guess)) or self._by_words.get(
                word_bag(guess)
            )
            if found is None or not self._keeps_the_lift(name, found):
                continue
            if not equipment or self._exercises[found].equipment in equipment:
                return found
        return None

    def _keeps_the_lift(self, name: str, exercise_id: str) -> bool:
        """Whether a guess keeps the words that change the movement or the load."""
        words, exercise = normal(name).split(), self._exercises[exercise_id]
        if "standing" in words and "seated" in normal(exercise.name).split():
            return False
        return "assisted" not in words or exercise.load is LoadKind.ASSISTED


def _first_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for key, value in pairs:
        table.setdefault(key, value)
    return table
