"""The dates of exports: ISO, spreadsheet rewrites, months of many languages."""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from befit_tui.domain.load import Unit
from befit_tui.domain.wording import MONTHS, day_words
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.month_names import Months
from befit_tui.transfer.options import ReadOptions

EARLIEST, LATEST = 2000, 2100
"""Years outside are a slip of the file, not a workout."""

_CLOCK = (
    r"(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?)?"
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d]+)\.?\s+(?:de\s+)?(\d{4})" + _CLOCK
)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})" + _CLOCK)
_NUMBERED = re.compile(r"(\d{1,2})\s+(\d{1,2})[月월],?\s+(\d{4})" + _CLOCK)
"""A month that is a number with its sign: ``5 1月 2025``."""
_VIETNAMESE = re.compile(r"\bth(?:an)?g (\d{1,2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK)
_YEAR_SIGNS = re.compile(r"(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})" + _CLOCK)


class DateReader:
    """Reads the dates of one file, and remembers the ones it has read.

    The times are as written: without a zone unless the text has one.
    """

    def __init__(self, samples: Iterable[str], options: ReadOptions) -> None:
        """Looks at all dates of a file: they tell what 5/6 is, and what ``lip`` is.

        Where they do not, 5/6 is what the lifter says, or else as those write it who
        count in kilograms, or in pounds.
        """
        plain = [_plain(written) for written in dict.fromkeys(samples)]
        self._months = Months(
            word for written in plain for word in _WORD.findall(written)
        )
        settled = _day_first(plain)
        self.is_settled = settled is not None or options.day_first is not None
        self._day_first = options.unit is Unit.KG
        if self.is_settled:
            self._day_first = bool(options.day_first if settled is None else settled)
        self._known: dict[str, datetime] = {}
        self._doubted: set[str] = set()
        self._doubts: list[str] = []

    def __call__(self, written: str) -> datetime:
        """The date that a text is.

        Raises:
            RowProblem: it is none between 2000 and 2100.
        """
        when = self._known.get(written)
        if when is None:
            when = self._known[written] = self._read(written)
            self._look_at(written, when)
        return when

    @property
    def order_unclear(self) -> bool:
        """Whether a date was read of which nothing says if the day stands first."""
        return "/" in self._doubted

    def new_doubts(self) -> list[str]:
        """What was not clear since this was asked the last time; each is said once."""
        found, self._doubts = self._doubts, []
        return found

    def _read(self, written: str) -> datetime:
        when = _iso(written) or _parsed(
            _plain(written), self._months, day_first=self._day_first
        )
        if when is None:
            shown = f'"{written.strip()[:40]}"' if written.strip() else "missing"
            raise RowProblem(f"date {shown} is not a date")
        if not EARLIEST <= when.year < LATEST:
            raise RowProblem(
                f"date {written.strip()[:40]} is not between 2000 and 2100"
            )
        return when

    def _look_at(self, written: str, when: datetime) -> None:
        plain = _plain(written)
        found = _YEAR_LAST.fullmatch(plain)
        if found and not self.is_settled and found[1] != found[3]:
            self._doubt(
                "/",
                f"day and month of {written.strip()[:20]} are not clear: it is read as "
                f"{day_words(when)} (--dates dmy or --dates mdy)",
            )
        for word in _WORD.findall(plain):
            numbers = self._months.numbers(word)
            if len(numbers) > 1:
                names = " or ".join(MONTHS[number - 1] for number in numbers)
                taken = MONTHS[numbers[0] - 1]
                self._doubt(word, f"the month {word} is {names}: {taken} was taken")

    def _doubt(self, what: str, reason: str) -> None:
        if what not in self._doubted:
            self._doubted.add(what)
            self._doubts.append(reason)


def optional_date(when: DateReader, cells: Cells, column: str) -> datetime | None:
    """The date of a cell that no set is worth losing for; a bad one is doubted."""
    written = cells.get(column, "").strip()
    if not written:
        return None
    try:
        return when(written)
    except RowProblem as problem:
        cells.doubt(f"{problem}: it is left out")
        return None


def ended_after(started: datetime, seconds: float, cells: Cells) -> datetime | None:
    """When what lasted so long ended; an end beyond all years is doubted."""
    with suppress(OverflowError):
        ended = started + timedelta(seconds=seconds)
        if ended.year <= LATEST:
            return ended
    cells.doubt(f"nothing lasts {seconds / 3600:g} hours: the end is left out")
    return None


def is_date(written: str) -> bool:
    """Whether a text is a date in one of the known forms."""
    plain = _plain(written)
    months = Months()
    return _iso(written) is not None or any(
        _parsed(plain, months, day_first=day_first) for day_first in (True, False)
    )


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.strip().replace(" +", "+"))
    except ValueError:
        return None


def _parsed(written: str, months: Months, *, day_first: bool) -> datetime | None:
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day, *clock = found.groups()
        return _when(int(year), int(month), int(day), clock)
    if found := _YEAR_LAST.fullmatch(written):
        first, _, second, year, *clock = found.groups()
        full_year = int(year) + (2000 if len(year) == 2 else 0)
        month, day = (second, first) if day_first else (first, second)
        return _when(full_year, int(month), int(day), clock)
    if found := _NUMBERED.fullmatch(written):
        day, month, year, *clock = found.groups()
        return _when(int(year), int(month), int(day), clock)
    return _named(written, months)


def _named(written: str, months: Months) -> datetime | None:
    """A date with the name of its month: ``28 dec 2023, 11:11``, ``jun 11, 2026``."""
    if found := _DAY_FIRST.fullmatch(written):
        day, name, year, *clock = found.groups()
    elif found := _MONTH_FIRST.fullmatch(written):
        name, day, year, *clock = found.groups()
    else:
        return None
    numbers = months.numbers(name)
    return _when(int(year), numbers[0], int(day), clock) if numbers else None


def _when(year: int, month: int, day: int, clock: list[str | None]) -> datetime | None:
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None


def _plain(written: str) -> str:
    """Lower case, without accents, odd spaces and the signs of Chinese dates."""
    letters = unicodedata.normalize("NFKD", written.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    bare = _VIETNAMESE.sub(r"\1月", bare)
    bare = _YEAR_SIGNS.sub(r"\1-\2-\3 ", unicodedata.normalize("NFC", bare))
    return " ".join(bare.split())


def _day_first(samples: Iterable[str]) -> bool | None:
    """Whether 5/6 means 5 June here, or None when no date of the file tells.

    A day above 12 tells, a separator other than the slash, or that the dates run on in
    one order only if they are read so.
    """
    written = [found for one in samples if (found := _YEAR_LAST.fullmatch(one))]
    for found in written:
        if int(found[1]) > 12:
            return True
        if int(found[3]) > 12:
            return False
    if any(found[2] != "/" for found in written):
        return True
    day_first = _run_on([(int(f[4]), int(f[3]), int(f[1])) for f in written])
    month_first = _run_on([(int(f[4]), int(f[1]), int(f[3])) for f in written])
    return day_first if day_first != month_first else None


def _run_on(days: list[tuple[int, int, int]]) -> bool:
    """Whether days, as (year, month, day), go forward only, or back only."""
    return days in (sorted(days), sorted(days, reverse=True))
