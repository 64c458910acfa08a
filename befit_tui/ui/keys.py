"""Every key of the program in one place: bindings, footer and help are made from it."""

from textual.binding import Binding

SPELLED = {"enter": "enter", "question_mark": "?", "at": "@", "delete": "delete"}
"""Keys that are shown by another name than their own."""


def _key(
    key: str,
    action: str,
    word: str,
    *,
    tip: str = "",
    show: bool = False,
    name: str = "",
) -> Binding:
    """A binding; ``word`` stands in the key line if shown, ``tip`` in the help."""
    return Binding(
        key, action, word, show=show, key_display=SPELLED.get(key),
        tooltip=tip or word, id=name,
    )  # fmt: skip


APP_KEYS = (
    _key("W", "mode('workout')", "workout", name="app.workout"),
    _key("H", "mode('history')", "history", name="app.history"),
    _key("T", "mode('trends')", "trends", name="app.trends"),
    _key(
        "u",
        "undo",
        "undo",
        show=True,
        name="app.undo",
        tip="take the newest change back",
    ),
    _key("ctrl+r", "redo", "redo", name="app.redo", tip="do it again"),
    _key(
        "I",
        "import_log",
        "import",
        name="app.import",
        tip="import a log",
    ),
    _key("S", "settings", "settings", name="app.settings"),
    _key("question_mark", "show_keys", "keys", show=True, name="app.keys"),
    _key(
        "ctrl+z",
        "suspend_process",
        "suspend",
        name="app.suspend",
        tip="fg comes back",
    ),
    _key(
        "ctrl+q",
        "quit",
        "quit",
        name="app.quit",
        tip="all is on disk",
    ),
)

WORKOUT_KEYS = (
    _key("enter", "log", "log", show=True, name="workout.log", tip="log the set as shown"),
    _key("space", "rep", "rep", show=True, name="workout.rep", tip="count one rep live"),
    _key("f", "fail", "failure", show=True, name="workout.fail",
         tip="log the set as technical failure, form intact"),
    _key("b", "broke", "form broke", show=True, name="workout.broke",
         tip="log the set as ended because the form broke"),
    _key("a", "add", "add", show=True, name="workout.add", tip="add an exercise"),
    _key("n", "note", "note", show=True, name="workout.note", tip="note on set or exercise"),
    _key("x", "finish", "finish", show=True, name="workout.finish", tip="end it"),
    _key("up,k", "move(-1)", "up", name="workout.up"),
    _key("down,j,tab", "move(1)", "down", name="workout.down"),
    _key("left", "reps(-1)", "one rep less", name="workout.fewer"),
    _key("right", "reps(1)", "one rep more", name="workout.more"),
    _key("left_square_bracket", "load(-1)", "one step lighter", name="workout.lighter"),
    _key("right_square_bracket", "load(1)", "one step heavier", name="workout.heavier"),
    _key("w", "kind('warmup')", "warm-up set", name="workout.warmup"),
    _key("d", "kind('drop')", "drop set", name="workout.drop"),
    _key("A", "swap", "swap the exercise", name="workout.swap"),
    _key("delete", "remove", "remove the set or exercise", name="workout.remove"),
    _key("J,ctrl+down", "reorder(1)", "exercise down", name="workout.lower"),
    _key("K,ctrl+up", "reorder(-1)", "exercise up", name="workout.higher"),
    _key("r", "rest", "rest: start, +15 s", name="workout.rest"),
    _key("R", "stop_rest", "stop the rest", name="workout.stop-rest"),
    _key("at", "rate", "rate the last set again", name="workout.rate"),
    _key("backspace", "unrep", "take a counted rep back", name="workout.unrep"),
    _key("escape", "unrep_all", "forget the counted reps", name="workout.unrep-all"),
)  # fmt: skip
