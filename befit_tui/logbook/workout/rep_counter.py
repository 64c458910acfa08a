"""Reps counted live, one press at the lockout of each, or two: bottom and top."""

from dataclasses import dataclass, field

BOUNCE_S = 0.25
"""Presses closer than this are a held key (design; product constant)."""


@dataclass(slots=True)
class RepPresses:
    """The presses of the set in progress, in seconds of a monotonic clock.

    ``per_rep`` is how many make a rep; the last of them is the rep's time.
    """

    per_rep: int = 1
    _at: list[float] = field(default_factory=list)
    _last: float = float("-inf")

    @property
    def count(self) -> int:
        """Reps counted."""
        return len(self._at) // self.per_rep

    @property
    def times(self) -> tuple[float, ...] | None:
        """Seconds since the first press, or None when nothing was counted."""
        ends = self._at[self.per_rep - 1 :: self.per_rep]
        return tuple(round(at - self._at[0], 2) for at in ends) or None

    def press(self, now: float) -> bool:
        """Take a press unless the key is only being held; whether it was taken."""
        held = now - self._last < BOUNCE_S
        self._last = now
        if not held:
            self._at.append(now)
        return not held

    def take_back(self) -> None:
        """Take the last rep back, or the half of one."""
        del self._at[-(len(self._at) % self.per_rep or self.per_rep) :]

    def clear(self) -> None:
        """Forget all of them."""
        self._at.clear()
