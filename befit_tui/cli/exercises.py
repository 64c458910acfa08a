"""``befit exercises``: what names mean, what is set of each, and changing both."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from befit_tui.catalog.variant import suggest_own
from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_json, say_table
from befit_tui.domain.errors import BefitError
from befit_tui.domain.wording import counted
from befit_tui.logbook.exercise_card import last_done, muscle_of, risk_run, spoken_card
from befit_tui.logbook.exercise_settings import (
    hide,
    rename,
    settings_of,
    settle,
    with_setting,
)
from befit_tui.logbook.find_exercise import exercise_meant
from befit_tui.logbook.import_export import exercise_names
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.picker import ExerciseChoice, ExerciseChooser

Step = Callable[[Logbook], str]


def run(args: Namespace, clock: Clock) -> None:
    """Make the changes that were asked for; without any, list the names."""
    words = " ".join(args.exercise)
    if (args.new or args.setting) and not words:
        raise BefitError(
            "Say of which exercise: befit exercises EXERCISE --setting rest=3:00."
        )
    steps = tuple(_steps(args, words))
    with open_logbook(args, clock, readonly=not steps) as logbook:
        done = [step(logbook) for step in steps]
        if words and not done:
            _show_lifts(logbook, words, as_json=args.json)
            return
        rows = exercise_names.named_exercises(logbook)
    if args.json:
        say_json([row.to_json() for row in rows])
    elif done:
        for sentence in done:
            say(sentence)
    elif not rows:
        say("The log has no exercises yet.")
    else:
        say_table(
            ("written", "sets", "lift"),
            [
                (row.written, f"{row.sets:,}", f"{row.exercise.name} ({row.how_words})")
                for row in rows
            ],
        )


def _show_lifts(logbook: Logbook, words: str, *, as_json: bool) -> None:
    """The one exercise of that name in full, or a line for each that the words fit."""
    logbook.read_months()
    chooser, catalog = ExerciseChooser(logbook), logbook.catalog
    named = catalog.named(words)
    found = (chooser.choice(named),) if named else chooser.find(words).choices
    if not found:
        raise BefitError(f"No exercise fits {words!r}.")
    if as_json:
        say_json([_document(logbook, one) for one in found])
    elif len(found) > 1:
        today = logbook.clock().date()
        head = ("exercise", "last", "for", "to failure")
        rows = (
            (one.name, last_done(last, today), muscle_of(one), risk_run(one)[0])
            for one, last in ((choice.exercise, choice.last) for choice in found)
        )
        say_table(head, rows)
    else:
        exercise = found[0].exercise
        for sentence in spoken_card(chooser.card(exercise)):
            say(sentence)
        for field, value, about in settings_of(logbook, exercise):
            say(f"{field}: {value or 'not set'} ({about})")


def _document(logbook: Logbook, choice: ExerciseChoice) -> dict[str, Any]:
    exercise = choice.exercise
    set_to = {field: value for field, value, _ in settings_of(logbook, exercise)}
    return {
        "exercise": exercise.id,
        "lift": exercise.name,
        "last": choice.last and choice.last.isoformat(),
        "muscles": exercise.primary,
        "helping": exercise.secondary,
        "equipment": exercise.equipment,
        "failure_risk": exercise.failure_risk,
        "settings": set_to,
    }


def _steps(args: Namespace, words: str) -> Iterator[Step]:
    """What was asked for, in order; of an exercise it is told by ``words``."""
    if args.new or args.setting:
        yield partial(_set_up, words, args.setting or (), is_new=args.new)
    for way, option, pairs in (
        (_take, "--set", args.set),
        (_merge, "--merge", args.merge),
        (_rename, "--rename", args.rename),
    ):
        for pair in pairs or ():
            yield partial(way, *_parted(pair, option))
    show = partial(_hide, hidden=False)
    for told, names in ((_part, args.part), (_hide, args.hide), (show, args.show)):
        for name in names or ():
            yield partial(told, name)


def _set_up(
    words: str, settings: Sequence[str], logbook: Logbook, *, is_new: bool
) -> str:
    """Set what was told of an exercise; a new one is guessed but for that."""
    exercise = wanted = suggest_own(words) if is_new else exercise_meant(logbook, words)
    known = logbook.catalog.named(words) or logbook.catalog.find(exercise.id)
    if is_new and known is not None:
        raise BefitError(f"{words} means {known.name} already.")
    told = {"equipment", "muscle", "load", "risk"} if is_new else set()
    for pair in settings:
        field, sign, text = pair.partition("=")
        if not sign:
            raise BefitError(f"--setting wants FIELD=VALUE, not {pair!r}.")
        wanted = with_setting(logbook, wanted, field, text)
        told.add(field)
    if is_new:
        logbook.add_own(wanted)
    else:
        settle(logbook, wanted, f"settings of {exercise.name}")
    stands = settings_of(logbook, wanted)
    said = [f"{one} {value or 'not set'}" for one, value, _ in stands if one in told]
    return f"{wanted.name}: {', '.join(said)}."


def _parted(pair: str, option: str) -> tuple[str, str]:
    """Both sides of a ``=``: of ids the last one, since a name may have one itself."""
    part = pair.partition if option == "--rename" else pair.rpartition
    left, sign, right = part("=")
    if not (sign and left.strip() and right.strip()):
        raise BefitError(f"{option} wants two sides and a = between, not {pair!r}.")
    return left.strip(), right.strip()


def _take(name: str, exercise_id: str, logbook: Logbook) -> str:
    sets = exercise_names.choose(logbook, name, exercise_id)
    exercise = logbook.catalog.get(exercise_id)
    return f"{name} is {exercise.name}: {counted(sets, 'set')}, and at the next import."


def _part(name: str, logbook: Logbook) -> str:
    own = exercise_names.make_own(logbook, name)
    return f"{own.name} is an exercise of its own: {own.id}."


def _merge(exercise_id: str, into: str, logbook: Logbook) -> str:
    sets = exercise_names.merge(logbook, exercise_id, into)
    return f"{counted(sets, 'set')} of {exercise_id} are {into} now."


def _rename(exercise_id: str, name: str, logbook: Logbook) -> str:
    rename(logbook, exercise_id, name)
    return f"{exercise_id} is called {name}."


def _hide(exercise_id: str, logbook: Logbook, *, hidden: bool = True) -> str:
    hide(logbook, exercise_id, hidden=hidden)
    return f"{exercise_id} is {'hidden' if hidden else 'shown'}."
