"""The estimated 1RM of a lift over time."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from befit_tui.analysis.cards.paying import Paying
from befit_tui.domain.load import Unit, from_kg
from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.strength import Strength, set_behind
from befit_tui.ui.screens.trends.lift_list import LiftList
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Point, Series, Span

NO_LIFT = "No lift with a 1RM yet: log a set with a load, and its reps."


class StrengthView(TrendView):
    """Lifts to choose from, and the line of the chosen one."""

    NAME = "strength"
    FRAME = "Estimated 1RM"

    class Chosen(Message):
        """Another lift was chosen."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._strength: Strength | None = None
        self._drawn_lift = ""
        self._paying: Paying | None = None

    def compose(self) -> ComposeResult:
        """The lifts beside the chart, or above it."""
        lifts = LiftList()
        lifts.border_title, lifts.border_subtitle = "Lifts", "j k choose"
        yield lifts
        with Vertical(classes="trends-frame"):
            yield from framed(chart=LineChart(empty=NOTHING))

    @property
    def lift(self) -> str:
        """The id of the chosen lift."""
        return self._lifts.row.id if self._lifts.row else ""

    @property
    def drawn_lift(self) -> str:
        """The id of the lift that the chart shows."""
        return self._drawn_lift

    @property
    def choices(self) -> int:
        """The number of lifts."""
        return len(self._lifts.rows)

    def choose(self, step: int) -> None:
        """Another lift."""
        with self.prevent(LiftList.Highlighted):
            self._lifts.action_move(step)

    def draw(self) -> None:
        """The line, its band, records, deloads."""
        now, chart = self.shown, self.query_one(LineChart)
        lifts = now.trends.lifts()
        if self._lifts.rows is not lifts:
            with self.prevent(LiftList.Highlighted):
                self._lifts.update_rows(lifts)
        self._strength, self._drawn_lift = None, self.lift
        row = self._lifts.row
        if row is None:
            self.words.say(NO_LIFT)
            chart.series = Series()
            return
        unit = self.logbook.unit
        found = now.trends.strength(row.exercise, now.span, now.today, unit)
        paying = self._paying.sentence if self._paying is not None else ""
        self.words.say(paying, found.sentence, now.trends.ahead(now.today))
        self._strength = found
        chart.series = replace(
            series_of(found, unit),
            spans=tuple(Span(*days) for days in now.trends.deloads()),
            first=now.span.first(now.today),
            last=now.today,
        )

    def deepen(self) -> bool:
        """Whether training this close to failure pays; every lift tells of it."""
        before = self._paying
        self._paying = self.logbook.alerts.paying(self.shown.today)
        return self._paying != before

    def read(self) -> None:
        """The set that the estimate under the cursor was read from."""
        words, index = "", self.chart.cursor
        if self._strength is not None and self._strength.points:
            words = set_behind(self._strength.points[index], self.logbook.unit)
        self.note.say(words)

    @on(LiftList.Highlighted)
    def _clicked(self) -> None:
        if self.lift != self._drawn_lift:
            self.post_message(self.Chosen())

    @property
    def _lifts(self) -> LiftList:
        return self.query_one(LiftList)


def series_of(found: Strength, unit: Unit) -> Series:
    """The strength of a lift in ``unit``."""
    points = tuple(
        Point(
            point.at,
            from_kg(point.kg, unit),
            record=point.is_record,
            band=band and (from_kg(band[0], unit), from_kg(band[1], unit)),
        )
        for point, band in zip(found.points, found.bands, strict=True)
    )
    return Series(points, str(unit))
