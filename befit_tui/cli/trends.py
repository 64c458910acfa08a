"""``befit trends``: the values and sentences of the screen, or one lift, as text."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from statistics import mean
from typing import Any, NamedTuple

from msgspec.structs import asdict

from befit_tui.analysis.volume import HARD_LEFT
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_json, say_table
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import from_kg, number, tenth
from befit_tui.domain.wording import measured_words, short_day_words
from befit_tui.logbook.curve import Point
from befit_tui.logbook.find_exercise import find_exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends import recovery
from befit_tui.logbook.trends.alert_list import observations
from befit_tui.logbook.trends.strength import TrainedLift
from befit_tui.logbook.trends.time_range import RANGES, YEAR, Window, first_range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import Band, moved_sentence, side, unplaced
from befit_tui.logbook.trends.weight import weighed
from befit_tui.paths import find_paths
from befit_tui.settings import read_settings

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
        return span.until(self.today)

    @property
    def year(self) -> Window:
        """A year, for the calendar."""
        return YEAR.until(self.today)


class Table(NamedTuple):
    """What is printed as columns."""

    head: Sequence[str]
    rows: Iterable[Sequence[str]]


class View(NamedTuple):
    """One view, as a document and as what is printed; what is empty is left out."""

    document: Any
    lines: Sequence[str | Table]

    def print(self) -> None:
        """Print the lines."""
        for line in self.lines:
            if isinstance(line, Table):
                if rows := tuple(line.rows):
                    say_table(line.head, rows)
            elif line:
                say(line)


def _strength(asked: Asked) -> View:
    window, unit = asked.window, asked.logbook.unit
    found = {
        lift.id: asked.trends.strength(lift.exercise, window, unit).sentence
        for lift in _lifts(asked)
    }
    none = ["No lift yet: log a set with its reps or its time."]
    return View(found, [*found.values()] or none)


def _lifts(asked: Asked) -> tuple[TrainedLift, ...]:
    """The lifts that are shown: of those done in the range, if any was."""
    first, every = asked.window.first, asked.trends.lifts()
    done = [lift for lift in every if asked.trends.last(lift.id) >= first]
    return tuple(islice(done or every, LIFTS))


def _effort(asked: Asked) -> View:
    found = asked.trends.effort(asked.window)
    said = {
        "sentence": found.sentence,
        "failures": found.failures,
        "calibration": found.calibration,
    }
    weeks = [
        {"week": f"{week.first}", "workouts": len(week.workouts)}
        | week.efforts._asdict()
        for week in found.weeks
    ]
    called = [one._asdict() for one in found.called]
    head = ("week of", "workouts", "failure", "1 left", "2", "3", "4+", "not rated")
    rows = _folded(tuple(map(str, week.values())) for week in weeks)
    return View(
        said | {"called": called, "weeks": weeks},
        [*said.values(), found.by_call, Table(head, rows)],
    )


def _volume(asked: Asked) -> View:
    found, (low, high) = asked.trends.volume(asked.window), map(number, asked.band)
    document = {
        "band": asked.band,
        "weeks": [f"{first}" for first in found.firsts],
        "muscles": {
            muscle: [week.sets for week in weeks]
            for muscle, weeks in found.muscles.items()
        },
        "without_muscle": list(found.without_muscle),
    }
    if not found.muscles:
        return View(document, [asked.trends.nothing(asked.window)])
    words = (
        f"Hard sets, of which at most {HARD_LEFT} more reps were left, by muscle: the "
        f"last four weeks with training, and the mean of a week {found.window.over}; "
        f"your range is {low} to {high}."
    )
    # The last four of a log that ended a year ago are those in which it ended.
    shown = slice(max(found.trained - 4, 0), found.trained)
    rows = []
    for muscle, weeks in found.muscles.items():
        usual = mean(week.sets for week in weeks[: found.judged])
        sets = [number(week.sets) for week in weeks[shown]]
        rows.append((name_of(muscle), *sets, f"{usual:.1f}", side(usual, asked.band)))
    days = (short_day_words(day) for day in found.firsts[shown])
    told = unplaced(sum(found.without_muscle[shown])).strip()
    return View(document, [words, Table(("week of", *days, "mean", ""), rows), told])


def _moved(asked: Asked) -> View:
    unit, trends = asked.logbook.unit, asked.trends
    every = trends.moved(None, asked.window, unit)
    volume = trends.volume(asked.window)
    lifts = {
        lift.id: trends.moved(lift.exercise, asked.window, unit).sentence
        for lift in _lifts(asked)
    }
    document = {
        "sentence": every.sentence,
        "unit": str(unit),
        "workouts": [
            {"day": f"{one.day}", "name": one.words, "moved": round(one.value, 1)}
            for one in every.points
        ],
        "lifts": lifts,
        "muscles": {
            muscle: [round(from_kg(week.sets, unit), 1) for week in weeks]
            for muscle, weeks in volume.moved.items()
        },
    }
    rows = [(f"{one.day}", one.words, f"{one.value:.0f}") for one in every.points]
    muscles = [moved_sentence(volume, muscle, unit) for muscle in volume.moved]
    if muscles:
        muscles[:0] = [
            "By muscle, where a lift that the muscle only helps counts half:"
        ]
    lines: list[str | Table] = [
        "Moved is the load times the reps of every set but the warm-ups.",
        every.sentence,
        Table(("workout", "", str(unit)), rows[-WORKOUTS:]),
        *lifts.values(),
        *muscles,
    ]
    return View(document, lines)


def _recovery(asked: Asked) -> View:
    found = asked.trends.recovery(asked.logbook.clock())
    said = recovery.sentence(found)
    muscles = {
        one.muscle: {
            "last": one.ended and one.ended.isoformat(),
            "rest": str(one.rest),
            "words": one.words,
        }
        for one in found
    }
    document = {"sentence": said, "muscles": muscles}
    if not asked.trends.history:
        return View(document, [asked.trends.nothing(asked.window)])
    rows = [(name_of(one.muscle), one.ago, one.words) for one in found if one.ended]
    never = [one for one in found if not one.ended]
    names = ", ".join(name_of(one.muscle).lower() for one in never)
    told = f"{never[0].words.capitalize()}: {names}." if never else ""
    return View(document, [said, Table(("", "last", ""), rows), told])


def _weight(asked: Asked) -> View:
    found = asked.trends.weight(asked.window, asked.logbook.unit)
    points, unit, sentence = found.points, found.unit, found.sentence
    document = {
        "sentence": sentence,
        "unit": str(unit),
        "points": [
            {
                "day": f"{one.day}",
                "value": round(weighed(one), 2),
                "trend": round(one.value, 2),
            }
            for one in points
        ],
    }
    rows = [(f"{one.day}", f"{weighed(one):.1f}", f"{one.value:.1f}") for one in points]
    head = ("weighed", str(unit), "trend")
    return View(document, [sentence, Table(head, rows[-WORKOUTS:])])


def _fatigue(asked: Asked) -> View:
    found = asked.trends.fatigue(asked.window)
    shown = observations(asked.logbook, asked.trends.cards(asked.today))
    document = {
        "sentence": found.sentence,
        "weeks": [
            {
                "week": f"{week.first}",
                "hard_sets": week.hard,
                "load": week.load,
                "readiness": week.readiness,
                "performance": share,
                "deload": week.deload,
            }
            for week, share in zip(found.weeks, found.performance, strict=True)
        ],
        "alerts": [one.title for one in shown if one.alert],
        "cards": [one.title for one in shown if not one.alert],
    }
    rows = [
        (
            f"{week.first}",
            str(week.hard),
            "–" if week.load is None else f"{week.load:.0f}",
            "–" if week.readiness is None else f"{week.readiness:.1f}",
            "–" if share is None else f"{share:+.1%}",
            "deload" if week.deload else "",
        )
        for week, share in zip(found.weeks, found.performance, strict=True)
    ]
    head = ("week of", "hard sets", "effort × min", "readiness", "lifts", "")
    told = (f"{one.sign} {one.title}" for one in shown)
    return View(document, [found.sentence, *told, Table(head, _folded(rows))])


def _calendar(asked: Asked) -> View:
    found = asked.trends.calendar(asked.year)
    if found is None:
        return View(None, [asked.trends.nothing(asked.year)])
    document = {
        "sentence": found.sentence,
        "streaks": found.streaks,
        "sets": {f"{day}": sets for day, sets in sorted(found.sets.items())},
    }
    return View(document, [found.sentence, found.streaks])


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


VIEWS: Mapping[str, Callable[[Asked], View]] = {
    "strength": _strength,
    "effort": _effort,
    "volume": _volume,
    "recovery": _recovery,
    "moved": _moved,
    "fatigue": _fatigue,
    "calendar": _calendar,
    "weight": _weight,
}
"""What the views show by name, in the order of the screen."""
HEADINGS = {"moved": "load × reps"}
"""What stands above a view, where it is not its name."""


def run(args: Namespace, clock: Clock) -> None:
    """Show the last weeks with a workout, or a year of one lift."""
    # What cannot be read in the settings is said when the log is opened.
    settings, _ = read_settings(find_paths(args.data_dir).config)
    with open_logbook(args, clock, readonly=True) as logbook:
        today = logbook.as_of
        # Judged with the alerts, so that each lift is followed once for both.
        trends = Trends(logbook.past(), logbook.catalog, logbook.alerts)
        asked = Asked(trends, logbook, today, settings.volume_band)
        if args.exercise:
            exercise = find_exercise(logbook, " ".join(args.exercise))
            view = _lift(asked, exercise)
            if args.json:
                say_json(view.document)
                return
            view.print()
            _bests(logbook, exercise)
            return
        found = logbook.alerts.paying(today)
        views = {name: view(asked) for name, view in VIEWS.items()}
        if args.json:
            documents = {name: view.document for name, view in views.items()}
            say_json({"paying": found and asdict(found), **documents})
        else:
            if found is not None:
                say(found.sentence)
                say()
            for name, view in views.items():
                say(HEADINGS.get(name, name).upper())
                view.print()
                say()
            say(trends.ahead(today))


def _lift(asked: Asked, exercise: Exercise) -> View:
    found = asked.trends.strength(exercise, asked.year, asked.logbook.unit)
    document = {
        "exercise": exercise.id,
        "sentence": found.sentence,
        "unit": found.unit,
        "points": [_point(one) for one in found.points],
    }
    lines = [
        f"  {one.day}  {measured_words(tenth(one.value), found.unit):>11}  {one.words}"
        + "  record" * one.record
        for one in reversed(found.points)
    ]
    return View(document, [found.sentence, *lines])


def _bests(logbook: Logbook, exercise: Exercise) -> None:
    """The best set of each number of reps, how close sets came, and the notes."""
    from befit_tui.logbook.history.detail import plain
    from befit_tui.logbook.history.lift import lift_past
    from befit_tui.logbook.history.workout_list import Past

    past = Past(logbook.history, logbook.catalog, logbook.thresholds)
    say()
    for line, _ in lift_past(past, exercise.id, logbook.unit).page:
        say(plain((line,)))


def _point(one: Point) -> dict[str, Any]:
    low, high = one.band or (one.value, one.value)
    return {
        "day": one.day.isoformat(),
        "value": round(one.value, 1),
        "low": round(low, 1),
        "high": round(high, 1),
        "is_record": one.record,
    }
