"""What a lifter typed in the entry line, as a value and as text."""

from dataclasses import dataclass
from enum import StrEnum

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind

MOST_LOAD = 1500.0
"""In kg or lb: past every lift ever made in kg."""


class Mark(StrEnum):
    """How a set ended, as the letter after ``@``."""

    TECHNICAL = "f"
    VOLITIONAL = "v"
    MOMENTARY = "m"
    SLIPPED = "s"
    BROKE = "b"


@dataclass(frozen=True, slots=True)
class TypedLoad:
    """A load as typed; ``relative`` is a change, ``unit`` None the lifter's."""

    value: float
    unit: Unit | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A line that was read. What was not typed is None and comes from the row shown.

    ``again`` repeats the set above, ``sets`` is how many alike. ``left`` runs from 0
    to 10 in halves. Reps are good reps; ``extra_reps`` came after the form broke.
    """

    again: bool = False
    load: TypedLoad | None = None
    reps: int | None = None
    extra_reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    sets: int = 1
    left: float | None = None
    mark: Mark | None = None
    kind: Kind | None = None
    note: str = ""


def format_typed(typed: Typed) -> str:
    """The shortest line that is read as ``typed``."""
    parts = ["=" if typed.again else "", _load(typed.load), _measure(typed)]
    if typed.sets != 1:
        parts.append(f"x{typed.sets}")
    parts.append(_end(typed))
    parts.append({Kind.WARMUP: "w", Kind.DROP: "d"}.get(typed.kind or Kind.WORK, ""))
    if typed.note:
        parts.append(f" # {typed.note}")
    return "".join(parts)


def _load(load: TypedLoad | None) -> str:
    if load is None:
        return ""
    sign = "+" if load.relative and load.value >= 0 else ""
    return f"{sign}{_exact(load.value)}{load.unit or ''}x"


def _measure(typed: Typed) -> str:
    if typed.seconds is not None:
        return f"{_exact(typed.seconds)}s"
    if typed.metres is not None:
        return f"{_exact(typed.metres)}m"
    extra = "" if typed.extra_reps is None else f"+{typed.extra_reps}"
    return "" if typed.reps is None else f"{typed.reps}{extra}"


def _end(typed: Typed) -> str:
    if typed.mark is None and typed.left is None:
        return ""
    return f"@{typed.mark or ''}{'' if typed.left is None else _exact(typed.left)}"


def _exact(value: float) -> str:
    """The number to the three decimals that can be typed."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
