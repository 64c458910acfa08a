"""Reading a log from text, in a zone and with a catalogue that never change."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from builders import ZONE

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.meaning import How, Meaning
from befit_tui.catalog.variant import unknown_own
from befit_tui.domain.load import Unit
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import ReadOptions

CATALOG = load_catalog()
KNOWN = {
    "bench press (barbell)": "bench-press-barbell",
    "bench": "bench-press-barbell",
    "squat (barbell)": "squat-barbell",
    "plank": "plank",
}


def localize(when: datetime) -> datetime:
    return when.replace(tzinfo=ZONE) if when.tzinfo is None else when.astimezone(ZONE)


def resolve(name: str, app: str) -> Meaning:
    assert app
    known = KNOWN.get(name.casefold())
    if known is None:
        return Meaning(unknown_own(name), How.UNKNOWN)
    return Meaning(CATALOG.get(known), How.ALIAS)


@pytest.fixture
def read() -> Callable[..., ParsedLog]:
    """``read(text)``: the log in a text or in bytes, its loads in kg unless it says."""

    def read_text(
        text: str | bytes, unit: Unit | None = Unit.KG, **said: Any
    ) -> ParsedLog:
        data = text if isinstance(text, bytes) else text.encode()
        options = ReadOptions(unit=unit, **{"localize": localize, **said})
        return read_log(data, "log.csv", options, resolve)

    return read_text
