"""Alerts, and load, readiness and performance on one time line."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.readiness import MOST
from befit_tui.domain.history import History
from befit_tui.logbook import Logbook, noted_alerts
from befit_tui.logbook.lines import ALERT_SIGNS, Run
from befit_tui.logbook.trends.fatigue import Fatigue, usual_readiness, week_words
from befit_tui.logbook.trends.observations import Observation, observations
from befit_tui.logbook.trends.past_alerts import (
    MOST_WEEKS,
    alert_words,
    open_in_week,
)
from befit_tui.ui.screens.attempt import attempt
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.popup import Popup
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.charts.lanes import LaneChart
from befit_tui.ui.widgets.charts.lanes_plot import Lane, Lanes
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

ROLES = dict(ALERT_SIGNS.values())
"""Of alerts, by their sign."""


class ObservationList(LineList[Observation], can_focus=False):
    """Alerts and cards; the keys stay with the time line."""

    def __init__(self) -> None:
        super().__init__(_line, id="observations")


class FatigueView(TrendView):
    """What is open, and the weeks that it came from."""

    NAME = "fatigue"
    FRAME = "Load, readiness, performance"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._fatigue = Fatigue((), "")
        self._judged: History | None = None
        self._were_open: dict[date, tuple[Alert, ...]] = {}

    def compose(self) -> ComposeResult:
        """The alerts beside the time line, or above it."""
        found = ObservationList()
        found.border_title = "Alerts and what else shows"
        found.border_subtitle = "j k choose · enter evidence"
        yield found
        with Vertical(classes="trends-frame"):
            yield from framed(chart=LaneChart(empty=NOTHING))

    @property
    def choices(self) -> int:
        """The number of alerts and cards."""
        return len(self._list.rows)

    def choose(self, step: int) -> None:
        """Another alert."""
        self._list.action_move(step)

    @property
    def can_open(self) -> bool:
        """Whether there is an alert or a card."""
        return self._list.row is not None

    @property
    def can_note(self) -> bool:
        """Whether an alert is chosen that is not noted yet."""
        row = self._list.row
        return row is not None and row.alert is not None and not row.quiet

    def open(self) -> None:
        """The evidence of the chosen alert."""
        row = self._list.row
        if row is not None:
            page, whole = (
                [Content(clean(line)) for line in lines]
                for lines in (row.page, row.whole)
            )
            self.app.push_screen(Popup(clean(row.title), page, whole))

    def keep_quiet(self) -> None:
        """Note the chosen alert: it stays silent until it is worse."""
        row = self._list.row
        if row is None or (alert := row.alert) is None:
            return
        if attempt(self.app, lambda: noted_alerts.note(self.logbook, alert)):
            self.notify("noted: silent until it is worse · u to undo", timeout=4)
            self.draw()
            self.post_message(LogWritten())

    def draw(self) -> None:
        """The alerts and the time line."""
        now = self.shown
        self._fatigue = now.trends.fatigue(now.span, now.today)
        cards = now.trends.cards(now.today)
        self._list.rows = observations(self.logbook, cards)
        self.words.say(self._fatigue.sentence, now.trends.ahead(now.today))
        self.query_one(LaneChart).lanes = self._lanes()
        self._tell()

    def _lanes(self) -> Lanes:
        weeks = self._fatigue.weeks
        lanes = (
            Lane("hard sets", "sets", tuple(float(week.hard) for week in weeks)),
            Lane(
                f"readiness, {MOST} is best",
                "readiness",
                tuple(week.readiness for week in weeks),
                "{:.1f}",
                usual=usual_readiness(weeks),
                least=4,
            ),
            Lane(
                "lifts against 4 weeks ago",
                "lifts",
                tuple(week.performance for week in weeks),
                "{:+.1%}",
                "{:+.0%}",
                usual=0.0,
                least=0.05,
            ),
        )
        return Lanes(
            tuple(week.monday for week in weeks),
            tuple(lane for lane in lanes if lane.is_known),
            tuple(week.deload for week in weeks),
            tuple(self._signs()),
            "open",
            tuple(self._words()),
        )

    def deepening(self) -> Iterator[bool]:
        """What was open in each of the weeks, also what has closed since."""
        history = self.logbook.history
        if history is not self._judged:
            self._judged, self._were_open = history, {}
        missing = [
            week.monday
            for week in self._fatigue.weeks[-MOST_WEEKS:]
            if week.monday not in self._were_open
        ]
        for monday in reversed(missing):
            self._were_open[monday] = open_in_week(self.logbook, monday)
            yield False
        yield bool(missing)

    def _signs(self) -> Iterator[str]:
        """The gravest of the warnings and stops that were open in each week."""
        for week in self._fatigue.weeks:
            alerts = self._were_open.get(week.monday)
            yield ALERT_SIGNS[alerts[0].severity][0] if alerts else ""

    def _words(self) -> Iterator[str]:
        for week in self._fatigue.weeks:
            said = alert_words(self._were_open.get(week.monday, ()))
            yield f"{week_words(week)}{said and f'  {said}'}"

    @on(ObservationList.Highlighted)
    def _tell(self) -> None:
        row = self._list.row
        self.note.say("No alert is open." if row is None else row.words or row.title)

    @property
    def _list(self) -> ObservationList:
        return self.query_one(ObservationList)


def _line(row: Observation, width: int, selected: bool) -> Iterator[Run]:
    yield f"{row.sign} ", "dim" if row.quiet else ROLES.get(row.sign) or "dim"
    tail = " noted" if row.quiet else ""
    title = fit(clean(row.title), max(width - 2 - len(tail), 1))
    yield title, "strong" if selected else "dim" if row.quiet else ""
    if tail:
        yield tail.rjust(max(width - 2 - cell_len(title), 0)), "dim"
