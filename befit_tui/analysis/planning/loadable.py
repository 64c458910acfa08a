"""Loads that a scheme asks for, as they can be put on the lift."""

from befit_tui.analysis.planning.rack import FINEST, WITH_PLATES, Rack
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import LoadKind

USUAL = {Unit.KG: 20.0, Unit.LB: 45.0}
"""The usual bar: no barbell lift is lighter."""
CLOSE = 1e-6


class Bar(Value, frozen=True):
    """A lift with its rack: what a load becomes on it, ever a load that there is.

    Plates go by the steps of the books, whatever odd loads were lifted.
    """

    exercise: Exercise
    rack: Rack

    @property
    def unit(self) -> Unit:
        """The unit that loads are given in."""
        return self.rack.unit

    @property
    def takes_load(self) -> bool:
        """Whether load can be added to the lift at all."""
        return self.exercise.load in (
            LoadKind.WEIGHT,
            LoadKind.BODYWEIGHT_PLUS,
            LoadKind.ASSISTED,
        )

    @property
    def empty(self) -> float:
        """The bar alone: the lifter's, else the usual one, or what was lighter."""
        if self.exercise.bar is not None:
            return self.exercise.bar.to(self.unit).value
        if self.exercise.equipment != "barbell":
            return 0.0
        return min((USUAL[self.unit], *self.rack.used))

    def nearest(self, value: float) -> Load:
        """The load nearest to a number of the rack's unit; halfway up, as tables do."""
        below, above = self._loads.below(value), self._loads.above(value)
        if below is None or (above is not None and above - value <= value - below):
            below = above
        return Load(below or 0.0, self.unit)

    def beneath(self, value: float) -> Load:
        """The heaviest load up to a number of the rack's unit, or the lightest."""
        return Load(self._loads.below(value) or self._loads.least, self.unit)

    def share(self, load: Load, percent: float) -> Load:
        """A percent of a load, to the nearest that there is."""
        return self.nearest(load.to(self.unit).value * percent / 100)

    def less(self, load: Load, percent: float) -> Load:
        """A load with a percent off, never more than that is left; assistance grows."""
        if self.exercise.load is LoadKind.ASSISTED:
            return self.nearest(load.to(self.unit).value * (1 + percent / 100))
        return self.beneath(load.to(self.unit).value * (1 - percent / 100))

    def more(self, load: Load, step: Load) -> Load:
        """A load with a step on it, or the next one that there is; assistance falls.

        A step that is smaller than the smallest plates becomes theirs.
        """
        value, by = load.to(self.unit).value, step.to(self.unit).value
        if self.exercise.load is LoadKind.ASSISTED:
            return self.beneath(max(0.0, value - by))
        if load.unit is self.unit is step.unit and self._has_plates:
            return Load(round(value + max(by, self._grain), 2), self.unit)
        found, above = self.nearest(value + by), self._loads.above(value)
        if found.value > value + CLOSE or above is None:
            return found
        return Load(above, self.unit)

    @property
    def _loads(self) -> Rack:
        if not self._has_plates:
            return self.rack
        return Rack(self.unit, self._grain, least=self.empty)

    @property
    def _has_plates(self) -> bool:
        return not self.rack.sizes and (
            self.exercise.equipment in WITH_PLATES
            or self.exercise.load is LoadKind.BODYWEIGHT_PLUS
        )

    @property
    def _grain(self) -> float:
        """The smallest step of usual plates, or a smaller one of the lift."""
        return min(self.rack.step or FINEST[self.unit], FINEST[self.unit])
