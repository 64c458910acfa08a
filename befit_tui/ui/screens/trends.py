"""What the training comes to: strength of a lift, and effort week by week."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.history import History
from befit_tui.logbook import Logbook
from befit_tui.logbook.past_trends import RANGES, Lift, Strength, Trends, set_behind
from befit_tui.ui.keys import TRENDS_KEYS
from befit_tui.ui.screens.pane import LogChanged, Pane
from befit_tui.ui.screens.trends_charts import series_of, weeks_of
from befit_tui.ui.screens.trends_lifts import LiftList
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Series
from befit_tui.ui.widgets.charts.stacked import StackedBars

VIEWS = ("strength", "effort")
AT_START = 1
"""The range shown first: 12 weeks, a block of training and its deload."""


class TrendsPane(Pane):
    """Two views over one range of time. The keys are the chart's and the pane's."""

    BINDING_GROUP_TITLE = "Trends"
    BINDINGS: ClassVar[list[BindingType]] = [*TRENDS_KEYS]

    def __init__(self, logbook: Logbook, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-strength")
        self._logbook = logbook
        self._trends = Trends(History(), logbook.catalog)
        self._view = "strength"
        self._range = AT_START
        self._strength: Strength | None = None

    def compose(self) -> ComposeResult:
        """Views and ranges above the chart of the chosen view, said in words."""
        yield Static(id="trends-tabs")
        with Horizontal(id="trends-strength"):
            yield LiftList(id="lifts")
            with Vertical(id="strength"):
                yield Static(id="strength-words", classes="trends-words")
                yield LineChart(empty="Nothing to draw here.", id="strength-chart")
                yield Static(id="strength-note", classes="trends-note")
        with Vertical(id="trends-effort"), Vertical(id="effort"):
            yield Static(id="effort-words", classes="trends-words")
            yield StackedBars(empty="Nothing to draw here.", id="effort-chart")
            yield Static(id="effort-note", classes="trends-note")

    def on_mount(self) -> None:
        """Name the frames."""
        self.query_one("#lifts").border_title = "Lifts"
        self.query_one("#lifts").border_subtitle = "j k choose"
        for view, title in (
            ("strength", "Estimated 1RM"),
            ("effort", "Sets by reps left"),
        ):
            frame = self.query_one(f"#{view}")
            frame.border_title = title
            frame.border_subtitle = "← → home end read a date"

    def on_log_changed(self, _: LogChanged) -> None:
        """Draw the log if it can be seen; the mode bar asks again when it is shown."""
        if not self.display:
            return
        history = self._logbook.history
        if self._trends.history is not history:
            self._trends = Trends(history, self._logbook.catalog)
            self._lifts.rows = self._trends.lifts()
        self._show()

    def take_keys(self) -> None:
        """Give the keys to the chart that is shown."""
        self.query_one(f"#{self._view}-chart").focus()

    # -- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if action == "lift":
            return self._view == "strength" and len(self._lifts.rows) > 1
        if action == "range":
            step = parameters[0]
            return isinstance(step, int) and 0 <= self._range + step < len(RANGES)
        return not (action == "view" and parameters[0] == self._view)

    def action_view(self, view: str) -> None:
        """Show a view."""
        self._view = view
        for name in VIEWS:
            self.set_class(name == view, f"-{name}")
        self._show()
        self.take_keys()

    def action_next_view(self) -> None:
        """Show the other view."""
        self.action_view(VIEWS[VIEWS.index(self._view) - 1])

    def action_lift(self, step: int) -> None:
        """Choose another lift."""
        self._lifts.action_move(step)

    def action_range(self, step: int) -> None:
        """Look back less (-1) or further (1)."""
        self._range += step
        self._show()

    # -- drawing

    @on(LiftList.Highlighted)
    def _chosen(self) -> None:
        if self._view == "strength":
            self._show()

    @on(Chart.CursorMoved, "#strength-chart")
    def _read(self, event: Chart.CursorMoved) -> None:
        self._note(event.index)

    def _show(self) -> None:
        self.query_one("#trends-tabs", Static).update(self._tabs())
        if self._view == "strength":
            self._show_strength()
        else:
            self._show_effort()
        self.refresh_bindings()

    def _tabs(self) -> Content:
        """The views and the ranges, the chosen ones marked."""
        parts = [_mark(view.capitalize(), view == self._view) for view in VIEWS]
        parts.append(Content("   "))
        chosen = RANGES[self._range]
        parts += [_mark(span.words, span is chosen) for span in RANGES]
        return Content(" ").join(parts)

    def _show_strength(self) -> None:
        span, today = RANGES[self._range], self._logbook.clock().date()
        lift = self._lifts.row
        chart = self.query_one(LineChart)
        words = self.query_one("#strength-words", Static)
        self._strength = None
        if not isinstance(lift, Lift):
            words.update("No lift with a 1RM yet: log a set with a load, and its reps.")
            chart.series = Series()
            self._note(0)
            return
        unit = self._logbook.unit
        found = self._trends.strength(lift.exercise, span, today, unit)
        words.update(Content(found.sentence))
        self._strength = found
        chart.series = series_of(found, unit, span.first(today), today)
        self._note(chart.cursor)

    def _note(self, index: int) -> None:
        """What the estimate under the cursor was read from."""
        words = ""
        if self._strength is not None and self._strength.points:
            point = self._strength.points[index]
            words = set_behind(point, self._logbook.unit)
        self.query_one("#strength-note", Static).update(Content(words))

    def _show_effort(self) -> None:
        span, today = RANGES[self._range], self._logbook.clock().date()
        found = self._trends.effort(span, today)
        chart = self.query_one(StackedBars)
        chart.weeks = weeks_of(found)
        self.query_one("#effort-words", Static).update(Content(found.sentence))
        self.query_one("#effort-note", Static).update(Content(found.failures))

    @property
    def _lifts(self) -> LiftList:
        return self.query_one(LiftList)


def _mark(word: str, chosen: bool) -> Content:
    if chosen:
        return Content.styled(f"[{word}]", "bold $text-primary")
    return Content.styled(f" {word} ", "$foreground 60%")
