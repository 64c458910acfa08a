"""A timed set in progress: started and stopped by the same key."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Stopwatch:
    """Seconds by the log's clock; started again, it goes on."""

    _since: datetime | None = None
    _before: float = 0.0

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    @property
    def is_used(self) -> bool:
        """Whether it was started since it was last cleared."""
        return self.is_running or self._before > 0

    def press(self, now: datetime) -> None:
        """Start it, or stop it."""
        if self._since is None:
            self._since = now
        else:
            self._before, self._since = self.seconds(now), None

    def seconds(self, now: datetime) -> float:
        """How long it has counted in all."""
        if self._since is None:
            return self._before
        return self._before + max(0.0, (now - self._since).total_seconds())

    def clear(self) -> None:
        """Forget everything."""
        self._since, self._before = None, 0.0
