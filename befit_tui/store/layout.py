"""The names of the files in a data folder. A file with any other name is not ours."""

import os
import re
from pathlib import Path

from befit_tui.domain.errors import StoreError, why

ACTIVE = "active.json"
LIBRARY = "library.json"
UNDO = "undo.json"
SINGLE = (ACTIVE, LIBRARY, UNDO)
JOURNAL = "journal.json"
LOCK = "befit.lock"
OWNER = "befit.owner"
CLOSE = "befit.close"
"""Asks the program that has the log open to close it."""
STATUS = "befit.status"
"""What was open when the log was judged last, for status bars."""
CRASH = "crash.txt"
CONFIG = "config.toml"
"""Settings are no data, but lie here when the folder was given by hand."""
OWN = (JOURNAL, LOCK, OWNER, CLOSE, STATUS, CRASH, CONFIG)
"""What Befit writes beside the data."""
HISTORY = "history"
BACKUPS = "backups"
QUARANTINE = "quarantine"

_MONTH_FILE = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))\.json")
_DATA_FILE = re.compile(
    rf"active\.json|library\.json|undo\.json|history/{_MONTH_FILE.pattern}"
)


def month_file(month: str) -> str:
    """The name of the file of a month, ``YYYY-MM``, within the data folder."""
    return f"{HISTORY}/{month}.json"


def month_of(name: str) -> str | None:
    """The month whose file has that name, folders aside; None: another file."""
    found = _MONTH_FILE.fullmatch(name.rpartition("/")[2])
    return found.group(1) if found else None


def is_data_file(name: str) -> bool:
    """Whether a name within the data folder is one that Befit writes."""
    return _DATA_FILE.fullmatch(name) is not None


def months(root: Path) -> list[str]:
    """The months that have a file, ascending; StoreError if nobody may look."""
    folder = root / HISTORY
    try:
        names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208
    except OSError as error:
        raise StoreError(f"{folder} cannot be read {why(error)}") from error
    return sorted(filter(None, map(month_of, names)))


def data_files(root: Path) -> list[str]:
    """The data files that exist, as names within the data folder.

    What has the name of one counts, even a folder or a link to nothing: it is in the
    way of the file.
    """
    single = [name for name in SINGLE if os.path.lexists(root / name)]
    return [*single, *map(month_file, months(root))]


def beside_it(path: Path) -> Path:
    """A name for a second content of a data file, which is merged at the next start."""
    return path.with_name(f"{path.stem}.sync-conflict-00000000-000000-JOURNAL.json")
