"""A timed set in progress: started and stopped by the same key."""

from dataclasses import dataclass


@dataclass(slots=True)
class Stopwatch:
    """Seconds of a monotonic clock; it may be started again and goes on."""

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

    def press(self, now: float) -> None:
        """Start it, or stop it."""
        if self._since is None:
            self._since = now
        else:
            self._before, self._since = self.seconds(now), None

    def seconds(self, now: float) -> float:
        """How long it has counted in all."""
        running = 0.0 if self._since is None else max(0.0, now - self._since)
        return self._before + running

    def clear(self) -> None:
        """Forget everything."""
        self._since, self._before = None, 0.0
