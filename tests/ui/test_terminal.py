"""The program in a real pseudo-terminal, under a shell: signals, suspend, kill -9."""

import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from builders import MONDAY
from platforms import needs

needs.terminal(whole_module=True)

import pty  # noqa: E402
import termios  # noqa: E402
from fcntl import ioctl  # noqa: E402

from befit_tui.store.history import read_month  # noqa: E402
from befit_tui.store.store import Store  # noqa: E402

PATIENCE = 20.0
LEAVE_ALT_SCREEN, MOUSE_OFF = b"\x1b[?1049l", b"\x1b[?1000l"


class Shell:
    """A shell in a terminal of 100 by 30; ``until`` waits for what it prints."""

    def __init__(self, folder: Path) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ |= {
                "TERM": "xterm-256color", "PS1": "$ ", "BEFIT_DATA_DIR": str(folder)
            }  # fmt: skip
            os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
        ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def type(self, text: str) -> None:
        os.write(self.terminal, text.encode())

    def until(self, wanted: bytes) -> bytes:
        """Everything printed up to and including ``wanted``."""
        seen, deadline = b"", time.monotonic() + PATIENCE
        while wanted not in seen:
            assert time.monotonic() < deadline, seen[-400:]
            if select.select([self.terminal], [], [], 0.1)[0]:
                seen += os.read(self.terminal, 65536)
        return seen

    def befit(self) -> int:
        """Start the program and give its process id."""
        befit = f"{sys.executable} -m befit_tui"
        self.type(f"{befit} & echo started $!; fg; echo code $?\n")
        found = re.search(rb"started (\d+)\r", self.until(b"keys"))
        assert found
        return int(found[1])


@contextmanager
def shell(folder: Path) -> Iterator[Shell]:
    opened = Shell(folder)
    try:
        yield opened
    finally:
        os.kill(opened.pid, signal.SIGKILL)
        os.waitpid(opened.pid, 0)
        os.close(opened.terminal)


ENDING = (
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGUSR1,
    signal.SIGALRM,
)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_restores_the_terminal(tmp_path, number):
    with shell(tmp_path) as sh:
        os.kill(sh.befit(), number)
        restored = sh.until(f"code {128 + number}".encode())
        assert MOUSE_OFF in restored
        assert LEAVE_ALT_SCREEN in restored


def test_a_window_that_is_closed_ends_the_program_and_frees_the_log(tmp_path):
    with shell(tmp_path) as sh:
        befit = sh.befit()
        sh.until(b"Start a workout")
        # As a shell does whose window is closed; its job may be stopped, so it goes on.
        os.close(sh.terminal)
        sh.terminal = os.open(os.devnull, os.O_RDWR)
        for number in (signal.SIGHUP, signal.SIGCONT):
            with suppress(ProcessLookupError):
                os.kill(befit, number)
        Store(tmp_path, clock=lambda: MONDAY, patience_s=PATIENCE).close()


def test_a_second_befit_asks_the_first_to_close_by_one_key(tmp_path):
    with shell(tmp_path) as first, shell(tmp_path) as second:
        first.befit()
        second.type(f"{sys.executable} -m befit_tui; echo code $?\n")
        said = second.until(b"any other key to leave.")
        assert b"since " in said
        assert b"befit today" in said
        second.type("c")
        closed = first.until(b"code 0")
        assert LEAVE_ALT_SCREEN in closed
        assert b"asked for the log" in closed
        second.until(b"Start a workout")


def test_ctrl_z_stops_and_fg_draws_the_screen_again(tmp_path):
    with shell(tmp_path) as sh:
        sh.befit()
        sh.type("\x1a")
        sh.until(b"Stopped")
        sh.type("fg\n")
        sh.until(b"Start a workout")
        sh.type("\x11")
        assert MOUSE_OFF in sh.until(LEAVE_ALT_SCREEN)


def test_after_kill_9_the_workout_stands_where_it_was(tmp_path):
    with shell(tmp_path) as sh:
        befit = sh.befit()
        sh.type("\r")
        sh.until(b"Add an exercise")
        sh.type("bench\r")
        sh.until(b"Bench Press (Barbell)")
        sh.type("80x8@2\r")
        sh.until(b"1 of 3 sets")
        os.kill(befit, signal.SIGKILL)
        sh.until(b"code 137")
        sh.type("reset; clear\n")
        sh.befit()
        sh.type("f")
        sh.until(b"2 of 3 sets")
        kept = Store(tmp_path, clock=lambda: MONDAY, readonly=True).active()
        assert kept is not None
        assert [done.reps for done in kept.sets] == [8, 6]


def kept(folder: Path) -> Store:
    return Store(folder, clock=lambda: MONDAY, readonly=True)


def test_what_is_typed_in_one_write_goes_where_its_first_key_leads(tmp_path):
    with shell(tmp_path) as sh:
        sh.befit()
        sh.type("\rbench press\r80x8\r2")
        sh.until(b"1 of 3 sets")
        sh.type("nfb felt fine\rx\r")
        sh.until(b"Start a workout")
        sh.type("H/dead")
        sh.until(b"No workout holds")
        sh.type("\x11")
        sh.until(LEAVE_ALT_SCREEN)
    (month,) = (tmp_path / "history").glob("*.json")
    (kept,) = read_month(tmp_path, month.stem)
    assert [(done.reps, done.left) for done in kept.sets] == [(8, 2)]
    assert kept.entries[0].note == "fb felt fine"


def test_a_second_enter_in_one_write_answers_no_dialog_twice(tmp_path):
    with shell(tmp_path) as sh:
        sh.befit()
        sh.type("\rbench press\r\r")
        sh.until(b"0 of 3 sets")
        sh.type("n\r\r?qS\x1b[27u\x1b[27u")
        sh.type("\x11")
        assert MOUSE_OFF in sh.until(b"code 0")
    assert Store(tmp_path, clock=lambda: MONDAY, readonly=True).active() is not None
