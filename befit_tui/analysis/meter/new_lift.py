"""A lift in its first sessions: too few sets to know what a load makes of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import exp, log

from befit_tui.analysis.meter.evidence import resistance
from befit_tui.analysis.meter.model import EPLEY, MOST_REPS, LiftModel, forecast
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


def forecast_new(
    model: LiftModel,
    load_kg: float | None,
    *,
    at: datetime,
    today: Sequence[LoggedSet] = (),
    rest_s: float | None = None,
) -> Forecast:
    """Forecast a set as ``read`` does, of a lift with hardly a past.

    A load far from all that were used is carried to from where habit ends, by the
    curve of Epley (1985); the further it goes, the wider is the band.
    """
    asked = resistance(model.exercise, load_kg, model.body_kg)
    used = _used(model, today)
    if not used or asked is None:
        return forecast(model, load_kg, at=at, today=today, rest_s=rest_s)
    if not model.memory.points:
        model = replace(model, loaded=True, kg=used[0])
    near = min(used, key=lambda kg: abs(log(kg / asked)))
    is_near = abs(log(asked / near)) <= HABIT
    edge = asked if is_near else near * exp(HABIT if asked > near else -HABIT)
    more = asked - edge if model.exercise.load is LoadKind.ASSISTED else edge - asked
    there = (load_kg or 0.0) + more
    said = forecast(model, there, at=at, today=today, rest_s=rest_s)
    reps = EPLEY * (edge * (1 + said.centre / EPLEY) / asked - 1)
    change = min(max(0.0, reps), MOST_REPS) - said.centre
    return said if is_near else _moved(said, change, model.lifter.grain)


def _used(model: LiftModel, today: Sequence[LoggedSet]) -> list[float]:
    """The resistances of the remembered sets and of today's, in kilograms."""
    points = model.memory.points if model.loaded else ()
    kept = [model.kg * exp(each.first + each.shift) for each in points]
    loads = [each.load.kg if each.load else None for each in today if is_working(each)]
    own = [resistance(model.exercise, load, model.body_kg) for load in loads]
    return kept + [kg for kg in own if kg is not None]


def _moved(said: Forecast, change: float, step: float) -> Forecast:
    """A forecast by so many reps higher, in steps, its band the wider for it."""
    unsure = CARRIED * abs(change)
    reps, low, high = (
        max(0.0, round(each / step) * step)
        for each in (
            said.reps + change,
            said.low + change - unsure,
            said.high + change + unsure,
        )
    )
    return replace(said, reps=reps, low=low, high=high, centre=said.centre + change)
