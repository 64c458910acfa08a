"""``befit backup``, ``restore``, ``doctor`` and ``paths``: what looks after the log."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import to_builtins
from msgspec.structs import astuple

from befit_tui.cli.open_log import Clock, has_log, open_store
from befit_tui.cli.output import agreed, can_ask, say, say_json
from befit_tui.domain.errors import StoreError
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import Workout
from befit_tui.paths import find_paths, typed_path
from befit_tui.store.store import Store

if TYPE_CHECKING:
    from befit_tui.store.doctor import Checkup
    from befit_tui.store.restore import Difference

SHOWN = 10
"""Workouts of a kind that are listed; the rest are counted."""
SAFETY = "-restore.zip"
"""Ends the names of copies that a restore made of what it replaced."""


def backup(args: Namespace, clock: Clock) -> int:
    """Make a copy and say where. Gives 1 if it lacks a file, which is named."""
    with open_store(args, clock, readonly=False) as store:
        known = len(store.reports)
        copy = store.backup("asked")
        lacks = any("The backup lacks" in told for told in store.reports[known:])
    say(f"Copied to {copy}" if copy else "There is nothing to copy yet.")
    return 1 if lacks else 0


def paths(args: Namespace, clock: Clock) -> None:
    """Say where the data and the settings are, whether or not they exist."""
    found = find_paths(args.data_dir)
    say(f"data    {found.data}")
    say(f"config  {found.config}")


def doctor(args: Namespace, clock: Clock) -> int:
    """Look at every file; nothing is changed. Gives 1 if anything is not whole."""
    from befit_tui.store.doctor import examine

    root = find_paths(args.data_dir).data
    found = examine(root)
    if args.json:
        say_json({"data": str(root), "sound": found.is_sound, **to_builtins(found)})
    else:
        say(f"{root}")
        _show_checkup(found, is_there=has_log(root) or bool(found.backups))
    return 0 if found.is_sound else 1


def _show_checkup(found: "Checkup", *, is_there: bool) -> None:
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
        say("Everything is sound." if is_there else "There is no log here yet.")


def restore(args: Namespace, clock: Clock) -> None:
    """Say what comes back and what goes, ask, and put a copy back."""
    with open_store(args, clock, readonly=False) as store:
        copy = _chosen(store, args.file)
        difference = store.compare(copy)
        say(f"{copy.name}:")
        if not _show(difference):
            say("  the log is as it is there; nothing was changed.")
            return
        if not args.yes and not can_ask():
            raise StoreError(f"Say --yes to put {copy.name} back; nothing was changed.")
        if not args.yes and not agreed(f"Put the log back as it is in {copy.name}?"):
            say("Nothing was changed.")
            return
        store.restore(copy)
        say("The log is as it is there; u in befit takes that back.")
        say(f"What was there before is in {store.backups()[0]}")


def _chosen(store: Store, name: str | None) -> Path:
    """The copy of that path, or of that name in ``backups/``.

    Without a name it is the newest that was not made by a restore: such a copy holds
    the state that one wanted to leave.
    """
    copies = store.backups()
    if name is None:
        wanted = [copy for copy in copies if not copy.name.endswith(SAFETY)]
        if not wanted:
            raise StoreError(f"There is no backup in {store.root} to put back.")
        return wanted[0]
    found = next((copy for copy in copies if copy.name == name), typed_path(name))
    if not found.is_file():
        raise StoreError(f"There is no backup {name}; befit doctor lists those there.")
    return found


def _show(difference: "Difference") -> bool:
    """List what a restore changes; whether that is anything."""
    _list("comes back", difference.back)
    _list("goes", difference.gone)
    _list("becomes another", (before for before, _ in difference.changed))
    if difference.library:
        say("  exercises, routines or phases become those of the copy")
    return any(astuple(difference))


def _list(what: str, workouts: Iterable[Workout]) -> None:
    found = tuple(workouts)
    for workout in found[-SHOWN:]:
        sets = counted(len(workout.sets), "set")
        open_ = "" if workout.ended_at else ", open"
        name = workout.name or "a workout"
        say(f"  {what}: {workout.started_at:%Y-%m-%d} {name}, {sets}{open_}")
    if len(found) > SHOWN:
        first = found[0].day
        say(f"  {what}: {len(found) - SHOWN} more, from {first} on")
