"""The clock of a rest in large digits; it only subtracts, so it outlives a suspend."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from befit_tui.domain.moments import clock_time
from befit_tui.domain.value import Value, replace
from befit_tui.logbook.status import LONGEST_REST_S
from befit_tui.ui.widgets.large_text import large
from befit_tui.ui.widgets.line_panel import LinePanel

MARGIN = 0.02
"""Seconds after the turn of a second at which the panel looks at the clock."""
LARGE_ROWS = 6
"""Rows from which the digits are large: five and a title above."""
KEYS = "$foreground 45%"
"""The ink of keys."""


class Rest(Value, frozen=True):
    """A rest that began at ``since`` and should last ``target`` seconds.

    ``started`` is the same moment on the clock that cannot be set, which tells how long
    it is ago.
    """

    since: datetime
    started: float
    target: int

    def longer(self, seconds: int) -> "Rest":
        """The same rest with its target moved."""
        return replace(self, target=max(0, self.target + seconds))


class RestPanel(LinePanel):
    """Counts up in large digits; drawn again only when its text changes."""

    DEFAULT_CSS = "RestPanel { padding: 0 1; }"

    class Over(Message):
        """The rest has reached its target."""

    class Ticked(Message):
        """Another second of rest is on display."""

    def __init__(
        self, clock: Callable[[], datetime], monotonic: Callable[[], float]
    ) -> None:
        super().__init__()
        self._clock = clock
        self._monotonic = monotonic
        self.rest: Rest | None = None
        """The rest that is running."""
        self._announced = True
        self._next_look: Timer | None = None
        self.dimmed = False

    @property
    def words(self) -> tuple[str, str]:
        """The time and what it runs to: ``1:24``, ``of 3:00``; empty without a rest."""
        if self.rest is None:
            return "", ""
        of = f"of {clock_time(self.rest.target)}"
        return clock_time(self._elapsed()), "rested" if self._is_over else of

    def dim(self, dimmed: bool) -> None:
        """Step back while a set goes on, or be read again."""
        if dimmed != self.dimmed:
            self.dimmed = dimmed
            self.redraw()

    def begin(self, since: datetime, target: int) -> None:
        """Count from ``since``; a target that has passed already stays silent.

        Where the clock was set back, ``since`` lies ahead: then it counts from now.
        """
        gone = max(0.0, (self._clock() - since).total_seconds())
        self.rest = Rest(since, self._monotonic() - gone, target)
        self._announced = gone >= target
        self.look()

    def longer(self, seconds: int) -> None:
        """Move the target; a rest that has reached it so ends."""
        if self.rest is None:
            return
        self.rest = self.rest.longer(seconds)
        if self._elapsed() >= self.rest.target:
            self.stop()
        else:
            self._announced = False
            self.look()

    def stop(self) -> None:
        """End the rest."""
        self.rest = None
        self.look()

    def draw(self) -> Iterable[Content]:
        """Large digits with a bar below, or one line."""
        width, height = self.size
        time, goal = self.words
        if height < LARGE_ROWS:
            yield self._line(time, goal)
            return
        yield self._title(width)
        if not time:
            return
        if height > LARGE_ROWS + 1:
            yield Content("")
        digits = large(time, width - len(goal) - 2, 5)
        for row, digit in enumerate(digits):
            beside = Content.styled(goal if row == 0 else "", "$foreground 75%")
            yield Content.assemble((digit, self._ink), "   ", beside)
        yield self._bar(width)

    def _line(self, time: str, goal: str) -> Content:
        if not time:
            return Content.styled("Rest  –", "$foreground 50%")
        return Content.assemble(
            ("Rest ", "$foreground 60%"),
            (time, self._ink),
            (f" {goal}  ", "$foreground 65%"),
            self._bar(14),
        )

    def _title(self, width: int) -> Content:
        keys = "" if self.rest is None else "r +15 s · R -15 s"
        gap = " " * (width - len("Rest") - len(keys))
        return Content.assemble(("Rest", "bold $primary"), gap, (keys, KEYS))

    @property
    def _ink(self) -> str:
        """White; green when the rest is over, dim while a set goes on."""
        if self.dimmed:
            return "$foreground 45%"
        return "bold $text-success" if self._is_over else "bold $foreground"

    @property
    def _is_over(self) -> bool:
        return self.rest is not None and self._elapsed() >= self.rest.target

    def _bar(self, width: int) -> Content:
        rest = self.rest
        share = 1.0 if not rest or not rest.target else self._elapsed() / rest.target
        full = min(width, round(width * share))
        return Content.assemble(
            ("━" * full, "$primary"), ("─" * (width - full), "$foreground 30%")
        )

    def _elapsed(self) -> float:
        return self._monotonic() - self.rest.started if self.rest is not None else 0.0

    def look(self) -> None:
        """Show the time, say once that it is over, look again in the next second."""
        if self._next_look is not None:
            self._next_look.stop()
        elapsed = self._elapsed()
        if self.rest is not None and elapsed > max(LONGEST_REST_S, self.rest.target):
            self.rest = None
        if self.rest is not None:
            self._next_look = self.set_timer(1 - elapsed % 1 + MARGIN, self.look)
            if not self._announced and elapsed >= self.rest.target:
                self._announced = True
                self.post_message(self.Over())
        self.redraw()
        self.post_message(self.Ticked())
