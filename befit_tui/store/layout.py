"""The names in a data folder. A file with any other name is not ours."""

import re
from pathlib import Path

ACTIVE = "active.json"
LIBRARY = "library.json"
UNDO = "undo.json"
JOURNAL = "journal.json"
LOCK = "befit.lock"
OWNER = "befit.owner"
CONFIG = "config.toml"
"""Settings are no data, but lie here when the folder was given by hand."""
HISTORY = "history"
BACKUPS = "backups"
QUARANTINE = "quarantine"

_MONTH_FILE = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))\.json")
_DATA_FILE = re.compile(
    rf"active\.json|library\.json|undo\.json|history/{_MONTH_FILE.pattern}"
)


def month_file(month: str) -> str:
    """The name of the file of a month, ``YYYY-MM``, within the data folder."""
    return f"{HISTORY}/{month}.json"


def month_of(path: Path) -> str | None:
    """The month whose file this is, by its name; None: another file."""
    found = _MONTH_FILE.fullmatch(path.name)
    return found.group(1) if found else None


def is_data_file(name: str) -> bool:
    """Whether a name within the data folder is one that Befit writes."""
    return _DATA_FILE.fullmatch(name) is not None


def months(root: Path) -> list[str]:
    """The months that have a file, ascending."""
    folder = root / HISTORY
    found = map(month_of, folder.iterdir()) if folder.is_dir() else ()
    return sorted(filter(None, found))


def data_files(root: Path) -> list[str]:
    """The data files that exist, as names within the data folder."""
    single = [name for name in (ACTIVE, LIBRARY, UNDO) if (root / name).is_file()]
    return [*single, *map(month_file, months(root))]
