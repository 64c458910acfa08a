"""The strength of a lift over time, and the verdict on it."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from befit_tui.analysis.cards.paying import Paying
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import replace
from befit_tui.logbook import Logbook
from befit_tui.logbook.strength import Strength, level_words
from befit_tui.logbook.trends.moved import Moved
from befit_tui.logbook.trends.strength import Lift
from befit_tui.ui.screens.strength_series import series_of
from befit_tui.ui.screens.trends.lift_list import LiftList
from befit_tui.ui.screens.trends.trend_view import (
    NOTHING,
    TALL,
    TrendView,
    beside,
    framed,
)
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Point, Series, Span
from befit_tui.ui.widgets.words import Words

NO_LIFT = "No lift yet: log a set with its reps or its time."


EVERY = Lift(Exercise(id="", name="Every workout"), 0)
"""Stands before the lifts where kilograms times reps are shown."""
MOVED = 1
"""The page of kilograms times reps."""
MOVED_TITLE = "Load × reps a session"


class StrengthView(TrendView):
    """Lifts to choose from, and the line of the chosen one."""

    NAME = "strength"
    FRAME = "Strength"
    BESIDE = MOVED_TITLE
    PAGES = ("strength", "load × reps")

    class Chosen(Message):
        """Another lift was chosen."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._strength: Strength | None = None
        self._moved: Moved | None = None
        self._drawn_lift = ""
        self._was_chosen = False
        self._paying: Paying | None = None

    def compose(self) -> ComposeResult:
        """The lifts beside the chart, or above it."""
        lifts = LiftList()
        lifts.border_title, lifts.border_subtitle = "Lifts", "j k choose"
        yield lifts
        with Vertical(classes="trends-frame"):
            yield from framed(chart=LineChart(empty=NOTHING))
        yield beside(chart=LineChart(empty=NOTHING))

    @property
    def lift(self) -> str:
        """The id of the chosen lift."""
        return self._lifts.row.id if self._lifts.row else ""

    @property
    def is_stale(self) -> bool:
        """Whether another lift is chosen than the chart shows."""
        return self.lift != self._drawn_lift

    @property
    def chart(self) -> LineChart:
        """The chart of the chosen lift."""
        return self.query(LineChart).first()

    @property
    def choices(self) -> int:
        """The number of lifts."""
        return len(self._lifts.rows)

    def choose(self, step: int) -> None:
        """Another lift."""
        self._was_chosen = True
        with self.prevent(LiftList.Highlighted):
            self._lifts.action_move(step)

    def draw(self) -> None:
        """The lifts, and the chosen one."""
        now = self.shown
        lifts = now.trends.lifts(every=EVERY if self.page == MOVED else None)
        if self._lifts.rows is not lifts:
            with self.prevent(LiftList.Highlighted):
                self._lifts.update_rows(lifts)
        if not self._was_chosen:
            self._open_on_data(lifts)
        self._strength, self._moved, self._drawn_lift = None, None, self.lift
        row = self._lifts.row
        if row is None:
            self.words.say(NO_LIFT)
            self.chart.series = Series()
        elif self.page == MOVED:
            self.name_frame(MOVED_TITLE)
            self._draw_moved(row, self.chart, self.words)
        else:
            self.name_frame(self._draw_strength(row, self.chart, self.words))
        if self.is_broad and row is not None:
            self._draw_beside(row)

    def _draw_beside(self, row: Lift) -> None:
        """What the other page shows of the lift."""
        frame = self.query_one(".trends-beside")
        words = self.query_one(".trends-beside-words", Words)
        chart = self.query(LineChart).last()
        if self.page != MOVED:
            frame.border_title = MOVED_TITLE
            self._draw_moved(row, chart, words)
        elif row.id:
            frame.border_title = self._draw_strength(row, chart, words)
        else:
            frame.border_title = self.FRAME
            words.say("j chooses a lift, and its strength stands here.")
            chart.series = Series()

    def _open_on_data(self, lifts: Sequence[Lift]) -> None:
        """Until the lifter chooses a lift, stand on the first that has data to show."""
        now = self.shown
        first = now.span.first(now.today) or date.min
        found = (one.id for one in lifts if one.id and now.trends.last(one.id) >= first)
        with self.prevent(LiftList.Highlighted):
            self._lifts.go_to(next(found, ""))

    def _draw_strength(self, row: Lift, chart: LineChart, words: Words) -> str:
        """The line, its band, records, deloads; says what it is measured in."""
        now = self.shown
        found = now.trends.strength(
            row.exercise, now.span, now.today, self.logbook.unit
        )
        # A sentence that comes later has all below it painted again.
        self._paying = self._paying or self.logbook.alerts.known_paying(now.today)
        paying = self._paying.sentence if self._paying is not None else ""
        said = (paying, found.sentence)
        if self.app.size.height < TALL:  # what has no room is left out at the end
            said = (found.sentence, paying)
        words.say(*said, now.trends.ahead(now.today))
        self._strength = found
        chart.series = self._dated(series_of(found), row)
        return found.measure

    def _draw_moved(self, row: Lift, chart: LineChart, words: Words) -> None:
        """Kilograms times reps of a lift, or of every workout."""
        now = self.shown
        exercise = row.exercise if row.id else None
        found = now.trends.moved(exercise, now.span, now.today, self.logbook.unit)
        words.say(found.sentence)
        self._moved = found
        points = tuple(Point(one.day, one.value) for one in found.points)
        series = Series(points, str(found.unit), stems=exercise is None)
        chart.series = self._dated(series, row)

    def _dated(self, series: Series, row: Lift) -> Series:
        now = self.shown
        first = now.span.first(now.today)
        return replace(
            series,
            spans=tuple(Span(*days) for days in now.trends.deloads()),
            first=first,
            last=now.today,
            earlier=first is not None and now.trends.began(row.id) < first,
        )

    def deepening(self) -> Iterator[bool]:
        """Whether training this close to failure pays; every lift tells of it."""
        before = self._paying
        self._paying = self.logbook.alerts.paying(self.shown.today)
        yield self._paying != before
        yield from self._read_ahead()

    def _read_ahead(self) -> Iterator[bool]:
        """The lifts that the next key may choose, so that it need not wait."""
        now = self.shown
        lifts = now.trends.lifts()
        here = next((n for n, one in enumerate(lifts) if one.id == self.lift), 0)
        for place in (here + 1, here - 1):
            if 0 <= place < len(lifts):
                exercise = lifts[place].exercise
                now.trends.strength(exercise, now.span, now.today, self.logbook.unit)
                yield False

    def read(self) -> None:
        """What the day under the cursor was like."""
        words, index = "", self.chart.cursor
        if self.page == MOVED and self._moved and self._moved.points:
            words = self._moved.points[index].name
        elif self._strength is not None and self._strength.points:
            words = level_words(self._strength, index)
        self.note.say(words)

    @on(LiftList.Highlighted)
    def _clicked(self) -> None:
        if self.is_stale:
            self._was_chosen = True
            self.post_message(self.Chosen())

    @property
    def _lifts(self) -> LiftList:
        return self.query_one(LiftList)
