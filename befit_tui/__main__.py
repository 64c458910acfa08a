"""The command ``befit``: the composition root, which alone knows both ui and cli."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from befit_tui.domain.errors import BefitError
from befit_tui.paths import Paths, find_paths

if TYPE_CHECKING:
    from textual.driver import Driver

INTERRUPTED, BROKEN_PIPE = 130, 141
"""What a shell expects of a program that SIGINT or SIGPIPE ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``befit``; gives the exit code.

    Raises:
        SystemExit: help was asked for (0) or the usage is wrong (2).
    """
    # Start-up and a command make no garbage worth a search; the TUI turns it on again.
    gc.disable()
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BefitError as error:
        return _refuse(str(error), 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Or the interpreter would try to flush what nobody reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def open_tui(paths: Paths) -> int:
    """Open the log of a data folder on the screen; gives the exit code of the app.

    Raises:
        BusyError: another process has the folder.
    """
    if reason := _no_screen():
        return _refuse(reason, 2)
    from befit_tui.catalog.catalog import load_catalog
    from befit_tui.logbook import Logbook, id_maker
    from befit_tui.settings import read_settings
    from befit_tui.store import Store

    settings, problems = read_settings(paths.config)
    with closing(Store(paths.data, clock=local_now)) as store:
        logbook = Logbook(
            store,
            load_catalog(),
            clock=local_now,
            new_id=id_maker(local_now),
            unit=settings.unit,
            limits=settings.limits,
        )
        logbook.effort_scale = settings.effort
        from befit_tui.ui.app import BefitApp

        app = BefitApp(
            logbook, settings, paths.config, problems=problems, driver_class=_driver()
        )
        app.run()
        if logbook.has_filed:
            store.backup()
        return app.return_code or 0


def open_demo() -> int:
    """Open a made-up year of training in a folder that is removed afterwards."""
    if reason := _no_screen():
        return _refuse(reason, 2)
    from befit_tui.demo import demo_open_workout, demo_workouts
    from befit_tui.store import Store

    now = local_now()
    with TemporaryDirectory(prefix="befit-demo-") as name:
        folder = Path(name)
        with closing(Store(folder, clock=local_now)) as store:
            year = demo_workouts(now.date(), now.tzinfo or UTC)
            store.add_workouts(year, "demo")
            store.save_active(demo_open_workout(now), "start of the demo")
        return open_tui(Paths(folder, folder / "config.toml"))


def local_now() -> datetime:
    """Now, with the offset of this place."""
    return datetime.now().astimezone()


def _run(argv: Sequence[str]) -> int:
    if not argv:
        return open_tui(find_paths())
    from befit_tui.cli.parser import parse

    args = parse(argv)
    if args.command == "demo":
        return open_demo()
    if args.command is None:
        return open_tui(find_paths(args.data_dir))
    from befit_tui.cli.run import run

    return run(args, local_now)


def _driver() -> "type[Driver] | None":
    """The driver that leaves at once; None means Textual's own."""
    if sys.platform != "linux":
        return None
    from befit_tui.ui.driver import PromptDriver

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


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(sentence: str, code: int) -> int:
    from befit_tui.cli.output import warn

    warn(sentence)
    return code


if __name__ == "__main__":
    sys.exit(main())
