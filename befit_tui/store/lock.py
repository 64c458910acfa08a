"""One writer per data folder; the others can see who it is, and ask it to close.

Two calls of the system by hand: filelock, which offers them, takes 10 ms of each start.
"""

import errno
import os
import platform
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from befit_tui.domain.errors import BusyError
from befit_tui.domain.value import Value
from befit_tui.store.files import replace_unsynced
from befit_tui.store.layout import CLOSE, LOCK, OWNER

READERS = "befit today, history, trends, alerts, meter and export"
"""Commands that read meanwhile, as the sentence of a refusal names them."""
LOOK_S = 0.05
"""Seconds between looks whether another process has let go."""


class Holder(Value, frozen=True):
    """Who has the log open: the process, its computer, and since when."""

    process: int
    computer: str
    since: datetime


def acquire(root: Path, now: datetime, patience_s: float = 0.0) -> int:
    """Takes the lock, which the system gives back even after a kill, for ``release``.

    BusyError if another process still has it after ``patience_s``; it is named where it
    is known.
    """
    lock = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + patience_s
        while not _take(lock):
            if time.monotonic() >= until:
                raise BusyError(busy_words(root))
            time.sleep(LOOK_S)
    except BaseException:
        os.close(lock)
        raise
    with suppress(OSError):
        # Nobody has asked this process yet.
        (root / CLOSE).unlink(missing_ok=True)
    owner = f"process {os.getpid()} on {platform.node()} since {now.isoformat()}"
    with suppress(OSError):
        # Only what is said to others hangs on it.
        replace_unsynced(root / OWNER, owner.encode())
    return lock


def release(root: Path, lock: int) -> None:
    """Gives the lock back."""
    try:
        for name in (OWNER, CLOSE):
            with suppress(OSError):
                (root / name).unlink()
    finally:
        os.close(lock)


def holder(root: Path) -> Holder | None:
    """Who has the log open as far as it is known; a killed process may be named."""
    words = _text(root / OWNER).split(" ")
    with suppress(ValueError, IndexError):
        name = " ".join(words[3:-2])
        since = datetime.fromisoformat(words[-1])
        if name.isprintable() and since.tzinfo is not None:
            return Holder(int(words[1]), name[:60], since)
    return None


def busy_words(root: Path) -> str:
    """The sentence for one who comes second."""
    found = holder(root)
    who = ""
    if found is not None:
        where = f" on {found.computer}" if found.computer else ""
        who = f" (process {found.process}{where}, since {found.since:%Y-%m-%d %H:%M})"
    return (
        f"Another Befit{who} has {root} open: close it there. Meanwhile {READERS} "
        "show the log without changing it."
    )


def ask_to_close(root: Path) -> bool:
    """Asks whoever has the log open to save and go; whether anybody is known.

    It looks about every second. The request names whom it is for, so that one that
    is left over, or comes from a synced folder, closes nobody else's.
    """
    asked = _text(root / OWNER)
    if not asked:
        return False
    replace_unsynced(root / CLOSE, asked.encode())
    return True


def is_asked_to_close(root: Path) -> bool:
    """Whether a request is there for the process that holds the lock, this one."""
    request = _text(root / CLOSE)
    return bool(request) and request == _text(root / OWNER)


def _take(lock: int) -> bool:
    """Whether this process has the lock now; closing the file gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only Windows has it

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has it not

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EAGAIN):
            raise
        return False
    return True


def _text(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace")[:300].strip()
    return ""
