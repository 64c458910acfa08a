"""Logging from one line of text: ``bench press 100x5@2``."""

from collections.abc import Iterable, Iterator

from befit_tui.analysis.planning.rows import further_set
from befit_tui.domain import signs
from befit_tui.domain.errors import BefitError, DoubtError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS, effort_words, set_words
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.doubts import doubt_of
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.lookup import find_exercise
from befit_tui.logbook.opening import on_its_day
from befit_tui.logbook.other_day import close_forgotten
from befit_tui.logbook.planning.next_session import plan_of
from befit_tui.logbook.typed_set import read_sets, typed_row
from befit_tui.logbook.workout.changes import add_exercise, log
from befit_tui.logbook.workout.cursor import todays_records

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
    today = logbook.active or on_its_day(
        Workout(id="", started_at=logbook.clock()), logbook.library
    )
    places = [at for at, e in enumerate(today.entries) if e.exercise == exercise.id]
    if not places:
        entries = (*today.entries, Entry(exercise=exercise.id))
        today = replace(today, entries=entries)
    index = places[-1] if places else len(today.entries) - 1
    values = _values(logbook, today, index, line, sure=sure)
    if not places:
        add_exercise(logbook, exercise.id)
    return exercise, tuple(log(logbook, index, each) for each in values)


def told(
    logbook: Logbook, exercise: Exercise, sets: Iterable[LoggedSet]
) -> Iterator[str]:
    """Each set just logged, how it was read, its place, and the records it is."""
    workout = logbook.opened()
    lifts = Lifts.of(logbook, logbook.past())
    records = todays_records(workout, lifts).labels
    for done in sets:
        (entry,) = (one for one in workout.entries if done in one.sets)
        alike = [one for one in entry.sets if one.kind is done.kind]
        read = f"{exercise.name}: {read_words(done, exercise, logbook.unit)}"
        place = f"{KIND_WORDS[done.kind]} {alike.index(done) + 1}"
        made = (f"{signs.RECORD} {label}" for label in records.get(done.id, ()))
        yield " · ".join((read, place, *made))


def read_words(done: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    """A set with all that was typed of it: ``80 kg × 8, 2 left, elbow fine``."""
    unit = done.load.unit if done.load else unit
    what = set_words(done, exercise, unit, name_unit=True)
    return ", ".join(filter(None, (what, effort_words(done), done.note)))


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


def _values(
    logbook: Logbook, today: Workout, index: int, line: str, *, sure: bool
) -> tuple[SetValues, ...]:
    """The sets of a line, filled up from the next working set of the plan.

    A warm-up that is planned is not in sight here, so a line means a working set.
    """
    lifts = Lifts.of(logbook, logbook.past())
    entry = today.entries[index]
    exercise, last = lifts.exercise(entry.exercise), lifts.last_entry(entry.exercise)
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
    earlier = lifts.session(today, exercise.id).working
    reading = lifts.meters.read(
        exercise.id, values[0].load, today, earlier, logbook.clock()
    )
    doubt = doubt_of(values[0], typed_on, today, lifts, reading)
    if doubt and not sure:
        raise DoubtError(f"{doubt} Say --force to log it.")
    return values
