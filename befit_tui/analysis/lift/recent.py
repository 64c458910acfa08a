"""What the last sessions of a lift were like: its working sets, whether it moved."""

from collections.abc import Sequence
from math import inf

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form, LoadKind
from befit_tui.domain.workout import LoggedSet, Range

TELLING_LEFT = 3.0
"""Reps left above which a report says only "4 or more" (Zourdos 2021)."""
STYLE_SESSIONS = 3
"""Sessions that show in which reps a lifter does a lift; product constant."""
FLAT_DAYS = 21
"""Days before a lift that gets no better is called flat (product constant)."""


def signed(session: Session, done: LoggedSet) -> float:
    """The load in kilograms, so that more is harder: assistance counts as minus."""
    kg = done.load.kg if done.load is not None else 0.0
    return -kg if session.exercise.load is LoadKind.ASSISTED else kg


def working_load(session: Session) -> tuple[LoggedSet, ...]:
    """The working sets at the heaviest load of a session that were counted in reps."""
    counted = [done for done in session.working if done.reps is not None]
    top = max((signed(session, done) for done in counted), default=0.0)
    return tuple(done for done in counted if signed(session, done) == top)


def own_range(past: Sequence[Session], usual: Range) -> Range:
    """The usual range, moved to where the lifter does the lift if that is outside.

    One session above it is progress; it takes three to be a habit.
    """
    low, high = usual
    recent = past[-STYLE_SESSIONS:]
    reps = [done.reps or 0 for session in recent for done in working_load(session)]
    least = max(1, min(reps, default=low))
    habit = least < low or (least > high and len(recent) == STYLE_SESSIONS)
    return (least, least + high - low) if habit else usual


def shortfall(past: Sequence[Session], need: float) -> float:
    """Reps that each of the last two sessions at one load fell short of ``need``.

    ``need`` counts the reps to leave with those to do. 0 when they did not, or when
    the effort is not known well enough.
    """
    if len(past) < 2:
        return 0.0
    before, last = (working_load(session)[:1] for session in past[-2:])
    if not before or not last or before[0].load != last[0].load:
        return 0.0
    return max(0.0, min(_short(before[0], need), _short(last[0], need)))


def flat_sessions(past: Sequence[Session]) -> int:
    """Sessions since the lift got better, at a load that was not taken back since.

    0 until they span three weeks.
    """
    past = [session for session in past if working_load(session)]
    run: list[tuple[float, float]] = []
    ceiling = inf
    for session in reversed(past):
        top = working_load(session)
        load = signed(session, top[0])
        if load > ceiling:
            break
        ceiling = load
        run.insert(0, (load, max(_capacity(done) for done in top)))
    if not run:
        return 0
    flat = len(run) - 1 - run.index(max(run))
    return flat if flat and _days(past[-1 - flat], past[-1]) >= FLAT_DAYS else 0


def unsound(top: Sequence[LoggedSet]) -> str:
    """What went wrong in a set, so that it is no ground for more; empty if nothing."""
    if any(done.form is Form.BROKE for done in top):
        return "form broke"
    return "a rep was missed" if any(not done.reps for done in top) else ""


def said(top: Sequence[LoggedSet]) -> str:
    """``3 × 8 at 2 left``, ``8, 7, 6 at 1 left``, ``3 × 8``; the fewest left count."""
    reps = [done.reps or 0 for done in top]
    alike = len(set(reps)) == 1 and len(reps) > 1
    words = f"{len(reps)} × {reps[0]}" if alike else ", ".join(map(str, reps))
    lefts = [left for done in top if (left := known_left(done)) is not None]
    return f"{words} at {number(min(lefts))} left" if lefts else words


def _short(done: LoggedSet, need: float) -> float:
    left = known_left(done)
    if left is None or left > TELLING_LEFT:
        return 0.0
    return need - left - (done.reps or 0)


def _capacity(done: LoggedSet) -> float:
    """Reps to failure as far as they are known."""
    return (done.reps or 0) + min(known_left(done) or 0.0, TELLING_LEFT)


def _days(first: Session, last: Session) -> int:
    return (last.workout.started_at.date() - first.workout.started_at.date()).days
