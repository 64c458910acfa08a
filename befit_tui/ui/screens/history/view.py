"""The past on the screen: what is drawn, and what is worked out behind it."""

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from befit_tui.domain.errors import FilterError
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import SHORT_MONTHS, counted
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook
from befit_tui.logbook.history.detail import detail_page
from befit_tui.logbook.history.past import Past, PastRow, TextRow, rows_of
from befit_tui.logbook.history.search import Found
from befit_tui.ui.screens.history.filter_line import FilterLine, filter_help
from befit_tui.ui.screens.history.workout_list import HistoryList
from befit_tui.ui.screens.pane import LogChanged, Pane
from befit_tui.ui.screens.workout_detail import WorkoutDetail
from befit_tui.ui.widgets.blank import Row

NOTHING_YET = (
    TextRow("1", "No workouts yet."),
    TextRow("2", "W starts one, I brings in a log"),
    TextRow("3", "from Hevy, Strong, FitNotes …"),
)
NO_MATCH = (
    TextRow("1", "No workout holds all of this."),
    TextRow("2", "esc shows them all again."),
)
NO_MATCH_YET = (TextRow("1", "Nothing so far; older months are still being read."),)
LEGEND = "● failure  ◆ record  ▲ ■ alert"
MONTHS_AT_ONCE = 48
"""Months that are indexed between two looks at what they hold."""
CALM = 0.2
"""Seconds without typing before the workouts in sight are judged; product constant."""


class Drawing(NamedTuple):
    """What the detail shows: a workout, or help below why a filter is refused."""

    workout: Workout | None
    judged: bool
    unit: Unit
    help: str | None


class HistoryView(Pane):
    """Years of workouts; the detail follows the cursor."""

    KEYS_FOR = "HistoryList"

    def __init__(self, logbook: Logbook, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._logbook = logbook
        self._judging: Worker[None] | None = None
        self._reading: Worker[None] | None = None
        self._drawn: Drawing | None = None
        self._refusal = ""

    def compose(self) -> ComposeResult:
        """The line to filter by, the list, the detail."""
        catalog, limits = self._logbook.catalog, self._logbook.thresholds
        with Row(id="history-filter"):
            yield Static("/ ", id="history-slash")
            yield FilterLine(self._lift_names, catalog.muscles)
            yield Static(id="history-count")
        with Row(id="history-body"):
            yield HistoryList(Past(History(), catalog, limits), self._show_detail)
            yield WorkoutDetail()

    def on_mount(self) -> None:
        """Name the frames and draw the log."""
        line = self.query_one("#history-filter")
        line.border_subtitle = "enter to the list · esc all workouts"
        self._list.border_subtitle = LEGEND
        self.draw_log()

    def on_log_changed(self, _: LogChanged) -> None:
        """Draw the log if it can be seen; the mode bar asks again when it is shown."""
        if self.display:
            self.draw_log()

    def draw_log(self) -> None:
        """Draw the log as it is now."""
        past = self._list.past.renewed(self._logbook.history, self._logbook.catalog)
        if past is not self._list.past:
            had_rows, self._list.past = self._list.workout is not None, past
            self._show_rows()
            if had_rows != (self._list.workout is not None):
                self.refresh_bindings()
            if self._reading is None or self._reading.is_finished:
                self._reading = self._read()
            self._look_closer()  # what is not drawn again may be judged otherwise
        self._show_detail()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.remove_class("-reading")
        super().take_keys()
        self._show_detail()

    # -- events

    @on(FilterLine.Changed)
    def _typed(self) -> None:
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None
        before = self._list.workout
        self._show_rows()
        if self._list.workout is not before:
            self._list.action_first()
        self._show_detail()
        self.refresh_bindings()

    @on(HistoryList.Unjudged)
    def _look_closer(self) -> None:
        if self._logbook.unread_months:
            return  # what seems a record may be none; the list is drawn again
        if self._judging is None or self._judging.is_finished:
            self._judging = self._judge()

    @work
    async def _judge(self) -> None:
        """Work out what is notable about the workouts in sight, away from the keys."""
        await asyncio.sleep(CALM)
        while workout := next(self._list.waiting(), None):
            past = self._list.past
            await asyncio.to_thread(past.judge, workout)
            self._list.redraw(workout)
            if workout is self._list.workout:
                self._show_detail()

    @work
    async def _read(self) -> None:
        """Index the past and find its records, away from the keys."""
        while months := self._list.past.index.waiting(self._list.past.history):
            past = self._list.past
            for month in months[:MONTHS_AT_ONCE]:
                await asyncio.to_thread(past.index.add, past.history, month)
            self._show_progress()
        if self._logbook.unread_months:
            return  # records need all of the past; the months to come start this anew
        past = self._list.past
        for exercise in past.records.waiting():
            await asyncio.to_thread(past.records.of, exercise)
        self._show_progress()

    # -- drawing

    def _show_progress(self) -> None:
        """What has been read may hold more of what is looked for."""
        if self.has_class("-filtering"):
            self._show_rows()

    def _show_rows(self) -> None:
        past, today = self._list.past, self._logbook.clock().date()
        try:
            found = past.search(self._input.value, today, wait=False)
        except FilterError as error:
            self._refusal = str(error)
            self._count("cannot be read")
            return
        self._refusal = ""
        all_of_it = None if self._input.value.strip() else today
        self._list.update_rows(rows_of(found.workouts, all_of_it) or self._no_rows())
        self._count(*self._count_words(found))
        title = self._since()
        if title != self._list.border_title:  # it would paint the whole list
            self._list.border_title = title

    def _count(self, *words: str) -> None:
        """Say the fullest of some wordings that there is room for."""
        count = self.query_one("#history-count", Static)
        said = next((one for one in words if len(one) <= count.size.width), words[-1])
        # Its width is fixed: to lay the screen out again at every key would be slow.
        count.update(Content(said), layout=False)

    def _count_words(self, found: Found) -> Iterator[str]:
        shown, every = f"{len(found.workouts):,}", len(self._list.past.history)
        sets, reading = counted(found.sets, "set"), self._progress()
        full = [f"{shown} of {counted(every, 'workout')}", sets, reading]
        yield " · ".join(filter(None, full))
        if reading:
            yield f"{shown} · {reading}"
            yield reading.removesuffix(" months")
        yield f"{shown} of {every:,} · {sets}"
        yield f"{shown} of {every:,}"

    def _no_rows(self) -> tuple[PastRow, ...]:
        if self._progress():
            return NO_MATCH_YET
        return NO_MATCH if len(self._list.past.history) else NOTHING_YET

    def _progress(self) -> str:
        """What is still being read; empty when all of the past is known."""
        past = self._list.past
        words = past.progress(self._logbook.unread_months)
        if not words and "is:pr" in self._input.value and past.records.waiting():
            return "finding records"
        return words

    def _since(self) -> str:
        """How much there is to look back on."""
        if self._logbook.unread_months:
            return "History"
        oldest = next(iter(self._logbook.history), None)
        if oldest is None:
            return "History"
        month = SHORT_MONTHS[oldest.started_at.month - 1]
        every = counted(len(self._logbook.history), "workout")
        return f"History · {every} since {month} {oldest.started_at.year}"

    def _show_detail(self) -> None:
        workout, past, unit = self._list.workout, self._list.past, self._logbook.unit
        judged = workout is not None and past.verdict(workout) is not None
        asked = self._input.has_focus and not self._input.value.strip()
        words = self._refusal if asked or self._refusal else None
        drawing = Drawing(workout, judged, unit, words)
        if drawing == self._drawn:
            return
        before, self._drawn = self._drawn, drawing
        page = detail_page(workout, past, unit) if workout else ()
        if words is not None:
            page = filter_help(words)
        title = "Workout" if words is None else "Filter"
        if title != self._detail.border_title:  # it would paint the whole page
            self._detail.border_title = title
        self._detail.show(page, from_top=not _is_same(before, drawing))

    def _lift_names(self) -> tuple[str, ...]:
        return self._list.past.lift_names()

    @property
    def _list(self) -> HistoryList:
        return self.query_one(HistoryList)

    @property
    def _detail(self) -> WorkoutDetail:
        return self.query_one(WorkoutDetail)

    @property
    def _input(self) -> FilterLine:
        return self.query_one(FilterLine)


def _is_same(before: Drawing | None, now: Drawing) -> bool:
    """Whether the page is about the same workout as before."""
    if before is None or before.help != now.help:
        return False
    old, new = (one.workout and one.workout.id for one in (before, now))
    return old == new
