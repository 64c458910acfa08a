"""What the last sessions of a lift were like: its working sets, whether it moved."""

from collections.abc import Sequence

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form, LoadKind
from befit_tui.domain.workout import LoggedSet, Range

STYLE_SESSIONS = 3
"""Sessions that show in which reps a lifter does a lift; product constant."""


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

    One session above it is progress, and one below it a bad day; it takes three to be
    a habit, or all there are.
    """
    low, high = usual
    recent = past[-STYLE_SESSIONS:]
    least = [
        min((one.reps or 0 for one in working_load(s)), default=low) for s in recent
    ]
    if least and max(least) < low:
        habit = max(1, *least)
        return habit, habit + high - low
    if len(least) == STYLE_SESSIONS and min(least) > high:
        return (min(least), min(least) + high - low)
    return usual


def unsound(top: Sequence[LoggedSet]) -> str:
    """What went wrong in a set, so that it is no ground for more; empty if nothing."""
    if any(done.form is Form.BROKE for done in top):
        return "form broke"
    return "a rep was missed" if any(not done.reps for done in top) else ""


def reps_words(reps: Sequence[int]) -> str:
    """``3 × 8``, ``8, 7, 6``, ``8``."""
    if len(reps) > 1 and len(set(reps)) == 1:
        return f"{len(reps)} × {reps[0]}"
    return ", ".join(map(str, reps))


def said(top: Sequence[LoggedSet]) -> str:
    """``3 × 8 at 2 left``, ``8, 7, 6 at 1 left``, ``3 × 8``; the fewest left count."""
    words = reps_words([done.reps or 0 for done in top])
    lefts = [left for done in top if (left := known_left(done)) is not None]
    return f"{words} at {number(min(lefts))} left" if lefts else words
