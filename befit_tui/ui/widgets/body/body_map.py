"""A body, front and back, in the terminal."""

from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.body.figure import bodies
from befit_tui.ui.widgets.body.plot import BodyPlot, Part
from befit_tui.ui.widgets.charts.chart import Chart

_SHADES = ("below", "inside", "above")


class BodyMap(Chart):
    """Muscles by how they stand; the chosen one is lighter.

    It has no cursor of its own: whatever lists the muscles beside it says which one is
    ``chosen``. With ASCII charts that list is all there is.
    """

    LEAST_SIZE = (bodies()[-1].width, bodies()[-1].front.height)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--flesh",
        "chart--on-flesh",
        *(
            f"chart--{on}{shade}{here}"
            for on in ("", "on-")
            for shade in _SHADES
            for here in ("", "-here")
        ),
    }
    # Below is no warning: early in a week the whole body would be one.
    DEFAULT_CSS = """
    BodyMap {
        & > .chart--flesh { color: $foreground 14%; }
        & > .chart--below { color: $secondary 45%; }
        & > .chart--below-here { color: $secondary 90%; }
        & > .chart--inside { color: $primary 65%; }
        & > .chart--inside-here { color: $primary; }
        & > .chart--above { color: $warning 65%; }
        & > .chart--above-here { color: $warning; }
        & > .chart--on-below { color: auto 95%; background: $secondary 45%; }
        & > .chart--on-below-here { color: auto 95%; background: $secondary 90%; }
        & > .chart--on-inside { color: auto 95%; background: $primary 65%; }
        & > .chart--on-inside-here { color: auto 95%; background: $primary; }
        & > .chart--on-above { color: auto 95%; background: $warning 65%; }
        & > .chart--on-above-here { color: auto 95%; background: $warning; }
    }
    """

    parts: reactive[tuple[Part, ...]] = reactive((), repaint=False)
    chosen: reactive[str] = reactive("", repaint=False)

    @property
    def stops(self) -> int:
        """The number of muscles."""
        return len(self.parts)

    def watch_parts(self) -> None:
        """Paint what stands otherwise now."""
        self._draw_anew()

    def watch_chosen(self) -> None:
        """Paint the muscle that was left, and the one that is chosen."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        before = self._cells() if self._kept else []
        self._kept = None
        self._repaint(before)

    def plot(self, width: int, height: int) -> BodyPlot:
        """Draw the body in the largest size that fits."""
        coloured = not self.app.no_color
        return BodyPlot(self.parts, width, height, self.chosen, coloured=coloured)
