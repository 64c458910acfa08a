"""Loads as they were entered, freed from the noise of an app's own conversion.

An app that keeps one unit inside exports 5 lb as 2.2679618500000003 kg. The unit that
was typed shows itself: nearly every load is a multiple of the step of its plates.
"""

from collections.abc import Callable, Sequence
from functools import cache

from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import KG_PER_LB, Load, Unit
from befit_tui.transfer.rows import Row

STEP = {Unit.KG: 0.25, Unit.LB: 0.5}
"""The finest steps that plates make (product constant)."""

PLATES = {Unit.KG: 1.25, Unit.LB: 2.5}
"""The steps of the plates that every gym has (product constant)."""

NEAR = 0.02
"""How far from a step a load may be to be snapped to it (product constant)."""

_MOST = 0.5
"""The share of loads on a unit's steps that shows that they were typed in it."""

Read = tuple[Load, Load | None]


def load_reader(
    rows: Sequence[Row], named: Unit | None, file: str
) -> Callable[[float, Unit | None], Read]:
    """A function from a load as written, and its unit, to the load as entered.

    Beside the load it gives the one that is written, where it differs. A unit in the
    file wins over ``named``; UnitNeededError where there is neither. What Befit wrote
    is the load as it was entered.
    """
    exact = any(row.rev for row in rows)
    loads = [(row.load, row.unit) for row in rows if row.load]
    loads += [(row.bodyweight, row.bodyweight_unit) for row in rows if row.bodyweight]
    units = {unit for _, unit in loads if unit}
    default = units.pop() if len(units) == 1 else named
    if default is None and any(unit is None for _, unit in loads):
        raise UnitNeededError(
            f"{file} does not say whether its loads are kilograms or pounds: "
            "say --unit kg or --unit lb."
        )
    values = {
        unit: [v for v, own in loads if (own or default) is unit] for unit in Unit
    }
    entered = {unit: _entered_in(unit, values[unit]) for unit in Unit}

    @cache
    def read(value: float, unit: Unit | None) -> Read:
        written = Load(value, unit or default or Unit.KG)
        if exact:
            return written, None
        meant = entered[written.unit]
        if meant is not written.unit and _is_clean(written, meant):
            meant = written.unit
        same = meant is written.unit
        typed = value if same else _converted(value, written.unit)
        load = Load(round(value, 2), written.unit)
        if _is_near(typed, meant):
            load = Load(_snapped(typed, meant), meant)
        return load, None if load == written else written

    return read


def _entered_in(unit: Unit, values: Sequence[float]) -> Unit:
    other = Unit.LB if unit is Unit.KG else Unit.KG
    here = sum(_is_near(value, unit) for value in values)
    there = sum(_is_near(_converted(value, unit), other) for value in values)
    return other if there > max(here, len(values) * _MOST) else unit


def _is_clean(written: Load, meant: Unit) -> bool:
    """Whether a load was typed in the unit that it is written in, unlike the others.

    It is a whole number there, and no plates of the other unit make it: 105 kg among
    pounds, which would be 231.5 lb.
    """
    plates = _converted(written.value, written.unit) / PLATES[meant]
    off = abs(plates - round(plates)) * PLATES[meant]
    return written.value == int(written.value) and off > NEAR


def _converted(value: float, unit: Unit) -> float:
    return value / KG_PER_LB if unit is Unit.KG else value * KG_PER_LB


def _snapped(value: float, unit: Unit) -> float:
    return round(value / STEP[unit]) * STEP[unit]


def _is_near(value: float, unit: Unit) -> bool:
    return abs(value - _snapped(value, unit)) <= NEAR
