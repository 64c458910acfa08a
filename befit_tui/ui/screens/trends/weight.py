"""Body weight and its trend."""

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.domain.load import from_kg
from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.weight import Weight, point_words
from befit_tui.ui.screens.trends.trend_view import (
    NOTHING,
    TrendView,
    beside,
    framed,
)
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Point, Series
from befit_tui.ui.widgets.words import Words

LEAST_KG = 3.0
"""What the axis spans at least: from one day to the next it is water."""


class WeightView(TrendView):
    """The trend as a line among the weigh-ins; beside it what was moved meanwhile."""

    NAME = "weight"
    FRAME = "Trend of the body weight"
    BESIDE = "Load × reps of every workout"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._weight: Weight | None = None

    def compose(self) -> ComposeResult:
        """The weight; on a wide screen the work beside it."""
        with Vertical(classes="trends-frame"):
            yield from framed(chart=LineChart(empty=NOTHING))
        yield beside(chart=LineChart(empty=NOTHING))

    def draw(self) -> None:
        """The weigh-ins of the range and their trend."""
        now, unit = self.shown, self.logbook.unit
        found = self._weight = now.trends.weight(now.span, now.today, unit)
        self.words.say(found.sentence, now.trends.ahead(now.today))
        first = now.span.first(now.today)
        self.query(LineChart).first().series = Series(
            tuple(
                Point(one.day, one.trend, measured=one.value) for one in found.points
            ),
            str(found.unit),
            first=first,
            last=now.today,
            least=from_kg(LEAST_KG, found.unit),
        )
        if self.is_broad:
            moved = now.trends.moved(None, now.span, now.today, unit)
            self.query_one(".trends-beside-words", Words).say(moved.sentence)
            self.query(LineChart).last().series = Series(
                tuple(Point(one.day, one.value) for one in moved.points),
                str(moved.unit),
                first=first,
                last=now.today,
                stems=True,
            )

    def read(self) -> None:
        """The weigh-in under the cursor."""
        found = self._weight
        known = found is not None and found.points
        words = point_words(found, self.chart.cursor) if found and known else ""
        self.note.say(words)
