"""The lifts that may be chosen: what each is, and when it was last done."""

from datetime import date

from befit_tui.catalog.search import equipment_meant, matched, search, sought
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.logbook.lift_card import LiftCard, lift_card
from befit_tui.logbook.logbook import Logbook


class LiftChoice(Value, frozen=True):
    """A lift of the list; ``alias`` is the other name that matched, or empty."""

    exercise: Exercise
    alias: str = ""
    last: date | None = None
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id


class Found(Value, frozen=True):
    """What a query found; ``starts`` are the beginnings of words that matched.

    ``missing`` is the equipment that the query named and nothing found is done with.
    """

    choices: tuple[LiftChoice, ...]
    starts: frozenset[str] = frozenset()
    missing: str = ""

    def marks(self, text: str) -> list[tuple[int, int]]:
        """The parts of a text that matched, from and to."""
        return matched(text, self.starts)


class LiftChooser:
    """Finds lifts in one state of the log; ``instead_of`` is the one to be swapped."""

    def __init__(self, logbook: Logbook, instead_of: Exercise | None = None) -> None:
        self._logbook = logbook
        self._instead_of = instead_of
        self._today = logbook.clock().date()
        # The day each lift was last done, the latest first.
        self._last: dict[str, date] = {}
        for workout in logbook.history.newest_first():
            for entry in workout.entries:
                self._last.setdefault(entry.exercise, workout.started_at.date())

    @property
    def count(self) -> int:
        """How many lifts there are to choose from."""
        return sum(not one.hidden for one in self._logbook.catalog)

    def find(self, query: str) -> Found:
        """The lifts that the words may mean, the likeliest first."""
        catalog, old = self._logbook.catalog, self._instead_of
        active = self._logbook.active
        today = {one.exercise for one in active.entries if one.sets} if active else ()
        matches = search(
            catalog,
            query,
            recent=tuple(self._last),
            near=old.primary if old else (),
            limit=len(catalog),
        )
        choices = []
        for one in matches:
            lift = one.exercise
            last = self._today if lift.id in today else self._last.get(lift.id)
            if old is None or lift.id != old.id:
                choices.append(LiftChoice(lift, one.alias, last))
        # The equipment that was named and that nothing found is done with.
        there = {one.exercise.equipment for one in choices}
        named = equipment_meant(catalog, query) if choices else ()
        missing = next((one for one in named if one not in there), "")
        return Found(tuple(choices), sought(catalog, query), missing)

    def card(self, exercise: Exercise) -> LiftCard:
        """What a lift is."""
        done = self._logbook.history.exposures(exercise.id)
        return lift_card(exercise, done, self._logbook.unit)
