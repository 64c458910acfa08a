"""A disk that fails, or a process that dies, at the n-th change of a file."""

import errno
import os
from contextlib import contextmanager


class Killed(BaseException):
    """Nothing after this reaches the disk: no clean-up code gets away with it."""


class Disk:
    """Counts the calls that change files, and makes one of them go wrong.

    ``fsync`` is counted but not carried out: what is tested is the order of things.
    """

    def __init__(self, monkeypatch):
        self._at = None
        self._fault = None
        self.calls = 0
        for name in ("write", "fsync", "replace", "link", "unlink", "mkdir"):
            monkeypatch.setattr(os, name, self._guard(name, getattr(os, name)))
        monkeypatch.setattr(os, "open", self._guard_open(os.open))

    @contextmanager
    def failing(self, at, code):
        """The call number ``at`` raises ``OSError``; later ones work."""
        with self._armed(at, lambda: OSError(code, os.strerror(code))):
            yield

    @contextmanager
    def killing(self, at):
        """From the call number ``at`` on nothing happens any more."""
        with self._armed(at, Killed):
            yield

    @contextmanager
    def _armed(self, at, fault):
        self.calls, self._at, self._fault = 0, at, fault
        try:
            yield
        finally:
            self._at = self._fault = None

    def _hit(self):
        self.calls += 1
        if self._at is None or self.calls < self._at:
            return False
        return self.calls == self._at or self._fault is Killed

    def _guard(self, name, real):
        def call(*args, **options):
            hit = self._hit()
            if hit and name == "write" and self.calls == self._at:
                real(args[0], bytes(args[1])[: len(args[1]) // 2])
            if hit:
                raise self._fault()
            return None if name == "fsync" else real(*args, **options)

        return call

    def _guard_open(self, real):
        def call(path, flags, *args, **options):
            if flags & os.O_CREAT and not str(path).endswith(".lock") and self._hit():
                raise self._fault()
            return real(path, flags, *args, **options)

        return call


NO_SPACE, BROKEN, READ_ONLY = errno.ENOSPC, errno.EIO, errno.EROFS
