"""The sessions of one lift, its sets in short: the same on every screen."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from befit_tui.domain.effort import is_working, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import rated_set_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.lines import Run


class LiftRow(NamedTuple):
    """One session of a lift, its sets as runs of text."""

    workout: Workout
    sets: tuple[Run, ...]
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the workout."""
        return self.workout.id


def session_rows(
    exposures: Sequence[Exposure],
    exercise: Exercise,
    unit: Unit,
    records: Collection[str] = (),
) -> Iterator[LiftRow]:
    """The sessions, the newest first; ``records`` are the sets to be marked."""
    newest_first = reversed(exposures)
    for _, found in groupby(newest_first, key=lambda one: one.workout.id):
        session = tuple(found)[::-1]
        sets = [done for one in session for done in one.entry.sets]
        runs = tuple(_run(done, exercise, unit, records) for done in sets)
        yield LiftRow(session[0].workout, runs)


def _run(
    done: LoggedSet, exercise: Exercise, unit: Unit, records: Collection[str]
) -> Run:
    words = rated_set_words(done, exercise, unit).replace(" ", "")
    if done.id in records:
        return f"◆{words}", "warn"
    if not is_working(done):
        return words, "dim"
    return words, "bad" if reached_failure(done) else ""
