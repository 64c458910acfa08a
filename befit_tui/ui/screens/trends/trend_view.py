"""What the five views have in common: a sentence, a chart, what it says at a date."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.containers import Container

from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.span import Range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import Band
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.words import Words

NOTHING = "Nothing to draw here."


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

    shown: Shown

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(id=f"trends-{self.NAME}")
        self.logbook = logbook

    def on_mount(self) -> None:
        """Name the frame."""
        frame = self.query_one(".trends-frame")
        frame.border_title = self.FRAME
        frame.border_subtitle = self.HINT

    @property
    def chart(self) -> Chart:
        """What the keys are for."""
        return self.query(Chart).first()

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
    def drawn_lift(self) -> str:
        """The lift that is drawn; another than the chosen one until it is read."""
        return ""

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


def framed(*, chart: Chart) -> tuple[Words, Chart, Words]:
    """What stands in the frame of a view, from the top."""
    return Words(classes="trends-words"), chart, Words(classes="trends-note")
