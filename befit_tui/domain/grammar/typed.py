"""What a lifter typed in the entry line, how it is meant, and as text."""

from enum import Enum, StrEnum, auto

from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import EffortScale, Kind
from befit_tui.domain.workout import Sides

MOST_LOAD = 1500.0
"""In kg or lb: past every lift ever made in kg."""
SCALE_NAMES = {EffortScale.LEFT: "rir", EffortScale.RPE: "rpe"}
"""What says after ``@`` which scale a number is of, where it is not the usual one."""


class Bare(Enum):
    """What a number counts that has no sign of its own."""

    REPS = auto()
    SECONDS = auto()
    METRES = auto()
    LOAD_OR_REPS = auto()
    """Nobody can tell on a loaded lift of which no load is known."""
    TIME_OR_DISTANCE = auto()
    """Nobody can tell on a run of which nothing is known."""


class Manner(Value, frozen=True):
    """What ``bare`` numbers are, the ``scale`` of ``@8``, the ``unit`` of loads.

    The same text means other things on other lifts: 45 is seconds of a plank and reps
    of a press; ``@8`` is a hard set to who thinks in RPE and an easy one to others.
    Where bare numbers are seconds, ``m`` is minutes; else it is metres.
    """

    bare: Bare = Bare.REPS
    scale: EffortScale = EffortScale.LEFT
    unit: Unit = Unit.KG

    @property
    def counts_reps(self) -> bool:
        """Whether a bare number behind a load is reps."""
        return self.bare in (Bare.REPS, Bare.LOAD_OR_REPS)


PLAIN = Manner()
"""A lift in reps with a known load, rated by reps left."""


class Mark(StrEnum):
    """How a set ended, as the letter after ``@``."""

    TECHNICAL = "f"
    VOLITIONAL = "v"
    MOMENTARY = "m"
    SLIPPED = "s"
    BROKE = "b"


class TypedLoad(Value, frozen=True):
    """A load as typed; ``relative`` is a change, ``unit`` None the lifter's.

    ``body`` is body mass plus ``value``, which is zero for ``bw`` and below for help.
    """

    value: float
    unit: Unit | None = None
    relative: bool = False
    body: bool = False


class Typed(Value, frozen=True, kw_only=True):
    """A line that was read. What was not typed is None and comes from the row shown.

    ``again`` repeats the set above, ``sets`` is how many alike. ``left`` runs from 0
    to 10 in halves, ``rpe`` from 1 to 10, and at most one of them is typed. Reps are
    good reps; ``extra_reps`` came after the form broke; ``sides`` are of each side.
    """

    again: bool = False
    load: TypedLoad | None = None
    reps: int | None = None
    extra_reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    sets: int = 1
    left: float | None = None
    rpe: float | None = None
    mark: Mark | None = None
    kind: Kind | None = None
    note: str = ""
    sides: Sides | None = None


def read_sides(left: str | None, right: str | None) -> Sides | None:
    """The reps of the sides as typed before ``l`` and ``r``; None without any."""
    if left is None and right is None:
        return None
    return Sides(*(None if side is None else int(side) for side in (left, right)))


def format_typed(typed: Typed, manner: Manner = PLAIN) -> str:
    """The shortest line that is read as ``typed`` on a row of that manner."""
    parts = ["=" if typed.again else "", _load(typed.load), _measure(typed, manner)]
    if typed.sets != 1:
        parts.append(f"x{typed.sets}")
    parts.append(_end(typed, manner.scale))
    parts.append({Kind.WARMUP: "w", Kind.DROP: "d"}.get(typed.kind or Kind.WORK, ""))
    if typed.note:
        parts.append(f" # {typed.note}")
    return "".join(parts)


def _load(load: TypedLoad | None) -> str:
    if load is None:
        return ""
    if load.body and not load.value:
        return "bwx"
    sign = "+" if (load.relative or load.body) and load.value >= 0 else ""
    body = "bw" if load.body else ""
    return f"{body}{sign}{_exact(load.value)}{load.unit or ''}x"


def _measure(typed: Typed, manner: Manner) -> str:
    if typed.seconds is not None:
        return f"{_exact(typed.seconds)}s"
    if typed.metres is not None:
        word = " metres" if manner.bare is Bare.SECONDS else "m"
        return f"{_exact(typed.metres)}{word}"
    if typed.reps is None:
        return ""
    if typed.sides is not None:
        return str(typed.sides)
    extra = "" if typed.extra_reps is None else f"+{typed.extra_reps}"
    if typed.load is None:
        alone = manner.bare is Bare.REPS and typed.sets == 1
        return f"{'' if alone else 'x'}{typed.reps}{extra}"
    return f"{typed.reps}{extra}{'' if manner.counts_reps else ' reps'}"


def _end(typed: Typed, scale: EffortScale) -> str:
    rated, own = typed.left, EffortScale.LEFT
    if typed.rpe is not None:
        rated, own = typed.rpe, EffortScale.RPE
    if typed.mark is None and rated is None:
        return ""
    named = "" if rated is None or own is scale else SCALE_NAMES[own]
    return f"@{typed.mark or ''}{named}{'' if rated is None else _exact(rated)}"


def _exact(value: float) -> str:
    """The number to the three decimals that can be typed."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
