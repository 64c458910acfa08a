"""One writer per data folder."""

import fcntl
import os
import platform
from contextlib import suppress
from pathlib import Path

from befit_tui.domain.errors import BusyError
from befit_tui.store.layout import LOCK, OWNER


def acquire(root: Path) -> int:
    """Takes the lock, which the system gives back even after a kill; for ``release``.

    Raises:
        BusyError: another process has it; the message names it where it is known.
    """
    file = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        owner = root / OWNER
        owner.touch(mode=0o600)
        owner.write_text(f"process {os.getpid()} on {platform.node()}", "utf-8")
    except BaseException as error:
        os.close(file)
        if not isinstance(error, BlockingIOError):
            raise
        raise BusyError(
            f"Another Befit{_owner(root)} has {root} open: close it, or look at the "
            "log without changing it."
        ) from None
    return file


def release(root: Path, file: int) -> None:
    """Gives the lock back."""
    try:
        with suppress(OSError):
            (root / OWNER).unlink()
    finally:
        os.close(file)


def _owner(root: Path) -> str:
    try:
        name = (root / OWNER).read_text(encoding="utf-8", errors="replace")[:80]
    except OSError:
        return ""
    return f" ({name})" if name.isprintable() and name else ""
