"""What the meter knows of the lifter and of each lift, learned once and kept."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

if TYPE_CHECKING:
    # A start without an open workout reads no meter, so the methods import it.
    from befit_tui.analysis.meter.ask import Reading
    from befit_tui.analysis.meter.lifter import Lifter
    from befit_tui.analysis.meter.model import LiftModel


class HabitCache:
    """The lifter that the meter knows: a tenth of a second of work.

    It rests on the last workouts alone, so older ones that are read later leave it.
    """

    def __init__(self) -> None:
        self._known: tuple[Catalog, tuple[Workout, ...], Lifter] | None = None

    def of(
        self,
        history: History,
        catalog: Catalog,
        exercise: Callable[[str], Exercise] | None = None,
    ) -> "Lifter":
        """The lifter at the end of a history; may be asked for in another thread.

        ``exercise`` gives those of the catalogue in its own time.
        """
        from befit_tui.analysis.meter.replay import (  # noqa: PLC0415
            HABIT_WORKOUTS,
            lifter_of,
        )

        last = tuple(islice(history.newest_first(), HABIT_WORKOUTS))
        known = self._known
        if known is None or known[0] is not catalog or known[1] != last:
            found = lifter_of(reversed(last), exercise or catalog.get)
            known = self._known = (catalog, last, found)
        return known[2]


class MeterCache:
    """Readings from one history; a new history needs a new one."""

    def __init__(
        self, history: History, catalog: Catalog, habits: HabitCache | None = None
    ) -> None:
        self._history = history
        self._catalog = catalog
        self._habits = habits or HabitCache()
        self._models: dict[tuple[str, Load | None], LiftModel] = {}

    def read(
        self,
        exercise: str,
        load: Load | None,
        workout: Workout,
        earlier: Sequence[LoggedSet],
    ) -> "Reading":
        """The meter before a set of ``exercise`` with ``load``.

        ``earlier`` are the sets of the lift that were done in ``workout`` before.
        """
        from befit_tui.analysis.meter.ask import read  # noqa: PLC0415

        model = self._model(exercise, workout)
        plain = self._catalog.get(exercise).load is LoadKind.BODYWEIGHT_PLUS
        kg = load.kg if load is not None else 0.0 if plain else None
        return read(model, kg, at=workout.started_at, today=earlier)

    def _model(self, exercise: str, workout: Workout) -> "LiftModel":
        from befit_tui.analysis.meter.ask import learn  # noqa: PLC0415

        key = (exercise, workout.bodyweight)
        if key not in self._models:
            self._models[key] = learn(
                self._history,
                self._catalog.get(exercise),
                self._habits.of(self._history, self._catalog),
                at=workout.started_at,
                body=workout.bodyweight,
            )
        return self._models[key]
