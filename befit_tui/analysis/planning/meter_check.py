"""The sets of a day against the meter: each lies inside its own target, or says why.

One walk does it all: before the first set for the proposal, and after every set for
what is still to do. Each set is asked for as if those before it had gone as planned, or
as they went. Reps change first, inside the range of the plan; then the load, by steps
of the rack.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from msgspec import Struct, field

from befit_tui.analysis.planning.lift import LEAST, Lift
from befit_tui.analysis.planning.results import Sets, is_rated, working_load
from befit_tui.analysis.planning.rows import PlannedSet, Rows
from befit_tui.analysis.planning.targets import ALL_LEFT, TargetZone
from befit_tui.domain.effort import known_left, reached_failure, whole
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Risk
from befit_tui.domain.workout import LoggedSet, Range

MOST_MOVED = 0.20
"""The share of a load that the meter takes off or adds at most (product constant)."""
EASED = 0.04
"""Of the load: what is taken off at most for each rep that it allows too few. A rep
costs 2.3 to 3.3% by the tables. Where the meter sees hardly more reps with far less,
since a lifter does as many with any load, fewer reps are the better answer."""
SLACK = 0.5
"""Reps further from failure than the target that the meter cannot tell from it."""
CLOSE = 1e-6
"""Reps that only rounding makes."""
UNRATED = 1.0
"""Reps beyond the forecast of the meter at which even sets that nobody rates get less
load: it guesses from habit there."""
MISSED = 0.03
"""Of the load: less does not help after reps were missed (product constant)."""


class Plan(Value, frozen=True):
    """The rows of a session, and why in a line without a full stop.

    ``off`` says what the meter sees where a set is not what it would choose. ``sets``
    are those of the day in the order of the rows, the coming ones as they are expected
    to go: what the meter is asked with; ``able`` are the reps that it sees for each.
    ``by_reps``: they come before what they leave. ``way`` says how the lift moves on,
    ``moved`` whether the sets that are done have moved the rest.
    """

    rows: tuple[PlannedSet, ...]
    why: str
    off: str = ""
    sets: tuple[LoggedSet, ...] = ()
    able: tuple[float | None, ...] = ()
    by_reps: bool = False
    way: str = ""
    moved: bool = False

    @property
    def working(self) -> list[PlannedSet]:
        """The working sets."""
        return [row for row in self.rows if row.kind is Kind.WORK]


class Walk(Struct, kw_only=True):
    """What is known while the sets of a day are gone through.

    ``need`` are the fewest reps that are worth a set without a range of its own,
    ``enough`` those beyond which more load is better; None: the load may not rise.
    ``rated`` says whether the lifter rates sets, so that one assumed is rated too;
    ``firm`` that reps stay as they are, also where they leave too few.

    ``done`` are all sets of the day, the coming ones assumed; ``able`` the reps that
    the meter sees for each row, None where it cannot say. ``moved`` tells from which
    load to which a group of sets went; ``parted`` names the set from which a group goes
    on with another load, ``off`` one that keeps the numbers of its plan.
    """

    lift: Lift
    need: int
    enough: int | None
    rated: bool
    firm: bool
    done: list[LoggedSet]
    rows: list[PlannedSet] = field(default_factory=list)
    able: list[float | None] = field(default_factory=list)
    moved: dict[Load | None, Load | None] = field(default_factory=dict)
    begun: set[Load | None] = field(default_factory=set)
    blind: bool = False
    parted: str = ""
    off: str = ""

    def sees(self, load: Load | None) -> float | None:
        """The reps that a load allows after the sets so far."""
        return self.lift.most(load, self.done)

    def has_shown(self, reps: int, load: Load | None) -> bool:
        """Whether a set of the day had so many reps, short of failure, with more load.

        With less of it they leave more than they did, whatever the meter sees.
        """
        mass = self.lift.mass(load)
        shown = (one for one in self.done if (known_left(one) or 0) > 0)
        return any(
            (one.reps or 0) >= reps and self.lift.mass(one.load) > mass for one in shown
        )


def fitted(
    rows: Rows,
    lift: Lift,
    why: str = "",
    done: Sets = (),
    *,
    need: int | None = None,
    free: bool = False,
) -> Plan:
    """The rows as far as the meter lets them; the first ones are ``done``.

    The meter may add load where that is ``free``, and while a first session goes from
    set to set.
    """
    searches = bool(done) and not lift.past
    known = lift.past[-1].working if lift.past else done
    by_reps = _comes_by_reps(rows, lift)
    walk = Walk(
        lift=lift,
        need=need or min([lift.reps[0], *(row.reps for row in rows if row.reps)]),
        enough=lift.reps[1] if free or searches else None,
        rated=not known or is_rated(known),
        # A first session whose sets nobody rates has nothing to look for a load by.
        # Who rates a set, though seldom, says what the next ones are to leave.
        firm=(by_reps and (lift.scheme is not None or not is_rated(done)))
        or (searches and not is_rated(done)),
        done=list(done),
    )
    _take_over(rows, walk)
    for row in rows[len(done) :]:
        _go(row, walk)
    kept = kept_words(walk.rows, walk.able) if by_reps else ""
    return Plan(
        rows=tuple(walk.rows),
        why=why,
        off="; ".join(filter(None, (walk.parted, walk.off, kept))),
        sets=tuple(walk.done),
        able=tuple(walk.able),
        by_reps=by_reps,
    )


def _comes_by_reps(rows: Rows, lift: Lift) -> bool:
    """Whether reps come first: in a programme, or where nobody rates, unless eased.

    Not while a first session looks for its load.
    """
    if not lift.past and not any(one.told for one in rows):
        return False
    if lift.scheme is not None:
        return not lift.caution.site and not lift.deload
    rated = not lift.past or is_rated(lift.past[-1].working)
    return not (rated or lift.caution.why or lift.deload or lift.back)


def _take_over(rows: Rows, walk: Walk) -> None:
    """The sets that are done, and the load that follows each planned one: the last.

    Where nobody rates, missed reps or failure off the plan tell that it was too much.
    """
    for at, (row, one) in enumerate(zip(rows, walk.done, strict=False)):
        able = walk.lift.most(one.load, walk.done[:at]) if row.told else None
        walk.rows.append(row)
        walk.able.append(able)
        if one.kind is Kind.WORK and row.kind is one.kind and one.load is not None:
            walk.moved[row.load] = one.load
            failed = reached_failure(one) and row.zone.low > 0
            if not walk.rated and (failed or (one.reps or 0) < (row.reps or 0)):
                lighter, kg = _steps(walk.lift, one.load, harder=False), one.load.kg
                # Without help, or without a load, the first step is far enough.
                far = (each for each in lighter if abs(each.kg - kg) > MISSED * kg)
                walk.moved[row.load] = next(far, one.load)


def _go(row: PlannedSet, walk: Walk) -> None:
    """One more set that is still to do."""
    able, fits = None, row
    if row.kind is Kind.WORK and row.reps is not None:
        fits = moved = _moved(row, walk)
        # What is only assumed tells nothing where the meter knows nothing else.
        able = None if walk.blind else walk.sees(moved.load)
        walk.blind = able is None
        begins = row.load not in walk.begun
        if able is not None:
            fits, able = _inside(moved, able, walk, begins=begins)
        if not begins and fits.load != moved.load:
            walk.parted = _parted_words(moved, fits, walk.lift)
        walk.begun.add(row.load)
        if not row.told:
            walk.moved[row.load] = fits.load
    left = None
    if walk.rated and able is not None:
        left = max(0.0, able - (fits.reps or 0))
    walk.rows.append(fits)
    walk.able.append(able)
    walk.done.append(
        LoggedSet(id="", kind=fits.kind, load=fits.load, reps=fits.reps, left=left)
    )


def _moved(row: PlannedSet, walk: Walk) -> PlannedSet:
    """The row with the load of its group; a new load is worth its fewest reps."""
    load = row.load if row.told else walk.moved.get(row.load, row.load)
    if load == row.load:
        return row
    need, _ = row.target.reps or (walk.need, None)
    return replace(row, load=load, reps=max(need, row.reps or need))


def _inside(
    row: PlannedSet, able: float, walk: Walk, *, begins: bool
) -> tuple[PlannedSet, float]:
    """The row inside its target, and the reps that its load then allows."""
    aim = row.target.reps
    low, high = aim or (walk.need, None)
    if not row.told and (begins or (aim is not None and not walk.firm)):
        row, able = _loaded(row, able, low, walk)
    least, most = bounds_of(able, row.zone)
    reps = row.reps or 1
    if not walk.firm:
        reps = max(1, min(max(reps, least), most))
    if aim is not None:
        # Where no load is light enough, a range of reps gives way to the reps to leave.
        stays = row.told or walk.firm or low == high
        fewest = low if stays else min(low, max(1, most))
        reps = min(max(reps, fewest), high or reps)
    if walk.has_shown(low, row.load):
        reps = max(reps, low)
    closer, easier = reps > max(1, most), reps < least
    if (closer and not walk.firm) or (easier and not (row.told or row.amrap)):
        sees = f"the meter sees {number(round(able))} reps in set {row.number}"
        walk.off = walk.off or sees
    return replace(row, reps=reps), able


def _loaded(
    row: PlannedSet, able: float, need: int, walk: Walk
) -> tuple[PlannedSet, float]:
    """The row with less load while it allows too few reps, as far as less allows more.

    Then with more load while it allows too many.
    """
    least_mass = walk.lift.mass(row.load) * (1 - _easing(row, able, need, walk))
    for load in _steps(walk.lift, row.load, harder=False):
        most = _most(row, able, walk)
        if most >= need or walk.lift.mass(load) < least_mass:
            break
        known = walk.sees(load)
        if known is None:
            break
        if _most(row, known, walk) > most:
            row = replace(row, load=load, reps=max(need, row.reps or need))
            able = known
    if walk.enough is None:
        return row, able
    return _harder(row, able, need, walk)


def _harder(
    row: PlannedSet, able: float, need: int, walk: Walk
) -> tuple[PlannedSet, float]:
    enough = walk.enough or need
    _, top = row.target.reps or (0, enough)
    for load in _steps(walk.lift, row.load, harder=True):
        if bounds_of(able, row.zone)[0] <= max(top, enough):
            break
        known = walk.sees(load)
        if known is None or bounds_of(known, row.zone)[1] < need:
            break
        row = replace(row, load=load, reps=min(row.reps or need, enough))
        able = known
    return row, able


def _most(row: PlannedSet, able: float, walk: Walk) -> int:
    """The most reps that leave what a row asks for; of firm ones a rep more goes."""
    return floor(able + UNRATED) if walk.firm else bounds_of(able, row.zone)[1]


def _easing(row: PlannedSet, able: float, need: int, walk: Walk) -> float:
    """The share of the load that may be taken off: less where reps can give way.

    The first session looks for a load with the reps that are wanted.
    """
    low, high = row.target.reps or (0, 1)
    if walk.firm or low == high or not walk.lift.past:
        return MOST_MOVED
    missing = need - bounds_of(able, row.zone)[1]
    return min(MOST_MOVED, EASED * max(1, missing))


def _steps(lift: Lift, load: Load | None, *, harder: bool) -> Iterator[Load]:
    """Loads ever harder or easier than one, up to a share off the last session's."""
    if load is None or lift.exercise.load is LoadKind.REPS_ONLY:
        return
    top = working_load(lift.past[-1]) if lift.past else ()
    base = (top[0].load if top else None) or load
    up = harder is not (lift.exercise.load is LoadKind.ASSISTED)
    rack = lift.rack.finest
    value, usual = load.to(rack.unit).value, lift.moved(base.to(rack.unit).value)
    while True:
        found = rack.above(value) if up else rack.beneath(value)
        moved = 0.0 if found is None else lift.moved(found)
        if found is None or moved <= LEAST or abs(moved / usual - 1) > MOST_MOVED:
            return
        value = found
        yield Load(value, rack.unit)


def _parted_words(before: PlannedSet, after: PlannedSet, lift: Lift) -> str:
    """``77.5 from set 3: 80 allows too few reps``."""
    if before.load is None or after.load is None:
        return ""
    eased = after.load.kg < before.load.kg
    if lift.exercise.load is LoadKind.ASSISTED:
        eased = not eased
    allows = f"{lift.words(before.load)} allows too {'few' if eased else 'many'} reps"
    return f"{lift.words(after.load)} from set {after.number}: {allows}"


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
    """``kept, the meter sees 4 in set 2``, of the first set that asks for more."""
    for row, most in zip(rows, able, strict=False):
        if row.reps and most is not None and whole(most) < row.reps:
            return f"kept, the meter sees {whole(most)} in set {row.number}"
    return ""
