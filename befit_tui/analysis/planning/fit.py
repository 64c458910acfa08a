"""The sets of a day against the meter: each lies inside its own target, or says why.

One walk does it all: before the first set for the proposal, and after every set for
what is still to do. Each set is asked for as if those before it had gone as planned, or
as they went. Reps change first, inside the range of the plan; then the load, by steps
of the rack.
"""

from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct, field

from befit_tui.analysis.planning.results import Sets
from befit_tui.analysis.planning.rows import PlannedSet, Rows
from befit_tui.analysis.planning.targets import ALL_LEFT, TargetZone
from befit_tui.domain.effort import reached_failure, whole
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind, Risk
from befit_tui.domain.workout import LoggedSet, Range

SLACK = 0.5
"""Reps further from failure than the target that the meter cannot tell from it."""
CLOSE = 1e-6
"""Reps that only rounding makes."""

UNRATED = 1.0
"""Reps beyond the forecast of the meter at which even sets that nobody rates get less
load: it guesses from habit there."""

MISSED = 0.03
"""Of the load: less does not help after reps were missed (product constant)."""

Meter = Callable[[Load | None, Sets], float | None]
"""Reps that a load allows after these sets of the day; None where it cannot be said."""
Steps = Callable[[Load | None, bool], Iterator[Load]]
"""Loads ever harder (True) or easier than one, as far as it may move in a day."""


class Walk(Value, frozen=True):
    """What is known while the sets of a day are gone through.

    ``need`` are the fewest reps that are worth a set without a range of its own,
    ``enough`` those beyond which more load is better; None: the load may not rise.
    ``rated`` says whether the lifter rates sets, so that one assumed is rated too;
    ``firm`` that reps stay as they are, also where they leave too few.
    """

    meter: Meter
    steps: Steps
    need: int
    enough: int | None
    rated: bool
    firm: bool


class Fit(Struct):
    """The rows as they fit; ``done`` are all sets of the day, the coming ones assumed.

    ``moved`` tells from which load to which a group of sets went, ``parted`` the row
    from which a group goes on with another load, as planned and as it fits, ``off`` the
    reps that the meter sees for a set that keeps the numbers of its plan although they
    lie outside. ``able`` are the reps that the meter sees for each row; None where it
    cannot say.
    """

    rows: list[PlannedSet] = field(default_factory=list)
    done: list[LoggedSet] = field(default_factory=list)
    able: list[float | None] = field(default_factory=list)
    moved: dict[Load | None, Load | None] = field(default_factory=dict)
    parted: tuple[PlannedSet, PlannedSet] | None = None
    off: float | None = None


def fit(rows: Rows, done: Sets, walk: Walk) -> Fit:
    """The rows still to do as they fit their targets; the first ones are ``done``."""
    before = [
        walk.meter(one.load, done[:at]) if row.told else None
        for at, (row, one) in enumerate(zip(rows, done, strict=False))
    ]
    found = Fit(list(rows[: len(done)]), list(done), before, _taken(rows, done, walk))
    begun: set[Load | None] = set()
    blind = False
    for row in rows[len(done) :]:
        able = None
        fits = row
        if row.kind is Kind.WORK and row.reps is not None:
            moved = _moved(row, found, walk)
            # What is only assumed tells nothing where the meter knows nothing else.
            able = None if blind else walk.meter(moved.load, found.done)
            blind, fits = able is None, moved
            if able is not None:
                fits, able = _fitted(
                    moved, able, found, walk, begins=row.load not in begun
                )
            if row.load in begun and fits.load != moved.load:
                found.parted = moved, fits
            begun.add(row.load)
            if not row.told:
                found.moved[row.load] = fits.load
        found.rows.append(fits)
        found.able.append(able)
        left = None
        if walk.rated and able is not None:
            left = max(0.0, able - (fits.reps or 0))
        assumed = LoggedSet(
            id="", kind=fits.kind, load=fits.load, reps=fits.reps, left=left
        )
        found.done.append(assumed)
    return found


def _taken(rows: Rows, done: Sets, walk: Walk) -> dict[Load | None, Load | None]:
    """The load that follows each planned one: the one that the lifter took last.

    Where nobody rates, missed reps or failure off the plan tell that it was too much.
    """
    taken: dict[Load | None, Load | None] = {}
    for row, one in zip(rows, done, strict=False):
        if one.kind is Kind.WORK and row.kind is one.kind and one.load is not None:
            taken[row.load] = one.load
            failed = reached_failure(one) and row.zone.low > 0
            if not walk.rated and (failed or (one.reps or 0) < (row.reps or 0)):
                lighter, kg = walk.steps(one.load, False), one.load.kg
                # Without help, or without a load, the first step is far enough.
                far = (each for each in lighter if abs(each.kg - kg) > MISSED * kg)
                taken[row.load] = next(far, one.load)
    return taken


def _moved(row: PlannedSet, found: Fit, walk: Walk) -> PlannedSet:
    """The row with the load of its group; a new load is worth its fewest reps."""
    load = row.load if row.told else found.moved.get(row.load, row.load)
    if load == row.load:
        return row
    need, _ = row.target.reps or (walk.need, None)
    return replace(row, load=load, reps=max(need, row.reps or need))


def _fitted(
    row: PlannedSet, able: float, found: Fit, walk: Walk, *, begins: bool
) -> tuple[PlannedSet, float]:
    """The row inside its target, and the reps that its load then allows."""
    aim = row.target.reps
    low, high = aim or (walk.need, None)
    if not row.told and (begins or (aim is not None and not walk.firm)):
        row, able = _loaded(row, able, low, found, walk)
    least, most = bounds_of(able, row.zone)
    reps = row.reps or 1
    if not walk.firm:
        reps = max(1, min(max(reps, least), most))
    if aim is not None:
        reps = min(max(reps, low), high or reps)
    closer, easier = reps > max(1, most), reps < least
    if (closer and not walk.firm) or (easier and not (row.told or row.amrap)):
        found.off = able
    return replace(row, reps=reps), able


def _loaded(
    row: PlannedSet, able: float, need: int, found: Fit, walk: Walk
) -> tuple[PlannedSet, float]:
    """The row with less load while it allows too few reps, or more while too many."""
    for harder in (False, True):
        for load in walk.steps(row.load, harder):
            least, most = bounds_of(able, row.zone)
            most = floor(able + UNRATED) if walk.firm else most
            _, top = row.target.reps or (0, walk.enough)
            light = walk.enough is not None and least > max(top or 0, walk.enough)
            if most >= need if not harder else not light:
                break
            known = walk.meter(load, found.done)
            if known is None or (harder and bounds_of(known, row.zone)[1] < need):
                break
            row, able = replace(row, load=load), known
            if not harder:
                row = replace(row, reps=max(need, row.reps or need))
            else:
                row = replace(row, reps=min(row.reps or need, walk.enough or need))
    return row, able


def bounds_of(able: float, zone: TargetZone) -> Range:
    """The fewest and the most reps that leave what a zone asks for."""
    most = floor(able - zone.low + CLOSE)
    least = 1 if zone.high >= ALL_LEFT else ceil(able - zone.high - SLACK - CLOSE)
    return min(least, most), most


def asked_zone(row: PlannedSet, able: float | None, exercise: Exercise) -> TargetZone:
    """The target of a set whose reps come first: what they leave where that is less.

    A lift that never goes to failure leaves one, whatever its reps: fewer reps are a
    miss, which a programme has an answer to.
    """
    zone = row.zone
    if row.kind is not Kind.WORK or row.reps is None:
        return zone
    least = int(zone.stop_short and exercise.failure_risk is Risk.AVOID)
    left = zone.low if able is None else max(least, whole(able - row.reps))
    low = min(zone.low, left)
    # Who is asked for all reps is not told to stop short of them.
    short = zone.stop_short and low > 0
    return replace(zone, low=low, stop_short=short, asked=row.reps, more=row.amrap)


def kept_words(rows: Rows, able: Sequence[float | None]) -> str:
    """``kept, the meter sees 4``, of the first set that asks for more."""
    for row, most in zip(rows, able, strict=True):
        if row.reps and most is not None and whole(most) < row.reps:
            return f"kept, the meter sees {whole(most)}"
    return ""
