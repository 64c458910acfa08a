"""``befit paths``: where things lie."""

from argparse import Namespace

from befit_tui.cli.output import say
from befit_tui.cli.session import Clock
from befit_tui.paths import find_paths


def run(args: Namespace, clock: Clock) -> None:
    """Say where the data and the settings are, whether or not they exist."""
    paths = find_paths(args.data_dir)
    say(f"data    {paths.data}")
    say(f"config  {paths.config}")
