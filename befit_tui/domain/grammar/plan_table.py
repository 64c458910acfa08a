"""The plan of an exercise as a table: a row for sets alike, a cell for each aim.

What a cell may hold is what the plan line may: a change puts the cells of its row on a
line and has that read, so table and line never differ.
"""

from contextlib import suppress
from itertools import groupby

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SetTarget, Target

COLUMNS = ("sets", "reps", "left", "load", "rest")
CELL_HINTS = {
    "sets": "how many sets alike, as in 3; nothing takes them out",
    "reps": "8 · 6-8 · 5+ as many as the form holds · 45s · 1:30 · empty: as last time",
    "left": "the reps left to stop at, as in 2 or 1-3; empty leaves it to the lift",
    "load": "80kg, 175lb, or 75% of the estimated 1RM; empty: what the log says",
    "rest": "after each set of the exercise, as in 180 or 3:00; empty: the usual",
}
"""What may be typed in the cells of a column."""
_SIGNS = {Kind.WARMUP: " w", Kind.DROP: " d"}


class PlanRow(Value, frozen=True):
    """Sets alike: their cells by column, as they are typed, and their kind."""

    kind: Kind
    cells: dict[str, str]


def has_table(target: Target | None) -> bool:
    """Whether a plan is the same sets each time; weeks and stages are lines."""
    scheme = target.scheme if target is not None else None
    return scheme is None or not (scheme.weeks or scheme.stages)


def rows_of(target: Target | None) -> tuple[PlanRow, ...]:
    """The rows of a plan; one that says nothing has an empty one."""
    target = target or Target()
    rest = "" if target.rest_s is None else _clock(target.rest_s)
    groups = [(one, len(tuple(same))) for one, same in groupby(target.sets)]
    return tuple(
        PlanRow(one.kind, {**_cells(one, count), "rest": rest if not at else ""})
        for at, (one, count) in enumerate(groups)
    ) or (PlanRow(Kind.WORK, {**dict.fromkeys(COLUMNS, ""), "rest": rest}),)


def with_cell(target: Target | None, row: int, column: str, text: str) -> Target:
    """The plan with one cell changed; sets that are none are taken out.

    Raises:
        EntryError: the cell cannot be read; the message says what to type.
    """
    target, text = target or Target(), "".join(text.split())
    if column == "rest":
        return replace(target, rest_s=_rest(text) if text else None)
    groups = [tuple(same) for _, same in groupby(target.sets)] or [()]
    cells = rows_of(target)[row]
    changed = {**cells.cells, column: text}
    if column == "reps" and ("s" in text or ":" in text):
        changed["left"] = ""  # nobody says how many seconds were left
    if column == "sets" and text in ("", "0"):
        sets: tuple[SetTarget, ...] = ()
    else:
        sets = parse_plan(_line(changed, cells.kind)).sets
    kept = (*groups[:row], sets, *groups[row + 1 :])
    return replace(target, sets=tuple(one for group in kept for one in group))


def _rest(text: str) -> int:
    with suppress(EntryError):
        rest = parse_plan(f"1x r{text.removeprefix('r')}").rest_s
        if rest is not None:
            return rest
    raise EntryError("A rest is at most an hour, in seconds or m:ss, as in 3:00.")


def _cells(target: SetTarget, count: int) -> dict[str, str]:
    reps = replace(target, left=None, load=None, percent=None, kind=Kind.WORK)
    load = ""
    if target.load is not None:
        load = f"{number(target.load.value)}{target.load.unit}"
    elif target.percent is not None:
        load = f"{number(target.percent)}%"
    low, high = target.left or (None, None)
    left = "" if low is None else f"{low}" if low == high else f"{low}-{high}"
    amount = format_plan(Target(sets=(reps,))).removesuffix("1x")
    return {"sets": str(count), "reps": amount, "left": left, "load": load}


def _line(cells: dict[str, str], kind: Kind) -> str:
    left = f"@{cells['left']}" if cells["left"] else ""
    load = f" {cells['load']}" if cells["load"] else ""
    return f"{cells['sets'] or 1}x{cells['reps']}{load}{left}{_SIGNS.get(kind, '')}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}" if minutes else str(seconds)
