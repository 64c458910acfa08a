"""Where a file and the log differ, in words."""

from collections.abc import Callable, Mapping

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.wording import day_words, rated_set_words, set_words
from befit_tui.domain.workout import Workout
from befit_tui.transfer.merging.fingerprint import Named
from befit_tui.transfer.merging.workouts import Difference, What


class DifferenceLine(Value, frozen=True):
    """One difference; ``line`` is where the file has it, or has its workout."""

    line: int
    what: What
    where: str
    here: str
    there: str

    @property
    def words(self) -> str:
        """``Push A, Wed 5 Mar 2025, Bench Press: 80 kg × 8 here, 85 kg × 8 there``."""
        return f"{self.where}: {self.here} here, {self.there} in the file"


def difference_line(
    found: Difference, lines: Mapping[str, int], get: Callable[[str], Exercise]
) -> DifferenceLine:
    """A difference in words; ``lines`` gives the line of each set of the file."""
    there = found.there or found.here
    if there is None:
        here_words, there_words = _head(found.known), _head(found.read)
        where = _session(found.known)
    else:
        where = f"{_session(found.known)}, {get(there[0]).name}"
        here_words = _set(found.here, found.there, get)
        there_words = _set(found.there, found.here, get)
    read = found.read.sets if found.there is None else (found.there[1],)
    line = min((lines.get(done.id, 1) for done in read), default=1)
    return DifferenceLine(line, found.what, where, here_words, there_words)


def left_out_words(read: Workout, known: Workout) -> str:
    """Why a session is left out that the log has in another form."""
    source = known.source
    origin = f"from {source.app}" if source else "as it was logged here"
    return (
        f"{_session(read)} is in the log {origin}, with other sets: it is left "
        "out, so look which of the two is right"
    )


def _session(workout: Workout) -> str:
    return f"{workout.name or 'workout'}, {day_words(workout.started_at)}"


def _head(workout: Workout) -> str:
    ended = workout.ended_at or workout.started_at
    times = f"{workout.started_at:%H:%M}-{ended:%H:%M}"
    return " ".join(filter(None, (workout.name, times, workout.note)))


def _set(
    found: Named | None, other: Named | None, get: Callable[[str], Exercise]
) -> str:
    """A set, with what tells it from the other one where the numbers do not."""
    if found is None:
        return "gone"
    exercise, done = get(found[0]), found[1]
    unit = done.load.unit if done.load else Unit.KG
    plain = set_words(done, exercise, unit)
    rated = rated_set_words(done, exercise, unit).removeprefix(plain)
    words = set_words(done, exercise, unit, name_unit=True) + rated
    if other is not None and other[0] != found[0]:
        words = f"{exercise.name} {words}"
    if other is not None and other[1].note != done.note:
        words += f" ({done.note or 'no note'})"
    return words
