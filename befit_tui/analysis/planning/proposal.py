"""What to do next in a lift, or first, set by set, with the reason in a line.

A deload, a break, a fall and a sore joint come first (here); then what the last sets
earned (``progress``). Whatever comes of it is asked of the meter (``fitted``): it lies
inside its own target, or the reps change, or the load, until it does; and so does what
is left of the day after each set (``follow``).
"""

from collections.abc import Sequence
from math import ceil

from befit_tui.analysis.lift.verdict import Trend
from befit_tui.analysis.planning.caution import DELOAD_LOAD, DELOAD_SETS, DELOAD_WORDS
from befit_tui.analysis.planning.lift import Lift
from befit_tui.analysis.planning.meter_check import Plan, fitted
from befit_tui.analysis.planning.programme import by_scheme
from befit_tui.analysis.planning.progress import (
    NEAR,
    Choice,
    earned,
    less,
)
from befit_tui.analysis.planning.results import Sets, signed, unsound, working_load
from befit_tui.analysis.planning.rows import PlannedSet, Rows
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Progress
from befit_tui.domain.wording import counted, measure_words

FALL_LEAST, FALL_MOST = 0.05, 0.10
"""What a lift that falls is taken back by (product constants)."""
BACK_ALREADY = 0.97
"""Of the heaviest load of late: below it the lift was taken back already."""
LATELY = 6
"""Sessions that this is read from (product constant)."""
BACK_OFF = 0.9
"""Of the top set: a back-off that was a set across so far (product constant)."""
STEP_S = 5.0
"""Seconds by which a hold grows (product constant)."""
FIRST_WORDS = "first time: {how} until {reps} {leave} {left}"
HARDER, EASIER = ("add load", "take help away"), ("take load off", "add help")
"""What makes a lift harder, and easier; where help is added to the body last."""


def propose(rows: Rows, lift: Lift) -> Plan:
    """The next session of a lift; ``rows`` are filled from the last, their targets set.

    Warm-ups stay as they are, and so do loads that the plan itself names.
    """
    if lift.deload and not (lift.scheme and lift.scheme.easy):
        rows = _half(rows)
    if (told := by_scheme(rows, lift)) is not None:
        return fitted(told[0], lift, told[1])
    if not lift.past:
        rows = [_with_bare_bar(row, lift) for row in rows]
        return fitted(rows, lift, _first_words(rows, lift.exercise))
    top = working_load(lift.past[-1])
    if not top:
        return _timed(rows, lift)
    heavy = _heavy(rows, top[0].load, lift)
    if not any(heavy):
        return fitted(rows, lift, DELOAD_WORDS if lift.deload else "")
    choice = _choice(lift, top, rows[heavy.index(True)].zone)
    found = fitted(
        _moved(rows, heavy, lift, choice), lift, need=choice.need, free=choice.free
    )
    first = [row for row, is_heavy in zip(found.rows, heavy, strict=False) if is_heavy]
    return replace(found, why=_explained(first, lift, choice, top))


def follow(plan: Plan, done: Sets, lift: Lift) -> Plan:
    """What is left of a proposal after sets; a first session looks for its load."""
    if not done:
        return plan
    found = fitted(plan.rows, lift, plan.why, done)
    pairs = zip(plan.rows, found.rows, strict=True)
    for place, (before, after) in enumerate(pairs):
        if (before.load, before.reps) != (after.load, after.reps):
            which = f"set {after.number}: " * (place > len(done))
            why = which + _followed(before, after, done, lift)
            return replace(found, why=why, moved=True)
    if lift.past or lift.scheme is not None:
        return found
    return replace(found, why=_first_words(found.rows, lift.exercise, done))


def _followed(before: PlannedSet, after: PlannedSet, done: Sets, lift: Lift) -> str:
    work = (one for one in reversed(done) if one.kind is Kind.WORK)
    last = next(work, done[-1])
    left, how = known_left(last), measure_words(last.reps, last.seconds, last.metres)
    if last.reps is not None:
        how += " reps" if left is None else f" at {number(left)} left"
    if after.load != before.load and after.load is not None:
        if after.load == last.load:
            return f"{lift.words(after.load)} as the set before"
        return f"{lift.words(after.load)} after {how}"
    fewer = (after.reps or 0) < (before.reps or 0)
    return f"{'fewer' if fewer else 'more'} reps after {how}"


def _choice(lift: Lift, top: Sets, zone: TargetZone) -> Choice:
    """What the rules ask for before the meter is asked; the first that applies."""
    last = Choice.of(top, lift)
    if lift.deload:
        return replace(less(last, lift, DELOAD_LOAD), why=DELOAD_WORDS)
    if (back := lift.back) is not None:
        if not back.first:
            return replace(last, why=f"{back.words}, one more left")
        return less(last, lift, 1 - back.share, f"{back.words}, one more left")
    if lift.verdict.verdict is Trend.FALLING:
        fall = abs(lift.verdict.change_percent or 0) / 100
        share = min(max(fall, FALL_LEAST), FALL_MOST)
        return _back(last, lift, share, "the lift falls")
    if why := lift.caution.why or unsound(top):
        return replace(last, why=f"no step up: {why}")
    return earned(last, lift, top, zone)


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
    found: list[PlannedSet] = []
    for row, is_heavy in zip(rows, heavy, strict=True):
        if row.told or row.kind is not Kind.WORK:
            found.append(row)
        elif is_heavy:
            place = min(sum(heavy[: len(found)]), len(choice.reps) - 1)
            reps = choice.reps[place]
            if row.target.reps and choice.load != of:
                reps = min(reps, row.target.reps[1])
            found.append(replace(row, load=choice.load, reps=reps))
        else:
            # A set across that is to be a back-off from now on.
            off = share * (BACK_OFF if row.load == of else 1)
            load = row.load
            if load is not None and off != 1.0:
                load = lift.rack.nearest(Load(load.value * off, load.unit)) or load
            found.append(replace(row, load=load))
    return found


def _explained(rows: Rows, lift: Lift, choice: Choice, top: Sets) -> str:
    """The reason of what was found for the heavy sets; it names another load."""
    load, of, why = rows[0].load, top[0].load, choice.why
    if rows[0].told:
        return ""
    if load is None or (of is not None and lift.deload):
        return why + _more_words(rows, top) * choice.more
    if load != of:
        why = f"{lift.words(load)}: {why.removeprefix('no step up: ')}"
    elif choice.more:
        why += _more_words(rows, top)
    elif choice.held:
        why += _fewer_words(rows, top)
    asked = choice.load
    if asked is not None and lift.moved(load.value) < lift.moved(asked.value):
        why = f"{why}; {lift.words(asked)} leaves too few reps"
    return why


def _more_words(rows: Rows, top: Sets) -> str:
    """What the meter leaves of the rep more that a rule asks for, set by set."""
    pairs = zip(rows, top, strict=False)
    offs = [(row.number, (row.reps or 0) - (one.reps or 0)) for row, one in pairs]
    more = [number for number, off in offs if off > 0]
    fewer = [number for number, off in offs if off < 0]
    if more and fewer:
        return f": more in set {more[0]}, fewer in set {fewer[0]}"
    if more:
        return ": a rep more"
    return ": the meter sees fewer" if fewer else ": the meter sees no more"


def _fewer_words(rows: Rows, top: Sets) -> str:
    """Why a load that is not to go up gets fewer reps than last time."""
    pairs = zip(rows, top, strict=False)
    lefts = (
        row.zone.left_words for row, one in pairs if (row.reps or 0) < (one.reps or 0)
    )
    left = next(lefts, "").removesuffix(" left")
    return f"; fewer reps to leave {left}" if left else ""


def _half(rows: Rows) -> tuple[PlannedSet, ...]:
    """Warm-ups and half the working sets: a deload has no drop sets."""
    kept = ceil(sum(row.kind is Kind.WORK for row in rows) * DELOAD_SETS)
    most = {Kind.WARMUP: len(rows), Kind.WORK: kept, Kind.DROP: 0}
    return tuple(row for row in rows if row.number <= most[row.kind])


def _timed(rows: Rows, lift: Lift) -> Plan:
    """Holds: five seconds more once every set reached the longest one."""
    held = [done.seconds for done in lift.past[-1].working if done.seconds]
    if not held or lift.exercise.load is LoadKind.DISTANCE:
        return Plan(rows=tuple(rows), why=DELOAD_WORDS if lift.deload else "")
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
    return Plan(rows=tuple(placed), why=why)


def _with_bare_bar(row: PlannedSet, lift: Lift) -> PlannedSet:
    """A set of a programme's first session: the bar alone, until the lifter says."""
    begins = lift.scheme is not None and not lift.scheme.of_max
    empty = lift.rack.least if begins else 0.0
    if row.kind is not Kind.WORK or row.load is not None or not empty:
        return row
    return replace(row, load=Load(empty, lift.rack.unit))


def _first_words(rows: Rows, exercise: Exercise, done: Sets = ()) -> str:
    """What to do with a lift that was never done, by what makes it harder.

    After a set that left too little, by what makes it easier.
    """
    if not exercise.is_counted:
        return "first time"
    row = next((one for one in rows if one.kind is Kind.WORK), None)
    if row is None or row.reps is None:
        return "first time: leave 3 or more"
    reps, leave = counted(row.reps, "rep"), "leaves" if row.reps == 1 else "leave"
    left = row.zone.left_words.removesuffix(" left")
    if exercise.load is LoadKind.REPS_ONLY:
        return f"first time: stop with {left} left"
    known = [known_left(one) for one in done if one.kind is Kind.WORK][-1:]
    too_hard = any(one is not None and one < row.zone.low for one in known)
    how = (EASIER if too_hard else HARDER)[exercise.load is LoadKind.ASSISTED]
    return FIRST_WORDS.format(how=how, reps=reps, leave=leave, left=left)
