"""GymBook: twelve columns in the user's language, amounts with their unit."""

import re
from collections.abc import Mapping

from befit_tui.transfer.formats.sets import started_together
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_WIDTH = 12
_KIND, _AMOUNT, _LOAD = 7, 8, 9
_NO = (
    "no", "nein", "non", "não", "nao", "nej", "nie", "ne", "nee", "нет", "いいえ", "否",
)  # fmt: skip
_AMOUNTS = re.compile(r"([\d.,:]+)\s*(\D*)")
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")


def recognise(table: Table) -> Layout | None:
    """The layout of a GymBook export, known by its headings with a choice in them.

    The heading of the kind of set names the three kinds in the language of the file.
    """
    head = table.first
    if len(head) != _WIDTH or head[_KIND].count(" / ") != 2:
        return None
    if not all(" / " in head[place] for place in (_AMOUNT, _LOAD)):
        return None
    _, warmup, cooldown = (word.strip().casefold() for word in head[_KIND].split(" / "))
    sets = (
        (record.line, _set(record.cells, warmup, cooldown))
        for record in table.records[1:]
        if len(record.cells) == _WIDTH
    )
    return started_together(sets, lambda one: (one["date"][:10], one["name"]))


def _set(cells: list[str], warmup: str, cooldown: str) -> Mapping[str, str]:
    cells = [one.strip() for one in cells]
    day, name, time, exercise, *_ = cells
    kind, comment = cells[_KIND].casefold(), cells[10]
    if kind == cooldown:
        comment = "\n".join(filter(None, (cells[_KIND], comment)))
    if found := _DAY.fullmatch(day):
        # The day stands first, and the year may lack its century.
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        day = f"{year:04}-{int(found[2]):02}-{int(found[1]):02}"
    amount, load = map(_AMOUNTS.fullmatch, (cells[_AMOUNT], cells[_LOAD]))
    done = {
        "date": f"{day} {time}".strip(),
        "name": name,
        "exercise": exercise,
        "type": "warmup" if kind == warmup else "",
        "comment": comment,
        "skip": "" if cells[11].casefold() in ("", *_NO) else NOT_DONE,
        _column(amount): amount[1] if amount else cells[_AMOUNT],
    }
    word = load[2].strip().casefold() if load else ""
    far = "distance" if word in ("km", "m", "mi") else "weight"
    return done | {far: load[1] if load else cells[_LOAD], f"{far}_unit": word}


def _column(amount: re.Match[str] | None) -> str:
    """What an amount is by its word: ``20 ripetizioni``, ``5 minuti``, ``30 Sek.``."""
    word = amount[2].casefold() if amount else ""
    if word.startswith("min"):
        return "minutes"
    return "seconds" if word.startswith(("sec", "sek", "seg")) else "reps"


GYMBOOK = Format("gymbook", "GymBook", recognise)
