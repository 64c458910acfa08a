"""What is known of each lift, worked out once for a history and kept."""

from befit_tui.analysis.records import Bests, bests_of
from befit_tui.analysis.sessions import WeighIns, body_kg, moved_kg, sessions, weigh_ins
from befit_tui.analysis.strength import best_estimate
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load
from befit_tui.domain.workout import Entry, Workout

RECENT = 3
"""Sessions whose best estimate stands for today's 1RM; product constant."""


class Lifts:
    """Answers about single lifts from one history; a new history needs a new one."""

    def __init__(self, history: History, catalog: Catalog) -> None:
        self.history = history
        self._catalog = catalog
        self._bests: dict[str, Bests] = {}
        self._one_rm: dict[str, float | None] = {}
        self._weighed: WeighIns | None = None

    def is_stale(self, history: History, catalog: Catalog) -> bool:
        """Whether the log or the exercises are no longer those it was made from."""
        return self.history is not history or self._catalog is not catalog

    def exercise(self, exercise: str) -> Exercise:
        """The exercise of that id."""
        return self._catalog.get(exercise)

    def last_entry(self, exercise: str) -> Entry | None:
        """The exercise as it was done last, or None."""
        exposures = self.history.exposures(exercise)
        return exposures[-1].entry if exposures else None

    def bests(self, exercise: str) -> Bests:
        """The bests of a lift over the whole history."""
        if exercise not in self._bests:
            self._bests[exercise] = bests_of(
                sessions(
                    self.history.exposures(exercise),
                    self._catalog.get(exercise),
                    self._weigh_ins(),
                )
            )
        return self._bests[exercise]

    def one_rm_kg(self, exercise: str) -> float | None:
        """The highest estimated 1RM of the last sessions, in kilograms, or None."""
        if exercise not in self._one_rm:
            recent = sessions(
                self.history.exposures(exercise)[-RECENT:],
                self._catalog.get(exercise),
                self._weigh_ins(),
            )
            found = [best.kg for one in recent if (best := best_estimate(one))]
            self._one_rm[exercise] = max(found, default=None)
        return self._one_rm[exercise]

    def moved_kg(
        self, exercise: str, load: Load | None, workout: Workout
    ) -> float | None:
        """The mass that a set moves today, in kilograms, or None if unknown."""
        today = workout.bodyweight
        body = today.kg if today else body_kg(self._weigh_ins(), workout.started_at)
        return moved_kg(self._catalog.get(exercise), load, body)

    def _weigh_ins(self) -> WeighIns:
        if self._weighed is None:
            self._weighed = weigh_ins(self.history)
        return self._weighed
