"""The workout under the fingers: the cursor, what its row shows, what a key does to it.

The editor is what the workout screen is without its looks; every change it makes goes
through the logbook, so it is on disk when the method returns.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from befit_tui.analysis.planning.rows import targets_of
from befit_tui.domain.load import Load
from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.other_day import end_of
from befit_tui.logbook.typed_set import nudged
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.logging import SetLogging
from befit_tui.logbook.workout.rows import SetRow, TitleRow


class WorkoutEditor(SetLogging):
    """What the keys of the workout screen do."""

    # -- changing the row

    def change_reps(self, step: int) -> None:
        """One rep more or less; on a logged set the set itself is corrected."""
        if (row := self.set_row) is None:
            return
        self._change(
            row, "corrected set", **nudged(row.done or self.planned(row), step)
        )

    def change_load(self, step: int) -> None:
        """One increment of load more or less, never below zero."""
        row, exercise = self.set_row, self.exercise
        if row is None or exercise is None:
            return
        old = row.done.load if row.done else self.planned(row).load
        load = old or Load(0, self.unit)
        load = load.to(exercise.unit or load.unit)
        value = max(0.0, load.value + step * (exercise.increment(load.unit) or 1))
        load = Load(round(value, 2), load.unit)
        self._change(row, str(load), load=load)

    def toggle_kind(self, kind: Kind) -> None:
        """Make the set a warm-up or a drop set, or a working set again."""
        if (row := self.set_row) is None:
            return
        now = row.done.kind if row.done else self.planned(row).kind
        new = Kind.WORK if now is kind else kind
        self._change(row, f"{new} set", kind=new)

    # -- taking away

    def remove(self) -> str:
        """Take away the set under the cursor, on a title the exercise; what it was."""
        row = self.row
        self.leave_row()
        if isinstance(row, TitleRow):
            changes.remove_entry(self._logbook, row.entry)
            label = row.exercise.name
        elif isinstance(row, SetRow) and row.done is not None:
            changes.remove_set(self._logbook, row.done.id)
            label = "set"
        elif isinstance(row, SetRow) and not row.further:
            label = self._remove_planned(row)
        else:
            return ""
        self.drafts.clear()
        self.refresh()
        return label

    def reorder(self, step: int) -> None:
        """Move the exercise under the cursor up (-1) or down (1)."""
        if (row := self.row) is None:
            return
        to = min(max(row.entry + step, 0), len(self._workout.entries) - 1)
        changes.move_entry(self._logbook, row.entry, step)
        self.drafts.clear()
        self.refresh()
        self.go_to(f"{to}:title")

    # -- exercises and notes

    def add(self, exercise: str) -> None:
        """Put an exercise at the end and the cursor on its first set."""
        changes.add_exercise(self._logbook, exercise)
        self.refresh()
        self.go_to_next(len(self._workout.entries) - 1)

    def swap(self, exercise: str) -> None:
        """Put another exercise in the place under the cursor."""
        if (row := self.row) is not None:
            changes.swap_exercise(self._logbook, row.entry, exercise)
            self.drafts.clear()
            self.refresh()
            self.go_to_next(row.entry)

    def note_under_cursor(self) -> tuple[str, str]:
        """What a note would be written on, and the note that is there."""
        row = self.row
        if isinstance(row, SetRow) and row.done is not None:
            return "the set", row.done.note
        exercise = self.exercise
        note = self._workout.entries[row.entry].note if row else ""
        return exercise.name if exercise else "the workout", note

    def write_note(self, note: str) -> None:
        """Write a note on the logged set under the cursor, or else on the exercise."""
        row = self.row
        if isinstance(row, SetRow) and row.done is not None:
            changes.change_set(self._logbook, row.done.id, "note", note=note)
        elif row is not None:
            changes.note_entry(self._logbook, row.entry, note)
        self.refresh()

    def finish(self, ended_at: datetime | None = None) -> None:
        """End the workout, now unless another time is given, and file it."""
        self._logbook.finish(ended_at or end_of(self._workout))
        self.restart()

    def restart(self) -> None:
        """Take up another workout: the cursor goes to its next set."""
        self.leave_row()
        self.drafts.clear()
        self.cursor = 0
        self.refresh()
        self.go_on()

    # -- inner workings

    def _change(self, row: SetRow, label: str, **fields: Any) -> None:
        if row.done is not None:
            changes.change_set(self._logbook, row.done.id, label, **fields)
            self.refresh()
            return
        shown = self.planned(row)
        self.presses.clear()
        self.watch.clear()
        self.drafts[row.id] = replace(shown, **fields)

    def _remove_planned(self, row: SetRow) -> str:
        """Plan what the other rows of the exercise show; with none it goes too."""
        entry = self._workout.entries[row.entry]
        others = tuple(
            other.planned
            for other in self.rows
            if isinstance(other, SetRow)
            and (other.entry, other.further) == (row.entry, False)
            and other.place != row.place
        )
        if not others:
            changes.remove_entry(self._logbook, row.entry)
            return self._logbook.catalog.get(entry.exercise).name
        changes.plan_sets(self._logbook, row.entry, targets_of(others, entry))
        return "planned set"
