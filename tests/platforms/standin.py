"""A stand-in for a system that is not at hand.

    BEFIT_TEST_PLATFORM=windows python -m pytest
    BEFIT_TEST_PLATFORM=macos python -m pytest

Befit and its tests, and only they, then see the Python of that system: what it does not
have is gone (``fcntl``, ``termios``, ``SIGHUP``, ``os.geteuid``), what it refuses is
refused (to open a folder, to make a link, twice to replace a file that a scanner
holds), and what only it has is there in small. The libraries see the system that runs.
That shows that nothing of Befit's relies on what is not there; it cannot show how a
console, a disk or a scanner of that system behaves.
"""

import asyncio
import builtins
import ctypes
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

VARIABLE = "BEFIT_TEST_PLATFORM"
ROOT = Path(__file__).resolve().parents[2]
BEFIT = (str(ROOT / "befit_tui") + os.sep,)
OURS = (*BEFIT, str(ROOT / "tests") + os.sep)
CHILD = str(Path(__file__).parent / "child")
"""Where ``sitecustomize`` lies, by which a child process stands in as well."""
REFUSALS = 2
"""How often a file cannot be replaced before it can."""


class Seen(ModuleType):
    """A module as it is seen on another system."""

    def __init__(
        self, real: ModuleType, has: Mapping[str, object], lacks: frozenset[str]
    ) -> None:
        super().__init__(real.__name__, real.__doc__)
        self.__dict__.update(_real=real, _lacks=lacks, _before={}, **has)

    def __getattr__(self, name: str) -> Any:
        if name in self._lacks:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: object) -> None:
        """Set it where it is; a test that patches it gives it back by deleting it."""
        if name in self.__dict__:
            self.__dict__[name] = value
        else:
            self._before.setdefault(name, []).append(getattr(self._real, name))
            setattr(self._real, name, value)

    def __delattr__(self, name: str) -> None:
        setattr(self._real, name, self._before[name].pop())

    def __dir__(self) -> list[str]:
        return sorted({*dir(self._real), *self.__dict__} - self._lacks)


def install(system: str) -> None:
    """Stand in for ``windows`` or ``macos`` from now on."""
    if hasattr(builtins.__import__, "stands_in_for"):
        return  # a child process has done it at its start
    seen, hidden = {"windows": _windows, "macos": _macos}[system]()
    real = builtins.__import__

    def seen_import(
        name: str,
        globals: Mapping[str, Any] | None = None,  # noqa: A002
        *args: Any,
        **more: Any,
    ) -> ModuleType:
        if globals is not None and str(globals.get("__file__")).startswith(OURS):
            if name in hidden:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)
            if name in seen:
                return seen[name]
        return real(name, globals, *args, **more)

    seen_import.stands_in_for = system  # type: ignore[attr-defined]
    builtins.__import__ = seen_import  # type: ignore[assignment]
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if CHILD not in paths:
        os.environ["PYTHONPATH"] = os.pathsep.join([CHILD, *filter(None, paths)])


def _is_ours(ours: tuple[str, ...] = OURS) -> bool:
    """Whether Befit or a test called, be it through ``pathlib``."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__") == "pathlib":
        frame = frame.f_back  # type: ignore[assignment]
    return frame is not None and frame.f_code.co_filename.startswith(ours)


def _windows() -> tuple[dict[str, ModuleType], frozenset[str]]:
    posix_signals = {
        name
        for name in dir(signal)
        if name.startswith("SIG")
        and name
        not in ("SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM",
                "SIG_DFL", "SIG_IGN")
    }  # fmt: skip
    lacks = frozenset(
        ("geteuid", "getuid", "getgid", "fchmod", "chown", "fork", "openpty", "mkfifo",
         "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "killpg", "setsid", "uname")
    )  # fmt: skip
    hidden = frozenset(("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource"))
    kernel = SimpleNamespace(kernel32=Kernel)
    calls = {"windll": kernel, "WINFUNCTYPE": ctypes.CFUNCTYPE}
    _refuse_links()
    _refuse_to_replace()
    asyncio.SelectorEventLoop.add_signal_handler = _no_handler  # type: ignore[assignment,method-assign]
    return {
        "sys": Seen(sys, {"platform": "win32"}, frozenset()),
        "os": Seen(os, {"open": _open_files_only, "O_BINARY": 0}, lacks),
        "signal": Seen(signal, {"SIGBREAK": signal.SIGTTIN}, frozenset(posix_signals)),
        "ctypes": Seen(ctypes, calls, frozenset()),
        "msvcrt": _console(),
    }, hidden


class Kernel:
    """As much of ``kernel32`` as Befit calls."""

    handlers: list[Any] = []  # noqa: RUF012

    @classmethod
    def SetConsoleCtrlHandler(cls, handler: Any, _add: int) -> int:  # noqa: N802
        cls.handlers.append(handler)
        return 1

    @staticmethod
    def GetUserDefaultLocaleName(room: Any, _length: int) -> int:  # noqa: N802
        room.value = os.environ.get("BEFIT_TEST_LOCALE", "")
        return 1


def _console() -> ModuleType:
    import fcntl  # noqa: PLC0415

    def locking(descriptor: int, _mode: int, _count: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None

    console = ModuleType("msvcrt")
    console.kbhit = lambda: False  # type: ignore[attr-defined]
    console.getwch = lambda: sys.stdin.read(1)  # type: ignore[attr-defined]
    console.LK_NBLCK = 2  # type: ignore[attr-defined]
    console.locking = locking  # type: ignore[attr-defined]
    return console


def _no_handler(*_args: object) -> None:
    raise NotImplementedError


def _open_files_only(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
    """As on Windows: no folder is opened, and a file is everybody's to read."""
    if os.path.isdir(path):  # noqa: PTH112
        raise PermissionError(13, "Permission denied", str(path))
    return os.open(path, flags, mode | 0o666, **more)


def _refuse_links() -> None:
    real = os.symlink

    def symlink(source: Any, target: Any, *args: Any, **more: Any) -> None:
        if _is_ours():
            raise OSError(22, "A required privilege is not held by the client")
        real(source, target, *args, **more)

    os.symlink = symlink


def _refuse_to_replace() -> None:
    real = os.replace
    asked: dict[str, int] = {}

    def replace(source: Any, target: Any, **more: Any) -> None:
        name = str(source)
        if _is_ours(BEFIT) and asked.setdefault(name, 0) < REFUSALS:
            asked[name] += 1
            raise PermissionError(13, "Access is denied", name)
        asked.pop(name, None)
        real(source, target, **more)

    os.replace = replace


def _macos() -> tuple[dict[str, ModuleType], frozenset[str]]:
    import fcntl  # noqa: PLC0415

    def full(descriptor: int, command: int, *args: Any) -> Any:
        if command == _FULL:
            return os.fsync(descriptor)
        return fcntl.fcntl(descriptor, command, *args)

    return {
        "sys": Seen(sys, {"platform": "darwin"}, frozenset()),
        "fcntl": Seen(fcntl, {"F_FULLFSYNC": _FULL, "fcntl": full}, frozenset()),
    }, frozenset(("msvcrt", "winreg"))


_FULL = 51
