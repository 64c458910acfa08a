"""What the end of a log tells of its lifter, learned once and kept."""

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

if TYPE_CHECKING:
    # A start without an open workout reads no meter, so the method imports it.
    from befit_tui.analysis.meter import Lifter


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
        from befit_tui.analysis.meter.backtest import (  # noqa: PLC0415
            HABIT_WORKOUTS,
            lifter_of,
        )

        last = tuple(islice(history.newest_first(), HABIT_WORKOUTS))
        known = self._known
        if known is None or known[0] is not catalog or known[1] != last:
            found = lifter_of(reversed(last), exercise or catalog.get)
            known = self._known = (catalog, last, found)
        return known[2]
