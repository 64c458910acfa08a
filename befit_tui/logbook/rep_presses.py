"""Reps counted live, one press at the lockout of each."""

from dataclasses import dataclass, field

BOUNCE_S = 0.25
"""Presses closer than this are a held key (design; product constant)."""


@dataclass(slots=True)
class RepPresses:
    """The presses of the set in progress, in seconds of a monotonic clock."""

    _at: list[float] = field(default_factory=list)
    _last: float = float("-inf")

    @property
    def count(self) -> int:
        """Reps counted."""
        return len(self._at)

    @property
    def times(self) -> tuple[float, ...] | None:
        """Seconds since the first press, or None when nothing was counted."""
        if not self._at:
            return None
        return tuple(round(at - self._at[0], 2) for at in self._at)

    def press(self, now: float) -> bool:
        """Count a rep unless the key is only being held; whether it counted."""
        held = now - self._last < BOUNCE_S
        self._last = now
        if not held:
            self._at.append(now)
        return not held

    def take_back(self) -> None:
        """Take the last rep back."""
        del self._at[-1:]

    def clear(self) -> None:
        """Forget all of them."""
        self._at.clear()
