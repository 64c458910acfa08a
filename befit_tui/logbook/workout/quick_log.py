"""One set from one line of text: ``befit log "bench press 100x5@2"``."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from befit_tui.analysis.alerts.snapshot import LOG_DAYS
from befit_tui.analysis.planning.rows import PlannedSet, further_set
from befit_tui.domain import signs
from befit_tui.domain.errors import BefitError, DoubtError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import LINE_STARTS, parse
from befit_tui.domain.grammar.entry_sets import is_measured
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS, effort_words, set_words
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.doubts import doubt_of
from befit_tui.logbook.find_exercise import exercise_meant
from befit_tui.logbook.lifts import REMEMBERED, Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.phase_and_check_in import on_its_day
from befit_tui.logbook.planning.entry_plan import plan_of
from befit_tui.logbook.typed_set import TypedRow, read_sets, typed_row
from befit_tui.logbook.workout.cursor import todays_records
from befit_tui.logbook.workout.editor import add_exercise, log
from befit_tui.logbook.workout_times import close_forgotten

MONTHS_AT_ONCE = 12
"""Months read before it is asked again whether they are enough; product constant."""


def log_line(
    logbook: Logbook, text: str, *, sure: bool = False
) -> tuple[Exercise, tuple[LoggedSet, ...]]:
    """Log the sets of a line in the open workout; one is opened if none is.

    Raises:
        EntryError: the line cannot be read; the message says what to type.
        DoubtError: it is likely a slip, and the lifter is not ``sure`` of it.
        UnknownExerciseError: no exercise goes by its first words.
        UnclearExerciseError: several may be meant by them.
    """
    words, line = split_line(text)
    exercise = _find(logbook, words, text)
    close_forgotten(logbook)
    index = _place(logbook.active, exercise.id)
    entry = Entry(exercise=exercise.id)
    if logbook.active is not None and index is not None:
        entry = logbook.active.entries[index]
    _read_back(logbook, exercise)
    try:
        values = _values(logbook, exercise, entry, line, sure=sure)
    except DoubtError:
        if not logbook.unread_months:
            raise
        logbook.read_months()  # an older set may have been as heavy
        values = _values(logbook, exercise, entry, line, sure=sure)
    if logbook.active is None:
        logbook.start()
    if index is None:
        index = len(add_exercise(logbook, exercise.id).entries) - 1
    return exercise, tuple(log(logbook, index, each) for each in values)


def logged_words(
    logbook: Logbook, exercise: Exercise, sets: Sequence[LoggedSet]
) -> Iterator[str]:
    """Each set just logged, how it was read, its place, and the records it is."""
    workout = logbook.opened()
    records = todays_records(workout, Lifts.of(logbook, logbook.history), logbook.unit)
    if any(done.id in records for done in sets):  # an older set may have been better
        records = todays_records(
            workout, Lifts.of(logbook, logbook.past()), logbook.unit
        )
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
        return exercise_meant(logbook, words)
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


def _read_back(logbook: Logbook, exercise: Exercise) -> None:
    """Read as much of the past as the alerts and the plan of a lift rest on."""
    logbook.read_back_to(logbook.clock().date() - timedelta(days=LOG_DAYS))
    while logbook.unread_months:
        if len(logbook.history.exposures(exercise.id)) >= REMEMBERED:
            break
        logbook.read_months(logbook.unread_months[:MONTHS_AT_ONCE])


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
    lifts = Lifts.of(logbook, logbook.history)
    further = further_set(entry, lifts.last_entry(exercise.id))
    today = logbook.active or on_its_day(
        Workout(id="", started_at=logbook.clock()), logbook.library
    )
    above = entry.sets[-1] if entry.sets else None
    # Nothing is in sight here but what was logged: a change counts from that.
    follows = above and (entry.target is None or line.startswith(("+", "-")))
    planned = () if follows else _to_do(today, entry, lifts, logbook.unit)
    # In the first session of a lift the plan is blank: the set above says more.
    rows = (*planned, further)
    row = next((row for row in rows if row.load is not None), rows[0])
    typed_on = typed_row(logbook, exercise, row, above)
    values = read_sets(line, typed_on)
    _check_said(line, typed_on)
    earlier = lifts.session(today, exercise.id).working
    if not sure and (doubt := doubt_of(values[0], typed_on, today, lifts, earlier)):
        raise DoubtError(f"{doubt} Say --force to log it.")
    return values


def _check_said(line: str, typed_on: TypedRow) -> None:
    """Refuse a load without reps: the row that would fill them in is not in sight."""
    typed = parse(line, typed_on.manner)
    if typed.load and not typed.load.relative and not is_measured(typed):
        what = line.partition("@")[0].rstrip(" x*×/")
        raise EntryError(f"How many reps? Type them too, as in {what}x8.")


def _to_do(
    today: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> Sequence[PlannedSet]:
    """The next working set of the plan of an entry, if there is one."""
    index = next((at for at, one in enumerate(today.entries) if one is entry), None)
    if index is None:
        index = len(today.entries)
        today = replace(today, entries=(*today.entries, entry))
    rows = plan_of(today, index, lifts, unit).rows[len(entry.sets) :]
    return [row for row in rows if row.kind is Kind.WORK][:1]
