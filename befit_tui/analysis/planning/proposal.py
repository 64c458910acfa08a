"""What to do next in a lift, set by set, with the reason in a line.

A deload, a break, a fall and a sore joint come first (here); then what the last sets
earned (``progress``). Whatever comes of it is asked of the meter (``fit``): it lies
inside its own target, or the reps change, or the load, until it does; and so does what
is left of the day after each set (``follow``).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil

from befit_tui.analysis.lift import Trend
from befit_tui.analysis.planning.caution import DELOAD_LOAD, DELOAD_SETS, DELOAD_WORDS
from befit_tui.analysis.planning.fit import Fit, Walk, fit, kept_words
from befit_tui.analysis.planning.programme import by_scheme
from befit_tui.analysis.planning.progress import (
    LEAST,
    NEAR,
    Choice,
    Lift,
    earned,
    is_rated,
    less,
)
from befit_tui.analysis.planning.results import Sets, signed, unsound, working_load
from befit_tui.analysis.planning.rows import PlannedSet, Rows
from befit_tui.analysis.planning.targets import ALL_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Progress
from befit_tui.domain.wording import counted, measure_words
from befit_tui.domain.workout import LoggedSet, Range

FALL_LEAST, FALL_MOST = 0.05, 0.10
"""What a lift that falls is taken back by (product constants)."""
STALL = 0.05
"""What a lift that stands still for ten weeks is taken back by (product constant)."""
BACK_ALREADY = 0.97
"""Of the heaviest load of late: below it the lift was taken back already."""
LATELY = 6
"""Sessions that this is read from (product constant)."""
MOST_OFF = 0.20
"""The most that the meter takes off a load (product constant)."""
MOST_ON = 0.15
"""The most that it adds (product constant)."""
SAME_LOAD = 0.001
"""Loads that differ by less are one load in another unit."""
BACK_OFF = 0.9
"""Of the top set: a back-off that was a set across so far (product constant)."""
STEP_S = 5.0
"""Seconds by which a hold grows (product constant)."""
FIRST_WORDS = "first time: {more} until {reps} {leave} {left}"


class Proposal(Value, frozen=True, kw_only=True):
    """The rows of the next session, and why in a line without a full stop.

    ``off`` says what the meter sees where a set is not what it would choose. ``sets``
    are those of the day in the order of the rows, the coming ones as they are expected
    to go: what the meter is asked with; ``able`` are the reps that it sees for each.
    ``by_reps``: they come before what they leave.
    """

    rows: tuple[PlannedSet, ...]
    why: str
    off: str = ""
    sets: tuple[LoggedSet, ...] = ()
    able: tuple[float | None, ...] = ()
    by_reps: bool = False


def propose(rows: Rows, lift: Lift) -> Proposal:
    """The next session of a lift; ``rows`` are filled from the last, their targets set.

    Warm-ups stay as they are, and so do loads that the plan itself names.
    """
    if lift.deload and not (lift.scheme and lift.scheme.easy):
        rows = _half(rows)
    if (told := by_scheme(rows, lift)) is not None:
        return _fitted(told[0], lift, told[1])
    if not lift.past:
        rows = [_begun(row, lift) for row in rows]
        return _fitted(rows, lift, _first_words(rows, lift.exercise))
    top = working_load(lift.past[-1])
    if not top:
        return _timed(rows, lift)
    heavy = _heavy(rows, top[0].load, lift)
    if not any(heavy):
        return _fitted(rows, lift, DELOAD_WORDS if lift.deload else "")
    zone = rows[heavy.index(True)].left_target or (0, ALL_LEFT)
    choice = _choice(lift, top, zone)
    found = _fitted(_moved(rows, heavy, lift, choice), lift, choice=choice)
    first = [row for row, is_heavy in zip(found.rows, heavy, strict=False) if is_heavy]
    return replace(found, why=_explained(first, lift, choice, top))


def follow(plan: Proposal, done: Sets, lift: Lift) -> Proposal:
    """What is left of a proposal after sets; a first session looks for its load."""
    if not done:
        return plan
    found = _fitted(plan.rows, lift, plan.why, done)
    for before, after in zip(plan.rows, found.rows, strict=True):
        if (before.load, before.reps) != (after.load, after.reps):
            return replace(found, why=_followed(before, after, done))
    return found


def _followed(before: PlannedSet, after: PlannedSet, done: Sets) -> str:
    work = (one for one in reversed(done) if one.kind is Kind.WORK)
    last = next(work, done[-1])
    left, how = known_left(last), measure_words(last.reps, last.seconds, last.metres)
    if last.reps is not None:
        how += " reps" if left is None else f" at {number(left)} left"
    if after.load != before.load and after.load is not None:
        if after.load == last.load:
            return f"{number(after.load.value)} as the set before"
        return f"{number(after.load.value)} after {how}"
    fewer = (after.reps or 0) < (before.reps or 0)
    return f"{'fewer' if fewer else 'more'} reps after {how}"


def _fitted(
    rows: Rows,
    lift: Lift,
    why: str = "",
    done: Sets = (),
    choice: Choice | None = None,
) -> Proposal:
    """The rows as far as the meter lets them; the first ones are ``done``.

    The meter may add load where a ``choice`` frees it, and while a first session goes
    from set to set.
    """
    need = min([lift.reps[0], *(row.reps for row in rows if row.reps)])
    searches = bool(done) and not lift.past
    known = lift.past[-1].working if lift.past else done
    by_reps = _by_reps(rows, lift)
    walk = Walk(
        meter=lift.most,
        steps=partial(_steps, lift),
        need=choice.need if choice is not None else need,
        enough=lift.reps[1] if (choice.free if choice else searches) else None,
        rated=not known or is_rated(known),
        # A first session whose sets nobody rates has nothing to look for a load by.
        firm=by_reps or (searches and not is_rated(done)),
    )
    found = fit(rows, done, walk)
    return Proposal(
        rows=tuple(found.rows),
        why=why,
        off="; ".join(_off(found, lift, by_reps=by_reps)),
        sets=tuple(found.done),
        able=tuple(found.able),
        by_reps=by_reps,
    )


def _by_reps(rows: Rows, lift: Lift) -> bool:
    """Whether reps come first: in a programme, or where nobody rates, unless eased.

    Not while a first session looks for its load.
    """
    if not lift.past and not any(one.told for one in rows):
        return False
    if lift.scheme is not None:
        return not lift.caution.site and not lift.deload
    rated = not lift.past or is_rated(lift.past[-1].working)
    return not (rated or lift.caution.why or lift.deload or lift.back)


def _off(found: Fit, lift: Lift, *, by_reps: bool) -> Iterator[str]:
    """What is to say of sets that do not fit."""
    if found.parted is not None:
        before, after = found.parted
        if before.load is not None and after.load is not None:
            load, other = number(after.load.value), number(before.load.value)
            eased = after.load.kg < before.load.kg
            if lift.exercise.load is LoadKind.ASSISTED:
                eased = not eased
            allows = f"{other} allows too {'few' if eased else 'many'} reps"
            yield f"{load} from set {after.number}: {allows}"
    if found.off is not None:
        yield f"the meter sees {number(round(found.off))} reps here"
    if by_reps and (kept := kept_words(found.rows, found.able)):
        yield kept


def _choice(lift: Lift, top: Sets, zone: Range) -> Choice:
    """What the rules ask for before the meter is asked; the first that applies."""
    last = Choice.of(top, lift)
    if lift.deload:
        return replace(less(last, lift, DELOAD_LOAD), why=DELOAD_WORDS)
    if (back := lift.back) is not None:
        if not back.first:
            return replace(last, why=f"{back.words}: the same, one more left")
        return less(last, lift, 1 - back.share, f"{back.words}, one more left")
    if lift.verdict.verdict is Trend.FALLING:
        fall = abs(lift.verdict.change_percent or 0) / 100
        share = min(max(fall, FALL_LEAST), FALL_MOST)
        return _back(last, lift, share, "the lift falls")
    if why := lift.caution.why or unsound(top):
        return replace(last, why=f"no step up: {why}")
    choice = earned(last, lift, top, zone)
    stays = (choice.load, choice.reps) == (last.load, last.reps)
    if stays and lift.verdict.stalled:
        return _back(last, lift, STALL, "no better for ten weeks")
    return choice


def _back(last: Choice, lift: Lift, share: float, why: str) -> Choice:
    """Less load once, then the same until the lift has settled."""
    recent = [working_load(one) for one in lift.past[-LATELY:]]
    most = max(signed(lift.past[-1], sets[0]) for sets in recent if sets)
    now = signed(lift.past[-1], working_load(lift.past[-1])[0])
    if now < most - abs(most) * (1 - BACK_ALREADY):
        return replace(last, why=f"no step up: {why}, and was taken back")
    low = lift.reps[0]
    reps = tuple(max(low, one) for one in last.reps)
    return less(replace(last, reps=reps, need=low), lift, share, why)


def _steps(lift: Lift, load: Load | None, harder: bool) -> Iterator[Load]:
    """Loads ever harder or easier than one, up to a share off the last session's."""
    if load is None or lift.exercise.load is LoadKind.REPS_ONLY:
        return
    top = working_load(lift.past[-1]) if lift.past else ()
    base = (top[0].load if top else None) or load
    up = harder is not (lift.exercise.load is LoadKind.ASSISTED)
    most, rack = MOST_ON if harder else MOST_OFF, lift.rack.finest
    value, usual = load.to(rack.unit).value, lift.moved(base.to(rack.unit).value)
    while True:
        found = rack.above(value) if up else rack.beneath(value)
        moved = 0.0 if found is None else lift.moved(found)
        if found is None or moved <= LEAST or abs(moved / usual - 1) > most:
            return
        value = found
        yield Load(value, rack.unit)


def _heavy(rows: Rows, of: Load | None, lift: Lift) -> list[bool]:
    """Which rows are done with the working load: back-offs are not.

    A set a step lighter than the one before it was done on a bad day.
    """
    chosen = lift.exercise.progress is Progress.TOP
    found: list[bool] = []
    before = of
    for row in rows:
        last = row.last.load if row.last is not None else of
        same = last == of or (any(found) and _is_near(last, before, lift))
        found.append(row.kind is Kind.WORK and same and not (chosen and any(found)))
        before = last if found[-1] else before
    return found


def _is_near(last: Load | None, of: Load | None, lift: Lift) -> bool:
    """Whether a load is about that of the set before, or one step of the rack less."""
    if last is None or of is None or last.unit is not of.unit:
        return False
    above = lift.rack.above(last.value)
    if above is not None and lift.moved(above) >= lift.moved(of.value):
        return True
    return lift.moved(last.value) >= lift.moved(of.value) * NEAR


def _moved(
    rows: Rows, heavy: Sequence[bool], lift: Lift, choice: Choice
) -> list[PlannedSet]:
    """The rows as chosen; lighter working sets move with the heavy ones."""
    of = next(row.load for row, is_heavy in zip(rows, heavy, strict=True) if is_heavy)
    share = choice.load.kg / of.kg if choice.load and of and of.kg else 1.0
    unit = lift.rack.unit
    found: list[PlannedSet] = []
    for row, is_heavy in zip(rows, heavy, strict=True):
        if row.told or row.kind is not Kind.WORK:
            found.append(row)
        elif is_heavy:
            place = min(sum(heavy[: len(found)]), len(choice.reps) - 1)
            found.append(replace(row, load=choice.load, reps=choice.reps[place]))
        else:
            # A set across that is to be a back-off from now on.
            off = share * (BACK_OFF if row.load == of else 1)
            value = None
            if row.load is not None and off != 1.0:
                value = lift.rack.nearest(row.load.to(unit).value * off)
            moved = row if value is None else replace(row, load=Load(value, unit))
            found.append(moved)
    return found


def _explained(rows: Rows, lift: Lift, choice: Choice, top: Sets) -> str:
    """The reason of what was found for the heavy sets; it names another load."""
    load, of, why = rows[0].load, top[0].load, choice.why
    if rows[0].told:
        return ""
    if load is None or (of is not None and lift.deload):
        return why + _more_words(rows, top) * choice.more
    before = lift.moved(of.to(load.unit).value) if of is not None else 0.0
    after = lift.moved(load.value)
    if of is None or abs(after / before - 1) >= SAME_LOAD:
        why = f"{number(load.value)}: {why.removeprefix('no step up: ')}"
    elif choice.more:
        why += _more_words(rows, top)
    if choice.load is not None and after < lift.moved(choice.load.value):
        why = f"{why}; {number(choice.load.value)} would be too heavy"
    return why


def _more_words(rows: Rows, top: Sets) -> str:
    """What the meter leaves of the rep more that a rule asks for."""
    pairs = list(zip(rows, top, strict=False))
    now = sum(row.reps or 0 for row, _ in pairs)
    was = sum(one.reps or 0 for _, one in pairs)
    if now == was:
        return ": the meter sees no more"
    return ": a rep more" if now > was else ": the meter sees fewer"


def _half(rows: Rows) -> tuple[PlannedSet, ...]:
    """Warm-ups and half the working sets: a deload has no drop sets."""
    kept = ceil(sum(row.kind is Kind.WORK for row in rows) * DELOAD_SETS)
    most = {Kind.WARMUP: len(rows), Kind.WORK: kept, Kind.DROP: 0}
    return tuple(row for row in rows if row.number <= most[row.kind])


def _timed(rows: Rows, lift: Lift) -> Proposal:
    """Holds: five seconds more once every set reached the longest one."""
    held = [done.seconds for done in lift.past[-1].working if done.seconds]
    if not held or lift.exercise.load is LoadKind.DISTANCE:
        return Proposal(rows=tuple(rows), why=DELOAD_WORDS if lift.deload else "")
    aim, today = max(held), lift.caution.why
    if lift.deload:
        share, why = 1 - DELOAD_LOAD, DELOAD_WORDS
    elif lift.back is not None and lift.back.first:
        share, why = lift.back.share, lift.back.words
    elif lift.verdict.verdict is Trend.FALLING:
        share, why = 1 - FALL_MOST, "the lift falls"
    else:
        share, why = 1.0, f"no step up: {today}" if today else "all sets as long first"
    if share < 1:
        aim = max(STEP_S, aim * share // STEP_S * STEP_S)
    elif min(held) == aim and not today:
        aim, why = aim + STEP_S, f"{len(held)} × {number(aim)} s last time"
    placed = (
        replace(row, seconds=aim) if row.kind is Kind.WORK and row.seconds else row
        for row in rows
    )
    return Proposal(rows=tuple(placed), why=why)


def _begun(row: PlannedSet, lift: Lift) -> PlannedSet:
    """A set of a programme's first session: the bar alone, until the lifter says."""
    begins = lift.scheme is not None and not lift.scheme.of_max
    empty = lift.rack.least if begins else 0.0
    if row.kind is not Kind.WORK or row.load is not None or not empty:
        return row
    return replace(row, load=Load(empty, lift.rack.unit))


def _first_words(rows: Rows, exercise: Exercise) -> str:
    """What to do with a lift that was never done, by what makes it harder."""
    if not exercise.is_counted:
        return "first time"
    row = next((one for one in rows if one.kind is Kind.WORK), None)
    if row is None or row.reps is None or row.left_target is None:
        return "first time: leave 3 or more"
    low, high = row.left_target
    left = f"{low}-{high}" if low < high < ALL_LEFT else f"{low}"
    left = f"{low} or more" if high >= ALL_LEFT else left
    reps, leave = counted(row.reps, "rep"), "leaves" if row.reps == 1 else "leave"
    if exercise.load is LoadKind.REPS_ONLY:
        return f"first time: stop with {left} left"
    more = "take help away" if exercise.load is LoadKind.ASSISTED else "add load"
    return FIRST_WORDS.format(more=more, reps=reps, leave=leave, left=left)
