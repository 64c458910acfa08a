"""Commands as they are typed."""

from befit_tui.cli.parser import parse
from befit_tui.cli.run import run


def main(argv, clock):
    """Carry a command out; gives its exit code."""
    return run(parse(argv), clock)
