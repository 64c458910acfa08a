"""The views of trends in print: the same values and sentences as on the screen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, islice
from statistics import mean
from typing import Any, NamedTuple

from befit_tui.cli.output import say, say_table
from befit_tui.domain.load import from_kg, number
from befit_tui.domain.wording import DATES, short_day_words
from befit_tui.logbook import Logbook
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends import recovery
from befit_tui.logbook.trends.fatigue import FatigueWeek
from befit_tui.logbook.trends.observations import Observation, observations
from befit_tui.logbook.trends.span import RANGES, YEAR, Window, first_range
from befit_tui.logbook.trends.strength import Lift
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import (
    Band,
    moved_sentence,
    side,
    unplaced,
)

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
    def window(self) -> Window:
        """Twelve weeks, or further back where they hold no workout."""
        span = RANGES[first_range(self.trends.history, self.today)]
        return span.until(self.today, DATES.get().week_start)

    @property
    def year(self) -> Window:
        """A year, for the calendar."""
        return YEAR.until(self.today, DATES.get().week_start)


class View(NamedTuple):
    """One view: as lines, and as a document."""

    print: Callable[[Asked], None]
    document: Callable[[Asked], Any]


def _strength(asked: Asked) -> dict[str, str]:
    window, unit = asked.window, asked.logbook.unit
    return {
        lift.id: asked.trends.strength(lift.exercise, window, unit).sentence
        for lift in _lifts(asked)
    }


def _lifts(asked: Asked) -> tuple[Lift, ...]:
    """The lifts that are shown: of those done in the range, if any was."""
    first, every = asked.window.first, asked.trends.lifts()
    done = [lift for lift in every if asked.trends.last(lift.id) >= first]
    return tuple(islice(done or every, LIFTS))


def _print_strength(asked: Asked) -> None:
    found = _strength(asked)
    for sentence in found.values():
        say(sentence)
    if not found:
        say("No lift yet: log a set with its reps or its time.")


def _effort(asked: Asked) -> dict[str, Any]:
    found = asked.trends.effort(asked.window)
    weeks = [
        {"week": f"{week.first}", "workouts": len(week.workouts)}
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
    found = asked.trends.effort(asked.window)
    said = (found.sentence, found.failures, found.calibration)
    for line in (*said, found.by_call):
        if line:
            say(line)
    if found.weeks:
        head = ("week of", "workouts", "failure", "1 left", "2", "3", "4+", "not rated")
        say_table(
            head,
            _folded(
                tuple(map(str, (week.first, len(week.workouts), *week.efforts)))
                for week in found.weeks
            ),
        )


def _volume(asked: Asked) -> dict[str, Any]:
    found = asked.trends.volume(asked.window)
    return {
        "band": asked.band,
        "weeks": [f"{first}" for first in found.firsts],
        "muscles": {
            muscle: [week.sets for week in weeks]
            for muscle, weeks in found.muscles.items()
        },
        "without_muscle": list(found.without_muscle),
    }


def _print_volume(asked: Asked) -> None:
    found = asked.trends.volume(asked.window)
    if not found.muscles:
        say(asked.trends.nothing(asked.window))
        return
    low, high = map(number, asked.band)
    say(
        "Hard sets, of which at most 4 more reps were left, by muscle: the last four "
        f"weeks with training, and the mean of a week {found.window.over}; your range "
        f"is {low} to {high}."
    )
    # The last four of a log that ended a year ago are those in which it ended.
    shown = slice(max(found.trained - 4, 0), found.trained)
    rows = []
    for muscle, weeks in found.muscles.items():
        usual = mean(week.sets for week in weeks[: found.judged])
        sets = [number(week.sets) for week in weeks[shown]]
        rows.append((name_of(muscle), *sets, f"{usual:.1f}", side(usual, asked.band)))
    days = (short_day_words(day) for day in found.firsts[shown])
    say_table(("week of", *days, "mean", ""), rows)
    if told := unplaced(sum(found.without_muscle[shown])):
        say(told.strip())


def _moved(asked: Asked) -> dict[str, Any]:
    unit, trends = asked.logbook.unit, asked.trends
    every = trends.moved(None, asked.window, unit)
    volume = trends.volume(asked.window)
    return {
        "sentence": every.sentence,
        "unit": str(unit),
        "workouts": [
            {"day": f"{one.day}", "name": one.name, "moved": round(one.value, 1)}
            for one in every.points
        ],
        "lifts": {
            lift.id: trends.moved(lift.exercise, asked.window, unit).sentence
            for lift in _lifts(asked)
        },
        "muscles": {
            muscle: [round(from_kg(week.sets, unit), 1) for week in weeks]
            for muscle, weeks in volume.moved.items()
        },
    }


def _print_moved(asked: Asked) -> None:
    unit, trends = asked.logbook.unit, asked.trends
    every = trends.moved(None, asked.window, unit)
    say(every.sentence)
    say_table(
        ("workout", "", str(unit)),
        [
            (f"{one.day}", one.name, f"{one.value:.0f}")
            for one in every.points[-WORKOUTS:]
        ],
    )
    for lift in _lifts(asked):
        say(trends.moved(lift.exercise, asked.window, unit).sentence)
    volume = trends.volume(asked.window)
    for muscle in volume.moved:
        say(moved_sentence(volume, muscle, unit))


def _recovery(asked: Asked) -> dict[str, Any]:
    found = asked.trends.recovery(asked.logbook.clock())
    return {
        "sentence": recovery.sentence(found),
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
    found = asked.trends.recovery(asked.logbook.clock())
    say(recovery.sentence(found))
    done = [one for one in found if one.ended]
    if done:
        rows = [(name_of(one.muscle), one.ago, one.words) for one in done]
        say_table(("", "last", ""), rows)
    never = [one for one in found if not one.ended]
    if never:
        names = ", ".join(name_of(one.muscle).lower() for one in never)
        say(f"{never[0].words.capitalize()}: {names}.")


def _weight(asked: Asked) -> dict[str, Any]:
    found = asked.trends.weight(asked.window, asked.logbook.unit)
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
    found = asked.trends.weight(asked.window, asked.logbook.unit)
    say(found.sentence)
    rows = [
        (f"{one.day}", f"{one.value:.1f}", f"{one.trend:.1f}")
        for one in found.points[-WORKOUTS:]
    ]
    if rows:
        say_table(("weighed", str(found.unit), "trend"), rows)


def _fatigue(asked: Asked) -> dict[str, Any]:
    found = asked.trends.fatigue(asked.window)
    return {
        "sentence": found.sentence,
        "weeks": [_fatigue_week(week) for week in found.weeks],
        "alerts": [one.title for one in _observations(asked) if one.alert],
        "cards": [one.title for one in _observations(asked) if not one.alert],
    }


def _print_fatigue(asked: Asked) -> None:
    found = asked.trends.fatigue(asked.window)
    say(found.sentence)
    for one in _observations(asked):
        say(f"{one.sign} {one.title}")
    if not found.weeks:
        return
    head = ("week of", "hard sets", "effort × min", "readiness", "lifts", "")
    say_table(head, _folded(_fatigue_cells(week) for week in found.weeks))


def _calendar(asked: Asked) -> dict[str, Any] | None:
    found = asked.trends.calendar(asked.year)
    if found is None:
        return None
    return {
        "sentence": found.sentence,
        "streaks": found.streaks,
        "sets": {f"{day}": sets for day, sets in sorted(found.sets.items())},
    }


def _print_calendar(asked: Asked) -> None:
    found = asked.trends.calendar(asked.year)
    if found is None:
        say(asked.trends.nothing(asked.year))
        return
    say(found.sentence)
    say(found.streaks)


def _observations(asked: Asked) -> tuple[Observation, ...]:
    return observations(asked.logbook, asked.trends.cards(asked.today))


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
        "week": f"{week.first}",
        "hard_sets": week.hard,
        "load": week.load,
        "readiness": week.readiness,
        "performance": week.performance,
        "deload": week.deload,
    }


def _fatigue_cells(week: FatigueWeek) -> tuple[str, ...]:
    return (
        f"{week.first}",
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
