"""What ``befit --help`` looks like: every command on one screen of 80 by 24."""

import argparse
import os
from collections.abc import Mapping
from itertools import zip_longest

WIDEST = 80
COLUMN = 39
"""Two columns of commands, a space between them."""
FURTHER = "Without one the log opens on the screen. befit COMMAND --help says how."


class Layout(argparse.RawDescriptionHelpFormatter):
    """As wide as the screen, up to 80 columns, where most people's eyes stop."""

    def __init__(self, prog: str) -> None:
        # Asked here: argparse would load what compresses files to ask the same.
        try:
            width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            width = WIDEST
        super().__init__(prog, width=max(40, min(width, WIDEST)) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Wrapped where it is one paragraph, as it is written where it has lines."""
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)


def commands_in_columns(parsers: Mapping[str, argparse.ArgumentParser]) -> str:
    """The commands with what each does in brief: its words up to a colon."""
    cells = [_cell(name, one.description or "") for name, one in parsers.items()]
    rows = -(-len(cells) // 2)
    pairs = zip_longest(cells[:rows], cells[rows:], fillvalue="")
    lines = (f"{left:{COLUMN}} {right}".rstrip() for left, right in pairs)
    return "\n".join(("commands:", *lines, FURTHER))


def _cell(name: str, about: str) -> str:
    brief = about.partition(":")[0].rstrip(".")
    return f"  {name:11} {brief[:1].lower()}{brief[1:]}"
