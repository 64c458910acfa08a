"""``befit backup``: a copy of everything."""

from argparse import Namespace

from befit_tui.cli.output import say
from befit_tui.cli.session import Clock, open_store


def run(args: Namespace, clock: Clock) -> None:
    """Make a copy and say where."""
    with open_store(args, clock, readonly=False) as store:
        copy = store.backup("asked")
    say(f"Copied to {copy}" if copy else "There is nothing to copy yet.")
