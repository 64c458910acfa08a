"""Measure commands on a long log against a plain ``json.loads`` of the same files.

One run makes 20 years of training in a folder of its own, then prints what each
command costs, and an import of 125,000 rows:

    python tests/bench/time_commands.py

All figures are medians of processor time; the ratios are to reading the files as JSON.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

BEFIT = [sys.executable, "-m", "befit_tui"]
MAKE = str(Path(__file__).with_name("make_history.py"))
EXPORT = ["export", "--format", "strong", "--output"]
PLAIN = """
import json, pathlib, sys
for path in pathlib.Path(sys.argv[1], "history").glob("*.json"):
    json.loads(path.read_bytes())
"""
GOALS = {
    "today --plain": 0.5,
    "alerts --json": 1.0,
    "history zzzz": 1.6,
    "trends --plain": 2.0,
    "meter squat --load 100": None,
    "log squat 100x5": None,
}
"""What is measured, and the most that it may cost; None: no goal is set."""
AS_INSTALLED = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
}
"""An installed program has its bytecode beside it."""
WRITING = ("log squat 100x5",)
IMPORT_S, IMPORT_MIB = 8.0, 400.0
"""The most that an import of 125,000 rows may take of the processor and of memory."""


class Cost(NamedTuple):
    """What a process took: seconds of its own, of the system, and MiB at its peak."""

    user: float
    system: float
    peak: float


def main() -> int:
    """Print the table; the exit code is 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workouts", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="befit-bench-") as name:
        log, table = Path(name, "log"), Path(name, "strong.csv")
        run([sys.executable, MAKE, str(log), "--workouts", str(asked.workouts)])
        run([*BEFIT, "--data-dir", str(log), *EXPORT, str(table)])
        missed = measure_commands(log, asked.rounds)
        missed += measure_import(table, Path(name), min(asked.rounds, 3))
    return 1 if missed else 0


def measure_commands(log: Path, rounds: int) -> int:
    """The ratio of each command; how many goals were missed."""
    calls = {
        "json.loads": [sys.executable, "-c", PLAIN, str(log)],
        "": [sys.executable, "-c", PLAIN, str(log / "none")],
    }
    calls |= {name: [*BEFIT, "--data-dir", str(log), *name.split()] for name in GOALS}
    runs: dict[str, list[Cost]] = {name: [] for name in calls}
    # What writes comes last, so that what is read is the same in every round.
    for name in [name for _ in range(rounds) for name in calls if name not in WRITING]:
        runs[name].append(run(calls[name]))
    for name in [name for _ in range(rounds) for name in WRITING]:
        runs[name].append(run(calls[name]))
    found = {name: middle(costs) for name, costs in runs.items()}
    loads = found["json.loads"].user - found[""].user
    print(f"{'':26}{'user s':>8}{'ratio':>7}{'goal':>6}{'MiB':>6}")
    print(f"{'json.loads':26}{loads:8.2f}{1:7.2f}")
    missed = 0
    for name, goal in GOALS.items():
        ratio = found[name].user / loads
        line = f"{name:26}{found[name].user:8.2f}{ratio:7.2f}"
        print(f"{line}{goal or '':>6}{found[name].peak:6.0f}")
        missed += goal is not None and ratio > goal
    return missed


def measure_import(table: Path, folder: Path, rounds: int) -> int:
    """What an import into an empty log takes; how many goals were missed."""
    rows = table.read_text(encoding="utf-8").count("\n") - 1
    words = ["import", str(table), "--unit", "kg"]
    found = middle(
        run([*BEFIT, "--data-dir", str(folder / f"new-{number}"), *words])
        for number in range(rounds)
    )
    seconds = found.user + found.system
    print(f"\nimport of {rows} rows:")
    print(f"  {seconds:.1f} s of processor time, goal {IMPORT_S:g}")
    print(f"  {found.peak:.0f} MiB at its peak, goal {IMPORT_MIB:g}")
    return (seconds > IMPORT_S) + (found.peak > IMPORT_MIB)


def run(call: Sequence[str]) -> Cost:
    """Run a program to its end, with its words thrown away."""
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, env=AS_INSTALLED) as program:
        _, status, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise SystemExit(f"{' '.join(call)} ended with {program.returncode}")
    return Cost(used.ru_utime, used.ru_stime, used.ru_maxrss / 1024)


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
