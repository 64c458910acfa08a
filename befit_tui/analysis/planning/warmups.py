"""Warm-up sets that lead to the first working set."""

from befit_tui.domain.load import Load
from befit_tui.domain.plates import Gear, nearest
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SetTarget

RAMP = ((0.4, 8), (0.6, 5), (0.8, 3))
"""Share of the working load and reps, the usual ramp of strength programmes; product
constant: trials compare warm-ups with none (Abad 2011), not ramps with each other."""


def ramp(working: Load, *, gear: Gear | None, step: float) -> tuple[SetTarget, ...]:
    """Planned warm-ups for a working load, each lighter than the next.

    Loads are rounded down to what the plates of ``gear`` make, without a bar to
    multiples of ``step``. Steps that fall together are left out, like those with
    nothing on the bar to take off.
    """
    found: list[SetTarget] = []
    for share, reps in RAMP:
        value = _rounded(working.value * share, gear, step)
        lighter = found[-1].load.value if found and found[-1].load else 0.0
        if lighter < value < working.value:
            load = Load(value, working.unit)
            found.append(SetTarget(kind=Kind.WARMUP, reps=(reps, reps), load=load))
    return tuple(found)


def _rounded(value: float, gear: Gear | None, step: float) -> float:
    if gear is None:
        return round(value // step * step, 2) if step else round(value)
    return nearest(gear, max(value, gear.bar))[0]
