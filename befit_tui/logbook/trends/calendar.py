"""The days of training, how regular they were, and what was done on one of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from befit_tui.analysis.volume import WEEK, monday_of
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.effort import is_working
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import (
    counted,
    day_words,
    days_ago_words,
    length_words,
    rated_set_words,
)
from befit_tui.domain.workout import Workout
from befit_tui.logbook.trends.span import Range, long_time, longest_break


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days from ``first`` to ``last`` and the working sets of each.

    ``sentence`` is about the chosen range, ``streaks`` about the whole log.
    """

    first: date
    last: date
    sets: Mapping[date, int]
    sentence: str
    streaks: str


def calendar_of(
    workouts: Sequence[Workout], first: date, since: date, today: date, span: Range
) -> Calendar:
    """The calendar of ``first`` to ``today``; ``workouts`` are the whole log up to it.

    ``since`` is where the range begins that the sentence is about.
    """
    days = [one.started_at.date() for one in workouts]
    sets: Counter[date] = Counter()
    for day, one in zip(days, workouts, strict=True):
        if day < first:
            continue
        # A day on the bicycle has no sets, and is no day of rest.
        sets[day] += sum(map(is_working, one.sets)) or 1
    inside = [day for day in days if day >= since]
    weeks = max(((today - since).days + 1) / 7, 1)
    sentence = (
        f"{span.over.capitalize()} {counted(len(inside), 'workout')} on "
        f"{counted(len(set(inside)), 'day')}, "
        f"{len(inside) / weeks:.1f} a week."
    )
    return Calendar(first, today, sets, sentence, _streaks(days, today))


def day_lines(
    workouts: Sequence[Workout], catalog: Catalog, unit: Unit
) -> Iterator[str]:
    """The workouts of a day: a line each, then one for every exercise."""
    for workout in workouts:
        length = f", {length_words(workout)} h" if workout.ended_at else ""
        yield f"{workout.name or 'Workout'}{length}"
        for entry in workout.entries:
            if entry.sets:
                exercise = catalog.get(entry.exercise)
                done = (rated_set_words(one, exercise, unit) for one in entry.sets)
                yield f"  {exercise.name}: {', '.join(done)}"


def _streaks(days: Sequence[date], today: date) -> str:
    """Weeks in a row with a workout, and the longest time without one."""
    mondays = sorted(set(map(monday_of, days)))
    runs: list[list[date]] = []
    for monday in mondays:
        if runs and monday - runs[-1][-1] == WEEK:
            runs[-1].append(monday)
        else:
            runs.append([monday])
    best = max(runs, key=len)
    now = runs[-1] if monday_of(today) - runs[-1][-1] <= WEEK else []
    last = max(days)
    said = f"The last workout was {days_ago_words(last, today)}"
    if now:
        said = f"{counted(len(now), 'week')} in a row with a workout"
    if best is now:
        said += ", the longest so far"
    else:
        ended = day_words(best[-1] + WEEK - timedelta(days=1))
        said += f"; the longest run was {counted(len(best), 'week')}, up to {ended}"
    pause = longest_break(days)
    if pause is None or pause[1] - pause[0] <= max(WEEK, today - last):
        return f"{said}."
    length = long_time((pause[1] - pause[0]).days - 1)
    return f"{said}. Longest break: {length} from {day_words(pause[0])}."
