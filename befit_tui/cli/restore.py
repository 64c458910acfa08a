"""``befit restore``: everything as it was."""

from argparse import Namespace
from pathlib import Path

from befit_tui.cli.output import agreed, say
from befit_tui.cli.session import Clock, open_store
from befit_tui.domain.errors import StoreError
from befit_tui.store import Store


def run(args: Namespace, clock: Clock) -> None:
    """Put a copy back, after a copy of what is there now."""
    with open_store(args, clock, readonly=False) as store:
        copy = _chosen(store, args.file)
        question = f"Put the log back as it is in {copy.name}?"
        if not args.yes and not agreed(question):
            say("Nothing was changed.")
            return
        store.restore(copy)
        say(f"The log is as it is in {copy}")
        say(f"What was there before is in {store.backups()[0]}")


def _chosen(store: Store, name: str | None) -> Path:
    """The copy of that path, or of that name in ``backups/``; else the newest.

    Raises:
        StoreError: there is none.
    """
    copies = store.backups()
    if name is None:
        if not copies:
            raise StoreError(f"There is no backup in {store.root} to put back.")
        return copies[0]
    path = Path(name).expanduser()
    found = next((copy for copy in copies if copy.name == name), path)
    if not found.is_file():
        raise StoreError(f"There is no backup {name}; befit doctor lists those there.")
    return found
