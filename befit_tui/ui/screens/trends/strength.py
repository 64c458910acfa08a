"""The strength of a lift over time, and the verdict on it."""

from collections.abc import Iterator
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from befit_tui.analysis.cards.paying import Paying
from befit_tui.logbook import Logbook
from befit_tui.logbook.strength import Strength, level_words
from befit_tui.ui.screens.strength_series import series_of
from befit_tui.ui.screens.trends.lift_list import LiftList
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Series, Span

NO_LIFT = "No lift yet: log a set with its reps or its time."


class StrengthView(TrendView):
    """Lifts to choose from, and the line of the chosen one."""

    NAME = "strength"
    FRAME = "Strength"

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
        frame = self.query_one(".trends-frame")
        if frame.border_title != found.measure:  # it would paint the whole frame
            frame.border_title = found.measure
        chart.series = replace(
            series_of(found),
            spans=tuple(Span(*days) for days in now.trends.deloads()),
            first=now.span.first(now.today),
            last=now.today,
        )

    def deepening(self) -> Iterator[bool]:
        """Whether training this close to failure pays; every lift tells of it."""
        before = self._paying
        self._paying = self.logbook.alerts.paying(self.shown.today)
        yield self._paying != before

    def read(self) -> None:
        """The level of the lift on the day under the cursor."""
        words, index = "", self.chart.cursor
        if self._strength is not None and self._strength.points:
            words = level_words(self._strength, index)
        self.note.say(words)

    @on(LiftList.Highlighted)
    def _clicked(self) -> None:
        if self.lift != self._drawn_lift:
            self.post_message(self.Chosen())

    @property
    def _lifts(self) -> LiftList:
        return self.query_one(LiftList)
