"""Hard sets by muscle against the band that the lifter aims at."""

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.volume import Volume, name_of, sentence, summary
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.charts.bars_plot import Bar
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.hbars import HBars
from befit_tui.ui.widgets.charts.stacked import StackedBars
from befit_tui.ui.widgets.charts.weeks import Category, Week, Weeks

PARTS = (
    Category("drives the lift", "D", "█"),
    Category("helps, counts half", "H", "░"),
)


class VolumeView(TrendView):
    """The weeks of one muscle, and every muscle in the week under the cursor."""

    DEFAULT_CSS = """
    VolumeView StackedBars {
        & > .chart--part-1 { color: $primary; }
        & > .chart--part-2 { color: $primary 50%; }
    }
    """

    NAME = "volume"
    FRAME = "Hard sets a week"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._volume: Volume | None = None

    def compose(self) -> ComposeResult:
        """The muscles beside the weeks, or below them."""
        muscles = HBars(empty="No hard set of any muscle.")
        muscles.border_title, muscles.border_subtitle = "Muscles", "j k choose"
        with Vertical(classes="trends-frame"):
            yield from framed(chart=StackedBars(empty=NOTHING))
        yield muscles

    @property
    def chart(self) -> Chart:
        """The weeks."""
        return self.query_one(StackedBars)

    @property
    def choices(self) -> int:
        """The number of muscles."""
        return self._muscles.stops

    def choose(self, step: int) -> None:
        """Another muscle."""
        self._muscles.cursor += step
        self._draw_weeks()

    def draw(self) -> None:
        """The weeks of the muscle, and the muscles of a week."""
        now = self.shown
        self._volume = now.trends.volume(now.span, now.today)
        every = (week.sets for weeks in self._volume.muscles.values() for week in weeks)
        self._muscles.most = max(every, default=0)
        self._draw_muscles(-1)
        self._draw_weeks()

    def read(self) -> None:
        """The muscles in the week under the cursor."""
        if self._volume is None or not self._volume.muscles:
            self.note.say()
            return
        self._draw_muscles(self.chart.cursor)
        self.note.say(summary(self._volume, self.chart.cursor, self.shown.band))

    def _draw_muscles(self, place: int) -> None:
        found = self._volume.in_week(place) if self._volume else {}
        self._muscles.bars = tuple(
            Bar(name_of(muscle), sets, self.shown.band)
            for muscle, sets in found.items()
        )

    def _draw_weeks(self) -> None:
        now, chart = self.shown, self.query_one(StackedBars)
        if self._volume is None or not self._volume.muscles:
            done = bool(self._volume and self._volume.mondays)
            nothing = now.trends.nothing(now.span, now.today)
            none = f"No hard set {now.span.over}: only sets with reps or time count."
            self.words.say(none if done else nothing, now.trends.ahead(now.today))
            chart.weeks = Weeks()
            return
        muscle = list(self._volume.muscles)[self._muscles.cursor]
        words = sentence(self._volume, muscle, now.band)
        self.words.say(words, now.trends.ahead(now.today))
        weeks = tuple(
            Week(week.monday, (week.driven, week.helped))
            for week in self._volume.muscles[muscle]
        )
        chart.weeks = Weeks(weeks, PARTS, "hard sets", now.band)

    @property
    def _muscles(self) -> HBars:
        return self.query_one(HBars)
