"""The dates of exports: ISO, spreadsheet rewrites, month names of many languages."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime

from befit_tui.transfer.cells import RowProblem

EARLIEST, LATEST = 2000, 2100
"""Years outside are a slip of the file, not a workout."""

# Short and long names begin alike: three letters decide, four where three do not.
_MONTHS = (
    "jan ene gen oca sty янв",
    "feb fev sub lut фев",
    "mar mrz mrt мар",
    "apr abr avr nis kwi апр",
    "may mai mag mei maj маи мая",
    "jun juin giu haz cze июн",
    "jul juil lug tem lip июл",
    "aug ago aou agu sie авг",
    "sep set eyl wrz сен",
    "oct okt out ott eki paz окт",
    "nov kas lis ноя",
    "dec dez dic ara gru дек",
)
_MONTH = {
    word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}

_CLOCK = (
    r"(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?)?"
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d]+)\.?\s+(?:de\s+)?(\d{4})" + _CLOCK
)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})" + _CLOCK)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})" + _CLOCK)


def date_reader(samples: Iterable[str]) -> Callable[[str], datetime]:
    """A reader of the dates of one file, which remembers the ones it has read.

    ``samples`` are the dates of the file: they tell whether 5/6 is in June or in May.
    The times are as written: without a zone unless the text has one. The reader
    raises RowProblem when a text is no date between 2000 and 2100.
    """
    day_first = _day_first(samples)
    known: dict[str, datetime] = {}

    def read(written: str) -> datetime:
        when = known.get(written)
        if when is None:
            when = known[written] = _read(written, day_first)
        return when

    return read


def is_date(written: str) -> bool:
    """Whether a text is a date in one of the known forms."""
    try:
        _read(written, day_first=None)
    except RowProblem:
        return False
    return True


def _read(written: str, day_first: bool | None) -> datetime:
    when = _iso(written) or _parsed(_plain(written), day_first)
    if when is None:
        shown = f'"{written.strip()[:40]}"' if written.strip() else "missing"
        raise RowProblem(f"date {shown} is not a date")
    if not EARLIEST <= when.year < LATEST:
        raise RowProblem(f"date {written.strip()[:40]} is not between 2000 and 2100")
    return when


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.strip().replace(" +", "+"))
    except ValueError:
        return None


def _parsed(written: str, day_first: bool | None) -> datetime | None:
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day, *clock = found.groups()
        return _when(int(year), int(month), int(day), clock)
    if found := _YEAR_LAST.fullmatch(written):
        first, separator, second, year, *clock = found.groups()
        full_year = int(year) + (2000 if len(year) == 2 else 0)
        month, day = second, first
        if not (separator != "/" if day_first is None else day_first):
            month, day = first, second
        return _when(full_year, int(month), int(day), clock)
    if found := _DAY_FIRST.fullmatch(written):
        day, name, year, *clock = found.groups()
        return _when(int(year), _month(name), int(day), clock)
    if found := _MONTH_FIRST.fullmatch(written):
        name, day, year, *clock = found.groups()
        return _when(int(year), _month(name), int(day), clock)
    return None


def _when(year: int, month: int, day: int, clock: list[str | None]) -> datetime | None:
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name in any known language; 0 when unknown."""
    return _MONTH.get(name[:4]) or _MONTH.get(name[:3]) or 0


def _plain(written: str) -> str:
    """Lower case, without accents, odd spaces and the signs of Chinese dates."""
    letters = unicodedata.normalize("NFKD", written.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    bare = bare.replace("年", "-").replace("月", "-").replace("日", " ")
    return " ".join(bare.split())


def _day_first(samples: Iterable[str]) -> bool | None:
    """Whether 5/6 means 5 June here, or None when no date of the file tells."""
    for written in samples:
        found = _YEAR_LAST.fullmatch(_plain(written))
        if found and int(found[1]) > 12:
            return True
        if found and int(found[3]) > 12:
            return False
    return None
