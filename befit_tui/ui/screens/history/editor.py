"""Correcting the past: every change is asked for in a line and is one step of undo."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.app import App

from befit_tui.domain import edit
from befit_tui.domain.load import number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook import check_in
from befit_tui.logbook.doubts import SlipQuestion
from befit_tui.logbook.history import corrections, set_corrections
from befit_tui.logbook.history.detail import Position
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.choose_exercise import choose_exercise
from befit_tui.ui.screens.dialog import YesNo, attempt
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.screens.questionnaire_dialog import QuestionnaireDialog
from befit_tui.ui.widgets.text import clean

SET_HINT = "as at the rack: 82.5x8 · 8@1 · 8@f · 60x8w · 8 # a note"
DAY_HINT = "2026-11-20, yesterday, -2 or mon; the times of day stay"
WHOLE = Position()
Change = Callable[[Workout], Awaitable[None]]
Step = tuple[str, Callable[[], Awaitable[None]]]
"""What can be changed, in words, and how."""


class HistoryEditor:
    """Asks in dialogs for changes of a past workout and makes them.

    ``changed`` is called after each, which is on disk then.
    """

    def __init__(
        self, app: App[Any], logbook: Logbook, changed: Callable[[], object]
    ) -> None:
        self._app = app
        self._logbook = logbook
        self._changed = changed

    async def edit(self, workout: Workout, spot: Position) -> None:
        """Change a set, or what is chosen of an exercise or of the whole workout."""
        if spot.set_id:
            await self._edit_set(workout, spot)
        elif spot.entry >= 0:
            await self._choose("Change", self._exercise_steps(workout, spot.entry))
        else:
            await self._choose("Change", self._workout_steps(workout))

    async def change(self, workout: Workout, what: str) -> None:
        """Change one thing of a workout by its name, for the palette."""
        await self._of_workout[what][1](workout)

    # -- what can be chosen

    def _exercise_steps(self, workout: Workout, at: int) -> list[Step]:
        spot = Position(at)
        return [
            ("add a set that was forgotten", partial(self.add_set, workout, at)),
            ("put another exercise here", partial(self.swap, workout, at)),
            ("note", partial(self.note, workout, spot)),
            ("a workout of its own from here on", partial(self.split, workout, at)),
        ]

    @property
    def _of_workout(self) -> dict[str, tuple[str, Change]]:
        """What can be changed of a workout: its words, and how; by its name."""
        return {
            "name": ("name", self._edit_name),
            "day": ("move it to another day", self._edit_day),
            "times": ("start and end", self._edit_times),
            "note": ("note", self.note),
            "check_in": ("check-in and body weight", self._edit_check_in),
            "effort": ("session effort", self._edit_effort),
            "phase": ("phase", self._edit_phase),
            "merge_before": ("merge with the one before", self._merge_before),
        }

    def _workout_steps(self, workout: Workout) -> list[Step]:
        *named_steps, _ = self._of_workout.values()
        steps: list[Step] = [(words, partial(do, workout)) for words, do in named_steps]
        sides = zip(self._neighbours(workout), ("before", "after"), strict=True)
        for other, side in sides:
            if other is not None:
                words = f"merge with the one {side}: {named(other)}"
                steps.append((words, partial(self._merge, workout, other)))
        return steps

    def _neighbours(self, workout: Workout) -> tuple[Workout | None, Workout | None]:
        """The workouts before and after one in time."""
        every = tuple(self._logbook.history)
        at = next(i for i, found in enumerate(every) if found.id == workout.id)
        before = every[at - 1] if at else None
        return before, every[at + 1] if at + 1 < len(every) else None

    # -- one change each

    async def _edit_set(self, workout: Workout, spot: Position) -> None:
        found = edit.find_set(workout, spot.set_id)
        if found is None:
            return
        at, done = found
        entry = workout.entries[at]
        name = self._logbook.catalog.get(entry.exercise).name
        title = f"{name}, set {entry.sets.index(done) + 1}"
        row = set_corrections.row_of(self._logbook, entry, done)
        line = set_corrections.line_of(done, row)
        change = partial(
            set_corrections.edit_set,
            self._logbook,
            workout,
            done.id,
            question=SlipQuestion(self._logbook.clock),
        )
        await self._ask(title, line, SET_HINT, change, partial(change, anew=True))

    async def add_set(self, workout: Workout, at: int) -> None:
        """A set that was forgotten, in the exercise at ``at``."""
        name = self._logbook.catalog.get(workout.entries[at].exercise).name
        change = partial(
            set_corrections.add_sets,
            self._logbook,
            workout,
            at,
            question=SlipQuestion(self._logbook.clock),
        )
        await self._ask(f"{name}, one more set", "", SET_HINT, change)

    async def swap(self, workout: Workout, at: int) -> None:
        """Another exercise in the stead of the one at ``at``."""
        old = self._logbook.catalog.get(workout.entries[at].exercise)
        chosen = await choose_exercise(
            self._app, self._logbook, f"Swap {clean(old.name)}", instead_of=old
        )
        if chosen is None:
            return
        swapped = edit.with_entry_changed(
            workout, at, lambda entry: replace(entry, exercise=chosen)
        )
        self._keep(partial(self._correct, workout, swapped, "exercise"))

    async def split(self, workout: Workout, at: int) -> None:
        """Make two workouts of one, the second from the exercise at ``at`` on."""
        self._keep(partial(corrections.split, self._logbook, workout, at))

    async def _merge_before(self, workout: Workout) -> None:
        before, _ = self._neighbours(workout)
        if before is not None:
            await self._merge(workout, before)

    async def _merge(self, workout: Workout, other: Workout) -> None:
        if apart := corrections.far_apart(workout, other):
            sentence = f"They lie {apart} apart: make them one workout?"
            if not await self._app.push_screen_wait(YesNo(sentence, "Merge")):
                return
        self._keep(partial(corrections.merge, self._logbook, workout, other))

    async def _edit_name(self, workout: Workout) -> None:
        await self._ask(
            "Name",
            workout.name,
            "",
            lambda text: self._correct(workout, replace(workout, name=text), "name"),
        )

    async def _edit_day(self, workout: Workout) -> None:
        day = workout.started_at.date().isoformat()
        change = partial(corrections.move, self._logbook, workout)
        await self._ask("Another day", day, DAY_HINT, change, change)

    async def _edit_times(self, workout: Workout) -> None:
        times = f"{workout.started_at:%H:%M}"
        if workout.ended_at is not None:
            times += f"-{workout.ended_at:%H:%M}"
        change = partial(corrections.set_times, self._logbook, workout)
        await self._ask("Start and end", times, "as in 18:02-19:04", change, change)

    async def _edit_effort(self, workout: Workout) -> None:
        rated = workout.session_rpe
        change = partial(corrections.set_effort, self._logbook, workout)
        shown = "" if rated is None else number(rated)
        hint = "1 very easy … 10 maximal"
        await self._ask("Session effort", shown, hint, change, change)

    async def _edit_phase(self, workout: Workout) -> None:
        """What the training was for; a deload lies outside of verdicts and trends."""
        phases = (*Phase, None)
        now = phases.index(workout.phase)
        labels = [str(one) if one else "no phase" for one in phases]
        labels[now] += " (as it is)"
        chosen = await self._app.push_screen_wait(Choice("Phase", labels))
        if chosen is not None and chosen != now:
            changed = replace(workout, phase=phases[chosen])
            self._keep(partial(self._correct, workout, changed, "phase"))

    async def _edit_check_in(self, workout: Workout) -> None:
        questions = check_in.questions_of(self._logbook, workout)
        dialog = QuestionnaireDialog(
            questions, "Check-in", lambda _: "", esc_keeps=True
        )
        if await self._app.push_screen_wait(dialog):
            given = check_in.answered(questions, workout, self._logbook.unit)
            self._keep(partial(self._correct, workout, given, "check-in"))

    async def note(self, workout: Workout, spot: Position = WHOLE) -> None:
        """The note of the set, the exercise or the workout."""
        if found := edit.find_set(workout, spot.set_id):
            old = found[1].note
        else:
            old = workout.note if spot.entry < 0 else workout.entries[spot.entry].note

        def change(text: str) -> object:
            return self._correct(workout, _with_note(workout, spot, text), "note")

        await self._ask("Note", old, "", change)

    def remove(self, workout: Workout, spot: Position) -> None:
        """Take out a set, or an exercise with its sets."""
        at, set_id = spot
        self._keep(partial(set_corrections.remove, self._logbook, workout, at, set_id))

    # -- inner workings

    async def _choose(self, title: str, steps: list[Step]) -> None:
        labels = [words for words, _ in steps]
        chosen = await self._app.push_screen_wait(Choice(title, labels))
        if chosen is not None:
            await steps[chosen][1]()

    async def _ask(
        self,
        title: str,
        value: str,
        hint: str,
        change: Callable[[str], object],
        retyped: Callable[[str], object] | None = None,
    ) -> None:
        """Ask for a line; what it changes is written before the dialog closes.

        With ``retyped`` the first key takes the place of the value; a line typed anew
        goes through it instead.
        """
        shown = clean(value)
        prompt = Prompt(
            clean(title),
            value=shown,
            hint=hint,
            # A text of several lines is not put on one line by looking at it.
            check=lambda text: None if text == shown else change(text),
            retyped=retyped,
        )
        told = await self._app.push_screen_wait(prompt)
        if told is not None and told != shown:
            self._changed()

    def _correct(self, old: Workout, new: Workout, what: str) -> Workout:
        label = f"{what} of {old.name or 'workout'}"
        return corrections.correct(self._logbook, old, new, label)

    def _keep(self, change: Callable[[], object]) -> None:
        if attempt(self._app, change):
            self._changed()


def _with_note(workout: Workout, spot: Position, text: str) -> Workout:
    if spot.set_id:
        return edit.with_set_changed(
            workout, spot.set_id, lambda done: replace(done, note=text)
        )
    if spot.entry >= 0:
        return edit.with_entry_changed(
            workout, spot.entry, lambda entry: replace(entry, note=text)
        )
    return replace(workout, note=text)


def named(workout: Workout) -> str:
    """A workout by its name and day."""
    return f"{clean(workout.name) or 'Workout'}, {day_words(workout.started_at)}"
