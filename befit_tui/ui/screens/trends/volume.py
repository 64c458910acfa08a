"""Hard sets by muscle against the band that the lifter aims at, and their recovery."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.domain.load import from_kg
from befit_tui.logbook import Logbook
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends import recovery
from befit_tui.logbook.trends.periods import Period
from befit_tui.logbook.trends.recovery import Recovery, Rest
from befit_tui.logbook.trends.volume import (
    Volume,
    moved_sentence,
    periods_in,
    sentence,
    summary,
)
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.blank import Row
from befit_tui.ui.widgets.body.body_map import BodyMap
from befit_tui.ui.widgets.body.muscles import (
    RESTS,
    SETS,
    moved_bars,
    rest_bars,
    rest_parts,
    set_bars,
    set_parts,
)
from befit_tui.ui.widgets.charts.bars_plot import Bar, Heads
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.hbars import HBars
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.stacked import StackedBars
from befit_tui.ui.widgets.charts.weeks import Category, Week, Weeks

PARTS = (
    Category("drives the lift", "D", "█"),
    Category("helps, counts half", "H", "░"),
)
SETS_PAGE, REST_PAGE, WEEKS_PAGE, MOVED_PAGE = range(4)
MANY = 10_000
"""Bars: more weeks than anyone trains, for where nothing is drawn by the week."""


class VolumeView(TrendView):
    """A body and the muscles in the week under the cursor, or the weeks of one muscle.

    The pages: sets, recovery, weeks, and kilograms times reps. On a wide screen the
    weeks stand beside the body.
    """

    DEFAULT_CSS = """
    VolumeView StackedBars {
        & > .chart--part-1 { color: $primary; }
        & > .chart--part-2 { color: $primary 50%; }
    }
    """

    NAME = "volume"
    FRAME = "Hard sets a week"
    PAGES = ("body", "recovery", "weeks", "load × reps")
    HINT = "j k muscle · ← → week"
    TITLES = (
        "Hard sets of the week", "Recovery", "Hard sets a week", "Load × reps a week",
    )  # fmt: skip

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._volume: Volume | None = None
        self._periods: tuple[Period, ...] = ()
        self._bars: dict[str, Bar] = {}
        self._recovery: tuple[Recovery, ...] = ()
        self._rested: object = None
        self._was_chosen = False

    def compose(self) -> ComposeResult:
        """The muscles between the body and the weeks, of which one may be hidden."""
        row = Row(
            BodyMap(empty=NOTHING),
            HBars(empty="No hard set of any muscle."),
            StackedBars(empty=NOTHING),
            id="volume-row",
        )
        with Vertical(classes="trends-frame"):
            yield from framed(chart=row)

    @property
    def chart(self) -> Chart:
        """The weeks."""
        return self.query_one(StackedBars)

    @property
    def has_weeks(self) -> bool:
        """Whether weeks are drawn."""
        return self.is_broad or self.page in (WEEKS_PAGE, MOVED_PAGE)

    @property
    def _has_body(self) -> bool:
        """Whether a body has room; with ASCII charts the list stands for it."""
        width, height = self.size or self.app.size
        return (
            self.chart.glyph_set is not GlyphSet.ASCII and width >= 76 and height >= 20
        )

    @property
    def room(self) -> int:
        """The bars that there is room for; without any every week can be read."""
        return super().room if self.has_weeks else MANY

    @property
    def choices(self) -> int:
        """The number of muscles."""
        return self._muscles.stops

    def choose(self, step: int) -> None:
        """Another muscle."""
        self._was_chosen = True
        self._muscles.cursor += step
        self._draw_muscle()

    def draw(self) -> None:
        """The weeks of the muscle, and the muscles of a week."""
        now = self.shown
        self._volume = now.trends.volume(now.span, now.today)
        self.set_class(self.page in (WEEKS_PAGE, MOVED_PAGE), "-weeks")
        self.set_class(not self._has_body, "-bodiless")
        self.name_frame(self.TITLES[self.page])
        self._periods = periods_in(self._volume, self.measured())
        if not self._volume.muscles:
            self._draw_nothing()
            return
        every = (week.sets for weeks in self._volume.muscles.values() for week in weeks)
        is_load = self.page == MOVED_PAGE
        self._muscles.most = 0 if is_load else max(every, default=0)
        self._muscles.heads = self._heads
        self._draw_period(self._periods[-1])
        if not self._was_chosen:
            most = next(iter(self._volume.muscles))
            self._muscles.cursor = list(self._bars).index(most) if self._bars else 0
        self._draw_muscle()

    def read(self) -> None:
        """The muscles in the week under the cursor."""
        if self._periods and self._volume and self._volume.muscles:
            self._draw_period(self._here)
            self._say()

    def deepening(self) -> Iterator[bool]:
        """How the muscles have recovered, which the alerts know."""
        now, log = self.shown, self.logbook
        if self._rested != (state := (log.history, now.today)):
            short, unrated = log.alerts.resting(now.today)
            self._recovery = now.trends.recovery(short, unrated, log.clock())
            self._rested = state
            yield True

    def on_resize(self) -> None:
        """Show the body if there is room; a toast may take some."""
        self.set_class(not self._has_body, "-bodiless")

    # -- drawing

    def _draw_nothing(self) -> None:
        now, volume = self.shown, self._volume
        none = f"No hard set {now.span.over}: only sets with reps or time count."
        done = bool(volume and volume.mondays)
        nothing = none if done else now.trends.nothing(now.span, now.today)
        self.words.say(nothing, now.trends.ahead(now.today))
        self.note.say()
        self.query_one(StackedBars).weeks = Weeks()
        self._muscles.bars = ()
        self.query_one(BodyMap).parts = ()

    def _draw_period(self, period: Period) -> None:
        """Every muscle in a period."""
        volume, band = self._volume, self.shown.band
        assert volume is not None
        sets = volume.in_period(period)
        if self.page == MOVED_PAGE:
            moved = {
                muscle: period.mean([week.sets for week in weeks])
                for muscle, weeks in volume.moved.items()
            }
            self._bars = moved_bars(moved, self.logbook.unit)
        elif self.page == REST_PAGE:
            self._bars = rest_bars(self._recovery)
        else:
            self._bars = set_bars(sets, band, self._recovery)
        self._muscles.bars = tuple(self._bars.values())
        body = self.query_one(BodyMap)
        resting = self.page == REST_PAGE
        body.parts = rest_parts(self._recovery) if resting else set_parts(sets, band)

    def _draw_muscle(self) -> None:
        """What is shown of the chosen muscle alone."""
        self.query_one(BodyMap).chosen = self._muscle
        if self.has_weeks:
            self._draw_weeks()
        else:
            # Nothing is seen of it, but its cursor is the week that is read.
            volume = self._volume
            assert volume is not None
            self.query_one(StackedBars).weeks = Weeks(
                tuple(
                    Week(period.first, (sum(volume.in_period(period).values()), 0.0))
                    for period in self._periods
                ),
                PARTS,
            )
        self._say()

    def _draw_weeks(self) -> None:
        volume, muscle = self._volume, self._muscle
        assert volume is not None
        is_load, unit = self.page == MOVED_PAGE, self.logbook.unit
        weeks = (volume.moved if is_load else volume.muscles).get(muscle, ())
        scale = from_kg(1, unit) if is_load else 1
        bars = tuple(
            Week(
                period.first,
                (
                    scale * period.mean([week.driven for week in weeks]),
                    scale * period.mean([week.helped for week in weeks]),
                ),
                "" if period.is_week else period.words,
            )
            for period in (self._periods if weeks else ())
        )
        joined = "" if all(one.is_week for one in self._periods) else " a week"
        noun = (f"{unit} × reps" if is_load else "hard sets") + joined
        band = None if is_load else self.shown.band
        days = 7 * max((len(one.places) for one in self._periods), default=1)
        self.query_one(StackedBars).weeks = Weeks(bars, PARTS, noun, band, days)

    def _say(self) -> None:
        """What the page shows in words, and what is known of the chosen muscle."""
        now, volume, muscle = self.shown, self._volume, self._muscle
        ahead = now.trends.ahead(now.today)
        assert volume is not None
        if self.page == REST_PAGE:
            self.words.say(recovery.sentence(self._recovery, now.today), ahead)
            self.note.say(self._rest_words(muscle))
            return
        if self.page == MOVED_PAGE:
            unit = self.logbook.unit
            said = moved_sentence(volume, muscle, unit) if muscle else ""
            self.words.say(said, ahead)
            self.note.say(self._here.words)
            return
        of_all = summary(volume, self._here, now.band)
        of_one = sentence(volume, muscle, now.band)
        is_body = self.page == SETS_PAGE
        self.words.say(of_all if is_body else of_one, ahead)
        self.note.say(of_one if is_body else of_all)

    def _rest_words(self, muscle: str) -> str:
        found = next((one for one in self._recovery if one.muscle == muscle), None)
        if found is None:
            return ""
        if found.rest is not Rest.READY:
            return f"{name_of(muscle)}: {found.words}."
        return f"{name_of(muscle)}: {found.words}; the last hard set {found.ago} ago."

    @property
    def _heads(self) -> Heads:
        if self.page == REST_PAGE:
            return RESTS
        if self.page == MOVED_PAGE:
            return Heads("muscle", str(self.logbook.unit))
        return SETS

    @property
    def _here(self) -> Period:
        """The period under the cursor."""
        return self._periods[min(self.chart.cursor, len(self._periods) - 1)]

    @property
    def _muscle(self) -> str:
        """The chosen muscle."""
        muscles = list(self._bars)
        return muscles[self._muscles.cursor] if muscles else ""

    @property
    def _muscles(self) -> HBars:
        return self.query_one(HBars)
