"""The commands of the palette: what the keys do, and what has no key of its own."""

from collections.abc import Iterator
from functools import partial

from textual.actions import parse
from textual.app import App, SystemCommand
from textual.binding import Binding

from befit_tui.ui.keys import (
    APP_KEYS,
    HISTORY_KEYS,
    START_KEYS,
    TRENDS_KEYS,
    WORKOUT_KEYS,
    spell,
)
from befit_tui.ui.screens.pane import Pane

Command = tuple[str, str, str]
"""Title, action, help."""

CHECK_IN = ("Check-in", "check_in", "How you come in today: sleep, soreness, joints")
IDLE_COMMANDS: tuple[Command, ...] = (
    ("Add an exercise", "add", "Begin a workout with it"),
    CHECK_IN,
    ("Routines", "routines", "Programmes, training maxes, routines of your own"),
    ("Workout for another day", "other_day", "Write down what was done before"),
)
"""While no workout is open."""
OPEN_COMMANDS: tuple[Command, ...] = (
    ("Finish the workout", "finish", "The summary; enter there ends it"),
    ("Plates", "plates", "What goes on each side of the bar"),
    CHECK_IN,
    ("Routines", "routines", "Edit routines, or append one to the workout"),
    ("Start and end times", "times", "When the workout started; an end finishes it"),
    ("Save as routine", "save_routine", "Make a routine of the open workout"),
    ("Exercise settings", "exercise_settings", "Unit, step, rest, bar and note"),
    ("Exercise history", "lift", "Every set ever, bests, the estimated 1RM line"),
    ("Put the workout away", "put_away", "Drop it without filing; u brings it back"),
)
"""While one is open."""
THEME = (("Theme", "change_theme", "Choose the colours"),)
APP_COMMANDS: tuple[Command, ...] = (
    ("Plan a phase", "plan('phase')", "Hypertrophy, strength or deload, with weeks"),
    ("Plan a deload", "plan('deload')", "An easy week; once more takes it back"),
    ("Gym or home", "switch_place", "Train with the loads of the other place"),
    ("Names and lifts", "name_lifts", "What each name of the log was taken for"),
    *THEME,
)
"""From wherever the lifter is."""
HISTORY_COMMANDS: tuple[Command, ...] = (
    ("Name of the workout", "change('name')", "Of the past workout shown"),
    ("Move the workout to another day", "change('day')", "Its times go along"),
    ("Start and end of the workout", "change('times')", "As in 18:02-19:04"),
    ("Note on the workout", "change('note')", "Of the past workout shown"),
    ("Check-in of the workout", "change('check_in')", "Sleep, soreness, body weight"),
    ("Session effort", "change('effort')", "How hard it was, 1 to 10"),
    ("Merge with the workout before", "change('merge_before')", "Two become one"),
    ("Split the workout here", "split", "From the exercise under the cursor on"),
)
"""While the history is shown."""
HAND = {
    "move", "reps", "load", "log", "rep", "unrep", "unrep_all", "back", "choose",
    "end", "range", "month", "open", "next_view",
}  # fmt: skip
"""What only a key does well."""
BY_PANE = {
    "start": ((), START_KEYS),
    "workout": ((), WORKOUT_KEYS),
    "history": (HISTORY_COMMANDS, HISTORY_KEYS),
    "trends": ((), TRENDS_KEYS),
}
"""The commands of a mode and its keys, by the id of its pane."""


def commands(app: App[None], *, is_open: bool) -> Iterator[SystemCommand]:
    """What can be done now; ``is_open`` tells whether a workout is."""
    named = OPEN_COMMANDS if is_open else IDLE_COMMANDS
    for title, action, words in named:
        run = partial(app.run_action, f"in_workout({action!r})")
        yield SystemCommand(title, words, run)
    told = {action for _, action, _ in named}
    for pane in app.query(Pane):
        own, keys = BY_PANE.get(pane.id or "", ((), ()))
        for title, action, words in (*own, *_of_keys(keys)) if pane.display else ():
            _, name, values = parse(action)
            if action not in told and pane.check_action(name, values):
                yield SystemCommand(title, words, partial(pane.run_action, action))
    for title, action, words in (*APP_COMMANDS, *_of_keys(APP_KEYS)):
        yield SystemCommand(title, words, partial(app.run_action, action))


def commands_in_dialog(app: App[None]) -> Iterator[SystemCommand]:
    """What can be done over a dialog, which waits for its answer."""
    for title, action, words in (*THEME, *_of_keys(APP_KEYS[-1:])):
        yield SystemCommand(title, words, partial(app.run_action, action))


def _of_keys(keys: tuple[Binding, ...]) -> Iterator[Command]:
    """Keys as commands, told by what they do."""
    for key in keys:
        space, name, _ = parse(key.action)
        if not space and name not in HAND:
            title = key.description[:1].upper() + key.description[1:]
            words = (key.tooltip,) if key.tooltip != key.description else ()
            pressed = f"key {spell(key.key.partition(',')[0])}"
            yield title, key.action, " · ".join((*words, pressed))
