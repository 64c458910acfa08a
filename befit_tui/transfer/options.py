"""What the lifter says about a file that the file does not say itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from befit_tui.domain.load import Unit

Localize = Callable[[datetime], datetime]
"""Gives a time without a zone its local offset; moves one with a zone to here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a file is to be read; whatever it says itself goes before.

    ``unit`` is that of its loads, ``app`` the one it must be from, ``day_first``
    whether 5/6 is in June. ``columns`` gives the heading of each part of a set, for a
    table of no known app, and ``known_columns`` those of tables that were read before,
    by their headings. ``last_day`` is the latest that a workout may have been on.
    ``progress`` is told how much is read, 0 to 1; what it raises stops the reading.
    """

    unit: Unit | None = None
    app: str | None = None
    day_first: bool | None = None
    columns: Mapping[str, str] | None = None
    known_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    last_day: date | None = None
    progress: Callable[[float], None] | None = None
    localize: Localize = datetime.astimezone
