"""Reading and replacing files whole, so that no reader ever meets half of one.

The only module that knows how systems differ about files: Windows has no sync of
a folder and no modes, and refuses for a moment what a virus scanner holds; a Mac's disk
must be told to write what it has.
"""

import os
import re
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from typing import TypeVar

_Result = TypeVar("_Result")

_PAUSES_S = tuple(0.001 * 2**step for step in range(9))
"""How long is waited before each new try, half a second in all."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A file that is not there yet, whatever link somebody may have put in its place."""
_DEVICES = {
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
    *(f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"),
}  # fmt: skip
"""Names that Windows keeps for devices, in every folder and before any suffix."""

PREVIOUS = ".prev"
"""Ends the name of the file that has the content before the last write."""

_TEMPORARY = re.compile(r".+\.[0-9a-f]{16}\.tmp|.+\.json(\.prev)?\.tmp")
"""Names of files that are being written, those of older versions too."""

Fingerprint = tuple[int, int, int]
"""Inode, size and time of change of a file."""


def previous(path: Path) -> Path:
    """Where the content before the last write of ``path`` is kept."""
    return path.with_name(path.name + PREVIOUS)


def atomic_write(path: Path, data: bytes, *, keep_previous: bool = True) -> Fingerprint:
    """Replaces ``path`` durably, readable by its owner only; costs two fsyncs.

    After a crash at any moment the file holds its old or its new content. With
    ``keep_previous`` the old content stays beside it under the ``.prev`` name. Gives
    the fingerprint of what was written. After an OSError the old content is in place,
    or, where only the last sync failed, the new one.
    """
    written = replace_file(path, data, keep_previous=keep_previous)
    sync_folder(path.parent)
    return written


def replace_file(path: Path, data: bytes, *, keep_previous: bool = True) -> Fingerprint:
    """As ``atomic_write``, but the folder's entry is not yet durable; one fsync."""
    temporary = _beside(path)
    with _gone_if_it_fails(temporary):
        written = _write(temporary, data)
        put_in_place(temporary, path, keep_previous=keep_previous)
    return written


def replace_unsynced(path: Path, data: bytes) -> None:
    """Replaces a passing note whole; after a power cut it may be gone or empty."""
    temporary = _beside(path)
    with _gone_if_it_fails(temporary):
        _write(temporary, data, durably=False)
        _replace(temporary, path)


def put_in_place(source: Path, path: Path, *, keep_previous: bool = True) -> None:
    """Gives the durable file ``source`` the name ``path``, not yet durably."""
    if keep_previous:
        _keep(path)
    _replace(source, path)


def sync_folder(folder: Path) -> None:
    """Makes the names in ``folder`` durable; Windows does that by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Creates ``folder``, for its owner only, and those above it that are missing."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sweep(folder: Path) -> None:
    """Removes what a killed process left half-written; only for the one writer."""
    # Where that is not possible they stay: they stop nothing.
    for name in names_in(folder):
        if _TEMPORARY.fullmatch(name):
            with suppress(OSError):
                (folder / name).unlink(missing_ok=True)


def names_in(folder: Path) -> list[str]:
    """The names in a folder, in order; one that cannot be read holds none."""
    with suppress(OSError):
        # Not ``iterdir``: a path for each of hundreds of months takes 4 ms of a start.
        return sorted(os.listdir(folder))  # noqa: PTH208
    return []


def fingerprint(path: Path | str) -> Fingerprint | None:
    """What changes whenever another program changes the file; None: no file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a path for each month costs a start 2 ms
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def mark(data: bytes | None) -> str:
    """A short text that another content hardly ever has; empty for no file."""
    # Not hashlib: OpenSSL, which comes with it, takes 3 ms of a start.
    return "" if data is None else f"{len(data)}-{zlib.crc32(data):08x}"


def read_if_there(path: Path) -> bytes | None:
    """The content of a file, or None where there is none.

    A link to nothing is no missing file: OSError.
    """
    try:
        return _patiently(path.read_bytes)
    except FileNotFoundError as error:
        if path.is_symlink():
            reason = "it is a link to a file that is not there"
            raise OSError(error.errno, reason, str(path)) from error
        return None


def remove(path: Path) -> None:
    """Removes a file, if it is there."""
    _patiently(lambda: path.unlink(missing_ok=True))


def is_device(path: Path) -> bool:
    """Whether a name stands for a device, such as ``NUL`` on Windows."""
    name = PureWindowsPath(path).name.partition(".")[0].rstrip(" ").upper()
    return sys.platform == "win32" and name in _DEVICES


def _beside(path: Path) -> Path:
    # Nobody can have put a link there: the name is new, and is taken exclusively.
    return path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")


def write_durably(path: Path, data: bytes) -> Fingerprint:
    """Writes a new file for its owner only, whose name is not yet durable; one fsync.

    After an OSError there is no such file, unless it cannot be removed.
    """
    with _gone_if_it_fails(path):
        return _write(path, data)


@contextmanager
def _gone_if_it_fails(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _write(path: Path, data: bytes, *, durably: bool = True) -> Fingerprint:
    descriptor = os.open(path, _NEW, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durably:
            _sync(descriptor)
    finally:
        os.close(descriptor)
    # Not of the open file: Windows may set the time when it is closed.
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - Windows has no such module

        # fsync alone leaves the data in the cache of a Mac's disk.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _keep(path: Path) -> None:
    # A second name costs no copy and no fsync, and the file is never absent. A disk
    # without hard links goes without: a missing spare must not stop a set.
    if path.is_symlink():
        return
    link = _beside(previous(path))
    with suppress(OSError):
        link.hardlink_to(path)
        _replace(link, previous(path))
    # Renaming a file onto another name of itself leaves both names.
    with suppress(OSError):
        link.unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    _patiently(lambda: source.replace(target))


def _patiently(step: Callable[[], _Result]) -> _Result:
    """What a step gives; on Windows it is tried again where it is refused.

    There a virus scanner, a sync program or another reader that has the file open for a
    moment stands in the way. Elsewhere a refusal is final.
    """
    for pause in _PAUSES_S if sys.platform == "win32" else ():
        try:
            return step()
        except PermissionError:
            time.sleep(pause)
    return step()
