"""The doubt about a typed set, from what the log knows of the lift, and its question.

A likely slip is asked about once: the first enter shows the question, the second, with
the same text on the same row, is the answer.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from befit_tui.analysis.lift.bests import Bests, weight_of
from befit_tui.analysis.lift.doubt import Doubt, Known, set_doubt
from befit_tui.analysis.lift.records import judge
from befit_tui.domain.errors import DoubtError
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.domain.load import Load
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.typed_set import TypedRow

if TYPE_CHECKING:
    # A start without an open workout reads no meter.
    from befit_tui.analysis.meter import Reading

ENTER_AGAIN = "Enter again keeps it"
BOUNCE = timedelta(milliseconds=300)
"""A second enter within this time of the first is a bouncing key; product constant."""


class SlipQuestion:
    """Asks about a doubt once; the same said again is the answer."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._asked: tuple[object, datetime] | None = None

    def ask(self, typed: object, doubt: Doubt | None) -> None:
        """Ask about ``doubt`` unless it was asked of ``typed`` and this answers it.

        An enter that bounces, or is held down, is no answer.

        Raises:
            DoubtError: the question.
        """
        if doubt is None:
            return
        now, asked = self._clock(), self._asked
        answers = asked is not None and asked[0] == typed and now - asked[1] >= BOUNCE
        self._asked = None if answers else (typed, now)
        if not answers:
            raise DoubtError(f"{doubt} {ENTER_AGAIN}")

    def forget_other_than(self, typed: object) -> None:
        """Another text was typed meanwhile: the question was about a former one."""
        if self._asked is not None and self._asked[0] != typed:
            self._asked = None


def doubt_of(
    values: SetValues,
    row: TypedRow,
    workout: Workout,
    lifts: Lifts,
    reading: "Reading",
    last: Load | None = None,
) -> Doubt | None:
    """What is doubtful about a set typed on a row of ``workout``; None if nothing is.

    ``reading`` is the meter before the set, with the load that was typed; ``last`` the
    load that is likely, where it is not the one that the row shows.
    """
    exercise = row.exercise
    bests = bests_so_far(workout, lifts, exercise.id)
    weight = weight_of(exercise, values.load)
    likely = reading.high
    if weight is not None:
        moved = lifts.moved_kg(exercise.id, values.load, workout)
        if likely is None:
            likely = bests.likely_reps(weight, moved)
        else:  # what was done before is never doubted, however tired the lifter is now
            likely = max(likely, bests.most_reps(weight))
    known = Known(
        exercise=exercise,
        last=last or row.shown.load,
        bests=bests,
        body_kg=lifts.body_kg(workout),
        most_reps=likely,
        usual_s=_usual_s(exercise.id, workout, lifts),
    )
    return set_doubt(values, known)


def _usual_s(exercise: str, workout: Workout, lifts: Lifts) -> float | None:
    """The middle one of the times of the last sessions and today; None without any."""
    sessions = (*lifts.recent(exercise), lifts.session(workout, exercise))
    times = sorted(
        done.seconds for one in sessions for done in one.working if done.seconds
    )
    return times[len(times) // 2] if times else None


def bests_so_far(workout: Workout, lifts: Lifts, exercise: str) -> Bests:
    """The bests of a lift with the sets of the open workout, of a first session too."""
    bests = lifts.bests(exercise)
    for one in judge((lifts.session(workout, exercise),), bests):
        bests = one.bests
    return bests
