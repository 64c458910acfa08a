"""The lines of a routine as they are typed: an exercise, its plan, its training max."""

from typing import Any

from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import Load
from befit_tui.domain.routine import Routine, routine_to_dict
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.planning import routines, training_maxes
from befit_tui.logbook.planning.programme import Programmes

Items = dict[tuple[str, str], dict[str, Any] | None]


def plan_line(logbook: Logbook, entry: Entry) -> str:
    """The plan of an exercise as it is typed, with the training max as it stands."""
    target, scheme = entry.target, entry.scheme
    if target is None or scheme is None or not scheme.of_max:
        return format_plan(target)
    known = None if scheme.of else Programmes.of(logbook).training_max(entry.exercise)
    shown = replace(scheme, max=known.value if known is not None else None)
    return format_plan(replace(target, scheme=shown))


def parse_entry(logbook: Logbook, text: str) -> Entry:
    """An exercise and its plan in one line: ``squat 5x5 +2.5kg/session``.

    Raises:
        BefitError: no exercise has the name, or the plan cannot be read.
    """
    words = text.split()
    refused: BefitError | None = None
    for place in range(1, len(words)):
        name, plan = " ".join(words[:place]), " ".join(words[place:])
        try:
            target = parse_plan(plan, logbook.unit)
        except EntryError as error:
            if any(sign.isdigit() for sign in words[place]):
                refused = refused or error
            continue
        return Entry(exercise=find_exercise(logbook, name).id, target=target)
    raise refused or EntryError("Type a lift and its plan, as in squat 5x5 r180.")


def keep(logbook: Logbook, routine: Routine, entry: Entry, label: str) -> None:
    """Write a routine, and the training max that an entry of it was typed with.

    One step of undo. The training max is kept beside the routine: it is the lift's, and
    one that is typed as it stands already changes nothing.

    Raises:
        BefitError: another routine has its name.
    """
    typed = entry.scheme.max if entry.scheme else None
    routine = replace(routine, entries=tuple(map(_without_max, routine.entries)))
    if typed is None or typed == _known(logbook, entry):
        routines.keep(logbook, routine, label)
        return
    routines.check_name(logbook, routine)
    item = training_maxes.item_of(entry.exercise, typed, logbook.clock())
    items: Items = {
        (routines.LIBRARY_LIST, routine.id): routine_to_dict(routine),
        (training_maxes.LIBRARY_LIST, entry.exercise): item,
    }
    logbook.relabel((), items, label)


def _known(logbook: Logbook, entry: Entry) -> Load | None:
    return Programmes.of(logbook).training_max(entry.exercise).value


def _without_max(entry: Entry) -> Entry:
    target, scheme = entry.target, entry.scheme
    if target is None or scheme is None:
        return entry
    return replace(entry, target=replace(target, scheme=replace(scheme, max=None)))
