"""GymBook: twelve columns in the user's language, amounts with their unit."""

import re
from collections.abc import Mapping

from befit_tui.transfer.formats.sets import layout_of, started_together
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
    sets = [
        (record.line, _set(record.cells, warmup, cooldown))
        for record in table.records[1:]
        if len(record.cells) == _WIDTH
    ]
    together = started_together(sets, lambda one: (one["date"][:10], one["name"]))
    return layout_of(together)


def _set(cells: list[str], warmup: str, cooldown: str) -> Mapping[str, str]:
    day, name, time, exercise, *_ = (one.strip() for one in cells)
    kind = cells[_KIND].strip().casefold()
    done = {
        "date": f"{_with_century(day)} {time}".strip(),
        "name": name,
        "exercise": exercise,
        "type": "warmup" if kind == warmup else "",
        "comment": cells[10].strip(),
        "skip": "" if cells[11].strip().casefold() in ("", *_NO) else NOT_DONE,
    }
    if kind == cooldown:
        done["comment"] = "\n".join(
            filter(None, (cells[_KIND].strip(), done["comment"]))
        )
    return done | _amount(cells[_AMOUNT]) | _load(cells[_LOAD])


def _with_century(day: str) -> str:
    """``04/03/25`` as ``2025-03-04``: the day stands first."""
    found = _DAY.fullmatch(day)
    if found is None:
        return day
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    return f"{year:04}-{int(found[2]):02}-{int(found[1]):02}"


def _amount(written: str) -> dict[str, str]:
    """Reps, or a time with its word: ``20 ripetizioni``, ``5 minuti``, ``30 Sek.``."""
    found = _AMOUNTS.fullmatch(written.strip())
    if found is None:
        return {"reps": written.strip()}
    word = found[2].casefold()
    if word.startswith("min"):
        return {"minutes": found[1]}
    if word.startswith(("sec", "sek", "seg")):
        return {"seconds": found[1]}
    return {"reps": found[1]}


def _load(written: str) -> dict[str, str]:
    found = _AMOUNTS.fullmatch(written.strip())
    if found is None:
        return {"weight": written.strip()}
    word = found[2].strip().casefold()
    if word in ("km", "m", "mi"):
        return {"distance": found[1], "distance_unit": word}
    return {"weight": found[1], "weight_unit": word}


GYMBOOK = Format("gymbook", "GymBook", recognise)
