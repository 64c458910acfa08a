"""A set in progress: reps counted by space, or the stopwatch of a timed one."""

from collections.abc import Callable

from msgspec import Struct, field

BOUNCE_S = 0.25
"""Presses closer than this are a held key (design; product constant)."""


class RepPresses(Struct):
    """One press at the lockout of each rep, or two: seconds of a monotonic clock.

    ``per_rep`` is how many make a rep; the last of them is the rep's time. ``missed``
    are reps that were done and not pressed.
    """

    per_rep: int = 1
    missed: int = 0
    _at: list[float] = field(default_factory=list)
    _last: float = float("-inf")

    @property
    def count(self) -> int:
        """Reps counted."""
        return len(self._at) // self.per_rep + self.missed

    @property
    def times(self) -> tuple[float, ...] | None:
        """Seconds since the first press; None unless every rep was pressed."""
        if self.missed:
            return None
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
        if self.missed:
            self.missed -= 1
            return
        del self._at[-(len(self._at) % self.per_rep or self.per_rep) :]

    def clear(self) -> None:
        """Forget all of them."""
        self._at.clear()
        self.missed = 0

    def correct(self, step: int) -> None:
        """One rep more that was not pressed (1), or the last one less (-1)."""
        if step > 0:
            self.missed += 1
        else:
            self.take_back()


class Stopwatch(Struct):
    """Seconds of a ``clock`` that nobody sets, started and stopped by one key.

    A stopped one can go on.
    """

    clock: Callable[[], float]
    _since: float | None = None
    _before: float = 0.0

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    @property
    def is_used(self) -> bool:
        """Whether it was started since it was last cleared."""
        return self.is_running or self._before > 0

    def press(self) -> None:
        """Start it, or stop it."""
        if self._since is None:
            self._since = self.clock()
        else:
            self._before, self._since = self.seconds, None

    @property
    def seconds(self) -> float:
        """How long it has counted in all."""
        if self._since is None:
            return self._before
        return self._before + self.clock() - self._since

    def clear(self) -> None:
        """Forget everything."""
        self._since, self._before = None, 0.0
