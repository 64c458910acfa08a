"""Start, keys, memory and quit in a pseudo-terminal, as ratios to bare Textual.

    python tests/bench/make_history.py /tmp/years --workouts 5000
    python tests/bench/terminal.py /tmp/years --rounds 7

Milliseconds depend on the machine; the ratios are what the budgets are about. Each
round runs every program once, in turning order; a figure is the median of the rounds.
The keys are pressed when the past has been read, ``--reading`` seconds after the start.
"""

import argparse
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from fcntl import ioctl
from typing import NamedTuple

QUIET = 0.25
"""Seconds without output after which a frame counts as done."""
KEY_QUIET = 0.12
"""The same for what a key causes."""
NOTHING = 1.0
"""Seconds after which a key is taken to paint nothing, as at the end of a list."""
CALM = 0.6
"""Seconds for what is worked out behind a place, before its keys are measured."""
SIZE = (40, 120)
"""Rows and columns unless others are asked for."""

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self): yield Static("Hello")
Hello().run()
"""
TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    def compose(self): yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns(*"abcdef")
        for n in range(200): table.add_row(*[f"cell {n}"] * 6)
Table().run()
"""
BEFIT = [sys.executable, "-m", "befit_tui"]
DEMO = [*BEFIT, "demo"]
"""A year that is thrown away, with a workout open: its keys may log and count."""
DOWN, LEFT = b"\x1b[B", b"\x1b[D"


@dataclass(frozen=True)
class Case:
    """A program, the keys that lead to a place, and those measured there."""

    name: str
    command: Sequence[str]
    there: Sequence[bytes] = ()
    keys: Sequence[bytes] = ()
    at_once: bool = False
    """Whether the keys come while the past is still being read."""
    pause: float = 0.0
    """Seconds before each key: presses that follow too fast count as a held key."""


HELLO_CASE = Case("bare Textual", [sys.executable, "-c", HELLO])
TABLE_CASE = Case(
    "bare DataTable: down", [sys.executable, "-c", TABLE], (), [DOWN] * 20
)
CASES = (
    HELLO_CASE,
    TABLE_CASE,
    Case("start panel: down", BEFIT, (), [DOWN] * 15),
    Case("workout: down", DEMO, [DOWN], [DOWN] * 15),
    Case("workout: a rep", DEMO, (), [b" "] * 12, pause=0.3),
    Case("first H", BEFIT, (), [b"H"]),
    Case("first T", BEFIT, (), [b"T"]),
    Case("modes: H T W", BEFIT, [b"H", b"T", b"W"], [b"H", b"T", b"W"] * 3),
    Case("history: down", BEFIT, [b"H"], [DOWN] * 20),
    Case("history: down, at once", BEFIT, [b"H"], [DOWN] * 20, at_once=True),
    Case("start panel: down, at once", BEFIT, (), [DOWN] * 15, at_once=True),
    Case("history: typed filter", BEFIT, [b"H", b"/"], [*map(bytes, zip(b"curl"))]),
    Case(
        "trends: e v f c s", BEFIT, [b"T", *b"e v f c s".split()], b"e v f c s".split()
    ),
    Case("strength: left", BEFIT, [b"T"], [LEFT] * 15),
    Case("strength: down", BEFIT, [b"T"], [DOWN] * 10),
    Case("effort: left", BEFIT, [b"T", b"e"], [LEFT] * 15),
    Case("volume: left", BEFIT, [b"T", b"v"], [LEFT] * 15),
    Case("volume: down", BEFIT, [b"T", b"v"], [DOWN] * 10),
    Case("fatigue: left", BEFIT, [b"T", b"f"], [LEFT] * 15),
    Case("calendar: left", BEFIT, [b"T", b"c"], [LEFT] * 15),
)


class Run(NamedTuple):
    """One run of a case: milliseconds, bytes and the peak of memory in MB."""

    ready: float
    key: float
    worst: float
    bytes: float
    quit: float
    memory: float


class Terminal:
    """A program in a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        size: tuple[int, int] = SIZE,
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", **environment}
            os.execvp(command[0], list(command))
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def settle(self, quiet: float = QUIET) -> tuple[float, int]:
        """Read until it is quiet: the time of the last byte, and how many came."""
        last, count = time.perf_counter(), 0
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            last, count = time.perf_counter(), count + len(data)
        return last, count

    def press(self, key: bytes) -> tuple[float, int]:
        """Milliseconds until the last byte that a key caused, and the bytes."""
        before = time.perf_counter()
        os.write(self.fd, key)
        select.select([self.fd], [], [], NOTHING)
        last, count = self.settle(KEY_QUIET)
        return (last - before) * 1000, count


def run_case(
    case: Case, environment: dict[str, str], reading: float, size: tuple[int, int]
) -> Run:
    """Start, go to the place, press the keys, quit with ctrl+q."""
    program = Terminal(case.command, environment, size)
    select.select([program.fd], [], [], 5)
    ready, _ = program.settle()
    if case.command in (BEFIT, DEMO) and case.keys and not case.at_once:
        until = program.started + reading
        while (left := until - time.perf_counter()) > 0:
            select.select([program.fd], [], [], left)
            program.settle(0)
    for key in case.there:
        program.press(key)
        program.settle(KEY_QUIET if case.at_once else CALM)
    pressed = []
    for key in case.keys:
        program.settle(case.pause)
        pressed.append(program.press(key))
    pressed = [found for found in pressed if found[1]]
    before = time.perf_counter()
    os.write(program.fd, b"\x11")
    last, _ = program.settle(2.0)  # to the end of file, when the program is gone
    _, _, used = os.wait4(program.pid, 0)
    os.close(program.fd)
    times = sorted(ms for ms, _ in pressed) or [0.0]
    return Run(
        ready=(ready - program.started) * 1000,
        key=statistics.median(times),
        worst=times[round(0.95 * (len(times) - 1))],
        bytes=statistics.median(count for _, count in pressed) if pressed else 0,
        quit=(last - before) * 1000,
        memory=used.ru_maxrss / 1024,
    )


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", help="a data folder, see make_history.py")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reading", type=float, default=6, metavar="SECONDS")
    parser.add_argument("--size", default="120x40", metavar="COLUMNSxROWS")
    parser.add_argument("--only", default="", help="cases with this in their name")
    args = parser.parse_args()
    bare = (HELLO_CASE, TABLE_CASE)
    cases = [one for one in CASES if one in bare or args.only in one.name]
    columns, rows = map(int, args.size.split("x"))
    runs: dict[str, list[Run]] = {case.name: [] for case in cases}
    for number in range(args.rounds):
        for case in cases[:: 1 if number % 2 else -1]:
            folder = {"BEFIT_DATA_DIR": args.data_dir}
            found = run_case(case, folder, args.reading, (rows, columns))
            runs[case.name].append(found)
    report({name: middle(found) for name, found in runs.items()})


def middle(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(*map(statistics.median, zip(*runs, strict=True)))


def report(figures: dict[str, Run]) -> None:
    """The medians, and the ratios that have a budget."""
    heads = ("", "ready", "ratio", "quit", "+MB", "key", "ratio", "worst", "bytes")
    print("{:24}{:>6}{:>6}{:>6}{:>5}{:>8}{:>6}{:>8}{:>8}".format(*heads))
    hello, table = figures[HELLO_CASE.name], figures[TABLE_CASE.name]
    for name, found in figures.items():
        line = f"{name:24}{found.ready:6.0f}{found.ready / hello.ready:6.2f}"
        line += f"{found.quit:6.0f}{found.memory - hello.memory:5.0f}"
        if found.key:
            line += f"{found.key:8.1f}{found.key / table.key:6.2f}"
            line += f"{found.worst:8.1f}{found.bytes:8.0f}"
        print(line)


if __name__ == "__main__":
    main()
