"""The manual page, made from what the command line says of itself.

python tests/readme.py    # writes it anew, with the parts of the README
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from befit_tui.cli.parser import parser

PAGE = Path(__file__).parent.parent / "befit_tui" / "cli" / "befit.1"

HEAD = """\
.TH BEFIT 1 "" "befit" "User Commands"
.SH NAME
befit \\- a strength log that shows how close a set came to failure
.SH SYNOPSIS
.B befit
[\\fB\\-\\-data\\-dir\\fR \\fIDIR\\fR] [\\fICOMMAND\\fR ...]
.SH DESCRIPTION
Without a command the log opens on the screen; ? lists its keys there.
The commands say the same as plain text, with \\fB\\-\\-json\\fR for programs.
.SH COMMANDS
"""
TAIL = """\
.SH ENVIRONMENT
.TP
.B BEFIT_DATA_DIR
the folder of the log, if \\-\\-data\\-dir does not name it; the settings lie in it too
.SH FILES
.B befit paths
says where the log and the settings lie.
.SH EXIT STATUS
0 done; 1 refused, a sentence says why and nothing has changed; 2 wrong usage.
"""


def page() -> str:
    """The page in the language of man."""
    (commands,) = (one for one in parser()._actions if one.dest == "command")
    return HEAD + "".join(map(_command, commands.choices.items())) + TAIL


def _command(known: tuple[str, argparse.ArgumentParser]) -> str:
    name, one = known
    _, _, example = (one.epilog or "").partition("\n")
    lines = [".TP", f".B {_safe(name)}{_arguments(one)}", _safe(one.description or "")]
    for option, about in _options(one):
        lines += [".RS", ".TP", f".B {_safe(option)}", _safe(about), ".RE"]
    lines += [".RS", ".PP", "Example:", f".B {_safe(example.strip())}", ".RE"]
    return "\n".join(lines) + "\n"


def _arguments(one: argparse.ArgumentParser) -> str:
    names = [str(each.metavar or "/".join(each.choices)) for each in _positional(one)]
    return "".join(f" {_safe(name)}" for name in names)


def _positional(one: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    return (each for each in one._actions if not each.option_strings)


def _options(one: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for each in one._actions:
        if each.option_strings and each.dest not in ("help", "data_dir"):
            value = each.metavar or "|".join(each.choices or ())
            yield (
                " ".join((each.option_strings[0], str(value))).strip(),
                each.help or "",
            )


def _safe(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text
