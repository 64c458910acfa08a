"""What there is to lift at a place: dumbbells, kettlebells, the stack, bar and plates.

It is typed as one line: ``dumbbells 2-30/2 32.5, stack 5, plates 20 10x4 1.25, bar 20;
lb: stack 10``. Masses are in kilograms, after ``lb:`` in pounds.
"""

import re
from collections.abc import Iterable, Mapping

from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import Unit
from befit_tui.domain.plates import parse_plates
from befit_tui.domain.value import Value, replace

EXAMPLE = "as in dumbbells 2-30/2, stack 5, plates 20 10x4 1.25, bar 20; lb: stack 10"
MOST_SIZES = 200
"""Sizes of one kind; more is a slip (product constant)."""
_SEGMENT = r"\s*(?:(kg|lb)\s*:)?(.*)"
_MASS = r"\d{1,3}(?:\.\d{1,3})?"
_SIZE = rf"({_MASS})(?:-({_MASS})/({_MASS}))?"


class Owned(Value, frozen=True):
    """Masses in one unit: the ``sizes`` of each kind, the step of a ``stack``.

    None and what is not there are not known: then the past tells.
    """

    sizes: tuple[tuple[str, tuple[float, ...]], ...] = ()
    stack: float | None = None
    bar: float | None = None
    plates: tuple[tuple[float, int], ...] = ()

    def of(self, equipment: str) -> tuple[float, ...]:
        """The sizes of the dumbbells or kettlebells there are; empty: not known."""
        return dict(self.sizes).get(equipment, ())


def parse_owned(text: str) -> Mapping[Unit, Owned]:
    """What a line says there is, by the units that it names; or EntryError."""
    found: dict[Unit, Owned] = {}
    for segment in filter(str.strip, text.lower().split(";")):
        match = re.fullmatch(_SEGMENT, segment, re.DOTALL)
        unit = Unit(match[1]) if match and match[1] else Unit.KG
        owned = found.get(unit, Owned())
        for item in filter(str.strip, (match[2] if match else "").split(",")):
            owned = _with(owned, *item.split(maxsplit=1))
        found[unit] = owned
    return found


def _with(owned: Owned, what: str, values: str = "") -> Owned:
    if what in ("dumbbells", "kettlebells"):
        sizes = tuple(sorted(set(_sizes(values.split()))))
        return replace(owned, sizes=(*owned.sizes, (what.rstrip("s"), sizes)))
    if what == "plates":
        return replace(owned, plates=parse_plates(values))
    (mass,) = _sizes(values.split()[:1]) or (0.0,)
    if what == "stack" and mass:
        return replace(owned, stack=mass)
    if what == "bar" and mass:
        return replace(owned, bar=mass)
    raise EntryError(f"{f'{what} {values}'.strip()!r} cannot be read; type {EXAMPLE}.")


def _sizes(words: Iterable[str]) -> list[float]:
    """``2-30/2 32.5``: from 2 to 30 by 2, and 32.5."""
    found: list[float] = []
    for word in words:
        match = re.fullmatch(_SIZE, word)
        step = float(match[3] or 0) if match else 0.0
        if match is None or (match[2] and not step):
            raise EntryError(f"{word!r} is no mass; type {EXAMPLE}.")
        low, high = float(match[1]), float(match[2] or match[1])
        count = int((high - low) / step + 1e-6) if step else 0
        if not 0 <= count <= MOST_SIZES:
            raise EntryError(f"{word!r} are too many; type {EXAMPLE}.")
        found += [round(low + n * step, 3) for n in range(count + 1)]
    return found
