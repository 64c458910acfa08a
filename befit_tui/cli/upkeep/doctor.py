"""``befit doctor``: what is on disk, whether it is whole, and what mends it."""

from argparse import Namespace

from msgspec import to_builtins

from befit_tui.cli.output import say, say_json
from befit_tui.cli.session import Clock
from befit_tui.domain.wording import counted
from befit_tui.paths import find_paths
from befit_tui.store.checkup import Checkup, examine


def run(args: Namespace, clock: Clock) -> int:
    """Look at every file; nothing is changed. Gives 1 if anything is not whole."""
    root = find_paths(args.data_dir).data
    found = examine(root)
    if args.json:
        say_json({"data": str(root), "sound": found.is_sound, **to_builtins(found)})
    else:
        say(f"{root}")
        _show(found)
    return 0 if found.is_sound else 1


def _show(found: Checkup) -> None:
    open_ = ", one more is open" if found.open_workout else ""
    sets, months = counted(found.sets, "set"), counted(found.months, "month")
    held = f"{counted(found.workouts, 'workout')} with {sets} in {months}"
    say(f"  {held}{open_}; {found.size / 1e6:.1f} MB")
    newest = f", the newest {found.backups[0]}" if found.backups else ""
    say(f"  {counted(len(found.backups), 'backup')}{newest}")
    for name in found.quarantined:
        say(f"  set aside as damaged: {name}")
    for name in found.foreign:
        say(f"  not written by Befit: {name}")
    for problem in found.problems:
        say(f"  not whole: {problem.file}: {problem.reason}")
        say(f"    {problem.remedy}")
    if found.is_sound and found.quarantined:
        say("What Befit reads is sound; what was set aside may hold more workouts.")
    elif found.is_sound:
        say("Everything is sound.")
