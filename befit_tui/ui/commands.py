"""The commands of the palette: title, action, help."""

from collections.abc import Iterator
from functools import partial

from textual.app import App, SystemCommand

Command = tuple[str, str, str]

IDLE_COMMANDS: tuple[Command, ...] = (
    ("Routines", "routines", "Start, edit or take over a routine"),
    ("Workout for another day", "other_day", "Write down what was done before"),
)
"""While no workout is open."""
OPEN_COMMANDS: tuple[Command, ...] = (
    ("Routines", "routines", "Edit routines, or append one to the workout"),
    ("Start and end times", "times", "When the workout started; an end finishes it"),
    ("Save as routine", "save_routine", "Make a routine of the open workout"),
    ("Exercise settings", "exercise_settings", "Unit, step, rest, bar and note"),
    ("Exercise history", "lift", "Every set ever, bests, the estimated 1RM line"),
    ("Put the workout away", "put_away", "Drop it without filing; u brings it back"),
)
"""While one is open."""
APP_COMMANDS: tuple[Command, ...] = (
    ("Keys", "show_keys", "Every key that works here"),
    ("Settings", "settings", "Unit, theme, charts, questions"),
    ("Import", "import_log", "A log of another app"),
    ("Plan a phase", "plan('phase')", "Hypertrophy, strength or deload, with weeks"),
    ("Plan a deload", "plan('deload')", "An easy week; once more takes it back"),
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


def commands(app: App[None], *, is_open: bool) -> Iterator[SystemCommand]:
    """What can be done now; ``is_open`` tells whether a workout is."""
    for title, action, words in OPEN_COMMANDS if is_open else IDLE_COMMANDS:
        run = partial(app.run_action, f"in_workout({action!r})")
        yield SystemCommand(title, words, run)
    for pane in app.query("#history"):
        for title, action, words in HISTORY_COMMANDS if pane.display else ():
            yield SystemCommand(title, words, partial(pane.run_action, action))
    for title, action, words in APP_COMMANDS:
        yield SystemCommand(title, words, partial(app.run_action, action))
