"""The lines of a routine as they are typed: an exercise, its plan, its training max."""

from collections.abc import Iterable, Iterator
from typing import Any

from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import Load
from befit_tui.domain.routine import Routine, routine_to_dict
from befit_tui.domain.supersets import toggled, without_lone
from befit_tui.domain.value import Value, replace
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Entry
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.planning import routines, training_maxes
from befit_tui.logbook.planning.programme import Programmes

Items = dict[tuple[str, str], dict[str, Any] | None]


class MaxRow(Value, frozen=True):
    """A lift, its training max, where that comes from, and what the log speaks for."""

    id: str
    name: str
    load: Load | None
    said: str
    offered: Load | None
    is_heading: bool = False

    @property
    def words(self) -> str:
        """``set to 100 kg on Mon 2 Nov · your log says 102.5 kg``."""
        offered = "" if self.offered is None else f" · your log says {self.offered}"
        return self.said + offered


def max_rows(logbook: Logbook, of: Iterable[Routine] | None = None) -> Iterator[MaxRow]:
    """The lifts of routines that go by a training max; by default of all routines."""
    found = Programmes.of(logbook)
    known = training_maxes.set_maxes(logbook)
    for lift, target in found.lifts_by_max(found.known if of is None else of).items():
        stands = found.training_max(lift)
        said = "not set"
        if (was := known.get(lift)) is not None:
            moved = stands.why.removeprefix(f"training max {stands.value}: ")
            set_to = f"set to {was.load} on {day_words(was.since)}"
            said = " · ".join(filter(None, (moved, set_to)))
        name = logbook.catalog.get(lift).name
        yield MaxRow(lift, name, stands.value, said, found.offered(lift, target))


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


def with_line(logbook: Logbook, routine: Routine, text: str) -> tuple[Routine, Entry]:
    """A routine with a typed line: in the place of its lift, or else at the end.

    ``2=squat 5x5`` stands in the second place, whatever lift was there.

    Raises:
        BefitError: the line cannot be read, or has no place of its own.
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
    """A routine without the lift of a name or a number.

    Raises:
        BefitError: it is not there, or the name stands for several lines.
    """
    at = _place(logbook, routine, text)
    rest = (*routine.entries[:at], *routine.entries[at + 1 :])
    return replace(routine, entries=without_lone(rest))


def with_move(logbook: Logbook, routine: Routine, text: str) -> Routine:
    """A routine with a lift in another place: ``squat=1``, ``3=1``.

    Raises:
        BefitError: the lift or the place is not there.
    """
    lift, number = _sides(text, "squat=1")
    entries = list(routine.entries)
    at, to = _place(logbook, routine, lift), _line(routine, number or "0")
    entries.insert(to, entries.pop(at))
    return replace(routine, entries=tuple(entries))


def with_superset(logbook: Logbook, routine: Routine, lift: str) -> Routine:
    """A routine with a lift joined to the one below it, or parted from it.

    Raises:
        BefitError: the lift is not there, or none is below.
    """
    at = _place(logbook, routine, lift)
    return replace(routine, entries=toggled(routine.entries, at))


def with_note(logbook: Logbook, routine: Routine, text: str) -> Routine:
    """A routine with a note on a lift: ``squat=belt``; ``squat=`` takes it away.

    Raises:
        BefitError: the lift is not there.
    """
    lift, note = _sides(text, "squat=belt hole 4")
    at, entries = _place(logbook, routine, lift), routine.entries
    noted = replace(entries[at], note=note)
    return replace(routine, entries=(*entries[:at], noted, *entries[at + 1 :]))


def _sides(text: str, example: str) -> tuple[str, str]:
    left, sign, right = text.partition("=")
    if not sign:
        raise EntryError(f"Type a lift or its number, =, and what follows: {example}.")
    return left.strip(), right.strip()


def _line(routine: Routine, text: str) -> int:
    """The place, from 0, of a number from 1."""
    count = len(routine.entries)
    if not text.isdecimal() or not 1 <= int(text) <= count:
        raise BefitError(f"{routine.name} has no line {text}; it has {count}.")
    return int(text) - 1


def _place(logbook: Logbook, routine: Routine, text: str) -> int:
    """The place, from 0, of a number from 1, or of the one line of a lift."""
    text = text.strip()
    if text.isdecimal():
        return _line(routine, text)
    lift = find_exercise(logbook, text)
    places = [at for at, one in enumerate(routine.entries) if one.exercise == lift.id]
    if not places:
        raise BefitError(f"{lift.name} is not in {routine.name}.")
    if len(places) > 1:
        numbers = " and ".join(f"{place + 1}" for place in places)
        raise BefitError(f"{lift.name} stands in the lines {numbers}: say which.")
    return places[0]


def keep(
    logbook: Logbook, routine: Routine, typed: Iterable[Entry], label: str
) -> None:
    """Write a routine, and the training maxes that entries of it were typed with.

    One step of undo. The training max is kept beside the routine: it is the lift's, and
    one that is typed as it stands already changes nothing.

    Raises:
        BefitError: another routine has its name.
    """
    routine = replace(routine, entries=tuple(map(_without_max, routine.entries)))
    items: Items = {}
    for entry in typed:
        load = entry.scheme.max if entry.scheme else None
        if load is not None and load != _known(logbook, entry):
            item = training_maxes.item_of(entry.exercise, load, logbook.clock())
            items[training_maxes.LIBRARY_LIST, entry.exercise] = item
    if not items:
        routines.keep(logbook, routine, label)
        return
    routines.check_name(logbook, routine)
    items[routines.LIBRARY_LIST, routine.id] = routine_to_dict(routine)
    logbook.relabel((), items, label)


def _known(logbook: Logbook, entry: Entry) -> Load | None:
    return Programmes.of(logbook).training_max(entry.exercise).value


def _without_max(entry: Entry) -> Entry:
    target, scheme = entry.target, entry.scheme
    if target is None or scheme is None:
        return entry
    return replace(entry, target=replace(target, scheme=replace(scheme, max=None)))
