"""``befit block``: the blocks of training, and the deload among them."""

from argparse import Namespace

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say
from befit_tui.domain.errors import BefitError
from befit_tui.domain.phase import stretches
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import blocks
from befit_tui.logbook.planning.blocks import new_block

MOVES = {"earlier": -1, "later": 1}
"""What moves the next deload, and by how many weeks."""


def run(args: Namespace, clock: Clock) -> None:
    """Plan a block, or say which are planned."""
    told = args.start or args.weeks
    if args.what is None and told:
        raise BefitError("Say what the block is for: strength, or hypertrophy.")
    with open_logbook(args, clock, readonly=args.what is None) as logbook:
        if args.what is None:
            _show(logbook)
        else:
            said = _planned(logbook, args, told=bool(told))
            say(said.removesuffix(blocks.UNDO))


def _planned(logbook: Logbook, args: Namespace, *, told: bool) -> str:
    """What was planned; ``told`` whether it was said from when or for how long."""
    if args.what in MOVES:
        if told:
            raise BefitError(f"{args.what} moves the next deload by a week, no more.")
        return blocks.move_deload(logbook, MOVES[args.what])
    if args.what == "deload" and not told:
        return blocks.plan_deload(logbook)
    if args.what == "none" and not told:
        return blocks.plan(logbook, blocks.no_phase(logbook))
    start = args.start or logbook.clock().date()
    phase = "no phase" if args.what == "none" else args.what
    return blocks.plan(logbook, new_block(phase, start, args.weeks or 0))


def _show(logbook: Logbook) -> None:
    now = blocks.phase_words(logbook) or "No block is planned."
    today = logbook.clock().date()
    every = [
        f"{'Past: ' * (one.end < today)}{blocks.block_words(one)}."
        for one in stretches(blocks.blocks(logbook))
    ]
    for said in dict.fromkeys((now, *every)):
        say(said)
