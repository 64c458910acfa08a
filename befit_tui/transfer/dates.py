"""The dates of exports: their forms, months of many languages, whether 5/6 is in May.

By hand: dateparser 1 reads as many languages in 2 ms a date, 20 s of 20 years of
training, and takes a month that two of them share (``lip``) without a word.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from befit_tui.domain.load import Unit
from befit_tui.domain.wording import MONTHS, day_words
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.rows import ReadOptions

EARLIEST, LATEST = 2000, 2100
"""Years outside are a slip of the file, not a workout."""
_CENTURY_S = 100 * 366 * 86_400

_LEAST = 3
"""Letters that a shortened name of a month must have to be known by its beginning."""

_CLOCK = (
    r"(?:(?:[,\s]+(?:(?:at|um)\s)?|t)(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2}))?(?:[.,]\d+)?\s*(?:(?P<half>[ap])\.?\s?m\.?|uhr)?)?"
)
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_NAME = r"(?P<month>[^\W\d_]+)\.?"
_SHORT_YEAR = r"(?P<year>\d{4}|\d{2})"
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})[-/.](\d{{4}}|\d{{2}}){_CLOCK}")
_FORMS = (
    rf"{_YEAR}[-/.]\s?{_MONTH}[-/.]\s?{_DAY}\.?",
    # A month that is a number with its sign: 5 1月 2025.
    rf"{_DAY}\s+{_MONTH}[月월],?\s+{_YEAR}",
    rf"{_DAY}(?:\.|st|nd|rd|th)?[-\s](?:de\s|d['’])?{_NAME}[-\s](?:de\s)?{_SHORT_YEAR}",
    rf"{_NAME}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}",
    rf"{_YEAR}[-.]\s?{_NAME}[-\s]{_DAY}\.?",
)
_BY_ORDER = {
    day_first: tuple(
        re.compile(form + _CLOCK)
        for form in (*_FORMS, "[-/.]".join((*of_day, _SHORT_YEAR)))
    )
    for day_first, of_day in ((True, (_DAY, _MONTH)), (False, (_MONTH, _DAY)))
}
"""The forms of dates, by whether 5/6 is in June."""
_VIETNAMESE = re.compile(r"\bth(?:an)?g (\d{1,2})")
_YEAR_SIGNS = re.compile(r"(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?, ")
_UTC = re.compile(r"\s+(?:UTC|GMT)\s*$")
_OFFSET = re.compile(r"^\s+|\s+(?=[+-]\d\d:?\d\d\s*$)|\s+$")


@cache
def _months() -> dict[str, dict[str, int]]:
    """The month, 1 to 12, that a word means in each language that has it."""
    data = Path(__file__).with_name("month_names.toml").read_text("utf-8")
    found: dict[str, dict[str, int]] = {}
    for language, months in tomllib.loads(data).items():
        for number, forms in enumerate(months.split(), 1):
            for form in forms.split("|"):
                found.setdefault(form, {})[language] = number
    return found


class _Months:
    """What words mean in one file: its languages are those that know most of them.

    A word that two languages use for two months, such as ``lip``, is settled so.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        known = Counter(
            language for word in set(words) for language in _months().get(word, ())
        )
        most = max(known.values(), default=0)
        self._languages = {one for one, count in known.items() if count == most}

    def numbers(self, word: str) -> tuple[int, ...]:
        """What a word may mean, 1 to 12, the likeliest first; empty if it is no month.

        More than one are left only where the file does not settle it. A name may be
        shortened: ``aprl`` is none, ``septem`` is September.
        """
        exact = _months().get(word)
        if exact is not None:
            here = [number for name, number in exact.items() if name in self._languages]
            found = Counter(here or exact.values())
        else:
            found = Counter(
                number
                for form, months in _months().items()
                if len(word) >= _LEAST and form.startswith(word)
                for language, number in months.items()
                if not self._languages or language in self._languages
            )
        return tuple(number for number, _ in found.most_common())


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
        self._months = _Months(
            word for written in plain for word in _WORD.findall(written)
        )
        settled = _day_first(plain)
        told = options.day_first if settled is None else settled
        self._is_settled = told is not None
        self._day_first = options.unit is Unit.KG if told is None else told
        self._known: dict[str, datetime] = {}
        self._doubted: set[str] = set()
        self._doubts: list[str] = []

    def __call__(self, written: str) -> datetime:
        """The date that a text is; RowProblem if it is none between 2000 and 2100."""
        if when := self._known.get(written):
            return when
        shown = written.strip()[:40]
        read = _read(written, self._months, day_first=self._day_first)
        if read is None:
            shown = f'"{shown}"' if shown else "missing"
            raise RowProblem(f"date {shown} is not a date")
        if not EARLIEST <= read.year < LATEST:
            raise RowProblem(f"date {shown} is not between 2000 and 2100")
        self._known[written] = read
        self._look_at(_plain(written), shown[:20], read)
        return read

    @property
    def order_unclear(self) -> bool:
        """Whether a date was read of which nothing says if the day stands first."""
        return "/" in self._doubted

    def new_doubts(self) -> list[str]:
        """What was not clear since this was asked the last time; each is said once."""
        found, self._doubts = self._doubts, []
        return found

    def _look_at(self, plain: str, shown: str, when: datetime) -> None:
        found = _YEAR_LAST.fullmatch(plain)
        if found and not self._is_settled and found[1] != found[3]:
            self._doubt(
                "/",
                f"day and month of {shown} are not clear: it is read as "
                f"{day_words(when)} (--dates dmy or --dates mdy)",
            )
        for word in _WORD.findall(plain):
            numbers = self._months.numbers(word)
            if len(numbers) > 1:
                names = [MONTHS[number - 1] for number in numbers]
                said = f"the month {word} is {' or '.join(names)}: {names[0]} was taken"
                self._doubt(word, said)

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
    if seconds < _CENTURY_S:
        ended = started + timedelta(seconds=seconds)
        if ended.year <= LATEST:
            return ended
    cells.doubt(f"nothing lasts {seconds / 3600:g} hours: the end is left out")
    return None


def is_date(written: str) -> bool:
    """Whether a text is a date in one of the known forms."""
    orders = (True, False)
    return any(_read(written, _Months(), day_first=order) for order in orders)


def _read(written: str, months: _Months, *, day_first: bool) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(_UTC.sub("+00:00", _OFFSET.sub("", written)))
    plain = _plain(written)
    forms = (form.fullmatch(plain) for form in _BY_ORDER[day_first])
    found = next(filter(None, forms), None)
    if found is None:
        return None
    month, hours = found["month"], int(found["hour"] or 0)
    numbers = (int(month),) if month.isdecimal() else months.numbers(month)
    if found["half"] and 1 <= hours <= 12:
        hours = hours % 12 + (12 if found["half"] == "p" else 0)
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    clock = hours, int(found["minute"] or 0), int(found["second"] or 0)
    with suppress(ValueError, IndexError):
        return datetime(year, numbers[0], int(found["day"]), *clock)  # noqa: DTZ001
    return None


def _plain(written: str) -> str:
    """Lower case, without accents, odd spaces and the signs of Chinese dates."""
    letters = unicodedata.normalize("NFKD", written.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    bare = _VIETNAMESE.sub(r"\1月", bare)
    bare = _YEAR_SIGNS.sub(r"\1-\2-\3 ", unicodedata.normalize("NFC", bare))
    bare = " ".join(bare.split())
    weekday = _WEEKDAY.match(bare)
    return bare[weekday.end() :] if weekday else bare


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

    def run_on(*places: int) -> bool:
        days = [[int(one[place]) for place in places] for one in written]
        return days in (sorted(days), sorted(days, reverse=True))

    # The places of year, month and day.
    day_first, month_first = run_on(4, 3, 1), run_on(4, 1, 3)
    return day_first if day_first != month_first else None
