"""The rest timer: never in the way, right after suspend because it only subtracts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from befit_tui.ui.widgets.large import large

FORGOTTEN = 20 * 60
"""Seconds after which nobody is resting any more; product constant."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that began at ``since`` and should last ``target`` seconds."""

    since: datetime
    target: int

    def longer(self, seconds: int) -> "Rest":
        """The same rest with its target moved."""
        return replace(self, target=max(0, self.target + seconds))


class RestPanel(Widget):
    """Counts up in large digits; drawn again only when its text changes."""

    DEFAULT_CSS = """
    RestPanel {
        border: round $border-blurred; border-title-color: $foreground 70%;
        border-subtitle-color: $foreground 50%; padding: 0 1;
    }
    """
    BORDER_TITLE = "Rest"

    class Over(Message):
        """The rest has reached its target."""

    rest: reactive[Rest | None] = reactive(None, layout=False)
    shown: reactive[int] = reactive(-1)
    """Whole seconds on display."""

    def __init__(self, clock: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock
        self._timer: Timer | None = None
        self._announced = True

    def on_mount(self) -> None:
        """One tick a second, asleep while nobody rests."""
        self._timer = self.set_interval(1.0, self._tick, pause=self.rest is None)

    def watch_rest(self, rest: Rest | None) -> None:
        """Start or stop counting."""
        self._announced = rest is None or self._elapsed() >= rest.target
        self.border_subtitle = "r +15 s" if rest else ""
        if self._timer is not None:
            self._timer.resume() if rest else self._timer.pause()
        self.shown = self._elapsed()

    @property
    def over(self) -> bool:
        """Whether no rest is running, or it has reached its target."""
        return self.rest is None or self._elapsed() >= self.rest.target

    def render(self) -> Content:
        """Digits and a bar, in three rows or in one."""
        rest = self.rest
        if rest is None:
            return Content.styled("–", "$foreground 50%")
        elapsed = self._elapsed()
        style = "bold $text-success" if elapsed >= rest.target else "bold"
        goal = Content.styled(f" of {clock_time(rest.target)}", "$foreground 65%")
        if self.size.height < 3:
            return Content.assemble(
                (clock_time(elapsed), style), goal, "  ", self._bar(14)
            )
        rows = large(clock_time(elapsed))
        bar = self._bar(max(4, self.size.width - len(rows[0]) - goal.cell_length - 3))
        return Content("\n").join(
            [
                Content.styled(rows[0], style),
                Content.assemble((rows[1], style), "  ", bar, goal),
                Content.styled(rows[2], style),
            ]
        )

    def _bar(self, width: int) -> Content:
        rest = self.rest
        share = 1.0 if not rest or not rest.target else self._elapsed() / rest.target
        full = min(width, round(width * share))
        return Content.assemble(
            ("━" * full, "$primary"), ("─" * (width - full), "$foreground 30%")
        )

    def _elapsed(self) -> int:
        if self.rest is None:
            return -1
        return max(0, int((self._clock() - self.rest.since).total_seconds()))

    def _tick(self) -> None:
        elapsed = self._elapsed()
        if self.rest is None or elapsed > FORGOTTEN:
            self.rest = None
            return
        self.shown = elapsed
        if not self._announced and elapsed >= self.rest.target:
            self._announced = True
            self.post_message(self.Over())


def clock_time(seconds: float) -> str:
    """Minutes and seconds: ``1:24``; hours when there are any: ``1:02:10``."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
