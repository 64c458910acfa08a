"""The ways to fail. Each gives how many states it tried and what was broken."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from store.crash.calls import Calls, Fault, in_child
from store.crash.story import (
    NOT_REPEATED,
    Operation,
    Stage,
    State,
    content,
    opened,
    state,
)

from befit_tui.domain.errors import StoreError

ERRORS = ("ENOSPC", "half ENOSPC", "EIO", "half EIO", "EROFS")
Task = Callable[[Calls], Iterator[Any]]
Ablation = Callable[[], Any]
"""Makes a context in which the store lacks something that it needs."""


class Outcome(NamedTuple):
    """States that were tried, and a line for each that was broken."""

    states: int
    broken: tuple[str, ...]


def kills(stages: Iterable[Stage], scratch: Path, step: int = 1) -> Outcome:
    """SIGKILL at every call, and in the middle of every write."""
    return _each(_killed(stage, scratch, step) for stage in stages)


def faults(
    stages: Iterable[Stage],
    scratch: Path,
    acts: Iterable[str] = (*ERRORS, "short"),
    step: int = 1,
) -> Outcome:
    """An error once, at every call: memory is disk, and a second try works."""
    return _each(_failed(stage, scratch, acts, step, lasting=False) for stage in stages)


def lasting_faults(
    stages: Iterable[Stage],
    scratch: Path,
    acts: Iterable[str] = ERRORS,
    step: int = 1,
) -> Outcome:
    """An error at every call from one on: what was acknowledged is there afterwards."""
    return _each(_failed(stage, scratch, acts, step, lasting=True) for stage in stages)


def recoveries(
    stages: Iterable[Stage], scratch: Path, acts: Iterable[str], step: int = 1
) -> Outcome:
    """A kill in the operation, then another fault at every call of the recovery."""
    return _each(_recovered(stage, scratch, acts, step) for stage in stages)


def _each(found: Iterable[Iterator[str]]) -> Outcome:
    verdicts = [verdict for one in found for verdict in one]
    return Outcome(len(verdicts), tuple(filter(None, verdicts)))


def _killed(stage: Stage, scratch: Path, step: int) -> Iterator[str]:
    for act in ("kill", "tear"):
        for at in count(1, step):
            root = _fresh(stage.folder, scratch)
            ran = in_child(root, Fault(act, at), _doing(root, stage.operation))
            if not ran.was_killed:
                if at > ran.calls:
                    break
                continue  # half of what is no write is the call itself
            yield verdict(
                root, (stage.before, stage.after), f"{stage.name}, {act} {at}"
            )


def _failed(
    stage: Stage, scratch: Path, acts: Iterable[str], step: int, *, lasting: bool
) -> Iterator[str]:
    root = _fresh(stage.folder, scratch)
    calls = in_child(root, None, _doing(root, stage.operation)).calls
    for act in acts:
        for at in range(1, calls + 1, step):
            root = _fresh(stage.folder, scratch)
            fault = Fault(act, at, lasting)
            ran = in_child(root, fault, _trying(root, stage, again=not lasting))
            told = f"{stage.name}, {act} at {at}: {ran.report}"
            if ran.report != "done":
                yield told
            elif lasting:
                yield verdict(root, (stage.before, stage.after), told)
            else:
                yield verdict(root, (stage.after,), told, but_for_rev=True)


def _recovered(
    stage: Stage, scratch: Path, acts: Iterable[str], step: int
) -> Iterator[str]:
    for at in count(1, step):
        broken_off = _fresh(stage.folder, scratch.with_name("broken-off"))
        ran = in_child(
            broken_off, Fault("kill", at), _doing(broken_off, stage.operation)
        )
        if not ran.was_killed:
            break
        for act in acts:
            for inner in count(1):
                root = _fresh(broken_off, scratch)
                ran = in_child(root, Fault(act, inner), _opening(root))
                told = f"{stage.name}, kill at {at}, then {act} at {inner}"
                yield verdict(root, (stage.before, stage.after), told)
                if not ran.was_killed and inner >= ran.calls:
                    break


def _fresh(folder: Path, root: Path) -> Path:
    with suppress(FileNotFoundError):
        shutil.rmtree(root)
    return Path(shutil.copytree(folder, root))


def _doing(root: Path, operation: Operation) -> Task:
    def task(calls: Calls) -> Iterator[str]:
        store = opened(root)
        # Only the operation is broken: recovery is a mode of its own.
        calls.count = 0
        operation(store)
        yield "done"

    return task


def _opening(root: Path) -> Task:
    def task(calls: Calls) -> Iterator[str]:
        with suppress(StoreError):
            state(opened(root))
        yield "done"

    return task


def _trying(root: Path, stage: Stage, *, again: bool) -> Task:
    """Does the operation; after a refusal looks, and does it again if asked to."""

    def task(calls: Calls) -> Iterator[str]:
        fault, calls.fault = calls.fault, None
        store = opened(root)
        calls.count, calls.fault = 0, fault
        refused = False
        try:
            stage.operation(store)
        except StoreError:
            refused = True
        seen = state(store)
        if seen != state(opened(root, readonly=True)):
            yield "memory is not disk"
            return
        if not refused and content(seen) != content(stage.after):
            yield "it was acknowledged but is not there"
            return
        if (again and refused and seen == stage.before) or (
            again and refused and stage.name not in NOT_REPEATED
        ):
            stage.operation(store)
        yield "done"

    return task


def verdict(
    root: Path, allowed: tuple[State, ...], told: str, *, but_for_rev: bool = False
) -> str:
    """What is broken; empty when a reader and the next start show one of the states."""
    try:
        reader = state(opened(root, readonly=True))
        store = opened(root)
        try:
            seen = state(store)
            reports = [one for one in store.reports if "damaged" in one]
        finally:
            store.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, the log is broken
        return f"{told}: {error!r}"
    view = content if but_for_rev else tuple
    if reports:
        return f"{told}: {reports}"
    if view(seen) not in [view(one) for one in allowed]:
        return f"{told}: neither before nor after"
    return "" if view(reader) == view(seen) else f"{told}: a reader sees something else"
