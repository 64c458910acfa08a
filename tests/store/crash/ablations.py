"""The store without one thing that it needs: the harness must notice each."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from befit_tui.store import files, journal
from befit_tui.store.layout import JOURNAL


@contextmanager
def without_file_sync() -> Iterator[None]:
    """What is in a file is not made durable before it gets its name."""
    with patch.object(files, "_sync", lambda descriptor: None):
        yield


@contextmanager
def without_folder_sync() -> Iterator[None]:
    """The names of files are not made durable."""
    with (
        patch.object(files, "sync_folder", lambda folder: None),
        patch.object(journal, "sync_folder", lambda folder: None),
    ):
        yield


@contextmanager
def without_carrying_sync() -> Iterator[None]:
    """The journal goes before the names of the files that it wrote are durable."""
    with patch.object(journal, "sync_folder", lambda folder: None):
        yield


@contextmanager
def without_forgetting_sync() -> Iterator[None]:
    """The journal is deleted, but that is not made durable."""
    with patch.object(journal, "_forget", lambda root: (root / JOURNAL).unlink()):
        yield


@contextmanager
def without_journal() -> Iterator[None]:
    """Files that belong together are written one after the other."""

    def commit(root: Path, found: Mapping[str, bytes | None]) -> dict[str, Any]:
        for name, data in found.items():
            path = root / name
            if data is None:
                files.put_in_place(path.with_name(path.name + journal.READY), path)
            else:
                files.atomic_write(path, data)
        return {}

    with patch.object(journal, "commit", commit):
        yield


@contextmanager
def without_rename() -> Iterator[None]:
    """A file is written over where it stands."""

    def replace_file(path: Path, data: bytes, **_: Any) -> files.Fingerprint:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(descriptor, data)
            os.fsync(descriptor)
            found = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return found.st_ino, found.st_size, found.st_mtime_ns

    with (
        patch.object(files, "replace_file", replace_file),
        patch.object(journal, "replace_file", replace_file),
    ):
        yield
