"""A workout in a few lines: what was done, how close, and what was a best."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from befit_tui.analysis.lift.records import Record, records_of
from befit_tui.analysis.volume import WEEK, hard_sets, monday_of
from befit_tui.domain.effort import failures_in, is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, number
from befit_tui.domain.wording import length_words, rated_set_words
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.workout.rows import SetRow, in_target

USUAL_WEEKS = 4
"""Weeks whose workouts tell how many are usual (product constant)."""


@dataclass(frozen=True, slots=True)
class LiftLine:
    """One exercise of a summary: its sets in words and the records among them.

    ``coming`` says how it went and what is next.
    """

    name: str
    words: str
    records: tuple[str, ...]
    coming: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """Facts as label and value, then a line for each exercise."""

    name: str
    facts: tuple[tuple[str, str], ...]
    lifts: tuple[LiftLine, ...]


def summarise(
    workout: Workout,
    lifts: Lifts,
    rows: Iterable[SetRow],
    unit: Unit,
    coming: Callable[[Entry], str] = lambda _: "",
) -> Summary:
    """The summary of a workout; ``rows`` are its sets as rows, for the targets.

    ``coming`` says of an entry how it went and what is next.
    """
    exercises = lifts.exercise
    records = records_of(workout, lifts.history, exercises)
    working = [done for done in workout.sets if is_working(done)]
    inside, rated = in_target(rows)
    allowed = lifts.alert_cache.budget(workout).allowed
    hard, _, muscles = hard_sets(workout, exercises)
    facts = (
        ("time", length_words(workout)),
        ("working sets", str(len(working))),
        ("hard sets", str(hard)),
        ("by muscle", _muscle_words(muscles)),
        ("in the target zone", f"{inside} of {rated} rated"),
        ("failure sets", f"{failures_in(workout)} of {allowed}"),
        *_week_fact(workout, lifts),
    )
    lines = tuple(
        _lift_line(entry, exercises(entry.exercise), records, unit, coming(entry))
        for entry in workout.entries
        if entry.sets
    )
    return Summary(workout.name or "Workout", facts, lines)


def _lift_line(
    entry: Entry,
    exercise: Exercise,
    records: Mapping[str, Sequence[Record]],
    unit: Unit,
    coming: str,
) -> LiftLine:
    made = (one for done in entry.sets for one in records.get(done.id, ()))
    return LiftLine(
        name=exercise.name,
        words=_sets_words(entry, exercise, unit),
        records=tuple(record.label for record in made),
        coming=coming,
    )


def _week_fact(workout: Workout, lifts: Lifts) -> Iterator[tuple[str, str]]:
    """Whether the failure of these weeks pays, after the last workout of a week."""
    if not _ends_the_week(workout, lifts.history):
        return
    found = lifts.alert_cache.paying_with(workout)
    if found is not None:
        yield "these weeks", found.sentence


def _ends_the_week(workout: Workout, history: History) -> bool:
    """Whether as many workouts were done this week as in the weeks before."""
    monday = monday_of(workout.started_at.date())
    first = monday - USUAL_WEEKS * WEEK
    newest = takewhile(
        lambda one: one.started_at.date() >= first, history.newest_first()
    )
    weeks = Counter(monday_of(one.started_at.date()) for one in newest)
    before = [weeks[monday - n * WEEK] for n in range(1, USUAL_WEEKS + 1)]
    usual = median(before)
    return usual > 0 and weeks[monday] + 1 >= usual


def _muscle_words(parts: Mapping[str, tuple[float, float]]) -> str:
    """``chest 6, triceps 4.5``: a set counts half where a muscle only helps."""
    counts = {muscle: driven + helped for muscle, (driven, helped) in parts.items()}
    trained = ((name, count) for name, count in counts.items() if count)
    most = sorted(trained, key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{name} {number(count)}" for name, count in most) or "–"


def _sets_words(entry: Entry, exercise: Exercise, unit: Unit) -> str:
    return ", ".join(
        rated_set_words(done, exercise, unit) for done in entry.sets if is_working(done)
    )
