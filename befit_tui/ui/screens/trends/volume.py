"""The volume view: hard sets by muscle against the band, and their recovery."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual.widget import Widget

from befit_tui.analysis.volume import HARD_LEFT
from befit_tui.domain.load import from_kg
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends import recovery
from befit_tui.logbook.trends.periods import Period, Periods
from befit_tui.logbook.trends.recovery import Recovery, Rest
from befit_tui.logbook.trends.volume import (
    MuscleWeeks,
    Volume,
    in_period,
    moved_sentence,
    sentence,
    summary,
)
from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView
from befit_tui.ui.widgets.body.body_map import BodyMap, Muscles
from befit_tui.ui.widgets.body.muscles import (
    RESTS,
    SETS,
    moved_bars,
    rest_bars,
    rest_parts,
    set_bars,
    set_parts,
)
from befit_tui.ui.widgets.charts.bars import Bar, Bars, HBars, Heads
from befit_tui.ui.widgets.charts.grid import GlyphSet
from befit_tui.ui.widgets.charts.stacked import Category, StackedBars, Weeks
from befit_tui.ui.widgets.containers import Row

PARTS = (
    Category("drives the lift", "D", "█"),
    Category("helps, counts half", "H", "░"),
)
HARD = f"with {HARD_LEFT} reps left or fewer"
SETS_PAGE, REST_PAGE, WEEKS_PAGE, MOVED_PAGE = range(4)
MANY = 10_000
"""Bars: more weeks than anyone trains, for where nothing is drawn by the week."""


class SetBars(StackedBars):
    """The sets of a muscle: neither part of them is a warning."""

    ROLES: ClassVar[Mapping[str, str]] = {
        **StackedBars.ROLES,
        "part-1": "$primary",
        "part-2": "$primary 50%",
    }


class VolumeView(TrendView):
    """A body and the muscles in the week under the cursor, or the weeks of one muscle.

    The pages: sets, recovery, weeks, and kilograms times reps. On a wide screen the
    weeks stand beside the body.
    """

    NAME = "volume"
    FRAME = "Hard sets a week"
    CHART = SetBars
    PAGES = ("body", "recovery", "weeks", "load × reps")
    HINT = "j k muscle · ← → week"
    TITLES = (
        f"Hard sets of the week, {HARD}", "Recovery", f"Hard sets a week, {HARD}",
        "Load × reps a week",
    )  # fmt: skip

    def __init__(self, logbook: Logbook) -> None:
        self._body = BodyMap(empty=NOTHING)
        self._muscles = HBars(empty="No hard set of any muscle.")
        super().__init__(logbook)
        self._volume: Volume | None = None
        self._periods: Periods = ()
        self._bars: dict[str, Bar] = {}
        self._recovery: tuple[Recovery, ...] = ()
        self._rested: object = None
        self._was_chosen = False

    def inside(self) -> Iterable[Widget]:
        """The muscles between the body and the weeks, of which one may be hidden."""
        row = Row(self._body, self._muscles, self.chart, id="volume-row")
        return self.words, row, self.note

    @property
    def _has_weeks(self) -> bool:
        return self.is_broad or self.page in (WEEKS_PAGE, MOVED_PAGE)

    @property
    def _has_body(self) -> bool:
        """Whether a body has room; with ASCII charts the list stands for it."""
        width, height = self.size or self.app.size
        is_ascii = self.chart.glyph_set is GlyphSet.ASCII
        return not is_ascii and width >= 76 and height >= 20

    @property
    def room(self) -> int:
        """The bars that there is room for; without any every week can be read."""
        return super().room if self._has_weeks else MANY

    @property
    def choices(self) -> int:
        """The number of muscles."""
        return self._muscles.stop_count

    def choose(self, step: int) -> None:
        """Another muscle."""
        self._was_chosen = True
        self._muscles.cursor += step
        self._draw_muscle()

    def draw(self) -> None:
        """The weeks of the muscle, and the muscles of a week."""
        found = self._volume = self.shown.trends.volume(self.shown.window)
        self.set_class(self.page in (WEEKS_PAGE, MOVED_PAGE), "-weeks")
        self.set_class(not self._has_body, "-bodiless")
        self.set_class(self.page == MOVED_PAGE, "-moved")
        self.name_frame(self.TITLES[self.page])
        self._periods = self.periods(list(found.firsts))
        if not found.muscles:
            self._draw_nothing(found)
            return
        if not self._has_weeks:
            # Nothing is seen of it, but its cursor is the week that is read.
            trained = [in_period(found.muscles, period) for period in self._periods]
            counts = tuple((sum(sets.values()), 0.0) for sets in trained)
            self.chart.data = Weeks(self._periods, counts, PARTS)
        self._draw_period(self._periods[-1])
        if not self._was_chosen:
            most = next(iter(found.muscles))
            self._muscles.cursor = list(self._bars).index(most) if self._bars else 0
        self._draw_muscle()

    def read(self) -> None:
        """The muscles in the week under the cursor."""
        if self._volume and self._volume.muscles:
            self._draw_period(self._here)
            self._say()

    def deepening(self) -> Iterator[bool]:
        """How the muscles have recovered, which the alerts know."""
        log, today = self.logbook, self.shown.window.today
        if self._rested != (state := (log.history, today)):
            self._recovery = self.shown.trends.recovery(log.clock())
            self._rested = state
            yield True

    def on_resize(self) -> None:
        """Show the body if there is room; a toast may take some."""
        self.set_class(not self._has_body, "-bodiless")

    # -- drawing

    def _draw_nothing(self, volume: Volume) -> None:
        window = self.shown.window
        none = f"No hard set {window.over}: only sets with reps or time count."
        self.say(none if volume.firsts else self.shown.trends.nothing(window))
        self.note.say()
        self.chart.data, self._muscles.data = Weeks(), Bars()
        self._body.data = Muscles()

    def _draw_period(self, period: Period) -> None:
        volume, band, unit = self._volume, self.shown.band, self.logbook.unit
        assert volume is not None
        sets = in_period(volume.muscles, period)
        most = max(week.sets for weeks in volume.muscles.values() for week in weeks)
        heads, parts = SETS, set_parts(sets, band)
        if self.page == MOVED_PAGE:
            self._bars = moved_bars(in_period(volume.moved, period), unit)
            heads, most = Heads("muscle", str(unit)), 0
        elif self.page == REST_PAGE:
            self._bars = rest_bars(self._recovery)
            heads, parts = RESTS, rest_parts(self._recovery)
        else:
            running = period.places.start >= volume.whole
            self._bars = set_bars(sets, band, self._recovery, running=running)
        self._muscles.data = Bars(tuple(self._bars.values()), heads, most)
        self._body.data = Muscles(parts, self._muscle)

    def _draw_muscle(self) -> None:
        """What is shown of the chosen muscle alone."""
        volume = self._volume
        assert volume is not None
        self._body.data = Muscles(self._body.data.parts, self._muscle)
        if self.page == MOVED_PAGE:
            unit = self.logbook.unit
            scale, noun = from_kg(1, unit), f"{unit} × reps"
            self.chart.data = self._weeks(volume.moved, noun, scale)
        elif self._has_weeks:
            band = self.shown.band
            self.chart.data = self._weeks(volume.muscles, "hard sets", 1, band)
        self._say()

    def _weeks(
        self,
        muscles: MuscleWeeks,
        noun: str,
        scale: float,
        band: tuple[float, float] | None = None,
    ) -> Weeks:
        weeks = muscles.get(self._muscle)
        if weeks is None:
            return Weeks()
        counts = tuple(
            (
                scale * period.mean([week.driven for week in weeks]),
                scale * period.mean([week.helped for week in weeks]),
            )
            for period in self._periods
        )
        if not all(period.is_week for period in self._periods):
            noun += " a week"
        return Weeks(self._periods, counts, PARTS, noun, band)

    def _say(self) -> None:
        """What the page shows in words, and what is known of the chosen muscle."""
        volume, muscle, band = self._volume, self._muscle, self.shown.band
        assert volume is not None
        if self.page == REST_PAGE:
            self.say(recovery.sentence(self._recovery))
            self.note.say(self._rest_words(muscle))
        elif self.page == MOVED_PAGE:
            unit = self.logbook.unit
            self.say(moved_sentence(volume, muscle, unit) if muscle else "")
            self.note.say(self._here.words)
        else:
            of_all = summary(volume, self._here, band)
            of_one = sentence(volume, muscle, band)
            is_body = self.page == SETS_PAGE
            self.say(of_all if is_body else of_one)
            self.note.say(of_one if is_body else of_all)

    def _rest_words(self, muscle: str) -> str:
        found = next((one for one in self._recovery if one.muscle == muscle), None)
        if found is None:
            return ""
        if found.rest is not Rest.READY:
            return f"{name_of(muscle)}: {found.words}."
        return f"{name_of(muscle)}: {found.words}; the last hard set {found.ago} ago."

    @property
    def _here(self) -> Period:
        return self._periods[min(self.chart.cursor, len(self._periods) - 1)]

    @property
    def _muscle(self) -> str:
        muscles = list(self._bars)
        return muscles[self._muscles.cursor] if muscles else ""
