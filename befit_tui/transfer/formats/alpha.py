"""Alpha Progression: sessions as paragraphs, with reps in reserve for every set."""

import re
from collections.abc import Iterator, Mapping, Sequence

from befit_tui.transfer.formats.sets import SetCells, layout_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_STARTED = re.compile(
    r"(\d{4}-\d{2}-\d{2} \d{1,2}:\d{2})(?: h)?(?: ?([ap]m))?", re.IGNORECASE
)
_EXERCISE = re.compile(r"\d+\. (.+)")
_WARMUP = re.compile(r"WU\d+ · ([+\d.,]+) (kg|lbs?) · (\d+) reps", re.IGNORECASE)
_UNITS = {"KG": "kg", "LB": "lb", "LBS": "lb"}
_DONE = re.compile(r"\+?[\d.,]+")


def recognise(table: Table) -> Layout | None:
    """The layout of an Alpha Progression export.

    A session begins with its name and its start, an exercise with its number and its
    name, and ``#;KG;REPS;RIR`` goes before its sets. ``+10`` is load added to the body.
    """
    heads = [[*record.cells, "", ""] for record in table.records[:40]]
    if not any(map(_is_head, heads)) or not _STARTED.match(heads[0][1].strip()):
        return None
    return layout_of(_sets(table))


def _is_head(cells: Sequence[str]) -> bool:
    return cells[0].strip() == "#" and cells[1].strip().upper() in _UNITS


def _sets(table: Table) -> Iterator[SetCells]:
    session: dict[str, str] = {}
    unit, columns = "", ["#", "KG", "REPS", "RIR"]
    for record in table.records:
        cells = [one.strip() for one in record.cells]
        first, second, *_ = [*cells, "", ""]
        if started := _STARTED.match(second):
            name, _, notes = first.partition(" · ")
            when = " ".join(filter(None, started.groups()))
            session = {"date": when, "name": name, "workout_notes": notes}
        elif found := _EXERCISE.fullmatch(first):
            session["exercise"] = _name(found[1])
            for warmup in _WARMUP.finditer(second):
                load, of, reps = warmup.groups()
                done = {"weight": load.lstrip("+"), "weight_unit": of, "reps": reps}
                yield record.line, {**session, "type": "warmup", **done}
        elif _is_head([first, second]):
            columns = [one.upper() for one in cells]
            unit = _UNITS[columns[1]]
        elif any(record.cells):
            done = dict(zip(columns, cells, strict=False))
            yield record.line, {**session, **_set(done, unit)}


def _set(done: Mapping[str, str], unit: str) -> dict[str, str]:
    load = done.get("KG", done.get("LB", done.get("LBS", "")))
    reps = done.get("REPS", "")
    return {
        "weight": load.lstrip("+") if _DONE.fullmatch(load) else "",
        "weight_unit": unit,
        # "8+" is at least eight.
        "reps": reps.removesuffix("+") if reps != "-" else "",
        "rir": done.get("RIR", "").replace("-", ""),
        "order": done.get("#", ""),
        "skip": NOT_DONE if reps == "-" else "",
    }


def _name(written: str) -> str:
    """``Hack Squats · Machine · 8 reps`` as ``Hack Squats (Machine)``."""
    ends = ("reps", "sets", "set")
    parts = [one for one in written.split(" · ") if not one.endswith(ends)]
    name, tool, *_ = (*parts, "", "")
    return f"{name} ({tool})" if tool and tool.casefold() != "bodyweight" else name


ALPHA = Format("alpha", "Alpha Progression", recognise)
