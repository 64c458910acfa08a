"""A load as the lifter entered it, with its unit."""

from enum import StrEnum

from befit_tui.domain.value import Number, Value

KG_PER_LB = 0.45359237
"""Kilograms in an international avoirdupois pound, by definition (1959)."""


class Unit(StrEnum):
    """A unit of mass."""

    KG = "kg"
    LB = "lb"


class Load(Value, frozen=True, gc=False):
    """A mass in the unit it was entered in; converted on reading, never on writing."""

    value: Number
    unit: Unit

    @property
    def kg(self) -> float:
        """The mass in kilograms."""
        return self.value if self.unit is Unit.KG else self.value * KG_PER_LB

    def to(self, unit: Unit) -> "Load":
        """The same mass in ``unit``, rounded to a hundredth when the unit differs."""
        if unit is self.unit:
            return self
        return Load(round(from_kg(self.kg, unit), 2), unit)

    @property
    def typed(self) -> str:
        """The mass as it is typed: ``82.5kg``."""
        return f"{number(self.value)}{self.unit}"

    def __str__(self) -> str:
        """The mass as people write it: ``80 kg``, ``82.5 kg``."""
        return f"{number(self.value)} {self.unit}"


def from_kg(kg: float, unit: Unit) -> float:
    """A mass in kilograms as a number of ``unit``."""
    return kg if unit is Unit.KG else kg / KG_PER_LB


def number(value: float) -> str:
    """A number without a needless fraction: ``80``, ``82.5``, ``38.33``."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def tenth(value: float) -> str:
    """A number to a tenth: ``80``, ``82.3``."""
    return number(round(value, 1))
