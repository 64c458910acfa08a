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
    found = re.search(_part(name), text, re.DOTALL)
    assert found, f"README.md has no part {name}"
    return found[2]


def with_keys(text: str) -> str:
    """The text with the tables of today."""
    return re.sub(_part("keys"), lambda m: m[1] + key_tables() + m[3], text, flags=re.S)


def _part(name: str) -> str:
    return rf"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)"


def _table(title: str, rows: tuple[Binding, ...]) -> str:
    lines = [f"| {title} | |", "|---|---|"]
    for binding in rows:
        names = " ".join(f"`{SPELLED.get(k, k)}`" for k in binding.key.split(","))
        lines.append(f"| {names} | {binding.tooltip} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
