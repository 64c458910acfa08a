"""The views of trends in print: the same values and sentences as on the screen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, islice
from statistics import mean
from typing import Any, NamedTuple

from befit_tui.cli.output import say, say_table
from befit_tui.domain.load import from_kg, number
from befit_tui.logbook import Logbook
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends import recovery
from befit_tui.logbook.trends.fatigue import FatigueWeek
from befit_tui.logbook.trends.observations import Observation, observations
from befit_tui.logbook.trends.span import RANGES, Range, first_range
from befit_tui.logbook.trends.strength import Lift
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import (
    Band,
    moved_sentence,
    side,
    unplaced,
)

YEAR = RANGES[2]
LIFTS = 8
"""Lifts that are shown, the ones done most often."""
FOLDED_WEEKS = 4
"""So many weeks without a workout take one line."""
WORKOUTS = 12
"""Workouts and weigh-ins that are shown, the last ones."""


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
        for lift in _lifts(asked)
    }


def _lifts(asked: Asked) -> tuple[Lift, ...]:
    """The lifts that are shown: of those done in the range, if any was."""
    first = asked.span.first(asked.today) or date.min
    every = asked.trends.lifts()
    done = [lift for lift in every if asked.trends.last(lift.id) >= first]
    return tuple(islice(done or every, LIFTS))


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
            _folded(
                tuple(map(str, (week.monday, len(week.workouts), *week.efforts)))
                for week in found.weeks
            ),
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
        "Hard sets a week, the last four that were trained in, and the mean of all; "
        "the range is "
        f"{low} to {high}."
    )
    # The last four of a log that ended a year ago are those in which it ended.
    end = found.trained
    shown = found.mondays[max(end - 4, 0) : end]
    rows = []
    for muscle, weeks in found.muscles.items():
        usual = mean(found.judged(muscle))
        sets = [number(week.sets) for week in weeks[max(end - 4, 0) : end]]
        rows.append((name_of(muscle), *sets, f"{usual:.1f}", side(usual, asked.band)))
    say_table(("", *(f"{day:%d.%m.}" for day in shown), "mean", ""), rows)
    if told := unplaced(sum(found.without_muscle[max(end - 4, 0) : end])):
        say(f"In these weeks{told}")


def _moved(asked: Asked) -> dict[str, Any]:
    unit, trends = asked.logbook.unit, asked.trends
    every = trends.moved(None, asked.span, asked.today, unit)
    volume = trends.volume(asked.span, asked.today)
    return {
        "sentence": every.sentence,
        "unit": str(unit),
        "workouts": [
            {"day": f"{one.day}", "name": one.name, "moved": round(one.value, 1)}
            for one in every.points
        ],
        "lifts": {
            lift.id: trends.moved(lift.exercise, asked.span, asked.today, unit).sentence
            for lift in _lifts(asked)
        },
        "muscles": {
            muscle: [round(from_kg(week.sets, unit), 1) for week in weeks]
            for muscle, weeks in volume.moved.items()
        },
    }


def _print_moved(asked: Asked) -> None:
    unit, trends = asked.logbook.unit, asked.trends
    every = trends.moved(None, asked.span, asked.today, unit)
    say(every.sentence)
    say_table(
        ("workout", "", str(unit)),
        [
            (f"{one.day}", one.name, f"{one.value:.0f}")
            for one in every.points[-WORKOUTS:]
        ],
    )
    for lift in _lifts(asked):
        say(trends.moved(lift.exercise, asked.span, asked.today, unit).sentence)
    volume = trends.volume(asked.span, asked.today)
    for muscle in volume.moved:
        say(moved_sentence(volume, muscle, unit))


def _recovery(asked: Asked) -> dict[str, Any]:
    found = _recoveries(asked)
    return {
        "sentence": recovery.sentence(found, asked.today),
        "muscles": {
            one.muscle: {
                "last": one.ended and one.ended.isoformat(),
                "rest": str(one.rest),
                "words": one.words,
            }
            for one in found
        },
    }


def _print_recovery(asked: Asked) -> None:
    found = _recoveries(asked)
    say(recovery.sentence(found, asked.today))
    rows = [(name_of(one.muscle), one.ago, one.words) for one in found]
    say_table(("", "last", ""), rows)


def _recoveries(asked: Asked) -> tuple[recovery.Recovery, ...]:
    resting = asked.logbook.alerts.resting(asked.today)
    return asked.trends.recovery(*resting, asked.logbook.clock())


def _weight(asked: Asked) -> dict[str, Any]:
    found = asked.trends.weight(asked.span, asked.today, asked.logbook.unit)
    return {
        "sentence": found.sentence,
        "unit": str(found.unit),
        "points": [
            {
                "day": f"{one.day}",
                "value": round(one.value, 2),
                "trend": round(one.trend, 2),
            }
            for one in found.points
        ],
    }


def _print_weight(asked: Asked) -> None:
    found = asked.trends.weight(asked.span, asked.today, asked.logbook.unit)
    say(found.sentence)
    rows = [
        (f"{one.day}", f"{one.value:.1f}", f"{one.trend:.1f}")
        for one in found.points[-WORKOUTS:]
    ]
    if rows:
        say_table(("weighed", str(found.unit), "trend"), rows)


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
    say_table(head, _folded(_fatigue_cells(week) for week in found.weeks))


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


def _folded(weeks: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows of weeks, a long time without a workout as one of them."""
    for is_empty, found in groupby(weeks, key=lambda row: row[1] == "0"):
        rows = tuple(found)
        if is_empty and len(rows) >= FOLDED_WEEKS:
            first, *others = rows[0]
            words = f"{len(rows)} weeks without one"
            yield (first, *("" for _ in others[1:]), words)
        else:
            yield from rows


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
    "recovery": View(_print_recovery, _recovery),
    "moved": View(_print_moved, _moved),
    "fatigue": View(_print_fatigue, _fatigue),
    "calendar": View(_print_calendar, _calendar),
    "weight": View(_print_weight, _weight),
}
"""What the views show by name, in the order of the screen."""
HEADINGS = {"moved": "load × reps"}
"""What stands above a view, where it is not its name."""
