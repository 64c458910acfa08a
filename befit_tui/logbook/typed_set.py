"""What was typed in the entry line, as sets to log or as a correction of one."""

from typing import Any

from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_echo import echo, suspicious
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import SetValues, Shown, apply
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind, LoadKind
from befit_tui.domain.workout import LoggedSet

SECONDS_A_PRESS = 5
"""How much a press changes a timed set; product constant."""


def shown_of(row: PlannedSet | LoggedSet) -> Shown:
    """What a row shows, which the line changes or takes over."""
    return Shown(
        load=row.load,
        reps=row.reps,
        seconds=row.seconds,
        metres=row.metres,
        kind=row.kind,
    )


def check_complete(shown: PlannedSet, exercise: Exercise | None) -> None:
    """Refuse a row that would log nothing, or a loaded lift without its load.

    Raises:
        BefitError: what to type instead.
    """
    if shown.reps is None and shown.seconds is None and shown.metres is None:
        raise BefitError("There is nothing to log yet; type 8, 45s or 2km.")
    if shown.load is not None or exercise is None or exercise.equipment == "band":
        return
    if exercise.load is LoadKind.WEIGHT:
        raise BefitError("No load is known yet; type it with the reps, like 20x8.")


def values_of(planned: PlannedSet) -> SetValues:
    """A planned set as it would be logged by enter, not rated."""
    return SetValues(
        kind=planned.kind,
        load=planned.load,
        reps=planned.reps,
        seconds=planned.seconds,
        metres=planned.metres,
    )


def read_sets(
    text: str, shown: Shown, unit: Unit, above: LoggedSet | None, exercise: Exercise
) -> tuple[SetValues, ...]:
    """The sets that the text means.

    Raises:
        EntryError: it cannot be read; the message says what to type.
    """
    return apply(parse(text), shown, unit, above, exercise.load)


def read_back(text: str, shown: Shown, unit: Unit, exercise: Exercise) -> str:
    """How the text reads, with a doubt about its load; empty while it does not."""
    try:
        typed = parse(text)
        words = echo(typed, shown, unit, exercise.load)
        doubt = suspicious(typed, shown, unit, exercise.load)
    except EntryError:
        return ""
    return f"{words} ▲ {doubt}" if doubt else words


def correction(found: tuple[SetValues, ...]) -> dict[str, Any]:
    """The fields that a typed line changes in a logged set.

    A rating, a kind and a note stay as they were unless they were typed.

    Raises:
        EntryError: several sets were typed.
    """
    if len(found) > 1:
        raise EntryError("One logged set can only become one set; leave out the count.")
    values = found[0]
    fields: dict[str, Any] = {
        "load": values.load,
        "reps": values.reps,
        "extra_reps": values.extra_reps,
        "seconds": values.seconds,
        "metres": values.metres,
    }
    if (values.left, values.end, values.form) != (None, None, None):
        fields |= {"left": values.left, "end": values.end, "form": values.form}
    if values.kind is not Kind.WORK:
        fields["kind"] = values.kind
    if values.note:
        fields["note"] = values.note
    return fields


def nudged(shown: PlannedSet | LoggedSet, step: int) -> dict[str, Any]:
    """What one press more (1) or less (-1) changes: reps, a time or a distance."""
    if shown.reps is None and shown.seconds is not None:
        return {"seconds": max(0.0, shown.seconds + step * SECONDS_A_PRESS)}
    if shown.reps is None and shown.metres is not None:
        metres = 100 if shown.metres >= 1000 else 10
        return {"metres": max(0.0, shown.metres + step * metres)}
    return {"reps": max(0, (shown.reps or 0) + step)}
