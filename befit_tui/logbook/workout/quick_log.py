"""Logging from one line of text: ``bench press 100x5@2``."""

from collections.abc import Iterable, Iterator

from befit_tui.analysis.planning.rows import further_set
from befit_tui.domain.errors import BefitError, DoubtError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.doubts import Doubt, doubt_of
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.opening import on_its_day
from befit_tui.logbook.other_day import close_forgotten
from befit_tui.logbook.planning.next_session import plan_of
from befit_tui.logbook.typed_set import TypedRow, read_sets, typed_row
from befit_tui.logbook.workout.changes import add_exercise, log
from befit_tui.logbook.workout.records import todays_records

LINE_STARTS = "0123456789+-.="
"""What may begin an entry line that does not read; a name begins otherwise."""


def log_line(
    logbook: Logbook, text: str, *, sure: bool = False
) -> tuple[Exercise, tuple[LoggedSet, ...]]:
    """Log the sets of a line in the open workout; one is opened if none is.

    Raises:
        EntryError: the line cannot be read; the message says what to type.
        DoubtError: it is likely a slip, and the lifter is not ``sure`` of it.
        UnknownExerciseError: no exercise goes by its first words.
    """
    words, line = split_line(text)
    exercise = _find(logbook, words, text)
    close_forgotten(logbook)
    index = _place(logbook.active, exercise.id)
    entry = Entry(exercise=exercise.id)
    if logbook.active is not None and index is not None:
        entry = logbook.active.entries[index]
    values = _values(logbook, exercise, entry, line, sure=sure)
    if logbook.active is None:
        logbook.start()
    if index is None:
        index = len(add_exercise(logbook, exercise.id).entries) - 1
    return exercise, tuple(log(logbook, index, each) for each in values)


def remarks(logbook: Logbook, sets: Iterable[LoggedSet]) -> Iterator[tuple[str, ...]]:
    """Of each set just logged its place in the exercise, and the records it is."""
    workout = logbook.opened()
    lifts = Lifts.of(logbook, logbook.past())
    records = todays_records(workout, lifts).labels
    for done in sets:
        (entry,) = (one for one in workout.entries if done in one.sets)
        alike = [one for one in entry.sets if one.kind is done.kind]
        place = f"{KIND_WORDS[done.kind]} {alike.index(done) + 1}"
        yield (place, *(f"◆ {label}" for label in records.get(done.id, ())))


def split_line(text: str) -> tuple[str, str]:
    """The words that name the exercise, and the entry line after them.

    Raises:
        EntryError: there is no exercise, or nothing behind it can be read.
    """
    words = text.split()
    for count in range(1, len(words)):
        line = _after(text, count)
        if reads(line):
            return " ".join(words[:count]), line
    example = 'as in "bench press 100x5@2"'
    if not words or reads(text):
        raise EntryError(f"Say which exercise it was, {example}.")
    for count in range(1, len(words)):
        if words[count][0] in LINE_STARTS:
            parse(_after(text, count))
    if len(words) == 1 and text[0] in LINE_STARTS:
        parse(text)
    raise EntryError(f"Say what you did after the name, {example}.")


def _find(logbook: Logbook, words: str, text: str) -> Exercise:
    """The exercise; where a number in its name is unknown, why that does not read."""
    try:
        return find_exercise(logbook, words)
    except BefitError:
        for count, word in enumerate(words.split()):
            if count and word[0] in LINE_STARTS:
                parse(_after(text, count))
        raise


def _after(text: str, count: int) -> str:
    """The text behind so many words, its note as it was typed."""
    return text.split(maxsplit=count)[count].strip()


def reads(line: str) -> bool:
    """Whether a line is one of the entry line, as far as its form goes."""
    try:
        parse(line)
    except EntryError:
        return False
    return True


def _place(active: Workout | None, exercise: str) -> int | None:
    """The last entry of an exercise in the open workout."""
    entries = active.entries if active is not None else ()
    found = [at for at, entry in enumerate(entries) if entry.exercise == exercise]
    return found[-1] if found else None


def _values(
    logbook: Logbook, exercise: Exercise, entry: Entry, line: str, *, sure: bool
) -> tuple[LoggedSet, ...]:
    """The sets of a line, filled up from the next working set of the plan.

    A warm-up that is planned is not in sight here, so a line means a working set.
    """
    lifts = Lifts.of(logbook, logbook.past())
    last = lifts.last_entry(exercise.id)
    today = logbook.active or on_its_day(
        Workout(id="", started_at=logbook.clock()), logbook.library
    )
    index = next(
        (at for at, one in enumerate(today.entries) if one is entry), len(today.entries)
    )
    if index == len(today.entries):
        today = replace(today, entries=(*today.entries, entry))
    plan = plan_of(today, index, lifts, logbook.unit)
    # In the first session of a lift the plan is blank: the set above says more.
    to_do = [row for row in plan.rows[len(entry.sets) :] if row.kind is Kind.WORK]
    above = entry.sets[-1] if entry.sets else None
    # Nothing is in sight here but what was logged: a change counts from that.
    follows = entry.target is None or line.startswith(("+", "-"))
    rows = (*(() if above and follows else to_do[:1]), further_set(entry, last))
    row = next((row for row in rows if row.load is not None), rows[0])
    typed_on = typed_row(logbook, exercise, row, above)
    values = read_sets(line, typed_on)
    if not sure and (doubt := _doubt(logbook, values[0], typed_on, today, lifts)):
        raise DoubtError(f"{doubt} Say --force to log it.")
    return values


def _doubt(
    logbook: Logbook, values: LoggedSet, row: TypedRow, today: Workout, lifts: Lifts
) -> Doubt | None:
    exercise = row.exercise.id
    earlier = lifts.session(today, exercise).working
    reading = lifts.meters.read(exercise, values.load, today, earlier, logbook.clock())
    return doubt_of(values, row, today, lifts, reading)
