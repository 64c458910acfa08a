"""The five views of trends in print: the same values and sentences as on the screen."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import islice
from statistics import mean
from typing import Any, NamedTuple

from befit_tui.cli.output import say, say_table
from befit_tui.domain.load import number
from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.fatigue import FatigueWeek
from befit_tui.logbook.trends.observations import Observation, observations
from befit_tui.logbook.trends.span import RANGES, Range, first_range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import Band, name_of, side, unplaced

YEAR = RANGES[2]
LIFTS = 8
"""Lifts that are shown, the ones done most often."""


class Asked(NamedTuple):
    """What a view is asked of."""

    trends: Trends
    logbook: Logbook
    today: date
    band: Band
    """The sets a week that a muscle should get, as in the settings."""

    @property
    def span(self) -> Range:
        """Twelve weeks, or further back where they hold no workout."""
        return RANGES[first_range(self.trends.history, self.today)]


class View(NamedTuple):
    """One view: as lines, and as a document."""

    print: Callable[[Asked], None]
    document: Callable[[Asked], Any]


def _strength(asked: Asked) -> dict[str, str]:
    unit, today = asked.logbook.unit, asked.today
    return {
        lift.id: asked.trends.strength(lift.exercise, asked.span, today, unit).sentence
        for lift in islice(asked.trends.lifts(), LIFTS)
    }


def _print_strength(asked: Asked) -> None:
    found = _strength(asked)
    for sentence in found.values():
        say(sentence)
    if not found:
        say("No lift yet: log a set with its reps or its time.")


def _effort(asked: Asked) -> dict[str, Any]:
    found = asked.trends.effort(asked.span, asked.today)
    weeks = [
        {"monday": f"{week.monday}", "workouts": len(week.workouts)}
        | week.efforts._asdict()
        for week in found.weeks
    ]
    return {
        "sentence": found.sentence,
        "failures": found.failures,
        "calibration": found.calibration,
        "called": [one._asdict() for one in found.called],
        "weeks": weeks,
    }


def _print_effort(asked: Asked) -> None:
    found = asked.trends.effort(asked.span, asked.today)
    said = (found.sentence, found.failures, found.calibration)
    for line in (*said, found.by_call):
        if line:
            say(line)
    if found.weeks:
        head = ("week of", "workouts", "failure", "1 left", "2", "3", "4+", "not rated")
        say_table(
            head,
            [
                tuple(map(str, (week.monday, len(week.workouts), *week.efforts)))
                for week in found.weeks
            ],
        )


def _volume(asked: Asked) -> dict[str, Any]:
    found = asked.trends.volume(asked.span, asked.today)
    return {
        "band": asked.band,
        "weeks": [f"{monday}" for monday in found.mondays],
        "muscles": {
            muscle: [week.sets for week in weeks]
            for muscle, weeks in found.muscles.items()
        },
        "without_muscle": list(found.without_muscle),
    }


def _print_volume(asked: Asked) -> None:
    found = asked.trends.volume(asked.span, asked.today)
    if not found.muscles:
        say(asked.trends.nothing(asked.span, asked.today))
        return
    low, high = map(number, asked.band)
    say(
        "Hard sets a week, the last four weeks and the mean of all that are over; "
        "the range is "
        f"{low} to {high}."
    )
    shown = found.mondays[-4:]
    rows = []
    for muscle, weeks in found.muscles.items():
        usual = mean(found.judged(muscle))
        sets = [number(week.sets) for week in weeks[-4:]]
        rows.append((name_of(muscle), *sets, f"{usual:.1f}", side(usual, asked.band)))
    say_table(("", *(f"{day:%d.%m.}" for day in shown), "mean", ""), rows)
    if told := unplaced(sum(found.without_muscle[-4:])):
        say(f"In these weeks{told}")


def _fatigue(asked: Asked) -> dict[str, Any]:
    found = asked.trends.fatigue(asked.span, asked.today)
    return {
        "sentence": found.sentence,
        "weeks": [_fatigue_week(week) for week in found.weeks],
        "alerts": [one.title for one in _observations(asked) if one.alert],
        "cards": [one.title for one in _observations(asked) if not one.alert],
    }


def _print_fatigue(asked: Asked) -> None:
    found = asked.trends.fatigue(asked.span, asked.today)
    say(found.sentence)
    for one in _observations(asked):
        say(f"{one.sign} {one.title}")
    if not found.weeks:
        return
    head = ("week of", "hard sets", "load", "readiness", "lifts", "")
    say_table(head, [_fatigue_cells(week) for week in found.weeks])


def _calendar(asked: Asked) -> dict[str, Any] | None:
    found = asked.trends.calendar(YEAR, asked.today)
    if found is None:
        return None
    return {
        "sentence": found.sentence,
        "streaks": found.streaks,
        "sets": {f"{day}": sets for day, sets in sorted(found.sets.items())},
    }


def _print_calendar(asked: Asked) -> None:
    found = asked.trends.calendar(YEAR, asked.today)
    if found is None:
        say(asked.trends.nothing(YEAR, asked.today))
        return
    say(found.sentence)
    say(found.streaks)


def _observations(asked: Asked) -> tuple[Observation, ...]:
    # Judged with the alerts, so that each lift is followed once for both.
    return observations(asked.logbook, asked.logbook.alerts.cards(asked.today))


def _fatigue_week(week: FatigueWeek) -> dict[str, Any]:
    return {
        "monday": f"{week.monday}",
        "hard_sets": week.hard,
        "load": week.load,
        "readiness": week.readiness,
        "performance": week.performance,
        "deload": week.deload,
    }


def _fatigue_cells(week: FatigueWeek) -> tuple[str, ...]:
    return (
        f"{week.monday}",
        str(week.hard),
        "–" if week.load is None else f"{week.load:.0f}",
        "–" if week.readiness is None else f"{week.readiness:.1f}",
        "–" if week.performance is None else f"{week.performance:+.1%}",
        "deload" if week.deload else "",
    )


VIEWS: Mapping[str, View] = {
    "strength": View(_print_strength, _strength),
    "effort": View(_print_effort, _effort),
    "volume": View(_print_volume, _volume),
    "fatigue": View(_print_fatigue, _fatigue),
    "calendar": View(_print_calendar, _calendar),
}
"""The views by name, in the order of the screen."""
