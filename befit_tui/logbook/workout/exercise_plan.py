"""The plan of the exercise under the cursor as a line: sets, reps, effort, rest."""

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Target
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.cursor import RowCursor


def plan_line(cursor: RowCursor, logbook: Logbook) -> str:
    """What is planned under the cursor; what the rows show where nothing is."""
    if logbook.active is None or cursor.row is None:
        return ""
    target = logbook.active.entries[cursor.row.entry].target
    if target is not None and any(one.reps or one.seconds for one in target.sets):
        return format_plan(replace(target, scheme=None))
    rows = [one for one in cursor.sets_of(cursor.row.entry) if not one.further]
    groups = "".join(
        {"work": "x", "warmup": "w", "drop": "d"}[str(one.planned.kind)] for one in rows
    )
    exercise = cursor.exercise
    reps = exercise.default_reps if exercise else None
    if not reps or set(groups) != {"x"}:
        return format_plan(target)
    zone = rows[0].zone
    return f"{len(rows)}x{reps[0]}-{reps[1]}@{zone.low}-{min(zone.high, 10)}"


def write_plan(cursor: RowCursor, logbook: Logbook, line: str) -> None:
    """Plan what a line says; a rest alone leaves the sets, sets alone the rest.

    Raises:
        EntryError: the line cannot be read.
    """
    if cursor.row is None:
        return
    index, typed = cursor.row.entry, parse_plan(line, cursor.unit)
    if typed.scheme is not None:
        raise EntryError(
            "How a lift moves on is typed in its routine: ctrl+p, Routines, e."
        )
    old = logbook.opened().entries[index].target or Target()
    target = replace(
        old,
        rest_s=old.rest_s if typed.rest_s is None else typed.rest_s,
        sets=typed.sets or old.sets,
    )
    changes.change_entry(logbook, index, "changed plan", target=target)
    cursor.forget_drafts()
    cursor.refresh()
