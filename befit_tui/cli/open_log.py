"""The log as a command opens it: the data folder, settings, the day of ``--as-of``."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from befit_tui.cli.output import warn
from befit_tui.paths import find_paths

if TYPE_CHECKING:
    # A start of the screen reads no arguments, and its import takes 6 ms.
    from argparse import Namespace

    from befit_tui.logbook.logbook import Logbook
    from befit_tui.settings import Settings
    from befit_tui.store.store import Store

Clock = Callable[[], datetime]


def asked_at(args: "Namespace", logbook: "Logbook") -> datetime:
    """Now, or the end of the day that ``--as-of`` names."""
    now, day = logbook.clock(), args.as_of or logbook.as_of
    return now if day == now.date() else datetime.combine(day, time.max, now.tzinfo)


def has_log(folder: Path) -> bool:
    """Whether anything of a log lies in a folder."""
    from befit_tui.store.layout import HISTORY, JOURNAL, SINGLE

    return any((folder / name).exists() for name in (HISTORY, JOURNAL, *SINGLE))


@contextmanager
def open_store(
    args: "Namespace", clock: Clock, *, readonly: bool, apart: Collection[Path] = ()
) -> Iterator["Store"]:
    """The data folder, or BusyError; what had to be repaired is said at the end."""
    from befit_tui.store.store import Store

    folder = find_paths(args.data_dir).data
    store = Store(folder, clock=clock, readonly=readonly, apart=apart)
    try:
        yield store
    finally:
        store.close()
        for report in store.reports:
            warn(report)


@contextmanager
def open_logbook(
    args: "Namespace", clock: Clock, *, readonly: bool, apart: Collection[Path] = ()
) -> Iterator["Logbook"]:
    """The log in the data folder, with the lifter's settings.

    ``apart`` are files of it that the command itself takes in.
    """
    from befit_tui.domain.wording import DATES
    from befit_tui.settings import read_settings

    settings, problems = read_settings(find_paths(args.data_dir).config)
    DATES.set(settings.dates)
    with open_store(args, clock, readonly=readonly, apart=apart) as store:
        for problem in problems:
            warn(problem)
        yield logbook_of(store, settings, clock)


def logbook_of(store: "Store", settings: "Settings", clock: Clock) -> "Logbook":
    """The log in a store, as a lifter with these settings sees it."""
    from befit_tui.catalog.catalog import load_catalog
    from befit_tui.logbook.ids import id_maker
    from befit_tui.logbook.logbook import Logbook

    logbook = Logbook(
        store,
        load_catalog(),
        clock=clock,
        new_id=id_maker(clock),
        limits=settings.limits,
    )
    logbook.here = datetime.astimezone
    settings.apply_to(logbook)
    return logbook
