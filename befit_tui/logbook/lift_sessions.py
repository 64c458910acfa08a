"""The last sessions of a lift, as rows, and a year of its strength beside them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, islice
from typing import NamedTuple

from befit_tui.analysis.lift.verdicts import Verdicts
from befit_tui.domain import signs
from befit_tui.domain.effort import is_working, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.wording import day_words, rated_set_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.lift_strength import judged_lift, strength_of
from befit_tui.logbook.lines import Run

MOST_SESSIONS = 24
"""Sessions that are listed at most; product constant."""
LOOK_BACK = timedelta(days=365)
"""How far back the line of strength goes; product constant."""
NEARLY_A_YEAR = timedelta(days=330)
"""From then on a day is said with its year; product constant."""


class SessionRow(NamedTuple):
    """One session of a lift, its sets as runs of text."""

    workout: Workout
    sets: tuple[Run, ...]
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the workout."""
        return self.workout.id


class LiftStory(Value, frozen=True):
    """The last sessions of a lift, newest first, and a year of its strength.

    ``today`` is the day on which it is told.
    """

    exercise: Exercise
    rows: tuple[SessionRow, ...]
    strength: Curve
    today: date

    @property
    def is_old(self) -> bool:
        """Whether a day without its year could be taken for another."""
        days = [row.workout.day for row in self.rows]
        return bool(days) and self.today - min(days) > NEARLY_A_YEAR

    def value(self, day: date) -> float | None:
        """What the session of a day showed, in the unit of the strength."""
        shown = (point.value for point in self.strength.points if point.day == day)
        return next(shown, None)


def lift_story(
    verdicts: Verdicts,
    history: History,
    exercise: Exercise,
    unit: Unit,
    *,
    until: date,
    today: date,
) -> LiftStory:
    """The story of a lift up to a day, by ``verdicts``."""
    exposures = history.exposures(exercise.id)
    first = until - LOOK_BACK
    # A set of today may stand beside it.
    empty = "It was never done before today."
    if exposures and (last := exposures[-1].workout.day) < first:
        empty = f"Before today it was last done on {day_words(last)}."
    elif exposures:
        empty = "No set of that year tells of its strength."
    rows = session_rows(exposures[-2 * MOST_SESSIONS :], exercise, unit)
    return LiftStory(
        exercise,
        tuple(islice(rows, MOST_SESSIONS)),
        strength_of(
            judged_lift(verdicts, history, exercise, first), unit, first, empty
        ),
        today,
    )


def session_rows(
    exposures: Sequence[Exposure],
    exercise: Exercise,
    unit: Unit,
    records: Collection[str] = (),
) -> Iterator[SessionRow]:
    """The sessions, the newest first; ``records`` are the sets to be marked."""
    newest_first = reversed(exposures)
    for _, found in groupby(newest_first, key=lambda one: one.workout.id):
        session = tuple(found)[::-1]
        sets = [done for one in session for done in one.entry.sets]
        runs = tuple(_run(done, exercise, unit, records) for done in sets)
        yield SessionRow(session[0].workout, runs)


def _run(
    done: LoggedSet, exercise: Exercise, unit: Unit, records: Collection[str]
) -> Run:
    words = rated_set_words(done, exercise, unit).replace(" ", "")
    if done.id in records:
        return f"{signs.RECORD}{words}", "warn"
    if not is_working(done):
        return words, "dim"
    return words, "bad" if reached_failure(done) else ""
