"""The history mode: workouts by month, the one under the cursor in full."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.worker import Worker

from befit_tui.domain import signs
from befit_tui.domain.errors import FilterError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.filter_line import complete
from befit_tui.domain.history import History
from befit_tui.logbook.glossary import HARD
from befit_tui.logbook.history.detail import Position, detail_lines, detail_page, plain
from befit_tui.logbook.history.lift import past_story
from befit_tui.logbook.history.workout_list import Past, rows_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.routines import save_workout
from befit_tui.settings import Settings
from befit_tui.ui.bell_and_clipboard import copy
from befit_tui.ui.input_queue import BACKGROUND, CALM_S
from befit_tui.ui.keys import HISTORY_KEYS
from befit_tui.ui.screens.dialog import YesNo, attempt
from befit_tui.ui.screens.history.corrections import WHOLE, HistoryEditor, named
from befit_tui.ui.screens.history.filter_line import (
    FilterBar,
    FilterLine,
    count_words,
    filter_help,
)
from befit_tui.ui.screens.history.workout_list import HistoryList, no_rows, since_words
from befit_tui.ui.screens.pane import LogWritten, Pane
from befit_tui.ui.screens.workout_detail import WorkoutDetail
from befit_tui.ui.widgets.containers import Column, Row, Rule
from befit_tui.ui.widgets.heading import Heading
from befit_tui.ui.widgets.sessions_panel import SessionsPanel

BESIDE_FROM = 100, 150
"""Columns from which the workout, and then the lift, stand beside the list."""
LEAST_BESIDE = 40
"""Cells that the workout and the lift have beside the list, however long its names."""
AT_ONCE = 48
"""Months or lifts that are read between two looks at what they hold."""
LEGEND = (
    f"{signs.FAILURE} failure  {signs.RECORD} record  {signs.CARE} {signs.STOP} alert"
)
SHORT_LEGEND = f"{signs.FAILURE} failure {signs.RECORD} record {signs.CARE} warning"
OF_A_WORKOUT = (
    "open", "repeat", "copy", "delete", "month", "save_routine", "edit", "lift",
    "calendar", "change", "card",
)  # fmt: skip
"""What needs a workout under the cursor."""
OF_AN_EXERCISE = ("swap", "add_set", "exercise_settings")
"""What needs the keys in the detail, and an exercise under the cursor."""


class HistoryPane(Pane):
    """Years of workouts under j and k; the detail follows the cursor.

    It holds its parts instead of looking them up: what is worked out behind the screen
    may come back when the pane is on its way out.
    """

    BINDING_GROUP_TITLE = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS]
    NAME = "history"
    KEYS_FOR = "HistoryList"

    def __init__(self, logbook: Logbook, settings: Settings) -> None:
        super().__init__(logbook, settings)
        past = Past(History(), logbook.catalog, logbook.thresholds)
        self._list = HistoryList(past, self._follow, self._look_closer)
        self._detail = WorkoutDetail()
        self._list_title, self._page_title = Heading(), Heading()
        self._column = Column(self._list_title, self._list, id="history-list")
        self._lift = SessionsPanel()
        self._bar = FilterBar(self._completed)
        self._filter = self._bar.line
        self._moved_at = float("-inf")
        self._looking: Worker[None] | None = None
        self._drawn: tuple[object, ...] = ()
        self._about: tuple[object, ...] = ()
        self._corrected: set[str] = set()
        """Workouts that stay in the list though the filter no longer finds them."""
        self._refusal = ""

    def compose(self) -> ComposeResult:
        """The line to filter by, the list, the detail."""
        yield self._bar
        with Row(id="history-body"):
            yield self._column
            yield Rule(id="history-rule")
            with Column(id="history-detail"):
                yield self._page_title
                yield self._detail
            yield Rule(id="history-lift-rule")
            yield self._lift

    def draw_log(self) -> None:
        """Draw the log as it is now."""
        past = self._list.past.renewed(self._logbook.history, self._logbook.catalog)
        if past is not self._list.past:
            had_rows, knew_all = self._list.workout is not None, not self._progress()
            self._list.past = past
            self._list.measure_names()
            self._give_names_room()
            # What changed is looked through at once: the cursor stays where it is.
            self._show_rows(wait=knew_all)
            if had_rows != (self._list.workout is not None):
                self.refresh_bindings()
            self._look_closer()  # what is not drawn again may be judged otherwise
        self._show_detail()

    def on_resize(self) -> None:
        """The room is another."""
        self._give_names_room()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.remove_class("-reading")
        super().take_keys()
        self._show_detail()
        self._moved_at = time.monotonic()
        self._look_closer()
        # In another size than before, the lift has its room only then.
        self.call_after_refresh(self._show_lift)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if action == "back":
            return self._is_reading or self.has_class("-filtering")
        if action == "filter":
            return not self._filter.has_focus
        if action == "note":
            return self._is_reading
        if action in OF_AN_EXERCISE:
            return self._spot.entry >= 0
        if action == "open" and self._is_reading:
            return False
        return action not in OF_A_WORKOUT or self._list.workout is not None

    # -- going about

    def action_open(self) -> None:
        """Give the detail the keys; on a narrow screen it takes all the room."""
        self.add_class("-reading")
        self._detail.focus()
        self.refresh_bindings()
        self._show_lift()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click that gives the detail or the list the keys is as good as a key."""
        if event.widget is self._detail and not self._is_reading:
            self.add_class("-reading")
            self.refresh_bindings()
        elif event.widget is self._list and self._is_reading:
            self.take_keys()
            self.refresh_bindings()

    def action_back(self) -> None:
        """From the detail to the list, from the filter to all workouts."""
        if not self._is_reading:
            self._filter.value = ""
            self.remove_class("-filtering")
        self.take_keys()

    def action_filter(self) -> None:
        """Open the line to filter by."""
        self.remove_class("-reading")
        self.add_class("-filtering")
        self._filter.focus()
        self.call_after_refresh(self._show_detail)

    @on(FilterLine.Submitted)
    def _filtered(self) -> None:
        self.set_class(bool(self._filter.value.strip()), "-filtering")
        self.take_keys()

    @on(FilterLine.Changed)
    def _typed(self) -> None:
        self._moved_at = time.monotonic()
        self._corrected.clear()
        before = self._list.workout
        self._show_rows()
        if self._list.workout is not before:
            self._list.action_first()
        self._show_detail()
        self.refresh_bindings()

    def action_month(self, step: int) -> None:
        """One month back (-1) or on (1)."""
        self._list.step_month(step)

    @work
    async def action_calendar(self) -> None:
        """Jump to a day."""
        from befit_tui.ui.screens.history.calendar import Calendar  # noqa: PLC0415

        shown, here = self._list.workouts(), self._list.workout
        if here is None:
            return
        day = await self.app.push_screen_wait(Calendar(shown, here.day))
        if day is not None:
            self._list.go_to_day(day)

    @work
    async def action_lift(self) -> None:
        """Every set ever of an exercise of the workout."""
        from befit_tui.ui.screens.lift_screen import LiftScreen  # noqa: PLC0415

        workout, exercise = self._list.workout, self.exercise
        if workout is None or exercise is None:
            return
        lifts = list(dict.fromkeys(entry.exercise for entry in workout.entries))
        place = lifts.index(exercise.id)
        past, unit = self._list.past, self._logbook.unit
        await self.app.push_screen_wait(LiftScreen(past, unit, lifts, place))

    # -- what is done with a workout

    def action_copy(self) -> None:
        """Copy the workout as text."""
        workout = self._list.workout
        if workout is None:
            return
        self._list.past.judge(workout)
        lines = detail_lines(workout, self._list.past, self._logbook.unit)
        copy(self.app, plain(lines))
        self.notify(f"copied: {named(workout)}", timeout=3)

    def action_delete(self) -> None:
        """Delete the workout, or what the cursor is on in it; undo brings it back."""
        if (workout := self._list.workout) is None:
            return
        if self._spot.entry >= 0:
            self._correct(HistoryEditor.remove)
        elif attempt(self.app, lambda: self._logbook.delete(workout)):
            self.take_keys()
            self.notify(f"deleted: {named(workout)} · u to undo", timeout=5)
            self.draw_log()
            self.post_message(LogWritten())

    def action_save_routine(self) -> None:
        """Make a routine of the workout."""
        if (workout := self._list.workout) is None:
            return

        def save() -> None:
            saved = save_workout(self._logbook, workout)
            self.notify(f"routine saved: {saved.name} · u to undo", timeout=5)

        attempt(self.app, save)

    @work
    async def action_repeat(self) -> None:
        """Plan the workout for today; with one open, offer to append."""
        workout, active = self._list.workout, self._logbook.active
        if workout is None:
            return
        plan = self._logbook.repeat
        if active is not None:
            sentence = (
                f"{active.name or 'A workout'} is open: append the exercises of "
                f"{named(workout)}?"
            )
            if not await self.app.push_screen_wait(YesNo(sentence, "Append")):
                return
            plan = self._logbook.append
        if attempt(self.app, lambda: plan(workout)):
            self.post_message(LogWritten())
            await self.app.run_action("mode('workout')")

    def action_edit(self) -> None:
        """Change what is under the cursor; from the list, give the detail the keys."""
        if self._is_reading:
            self._correct(HistoryEditor.edit)
        else:
            self.action_open()
            self._detail.go_to_set()

    def action_change(self, what: str) -> None:
        """One change of the workout by its name, for the palette."""
        self._correct(lambda editor: editor.change(what))

    def action_note(self) -> None:
        """The note of what is under the cursor."""
        self._correct(HistoryEditor.note)

    def action_swap(self) -> None:
        """Another exercise in the stead of the one under the cursor."""
        self._correct(HistoryEditor.swap)

    def action_add_set(self) -> None:
        """A set that was forgotten."""
        self._correct(HistoryEditor.add_set)

    def action_split(self) -> None:
        """Make two workouts of one, the second from the exercise under the cursor."""
        self._correct(HistoryEditor.split)

    @work
    async def _correct(
        self, change: Callable[[HistoryEditor], Awaitable[None]]
    ) -> None:
        if (workout := self._list.workout) is not None:
            self._corrected.add(workout.id)
            known = (self.app, self._logbook, workout, self._spot, self._changed)
            await change(HistoryEditor(*known))

    @work
    async def action_exercise_settings(self) -> None:
        """What the lifter wants for the exercise under the cursor."""
        from befit_tui.ui.screens.exercise_settings import set_exercise  # noqa: PLC0415

        exercise = self.exercise
        if exercise and await set_exercise(self.app, self._logbook, exercise):
            self._changed()

    # -- behind the screen

    def _look_closer(self) -> None:
        """Work out what is not known yet, unless that goes on already."""
        if self._looking is None or self._looking.is_finished:
            self._looking = self._look()

    @work(group=BACKGROUND)
    async def _look(self) -> None:
        """One thing after the other, and none before the cursor has rested."""
        await self.painted()
        while await self._step():
            pass

    async def _step(self) -> bool:
        """Index a month, judge a workout in sight or find the records of a lift.

        Each takes longer than a key. Gives whether there was something to do.
        """
        while (left := CALM_S - (time.monotonic() - self._moved_at)) > 0:
            await asyncio.sleep(left)
        past = self._list.past
        if not self.size:
            return False  # it was drawn ahead, and begins when it is first shown
        if months := past.index.waiting(past.history):
            await asyncio.to_thread(past.index.add, past.history, months[0])
            self._show_progress(len(months))
        elif self._logbook.unread_months:
            return False  # what seems a record may be none; the list is drawn again
        elif workout := next(self._list.waiting(), None):
            await asyncio.to_thread(past.judge, workout)
            self._list.redraw(workout)
            if workout is self._list.workout:
                self._show_detail()
        elif lifts := await asyncio.to_thread(past.unread_lifts):
            await asyncio.to_thread(past.records_of, lifts[0])
            self._show_progress(len(lifts))
        else:
            return False
        return True

    def _show_progress(self, left: int) -> None:
        """What has been read may hold more of what is looked for."""
        if left % AT_ONCE == 1 and self.has_class("-filtering"):
            self._show_rows()

    # -- drawing

    def _give_names_room(self) -> None:
        """Let the list be as wide as its names ask, as far as what is beside it can."""
        wanted, width = self._list.widest, self.app.size.width
        columns = sum(width >= least for least in BESIDE_FROM)
        most = width - columns * LEAST_BESIDE if columns else 0
        self._column.styles.min_width = max(min(wanted, most), 0)

    @property
    def _is_reading(self) -> bool:
        return self.has_class("-reading")

    @property
    def _spot(self) -> Position:
        """What the keys of the detail act on; from the list, the whole workout."""
        return (self._is_reading and self._detail.spot) or WHOLE

    @property
    def exercise(self) -> Exercise | None:
        """The exercise under the cursor, else the first of the workout."""
        workout = self._list.workout
        if workout is None or not workout.entries:
            return None
        place = min(max(self._spot.entry, 0), len(workout.entries) - 1)
        return self._logbook.catalog.get(workout.entries[place].exercise)

    def _completed(self, typed: str) -> str | None:
        names = self._list.past.exercise_names
        return complete(typed, names, self._logbook.catalog.muscles)

    def _changed(self, what: str = "changed") -> None:
        self.draw_log()
        self.post_message(LogWritten())
        self.notify(f"{what} · u to undo", timeout=3)

    def _show_rows(self, *, wait: bool = False) -> None:
        past = self._list.past
        typed, unread = self._filter.value, self._logbook.unread_months
        try:
            found = past.search(typed, wait=wait)
        except FilterError as error:
            self._refusal = str(error)
            self._bar.say("cannot be read")
            return
        self._refusal = ""
        every, going_on = len(past.history), self._progress()
        if typed.strip():
            rows = rows_of(past.with_also(found.workouts, self._corrected))
        else:
            rows = rows_of(found.workouts, self._logbook.store.missing)
        self._list.update_rows(rows or no_rows(every, going_on))
        self._bar.say(*count_words(found, every, going_on))
        title = since_words(self._logbook.history, is_read=not unread)
        self._list_title.say(title, HARD)

    def _progress(self) -> str:
        """What is still being read; empty when all of the past is known."""
        past = self._list.past
        said = past.progress(self._logbook.unread_months)
        if not said and "is:pr" in self._filter.value and past.unread_lifts():
            return "finding records"
        return said

    def _follow(self) -> None:
        """Show what the cursor has moved to; what is behind it waits meanwhile."""
        self._moved_at = time.monotonic()
        self._show_detail()

    def _show_detail(self) -> None:
        workout, past, unit = self._list.workout, self._list.past, self._logbook.unit
        judged = workout is not None and past.notable(workout) is not None
        asked = self._filter.has_focus and not self._filter.value.strip()
        said = self._refusal if asked or self._refusal else None
        about = (workout and workout.id, said)
        drawn = (workout, judged, unit, said)
        if drawn == self._drawn:
            return
        is_other, self._about, self._drawn = about != self._about, about, drawn
        page = detail_page(workout, past, unit) if workout else ()
        if said is not None:
            page = filter_help(said)
        title = ("Workout", LEGEND, SHORT_LEGEND) if said is None else ("Filter",)
        self._page_title.say(*title)
        self._detail.show(page, from_top=is_other)
        self._show_lift()

    @on(WorkoutDetail.Moved)
    def _show_lift(self) -> None:
        """Show the lift under the cursor, or the first, beside the workout."""
        if (exercise := self.exercise) is not None:
            asked = (self._list.past, exercise.id, self._logbook.unit)
            today = self._logbook.clock().date()
            self._lift.show(*asked, read=partial(past_story, *asked, today))
        else:
            self._lift.clear()
