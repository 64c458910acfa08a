"""Any other table: its headings say what they are, or the lifter does."""

from collections.abc import Iterable, Mapping, Sequence

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.transfer.formats.sets import layout_of, set_count
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table, parted, plain, unit_of

_NEEDED = ("date", "exercise")
_AMOUNTS = ("reps", "seconds")

_NAMES = {
    "exercise": "exercise", "note": "comment", "workout": "name", "unit": "weight_unit",
    "left": "rir", "reps": "reps", "rpe": "rpe", "seconds": "seconds",
}  # fmt: skip

_HEADINGS = {
    "date": "date|day|datum|fecha|data|日付|日期|workout date|timestamp|datetime",
    "exercise": "exercise|lift|movement|exercise name|exercise_name|übung|ejercicio",
    "load": "weight|load|kg|lb|lbs|gewicht|peso|poids",
    "reps": "reps|rep|repetitions|wiederholungen|repeticiones|wdh",
    "left": "rir|reps left|reps in reserve|left",
    "rpe": "rpe",
    "unit": "unit|units|weight unit|weight_unit",
    "note": "note|notes|comment|comments",
    "seconds": "seconds|duration|duration (s)|time (s)|secs",
    "time": "time|start|start time|clock",
    "workout": "workout|workout name|session|routine",
    "sets": "sets",
}
"""The plain headings of a table that needs no mapping."""

PARTS = tuple(_HEADINGS)
"""What a column can be, as a mapping names it."""


def recognise(table: Table) -> Layout | None:
    """The layout of a table by plain headings; a workout is a day, or has a name."""
    found = guessed(table.first)
    return mapped(table, found) if _is_enough(found) else None


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """The heading of each part that a table names plainly."""
    found: dict[str, str] = {}
    for heading in headings:
        whole = plain(heading)
        bare, _ = parted(whole)
        for part, words in _HEADINGS.items():
            if part not in found and {whole, bare} & set(words.split("|")):
                found[part] = heading
                break
    return found


def headings_id(table: Table) -> str:
    """What a table is known by the next time: its headings."""
    return "|".join(table.headings)


def _is_enough(columns: Mapping[str, str]) -> bool:
    return all(part in columns for part in _NEEDED) and any(
        part in columns for part in _AMOUNTS
    )


def mapped(table: Table, columns: Mapping[str, str]) -> Layout:
    """The layout of a table whose parts stand under the named headings."""
    places = {part: plain(heading) for part, heading in columns.items()}
    for part, heading in columns.items():
        if part not in PARTS:
            raise ImportRefusedError(
                f"{part} is no part of a set: say {', '.join(PARTS)} in --map."
            )
        if places[part] not in table.headings:
            raise ImportRefusedError(
                f"{table.name} has no heading {heading}: its headings are "
                f"{', '.join(table.first)[:200]}."
            )
    if not _is_enough(columns):
        raise ImportRefusedError(
            "A mapping needs at least date, exercise and reps (or seconds): "
            '--map "date=Day,exercise=Lift,load=kg,reps=Reps".'
        )
    load = columns.get("load", "")
    unit = "" if "unit" in places else unit_of(f"x ({load})") or unit_of(load)
    names = {"load": f"weight:{unit}" if unit else "weight", **_NAMES}
    named = {names[part]: place for part, place in places.items() if part in names}
    starts = [place for part in ("date", "time") if (place := places.get(part))]
    sets = [
        (
            line,
            {name: one[place] for name, place in named.items()}
            | {"date": " ".join(one[place] for place in starts).strip()},
            one.get(places.get("sets", ""), ""),
        )
        for line, one in table.named()
        if any(one.values())
    ]
    numbered = _are_numbered((one["date"], one["exercise"], n) for _, one, n in sets)
    told = (
        (line, one)
        for line, one, count in sets
        for _ in range(1 if numbered else set_count(count))
    )
    return layout_of(told, by_day=True)


def _are_numbered(rows: Iterable[tuple[str, str, str]]) -> bool:
    """Whether sets are numbered, not counted: an exercise of a day goes on at 2."""
    last: dict[tuple[str, str], str] = {}
    for day, exercise, written in rows:
        if last.get((day, exercise)) == "1" and written.strip() == "2":
            return True
        last[day, exercise] = written.strip()
    return False


GENERIC = Format("table", "a table with a heading for each part", recognise)
