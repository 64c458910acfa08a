"""What was worked out of a log before, so that it is not worked out again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """What was worked out of single workouts, lifts and days, kept for the same log."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key; made at first need."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found
