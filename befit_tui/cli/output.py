"""Printing: text of the user is made harmless first; JSON, tables, warnings."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from befit_tui.domain.text import clean


def say(line: str = "") -> None:
    """Print a line."""
    print(clean(line))


def say_json(document: Any) -> None:
    """Print a JSON document; ASCII only, so that no terminal obeys any of it."""
    print(json.dumps(document, indent=1, allow_nan=False))


def say_answer(name: str, document: Any) -> None:
    """Print of values what the schema of that name has."""
    from msgspec import convert, to_builtins

    from befit_tui.cli.schemas.answers import ANSWERS

    found = convert(document, ANSWERS[name], from_attributes=True)
    say_json(to_builtins(found))


def warn(sentence: str) -> None:
    """Print a sentence where it does not mix with the output."""
    said = f"befit: {clean(sentence)}"
    if sys.stderr.isatty():
        from shutil import get_terminal_size
        from textwrap import fill

        # A terminal would break it in the middle of a word.
        width = get_terminal_size().columns
        said = fill(said, width, break_long_words=False, break_on_hyphens=False)
    print(said, file=sys.stderr)


def say_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns: the first and the last to the left, those between to the right."""
    lines = [tuple(map(clean, line)) for line in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *others, last in lines:
        between = zip(others, widths[1:-1], strict=True)
        cells = (cell.rjust(width) for cell, width in between)
        print("  ".join((first.ljust(widths[0]), *cells, last)).rstrip())


def can_ask() -> bool:
    """Whether somebody sits there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str) -> str:
    """The answer of the lifter in lower case; empty when there is none."""
    try:
        return input(f"{clean(question)} ").strip().casefold()
    except EOFError:
        return ""


def agreed(question: str) -> bool:
    """Whether the lifter answers yes; yes where nobody can be asked."""
    return not can_ask() or ask(f"{question} [y/n]") in ("y", "yes")
