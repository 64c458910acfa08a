"""Workouts made of routines: what a programme asks for is worked out as they start."""

from befit_tui.domain.errors import BefitError
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, Workout, schemes_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.programme import Programmes, phase_of


def start(logbook: Logbook, routine: Routine, week: int | None = None) -> Workout:
    """Open a workout that plans a routine, in a ``week`` if it is not the next one.

    Raises:
        BefitError: a workout is open, or the routine has no exercises.
    """
    entries = _entries(logbook, routine, week)
    easy = phase_of(entries)
    fields = {} if easy is None else {"phase": easy}
    return logbook.start(routine.name, entries=entries, **fields)


def append(logbook: Logbook, routine: Routine, week: int | None = None) -> Workout:
    """Plan the exercises of a routine behind those of the open workout."""
    active = logbook.opened()
    entries = (*active.entries, *_entries(logbook, routine, week))
    return logbook.keep(replace(active, entries=entries), f"append {routine.name}")


def _entries(logbook: Logbook, routine: Routine, week: int | None) -> tuple[Entry, ...]:
    if not routine.entries:
        raise BefitError(f"{routine.name} has no exercises yet; e edits it.")
    entries = routine.entries
    if schemes_of(entries):
        entries = Programmes.of(logbook).plan(routine, week)
    return tuple(replace(one, routine=routine.id) for one in entries)
