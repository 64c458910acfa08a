"""What the views have in common: a sentence, a chart, what it says at a date."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.containers import Container, Vertical
from textual.widget import Widget

from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.span import Range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import Band
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.words import Words

NOTHING = "Nothing to draw here."
BROAD = 150
"""Columns from which a second chart stands beside the first."""
TALL = 30
"""Rows from which sentences keep the room that they had once."""
AXIS = 6
"""Cells that the values beside a chart take, or a little more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view draws: a log, how far back, until when; the band of weekly sets."""

    trends: Trends
    span: Range
    today: date
    band: Band


class TrendView(Container):
    """One view. Its chart has a cursor, its ``words`` say what it shows."""

    BLANK = True
    NAME: ClassVar[str]
    """The name, which its id is made from."""
    FRAME: ClassVar[str]
    """The title of the frame around the chart."""

    HINT: ClassVar[str] = "← → home end read a date"
    """What the keys of the chart do."""
    PAGES: ClassVar[tuple[str, ...]] = ("",)
    """What the view shows, one at a time, in the words of its title."""
    BESIDE: ClassVar[str] = ""
    """The title of the frame of the second chart, which only a wide screen has."""

    shown: Shown
    drawn: object = None
    """What was drawn last, for whoever asks whether it must be drawn again."""
    page: int = 0
    """The place in ``PAGES`` of what is shown."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(id=f"trends-{self.NAME}")
        self.logbook = logbook
        self._room = 0

    def on_mount(self) -> None:
        """Name the frames."""
        self.name_frame(self.FRAME)
        if self.app.size.height >= TALL:
            for words in self.query(Words):
                words.keep_room()
        for beside in self.query(".trends-beside"):
            beside.border_title = self.BESIDE

    def on_resize(self) -> None:
        """Join weeks to months, or part them again, where the room is another."""
        if self._room and self._room != self.room:
            self.draw()
            self.read()

    def name_frame(self, title: str) -> None:
        """Give the frame a title; what stands there already is not painted again."""
        frame = self.query_one(".trends-frame")
        after = self.PAGES[(self.page + 1) % len(self.PAGES)]
        hint = f"m {after} · {self.HINT}" if len(self.PAGES) > 1 else self.HINT
        if frame.border_title != title:
            frame.border_title = title
        if frame.border_subtitle != hint:
            frame.border_subtitle = hint

    def turn(self) -> None:
        """Show the next page; the caller draws it."""
        self.page = (self.page + 1) % len(self.PAGES)

    @property
    def is_broad(self) -> bool:
        """Whether there is room for a second chart beside the first."""
        return self.app.size.width >= BROAD

    @property
    def room(self) -> int:
        """The bars that the chart has room for; before the first layout a year of them.

        Views that join weeks keep it with ``measured`` when they draw.
        """
        return max(self.chart.size.width - AXIS, 1) if self.chart.size else 53

    def measured(self) -> int:
        """The room that is drawn for: with another one the view is drawn again."""
        self._room = self.room
        return self._room

    @property
    def chart(self) -> Chart:
        """What the keys are for."""
        return self.query(Chart).first()

    def follow(self, day: date) -> None:
        """Let the second chart read the day that the first one reads."""
        if self.is_broad:
            for chart in self.query(".trends-beside Chart").results(Chart):
                chart.seek(day)

    @property
    def words(self) -> Words:
        """Where the sentence stands."""
        return self.query_one(".trends-words", Words)

    @property
    def note(self) -> Words:
        """Where the value at the cursor is explained."""
        return self.query_one(".trends-note", Words)

    @property
    def lift(self) -> str:
        """The id of the lift that is chosen; empty where there is none."""
        return ""

    @property
    def is_stale(self) -> bool:
        """Whether another lift is chosen than is drawn."""
        return False

    @property
    def choices(self) -> int:
        """How many things ``j`` and ``k`` choose from."""
        return 0

    @abstractmethod
    def draw(self) -> None:
        """Draw what ``shown`` holds; everything slow is known by now."""

    def deepening(self) -> Iterator[bool]:
        """Work out what takes longer than a look, in another thread.

        Yields:
            After each slice whether there is something new to draw.
        """
        yield from ()

    def read(self) -> None:
        """Say what the cursor stands on."""

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
    def can_open(self) -> bool:
        """Whether ``enter`` would open something."""
        return False

    @property
    def can_note(self) -> bool:
        """Whether ``o`` would note something."""
        return False


def framed(*, chart: Widget) -> tuple[Words, Widget, Words]:
    """What stands in the frame of a view, from the top."""
    return Words(classes="trends-words"), chart, Words(classes="trends-note")


def beside(*, chart: Chart) -> Vertical:
    """The frame of a second chart, with what it shows in words."""
    return Vertical(
        Words(classes="trends-beside-words"), chart, classes="trends-beside"
    )
