"""``befit backup``: a copy of everything."""

from argparse import Namespace

from befit_tui.cli.output import say
from befit_tui.cli.session import Clock, open_store


def run(args: Namespace, clock: Clock) -> int:
    """Make a copy and say where. Gives 1 if it lacks a file, which is named."""
    with open_store(args, clock, readonly=False) as store:
        known = len(store.reports)
        copy = store.backup("asked")
        lacks = any("The backup lacks" in told for told in store.reports[known:])
    say(f"Copied to {copy}" if copy else "There is nothing to copy yet.")
    return 1 if lacks else 0
