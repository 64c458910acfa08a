"""What to do when no workout is open: repeat one, start empty, or bring a log in."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted, days_ago_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.routines import Turn, turn_words
from befit_tui.ui.widgets.text import clean, fit

EMPTY, IMPORT, ROUTINES = "empty", "import", "routines"
ROUTINE = "routine:"
"""Begins the way that starts a routine; its id follows."""
MOST_ROUTINES = 6
"""Routines that are offered, in the order of their turn; product constant."""
SHOWN = 12
"""Different workouts of the past that are offered; product constant."""


class StartPanel(OptionList):
    """The ways to begin, the likeliest first."""

    DEFAULT_CSS = """
    StartPanel {
        border: round $border-blurred; border-title-color: $foreground;
        padding: 1 2; background: transparent; height: 1fr;
        &:focus { border: round $primary; background-tint: transparent 0%; }
    }
    """
    BORDER_TITLE = "Start a workout"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "start", key_display="enter", id="start.select"),
        Binding("R", "routines", "routines", id="start.routines"),
    ]

    class Chosen(Message):
        """A way to begin: one of the words above, or the id of a workout to repeat."""

        def __init__(self, way: str) -> None:
            super().__init__()
            self.way = way

    def offer(
        self, turns: Sequence[Turn], past: Sequence[Workout], today: date
    ) -> None:
        """Show the routines, the last workout of every other name, then the rest."""
        options: list[Option | None] = [
            Option(_routine_line(turn, today), id=ROUTINE + turn.routine.id)
            for turn in turns[:MOST_ROUTINES]
        ]
        options += [
            Option(_repeat_line(workout, today), id=workout.id)
            for workout in past
            if not any(turn.routine.is_called(workout.name) for turn in turns)
        ]
        if options:
            options.append(None)
        options.append(Option("Empty workout", id=EMPTY))
        options.append(Option("Routines and programmes  R", id=ROUTINES))
        label = "Import from Hevy, Strong, FitNotes or Befit"
        options.append(Option(label, id=IMPORT))
        self.set_options(options)
        self.highlighted = 0
        self.border_subtitle = "" if past else "befit demo shows a made-up year"

    def action_routines(self) -> None:
        """Show the routines."""
        self.post_message(self.Chosen(ROUTINES))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on."""
        event.stop()
        self.post_message(self.Chosen(event.option.id or EMPTY))


def workouts_to_repeat(newest_first: Iterable[Workout]) -> tuple[Workout, ...]:
    """The latest workout of every name, deloads aside, the latest first."""
    latest: dict[str, Workout] = {}
    for workout in newest_first:
        if workout.phase is Phase.DELOAD:
            continue
        latest.setdefault(workout.name.strip().casefold(), workout)
        if len(latest) == SHOWN:
            break
    return tuple(latest.values())


def _routine_line(turn: Turn, today: date) -> Content:
    name = fit(clean(turn.routine.name), 40)
    return Content.assemble(
        ("Start ", "$foreground 60%"),
        (name, "bold"),
        (f"   {turn_words(turn, today)}", "$foreground 60%"),
    )


def _repeat_line(workout: Workout, today: date) -> Content:
    exercises = counted(len(workout.entries), "exercise")
    sets = counted(len(workout.sets), "set")
    when = days_ago_words(workout.started_at.date(), today)
    name = fit(clean(workout.name) or "Workout", 40)
    detail = f"   {exercises} · {sets} · {when}"
    return Content.assemble(
        ("Repeat ", "$foreground 60%"), (name, "bold"), (detail, "$foreground 60%")
    )
