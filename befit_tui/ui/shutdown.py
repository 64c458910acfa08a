"""What ends the program: signals, on Windows the console, and errors of its own."""

import asyncio
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from befit_tui.store.files import atomic_write
from befit_tui.store.layout import CRASH

ENDING_SIGNALS = tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2",
                 "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGXCPU", "SIGBREAK")
    if hasattr(signal, name)
)  # fmt: skip
"""What ends the program; left alone each would leave the terminal as it is."""
CAN_STOP = hasattr(signal, "SIGTSTP")
"""Whether ctrl+z can give the terminal to the shell for a while."""
CLOSING = (2, 5, 6)
"""What Windows calls a console that is closed, a log-off and a shutdown."""
CLOSING_S = 4.0
"""Windows ends a program five seconds after it was told so, or when it answers."""


def watch_endings(end: Callable[[int], None]) -> None:
    """Have ``end`` called in the running loop with the code that a shell expects."""
    loop = asyncio.get_running_loop()
    for number in ENDING_SIGNALS:
        try:
            loop.add_signal_handler(number, end, 128 + number)
        except NotImplementedError:  # the loop of Windows

            def come(number: int, _frame: object) -> None:
                loop.call_soon_threadsafe(end, 128 + number)

            signal.signal(number, come)
    if sys.platform == "win32":
        _watch_console(lambda: loop.call_soon_threadsafe(end, 0))


_kept: list[Any] = []
"""What Windows calls must not be collected."""


def _watch_console(end: Callable[[], object]) -> None:
    """Have ``end`` called, in a thread of Windows, when the console goes.

    The answer ends the program at once, so it waits: the program ends by itself before.
    """
    import ctypes  # noqa: PLC0415 - nobody else needs it

    def told(event: int) -> bool:
        if event not in CLOSING:
            return False
        with suppress(RuntimeError):  # the loop has ended already
            end()
            time.sleep(CLOSING_S)
        return True

    kind = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)  # type: ignore[attr-defined,unused-ignore]
    _kept.append(kind(told))
    ctypes.windll.kernel32.SetConsoleCtrlHandler(_kept[-1], 1)  # type: ignore[attr-defined,unused-ignore]


def keep_details(folder: Path, error: BaseException) -> Path:
    """Write the insides of an error to ``crash.txt``, which nobody has to look at."""
    details = folder / CRASH
    with suppress(OSError):
        lines = "".join(traceback.format_exception(error))
        data = lines.encode("utf-8", "backslashreplace")
        atomic_write(details, data, keep_previous=False)
    return details
