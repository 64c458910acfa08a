"""What the last sets of a lift earned: more reps, more load, the same, or less.

Rated sets: reps are added until every set reaches the top of its range with the target
reps left, then load, and back to the bottom; where that is far off, the meter moves
the load at once. Sets that nobody rated go by their reps alone. Loads that follow the
lifter beat loads set beforehand (Mann 2010; Graham & Cleather 2021); no scheme has been
shown to beat this one (Plotkin 2022).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile
from math import ceil, floor

from befit_tui.analysis.lift.sessions import Session, resistance
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.planning.lift import LEAST, Lift
from befit_tui.analysis.planning.results import Sets, is_rated, said, working_load
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind, Progress
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import LoggedSet, Range, SetTarget

LOAD_PER_REP = 0.025
"""Change of load for each rep off the target: 2.3 to 3.3% by the tables."""
OTHER_SCHEME = 3 * LOAD_PER_REP
"""A load that is so much heavier costs three reps: who does fewer with it missed none
but has another scheme that day (product constant)."""
LARGE_WORDS = "the next load is a large step: {} reps first"
MOST_PER_SESSION = 0.10
"""The largest step up, as a share of the mass moved; more reps come before a larger one
(product constant)."""
TIRED = 1.0
"""Reps by which later sets may miss the top of the range that the first one reached."""
MISSES, MISSED = 3, 0.10
"""Sessions in a row that missed reps at one load, and what is then taken off: the rule
of linear programmes (Rippetoe & Baker 2013)."""
AFTER_MISSES = 14
"""Days from one step to the next since reps were missed: twice what a programme for
beginners then takes, which lifters no longer are (product constant)."""
ALIKE_SESSIONS = 6
"""Sessions in which sets alike show the reps of a lift (product constant)."""
LINEAR = 4
"""Sessions in a row with the same reps in all sets, each with more load, that are a
linear programme (product constant)."""
TIRES = 0.5
"""Reps that a set costs the next one, where nobody rated them (product constant)."""
SPARE = 1.0
"""Reps that a step back leaves in the middle set after reps were missed."""
NEAR = 0.93
"""Of the working load: a later set at that much is no back-off (product constant)."""
RHYTHM = {Progress.SESSION: 1, Progress.WEEK: 7, Progress.MONTH: 28}
"""Days from one step of load to the next, at least."""
WORDS = {
    Progress.LEFT: "by reps left",
    Progress.REPS: "by reps alone",
    Progress.SESSION: "a step each session",
    Progress.WEEK: "a step each week",
    Progress.MONTH: "a step each month",
    Progress.TOP: "top set and back-offs",
    Progress.SUM: "by the sum of reps",
    Progress.PERCENT: "loads of the plan",
    Progress.SECONDS: "by seconds",
    Progress.ASSISTANCE: "by less assistance",
}


class Choice(Value, frozen=True, kw_only=True):
    """What a rule asks for, before the meter is asked.

    ``why`` does not name the load. ``need`` are the fewest reps that are worth a set;
    ``free`` says whether the meter may add load, ``more`` that a rep more is asked for,
    ``held`` that the sets earned nothing.
    """

    load: Load | None
    reps: tuple[int, ...]
    why: str
    need: int
    free: bool = False
    more: bool = False
    held: bool = False

    @staticmethod
    def of(top: Sets, lift: Lift) -> "Choice":
        """The same again, with a load that the rack has."""
        reps = tuple(one.reps or 1 for one in top)
        load = top[0].load
        if load is not None and load.unit is not lift.rack.unit:
            found = lift.rack.below(load.to(lift.rack.unit).value)
            load = None if found is None else Load(found, lift.rack.unit)
        # Reps that ended in failure were missed: fewer than usual are not worth a set.
        chosen = [one.reps or 1 for one in top if not reached_failure(one)]
        need = min([lift.reps[0], *chosen])
        return Choice(load=load, reps=reps, why="", need=need)


def less(last: Choice, lift: Lift, share: float, why: str = "") -> Choice:
    """A share of the load off, or of the reps where there is no load to take off."""
    load = last.load
    lighter = lift.scaled(load, 1 - share) if load is not None else None
    if load is None or lighter is None or lighter == load:
        reps = tuple(max(1, floor(one * (1 - share))) for one in last.reps)
        return replace(last, reps=reps, need=1, why=why)
    return replace(last, load=lighter, why=why)


def earned(last: Choice, lift: Lift, top: Sets, zone: TargetZone) -> Choice:
    """What the sets of the last session earned, by the way the lift moves on."""
    if lift.way in RHYTHM:
        return _by_steps(last, lift, top, RHYTHM[lift.way])
    if lift.way is Progress.SUM:
        return _sum_of_reps(last, lift, top)
    if lift.way is Progress.REPS or not is_rated(top):
        return by_reps_alone(last, lift, top)
    return by_reps_left(last, lift, top, zone)


def by_reps_left(last: Choice, lift: Lift, top: Sets, zone: TargetZone) -> Choice:
    """Double progression: the range filled with the target left, then load.

    The first set has to fill it, later ones may be a rep short: they are tired. Who
    added load each time goes on so, as far as the meter agrees.
    """
    (low, high), least = lift.reps, zone.low
    _, large = _next_step(last, lift)
    if last.load is not None and large > MOST_PER_SESSION:
        high = _enough(lift.usual, large)
    lefts = (known_left(one) for one in top)
    known = [least if left is None else left for left in lefts]
    sets = [(one.reps or 0, left) for one, left in zip(top, known, strict=True)]
    last = replace(last, need=low, free=True)
    if (planned := _linear_reps(lift.past)) is not None:
        return step_up(last, lift, top, (planned,))
    able = [reps + left - high - least for reps, left in sets]
    if sets[0][0] >= high and able[0] >= 0 and min(able) >= -TIRED:
        return step_up(last, lift, top, (low,))
    more = tuple(r + (left - 1 >= least and r < high) for r, left in sets)
    if more == last.reps:
        return replace(last, why=f"no step up: {said(top)}", held=True)
    if high > lift.reps[1]:
        return replace(last, reps=more, why=LARGE_WORDS.format(high))
    return replace(last, reps=more, why=f"{said(top)} last time", more=True)


def by_reps_alone(last: Choice, lift: Lift, top: Sets) -> Choice:
    """All reps of the plan or the past done: a step, every other week after misses."""
    planned = same_reps(lift.past, lift.reps)
    if planned is None:
        return _sum_of_reps(last, lift, top)
    missed = any(_short(working_load(one), planned) for one in lift.past)
    return _by_steps(last, lift, top, AFTER_MISSES if missed else 1)


def _by_steps(last: Choice, lift: Lift, top: Sets, days: int) -> Choice:
    """A step of load after so many days if all reps were done.

    Missed reps show what can be done: back to where the middle set has a rep to spare.
    Missed three times at one load: a tenth back.
    """
    planned = same_reps(lift.past, lift.reps) or lift.reps[0]
    again = replace(last, reps=(planned,) * len(top), need=planned)
    misses = _misses(lift.past, planned)
    if misses or days > 1:
        lift = replace(lift, rack=lift.rack.finest)
    if misses >= MISSES:
        return less(again, lift, MISSED, f"{planned} reps missed {misses} times")
    if misses:
        why = f"{said(top)} of {planned} last time: a step back"
        return less(again, lift, _too_much(top, planned), why)
    since = _since(lift.past) + timedelta(days=days)
    if days > 1 and lift.day < since:
        why = f"{said(top)} last time; the next step is due {day_words(since)}"
        return replace(again, why=why)
    return step_up(again, lift, top, (planned,))


def _too_much(top: Sets, planned: int) -> float:
    """The share of the load to take off after missed reps, by the first set short."""
    at = next(place for place, one in enumerate(top) if (one.reps or 0) < planned)
    able = (top[at].reps or 0) + 0.5 + TIRES * (at - (len(top) - 1) / 2)
    return min(MISSED, LOAD_PER_REP * max(1.0, planned + SPARE - able))


def _since(past: Sequence[Session]) -> date:
    """The day on which the load of the last session was first done in a row."""
    load = working_load(past[-1])[0].load
    alike = takewhile(
        lambda one: any(done.load == load for done in working_load(one)),
        reversed(past),
    )
    return list(alike)[-1].workout.started_at.date()


def step_up(last: Choice, lift: Lift, top: Sets, reps: tuple[int, ...]) -> Choice:
    """A step of the rack for ``reps`` a set, or one for all; more reps if it is large.

    After a large step the reps are those that it leaves, by Epley's formula.
    """
    value = last.load.value if last.load is not None else 0.0
    bare = last.load is None and lift.exercise.load is LoadKind.WEIGHT
    step, large = _next_step(last, lift)
    if bare or step is None or value + lift.moved(value) <= LEAST:
        return _one_more(last, f"{said(top)} last time", more=True)
    enough = _enough(lift.usual, large)
    if large > MOST_PER_SESSION and max(last.reps) < enough:
        return _one_more(last, LARGE_WORDS.format(enough))
    if large > MOST_PER_SESSION:
        kept = (floor((one + EPLEY) / (1 + large) - EPLEY) for one in last.reps)
        reps = tuple(max(lift.usual[0], one) for one in kept)
    each = reps if len(reps) > 1 else reps * len(last.reps)
    load = Load(step, lift.rack.unit)
    return replace(last, load=load, reps=each, why=f"{said(top)} last time")


def _next_step(last: Choice, lift: Lift) -> tuple[float | None, float]:
    """The next load of the rack, if there is one, and by which share it is more."""
    value = last.load.value if last.load is not None else 0.0
    easier = lift.exercise.load is LoadKind.ASSISTED
    step = lift.rack.beneath(value) if easier else lift.rack.above(value)
    return step, 0.0 if step is None else lift.moved(step) / lift.moved(value) - 1


def _enough(reps: Range, large: float) -> int:
    """The reps that leave the bottom of the range after a large step.

    By Epley's formula (reps + 30) x step / (load + step) of them are lost.
    """
    lost, (low, high) = large / (1 + large), reps
    return max(high, ceil((low + EPLEY * lost) / (1 - lost)))


def _one_more(last: Choice, why: str, *, more: bool = False) -> Choice:
    reps = tuple(n + 1 for n in last.reps)
    return replace(last, reps=reps, why=why, free=False, more=more)


def _sum_of_reps(last: Choice, lift: Lift, top: Sets) -> Choice:
    """One rep more in the weakest set; once all reach the top of the range, load.

    Reps above the range come down by as many as it is wide, not all at once.
    """
    low, high = lift.reps
    if min(last.reps) >= high:
        each = tuple(max(low, one - (high - low)) for one in last.reps)
        return step_up(last, lift, top, each)
    at = last.reps.index(min(last.reps))
    more = (*last.reps[:at], last.reps[at] + 1, *last.reps[at + 1 :])
    return replace(last, reps=more, why=f"{said(top)} last time", more=True)


def same_reps(past: Sequence[Session], reps: Range) -> int | None:
    """The reps of every set, where plan or past has one number; None where not.

    The past has it by the last session of three sets or more with as many reps, unless
    the last load is one of another scheme, or by a linear programme of fewer sets.
    """
    low, high = reps
    if low == high:
        return low
    recent = [working_load(one) for one in past[-ALIKE_SESSIONS:]]
    for sets in reversed(recent):
        planned = sets[0].reps if len(sets) > 2 else None
        if planned and {one.reps for one in sets} == {planned}:
            done = [one.reps or 0 for one in recent[-1]]
            as_planned = max(done, default=0) <= planned and _is_alike(past, sets[0])
            return planned if as_planned else None
    return _linear_reps(past)


def _linear_reps(past: Sequence[Session]) -> int | None:
    """The reps of a linear programme: as many each time, with more load; else None."""
    recent = [working_load(one) for one in past[-LINEAR:]]
    reps = {one.reps or 0 for sets in recent for one in sets}
    if len(recent) < LINEAR or len(reps) != 1 or not all(recent):
        return None
    rose = all(a[0].kg < b[0].kg for a, b in pairwise(recent))
    return max(reps) if rose else None


def _is_alike(past: Sequence[Session], planned: LoggedSet) -> bool:
    """Whether the last session's load is no heavier than one for as many reps."""
    exercise, body = past[-1].exercise, past[-1].body_kg
    loads = (one.kg for one in (*working_load(past[-1])[:1], planned))
    now, before = (resistance(exercise, kg, body) or 0.0 for kg in loads)
    return now <= before * (1 + OTHER_SCHEME)


def _short(sets: Sets, planned: int) -> bool:
    return bool(sets) and min(one.reps or 0 for one in sets) < planned


def _misses(past: Sequence[Session], planned: int) -> int:
    """Sessions in a row, up to the last, that missed reps at one load."""
    load = working_load(past[-1])[0].load
    runs = takewhile(
        lambda sets: bool(sets) and sets[0].load == load and _short(sets, planned),
        (working_load(one) for one in reversed(past)),
    )
    return sum(1 for _ in runs)


def way_of(
    exercise: Exercise,
    past: Sequence[Session],
    targets: Sequence[SetTarget],
    reps: Range,
) -> tuple[Progress, str]:
    """How a lift moves on by its planned sets and the reps aimed at, and why so."""
    if any(one.load or one.percent for one in targets):
        return Progress.PERCENT, "the plan names them"
    if exercise.load is LoadKind.DURATION:
        return Progress.SECONDS, "it is held, not repeated"
    if exercise.progress is not None:
        return exercise.progress, "as you chose"
    if exercise.load is LoadKind.ASSISTED:
        return Progress.ASSISTANCE, "more of it is easier"
    return _habit(past, reps) if past else (Progress.LEFT, "until you choose")


def _habit(past: Sequence[Session], reps: Range) -> tuple[Progress, str]:
    last, top = past[-1].working, working_load(past[-1])
    if is_rated(last):
        most = top[0].kg if len(top) == 1 else 0.0
        if any(one.kg < most * NEAR for one in last):
            return Progress.TOP, "one heavy set, then lighter ones"
        return Progress.LEFT, "you rate your sets"
    if same_reps(past, reps) is not None:
        return Progress.REPS, "your sets are alike and not rated"
    return Progress.SUM, "your sets are not rated"
