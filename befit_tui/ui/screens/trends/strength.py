"""The strength view: the level of a lift over time, and the verdict on it."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.message import Message

from befit_tui.analysis.cards.paying import Paying
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.trends.strength import TrainedLift
from befit_tui.ui.screens.trends.trend_view import TALL, TrendView
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

COUNT = 6
"""Cells for the number of workouts beside a name."""


class LiftList(LineList[TrainedLift], can_focus=False):
    """Lifts and how many workouts hold them; the keys stay with the chart."""

    def __init__(self) -> None:
        super().__init__(_line, id="lifts")


def _line(lift: TrainedLift, width: int, selected: bool) -> Iterator[Run]:
    room = max(width - COUNT, 1)
    name = fit(clean(lift.exercise.name), room)
    yield name, "strong" if selected else ""
    yield f"{lift.workouts:,}×".rjust(width - cell_len(name)), "dim"


def _title(found: Curve) -> str:
    """What the line is, and what its name means."""
    is_load = found.unit in set(Unit)
    return f"{found.measure}: {ONCE}" if is_load else found.measure


NO_LIFT = "No lift yet: log a set with its reps or its time."
NOTHING_DONE = Curve(points=(), unit="", sentence="")
EVERY = TrainedLift(Exercise(id="", name="Every workout"), 0)
"""Stands before the lifts where kilograms times reps are shown."""
ROOMY = 24
"""Rows from which there is room for what the sentence for Sunday rests on."""
MOVED = 1
"""The page of kilograms times reps."""
MOVED_TITLE = "Load × reps a session"
ONCE = "what you could lift once"


class StrengthView(TrendView):
    """Lifts to choose from, and the line of the chosen one."""

    NAME = "strength"
    FRAME = "Strength"
    CHART = LineChart
    BESIDE = MOVED_TITLE
    PAGES = ("strength", "load × reps")

    class Chosen(Message):
        """Another lift was chosen."""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._lifts = LiftList()
        self._drawn_lift: Exercise | None = None
        self._was_chosen = False
        self._paying: Paying | None = None

    def compose(self) -> ComposeResult:
        """The lifts beside the chart, or above it."""
        self._lifts.border_title, self._lifts.border_subtitle = "Lifts", "j k choose"
        yield self._lifts
        yield from super().compose()

    @property
    def exercise(self) -> Exercise | None:
        """The chosen lift; None for every workout."""
        row = self._lifts.row
        return row.exercise if row is not None and row.id else None

    @property
    def is_stale(self) -> bool:
        """Whether another lift is chosen than the chart shows."""
        return self.exercise != self._drawn_lift

    @property
    def choices(self) -> int:
        """The number of lifts."""
        return len(self._lifts.rows)

    def choose(self, step: int) -> None:
        """Another lift."""
        self._was_chosen = True
        with self.prevent(LiftList.Highlighted):
            self._lifts.action_move(step)

    def draw(self) -> None:
        """The lifts, and the chosen one."""
        self._draw_lifts()
        self._drawn_lift = self.exercise
        if self._lifts.row is None:
            self.say(NO_LIFT)
            self.draw_curve(NOTHING_DONE, second=False)
            return
        if self.page == MOVED:
            self.name_frame(MOVED_TITLE)
            self.draw_moved(self.exercise, second=False)
        elif self.exercise is not None:
            found = self._draw_strength(self.exercise, second=False)
            self.name_frame(_title(found))
            self._say_strength(found)
        if self.is_broad:
            self._draw_second()

    def _draw_lifts(self) -> None:
        lifts = self.shown.trends.lifts()
        if self.page == MOVED and lifts:
            workouts = len(self.shown.trends.history)
            lifts = (EVERY._replace(workouts=workouts), *lifts)
        with self.prevent(LiftList.Highlighted):
            if self._lifts.rows != lifts:
                self._lifts.update_rows(lifts)
            if not self._was_chosen:
                self._lifts.go_to(self._first_with_data(lifts))

    def _first_with_data(self, lifts: Sequence[TrainedLift]) -> str:
        """What to stand on until the lifter chooses a lift."""
        first, last = self.shown.window.first, self.shown.trends.last
        return next((one.id for one in lifts if one.id and last(one.id) >= first), "")

    def _draw_second(self) -> None:
        """What the other page shows of the lift."""
        title, exercise = MOVED_TITLE, self.exercise
        if self.page != MOVED:
            self.draw_moved(exercise)
        elif exercise is not None:
            found = self._draw_strength(exercise, second=True)
            self.second_words.say(found.sentence)
            title = _title(found)
        else:
            title = self.FRAME
            self.second_words.say("j chooses a lift, and its strength stands here.")
            self.draw_curve(NOTHING_DONE)
        self.second_frame.border_title = title

    def _draw_strength(self, exercise: Exercise, *, second: bool) -> Curve:
        """The line, its band, records, deloads."""
        now = self.shown
        found = now.trends.strength(exercise, now.window, self.logbook.unit)
        self.draw_curve(
            found,
            second=second,
            spans=now.trends.deloads(),
            earlier=now.trends.began(exercise.id) < now.window.first,
        )
        return found

    def _say_strength(self, found: Curve) -> None:
        today = self.shown.window.today
        # A sentence that comes later has all below it painted again.
        self._paying = self._paying or self.logbook.alerts.known_paying(today)
        paying = self._paying.sentence if self._paying is not None else ""
        rows = self.app.size.height
        if paying and rows < ROOMY:
            paying = f"{paying.partition('. ')[0]}."
        # Where lines are cut, they are not those about the lift.
        said = (paying, found.sentence)
        self.say(*(said if rows >= TALL else reversed(said)))

    def deepening(self) -> Iterator[bool]:
        """Whether training this close to failure pays; every lift tells of it."""
        before = self._paying
        self._paying = self.logbook.alerts.paying(self.shown.window.today)
        yield self._paying != before
        yield from self._read_ahead()

    def _read_ahead(self) -> Iterator[bool]:
        """The lifts that the next key may choose, so that it need not wait."""
        now = self.shown
        lifts = [one.exercise for one in now.trends.lifts()]
        here = next((n for n, one in enumerate(lifts) if one == self.exercise), 0)
        for place in (here + 1, here - 1):
            if 0 <= place < len(lifts):
                now.trends.strength(lifts[place], now.window, self.logbook.unit)
                yield False

    @on(LiftList.Highlighted)
    def _clicked(self) -> None:
        if self.is_stale:
            self._was_chosen = True
            self.post_message(self.Chosen())
