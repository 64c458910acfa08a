"""The command ``befit``: the composition root, which alone knows both ui and cli."""

import errno
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

from befit_tui.domain.errors import BefitError, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from textual.driver import Driver

    from befit_tui.paths import Paths
    from befit_tui.store.store import Store

INTERRUPTED, BROKEN_PIPE = 130, 141
"""What a shell expects of a program that SIGINT or SIGPIPE ended."""


TAKE_OVER = "Press c to have it save and close, any other key to leave."
PATIENCE_S = 10.0
"""How long another Befit may take to close; it looks every second."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``befit``; gives the exit code.

    Raises:
        SystemExit: help was asked for (0) or the usage is wrong (2).
    """
    # Start-up and a command make no garbage worth a search; the TUI turns it on again.
    gc.disable()
    if argv is None:
        # Until the screen is up ctrl+c ends at once: every write is safe against that.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    closed = _open_closed_streams()
    _speak_utf8()
    try:
        if closed:
            raise BefitError("Nothing can be shown: the output was closed before.")
        return _run(sys.argv[1:] if argv is None else argv)
    except BefitError as error:
        return _refuse(str(error), 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (OSError, MemoryError) as error:
        _drop_output()
        return BROKEN_PIPE if _reader_left(error) else _refuse(sentence(error), 1)


def open_tui(paths: "Paths", *, is_demo: bool = False) -> int:
    """Open the log of a data folder on the screen; gives the exit code of the app.

    Raises:
        BusyError: another process has the folder.
    """
    if reason := _no_screen():
        return _refuse(reason, 2)
    # Befit speaks to nobody: asyncio need not load OpenSSL, 8 ms and 4 MB of a start.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    from befit_tui.cli.open_log import logbook_of
    from befit_tui.settings import read_settings

    settings, problems = read_settings(paths.config)
    with closing(_opened(paths.data)) as store:
        logbook = logbook_of(store, settings, local_now)
        from befit_tui.ui.app import BefitApp

        app = BefitApp(
            logbook,
            settings,
            paths.config,
            problems=problems,
            monotonic=elapsed_s,
            driver_class=_driver(),
        )
        app.is_demo = is_demo
        app.run()
        if logbook.has_filed:
            store.backup()
    if app.wants_demo:
        open_demo()
        return open_tui(paths)
    return app.return_code or 0


def open_demo() -> int:
    """Open a made-up year of training in a folder that is removed afterwards."""
    if reason := _no_screen():
        return _refuse(reason, 2)
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from befit_tui.demo import demo_open_workout, demo_workouts
    from befit_tui.paths import Paths
    from befit_tui.store.store import Store

    now = local_now()
    with TemporaryDirectory(prefix="befit-demo-") as name:
        folder = Path(name)
        with closing(Store(folder, clock=local_now)) as store:
            year = demo_workouts(now.date(), now.tzinfo or UTC)
            store.add_workouts(year, "demo")
            store.save_active(demo_open_workout(now), "start of the demo")
        code = open_tui(Paths(folder, folder / "config.toml"), is_demo=True)
    print("The demo is over; nothing that was logged in it is kept.")
    return code


def local_now() -> datetime:
    """Now, with the offset of this place, also after a flight with the lid closed."""
    if sys.platform != "win32":
        # Else a process goes by the zone that it began in: 7 microseconds.
        time.tzset()
    return datetime.now().astimezone()


def elapsed_s() -> float:
    """Seconds of a clock that nobody sets, and that goes on while the machine sleeps.

    Python's own sleeps too on Linux and on a Mac, where another one has this name.
    """
    if sys.platform == "win32":
        return time.monotonic()
    is_mac = sys.platform == "darwin"
    return time.clock_gettime(time.CLOCK_MONOTONIC if is_mac else time.CLOCK_BOOTTIME)


def _run(argv: Sequence[str]) -> int:
    from befit_tui.paths import find_paths

    if not argv:
        return open_tui(find_paths())
    from befit_tui.cli.parser import parse

    args = parse(argv)
    if args.command == "demo":
        return open_demo()
    if args.command is None:
        return open_tui(find_paths(args.data_dir))
    # Of it msgspec wants what typing has since 3.11; it costs a command 15 ms.
    sys.modules.setdefault("typing_extensions", None)  # type: ignore[arg-type]
    from befit_tui.cli.run import run

    code = run(args, local_now)
    gc.freeze()  # Or Python would search the whole log for garbage at its end.
    return code


def _opened(root: "Path") -> "Store":
    """The data folder; another Befit that has it is asked to close, if one key says so.

    Raises:
        BusyError: it stays open.
    """
    from befit_tui.domain.errors import BusyError
    from befit_tui.store.lock import ask_to_close
    from befit_tui.store.store import Store

    try:
        return Store(root, clock=local_now)
    except BusyError as error:
        if _answer(f"{error} {TAKE_OVER}") != "c" or not ask_to_close(root):
            raise SystemExit(1) from None
    return Store(root, clock=local_now, patience_s=PATIENCE_S)


def _answer(question: str) -> str:
    """The next key after a question, without enter.

    What was typed before the question is forgotten: it is no answer to it.
    """
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        _refuse(question, 1)
        return msvcrt.getwch()
    import termios
    import tty

    usual = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        _refuse(question, 1)
        return os.read(sys.stdin.fileno(), 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, usual)


def _driver() -> "type[Driver] | None":
    """The driver that leaves at once; None means Textual's own."""
    if sys.platform == "win32":
        return None
    from befit_tui.ui.terminal_driver import PromptDriver

    return PromptDriver


def _no_screen() -> str:
    """Why there is no screen to draw on; empty when there is one."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb":
        return ""
    return (
        "Befit needs a terminal it can draw on; befit today, befit history and "
        "befit trends print the same as plain text."
    )


def _open_closed_streams() -> bool:
    """Open what the shell closed, or a data file would get its number.

    Gives whether the output is among it.
    """
    closed = [name for name in ("stdin", "stdout", "stderr") if not getattr(sys, name)]
    for name in closed:
        mode = "r" if name == "stdin" else "w"
        setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    return "stdout" in closed


def _reader_left(error: BaseException) -> bool:
    """Whether nobody reads the output any more; Windows says it in its own way."""
    if sys.platform == "win32" and isinstance(error, OSError):
        return error.errno in (errno.EPIPE, errno.EINVAL) and error.filename is None
    return isinstance(error, BrokenPipeError)


def _drop_output() -> None:
    """Lead the output away, or the interpreter would try again to write it at exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(said: str, code: int) -> int:
    from befit_tui.cli.output import warn

    with suppress(OSError):
        warn(said)
    return code


if __name__ == "__main__":
    sys.exit(main())
