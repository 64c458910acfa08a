"""The parts of the README that are made from the program.

python tests/readme.py    # write them, and the manual page, anew
"""

import re
from pathlib import Path

import manual
from analysis.alerts.test_rules_table import TABLE
from textual.binding import Binding

from befit_tui.ui import keys

README = Path(__file__).parent.parent / "README.md"
MODES = (
    ("Everywhere", keys.APP_KEYS),
    ("Start", keys.START_KEYS),
    ("Workout", keys.WORKOUT_KEYS),
    ("History", keys.HISTORY_KEYS),
    ("Trends", keys.TRENDS_KEYS),
)


def key_tables() -> str:
    """A table for each mode, a row a key."""
    return "\n".join(_table(title, rows) for title, rows in MODES)


def rules_table() -> str:
    """The 52 rules of the method in one table, by what each became."""
    rows = "".join(f"| {rule.number} | {rule.became} |\n" for rule in TABLE)
    return f"| rule | built as |\n|---|---|\n{rows}"


def between(text: str, name: str) -> str:
    """What stands between the marks of a part."""
    found = re.search(_part(name), text, re.DOTALL)
    assert found, f"README.md has no part {name}"
    return found[2]


def with_tables(text: str) -> str:
    """The text with the tables of today."""
    for name, table in (("keys", key_tables()), ("rules", rules_table())):
        text = re.sub(_part(name), lambda m, t=table: m[1] + t + m[3], text, flags=re.S)
    return text


def _part(name: str) -> str:
    return rf"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)"


def _table(title: str, rows: tuple[Binding, ...]) -> str:
    lines = [f"| {title} | |", "|---|---|"]
    for binding in rows:
        names = " ".join(f"`{keys.key_name(key)}`" for key in binding.key.split(","))
        lines.append(f"| {names} | {binding.tooltip} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
    manual.PAGE.write_text(manual.page(), "utf-8")
