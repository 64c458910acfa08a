"""Start, keys and quit in a pseudo-terminal, as ratios to bare Textual in one run.

    python tests/bench/make_history.py /tmp/years --workouts 5000
    python tests/bench/terminal.py /tmp/years --rounds 7

Milliseconds depend on the machine; the ratios are what the budgets are about. Each
round runs every program once, in turning order; a figure is the median of the rounds.
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
from dataclasses import dataclass, field
from fcntl import ioctl

QUIET = 0.25
"""Seconds without output after which a frame counts as done."""
SIZE = (40, 120)

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


@dataclass
class Figures:
    """Milliseconds and bytes of one program, a value for each round."""

    ready: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)
    quit: list[float] = field(default_factory=list)


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", **environment}
            os.execvp(command[0], command)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))

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
        last, count = self.settle(0.12)
        return (last - before) * 1000, count


def one_round(
    command: list[str], env: dict[str, str], keys: list[bytes], into: Figures
) -> None:
    """Start, wait for the first frame, press the keys, quit with ctrl+q."""
    program = Terminal(command, env)
    while not select.select([program.fd], [], [], 5)[0]:
        pass
    ready, _ = program.settle()
    into.ready.append((ready - program.started) * 1000)
    pressed = [program.press(key) for key in keys]
    if pressed:
        into.key.append(statistics.median(ms for ms, _ in pressed))
        into.bytes.append(statistics.median(count for _, count in pressed))
    before = time.perf_counter()
    os.write(program.fd, b"\x11")
    last, _ = program.settle(2.0)  # to the end of file, when the program is gone
    into.quit.append((last - before) * 1000)
    os.waitpid(program.pid, 0)
    os.close(program.fd)


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", help="a data folder, see make_history.py")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    down = [b"\x1b[B"] * 15
    befit = [sys.executable, "-m", "befit_tui"]
    programs: dict[str, tuple[list[str], list[bytes]]] = {
        "bare Textual": ([sys.executable, "-c", HELLO], []),
        "bare DataTable": ([sys.executable, "-c", TABLE], down),
        "befit, start": (befit, down),
        "befit, history": (befit, [b"H", *down]),
    }
    figures = {name: Figures() for name in programs}
    for number in range(args.rounds):
        order = list(programs)[:: 1 if number % 2 else -1]
        for name in order:
            command, keys = programs[name]
            env = {"BEFIT_DATA_DIR": args.data_dir}
            one_round(command, env, keys, figures[name])
    report(figures)


def report(figures: dict[str, Figures]) -> None:
    """The medians, and the ratios that have a budget."""
    heads = ("", "ready ms", "ratio", "key ms", "ratio", "bytes/key", "quit ms")
    print("{:16}{:>10}{:>7}{:>9}{:>7}{:>11}{:>9}".format(*heads))
    middle = statistics.median
    hello, table = figures["bare Textual"], figures["bare DataTable"]
    for name, found in figures.items():
        ready = middle(found.ready)
        cells = [f"{ready:10.0f}", f"{ready / middle(hello.ready):7.2f}"]
        if found.key:
            key = middle(found.key)
            cells.append(f"{key:9.1f}{key / middle(table.key):7.2f}")
            cells.append(f"{middle(found.bytes):11.0f}")
        else:
            cells.append(" " * 27)
        print(f"{name:16}{''.join(cells)}{middle(found.quit):9.0f}")


if __name__ == "__main__":
    main()
