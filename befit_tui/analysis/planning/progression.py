"""What to load next: double progression by reps left, with its reason in a line.

The load stays while reps are added, until every set reaches the top of the range with
the target reps left; then the smallest step, and back to the bottom of the range. Loads
that follow the lifter beat loads set beforehand (Mann 2010; Graham & Cleather 2021); no
scheme has been shown to beat this one (Plotkin 2022).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from math import ceil, floor

from befit_tui.analysis.lift.recent import (
    TELLING_LEFT,
    flat_sessions,
    own_range,
    said,
    shortfall,
    unsound,
    working_load,
)
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet, Range

LOAD_PER_REP = 0.025
"""Change of load for each rep off the target: 2.3 to 3.3% by the tables."""
DEAD_ZONE = 1.0
"""Reps off the target that mean nothing: reports are off by one (Refalo 2024)."""
MOST_PER_SESSION = 0.10
"""The largest change from one session to the next, as a share of the mass moved; a step
beyond it is left to the lifter (product constant)."""
LARGE_ISOLATION = 0.05
"""A step that is named as large where one joint moves (product constant)."""
EPLEY_REPS = 30
"""Epley's formula: reps lost by a step are (reps + 30) x step / (load + step)."""
LIGHTEST_BODY_KG = 40.0
"""Stands for a body mass that is not known, where a step is measured against it."""
FLAT_SESSIONS, EASE_SESSIONS, RESET_SESSIONS = 6, 7, 8
"""Flat sessions after which causes are checked, effort is eased, and the lift starts
again lower; product constants, since no study gives a window."""
RESET = 0.05
LAY_OFF_DAYS = 42
"""A gap after which the last session says little about today (product constant)."""


class Step(Enum):
    """What the next session does about the last one."""

    UP = "up"
    REPS = "reps"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The next session of a lift.

    ``of`` is the working load of the last session and ``load`` what takes its place;
    ``reps`` are those of each set at that load, ``aim`` the range they lie in,
    ``reason`` why, in a line without a full stop.
    """

    step: Step
    of: Load | None
    load: Load | None
    reps: tuple[int, ...]
    aim: Range
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a lift is trained for: a range of reps, and the fewest reps to leave.

    ``fixed`` says that the lifter planned the range; else it is the usual one of the
    exercise and gives way to what the lifter does.
    """

    reps: Range
    left: float
    fixed: bool = False


def next_target(
    past: Sequence[Session],
    aim: Aim,
    *,
    today: date,
    held: str = "",
    unit: Unit = Unit.KG,
) -> Next | None:
    """What to do after the sessions of one lift, oldest first, deloads left out.

    ``held`` says why the lift takes no step up today, ``unit`` is for a first load.
    Nothing changes, for no reason, after a session of which no set is rated. None when
    it has no set that was measured in reps.
    """
    top = working_load(past[-1]) if past else ()
    if not top:
        return None
    low, high = aim.reps if aim.fixed else own_range(past, aim.reps)
    last = Next(
        step=Step.SAME,
        of=top[0].load,
        load=top[0].load,
        reps=tuple(one.reps or 0 for one in top),
        aim=(low, high),
        reason="",
    )
    if (short := shortfall(past, low + aim.left)) > DEAD_ZONE:
        why = f"{number(short)} reps short twice"
        return _down(last, past[-1], LOAD_PER_REP * short, why)
    if why := held or _waits(past, top, today):
        return _same(last, why)
    if all(known_left(one) is None for one in top):
        return last
    if all(_is_full(one, high, aim.left) for one in top):
        return _up(last, past[-1], top, aim.left, unit)
    more = tuple(_one_more(one, high, aim.left) for one in top)
    if more == last.reps:
        return _stalled(last, past, top)
    why = f"{said(top)} last time: a rep more"
    return replace(last, step=Step.REPS, reps=more, reason=why)


def _is_full(done: LoggedSet, high: int, left: float) -> bool:
    """Whether a set reached the top of the range, with enough left if it is rated."""
    reps, known = done.reps or 0, known_left(done)
    return reps >= high and (known is None or reps + known >= high + left)


def _one_more(done: LoggedSet, high: int, left: float) -> int:
    """A rep more where the last time left one to spare."""
    reps, known = done.reps or 0, known_left(done)
    spare = known is not None and known - 1 >= left
    return reps + 1 if spare and reps < high else reps


def _waits(past: Sequence[Session], top: Sequence[LoggedSet], today: date) -> str:
    """Why the lift stays as it is whatever its reps; empty if nothing speaks for it."""
    days = (today - past[-1].workout.started_at.date()).days
    return f"{days // 7} weeks ago" if days >= LAY_OFF_DAYS else unsound(top)


def _stalled(last: Next, past: Sequence[Session], top: Sequence[LoggedSet]) -> Next:
    """No rep to spare: look for causes, then ease off, then start again lower."""
    flat = flat_sessions(past)
    why = f"no better for {flat} sessions"
    if flat >= RESET_SESSIONS:
        return _down(last, past[-1], RESET, why)
    if flat >= EASE_SESSIONS:
        return _same(last, f"{why}; no failure, leave one more")
    if flat >= FLAT_SESSIONS:
        return _same(last, f"{why}; check rest, sleep, failure sets")
    return _same(last, said(top))


def _same(last: Next, why: str) -> Next:
    return replace(last, reason=f"no step up: {why}")


def _up(
    last: Next, session: Session, top: Sequence[LoggedSet], left: float, unit: Unit
) -> Next:
    """The smallest step and back to the bottom; more reps where a step is too large."""
    exercise, (low, high) = session.exercise, last.aim
    load = last.load or Load(0, unit)
    step = exercise.increment(load.unit)
    assisted = exercise.load is LoadKind.ASSISTED
    new = Load(round(load.value + (-step if assisted else step), 2), load.unit)
    loaded = last.load is not None or exercise.load is LoadKind.BODYWEIGHT_PLUS
    if not step or not loaded or exercise.load is LoadKind.REPS_ONLY or new.value < 0:
        return _build(last, f"{said(top)} last time: a rep more")
    share = _share(session, load, Load(step, load.unit))
    if share is None or share > MOST_PER_SESSION:
        return _too_large(last, new, share)
    bottom = min(high, max(low, _hard_enough(top, left, share)))
    large = share > LARGE_ISOLATION and not exercise.is_compound
    why = f"{number(new.value)}: {said(top)} last time"
    return replace(
        last,
        step=Step.UP,
        load=new,
        reps=(bottom,) * len(last.reps),
        aim=(bottom, high),
        reason=f"{why}; {share:.0%} more" if large else why,
    )


def _hard_enough(top: Sequence[LoggedSet], left: float, share: float) -> int:
    """The reps after a step that leave three: fewer would be no work for the lift.

    The bottom of a wide range can be that few.
    """
    weakest = min(
        (one.reps or 0) + (left if (known := known_left(one)) is None else known)
        for one in top
    )
    able = weakest - (weakest + EPLEY_REPS) * share / (1 + share)
    return ceil(able - TELLING_LEFT)


def _share(session: Session, load: Load, step: Load) -> float | None:
    """A step as a share of the mass moved; None when that is not known."""
    if session.exercise.load is LoadKind.ASSISTED:
        moved = session.body_kg and session.body_kg - load.kg
    elif session.exercise.load is LoadKind.BODYWEIGHT_PLUS:
        moved = (session.body_kg or LIGHTEST_BODY_KG) + load.kg
    else:
        moved = load.kg
    return step.kg / moved if moved and moved > 0 else None


def _too_large(last: Next, new: Load, share: float | None) -> Next:
    """More reps first: as many as leave the bottom of the range after the step."""
    if share is None:
        return _build(last, f"{number(new.value)} is next when you choose")
    lost, (low, high) = share / (1 + share), last.aim
    enough = max(high, ceil((low + EPLEY_REPS * lost) / (1 - lost)))
    step = f"{number(new.value)} is {share:.0%} more"
    if min(last.reps) < enough:
        return _build(last, f"{step}: {enough} reps first", enough)
    return _same(last, f"{step}, about {low} reps, yours to take")


def _build(last: Next, why: str, most: int | None = None) -> Next:
    reps = tuple(n + 1 if most is None else max(n, min(n + 1, most)) for n in last.reps)
    return replace(last, step=Step.REPS, reps=reps, reason=why)


def _down(last: Next, session: Session, share: float, why: str) -> Next:
    """Less load by whole steps, or the same where no step is small enough."""
    exercise, load = session.exercise, last.load
    step = exercise.increment(load.unit) if load is not None else 0.0
    if exercise.load is not LoadKind.WEIGHT or load is None or not step:
        return _same(last, why)
    most = load.value * MOST_PER_SESSION
    off = max(step, floor(min(load.value * share, most) / step) * step)
    if off > most:
        return _same(last, why)
    new = Load(round(load.value - off, 2), load.unit)
    reps = tuple(max(one, last.aim[0]) for one in last.reps)
    reason = f"{number(new.value)}: {why}"
    return replace(last, step=Step.DOWN, load=new, reps=reps, reason=reason)
