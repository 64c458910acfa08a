"""``befit backtest``: the meter against the usual formulas, on real logs."""

import csv
import io
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from befit_tui.analysis.meter.backtest import BacktestResult, judge
from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.catalog.meaning import How, Meaning
from befit_tui.catalog.variant import unknown_own
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_json, say_table, warn
from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value, replace
from befit_tui.logbook.import_export.exporting import write_private
from befit_tui.logbook.import_export.importing import parse_file
from befit_tui.transfer.rows import ReadOptions

COLUMNS = (
    "line", "exercise", "started_at", "load", "unit", "reps", "left", "predicted",
    "low", "high",
)  # fmt: skip


class _Log(Value, frozen=True):
    """A replayed log: the ``lines`` of its sets, by their ids, in its file.

    ``assumed`` says that kg was taken for a missing unit.
    """

    name: str
    result: BacktestResult
    lines: Mapping[str, int]
    assumed: bool = False


def run(args: Namespace, clock: Clock) -> None:
    """Replay every file, or the own log, and say how far the forecasts were off."""
    if args.files:
        logs = [_replayed(Path(file).expanduser(), args.unit) for file in args.files]
    else:
        with open_logbook(args, clock, readonly=True) as logbook:
            logs = [_Log("your log", judge(logbook.past(), logbook.catalog.get), {})]
    if args.predictions:
        text = _predictions(logs)
        write_private(Path(args.predictions).expanduser(), text)
    for log in logs:
        if log.assumed:
            warn(f"{log.name} does not name the unit of its loads; kg was taken.")
    if args.json:
        average: dict[str, Any] = dict(_average(log.result for log in logs))
        average["capacity"] = _average(log.result.capacity for log in logs)
        say_json({"logs": [_document(log) for log in logs], "average": average})
    else:
        _show(logs)


def _replayed(path: Path, unit: str | None) -> _Log:
    """Replay a file with the exercises it names: no name is merged with another.

    What is known of an exercise, such as its movement pattern, is the catalogue's.
    """
    try:
        log = parse_file(_no_name, path, ReadOptions(unit=Unit(unit) if unit else None))
        assumed = False
    except UnitNeededError:
        log = parse_file(_no_name, path, ReadOptions(unit=Unit.KG))
        assumed = True
    catalog = load_catalog()
    known = Catalog(_with_facts(own, log.app, catalog) for own in log.exercises)
    return _Log(path.name, judge(log.workouts, known.get), log.lines, assumed)


def _no_name(name: str, _app: str) -> Meaning:
    """Every name is an exercise of its own."""
    return Meaning(unknown_own(name), How.UNKNOWN)


def _with_facts(own: Exercise, app: str, catalog: Catalog) -> Exercise:
    """An exercise of a file with the facts of the one that its name means."""
    meaning = catalog.meaning(own.name, app)
    if meaning.how is How.UNKNOWN:
        return own
    return replace(meaning.exercise, id=own.id, name=own.name)


def _predictions(logs: Iterable[_Log]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for log in logs:
        for one in log.result.judged:
            line, done, said = log.lines.get(one.done.id, 0), one.done, one.said
            begun = one.session.workout.started_at.isoformat()
            writer.writerow(
                (line, one.session.exercise.name, begun, one.load.value, one.load.unit,
                 done.reps, one.left, said.reps, said.low, said.high)
            )  # fmt: skip
    return out.getvalue()


def _document(log: _Log) -> dict[str, Any]:
    return {
        "file": log.name,
        "unit_assumed": log.assumed,
        "judged": len(log.result.judged),
        "counted": len(log.result.counted),
        **log.result.figures,
        "capacity": {
            "counted": len(log.result.capacity.counted),
            **log.result.capacity.figures,
        },
    }


def _average(results: Iterable[BacktestResult]) -> dict[str, float | None]:
    """The mean over the logs that have judged sets, each log counting once."""
    found = [each.figures for each in results if each.counted]
    names = found[0] if found else {}
    return {name: _mean(one[name] for one in found) for name in names}


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _show(logs: list[_Log]) -> None:
    for log in logs:
        if not log.result.counted:
            say(f"{log.name}: no set of known effort with three earlier workouts.")
    _show_judge("mean error in reps", [(log.name, log.result) for log in logs])
    hard = [(log.name, log.result.capacity) for log in logs]
    _show_judge("0 or 1 left, changed load", hard)
    if any(log.result.counted for log in logs):
        say("The band should hold 80% of the sets: 0.80 is the right coverage.")


def _show_judge(title: str, found: Iterable[tuple[str, BacktestResult]]) -> None:
    """A table of the logs that have sets for a judge; nothing if none has."""
    logs = [(name, result) for name, result in found if result.counted]
    if not logs:
        return
    rows = [(name, *_cells(len(each.counted), each.figures)) for name, each in logs]
    results = [result for _, result in logs]
    if len(logs) > 1:
        sets = sum(len(result.counted) for result in results)
        rows.append(("average of the logs", *_cells(sets, _average(results))))
    names = (name.replace("_", " ") for name in results[0].figures)
    say_table((title, "sets", *names), rows)


def _cells(sets: int, figures: dict[str, float | None]) -> Iterator[str]:
    yield f"{sets:,}"
    for value in figures.values():
        yield "–" if value is None else f"{value:.2f}"
