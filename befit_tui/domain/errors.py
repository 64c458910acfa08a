"""Errors, ours and the system's, as one sentence: what, where, what to do."""

import errno
from collections.abc import Mapping, Sequence

_ANOTHER = "name another folder with --data-dir"
_ADVICE = {
    "ENOSPC": "make room on that disk and try again",
    "EDQUOT": "make room within your share of that disk and try again",
    "EFBIG": "use a disk that holds files as large",
    "EROFS": f"make that disk writable, or {_ANOTHER}",
    "EACCES": "look at who may read and write it",
    "EPERM": "look at who may read and write it",
    "EIO": "copy the data folder to another disk, this one may be failing",
    "ENOENT": "look at the path",
    "ENOTDIR": "a part of the path is a file, so look at the path",
    "EISDIR": "move away the folder that is where a file should be",
    "EEXIST": "move away what has that name",
    "ELOOP": "look where the links on the path lead",
    "ENAMETOOLONG": "give a shorter name",
    "EMFILE": "close other programs",
    "ENFILE": "close other programs",
    "ENOMEM": "close other programs",
    "EBADF": "start Befit with it open",
    "ESTALE": "connect the network drive again",
    "ETIMEDOUT": "connect the network drive again",
    "ENXIO": "start what should read it first",
}
# Not every system knows every one of them.
_BY_NUMBER = {
    getattr(errno, name): advice
    for name, advice in _ADVICE.items()
    if hasattr(errno, name)
}


class BefitError(Exception):
    """Base of every refusal the program makes on purpose.

    ``str(error)`` is a full sentence that can be shown as it is.
    """


class EntryError(BefitError):
    """What was typed in the entry line cannot be read."""


class DoubtError(EntryError):
    """What was typed can be read but is likely a slip; it is taken when said again."""


class FilterError(BefitError):
    """What was typed to find workouts cannot be read."""


class ImportRefusedError(BefitError):
    """A file cannot be imported at all."""


class UnitNeededError(ImportRefusedError):
    """A file has loads but names no unit, and none was given."""


class UnknownTableError(ImportRefusedError):
    """A table is of no known app; maybe the lifter can say what is in its columns.

    ``rows`` are its first, the headings among them, ``guess`` what they may be.
    """

    def __init__(
        self, sentence: str, rows: Sequence[Sequence[str]], guess: Mapping[str, str]
    ) -> None:
        super().__init__(sentence)
        self.rows = rows
        self.guess = guess


class DocumentError(BefitError):
    """A workout or exercise, written as plain values, does not have the right form."""


class PathError(BefitError):
    """A path that was typed leads nowhere."""


class StoreError(BefitError):
    """The data folder cannot be read or written."""


class BusyError(StoreError):
    """Another Befit holds the data folder."""


class ReadOnlyError(StoreError):
    """A change was asked of a store that was opened for reading."""


class ChangedOutsideError(StoreError):
    """A data file changed on disk since it was read."""


class NewerDataError(StoreError):
    """A data file was written by a newer version of Befit."""


class DamagedError(StoreError):
    """A data file does not hold what Befit writes."""


class SettingsError(BefitError):
    """A value in config.toml cannot be used."""


def why(error: OSError) -> str:
    """The end of a sentence: ``(No space left on device): make room on that disk``."""
    reason = error.strerror or str(error) or type(error).__name__
    advice = _BY_NUMBER.get(error.errno or 0, "look at what is there and try again")
    return f"({reason}): {advice}."


def sentence(error: OSError | MemoryError) -> str:
    """The whole sentence for a failure that nobody nearer had better words for."""
    if isinstance(error, MemoryError):
        return (
            "The memory of this computer is used up: close other programs and try "
            "again; the log is as it was."
        )
    name = error.filename
    if name is None:
        return f"The output cannot be written {why(error)}"
    return f"{name} cannot be used {why(error)}"
