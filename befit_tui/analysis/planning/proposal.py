"""What to do next in a lift, set by set, with the reason in a line.

A deload, a break, a fall and a sore joint come first (here); then what the last sets
earned (``progress``). Whatever comes of it is asked of the meter (``fit``): it lies
inside its own target, or the reps change, or the load, until it does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import ceil

from befit_tui.analysis.lift import Trend
from befit_tui.analysis.lift.recent import signed, unsound, working_load
from befit_tui.analysis.planning.fit import Fit, fitted, stretched
from befit_tui.analysis.planning.programme import by_scheme
from befit_tui.analysis.planning.progress import (
    LEAST,
    Choice,
    Lift,
    Step,
    by_reps_alone,
    by_reps_left,
    less,
)
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import ALL_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import Load, number
from befit_tui.domain.vocabulary import Kind, LoadKind
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
DELOAD_SETS = 0.5
"""Share of the sets that a deload keeps, rounded up (product constant; most lifters cut
sets and effort: Rogerson 2024)."""
DELOAD_LOAD = 0.1
"""Share of the load that a deload takes off (product constant)."""
SAME_LOAD = 0.001
"""Loads that differ by less are one load in another unit."""
STEP_S = 5.0
"""Seconds by which a hold grows (product constant)."""
DELOAD_WORDS = "deload: lighter, half the sets"
FIRST_WORDS = "first time: start light, add load until {reps} reps leave {low}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The rows of the next session, and why in a line without a full stop."""

    rows: tuple[PlannedSet, ...]
    why: str
    step: Step = Step.SAME


def propose(rows: Sequence[PlannedSet], lift: Lift) -> Proposal:
    """The next session of a lift; ``rows`` are those of its plan, filled from the last.

    Their ``left_target`` is what each set is to leave. Warm-ups stay as they are.
    """
    if lift.deload and not (lift.scheme and lift.scheme.easy):
        rows = _half(rows)
    if told := by_scheme(rows, lift, DELOAD_LOAD):
        return Proposal(rows=told.rows, why=told.why)
    if not lift.past:
        return Proposal(rows=tuple(rows), why=_first_words(rows))
    top = working_load(lift.past[-1])
    if not top:
        return _timed(rows, lift)
    heavy = [row for row in rows if _is_heavy(row, top[0].load)]
    if not heavy:
        return Proposal(rows=tuple(rows), why=DELOAD_WORDS if lift.deload else "")
    zones = [row.left_target or (0, ALL_LEFT) for row in heavy]
    choice = _choice(lift, top, zones[0])
    reps = (*choice.reps, *choice.reps[-1:] * len(heavy))[: len(heavy)]
    found = Fit(choice.load, reps)
    if lift.held or lift.deload or any(known_left(one) is not None for one in top):
        found = _checked(found, lift, choice, zones)
    return _placed(rows, lift, choice, found, top[0].load)


def _checked(first: Fit, lift: Lift, choice: Choice, zones: Sequence[Range]) -> Fit:
    """The sets as the meter allows them."""
    lighter = _loads(lift, choice.load, MOST_OFF, harder=False)
    found = fitted(first, zones, lift.most, lighter, need=choice.need)
    if found.load != first.load or not choice.free:
        return found
    heavier = _loads(lift, choice.load, MOST_ON, harder=True)
    return stretched(found, lift.reps[1], zones, lift.most, heavier)


def _choice(lift: Lift, top: Sequence[LoggedSet], zone: Range) -> Choice:
    """What the rules ask for before the meter is asked; the first that applies."""
    last = Choice.of(top, lift)
    if lift.deload:
        return replace(less(last, lift, DELOAD_LOAD), why=DELOAD_WORDS)
    if lift.back is not None:
        if not lift.back.first:
            return replace(last, why=f"{lift.back.words}: the same, one more left")
        return less(
            last, lift, 1 - lift.back.share, f"{lift.back.words}, one more left"
        )
    if lift.verdict.verdict is Trend.FALLING:
        fall = abs(lift.verdict.change_percent or 0) / 100
        return _back(
            last, lift, min(max(fall, FALL_LEAST), FALL_MOST), "the lift falls"
        )
    if why := lift.held or unsound(top):
        return replace(last, why=f"no step up: {why}")
    if all(known_left(one) is None for one in top):
        return by_reps_alone(last, lift, top)
    choice = by_reps_left(last, lift, top, zone)
    if choice.step is Step.SAME and lift.verdict.stalled:
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


def _loads(
    lift: Lift, load: Load | None, most: float, *, harder: bool
) -> Iterator[Load]:
    """Loads ever harder or easier than one, up to a share off the last session's."""
    if load is None or lift.exercise.load is LoadKind.REPS_ONLY:
        return
    up = harder is not (lift.exercise.load is LoadKind.ASSISTED)
    value, of = load.value, working_load(lift.past[-1])[0].load or load
    usual = lift.moved(of.to(load.unit).value)
    while True:
        found = lift.rack.above(value) if up else lift.rack.beneath(value)
        if found is None or lift.moved(found) <= LEAST:
            return
        if abs(lift.moved(found) / usual - 1) > most:
            return
        value = found
        yield Load(value, load.unit)


def _placed(
    rows: Sequence[PlannedSet], lift: Lift, choice: Choice, found: Fit, of: Load | None
) -> Proposal:
    """The rows with what was found; lighter working sets move with the heavy ones."""
    places = count()
    share = found.load.kg / of.kg if found.load and of and of.kg else 1.0
    placed = tuple(
        replace(row, load=found.load, reps=found.reps[next(places)])
        if _is_heavy(row, of)
        else _backed_off(row, lift, share)
        for row in rows
    )
    if found.load is None or of is None:
        step, why = choice.step, choice.why
        if found.load is not None:
            why = f"{number(found.load.value)}: {why}"
        return Proposal(rows=placed, why=why, step=step)
    before, after = (
        lift.moved(of.to(found.load.unit).value),
        lift.moved(found.load.value),
    )
    if lift.deload or abs(after / before - 1) < SAME_LOAD:
        return Proposal(rows=placed, why=choice.why, step=choice.step)
    why = f"{number(found.load.value)}: {choice.why.removeprefix('no step up: ')}"
    if choice.load is not None and after < lift.moved(choice.load.value):
        why = f"{why}; {number(choice.load.value)} would be too heavy"
    step = Step.UP if after > before else Step.DOWN
    return Proposal(rows=placed, why=why, step=step)


def _is_heavy(row: PlannedSet, of: Load | None) -> bool:
    return row.kind is Kind.WORK and (row.last is None or row.last.load == of)


def _backed_off(row: PlannedSet, lift: Lift, share: float) -> PlannedSet:
    """A lighter working set, moved by the same share as the heavy ones."""
    if row.kind is not Kind.WORK or row.load is None or share == 1.0:
        return row
    value = lift.rack.nearest(row.load.to(lift.rack.unit).value * share)
    return row if value is None else replace(row, load=Load(value, lift.rack.unit))


def _half(rows: Sequence[PlannedSet]) -> tuple[PlannedSet, ...]:
    """Warm-ups and half the working sets: a deload has no drop sets."""
    kept = ceil(sum(row.kind is Kind.WORK for row in rows) * DELOAD_SETS)
    return tuple(
        row
        for row in rows
        if row.kind is Kind.WARMUP or (row.kind is Kind.WORK and row.number <= kept)
    )


def _timed(rows: Sequence[PlannedSet], lift: Lift) -> Proposal:
    """Holds: five seconds more once every set reached the longest one."""
    held = [done.seconds for done in lift.past[-1].working if done.seconds]
    if not held or lift.exercise.load is LoadKind.DISTANCE:
        return Proposal(rows=tuple(rows), why=DELOAD_WORDS if lift.deload else "")
    share, why = _eased_hold(lift)
    if share < 1:
        aim, step = max(STEP_S, max(held) * share // STEP_S * STEP_S), Step.DOWN
    elif min(held) == max(held) and not lift.held:
        aim, step = max(held) + STEP_S, Step.UP
        why = f"{len(held)} × {number(max(held))} s last time"
    else:
        aim, step = max(held), Step.SAME
        why = f"no step up: {lift.held}" if lift.held else "all sets as long first"
    placed = (
        replace(row, seconds=aim) if row.kind is Kind.WORK and row.seconds else row
        for row in rows
    )
    return Proposal(rows=tuple(placed), why=why, step=step)


def _eased_hold(lift: Lift) -> tuple[float, str]:
    """The share of the seconds that a hold keeps, and why; 1 where nothing eases it."""
    if lift.deload:
        return 1 - DELOAD_LOAD, DELOAD_WORDS
    if lift.back is not None and lift.back.first:
        return lift.back.share, lift.back.words
    if lift.verdict.verdict is Trend.FALLING:
        return 1 - FALL_MOST, "the lift falls"
    return 1.0, ""


def _first_words(rows: Sequence[PlannedSet]) -> str:
    row = next((one for one in rows if one.kind is Kind.WORK), None)
    if row is None or row.reps is None or row.left_target is None:
        return "first time: leave 3 or more"
    return FIRST_WORDS.format(reps=row.reps, low=row.left_target[0])
