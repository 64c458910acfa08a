"""Errors whose message is one sentence for the user: what, where, what to do."""

from collections.abc import Mapping, Sequence


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
