"""The parts of the README that are made from the program.

    python tests/readme.py    # write the key tables anew
"""

import re
from pathlib import Path

from textual.binding import Binding

from befit_tui.ui import keys

README = Path(__file__).parent.parent / "README.md"
MODES = (
    ("Everywhere", keys.APP_KEYS),
    ("Workout", keys.WORKOUT_KEYS),
    ("History", keys.HISTORY_KEYS),
    ("Trends", keys.TRENDS_KEYS),
)
SPELLED = {
    "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
    "at": "@", "slash": "/", "minus": "-", "plus": "+", "equals_sign": "=",
    "escape": "esc", "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip


def key_tables() -> str:
    """A table for each mode, a row a key."""
    return "\n".join(_table(title, rows) for title, rows in MODES)


def between(text: str, name: str) -> str:
    """What stands between the marks of a part."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert found, f"README.md has no part {name}"
    return found[1]


def _table(title: str, rows: tuple[Binding, ...]) -> str:
    lines = [f"| {title} | |", "|---|---|"]
    for binding in rows:
        names = " ".join(f"`{SPELLED.get(k, k)}`" for k in binding.key.split(","))
        lines.append(f"| {names} | {binding.tooltip} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(between(text, "keys"), key_tables()), "utf-8")
