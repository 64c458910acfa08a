"""How the open workout is drawn: the sets, the entry line, the meter, the rest."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lift_sessions import LiftStory, lift_story
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.logbook.workout.rest import rest_target
from befit_tui.logbook.workout.row_words import progress, prompt
from befit_tui.logbook.workout.today import NO_ALERT, alerts_of, day_lines, day_words_of
from befit_tui.ui.widgets.containers import Column, Row, Rule
from befit_tui.ui.widgets.entry_line import FIRST_HINT, HINT, TIMED_HINT, EntryLine
from befit_tui.ui.widgets.heading import Heading
from befit_tui.ui.widgets.meter.focus_view import FocusView
from befit_tui.ui.widgets.meter.panel import MeterPanel
from befit_tui.ui.widgets.rest_panel import RestPanel
from befit_tui.ui.widgets.sessions_panel import PlanPanel, SessionsPanel
from befit_tui.ui.widgets.set_list import SetList
from befit_tui.ui.widgets.today_panel import TodayPanel

LARGE = "-focus"
"""The class of the body whose set, meter and rest are in large characters."""
OF_A_LIFT = ("performance-drop", "stall")
"""Alerts that say where a lift is going."""


class WorkoutView(Row):
    """Draws the workout that ``editor`` holds; it changes nothing of it."""

    class Asking(Message):
        """The question about the last set has been asked, or is no longer open."""

    def __init__(
        self, editor: WorkoutEditor, logbook: Logbook, monotonic: Callable[[], float]
    ) -> None:
        super().__init__(id="workout-view")
        self._editor = editor
        self._logbook = logbook
        self._heading = Heading(id="workout-heading")
        self._focus = FocusView()
        self.entry = EntryLine()
        self.list = SetList(editor.cursor, self.entry)
        self._meter = MeterPanel()
        self.rest = RestPanel(logbook.clock, monotonic)
        self._lift = SessionsPanel("This lift")
        self._plan = PlanPanel()
        self._today = (TodayPanel(id="today-below"), TodayPanel(id="today-beside"))
        self._story_of = lru_cache(maxsize=16)(_story_of)
        self._drawn: Workout | None = None
        self._is_asking = False

    def compose(self) -> ComposeResult:
        """The sets beside the meter, the rest and the day."""
        with Column(id="workout-left"):
            yield self._heading
            with Column(id="sets"):
                yield self._focus
                yield self.list
            yield self._today[0]
            yield self.entry
        yield Rule(id="workout-rule")
        with Column(id="workout-side"):
            yield self._meter
            with Row(id="workout-story"):
                yield self._lift
                with Column(id="workout-next"):
                    yield self._plan
                    yield self.rest
                    yield self._today[1]

    def on_mount(self) -> None:
        """Draw the log and take up a rest that was running."""
        self._begin_rest()
        self.show()

    def draw_log(self) -> None:
        """Draw all of the log, though it may be the same workout as before."""
        self.list.refresh()
        if (active := self._logbook.active) is not None:
            self._show_workout(active)
        self.show()

    def _begin_rest(self) -> None:
        """Rest from the last set on; without one, or its time, there is no rest."""
        last = self._editor.cursor.last_set
        if last is None or last.at is None:
            self.rest.stop()
        else:
            self.rest.begin(last.at, rest_target(self._editor.cursor))

    def _follow_rest(self, before: Workout | None) -> None:
        """Rest as the log says now: what it said before may be taken back.

        A rest that no set began, but a key, goes on.
        """
        rest, last = self.rest.rest, self._editor.cursor.last_set
        if rest is None:
            return
        if last is not None and last.at == rest.since:
            if more := rest_target(self._editor.cursor) - rest.target:
                self.rest.longer(more)
        elif before is not None and any(one.at == rest.since for one in before.sets):
            self._begin_rest()

    def show(self) -> None:
        """Draw the editor; what no key changed is left alone.

        The screen outlives its workout by a moment.
        """
        active = self._logbook.active
        if active is None:
            return
        if active is not self._drawn:
            self._show_workout(active)
        if self._is_asking != self._editor.cursor.is_asking:
            self._is_asking = not self._is_asking
            self.call_after_refresh(self._show_day)
            self.post_message(self.Asking())
        self.list.show_rows()
        self.show_row()

    def show_row(self) -> None:
        """Draw what depends on the row under the cursor."""
        cursor = self._editor.cursor
        self.list.refresh_row()
        asking = cursor.is_asking
        label = prompt(cursor)
        self.entry.say(label, asking=asking, hint=_hint(cursor))
        self.show_meter("")
        self.show_focus()
        self.rest.dim(cursor.presses.count > 0)
        self._show_story()

    def show_meter(self, typed: str) -> None:
        """Let the meter answer what is typed, or else the row.

        It waits while it is open how the last set ended.
        """
        if self._editor.cursor.is_asking or not self._editor.cursor.is_planned:
            return
        values = self._editor.line.values(typed)
        self._meter.show(meter_of(self._editor.cursor, values))

    def show_focus(self) -> None:
        """Draw the large characters, if they are to be seen."""
        if self.has_class(LARGE):
            self._focus.show(self._editor.cursor, self._meter.view, self.rest.words)

    # -- inner workings

    def _show_story(self) -> None:
        """Draw what is planned; how the lift went once the cursor has come to rest."""
        cursor = self._editor.cursor
        if not cursor.is_planned:
            return
        title = cursor.title
        if title is not None:
            # What the list has no room for, it says in brief.
            heading = title.plan if title.brief else ""
            self._plan.show(" · ".join(filter(None, (heading, title.why))))
        if cursor.exercise is not None:
            today = self._logbook.as_of
            asked = (cursor.lifts, cursor.exercise, self._logbook.unit, today)
            self._lift.show(*asked, read=partial(self._story_of, *asked))

    def on_resize(self) -> None:
        """Read the lift where there is room for it now."""
        self.list.is_alone = not self._plan.display
        self._show_story()
        self.call_after_refresh(self._show_day)

    def _show_workout(self, active: Workout) -> None:
        """Draw what depends on the whole workout."""
        title = f"{active.name or 'Workout'} · {day_words(active.started_at)}"
        self._heading.say(title, *progress(self._editor.cursor))
        self._follow_rest(self._drawn)
        self._drawn = active
        self.call_after_refresh(self._show_day)

    def _show_day(self) -> None:
        """Draw what the day says, once the set itself is on the screen and rated."""
        cursor = self._editor.cursor
        if self._logbook.active is None or self._is_asking or not cursor.is_planned:
            return
        alerts = alerts_of(cursor)
        said = NO_ALERT
        if not self._meter.is_large:
            said = day_words_of(cursor)
        going = {one.subject.id for one in alerts if one.code in OF_A_LIFT}
        self._lift.leave_out(frozenset(going))
        self._meter.leave_out(alerts)
        for panel in self._today:  # where the other is, this one is hidden
            panel.show(alerts, said, day_lines(self._logbook))

    @on(RestPanel.Ticked)
    def _rest_ticked(self, event: RestPanel.Ticked) -> None:
        """Keep the large rest right; a question does not outlast the rest."""
        event.stop()
        if not self.close_late_question():
            self.show_focus()

    def close_late_question(self) -> bool:
        """Close the question if its time is over; whether it was closed."""
        late = self._editor.stop_asking(rest_target(self._editor.cursor))
        if late:
            self.show()
        return late


def _hint(cursor: RowCursor) -> str:
    """How a set is typed on the row."""
    if cursor.watch.is_used or not cursor.is_planned:
        return ""
    if (row := cursor.set_row) is None:
        return ""
    if row.exercise.load is not LoadKind.WEIGHT:
        return TIMED_HINT if cursor.is_timed else HINT
    return FIRST_HINT if cursor.shown(row).load is None else HINT


def _story_of(lifts: Lifts, exercise: Exercise, unit: Unit, today: date) -> LiftStory:
    verdicts = lifts.alert_cache.verdicts(today)
    return lift_story(verdicts, lifts.history, exercise, unit, until=today, today=today)
