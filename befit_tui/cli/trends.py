"""``befit trends``: effort, volume and strength over the last weeks, or one lift."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import Any

from befit_tui.analysis.strength import StrengthPoint
from befit_tui.analysis.volume import WEEK, WeekVolume, weekly_volume
from befit_tui.cli.output import say, say_json, say_table
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.logbook import Logbook
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.past_trends import RANGES, Trends, set_behind

TWELVE_WEEKS, YEAR = RANGES[1:3]
LIFTS = 8
"""Lifts that are shown, the ones done most often."""
VOLUME_WEEKS = 4
"""Weeks before this one whose mean is shown as the volume."""


def run(args: Namespace, clock: Clock) -> None:
    """Show the last twelve weeks, or a year of one lift."""
    today = clock().date()
    with open_logbook(args, clock, readonly=True) as logbook:
        trends = Trends(logbook.past(), logbook.catalog)
        if args.exercise:
            exercise = find_exercise(logbook, " ".join(args.exercise))
            _lift(args, trends, exercise, today, logbook.unit)
        else:
            _overview(args, trends, logbook, today)


def _lift(
    args: Namespace, trends: Trends, exercise: Exercise, today: date, unit: Unit
) -> None:
    found = trends.strength(exercise, YEAR, today, unit)
    if args.json:
        say_json(
            {
                "exercise": exercise.id,
                "sentence": found.sentence,
                "unit": str(unit),
                "points": [_point(point, unit) for point in found.points],
            }
        )
        return
    say(found.sentence)
    for point in reversed(found.points):
        record = "  record" if point.is_record else ""
        value = number(_one_rm(point, unit))
        set_ = set_behind(point, unit)
        say(f"  {point.at.date()}  {value:>6} {unit}  {set_}{record}")


def _point(point: StrengthPoint, unit: Unit) -> dict[str, Any]:
    return {
        "at": point.at.isoformat(),
        "one_rm": _one_rm(point, unit),
        "load": point.load and {"value": point.load.value, "unit": point.load.unit},
        "reps": point.reps,
        "rated": point.rated,
        "is_record": point.is_record,
    }


def _one_rm(point: StrengthPoint, unit: Unit) -> float:
    return round(from_kg(point.kg, unit), 1)


def _overview(args: Namespace, trends: Trends, logbook: Logbook, today: date) -> None:
    effort = trends.effort(TWELVE_WEEKS, today)
    lifts = {
        found.exercise.id: trends.strength(
            found.exercise, TWELVE_WEEKS, today, logbook.unit
        ).sentence
        for found in islice(trends.lifts(), LIFTS)
    }
    muscles = _sets_a_week(_volume(logbook, today))
    if args.json:
        weeks = [asdict(week) | {"monday": f"{week.monday}"} for week in effort.weeks]
        said = {"effort": effort.sentence, "failures": effort.failures}
        say_json({**said, "weeks": weeks, "sets_a_week": muscles, "lifts": lifts})
        return
    say(effort.sentence)
    if not effort.weeks:
        return
    say(effort.failures)
    say()
    head = ("week of", "workouts", "failure", "1 left", "2", "3", "4+", "not rated")
    say_table(head, (_cells(asdict(week).values()) for week in effort.weeks))
    say()
    say(f"Hard sets a week, mean of the {VOLUME_WEEKS} weeks before this one:")
    for muscle, sets in muscles.items():
        say(f"  {muscle:<14} {sets:>5.1f}")
    say()
    for sentence in lifts.values():
        say(sentence)


def _volume(logbook: Logbook, today: date) -> Sequence[WeekVolume]:
    """The full weeks before the one of ``today``."""
    first, last = today - VOLUME_WEEKS * WEEK, today - WEEK
    return weekly_volume(logbook.history, logbook.catalog.get, first, last)


def _sets_a_week(weeks: Sequence[WeekVolume]) -> Mapping[str, float]:
    """The mean by muscle, the most trained first."""
    names = {muscle for week in weeks for muscle in week.muscles}
    means = {
        name: sum(week.muscles.get(name, 0) for week in weeks) / len(weeks)
        for name in sorted(names)
    }
    return dict(sorted(means.items(), key=lambda found: -found[1]))


def _cells(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))
