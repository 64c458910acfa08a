"""``befit routine``: the routines, and one of them line by line, as it is typed."""

from argparse import Namespace
from collections.abc import Iterator

from befit_tui.catalog.programmes import programmes
from befit_tui.cli.output import say
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.errors import BefitError
from befit_tui.domain.routine import Routine
from befit_tui.logbook import Logbook
from befit_tui.logbook.planning import programme, routines


def run(args: Namespace, clock: Clock) -> None:
    """Make the changes that were asked for, then say what stands; else only say it."""
    name = " ".join(args.routine)
    changes = any((args.new, args.set, args.remove, args.delete, args.take))
    with open_logbook(args, clock, readonly=not changes) as logbook:
        if args.take:
            _take(logbook, args.take)
        elif changes and not name:
            raise BefitError("Say which routine, by its name.")
        elif args.delete:
            routines.delete(logbook, routines.called(logbook, name))
            say(f"{name} is deleted; u in befit takes that back.")
            return
        elif changes:
            _change(logbook, args, name)
        logbook.read_months()
        lines = _lines(logbook, name) if name else _list(logbook)
        for line in lines:
            say(line)


def _take(logbook: Logbook, name: str) -> None:
    """Take the routines of a programme over."""
    asked = name.strip().casefold()
    found = next((one for one in programmes() if one.name.casefold() == asked), None)
    if found is None:
        names = "; ".join(one.name for one in programmes())
        raise BefitError(f"There is no programme {name!r}; there are {names}.")
    routines.adopt(logbook, found)


def _change(logbook: Logbook, args: Namespace, name: str) -> None:
    """All or nothing, as one step of undo."""
    if args.new:
        routine = Routine(id=logbook.new_id(), name=name, since=logbook.clock())
    else:
        routine = routines.called(logbook, name)
    typed = []
    for line in args.set or ():
        routine, entry = programme.with_line(logbook, routine, line)
        typed.append(entry)
    for lift in args.remove or ():
        routine = programme.without_line(logbook, routine, lift)
    programme.keep(logbook, routine, typed, f"routine {routine.name}")


def _list(logbook: Logbook) -> Iterator[str]:
    """Every routine, those whose turn it is first, and what may be taken over."""
    today = logbook.clock().date()
    turns = routines.in_turn(routines.routines(logbook), logbook.history)
    for turn in turns:
        said = routines.turn_words(turn, today).replace(" · ", ", ")
        yield f"{turn.routine.name}: {said}."
    if not turns:
        yield "You have no routines yet."
    yield f"To take over: {'; '.join(one.name for one in programmes())}."


def _lines(logbook: Logbook, name: str) -> Iterator[str]:
    """The lines of a routine by number, as ``--set`` takes them, and its maxes."""
    routine = routines.called(logbook, name)
    yield f"{routine.name}:"
    for number, entry in enumerate(routine.entries, 1):
        lift = logbook.catalog.get(entry.exercise).name
        plan = programme.plan_line(logbook, entry)
        yield f"{number}={lift} {plan}".rstrip()
        if entry.superset is not None:
            yield f"  in superset {entry.superset}"
        if entry.note:
            yield f"  note: {entry.note}"
    if not routine.entries:
        yield "no exercises yet; --set adds one"
    for row in programme.max_rows(logbook, [routine]):
        said = ", ".join(filter(None, (f"{row.load or ''}", row.words)))
        yield f"Training max of {row.name}: {said}.".replace(" · ", ", ")
