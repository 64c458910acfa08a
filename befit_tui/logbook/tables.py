"""The analysis of a log as tables, for pandas: a study, a coach, a notebook.

    from befit_tui.logbook.tables import tables_of

    found = tables_of(Path("log.json").read_bytes())
    pandas.DataFrame(found.meter)

One function of one exported log; it knows no clock, no disk and no other log, so that
any engine can map it over a folder of them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec import to_builtins

from befit_tui.analysis.alerts import Alert, Thresholds
from befit_tui.analysis.lift.verdict import Verdict
from befit_tui.analysis.meter.backtest import forecasts, judge
from befit_tui.analysis.meter.lifter import LONGEST_TOTAL
from befit_tui.analysis.meter.replay import Trial
from befit_tui.analysis.volume import hard_sets, monday_of
from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DocumentError
from befit_tui.domain.history import History, in_order
from befit_tui.domain.library import Library, library_from_dict
from befit_tui.domain.workout import Workout
from befit_tui.logbook.alert_cache import AlertCache

Row = dict[str, str | float | bool | None]
"""Plain values under the name of their column; days and times are ISO 8601."""


class Tables(NamedTuple):
    """The tables of a log, each row a dictionary with always the same keys.

    ``meter``: each set that the meter is judged by, as ``befit backtest`` has it: what
    it predicted before the set, from earlier sets only, and the error (predicted minus
    done, in reps; sets of more than 20 do not count). ``verdicts``: where each lift of
    the last 28 days goes. ``alerts``: what is open, a row for each piece of evidence.
    ``volume``: hard sets by week and muscle; weeks without a set of a muscle have no
    row. A workout that is open counts for the alerts only.
    """

    meter: tuple[Row, ...]
    verdicts: tuple[Row, ...]
    alerts: tuple[Row, ...]
    volume: tuple[Row, ...]


def tables_of(export: bytes | str, as_of: date | None = None) -> Tables:
    """The tables of a log, from the text of ``befit export``.

    Verdicts and alerts are given as at the end of the day ``as_of``, by default that of
    the last workout; later workouts are as if they had not been. DocumentError if it is
    no export of Befit, NewerDataError if a newer version wrote it.
    """
    workouts, library = _read(export)
    if as_of is not None:
        workouts = tuple(one for one in workouts if one.day <= as_of)
    if not workouts:
        return Tables((), (), (), ())
    catalog = load_catalog().with_library(library)
    day = as_of or max(one.day for one in workouts)
    done = [one for one in workouts if one.ended_at is not None]
    opened = next((one for one in workouts if one.ended_at is None), None)
    cache = AlertCache(History(done), catalog.get, Thresholds())
    return Tables(
        tuple(map(_judged, judge(done, catalog.get).judged)),
        tuple(map(_verdict, cache.verdicts(day, opened).recent())),
        tuple(row for one in cache.open(day, opened).alerts for row in _evidence(one)),
        tuple(_volume(done, catalog)),
    )


def _read(export: bytes | str) -> tuple[tuple[Workout, ...], Library]:
    try:
        found = json.loads(export)
        is_ours = found["app"] == "befit" and isinstance(found["workouts"], list)
    except (ValueError, KeyError, TypeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise DocumentError("This is no export of Befit: befit export makes one.")
    lists = {name: part for name, part in found.items() if isinstance(part, list)}
    workouts = in_order(map(workout_from_dict, lists.pop("workouts")))
    return workouts, library_from_dict(lists)


def _row(found: object, names: str) -> Row:
    """Fields of a value as plain values."""
    row: Row = to_builtins({name: getattr(found, name) for name in names.split()})
    return row


def _judged(one: Trial) -> Row:
    return {
        "exercise": one.session.exercise.id,
        "started_at": one.session.workout.started_at.isoformat(),
        "load": one.load.value,
        "unit": str(one.load.unit),
        "reps": one.done.reps,
        "left": one.left,
        "predicted": one.said.reps,
        **_row(one.said, "low high"),
        "counts": one.total <= LONGEST_TOTAL,
        "error": one.said.reps - one.total,
        "epley": forecasts(one)["epley_last"],
    }


def _verdict(one: Verdict) -> Row:
    return _row(one, "exercise verdict change_percent since measure week basis")


def _evidence(alert: Alert) -> Iterable[Row]:
    for piece in alert.evidence:
        yield {
            **_row(alert, "code severity"),
            "subject": alert.subject.id,
            **_row(alert, "title first_raised"),
            **_row(piece, "what value unit usual threshold when"),
        }


def _volume(workouts: Iterable[Workout], catalog: Catalog) -> Iterable[Row]:
    weeks: dict[date, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for workout in workouts:
        week = weeks[monday_of(workout.day)]
        for muscle, sets in hard_sets(workout, catalog.get).muscles.items():
            week[muscle] += sets
    for monday, muscles in sorted(weeks.items()):
        for muscle, sets in sorted(muscles.items()):
            if sets:
                yield {"week": monday.isoformat(), "muscle": muscle, "hard_sets": sets}
