"""The sets of a week on a body, with the list of the muscles beside it."""

from collections.abc import Mapping

from textual.app import ComposeResult

from befit_tui.logbook.trends.volume import Band
from befit_tui.ui.widgets.blank import Row
from befit_tui.ui.widgets.body.body_map import BodyMap, Muscles
from befit_tui.ui.widgets.body.muscles import WEEK, set_bars, set_parts
from befit_tui.ui.widgets.charts.bars import Bars, HBars
from befit_tui.ui.widgets.charts.raster import GlyphSet

_NOTHING = "No hard set of any muscle."


class MuscleMap(Row):
    """A body and the muscles as bars; nothing in it is chosen.

    Where there is no room for a body, and with ASCII charts, the list is all.
    """

    DEFAULT_CSS = """
    MuscleMap { height: 27; margin-top: 1; }
    MuscleMap BodyMap { width: 63; height: 1fr; padding-right: 2; }
    MuscleMap HBars { width: 1fr; height: 1fr; }
    MuscleMap.-small { height: 21; }
    MuscleMap.-small BodyMap { width: 42; padding-right: 1; }
    MuscleMap.-bodiless BodyMap { display: none; }
    """
    LARGE, SMALL = 100, 72
    """Columns from which the body is drawn large, or at all."""

    def __init__(self, sets: Mapping[str, float], band: Band) -> None:
        super().__init__()
        self._sets = sets
        self._band = band

    def compose(self) -> ComposeResult:
        """The body and the list."""
        body, muscles = BodyMap(empty=_NOTHING), HBars(empty=_NOTHING)
        body.data = Muscles(set_parts(self._sets, self._band))
        bars = tuple(set_bars(self._sets, self._band, ()).values())
        muscles.data = Bars(bars, WEEK, has_cursor=False)
        yield body
        yield muscles

    def on_resize(self) -> None:
        """As much of a body as there is room for."""
        ascii_only = self.query_one(BodyMap).glyph_set is GlyphSet.ASCII
        self.set_class(self.size.width < self.LARGE, "-small")
        self.set_class(ascii_only or self.size.width < self.SMALL, "-bodiless")
