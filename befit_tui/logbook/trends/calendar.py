"""The days of training, how regular they were, and what was done on one of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from befit_tui.analysis.volume import WEEK, week_of
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.effort import is_working
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.wording import (
    counted,
    day_words,
    days_ago_words,
    length_words,
    rated_set_words,
    span_words,
)
from befit_tui.domain.workout import Workout
from befit_tui.logbook.trends.time_range import Window, longest_break

YEAR_DAYS = 365
"""A calendar shows at least this much, however short the window is."""


class Month(NamedTuple):
    """A month with workouts: its first day, what it came to."""

    first: date
    workouts: int
    sets: int
    seconds: float
    """How long the workouts took whose end is known."""


class Calendar(Value, frozen=True):
    """The days from ``first`` to ``last`` and the working sets of each.

    ``months`` are those of these days, the newest first; ``sentence`` is about the
    window, ``streaks`` about the whole log.
    """

    first: date
    last: date
    sets: Mapping[date, int]
    months: tuple[Month, ...]
    sentence: str
    streaks: str


def calendar_of(workouts: Sequence[Workout], window: Window) -> Calendar:
    """The calendar of a window, at least of a year; ``workouts`` are all up to it."""
    days = [one.day for one in workouts]
    today, since = window.today, max(window.first, days[0])
    first = min(since, today - timedelta(days=YEAR_DAYS - 1))
    shown = [one for day, one in zip(days, workouts, strict=True) if day >= first]
    sets = sets_by_day(shown)
    inside = [day for day in days if day >= since]
    # The window begins with a whole week, so its name is too short a time to divide by.
    weeks = max(((today - since).days + 1) / 7, 1)
    over = window.over if window.span.days is None else f"since {day_words(since)}"
    done = f"{counted(len(inside), 'workout')} {over}"
    if len(set(inside)) < len(inside):
        done += f" on {counted(len(set(inside)), 'day')}"
    if len(inside) > 1:
        done += f", {len(inside) / weeks:.1f} a week"
    sentence = f"{done}." if inside else f"No workout {window.over}."
    months = tuple(_months(reversed(shown), sets))
    return Calendar(first, today, sets, months, sentence, _streaks(days, window))


def _months(workouts: Iterable[Workout], sets: Mapping[date, int]) -> Iterator[Month]:
    """The months of workouts, which come in the order of their time."""
    of_month: Counter[date] = Counter()
    for day, count in sets.items():
        of_month[day.replace(day=1)] += count
    for first, found in groupby(workouts, key=lambda one: one.day.replace(day=1)):
        done = tuple(found)
        ends = ((one.started_at, one.ended_at or one.started_at) for one in done)
        seconds = sum((end - start).total_seconds() for start, end in ends)
        yield Month(first, len(done), of_month[first], seconds)


def sets_by_day(workouts: Iterable[Workout]) -> Counter[date]:
    """The working sets of every day that has a workout."""
    sets: Counter[date] = Counter()
    for one in workouts:
        # A day on the bicycle has no sets, and is no day of rest.
        sets[one.day] += sum(map(is_working, one.sets)) or 1
    return sets


def day_lines(
    workouts: Sequence[Workout], catalog: Catalog, unit: Unit
) -> Iterator[str]:
    """The workouts of a day: a line each, then one for every exercise."""
    for workout in workouts:
        is_known = workout.ended_at and workout.ended_at > workout.started_at
        length = f", {length_words(workout)} h" if is_known else ""
        yield f"{workout.name or 'Workout'}{length}"
        for entry in workout.entries:
            if entry.sets:
                exercise = catalog.get(entry.exercise)
                done = (rated_set_words(one, exercise, unit) for one in entry.sets)
                # Without blanks no set is parted at the end of a line.
                sets = "  ".join(done).replace(" × ", "×").replace(" · ", "·")
                yield f"  {exercise.name}  {sets}"


def _streaks(days: Sequence[date], window: Window) -> str:
    """Weeks in a row with a workout, and the longest time without one."""
    today, start = window.today, window.week_start
    runs: list[list[date]] = []
    for week in sorted({week_of(day, start) for day in days}):
        if runs and week - runs[-1][-1] == WEEK:
            runs[-1].append(week)
        else:
            runs.append([week])
    best = max(runs, key=len)
    now = runs[-1] if week_of(today, start) - runs[-1][-1] <= WEEK else []
    last = max(days)
    said = f"The last workout was {days_ago_words(last, today)}"
    if len(now) > 1:
        said = f"{len(now):,} weeks in a row with a workout"
    if best is now:
        said += ", the longest so far"
    else:
        ended = day_words(best[-1] + WEEK - timedelta(days=1))
        said += f"; the longest run was {counted(len(best), 'week')}, up to {ended}"
    pause = longest_break(days)
    if pause is None or pause[1] - pause[0] <= max(WEEK, today - last):
        return f"{said}."
    # As long as the fold of a chart says.
    length = span_words((pause[1] - pause[0]).days)
    return f"{said}. Longest break: {length} from {day_words(pause[0])}."
