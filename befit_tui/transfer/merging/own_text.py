"""A workout of Befit's own text, completed by what the log knows of it.

The text has no place for rests, plans, check-ins and the like: what somebody changed in
it is found by what is written alone.
"""

from datetime import datetime

from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.transfer.formats.text_log import set_text
from befit_tui.transfer.merging.alignment import Before, align
from befit_tui.transfer.merging.fingerprint import Named, kept_of, mark_of, named

_Home = tuple[LoggedSet, Entry]
"""A set of the log with its entry."""


def completed(known: Workout, read: Workout) -> Workout:
    """The workout of the text as the log would have it; its sets keep their ids."""
    began, ended = known.started_at, known.ended_at
    if ended and read.ended_at and read.ended_at > read.started_at:
        ended = _moment(began, ended, read.ended_at)
    same_words = _words(known) == _words(read)
    found = replace(
        known,
        name=known.name if read.name == " ".join(known.name.split()) else read.name,
        started_at=_moment(began, began, read.started_at),
        ended_at=ended,
        note=_note(known.note, read.note),
        entries=known.entries if same_words else _entries(known, read),
    )
    same_head = kept_of(found) == kept_of(known)
    return found if same_head else replace(found, source=read.source)


def _entries(known: Workout, read: Workout) -> tuple[Entry, ...]:
    after = tuple(named(read))
    marks = {_written(one): mark_of(one) for one in after}
    before = [
        Before(marks.get(_written(one), mark_of(one)), one) for one in named(known)
    ]
    homes = [(done, entry) for entry in known.entries for done in entry.sets]
    places = iter(align(before, after, only_equal=False))
    found = []
    for entry in read.entries:
        pairs = [
            (done, None if place is None else homes[place])
            for done, place in zip(entry.sets, places, strict=False)
        ]
        found.append(_entry(entry, pairs))
    # What was planned and not done is no part of the text.
    for at, entry in enumerate(known.entries):
        if not entry.sets and not entry.note:
            found.insert(at, entry)
    return tuple(found)


def _entry(read: Entry, pairs: list[tuple[LoggedSet, _Home | None]]) -> Entry:
    home = next((stands[1] for _, stands in pairs if stands), None)
    entry = replace(
        read, sets=tuple(_set(read.exercise, done, stands) for done, stands in pairs)
    )
    if home is None:
        return entry
    return replace(entry, note=_note(home.note, read.note), superset=home.superset)


def _set(exercise: str, done: LoggedSet, stands: _Home | None) -> LoggedSet:
    if stands is None:
        return done
    mine, entry = stands
    if _written((entry.exercise, mine)) == _written((exercise, done)):
        return replace(mine, id=done.id)
    return replace(done, rest_s=mine.rest_s)


def _written(one: Named) -> tuple[str, str]:
    return one[0], set_text(one[1], Unit.KG)


def _words(workout: Workout) -> list[tuple[str, str]]:
    """What the text says of the exercises."""
    return [
        (entry.exercise, words)
        for entry in workout.entries
        for words in (
            *_lines(entry.note),
            *(set_text(done, Unit.KG) for done in entry.sets),
        )
    ]


def _lines(note: str) -> list[str]:
    return list(filter(None, map(str.strip, note.splitlines())))


def _note(known: str, read: str) -> str:
    return known if _lines(known) == _lines(read) else read


def _moment(began: datetime, known: datetime, read: datetime) -> datetime:
    """The time of the log where the text means it: it has minutes, and no zone."""
    zone = began.tzinfo
    wall = read.replace(tzinfo=zone)
    seconds = (known.astimezone(zone) - wall).total_seconds()
    return known if 0 <= seconds < 60 else wall
