"""The picker: exercises found by what is typed, with the day each was last done."""

from datetime import date

from befit_tui.catalog.search import equipment_meant, matched, search, sought
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.logbook.exercise_card import ExerciseCard, exercise_card
from befit_tui.logbook.logbook import Logbook


class ExerciseChoice(Value, frozen=True):
    """An exercise of the list; ``alias`` is the other name that matched, or empty."""

    exercise: Exercise
    alias: str = ""
    last: date | None = None

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id


class Found(Value, frozen=True):
    """What a query found; ``starts`` are the beginnings of words that matched.

    ``missing`` is the equipment that the query named and nothing found is done with.
    """

    choices: tuple[ExerciseChoice, ...]
    starts: frozenset[str] = frozenset()
    missing: str = ""

    def marks(self, text: str) -> list[tuple[int, int]]:
        """The parts of a text that matched, from and to."""
        return matched(text, self.starts)


class ExerciseChooser:
    """Finds exercises in a state of a log; ``instead_of`` is the one to be swapped."""

    def __init__(self, logbook: Logbook, instead_of: Exercise | None = None) -> None:
        self._logbook = logbook
        self._instead_of = instead_of
        # The day each exercise was last done, the latest first.
        active, today = logbook.active, logbook.clock().date()
        self._last: dict[str, date] = {
            entry.exercise: today
            for entry in (active.entries if active else ())
            if entry.sets
        }
        for workout in logbook.history.newest_first():
            for entry in workout.entries:
                self._last.setdefault(entry.exercise, workout.day)

    @property
    def count(self) -> int:
        """How many exercises there are to choose from."""
        return sum(not one.hidden for one in self._logbook.catalog)

    def find(self, query: str) -> Found:
        """The exercises that the words may mean, the likeliest first."""
        catalog, old = self._logbook.catalog, self._instead_of
        matches = search(
            catalog,
            query,
            recent=tuple(self._last),
            near=old,
            limit=len(catalog),
        )
        choices = [
            self.choice(one.exercise, one.alias)
            for one in matches
            if old is None or one.exercise.id != old.id
        ]
        # The equipment that was named and that nothing found is done with.
        there = {one.exercise.equipment for one in choices}
        named = equipment_meant(catalog, query) if choices else ()
        missing = next((one for one in named if one not in there), "")
        return Found(tuple(choices), sought(catalog, query), missing)

    def choice(self, exercise: Exercise, alias: str = "") -> ExerciseChoice:
        """An exercise with the day that it was last done."""
        return ExerciseChoice(exercise, alias, self._last.get(exercise.id))

    def card(self, exercise: Exercise) -> ExerciseCard:
        """What an exercise is."""
        done = self._logbook.history.exposures(exercise.id)
        return exercise_card(exercise, done, self._logbook.unit)
