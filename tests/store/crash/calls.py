"""Every call that changes a file below a folder: recorded, broken, or the last one.

The calls are those of ``os``, through which the store makes all its changes; one that
went past them would be seen by an audit hook and fail the run. All of it happens in a
child process, so that a kill is a kill and nothing has to be put back.
"""

import errno
import os
import pickle
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from platforms import needs

PASSING = ("befit.lock", "befit.owner", "befit.close")
"""Notes that say who is there: they hold nothing of the log."""
UNSEEN = 9
"""Exit code of a child that changed a file past the calls of ``os``."""


class Event(NamedTuple):
    """A call that was made: its kind, the file, and what it did there.

    ``acked`` events have the number of operations that were reported as done.
    """

    kind: str
    path: str
    detail: Any = None


@dataclass(frozen=True)
class Fault:
    """What goes wrong at the call number ``at``, from 1, and how often.

    ``act`` is ``kill``, ``tear`` (half a write, then a kill), ``short`` (half a write,
    which is said) or the name of an error; ``half`` errors come after half a write.
    """

    act: str
    at: int
    lasting: bool = False


class Calls:
    """Counts the calls below a folder, records them, and lets one of them fail."""

    def __init__(self, root: Path, fault: Fault | None = None) -> None:
        self.root = str(root)
        self.fault = fault
        self.count = 0
        self.events: list[Event] = []
        self._paths: dict[int, str] = {}
        self._inside = False

    def install(self) -> None:
        """Take the place of the calls of ``os``, for the rest of this process."""
        self._real = {
            name: getattr(os, name)
            for name in ("open", "write", "fsync", "close", "unlink", "mkdir", "rmdir")
        }
        os.open, os.write, os.fsync, os.close = (
            self._open, self._write, self._fsync, self._close,
        )  # fmt: skip
        for name in ("replace", "rename", "link"):
            setattr(os, name, self._two_paths(name, getattr(os, name)))
        for name in ("unlink", "mkdir", "rmdir"):
            setattr(os, name, self._one_path(name, self._real[name]))
        sys.addaudithook(self._watch)

    def acked(self, number: int) -> None:
        """Note that an operation was reported as done."""
        self.events.append(Event("acked", "", number))

    # -- the calls

    def _open(self, path: Any, flags: int, *args: Any, **options: Any) -> int:
        if flags & os.O_CREAT and self._is_ours(path):
            is_new = not os.path.lexists(path)
            self._hit()
            self._note("create" if is_new else "truncate", path)
        self._inside = True
        try:
            descriptor: int = self._real["open"](path, flags, *args, **options)
        finally:
            self._inside = False
        if self._is_ours(path):
            self._paths[descriptor] = str(path)
        return descriptor

    def _write(self, descriptor: int, data: Any) -> int:
        path = self._paths.get(descriptor)
        if path is None:
            return int(self._real["write"](descriptor, data))
        half = bytes(data)[: len(data) // 2]
        act = self._act()
        if act in ("tear", "short") or act.startswith("half"):
            self._real["write"](descriptor, half)
            self._note("write", path, half)
            if act == "short":
                return len(half)
            self._fail(act)
        elif act:
            self._fail(act)
        self._note("write", path, bytes(data))
        return int(self._real["write"](descriptor, data))

    def _fsync(self, descriptor: int) -> None:
        # Not carried out: what a disk does without it is what ``power`` works out.
        path = self._paths.get(descriptor)
        if path is not None:
            self._hit()
            is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
            self._note("sync folder" if is_folder else "sync", path)

    def _close(self, descriptor: int) -> None:
        self._paths.pop(descriptor, None)
        self._real["close"](descriptor)

    def _one_path(self, kind: str, real: Any) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **options: Any) -> Any:
            if self._is_ours(path) and (kind == "mkdir" or os.path.lexists(path)):
                self._hit(frees=kind != "mkdir")
                real(path, *args, **options)
                return self._note(kind, path)
            return real(path, *args, **options)

        return call

    def _two_paths(self, kind: str, real: Any) -> Callable[..., Any]:
        def call(source: Any, target: Any, *args: Any, **options: Any) -> Any:
            if self._is_ours(target):
                self._hit()
                real(source, target, *args, **options)
                self._note("link" if kind == "link" else "rename", source, str(target))
            else:
                real(source, target, *args, **options)

        return call

    # -- inner workings

    def _is_ours(self, path: Any) -> bool:
        name = os.fspath(path) if not isinstance(path, int) else ""
        return str(name).startswith(self.root) and not str(name).endswith(PASSING)

    def _note(self, kind: str, path: Any, detail: Any = None) -> None:
        self.events.append(Event(kind, str(path), detail))

    def _act(self) -> str:
        """What goes wrong at this call; empty for nothing."""
        self.count += 1
        fault = self.fault
        if fault is None or self.count < fault.at:
            return ""
        return fault.act if fault.lasting or self.count == fault.at else ""

    def _hit(self, *, frees: bool = False) -> None:
        act = self._act()
        # No disk is too full to delete something.
        if act and act != "short" and not (frees and act.endswith("ENOSPC")):
            self._fail(act)

    def _fail(self, act: str) -> None:
        if act in ("kill", "tear"):
            os.kill(os.getpid(), signal.SIGKILL)
        code = getattr(errno, act.removeprefix("half "))
        raise OSError(code, os.strerror(code))

    def _watch(self, event: str, args: tuple[Any, ...]) -> None:
        if event != "open" or self._inside or not self._is_ours(args[0]):
            return
        mode, flags = args[1], args[2]
        changes = (
            flags & (os.O_WRONLY | os.O_RDWR) if mode is None else mode[0] in "wax"
        )
        if changes or (mode and "+" in mode):
            os._exit(UNSEEN)


class Ran(NamedTuple):
    """What a child did: how it ended, what it reported last, and its calls."""

    status: int
    report: Any
    calls: int
    events: list[Event]

    @property
    def was_killed(self) -> bool:
        """Whether the kill that was asked for came."""
        return os.WIFSIGNALED(self.status)


def in_child(
    root: Path, fault: Fault | None, task: Callable[[Calls], Iterator[Any]]
) -> Ran:
    """Runs ``task`` in a child whose calls below ``root`` are counted and broken.

    Everything that it yields is reported at once; the last report counts.

    Raises:
        AssertionError: it ended in a way that nobody asked for.
    """
    reading, writing = os.pipe()
    needs.fork()
    child = os.fork()
    if not child:
        _be_child(root, fault, task, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        reports = list(_reports(pipe))
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError(f"the child ended with {status >> 8}: {reports[-1:]}")
    *_, (report, calls, events) = [(None, 0, []), *reports]
    return Ran(status, report, calls, events)


def _be_child(root: Path, fault: Fault | None, task: Any, writing: int) -> None:
    code = 1
    pipe = os.fdopen(writing, "wb")
    calls = Calls(root, fault)
    try:
        calls.install()
        for report in task(calls):
            pickle.dump((report, calls.count, []), pipe)
            pipe.flush()
        pickle.dump((report, calls.count, calls.events), pipe)
        code = 0
    except BaseException as error:  # noqa: BLE001 - the parent says what it was
        pickle.dump((repr(error), calls.count, []), pipe)
    finally:
        pipe.flush()
        os._exit(code)


def _reports(pipe: Any) -> Iterator[Any]:
    # A killed child may leave half a report.
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(pipe)
