"""A programme in Liftoscript taken over from a file, and what of it did not map."""

from pathlib import Path

from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import BefitError
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Entry
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines
from befit_tui.transfer.containers import decode
from befit_tui.transfer.liftoscript import Day, read_script

MOST_BYTES = 1_000_000
"""Beyond every programme that anybody wrote by hand."""


class TakenOver(Value, frozen=True):
    """The routines that were made, and what is not in them, a sentence each."""

    routines: tuple[Routine, ...]
    left_out: tuple[str, ...]


def take_over(logbook: Logbook, path: Path) -> TakenOver:
    """Make routines of a Liftoscript file, one step of undo; or BefitError."""
    text = decode(_read(path), path.name).text
    script = read_script(text)
    left_out = list(script.left_out)
    made = tuple(
        _routine(logbook, path.stem, day, left_out)
        for day in script.days
        if day.exercises
    )
    for one in made:
        routines.check_name(logbook, one)
    items = {one.id: to_plain(one) for one in made}
    logbook.keep_items(routines.LIBRARY_LIST, items, f"programme {path.stem}")
    return TakenOver(made, tuple(dict.fromkeys(left_out)))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BefitError(f"{path.name} is too large for a programme.")
        return path.read_bytes()
    except OSError as error:
        raise BefitError(f"{path} cannot be read: {error.strerror}.") from None


def _routine(
    logbook: Logbook, programme: str, day: Day, left_out: list[str]
) -> Routine:
    entries = []
    for planned in day.exercises:
        exercise = logbook.catalog.named(planned.name, "liftosaur")
        if exercise is None:
            left_out.append(f"{planned.name}: no exercise of that name; add it with a")
            continue
        entries.append(Entry(exercise=exercise.id, target=planned.target))
    base = Routine(id=logbook.new_id(), name=f"{programme} {day.name}")
    return replace(
        base, programme=programme, entries=tuple(entries), since=logbook.clock()
    )
