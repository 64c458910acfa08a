"""The commands of the palette: title, action, help."""

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
    ("Put the workout away", "put_away", "Drop it without filing; u brings it back"),
)
"""While one is open."""
APP_COMMANDS: tuple[Command, ...] = (
    ("Keys", "show_keys", "Every key that works here"),
    ("Settings", "settings", "Unit, theme, questions"),
    ("Import", "import_log", "A log of another app"),
    ("Plan a phase", "plan('phase')", "Hypertrophy, strength or deload, with weeks"),
    ("Plan a deload", "plan('deload')", "An easy week; once more takes it back"),
)
"""From wherever the lifter is."""
