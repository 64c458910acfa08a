"""The workouts of the past in numbers, each month of them worked out once."""

from datetime import date

from befit_tui.analysis.digest import Digest, digest
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

Month = tuple[tuple[Workout, ...], tuple[Digest, ...]]


class Digests:
    """The months that were counted already; a month that has changed is counted anew.

    It outlives a history: most months of the next one are the same.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._months: dict[str, Month] = {}

    def waiting(self, history: History, first: date) -> tuple[str, ...]:
        """The months from a day on that are not counted yet, the newest first."""
        return tuple(
            month
            for month in reversed(_months(history, first))
            if not self._knows(history, month)
        )

    def add(self, history: History, month: str) -> None:
        """Count a month; a millisecond or two."""
        found = history.month(month)
        self._months[month] = (
            found,
            tuple(digest(one, self.catalog.get) for one in found),
        )

    def since(self, history: History, first: date, last: date) -> list[Digest]:
        """The workouts of ``first`` to ``last``, oldest first; counted if need be."""
        for month in self.waiting(history, first):
            self.add(history, month)
        return [
            one
            for month in _months(history, first)
            for one in self._months[month][1]
            if first <= one.day <= last
        ]

    def _knows(self, history: History, month: str) -> bool:
        known = self._months.get(month)
        return known is not None and known[0] is history.month(month)


def _months(history: History, first: date) -> list[str]:
    earliest = first.isoformat()[:7]
    return [month for month in history.months if month >= earliest]
