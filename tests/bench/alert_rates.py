"""How often alerts are raised on real logs, session by session.

Run it with ``python tests/bench/alert_rates.py [--show CODE] FILE...``. Every log is
replayed: after each training day everything open is judged, and an alert counts as
newly raised when it was not open, or less grave, after the day before.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.judging import check
from befit_tui.analysis.alerts.snapshot import Memo
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.logbook.import_export.importing import parse_file
from befit_tui.transfer.options import ReadOptions

Raised = tuple[date, Alert]


def replay(path: Path) -> tuple[int, list[Raised], float]:
    """Workouts of a log, what was newly raised in it, seconds of the last check."""
    catalog = load_catalog()
    log = parse_file(catalog.resolve, path, ReadOptions(unit=Unit.KG))
    exercises = catalog.with_own(log.exercises).get
    history, memo = History(log.workouts), Memo()
    raised: list[Raised] = []
    before: dict[tuple[str, str], Severity] = {}
    days = dict.fromkeys(workout.started_at.date() for workout in history)
    for day in days:
        alerts = check(history, exercises, as_of=day, memo=memo).alerts
        now = {(one.code, one.subject.id): one for one in alerts}
        for key, one in now.items():
            known = before.get(key)
            if known is None or one.severity.rank < known.rank:
                raised.append((day, one))
        before = {key: one.severity for key, one in now.items()}
    fresh = History(log.workouts)
    begun = perf_counter()
    check(fresh, exercises, as_of=day)
    return len(history), raised, perf_counter() - begun


def lines(path: Path, shown: str) -> Iterator[str]:
    """The table of one log."""
    workouts, raised, seconds = replay(path)
    yield f"{path.name}: {workouts} workouts, last check {1000 * seconds:.0f} ms"
    codes = Counter((one.severity, one.code) for _, one in raised)
    for severity in Severity:
        count = sum(n for (found, _), n in codes.items() if found is severity)
        yield f"  {severity:5} {count:5}  {count / workouts:6.3f} a session"
    grave = sum(n for (found, _), n in codes.items() if found is not Severity.NOTE)
    yield f"  warn or stop newly raised: {grave / workouts:.3f} a session"
    for (severity, code), count in sorted(codes.items()):
        yield f"    {severity:5} {code:26} {count:5}  {count / workouts:.3f}"
    for day, one in raised:
        if one.code == shown or (
            shown == "grave" and one.severity is not Severity.NOTE
        ):
            yield f"    {day} {one.severity} {one.code}: {one.title}"
            for piece in one.evidence:
                yield (
                    f"        {piece.what} {piece.value} {piece.unit}, usual "
                    f"{piece.usual}, limit {piece.threshold}, {piece.when}"
                )


def main() -> None:
    """Replay the logs that were named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", default="", help="a code, or grave, to list")
    asked = parser.parse_args()
    for path in asked.files:
        for line in lines(path, asked.show):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
