"""The records of the past by set, worked out a lift at a time and kept."""

from collections.abc import Mapping

from befit_tui.analysis.lift.records import Record, lift_records
from befit_tui.analysis.lift.sessions import WeighIns, sessions, weigh_ins
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.history import History

OfSets = Mapping[str, tuple[Record, ...]]
"""Records by the id of the set that made them."""


class PastRecords:
    """Answers from one history; ``renewed`` keeps the lifts that another left alone."""

    def __init__(self, history: History, catalog: Catalog) -> None:
        self._history = history
        self._catalog = catalog
        self._lifts: dict[str, OfSets] = {}
        self._weighed: WeighIns | None = None

    def renewed(self, history: History) -> "PastRecords":
        """The same for another history; lifts that it changes are forgotten."""
        found = PastRecords(history, self._catalog)
        if self._lifts and self._weigh_ins() == found._weigh_ins():
            before = self._history.exposures
            found._lifts = {
                lift: made
                for lift, made in self._lifts.items()
                if before(lift) == history.exposures(lift)
            }
        return found

    @property
    def ids(self) -> frozenset[str]:
        """The sets that made a record, of the lifts that are worked out."""
        # A copy, because another thread may be working out the next lift.
        return frozenset().union(*tuple(self._lifts.values()))

    def waiting(self) -> tuple[str, ...]:
        """The lifts whose records are not worked out yet."""
        return tuple(key for key in self._history.exercises() if key not in self._lifts)

    def of(self, exercise: str) -> OfSets:
        """The records of a lift; tens of milliseconds for 20 years, the first time."""
        if exercise not in self._lifts:
            found = sessions(
                self._history.exposures(exercise),
                self._catalog.get(exercise),
                self._weigh_ins(),
            )
            self._lifts[exercise] = lift_records(found)
        return self._lifts[exercise]

    def _weigh_ins(self) -> WeighIns:
        if self._weighed is None:
            self._weighed = weigh_ins(self._history)
        return self._weighed
