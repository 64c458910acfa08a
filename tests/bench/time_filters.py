"""Time filters of the past over a data folder, to hold them to 50 ms.

    python tests/bench/make_history.py FOLDER --workouts 5000
    python tests/bench/time_filters.py FOLDER [FILTER...]

Times are those of the processor, the best of five, so that a busy machine tells little.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.logbook.history.workout_list import Past
from befit_tui.store.store import Store

BUDGET_MS = 50
END = datetime(2026, 11, 23, tzinfo=UTC)
FILTERS = (
    "bench", "a e i o", "zzzz", "not:bench", "left<1", "bench left<1 after:2025-06",
    "is:failure", "is:pr", "-is:pr", "form:intact", "muscle:chest kg>50 reps>=8 left<3",
    "phase:deload", "kg>=0 reps>=0 left>=0 form:intact -is:pr",
    "-is:failure -form:broke -left<0 -kg>500 -reps>100",
)  # fmt: skip


def main() -> int:
    """Print a line for each filter; the exit code is 1 when one is over the budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("filters", nargs="*")
    asked = parser.parse_args()
    past = Past(read(asked.folder), load_catalog())
    begun = process_time()
    for month in past.index.waiting(past.history):
        past.index.add(past.history, month)
    indexed = process_time()
    for exercise in past.unread_lifts():
        past.records_of(exercise)
    say(f"index {indexed - begun:.2f} s, records {process_time() - indexed:.2f} s")
    slowest = 0.0
    for line in asked.filters or FILTERS:
        took = min(timed(past, line) for _ in range(5))
        found = past.search(line, wait=False)
        say(f"{took:6.1f} ms  {len(found.workouts):5} {found.sets:7}  {line}")
        slowest = max(slowest, took)
    return int(slowest > BUDGET_MS)


def read(folder: Path) -> History:
    """All of a data folder."""
    store = Store(folder, clock=lambda: END, readonly=True)
    months = {month: store.read_month(month) for month in store.months()}
    store.close()
    return History().with_months(months)


def timed(past: Past, line: str) -> float:
    """The milliseconds that a filter takes."""
    begun = process_time()
    past.search(line, wait=False)
    return (process_time() - begun) * 1000


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
