"""``befit doctor``: what is on disk, and whether it is sound."""

from argparse import Namespace
from dataclasses import asdict

from befit_tui.cli.output import say, say_json
from befit_tui.cli.session import Clock
from befit_tui.domain.wording import counted
from befit_tui.paths import find_paths
from befit_tui.store.checkup import Checkup, examine

MENDED = "Opening the log mends what can be mended and keeps the damaged files."


def run(args: Namespace, clock: Clock) -> None:
    """Look at every file; nothing is repaired or changed."""
    root = find_paths(args.data_dir).data
    found = examine(root)
    if args.json:
        say_json({"data": str(root), "sound": found.is_sound, **asdict(found)})
        return
    say(f"{root}")
    _show(found)
    for problem in found.problems:
        say(f"  damaged: {problem.file}: {problem.reason}")
    say("Everything is sound." if found.is_sound else MENDED)


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
