"""Carries out one command: its module, its exit code."""

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from importlib import import_module

from befit_tui.cli.output import warn
from befit_tui.domain.errors import BefitError


def run(args: Namespace, clock: Callable[[], datetime]) -> int:
    """Carry out a parsed command: 0, or 1 when it was refused or is not whole.

    A sentence says why. Only the module of the command is imported, so that each starts
    fast.
    """
    module, _, function = args.module.partition(":")
    command = getattr(import_module(f"befit_tui.cli.{module}"), function or "run")
    try:
        code: int | None = command(args, clock)
        sys.stdout.flush()
    except BefitError as error:
        warn(str(error))
        return 1
    return code or 0
