"""Alpha Progression: sessions as paragraphs, with reps in reserve for every set."""

import re
from collections.abc import Iterator, Mapping, Sequence

from befit_tui.transfer.formats.sets import Named, layout_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_STARTED = re.compile(
    r"(\d{4}-\d{2}-\d{2} \d{1,2}:\d{2})(?: h)?(?: ?([ap]m))?", re.IGNORECASE
)
_LENGTH = re.compile(r"(?:(\d+):(\d{2}) hr?s?|(\d+) min)")
_EXERCISE = re.compile(r"\d+\. (.+)")
_WARMUP = re.compile(r"WU\d+ · ([+\d.,]+) (kg|lbs?) · (\d+) reps", re.IGNORECASE)
_UNITS = {"KG": "kg", "LB": "lb", "LBS": "lb"}
_DONE = re.compile(r"\+?[\d.,]+")


def recognise(table: Table) -> Layout | None:
    """The layout of an Alpha Progression export.

    A session begins with its name and its start, an exercise with its number and its
    name, and ``#;KG;REPS;RIR`` goes before its sets. ``+10`` is load added to the body.
    """
    heads = [record.cells for record in table.records[:40]]
    if not any(_is_head(cells) for cells in heads) or not _STARTED.match(
        _cell(heads[0], 1)
    ):
        return None
    return layout_of(_sets(table))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if len(cells) > place else ""


def _is_head(cells: Sequence[str]) -> bool:
    return _cell(cells, 0) == "#" and _cell(cells, 1).upper() in _UNITS


def _sets(table: Table) -> Iterator[Named]:
    session: dict[str, str] = {}
    exercise, unit, columns = "", "", ["#", "KG", "REPS", "RIR"]
    for record in table.records:
        cells = record.cells
        first = _cell(cells, 0)
        if started := _STARTED.match(_cell(cells, 1)):
            session = {
                "date": " ".join(filter(None, started.groups())),
                "name": first.partition(" · ")[0],
                "workout_notes": first.partition(" · ")[2],
            }
        elif found := _EXERCISE.fullmatch(first):
            exercise = _name(found[1])
            for warmup in _WARMUP.finditer(_cell(cells, 1)):
                yield (
                    record.line,
                    {
                        **session,
                        "exercise": exercise,
                        "type": "warmup",
                        "weight": warmup[1].lstrip("+"),
                        "weight_unit": warmup[2],
                        "reps": warmup[3],
                    },
                )
        elif _is_head(cells):
            columns = [one.strip().upper() for one in cells]
            unit = _UNITS[columns[1]]
        elif any(cells):
            done = dict(zip(columns, cells, strict=False))
            yield record.line, {**session, "exercise": exercise, **_set(done, unit)}


def _set(done: Mapping[str, str], unit: str) -> dict[str, str]:
    load = done.get("KG", done.get("LB", done.get("LBS", ""))).strip()
    reps = done.get("REPS", "").strip()
    return {
        "weight": load.lstrip("+") if _DONE.fullmatch(load) else "",
        "weight_unit": unit,
        # "8+" is at least eight.
        "reps": reps.removesuffix("+") if reps != "-" else "",
        "rir": done.get("RIR", "").strip().replace("-", ""),
        "order": done.get("#", ""),
        "skip": NOT_DONE if reps == "-" else "",
    }


def _name(written: str) -> str:
    """``Hack Squats · Machine · 8 reps`` as ``Hack Squats (Machine)``."""
    parts = [
        part
        for part in written.split(" · ")
        if not part.endswith(("reps", "sets", "set"))
    ]
    if len(parts) < 2 or parts[1].casefold() == "bodyweight":
        return parts[0]
    return f"{parts[0]} ({parts[1]})"


ALPHA = Format("alpha", "Alpha Progression", recognise)
