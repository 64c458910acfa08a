"""The signs that stand beside words: each means one thing, wherever it stands.

Bars, shades and lines that draw something are no signs. A chart draws its parts with
those of its own set, which agrees with this one.
"""

RECORD = "◆"
FAILURE = "●"
ALLOWED = "○"
AS_MEANT = "✓"
CARE = "▲"
STOP = "■"
ROOM = "▼"
BROKE = "✗"
DONE = "▮"
CHOSEN = "▪"
POINTER = "▸"
UNDER = "↑"
MORE_ABOVE, MORE_BELOW = "▴", "▾"
NOTHING = "·"
NOTE = "»"
IN_TURN = "⟲"
ON_COURSE = "→"

MEANINGS = {
    RECORD: "a record",
    FAILURE: "a set to failure",
    ALLOWED: "a set to failure that the budget still allows",
    AS_MEANT: "as it should be: inside the target, form intact, good for failure",
    CARE: "take care: a warning, caution, closer to failure or more than was meant",
    STOP: "stop: an alert that a coach would stop for, an exercise to avoid failure on",
    ROOM: "room for more: easier than the target, stopped early, less than the range",
    BROKE: "the form broke",
    DONE: "a day of training",
    CHOSEN: "the answer that stands now",
    POINTER: "the cursor",
    UNDER: "the place above it, on a track or an axis",
    MORE_ABOVE: "there is more above",
    MORE_BELOW: "there is more below",
    NOTHING: "nothing to mark: not rated, a day of rest, an alert that only notes",
    NOTE: "a note on the exercise",
    IN_TURN: "exercises in turn, a superset",
    ON_COURSE: "on course for the target",
}
"""What each of them says, for the help."""
