"""``befit completion``: what completes the commands and options in a shell."""

import argparse
import sys
from argparse import Namespace

from befit_tui.cli.open_log import Clock
from befit_tui.cli.parser import parser

FILES = frozenset({"FILE", "OUT.csv"})
FOLDERS = frozenset({"DIR"})


def run(args: Namespace, clock: Clock) -> None:
    """Print it, as made from the parser of this version."""
    # 30 ms, and asked for once in the life of a shell.
    import shtab

    known = parser()
    _complete_files(known)
    sys.stdout.write(shtab.complete(known, shell=args.shell))


def _complete_files(known: argparse.ArgumentParser) -> None:
    import shtab

    for action in known._actions:
        if action.metavar in FILES | FOLDERS:
            kind = shtab.FILE if action.metavar in FILES else shtab.DIRECTORY
            action.complete = kind  # type: ignore[attr-defined]
        if isinstance(action, argparse._SubParsersAction):
            action.help = None  # what is hidden from the help is completed all the same
            for command in action.choices.values():
                _complete_files(command)
