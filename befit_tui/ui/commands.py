"""The commands of the palette that act on the workout: title, action, help."""

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
