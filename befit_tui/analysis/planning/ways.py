"""How a lift moves on: chosen by the lifter, or guessed from plan and past."""

from collections.abc import Sequence

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.progress import NEAR, is_rated, scheme
from befit_tui.analysis.planning.recent import working_load
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import LoadKind, Progress
from befit_tui.domain.workout import LoggedSet, Range, SetTarget

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


class Way(Value, frozen=True):
    """How a lift moves on, and why it is thought so."""

    progress: Progress
    why: str

    @property
    def words(self) -> str:
        """``by reps left: you rate your sets``."""
        return f"{WORDS[self.progress]}: {self.why}"


def way_of(
    exercise: Exercise,
    past: Sequence[Session],
    targets: Sequence[SetTarget],
    reps: Range,
) -> Way:
    """How a lift moves on; ``targets`` are its planned sets, ``reps`` those aimed at.

    Where the plan names the loads, or nothing but seconds are counted, there is nothing
    to choose.
    """
    if any(one.load or one.percent for one in targets):
        return Way(Progress.PERCENT, "the plan names them")
    if exercise.load is LoadKind.DURATION:
        return Way(Progress.SECONDS, "it is held, not repeated")
    if exercise.progress is not None:
        return Way(exercise.progress, "as you chose")
    return _guessed(exercise, past, reps)


def _guessed(exercise: Exercise, past: Sequence[Session], reps: Range) -> Way:
    last = past[-1].working if past else ()
    top = working_load(past[-1]) if past else ()
    rated = not past or is_rated(last)
    if exercise.load is LoadKind.ASSISTED:
        return Way(Progress.ASSISTANCE, "more of it is easier")
    if rated and len(top) == 1 and any(_is_back_off(one, top[0]) for one in last):
        return Way(Progress.TOP, "one heavy set, then lighter ones")
    if rated:
        return Way(Progress.LEFT, "you rate your sets" if past else "until you choose")
    if scheme(past, reps) is not None:
        return Way(Progress.REPS, "your sets are alike and not rated")
    return Way(Progress.SUM, "your sets are not rated")


def _is_back_off(done: LoggedSet, top: LoggedSet) -> bool:
    """Whether a set is clearly lighter than the top set."""
    if top.load is None:
        return False
    return (done.load.kg if done.load is not None else 0.0) < top.load.kg * NEAR
