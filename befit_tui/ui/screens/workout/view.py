"""How the workout in progress looks: the sets, the entry line, the meter, the rest."""

import time
from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult

from befit_tui.domain.errors import BefitError
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook
from befit_tui.logbook.workout import words
from befit_tui.logbook.workout.day import day_lines
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.logging import last_set
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.settings import Settings
from befit_tui.ui.screens.pane import LogChanged, LogWritten, Pane
from befit_tui.ui.widgets.blank import Column, Row
from befit_tui.ui.widgets.entry_line import HINT, TIMED_HINT, EntryLine
from befit_tui.ui.widgets.focus_view import FocusView
from befit_tui.ui.widgets.frame import Frame
from befit_tui.ui.widgets.meter_panel import MeterPanel
from befit_tui.ui.widgets.rest_panel import RestPanel
from befit_tui.ui.widgets.set_list import SetList
from befit_tui.ui.widgets.text import clean
from befit_tui.ui.widgets.today_panel import TodayPanel

T = TypeVar("T")


class WorkoutView(Pane):
    """Draws the editor."""

    KEYS_FOR = "SetList"

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.settings = settings
        self._logbook = logbook
        self.monotonic = monotonic
        self.editor = WorkoutEditor(logbook)
        self.editor.presses.per_rep = settings.presses_per_rep
        self._drawn: Workout | None = None
        self._meter: MeterView | None = None
        self._records = self.editor.records.labels

    def compose(self) -> ComposeResult:
        """The sets beside the meter, the rest and the day."""
        with Row(id="workout-body"):
            with Column(id="workout-left"):
                with Frame(id="sets"):
                    yield FocusView()
                    yield SetList(self.editor, self._logbook.unit)
                yield EntryLine(id="entry")
            with Column(id="workout-side"):
                yield MeterPanel()
                yield RestPanel(self._logbook.clock, self.monotonic)
                yield TodayPanel()

    def on_mount(self) -> None:
        """Draw the log and take up a rest that was running."""
        self._resume_rest()
        self.show()

    def on_log_changed(self, _: LogChanged) -> None:
        """Follow the log, seen or not: a command may want the editor right away."""
        self.draw_log()

    def draw_log(self) -> None:
        """Draw the log as it is now."""
        self.editor.follow()
        self.editor.presses.per_rep = self.settings.presses_per_rep
        self._drawn = None
        self._list.refresh()
        self.show()

    # -- drawing

    def show(self) -> None:
        """Draw the pane from the editor; what no key changed is left alone.

        The pane outlives its workout by a moment.
        """
        active = self._logbook.active
        if active is None:
            return
        if active is not self._drawn:
            self._show_workout(active)
        self._list.show_rows()
        self._show_row()

    def _show_workout(self, active: Workout) -> None:
        """Draw what depends on the whole workout."""
        self._drawn = active
        self._list.unit = self._logbook.unit
        title = f"{active.name or 'Workout'} · {day_words(active.started_at)}"
        self.query_one(Frame).say(clean(title), words.progress(self.editor))
        self._announce()
        self.call_after_refresh(self._show_day)

    def _show_day(self) -> None:
        """Draw what the day says, once the set itself is on the screen."""
        if (active := self._logbook.active) is None:
            return
        alerts = words.alerts_of(self.editor, active)
        self.query_one(TodayPanel).show(
            alerts, words.day_words_of(self.editor, active), day_lines(self._logbook)
        )

    def _announce(self) -> None:
        """Say the records that are new, and mark their rows."""
        before, self._records = self._records, self.editor.records.labels
        changed = before.items() ^ self._records.items()
        self._list.refresh_sets({set_id for set_id, _ in changed})
        for set_id, labels in self._records.items():
            if new := [
                label for label in labels if label not in before.get(set_id, ())
            ]:
                self.notify(f"◆ {' · '.join(new)}", timeout=5, markup=False)

    def _show_row(self) -> None:
        """Draw what depends on the row under the cursor."""
        self._list.refresh_row()
        asking = self.editor.question is not None and self.editor.question.open
        label = words.prompt(self.editor, self._logbook.unit)
        hint = TIMED_HINT if self.editor.is_timed else HINT
        hint = "" if self.editor.watch.is_used else hint
        self._entry.say(label, asking=asking, hint=hint)
        self._show_meter("")

    def _show_meter(self, typed: str) -> None:
        active, unit = self._logbook.active, self._logbook.unit
        view = words.meter(self.editor, unit, active, typed) if active else None
        self._meter = view
        self.query_one(MeterPanel).show(view)

    def _resume_rest(self) -> None:
        active = self._logbook.active
        last = last_set(active) if active else None
        if last is not None and last.at is not None:
            self._rest.begin(last.at, self._rest_target())

    def _rest_target(self) -> int:
        active = self._logbook.active
        return words.rest_target(self.editor, active) if active else 0

    @property
    def _list(self) -> SetList:
        return self.query_one(SetList)

    @property
    def _rest(self) -> RestPanel:
        return self.query_one(RestPanel)

    @property
    def _entry(self) -> EntryLine:
        return self.query_one(EntryLine)

    def _change(self, change: Callable[[], T]) -> T | None:
        """Change the log and draw it; a refusal is said, and nothing has changed."""
        try:
            return change()
        except BefitError as error:
            self._say(error)
            return None
        finally:
            self.show()
            self.post_message(LogWritten())

    def _say(self, error: BefitError) -> None:
        self.notify(str(error), severity="warning", markup=False)
