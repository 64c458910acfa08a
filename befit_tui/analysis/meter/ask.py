"""Ask the meter, by the two functions that screens and commands need; what it says."""

from collections.abc import Sequence
from datetime import datetime
from math import exp, floor

from befit_tui.analysis.lift.sessions import (
    WEIGH_IN_LASTS,
    body_kg,
    resistance,
    sessions,
    weigh_ins,
)
from befit_tui.analysis.meter.doubled import question
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.analysis.meter.model import (
    NEW_SESSIONS,
    LiftModel,
    forecast,
    learn_sessions,
)
from befit_tui.domain.effort import is_working, whole
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import counted, days_ago_words
from befit_tui.domain.workout import LoggedSet

MANY_LEFT = 4
"""From here on reports are off by 2 to 5 reps (Zourdos 2021): only "4 or more"."""
NEW_LIFT_HALF_BAND = 3.0
"""Reps that the band of a new lift has to either side at least (product constant)."""
LIGHT_SHARE = 0.6
"""Lighter than this share of the lightest set remembered, nothing is known of a load:
lifters do not go near failure there (product constant)."""
_NO_LIMIT = "a load of 0 sets no limit to the reps"
_MEASURED_IN = {LoadKind.DURATION: "time", LoadKind.DISTANCE: "distance"}


class Left(Value, frozen=True):
    """Good reps left: the likeliest number and the ends of an 80% band, all >= 0."""

    value: float
    low: float
    high: float

    @property
    def number(self) -> str:
        """``2``, ``4+`` or ``0-1``; never a bare 0."""
        if self.value < 1:
            return "0-1"
        reps = whole(self.value)
        return f"{MANY_LEFT}+" if reps >= MANY_LEFT else str(reps)

    @property
    def band(self) -> tuple[int, int]:
        """The band in whole reps; never one number."""
        low, high = whole(self.low), floor(self.high + 0.5)
        return (max(0, low - 1), high + 1) if low == high else (low, high)

    @property
    def words(self) -> str:
        """``about 2 left (1-3)``, ``4 or more left (3-6)``, ``0-1 left (0-3)``."""
        number = self.number.replace("+", " or more")
        about = f"about {number}" if number.isdecimal() else number
        low, high = self.band
        return f"{about} left ({low}-{high})"


class Reading(Value, frozen=True, kw_only=True):
    """What the meter says of one load; the numbers are None if not ``assessable``.

    ``max_reps`` are good reps to failure, ``low`` and ``high`` the 80% band around
    them. ``basis`` says what it rests on, ``reason`` why it cannot say. ``question`` is
    what to ask the lifter because loads do not fit each other, mostly empty.
    """

    max_reps: float | None = None
    low: float | None = None
    high: float | None = None
    basis: str = ""
    reason: str = ""
    question: str = ""

    @property
    def assessable(self) -> bool:
        """Whether the meter can say."""
        return self.max_reps is not None

    def left(self, reps: float) -> Left | None:
        """Reps left after ``reps`` of the set; None if the meter cannot say."""
        if self.max_reps is None or self.low is None or self.high is None:
            return None
        value, low, high = (
            max(0.0, most - reps) for most in (self.max_reps, self.low, self.high)
        )
        return Left(value, low, high)


def basis_words(sessions: int, ago: str, sets_today: int) -> str:
    """``11 sessions of this lift · 3 days ago``; short enough for one line."""
    today = f"{counted(sets_today, 'set')} today" if sets_today else ""
    count = counted(sessions, "session") if sessions else ""
    of = " of this lift" if count and not today else ""
    return " · ".join(filter(None, (today, count + of, ago)))


def learn(
    history: History,
    exercise: Exercise,
    lifter: Lifter,
    *,
    at: datetime,
    body: Load | None = None,
) -> LiftModel:
    """Learn a lift from finished workouts, for a set ``at`` a time.

    ``body`` is the mass of the lifter if it was weighed then; else one from the log
    that lasts until then.
    """
    known = weigh_ins(history)
    past = tuple(sessions(history.exposures(exercise.id), exercise, known))
    mass = body_kg(known, at) if body is None else body.kg
    return learn_sessions(past, exercise, lifter, mass)


def read(
    model: LiftModel,
    load_kg: float | None,
    *,
    at: datetime,
    today: Sequence[LoggedSet] = (),
) -> Reading:
    """How many good reps the lifter can do with this load now.

    ``load_kg`` is the added load on bodyweight lifts, the assistance on assisted ones,
    None for none; ``today`` are the sets of the lift already done.
    """
    today = tuple(filter(is_working, today))
    loads = _used(model, today)
    if not model.memory.points and loads:
        model = replace(model, loaded=True, kg=loads[0])
    last, day = model.since, at.date()
    ago = "" if last is None else days_ago_words(min(last.date(), day), day)
    facts = Reading(
        basis=basis_words(model.sessions, ago, len(today)),
        question=question(model.tops, load_kg),
    )
    if reason := _why_not(model, load_kg, today, min(loads, default=0.0)):
        return replace(facts, reason=reason)
    said = forecast(model, load_kg, at=at, today=today)
    unsure = NEW_LIFT_HALF_BAND if model.sessions < NEW_SESSIONS else 0.0
    return replace(
        facts,
        max_reps=said.reps,
        low=max(0.0, min(said.low, said.reps - unsure)),
        high=max(said.high, said.reps + unsure),
    )


def _why_not(
    model: LiftModel,
    load_kg: float | None,
    today: Sequence[LoggedSet],
    lightest_kg: float,
) -> str:
    kind = model.exercise.load
    if kind in _MEASURED_IN:
        return f"{_MEASURED_IN[kind]} is measured here, not reps"
    if model.exercise.equipment == "band":
        return "the pull of a band is not known"
    if kind is LoadKind.ASSISTED and model.body_kg is None:
        return f"no body mass of the last {WEIGH_IN_LASTS.days} days"
    if not model.memory.points and not today:
        return "no working sets of this lift yet"
    if kind is LoadKind.WEIGHT and model.loaded:
        if not load_kg:
            return "no load given" if load_kg is None else _NO_LIMIT
        if load_kg < LIGHT_SHARE * lightest_kg:
            return "far lighter than any set so far"
    return ""


def _used(model: LiftModel, today: Sequence[LoggedSet]) -> list[float]:
    """The resistances of the remembered sets and of today's, in kilograms."""
    points = model.memory.points if model.loaded else ()
    kept = [model.kg * exp(each.load) for each in points]
    own = (resistance(model.exercise, one.kg, model.body_kg) for one in today)
    return [*kept, *(kg for kg, _ in model.ramp), *(kg for kg in own if kg is not None)]
