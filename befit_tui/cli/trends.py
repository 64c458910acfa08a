"""``befit trends``: all views as text, or one lift."""

from argparse import Namespace
from datetime import date
from typing import Any

from msgspec.structs import asdict

from befit_tui.cli.output import say, say_json
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.cli.trends_views import HEADINGS, VIEWS, Asked
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.logbook.lines import Point
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.trends.span import YEAR
from befit_tui.logbook.trends.trends import Trends
from befit_tui.paths import find_paths
from befit_tui.settings import read_settings


def run(args: Namespace, clock: Clock) -> None:
    """Show the last weeks with a workout, or a year of one lift."""
    today = clock().date()
    # What cannot be read in the settings is said when the log is opened.
    settings, _ = read_settings(find_paths(args.data_dir).config)
    with open_logbook(args, clock, readonly=True) as logbook:
        # Judged with the alerts, so that each lift is followed once for both.
        trends = Trends(logbook.past(), logbook.catalog, logbook.alerts)
        asked = Asked(trends, logbook, today, settings.volume_band)
        if args.exercise:
            exercise = find_exercise(logbook, " ".join(args.exercise))
            _lift(args, trends, exercise, today, logbook.unit)
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


def _lift(
    args: Namespace, trends: Trends, exercise: Exercise, today: date, unit: Unit
) -> None:
    found = trends.strength(exercise, YEAR.until(today), unit)
    if args.json:
        say_json(
            {
                "exercise": exercise.id,
                "sentence": found.sentence,
                "unit": found.unit,
                "points": [_point(one) for one in found.points],
            }
        )
        return
    say(found.sentence)
    for one in reversed(found.points):
        record = "  record" if one.record else ""
        value = number(round(one.value, 1))
        say(f"  {one.day}  {value:>6} {found.unit}  {one.words}{record}")


def _point(one: Point) -> dict[str, Any]:
    low, high = one.band or (one.value, one.value)
    return {
        "day": one.day.isoformat(),
        "value": round(one.value, 1),
        "low": round(low, 1),
        "high": round(high, 1),
        "is_record": one.record,
    }
