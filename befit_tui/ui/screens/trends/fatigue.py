"""The fatigue view: alerts, and load, readiness, performance on one time line."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.readiness import MOST
from befit_tui.analysis.volume import HARD_LEFT
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.logbook import open_alerts
from befit_tui.logbook.lines import ALERT_SIGNS, Line, Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.trends.alert_list import (
    MOST_WEEKS,
    Observation,
    alert_words,
    observations,
    open_in_week,
)
from befit_tui.logbook.trends.fatigue import Fatigue
from befit_tui.logbook.trends.periods import Period
from befit_tui.logbook.trends.recovery import Recovery
from befit_tui.logbook.trends.recovery import sentence as recovery_sentence
from befit_tui.ui.screens.dialog import Popup, attempt
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.body.muscles import RESTS, rest_bars
from befit_tui.ui.widgets.card_panel import content
from befit_tui.ui.widgets.charts.bars import Bars, HBars
from befit_tui.ui.widgets.charts.lanes import Lane, LaneChart, Lanes
from befit_tui.ui.widgets.containers import Column
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.sentences import Sentences
from befit_tui.ui.widgets.text import clean, fit

ROLES = dict(ALERT_SIGNS.values())
"""Of alerts, by their sign."""


class ObservationList(LineList[Observation], can_focus=False):
    """Alerts and cards; the keys stay with the time line."""

    def __init__(self) -> None:
        super().__init__(_line, id="observations")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of rows: what is chosen has the rest of the room."""
        return len(self.rows)


class Standings(LinePanel):
    """Where the lifts are going, as many as have room."""

    _lines: tuple[Line, ...] = ()

    def __init__(self) -> None:
        super().__init__(id="standings")

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lifts."""
        if lines != self._lines:
            self._lines = lines
            self.refresh(layout=True)
            self.redraw()

    def draw(self) -> Iterator[Content]:
        """A line for each; how many more there are where they have no room."""
        room, every = self.size.height, len(self._lines)
        shown = every if every <= room else room - 1
        yield from map(content, self._lines[:shown])
        if shown < every:
            yield Content.styled(f"and {every - shown} more", "$foreground 60%")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row for each."""
        return len(self._lines)


class FatigueView(TrendView):
    """What is open, and the weeks that it came from."""

    NAME = "fatigue"
    FRAME = f"Hard sets (up to {HARD_LEFT} left) by week"
    CHART = LaneChart
    BESIDE = "Recovery by muscle"
    SECOND = HBars

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._list = ObservationList()
        self._about = Sentences(id="observation")
        self._standings = Standings()
        self._fatigue = Fatigue((), (), "")
        self._judged: History | None = None
        self._were_open: dict[date, tuple[Alert, ...]] = {}
        self._recovery: tuple[Recovery, ...] = ()

    def compose(self) -> ComposeResult:
        """The alerts beside the time line, or above it."""
        self._list.border_title = "Alerts and what else shows"
        self._list.border_subtitle = "j k choose · enter evidence"
        self._standings.border_title = "Lifts of the last 4 weeks"
        yield Column(self._list, self._about, self._standings, id="fatigue-left")
        yield from super().compose()

    def on_resize(self) -> None:
        """Say what is chosen where there is room for it."""
        super().on_resize()
        self._tell()

    @property
    def choices(self) -> int:
        """The number of alerts and cards."""
        return len(self._list.rows)

    def choose(self, step: int) -> None:
        """Another alert."""
        self._list.action_move(step)

    @property
    def to_open(self) -> Observation | None:
        """The chosen alert or card."""
        return self._list.row

    @property
    def to_note(self) -> Alert | None:
        """The chosen alert, if it is not noted yet."""
        row = self._list.row
        return None if row is None or row.quiet else row.alert

    def open(self) -> None:
        """The evidence of the chosen alert."""
        if (row := self.to_open) is not None:
            page, whole = (
                [Content(clean(line)) for line in lines]
                for lines in (row.page, row.whole)
            )
            self.app.push_screen(Popup(clean(row.title), page, whole))

    def keep_quiet(self) -> None:
        """Note the chosen alert: it stays silent until it is worse."""
        if (alert := self.to_note) is None:
            return
        if attempt(self.app, lambda: open_alerts.note(self.logbook, alert)):
            self.notify("noted: silent until it is worse · u to undo", timeout=4)
            self.drawn = None
            self.draw()
            self.post_message(LogWritten())

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that the chosen alert is about."""
        row = self._list.row
        subject = row.alert.subject if row is not None and row.alert else None
        if subject is None or subject.kind != "exercise":
            return None
        return self.logbook.catalog.get(subject.id)

    def draw(self) -> None:
        """The alerts and the time line."""
        now = self.shown
        self._fatigue = now.trends.fatigue(now.window)
        cards = now.trends.cards(now.window.today)
        before = self.choices
        self._list.rows = observations(self.logbook, cards)
        if self.choices != before:
            self._list.refresh(layout=True)
        self.set_class(not self._list.rows, "-alone")
        self._standings.show(now.trends.standings(now.window.today))
        self.say(self._fatigue.sentence)
        self.chart.data = self._lanes()
        self._tell()
        if self.is_broad:
            bars = tuple(rest_bars(self._recovery).values())
            self.second.data = Bars(bars, RESTS, has_cursor=False)
            self.second_words.say(recovery_sentence(self._recovery))

    def _lanes(self) -> Lanes:
        found, weeks = self._fatigue, self._fatigue.weeks
        periods = self.periods([week.first for week in weeks])
        opened = [self._open_in(period) for period in periods]
        hard = [week.hard for week in weeks]
        readiness = [week.readiness for week in weeks]
        lanes = (
            Lane("hard sets a week", "sets", tuple(one.mean(hard) for one in periods)),
            Lane(
                f"readiness, {MOST} is best",
                "readiness",
                tuple(one.known(readiness) for one in periods),
                "{:.1f}",
                usual=found.usual_readiness,
                least=4,
            ),
            Lane(
                "lifts against 4 weeks ago",
                "lifts",
                tuple(one.known(found.performance) for one in periods),
                "{:+.1%}",
                "{:+.0%}",
                usual=0.0,
                least=0.05,
            ),
        )
        return Lanes(
            periods,
            tuple(lane for lane in lanes if lane.is_known),
            tuple(one.is_week and weeks[one.places.start].deload for one in periods),
            tuple(
                ALERT_SIGNS[alerts[0].severity][0] if alerts else ""
                for alerts in opened
            ),
            tuple(
                f"{found.words(period)}  {alert_words(alerts)}".rstrip()
                for period, alerts in zip(periods, opened, strict=True)
            ),
        )

    def deepening(self) -> Iterator[bool]:
        """What was open in each of the weeks, also what has closed since."""
        log, now = self.logbook, self.shown
        if log.history is not self._judged:
            self._judged, self._were_open = log.history, {}
            self._recovery = now.trends.recovery(log.clock())
            yield self.is_broad
        missing = [
            week.first
            for week in self._fatigue.weeks[-MOST_WEEKS:]
            if week.first not in self._were_open
        ]
        for first in reversed(missing):
            self._were_open[first] = open_in_week(log, first)
            yield False
        yield bool(missing)

    def _open_in(self, period: Period) -> tuple[Alert, ...]:
        """What was open in the worst of its weeks, the gravest first."""
        weeks = [self._fatigue.weeks[place].first for place in period.places]
        found = (self._were_open.get(first, ()) for first in weeks)
        return max(found, key=_gravity, default=())

    @on(ObservationList.Highlighted)
    def _tell(self) -> None:
        row = self._list.row
        if row is None:
            self.note.say("No alert is open.")
        elif self._about.display:
            self._about.say(*(line or " " for line in row.page))
            self.note.say()
        else:
            self.note.say(row.words or row.title)


def _gravity(alerts: tuple[Alert, ...]) -> int:
    """How grave the gravest is: warnings and stops come before nothing."""
    return list(Severity).index(alerts[0].severity) + 1 if alerts else 0


def _line(row: Observation, width: int, selected: bool) -> Iterator[Run]:
    yield f"{row.sign} ", "dim" if row.quiet else ROLES.get(row.sign) or "dim"
    tail = " noted" if row.quiet else ""
    title = fit(clean(row.title), max(width - 2 - len(tail), 1))
    yield title, "strong" if selected else "dim" if row.quiet else ""
    if tail:
        yield tail.rjust(max(width - 2 - cell_len(title), 0)), "dim"
