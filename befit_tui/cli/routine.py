"""``befit routine``: the routines, and one of them line by line, as it is typed."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from befit_tui.catalog.programmes import programmes, programmes_called
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say
from befit_tui.domain.errors import BefitError
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import liftoscript, programme, routine_lines, routines

Way = Callable[[Logbook, Routine, str], Routine]


def run(args: Namespace, clock: Clock) -> None:
    """Make the changes that were asked for, then say what stands; else only say it."""
    name = " ".join(args.routine)
    named = (args.rename, args.folder) != (None, None)
    edits = named or any((*_ways(args), args.new, args.set))
    asked = edits, args.delete, bool(args.take)
    changes = any(asked)
    if sum(asked) > 1:
        raise BefitError("--delete and --take each go alone: nothing was changed.")
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
            name = _change(logbook, args, name).name
        logbook.read_months()
        lines = _lines(logbook, name) if name else _list(logbook)
        for line in lines:
            say(line)


def _ways(args: Namespace) -> dict[Way, list[str]]:
    """What changes the lines of a routine, and what each was told."""
    ways: dict[Way, list[str] | None] = {
        routine_lines.without_line: args.remove,
        routine_lines.with_move: args.move,
        routine_lines.with_superset: args.superset,
        routine_lines.with_note: args.note,
    }
    return {way: told for way, told in ways.items() if told}


def _take(logbook: Logbook, name: str) -> None:
    """Take over a programme that comes with Befit, or that a file holds."""
    found, path = programmes_called(name), Path(name)
    if path.is_file():
        for sentence in liftoscript.take_over(logbook, path).left_out:
            say(f"Left out: {sentence}.")
    elif len(found) == 1:
        routines.adopt(logbook, found[0])
    else:
        names = "; ".join(one.name for one in found or programmes())
        if found:
            raise BefitError(f"{name!r} may be {names}: type more of the name.")
        raise BefitError(f"There is no programme {name!r}; there are {names}.")


def _change(logbook: Logbook, args: Namespace, name: str) -> Routine:
    """All or nothing, as one step of undo."""
    if args.new:
        routine = Routine(id=logbook.new_id(), name=name, since=logbook.clock())
    else:
        routine = routines.called(logbook, name)
    typed = []
    for line in args.set or ():
        routine, entry = routine_lines.with_line(logbook, routine, line)
        typed.append(entry)
    for way, told in _ways(args).items():
        for text in told:
            routine = way(logbook, routine, text)
    folder = routine.programme if args.folder is None else args.folder.strip()
    called = routines.named(routine.name if args.rename is None else args.rename)
    routine = replace(routine, name=called.strip(), programme=folder)
    programme.keep(logbook, routine, typed, f"routine {routine.name}")
    return routine


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
    folder = f", in {routine.programme}" if routine.programme else ""
    yield f"{routine.name}{folder}:"
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
