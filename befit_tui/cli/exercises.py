"""``befit exercises``: what each name was taken for, and saying otherwise."""

from argparse import Namespace
from collections.abc import Callable, Iterator

from befit_tui.cli.output import say, say_json, say_table
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.errors import BefitError
from befit_tui.domain.wording import counted
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export import lift_names

Step = Callable[[Logbook], str]


def run(args: Namespace, clock: Clock) -> None:
    """Make the changes that were asked for, in order; without any, list the names."""
    steps = tuple(_steps(args))
    with open_logbook(args, clock, readonly=not steps) as logbook:
        done = [step(logbook) for step in steps]
        rows = lift_names.named_lifts(logbook)
    if args.json:
        say_json([row.to_json() for row in rows])
    elif done:
        for sentence in done:
            say(sentence)
    elif not rows:
        say("The log has no lifts yet.")
    else:
        say_table(
            ("written", "sets", "lift"),
            [
                (row.written, f"{row.sets:,}", f"{row.exercise.name} ({row.how_words})")
                for row in rows
            ],
        )


def _steps(args: Namespace) -> Iterator[Step]:
    for pair in args.set or ():
        yield _taken(*_parted(pair, "--set"))
    for name in args.part or ():
        yield _parting(name)
    for pair in args.merge or ():
        yield _merging(*_parted(pair, "--merge"))
    for pair in args.rename or ():
        yield _renaming(*_parted(pair, "--rename", last=False))
    for hidden, ids in ((True, args.hide), (False, args.show)):
        for exercise_id in ids or ():
            yield _hiding(exercise_id, hidden=hidden)


def _parted(pair: str, option: str, *, last: bool = True) -> tuple[str, str]:
    """Both sides of a ``=``, the last one since a name may have one itself."""
    left, sign, right = pair.rpartition("=") if last else pair.partition("=")
    if not (sign and left.strip() and right.strip()):
        raise BefitError(f"{option} wants two sides and a = between, not {pair!r}.")
    return left.strip(), right.strip()


def _taken(name: str, exercise_id: str) -> Step:
    def step(logbook: Logbook) -> str:
        sets = lift_names.choose(logbook, name, exercise_id)
        lift = logbook.catalog.get(exercise_id).name
        return f"{name} is {lift}: {counted(sets, 'set')}, and at the next import."

    return step


def _parting(name: str) -> Step:
    def step(logbook: Logbook) -> str:
        own = lift_names.make_own(logbook, name)
        return f"{own.name} is a lift of its own: {own.id}."

    return step


def _merging(exercise_id: str, into: str) -> Step:
    def step(logbook: Logbook) -> str:
        sets = lift_names.merge(logbook, exercise_id, into)
        return f"{counted(sets, 'set')} of {exercise_id} are {into} now."

    return step


def _renaming(exercise_id: str, name: str) -> Step:
    def step(logbook: Logbook) -> str:
        lift_names.rename(logbook, exercise_id, name)
        return f"{exercise_id} is called {name}."

    return step


def _hiding(exercise_id: str, *, hidden: bool) -> Step:
    def step(logbook: Logbook) -> str:
        lift_names.hide(logbook, exercise_id, hidden=hidden)
        return f"{exercise_id} is {'hidden' if hidden else 'shown'}."

    return step
