"""The commands of the palette: what keys do, and what has no key of its own."""

import re
from collections.abc import Iterator
from functools import partial

from textual.actions import parse
from textual.app import App
from textual.binding import Binding

from befit_tui.ui.keys import (
    APP_KEYS,
    HISTORY_KEYS,
    START_KEYS,
    TRENDS_KEYS,
    WORKOUT_KEYS,
    key_name,
)
from befit_tui.ui.screens.palette import Command
from befit_tui.ui.screens.pane import Pane

Named = tuple[str, str, str]
"""Title, action, help."""

CHECK_IN = ("Check-in", "check_in", "How you come in today: sleep, soreness, joints")
IDLE_COMMANDS: tuple[Named, ...] = (
    ("Add an exercise", "add", "Begin a workout with it"),
    CHECK_IN,
    ("Routines", "routines", "Programmes, training maxes, routines of your own"),
    ("Workout for another day", "other_day", "Write down what was done before"),
)
"""While no workout is open."""
OPEN_COMMANDS: tuple[Named, ...] = (
    ("Finish the workout", "finish", "The summary; enter there ends it"),
    ("Plates", "plates", "What goes on each side of the bar"),
    CHECK_IN,
    ("Routines", "routines", "Edit routines, or append one to the workout"),
    ("Start and end times", "times", "When the workout started; an end finishes it"),
    ("Today as routine", "save_routine", "Make a routine of the open workout"),
    ("Exercise settings", "exercise_settings", "Name, unit, rest …; hide it"),
    ("Exercise history", "lift", "Every set ever, bests, the estimated 1RM line"),
    ("Put the workout away", "put_away", "Drop it without filing; u brings it back"),
)
"""While one is open."""
THEME = (("Theme", "change_theme", "Choose the colours"),)
APP_COMMANDS: tuple[Named, ...] = (
    ("Plan a block", "plan('phase')", "A phase: hypertrophy, strength, deload; weeks"),
    ("Plan a deload", "plan('deload')", "An easy week; once more takes it back"),
    ("Names of exercises", "name_exercises", "What each name of the log was taken for"),
    *THEME,
)
"""From wherever the lifter is."""
HISTORY_COMMANDS: tuple[Named, ...] = (
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
    "end", "range", "month", "open", "next_view", "command_palette",
}  # fmt: skip
"""What only a key does well."""
FIRST_WORDS = re.compile("[:;,] ")
"""Where the name of a command ends in what is said of its key."""
BY_PANE = {
    "start": ((), START_KEYS),
    "workout": ((), WORKOUT_KEYS),
    "history": (HISTORY_COMMANDS, HISTORY_KEYS),
    "trends": ((), TRENDS_KEYS),
}
"""The commands of a mode and its keys, by the id of its pane."""


def commands(app: App[None], *, is_open: bool) -> Iterator[Command]:
    """What can be done now, nothing twice; ``is_open`` tells whether a workout is."""
    told: set[str] = set()
    for command in _every(app, is_open=is_open):
        if command.title not in told:
            told.add(command.title)
            yield command


def _every(app: App[None], *, is_open: bool) -> Iterator[Command]:
    shown = next((one for one in app.query(Pane) if one.display), None)
    mode = (shown.id or "") if shown is not None else ""
    own, keys = BY_PANE.get(mode, ((), ()))
    of_workout = "workout" if is_open else "start"
    named = OPEN_COMMANDS if is_open else IDLE_COMMANDS
    for title, action, words in named:
        key = _key_of(action, keys) if mode == of_workout else ""
        run = partial(app.run_action, f"in_workout({action!r})")
        yield Command(title, words, key, run)
    told = {action for _, action, _ in named} if mode == of_workout else set()
    if shown is not None:
        for title, action, words in (*own, *_of_keys(keys)):
            _, name, values = parse(action)
            if action not in told and shown.check_action(name, values):
                key = _key_of(action, keys)
                yield Command(title, words, key, partial(shown.run_action, action))
    for title, action, words in (*APP_COMMANDS, *_of_keys(APP_KEYS)):
        key = _key_of(action, APP_KEYS) or _key_of(f"app.{action}", keys)
        yield Command(title, words, key, partial(app.run_action, action))


def commands_in_dialog(app: App[None]) -> Iterator[Command]:
    """What can be done over a dialog, which waits for its answer."""
    for title, action, words in (*THEME, *_of_keys(APP_KEYS[-1:])):
        key = _key_of(action, APP_KEYS)
        yield Command(title, words, key, partial(app.run_action, action))


def _of_keys(keys: tuple[Binding, ...]) -> Iterator[Named]:
    """Keys as commands, told by what they do."""
    for key in keys:
        space, name, _ = parse(key.action)
        if not space and name not in HAND:
            title, words = key.description, key.tooltip or ""
            if words == title:
                title, *more = FIRST_WORDS.split(title, maxsplit=1)
                words = "".join(more)
            yield _sentence(title), key.action, _sentence(words)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _key_of(action: str, keys: tuple[Binding, ...]) -> str:
    found = next((key for key in keys if key.action == action), None)
    return key_name(found.key.partition(",")[0]) if found is not None else ""
