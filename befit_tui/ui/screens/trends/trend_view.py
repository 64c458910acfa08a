"""What the views have in common: a sentence, a chart, what it says at a date."""

from abc import abstractmethod
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from befit_tui.analysis.volume import week_of
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.trends.periods import Periods, periods_of
from befit_tui.logbook.trends.time_range import Window
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import Band
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Series
from befit_tui.ui.widgets.containers import Blank
from befit_tui.ui.widgets.sentences import Sentences

NOTHING = " "
"""In place of a chart: the sentence above says what there is to say."""
BROAD = 150
"""Columns from which a second chart stands beside the first."""
TALL = 30
"""Rows from which sentences keep the room that they had once."""
AXIS = 6
"""Cells that the values beside a chart take, or a little more."""


class Shown(Value, frozen=True):
    """What a view draws: a log, how far back, until when; the band of weekly sets."""

    trends: Trends
    window: Window
    band: Band


class TrendView(Container, Blank):
    """One view. Its ``chart`` has the cursor, its ``words`` say what it shows.

    A ``second`` chart is in sight on a wide screen only; ``note`` explains the value
    at the cursor.
    """

    NAME: ClassVar[str]
    """The name, which its id is made from."""
    FRAME: ClassVar[str]
    """The title of the frame around the chart."""
    CHART: ClassVar[type[Chart]]
    BESIDE: ClassVar[str] = ""
    """The title of the frame of the second chart."""
    SECOND: ClassVar[type[Chart]] = LineChart

    HINT: ClassVar[str] = "← → home end read a date"
    """What the keys of the chart do."""
    PAGES: ClassVar[tuple[str, ...]] = ("",)
    """What the view shows, one at a time, in the words of its title."""

    shown: Shown
    drawn: object = None
    """What was drawn last, for whoever asks whether it must be drawn again."""
    page: int = 0
    """The place in ``PAGES`` of what is shown."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(id=f"trends-{self.NAME}")
        self.logbook = logbook
        self.chart = self.CHART(empty=NOTHING)
        self.words = Sentences(classes="trends-words")
        self.note = Sentences(classes="trends-note")
        self.second = self.SECOND(empty=NOTHING)
        self.second_words = Sentences(classes="trends-beside-words")
        self.second_frame = Vertical(
            self.second_words, self.second, classes="trends-beside"
        )
        self._frame = Vertical(*self.inside(), classes="trends-frame")
        self._room = 0
        self._curve: Curve | None = None

    def inside(self) -> Iterable[Widget]:
        """What stands in the frame, from the top."""
        return self.words, self.chart, self.note

    def compose(self) -> ComposeResult:
        """The frame of the chart; beside it that of the second one."""
        yield self._frame
        if self.BESIDE:
            yield self.second_frame

    def on_mount(self) -> None:
        """Name the frames."""
        self.name_frame(self.FRAME)
        self.second_frame.border_title = self.BESIDE
        for words in (self.words, self.note, self.second_words):
            words.keep_room(TALL)

    def on_resize(self) -> None:
        """Join weeks to months, or part them again, where the room is another."""
        if self._room and self._room != self.room:
            self.draw()
            self.read()

    def name_frame(self, title: str) -> None:
        """Give the frame a title; what stands there already is not painted again."""
        after = self.PAGES[(self.page + 1) % len(self.PAGES)]
        hint = f"m {after} · {self.HINT}" if len(self.PAGES) > 1 else self.HINT
        if self._frame.border_title != title:
            self._frame.border_title = title
        if self._frame.border_subtitle != hint:
            self._frame.border_subtitle = hint

    def say(self, *sentences: str) -> None:
        """Say what the view shows, and what is dated after today."""
        self.words.say(*sentences, self.shown.trends.ahead(self.shown.window.today))

    @property
    def is_broad(self) -> bool:
        """Whether there is room for a second chart beside the first."""
        return self.app.size.width >= BROAD

    @property
    def room(self) -> int:
        """The bars that the chart has room for; before the first layout a year."""
        return max(self.chart.size.width - AXIS, 1) if self.chart.size else 53

    def periods(self, firsts: list[date]) -> Periods:
        """Weeks, joined as the room asks; with another room all is drawn again."""
        self._room = self.room
        return periods_of(firsts, self._room, self.shown.window.today)

    def draw_curve(self, found: Curve, *, second: bool = True, **more: Any) -> None:
        """Draw values over the window, in the second chart or in the first."""
        if not second:
            self._curve = found
        window = self.shown.window
        # What lies before the log is no time without training.
        began = week_of(self.shown.trends.began(""), window.week_start)
        first = None if window.first == date.min else max(window.first, began)
        shown = Series(found.points, found.unit, first=first, last=window.today, **more)
        (self.second if second else self.chart).data = shown

    def draw_moved(
        self, exercise: Exercise | None = None, *, second: bool = True
    ) -> None:
        """Kilograms times reps of a lift, or of every workout on stems."""
        now = self.shown
        found = now.trends.moved(exercise, now.window, self.logbook.unit)
        (self.second_words if second else self.words).say(found.sentence)
        self.draw_curve(found, second=second, stems=exercise is None)

    def follow(self, day: date) -> None:
        """Let the second chart read the day that the first one reads."""
        if self.is_broad and self.BESIDE:
            self.second.seek(day)

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is chosen, or that what is chosen is about."""
        return None

    @property
    def is_stale(self) -> bool:
        """Whether something else is chosen than is drawn."""
        return False

    @property
    def choices(self) -> int:
        """How many things ``j`` and ``k`` choose from."""
        return 0

    @abstractmethod
    def draw(self) -> None:
        """Draw what ``shown`` holds; everything slow is known by now."""

    def deepening(self) -> Iterable[bool]:
        """Work out what takes longer than a look, in another thread.

        Tells after each slice whether there is something new to draw. Here there is
        nothing to work out.
        """
        return ()

    def read(self) -> None:
        """Say what the cursor stands on."""
        if self._curve is not None:
            points = self._curve.points
            self.note.say(points[self.chart.cursor].words if points else "")

    def choose(self, step: int) -> None:
        """Go to the next thing to choose, or the one before."""

    def move(self, step: int) -> None:
        """Move the cursor of the chart."""
        self.chart.move(step)

    def open(self) -> None:
        """Open what is chosen."""

    def keep_quiet(self) -> None:
        """Note what is chosen."""

    @property
    def to_open(self) -> object:
        """What ``enter`` would open; nothing if it is false."""
        return None

    @property
    def to_note(self) -> object:
        """What ``o`` would note."""
        return None
