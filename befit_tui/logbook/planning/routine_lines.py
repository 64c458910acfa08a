"""A routine line by line, as it is typed: ``squat 5x5 +2.5kg/session``."""

from befit_tui.domain.edit import toggled, without_lone
from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry
from befit_tui.logbook.find_exercise import exercise_meant
from befit_tui.logbook.logbook import Logbook


def parse_entry(logbook: Logbook, text: str) -> Entry:
    """``squat 5x5 +2.5kg/session``; BefitError if no exercise or no plan is in it."""
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
        return Entry(exercise=exercise_meant(logbook, name).id, target=target)
    raise refused or EntryError("Type an exercise and its plan, as in squat 5x5 r180.")


def with_line(logbook: Logbook, routine: Routine, text: str) -> tuple[Routine, Entry]:
    """A routine with a typed line: in the place of its exercise, or else at the end.

    ``2=squat 5x5`` stands in the second place, whatever exercise was there.

    BefitError where the line cannot be read, or has no place of its own.
    """
    number, sign, line = text.partition("=")
    is_placed = bool(sign) and number.strip().isdecimal()
    entry = parse_entry(logbook, line if is_placed else text)
    entries = routine.entries
    if not is_placed and all(one.exercise != entry.exercise for one in entries):
        return replace(routine, entries=(*entries, entry)), entry
    at = _place(logbook, routine, number if is_placed else entry.exercise)
    entry = replace(entries[at], exercise=entry.exercise, target=entry.target)
    return replace(routine, entries=(*entries[:at], entry, *entries[at + 1 :])), entry


def without_line(logbook: Logbook, routine: Routine, text: str) -> Routine:
    """A routine without the exercise of a name or a number.

    BefitError where it is not there, or the name stands for several lines.
    """
    at = _place(logbook, routine, text)
    rest = (*routine.entries[:at], *routine.entries[at + 1 :])
    return replace(routine, entries=without_lone(rest))


def with_move(logbook: Logbook, routine: Routine, text: str) -> Routine:
    """A routine with an exercise in another place: ``squat=1``, ``3=1``.

    BefitError where the exercise or the place is not there.
    """
    name, number = _sides(text, "squat=1")
    entries = list(routine.entries)
    at, to = _place(logbook, routine, name), _line(routine, number or "0")
    entries.insert(to, entries.pop(at))
    return replace(routine, entries=tuple(entries))


def with_superset(logbook: Logbook, routine: Routine, name: str) -> Routine:
    """A routine with an exercise joined to the one below it, or parted from it.

    BefitError where the exercise is not there, or none is below.
    """
    at = _place(logbook, routine, name)
    return replace(routine, entries=toggled(routine.entries, at))


def with_note(logbook: Logbook, routine: Routine, text: str) -> Routine:
    """A routine with a note on an exercise: ``squat=belt``; ``squat=`` takes it away.

    BefitError where the exercise is not there.
    """
    name, note = _sides(text, "squat=belt hole 4")
    at, entries = _place(logbook, routine, name), routine.entries
    noted = replace(entries[at], note=note)
    return replace(routine, entries=(*entries[:at], noted, *entries[at + 1 :]))


def _sides(text: str, example: str) -> tuple[str, str]:
    left, sign, right = text.partition("=")
    if not sign:
        raise EntryError(
            f"Type an exercise or its number, =, and what follows: {example}."
        )
    return left.strip(), right.strip()


def _line(routine: Routine, text: str) -> int:
    """The place, from 0, of a number from 1."""
    count = len(routine.entries)
    if not text.isdecimal() or not 1 <= int(text) <= count:
        raise BefitError(f"{routine.name} has no line {text}; it has {count}.")
    return int(text) - 1


def _place(logbook: Logbook, routine: Routine, text: str) -> int:
    """The place, from 0, of a number from 1, or of the one line of an exercise."""
    text = text.strip()
    if text.isdecimal():
        return _line(routine, text)
    exercise, entries = exercise_meant(logbook, text), routine.entries
    places = [at for at, one in enumerate(entries) if one.exercise == exercise.id]
    if not places:
        raise BefitError(f"{exercise.name} is not in {routine.name}.")
    if len(places) > 1:
        numbers = " and ".join(f"{place + 1}" for place in places)
        raise BefitError(f"{exercise.name} stands in the lines {numbers}: say which.")
    return places[0]
