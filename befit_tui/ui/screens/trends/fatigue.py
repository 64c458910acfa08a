"""Alerts, and load, readiness and performance on one time line."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.readiness import MOST
from befit_tui.analysis.volume import WEEK
from befit_tui.domain.history import History
from befit_tui.logbook import Logbook, noted_alerts
from befit_tui.logbook.lines import ALERT_SIGNS, Run
from befit_tui.logbook.trends.fatigue import (
    Fatigue,
    period_words,
    usual_readiness,
    week_words,
)
from befit_tui.logbook.trends.observations import Observation, observations
from befit_tui.logbook.trends.past_alerts import (
    MOST_WEEKS,
    alert_words,
    open_in_week,
)
from befit_tui.logbook.trends.periods import Period, periods_of
from befit_tui.logbook.trends.recovery import Recovery
from befit_tui.logbook.trends.recovery import sentence as recovery_sentence
from befit_tui.ui.screens.attempt import attempt
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.popup import Popup
from befit_tui.ui.screens.trends.trend_view import (
    NOTHING,
    TrendView,
    beside,
    framed,
)
from befit_tui.ui.widgets.body.muscles import RESTS, rest_bars
from befit_tui.ui.widgets.charts.hbars import HBars
from befit_tui.ui.widgets.charts.lanes import LaneChart
from befit_tui.ui.widgets.charts.lanes_plot import Lane, Lanes
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit
from befit_tui.ui.widgets.words import Words

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
    BESIDE = "Recovery by muscle"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._fatigue = Fatigue((), "")
        self._judged: History | None = None
        self._were_open: dict[date, tuple[Alert, ...]] = {}
        self._periods: tuple[Period, ...] = ()
        self._recovery: tuple[Recovery, ...] = ()

    def compose(self) -> ComposeResult:
        """The alerts beside the time line, or above it."""
        found = ObservationList()
        found.border_title = "Alerts and what else shows"
        found.border_subtitle = "j k choose · enter evidence"
        yield found
        with Vertical(classes="trends-frame"):
            yield from framed(chart=LaneChart(empty=NOTHING))
        muscles = HBars(empty=NOTHING)
        muscles.has_cursor = False
        yield beside(chart=muscles)

    @property
    def chart(self) -> LaneChart:
        """The time line."""
        return self.query_one(LaneChart)

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
            self.drawn = None
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
        if self.is_broad:
            bars = rest_bars(self._recovery)
            beside_it = self.query_one(HBars)
            beside_it.heads, beside_it.bars = RESTS, tuple(bars.values())
            said = recovery_sentence(self._recovery, now.today)
            self.query_one(".trends-beside-words", Words).say(said)

    def _lanes(self) -> Lanes:
        weeks = self._fatigue.weeks
        mondays = [week.monday for week in weeks]
        whole = sum(monday + WEEK <= self.shown.today for monday in mondays)
        periods = self._periods = periods_of(mondays, self.measured(), whole)
        hard = [float(week.hard) for week in weeks]
        readiness = [week.readiness for week in weeks]
        performance = [week.performance for week in weeks]
        lanes = (
            Lane("hard sets a week", "sets", tuple(one.mean(hard) for one in periods)),
            Lane(
                f"readiness, {MOST} is best",
                "readiness",
                tuple(one.known(readiness) for one in periods),
                "{:.1f}",
                usual=usual_readiness(weeks),
                least=4,
            ),
            Lane(
                "lifts against 4 weeks ago",
                "lifts",
                tuple(one.known(performance) for one in periods),
                "{:+.1%}",
                "{:+.0%}",
                usual=0.0,
                least=0.05,
            ),
        )
        return Lanes(
            tuple(one.first for one in periods),
            tuple(lane for lane in lanes if lane.is_known),
            tuple(one.is_week and weeks[one.places.start].deload for one in periods),
            tuple(self._signs()),
            "open",
            tuple(self._words()),
            ()
            if all(one.is_week for one in periods)
            else tuple(one.words for one in periods),
            7 * max((len(one.places) for one in periods), default=1),
        )

    def deepening(self) -> Iterator[bool]:
        """What was open in each of the weeks, also what has closed since."""
        log, now = self.logbook, self.shown
        if log.history is not self._judged:
            self._judged, self._were_open = log.history, {}
            resting = log.alerts.resting(now.today)
            self._recovery = now.trends.recovery(*resting, log.clock())
            yield self.is_broad
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
        """The gravest of the warnings and stops that were open in each period."""
        for period in self._periods:
            alerts = self._open_in(period)
            yield ALERT_SIGNS[alerts[0].severity][0] if alerts else ""

    def _words(self) -> Iterator[str]:
        for period in self._periods:
            said = alert_words(self._open_in(period))
            weeks = [self._fatigue.weeks[place] for place in period.places]
            known = week_words(weeks[0]) if period.is_week else period_words(weeks)
            yield f"{known}{said and f'  {said}'}"

    def _open_in(self, period: Period) -> tuple[Alert, ...]:
        """What was open in the worst of its weeks."""
        weeks = [self._fatigue.weeks[place].monday for place in period.places]
        found = (self._were_open.get(monday, ()) for monday in weeks)
        return max(found, key=_gravity, default=())

    @on(ObservationList.Highlighted)
    def _tell(self) -> None:
        row = self._list.row
        self.note.say("No alert is open." if row is None else row.words or row.title)

    @property
    def _list(self) -> ObservationList:
        return self.query_one(ObservationList)


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
