"""A lift in its first sessions: too few sets to know what a load makes of it.

Near the loads that were used habit forecasts well, so a load far from all of them is
forecast at the end of habit, and carried from there by a curve.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from befit_tui.analysis.lift.sessions import resistance
from befit_tui.analysis.meter.model import EPLEY, MOST_REPS, LiftModel
from befit_tui.analysis.meter.reading import Forecast
from befit_tui.domain.effort import is_working
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet

HABIT = 0.2
"""As far from a load that was used, in ln, habit forecasts better than a curve does:
1.4 against 2.1 reps of mean error over 392 such sets of a published log."""
CARRIED = 0.4
"""Share of the change that a curve promises by which one lifter may differ from it:
reps at a share of the 1RM vary that much between people (product constant)."""


def begun(model: LiftModel, today: Sequence[LoggedSet]) -> LiftModel:
    """A lift of which nothing is remembered, with loads measured from today's first."""
    loads = used(model, today)
    if model.memory.points or not loads:
        return model
    return replace(model, loaded=True, kg=loads[0])


def within_habit(
    model: LiftModel, load_kg: float | None, today: Sequence[LoggedSet]
) -> float | None:
    """The load asked for, or where habit ends on the way to it from the nearest used.

    Loads are as entered: added, or the assistance, in kilograms.
    """
    asked = resistance(model.exercise, load_kg, model.body_kg)
    loads = used(model, today)
    if asked is None or not loads:
        return load_kg
    near = min(loads, key=lambda kg: abs(log(kg / asked)))
    if abs(log(asked / near)) <= HABIT:
        return load_kg
    more = near * exp(HABIT if asked > near else -HABIT) - asked
    less_help = model.exercise.load is LoadKind.ASSISTED
    return (load_kg or 0.0) + (-more if less_help else more)


def carried(
    said: Forecast, model: LiftModel, from_kg: float | None, to_kg: float | None
) -> Forecast:
    """A forecast for one load carried to another by the curve of Epley (1985).

    The further it goes, the wider is the band.
    """
    there, asked = (
        resistance(model.exercise, load, model.body_kg) for load in (from_kg, to_kg)
    )
    if there is None or asked is None:
        return said
    reps = EPLEY * (there * (1 + said.centre / EPLEY) / asked - 1)
    change = min(max(0.0, reps), MOST_REPS) - said.centre
    unsure, step = CARRIED * abs(change), model.lifter.grain
    middle, low, high = (
        max(0.0, round((each + change) / step) * step)
        for each in (said.reps, said.low - unsure, said.high + unsure)
    )
    return replace(said, reps=middle, low=low, high=high, centre=said.centre + change)


def used(model: LiftModel, today: Sequence[LoggedSet]) -> list[float]:
    """The resistances of the remembered sets and of today's, in kilograms."""
    points = model.memory.points if model.loaded else ()
    kept = [model.kg * exp(each.first + each.shift) for each in points]
    loads = [each.load.kg if each.load else None for each in today if is_working(each)]
    own = [resistance(model.exercise, load, model.body_kg) for load in loads]
    return kept + [kg for kg in own if kg is not None]
