"""The keys of the three modes: bindings, key line and help come from here."""

from textual.binding import Binding

KEY_NAMES = {
    "enter": "enter", "delete": "delete", "escape": "esc", "at": "@", "slash": "/",
    "less_than_sign": "<", "greater_than_sign": ">",
    "plus": "+", "minus": "-", "equals_sign": "=", "question_mark": "?",
    "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip
"""Keys as people write them, where Textual has another name or sign."""

IN_DIALOGS = {"quit", "suspend_process", "command_palette"}
"""Actions whose keys work while a dialog is open too; no letter may be among them."""

DESTRUCTIVE_KEYS = {"d", "delete", "b", "f"}
DESTRUCTIVE = {"delete", "remove", "fail", "broke", "kind"}
"""Actions that these keys do only if it was on the screen what they act on."""

LEAVES_SET = {
    "move", "add", "swap", "reorder", "remove", "ramp", "short", "targets", "routines",
    "check_in", "finish", "times", "put_away", "undo", "redo",
}  # fmt: skip
"""Actions that take the cursor from a set that is being counted."""

ShownKey = tuple[str, str, str, str]
"""Key, action, the word of the key line, what the help says."""
HiddenKey = tuple[str, str, str]
"""Key, action, what the help says; not in the key line."""


def key_name(key: str) -> str:
    """A key as people write it."""
    return KEY_NAMES.get(key, key)


def _keys(mode: str, *rows: ShownKey | HiddenKey) -> tuple[Binding, ...]:
    """Bindings with an id of the mode and the action, so that keymaps can name them."""
    return tuple(
        Binding(
            row[0],
            row[1],
            row[2],
            tooltip=row[-1],
            show=len(row) == 4,
            key_display=KEY_NAMES.get(row[0]),
            priority=row[1] in IN_DIALOGS,
            id=f"{mode}.{row[1]}",
        )
        for row in rows
    )


APP_KEYS = _keys(
    "app",
    ("W", "mode('workout')", "go to the workout"),
    ("H", "mode('history')", "go to the history"),
    ("T", "mode('trends')", "go to the trends"),
    ("u", "undo", "undo", "take the newest change back, also after a restart"),
    ("ctrl+r", "redo", "redo what was taken back"),
    ("I", "import_log", "import a log of another app"),
    ("S", "settings", "settings"),
    ("question_mark", "show_keys", "keys", "this list"),
    ("ctrl+p", "command_palette", "every command by its name"),
    ("ctrl+z", "suspend_process", "to the shell; fg comes back"),
    ("ctrl+q", "quit", "quit; every set is on disk already"),
)

CHECK_IN = "c", "check_in", "check-in", "how you come in today: sleep, soreness, joints"

START_KEYS = _keys(
    "start",
    ("enter", "choose", "start", "begin the workout under the cursor"),
    ("R", "routines", "routines", "routines and programmes: start, edit, take over"),
    ("a", "add", "add", "begin with an exercise"),
    CHECK_IN,
)

WORKOUT_KEYS = _keys(
    "workout",
    ("enter", "log", "log", "log the set as shown, then ask for the reps left"),
    ("space", "rep", "rep", "count one rep while the set goes on"),
    ("f", "fail", "failure", "log the set as technical failure, form intact"),
    ("b", "broke", "form broke", "log the set as ended because the form broke"),
    ("a", "add", "add", "add an exercise"),
    ("n", "note", "note", "a note on the set or the exercise"),
    ("o", "note_alert", "note the alert shown: quiet until worse"),
    ("x", "finish", "finish", "the summary; enter there ends the workout"),
    CHECK_IN,
    ("up,k", "move(-1)", "up"),
    ("down,j,tab", "move(1)", "down"),
    ("left", "reps(-1)", "one rep less"),
    ("right", "reps(1)", "one rep more"),
    ("left_square_bracket", "load(-1)", "one increment less"),
    ("right_square_bracket", "load(1)", "one increment more"),
    ("w", "kind('warmup')", "a warm-up set, or a working set again"),
    ("d", "kind('drop')", "a drop set, or a working set again"),
    ("A", "swap", "swap the exercise"),
    ("i", "card", "what the exercise is: muscles, set-up, how it fails, risk"),
    ("E", "exercise_settings", "name, unit, step, rest, way of progress …; hide it"),
    ("g", "superset", "superset with the next exercise, or part them"),
    ("delete", "remove", "remove the set, on a title the exercise"),
    ("J,ctrl+down", "reorder(1)", "move the exercise down"),
    ("K,ctrl+up", "reorder(-1)", "move the exercise up"),
    ("p", "plates", "plates on each side of the bar"),
    ("m", "neighbours", "what the loads next to this one would allow"),
    ("t", "targets", "targets: sets, reps, effort and rest to aim at"),
    ("l", "ramp", "plan warm-ups that lead to the working load"),
    ("s", "short", "a short session: what fits into the minutes you have"),
    ("z", "focus_view", "focus view: load, reps left and rest in large characters"),
    ("r", "rest", "rest", "start the rest; 15 s more of it"),
    ("R", "less_rest", "15 s less rest; none left ends it"),
    ("at", "rate", "rate the last set again"),
    ("backspace", "unrep", "take a counted rep back"),
    ("escape", "unrep_all", "forget the counted reps; leave the large characters"),
)

PLANLESS_KEYS = {
    key
    for one in (*APP_KEYS, *WORKOUT_KEYS)
    if one in APP_KEYS or one.action.startswith("move")
    for key in one.key.split(",")
}
"""Keys that need no planned row: those that work everywhere and those that move."""

QUESTION_KEYS = tuple(
    Binding(
        key,
        f"answer({key!r})",
        words,
        key_display=shown,
        tooltip=meaning,
        id=f"question.{key}",
    )
    for key, shown, words, meaning in (
        ("0", "0-5", "reps left", "good reps that were still in you"),
        ("9", "5-0", "RPE", "how hard it was, where that is asked for; 0 is 10"),
        ("s", "s", "slipped", "form slipped: reps untidy, none bad; then a digit"),
        ("f", "f", "failure", "no good rep was left, and all of them were good"),
        ("b", "b", "form broke", "form broke: the last rep was bad and does not count"),
        ("enter", "enter", "skip", "not rated: nothing said of it"),
    )
)
"""For the key line: the question takes its keys before any binding sees them."""

LINE_KEYS = _keys("line", ("escape", "forget_line", "forget the line", "what is typed"))
"""For the key line, too: the entry line takes its keys before any binding sees them."""

HISTORY_KEYS = _keys(
    "history",
    ("enter", "open", "read", "give the workout the keys; narrow: the whole screen"),
    ("slash", "filter", "filter", "by words, left<1, is:pr, after:2025-06, ..."),
    ("e", "edit", "edit", "correct the set, the exercise or the workout"),
    ("v", "lift", "exercise", "every set ever of the exercise"),
    ("c", "calendar", "calendar", "jump to a day"),
    ("r", "repeat", "repeat", "plan the same for today"),
    ("a", "add_set", "add a set that was forgotten, in the workout"),
    ("n", "note", "a note on what is under the cursor, in the workout"),
    ("A", "swap", "swap the exercise, in the workout"),
    ("i", "card", "what the exercise is: muscles, set-up, how it fails, risk"),
    ("E", "exercise_settings", "settings of the exercise, in the workout; hide it"),
    ("left_square_bracket", "month(-1)", "a month back"),
    ("right_square_bracket", "month(1)", "a month on"),
    ("y", "copy", "copy", "copy the workout as text"),
    (
        "d,delete",
        "delete",
        "delete",
        "delete the workout; while reading, what the cursor is on",
    ),
    ("R", "save_routine", "save the workout as a routine"),
    ("escape", "back", "back", "to the list, to all workouts"),
)

TRENDS_KEYS = _keys(
    "trends",
    ("s", "view('strength')", "strength", "a lift over time: 1RM, reps or seconds"),
    ("e", "view('effort')", "effort", "sets by reps left, failure, how well you call"),
    ("v", "view('volume')", "volume", "hard sets by muscle on a body; recovery"),
    ("f", "view('fatigue')", "fatigue", "alerts, load, readiness, performance"),
    ("c", "view('calendar')", "calendar", "the days of training and streaks"),
    ("w", "view('weight')", "weight", "body weight and its trend"),
    ("m", "page", "more", "the other charts of the view"),
    ("tab", "next_view", "the next view"),
    ("j,down", "choose(1)", "next", "the next lift, muscle, alert or day"),
    ("k,up", "choose(-1)", "the lift, muscle, alert or day before"),
    ("enter", "open", "open", "the evidence of an alert; a day in the history"),
    ("o", "keep_quiet", "note", "note the alert: silent until it is worse"),
    ("i", "card", "what the exercise is: muscles, set-up, how it fails, risk"),
    ("left", "move(-1)", "the date before; in the calendar the week before"),
    ("right", "move(1)", "the next date; in the calendar the next week"),
    ("home", "end(-1)", "the first date"),
    ("end", "end(1)", "the last date"),
    ("minus", "range(-1)", "shorter", "a shorter time"),
    ("plus,equals_sign", "range(1)", "longer", "a longer time"),
    ("p", "app.plan('deload')", "deload", "plan a deload, or take it back"),
    ("P", "app.plan('phase')", "plan a block: hypertrophy, strength, deload"),
    ("greater_than_sign", "app.plan('later')", "the next deload a week later"),
    ("less_than_sign", "app.plan('earlier')", "the next deload a week earlier"),
)
