"""One writer per data folder."""

import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from befit_tui.domain.errors import BusyError
from befit_tui.store.layout import LOCK, OWNER


def acquire(root: Path) -> FileLock:
    """Takes the lock, which the system gives back even after a kill.

    Raises:
        BusyError: another process has it; the message names it where it is known.
    """
    # Any thread may write or close, as long as only one does at a time.
    lock = FileLock(root / LOCK, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"Another Befit{_owner(root)} has {root} open: close it, or look at the "
            "log without changing it."
        ) from None
    owner = root / OWNER
    owner.touch(mode=0o600)
    owner.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
    return lock


def release(root: Path, lock: FileLock) -> None:
    """Gives the lock back."""
    try:
        with suppress(OSError):
            (root / OWNER).unlink()
    finally:
        lock.release()


def _owner(root: Path) -> str:
    try:
        name = (root / OWNER).read_text(encoding="utf-8", errors="replace")[:80]
    except OSError:
        return ""
    return f" ({name})" if name.isprintable() and name else ""
