"""``befit plates``: what goes on each side of the bar, load after load."""

from argparse import Namespace

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say
from befit_tui.domain.errors import BefitError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.plates import Side
from befit_tui.logbook.find_exercise import find_exercise
from befit_tui.logbook.workout.plates import gear_of, loaded
from befit_tui.paths import find_paths
from befit_tui.settings import read_settings


def run(args: Namespace, clock: Clock) -> int:
    """Say it of each load, and what to change from one to the next.

    Gives 1 if one of them cannot be loaded.
    """
    gears = read_settings(find_paths(args.data_dir).config)[0].gears
    with open_logbook(args, clock, readonly=True) as logbook:
        unit = Unit(args.unit) if args.unit else logbook.unit
        gear = gears[unit]
        if args.exercise:
            exercise = find_exercise(logbook, args.exercise)
            own = gear_of(exercise, unit, gears)
            if own is None:
                raise BefitError(f"{exercise.name} is done without plates.")
            gear = own
    before: Side = ()
    code = 0
    for value in args.loads:
        found = loaded(Load(value, unit), gear, before)
        say(f"{found.words}.")
        before = found.side or before
        code = code if found.side is not None else 1
    return code
