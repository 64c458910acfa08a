"""Correcting the past: each change is asked for in a line, one step of undo."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.app import App

from befit_tui.domain import edit
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import day_words, place_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook import check_in
from befit_tui.logbook.doubts import SlipQuestion
from befit_tui.logbook.history import corrections, set_corrections
from befit_tui.logbook.history.detail import Position
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.dialog import YesNo, attempt
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.screens.questionnaire_dialog import QuestionnaireDialog
from befit_tui.ui.widgets.text import clean

SET_HINT = "as at the rack: 82.5x8 · 8@1 · 8@f · 60x8w · 8 # a note"
DAY_HINT = "2026-11-20, yesterday or mon; the times of day stay"
WHOLE = Position()
SIDES = ("before", "after")
Change = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class HistoryEditor:
    """Asks in dialogs for changes of a past workout, or of a ``spot`` in it.

    ``changed`` is called after each, which is on disk then.
    """

    app: App[Any]
    logbook: Logbook
    workout: Workout
    spot: Position
    changed: Callable[[str], object]

    async def edit(self) -> None:
        """Change a set, or what is chosen of an exercise or of the whole workout."""
        if self.spot.set_id:
            await self._edit_set()
        elif self.spot.entry >= 0:
            await self._choose(
                ("add a set that was forgotten", self.add_set),
                ("put another exercise here", self.swap),
                ("note", self.note),
                ("a workout of its own from here on", self.split),
            )
        else:
            steps = [*self._of_workout.values()]
            for side, other in zip(SIDES, self._neighbours(), strict=True):
                if other is not None:
                    words = f"merge with the one {side}: {named(other)}"
                    steps.append((words, partial(self._merge, other)))
            await self._choose(*steps)

    async def change(self, what: str) -> None:
        """Change one thing of the workout by its name, for the palette."""
        before, _ = self._neighbours()
        if what != "merge_before":
            await self._of_workout[what][1]()
        elif before is not None:
            await self._merge(before)

    @property
    def _of_workout(self) -> dict[str, tuple[str, Change]]:
        """What can be changed of the workout: its words, and how; by its name."""
        return {
            "name": ("name", self._edit_name),
            "day": ("move it to another day", self._edit_day),
            "times": ("start and end", self._edit_times),
            "note": ("note", partial(self._edit_note, WHOLE)),
            "check_in": ("check-in and body weight", self._edit_check_in),
            "effort": ("session effort", self._edit_effort),
            "phase": ("phase", self._edit_phase),
        }

    def _neighbours(self) -> tuple[Workout | None, Workout | None]:
        """The workouts before and after in time."""
        every = (None, *self.logbook.history, None)
        ids = [found and found.id for found in every]
        at = ids.index(self.workout.id)
        return every[at - 1], every[at + 1]

    # -- one change each

    async def _edit_set(self) -> None:
        found = edit.find_set(self.workout, self.spot.set_id)
        if found is None:
            return
        at, done = found
        entry = self.workout.entries[at]
        upto = entry.sets[: entry.sets.index(done) + 1]
        place = sum(one.kind is done.kind for one in upto)
        title = f"{self._exercise.name}, {place_words(done.kind, place)}"
        row = set_corrections.row_of(self.logbook, entry, done)
        change = partial(
            set_corrections.edit_set,
            self.logbook,
            self.workout,
            done.id,
            question=SlipQuestion(self.logbook.clock),
        )
        line = set_corrections.line_of(done, row)
        await self._ask(title, line, SET_HINT, change, partial(change, anew=True))

    async def add_set(self) -> None:
        """A set that was forgotten, in the exercise."""
        change = partial(
            set_corrections.add_sets,
            self.logbook,
            self.workout,
            self._at,
            question=SlipQuestion(self.logbook.clock),
        )
        await self._ask(f"{self._exercise.name}, one more set", "", SET_HINT, change)

    async def swap(self) -> None:
        """Another exercise in the stead of this one."""
        from befit_tui.ui.screens.picker import choose_exercise  # noqa: PLC0415

        old = self._exercise
        chosen = await choose_exercise(
            self.app, self.logbook, f"Swap {clean(old.name)}", instead_of=old
        )
        if chosen is not None:
            change = partial(set_corrections.swap, self.logbook, self.workout)
            self._keep(partial(change, self._at, chosen))

    async def split(self) -> None:
        """Make two workouts of one, the second from the exercise on."""
        at = self.spot.entry
        self._keep(partial(corrections.split, self.logbook, self.workout, at))

    async def _merge(self, other: Workout) -> None:
        if apart := corrections.far_apart(self.workout, other):
            sentence = f"They lie {apart} apart: make them one workout?"
            if not await self.app.push_screen_wait(YesNo(sentence, "Merge")):
                return
        self._keep(partial(corrections.merge, self.logbook, self.workout, other))

    async def _edit_name(self) -> None:
        workout = self.workout
        await self._ask(
            "Name",
            workout.name,
            "",
            lambda text: self._correct(replace(workout, name=text), "name"),
        )

    async def _edit_day(self) -> None:
        day = self.workout.day.isoformat()
        change = partial(corrections.move, self.logbook, self.workout)
        await self._ask("Another day", day, DAY_HINT, change, change)

    async def _edit_times(self) -> None:
        times = f"{self.workout.started_at:%H:%M}"
        if self.workout.ended_at is not None:
            times += f"-{self.workout.ended_at:%H:%M}"
        change = partial(corrections.set_times, self.logbook, self.workout)
        await self._ask("Start and end", times, "as in 18:02-19:04", change, change)

    async def _edit_effort(self) -> None:
        rated = self.workout.session_rpe
        change = partial(corrections.set_effort, self.logbook, self.workout)
        shown = "" if rated is None else number(rated)
        hint = "1 very easy … 10 maximal"
        await self._ask("Session effort", shown, hint, change, change)

    async def _edit_phase(self) -> None:
        """What the training was for; a deload lies outside of verdicts and trends."""
        phases = (*Phase, None)
        now = phases.index(self.workout.phase)
        labels = [str(one) if one else "no phase" for one in phases]
        labels[now] += " (as it is)"
        chosen = await self.app.push_screen_wait(Choice("Phase", labels))
        if chosen is not None and chosen != now:
            changed = replace(self.workout, phase=phases[chosen])
            self._keep(partial(self._correct, changed, "phase"))

    async def _edit_check_in(self) -> None:
        questions = check_in.questions_of(self.logbook, self.workout)
        dialog = QuestionnaireDialog(
            questions, "Check-in", lambda _: "", esc_keeps=True
        )
        if await self.app.push_screen_wait(dialog):
            given = check_in.answered(questions, self.workout, self.logbook.unit)
            self._keep(partial(self._correct, given, "check-in"))

    async def note(self) -> None:
        """The note of the set, the exercise or the workout."""
        await self._edit_note(self.spot)

    async def _edit_note(self, spot: Position) -> None:
        workout = self.workout
        if found := edit.find_set(workout, spot.set_id):
            old = found[1].note
        else:
            old = workout.note if spot.entry < 0 else workout.entries[spot.entry].note

        def change(text: str) -> Workout:
            return self._correct(_with_note(workout, spot, text), "note")

        await self._ask("Note", old, "", change)

    async def remove(self) -> None:
        """Take out the set, or the exercise with its sets."""
        at, set_id = self.spot
        change = partial(set_corrections.remove, self.logbook, self.workout)
        what = f"a set of {self._exercise.name}" if set_id else self._exercise.name
        self._keep(partial(change, at, set_id), f"removed: {what}")

    # -- inner workings

    @property
    def _at(self) -> int:
        return max(self.spot.entry, 0)

    @property
    def _exercise(self) -> Exercise:
        exercise = self.workout.entries[self._at].exercise
        return self.logbook.catalog.get(exercise)

    async def _choose(self, *steps: tuple[str, Change]) -> None:
        """Do one of the steps, which have words."""
        labels = [words for words, _ in steps]
        chosen = await self.app.push_screen_wait(Choice("Change", labels))
        if chosen is not None:
            await steps[chosen][1]()

    async def _ask(
        self,
        title: str,
        value: str,
        hint: str,
        change: Callable[[str], Workout],
        retyped: Callable[[str], Workout] | None = None,
    ) -> None:
        """Ask for a line; what it changes is written before the dialog closes.

        With ``retyped`` the first key takes the place of the value; a line typed anew
        goes through it instead.
        """
        shown = clean(value)

        def if_new(
            write: Callable[[str], Workout],
        ) -> Callable[[str], Workout | None]:
            # A text of several lines is not put on one line by looking at it.
            return lambda text: None if text == shown else write(text)

        read, anew = if_new(change), if_new(retyped) if retyped else None
        if await ask_line(self.app, title, read, shown, hint=hint, retyped=anew):
            self.changed("changed")

    def _correct(self, new: Workout, what: str) -> Workout:
        label = f"{what} of {self.workout.name or 'workout'}"
        return corrections.correct(self.logbook, self.workout, new, label)

    def _keep(self, change: Callable[[], object], said: str = "changed") -> None:
        if attempt(self.app, change):
            self.changed(said)


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
