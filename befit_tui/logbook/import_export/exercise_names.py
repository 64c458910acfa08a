"""Written names: what exercise each was taken for; choosing another, parting, merging.

A change goes through the whole history as one step of undo, and is remembered for the
next import.

What cannot be said (no such exercise, a name that is taken) is a BefitError.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

from befit_tui.catalog.meaning import How, name_key, own_id
from befit_tui.catalog.variant import variant
from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import ItemChanges, chosen_names
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Entry
from befit_tui.logbook.exercise_settings import kept, known_exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.transfer.names import Match

_DOUBT = tuple(How)
"""How names are matched, the most doubtful first."""


class NamedExercise(Value, frozen=True):
    """A written name, the exercise that it was taken for and how, and its sets."""

    written: str
    exercise: Exercise
    how: How
    how_words: str
    sets: int

    @property
    def id(self) -> str:
        """What makes it the same row of a list, also with another exercise."""
        return self.written

    def to_json(self) -> dict[str, Any]:
        """The row as JSON values."""
        return {
            "name": self.written,
            "exercise": self.exercise.id,
            "lift": self.exercise.name,
            "how": self.how_words,
            "sets": self.sets,
            "hidden": self.exercise.hidden,
        }


def named_exercises(logbook: Logbook) -> tuple[NamedExercise, ...]:
    """Every name in the log, the most doubtful first, then by its sets."""
    sets: Counter[tuple[str, str, str]] = Counter()
    for workout in logbook.workouts():
        app = workout.source.app if workout.source else ""
        for entry in workout.entries:
            name = _name(logbook, entry)
            sets[name, entry.exercise, app if entry.written else ""] += len(entry.sets)
    rows: dict[tuple[str, str], NamedExercise] = {}
    for (name, exercise_id, app), count in sets.items():
        exercise, key = logbook.catalog.get(exercise_id), (name_key(name), exercise_id)
        if key in rows:
            rows[key] = replace(rows[key], sets=rows[key].sets + count)
        else:
            how, words = _how(logbook, name, exercise, app)
            rows[key] = NamedExercise(name, exercise, how, words, count)
    return tuple(sorted(rows.values(), key=_by_doubt))


def named_in(logbook: Logbook, matches: Iterable[Match]) -> tuple[NamedExercise, ...]:
    """The names of a file that is not in the log yet, as they would be taken now."""

    def row(match: Match) -> NamedExercise:
        now = logbook.catalog.meaning(match.name)
        meaning = now if now.how is How.CHOSEN else match.meaning
        return NamedExercise(
            match.name, meaning.exercise, meaning.how, meaning.how_words, match.sets
        )

    return tuple(sorted(map(row, matches), key=_by_doubt))


def choose(logbook: Logbook, written: str, exercise_id: str) -> int:
    """Take a name for an exercise, now and at every import; how many sets have it."""
    exercise = known_exercise(logbook, exercise_id)
    label, items = f"{written} is {exercise.name}", _remembered(written, exercise.id)
    return _relabel(logbook, _has_name(logbook, written), exercise, items, label)


def make_own(logbook: Logbook, written: str) -> Exercise:
    """Make a name an exercise of its own, with the muscles of the one that it was."""
    meant = _has_name(logbook, written)
    entries = (entry for one in logbook.workouts() for entry in one.entries)
    found = next(filter(meant, entries), None)
    now = logbook.catalog.meaning(written).exercise
    if found is not None:
        now = logbook.catalog.get(found.exercise)
    shipped = logbook.shipped.meaning(written)
    if shipped.is_new:
        own = replace(shipped.exercise, load=now.load)
    else:
        same = name_key(shipped.exercise.name) == name_key(written)
        called = f"{written} (own)" if same else written
        own = replace(variant(called, called, now), id=own_id(called))
    if own.id in logbook.catalog or name_key(own.name) == name_key(now.name):
        raise BefitError(f"{now.name} has an exercise of its own already.")
    items = {**_remembered(written, own.id), ("exercises", own.id): to_plain(own)}
    _relabel(logbook, meant, own, items, f"{written} is an exercise of its own")
    return own


def merge(logbook: Logbook, exercise_id: str, into: str) -> int:
    """Make all of an exercise another one; how many sets that are.

    Every name of the one means the other from now on, in routines too, and the one is
    hidden. Its training max goes along, unless the other has one.
    """
    old, new = known_exercise(logbook, exercise_id), known_exercise(logbook, into)
    if old.id == new.id:
        raise BefitError(f"{old.name} is one exercise already.")
    items = {**kept(logbook, replace(old, hidden=True))}
    maxes = {one.get("id"): dict(one) for one in logbook.library.maxes}
    if old.id in maxes and new.id not in maxes:
        items["maxes", new.id] = maxes[old.id] | {"id": new.id}
    for routine in logbook.library.routines:
        changed = deepcopy(dict(routine))
        for entry in changed.get("entries", ()):
            if isinstance(entry, dict) and entry.get("exercise") == old.id:
                entry["exercise"] = new.id
        if changed != routine and isinstance(routine.get("id"), str):
            items["routines", str(routine["id"])] = changed
    names = {
        row.written for row in named_exercises(logbook) if row.exercise.id == old.id
    }
    chosen = chosen_names(logbook.library).items()
    for name in {
        *names,
        *(name for name, meant in chosen if meant == old.id),
        old.name,
    }:
        items |= _remembered(name, new.id)
    label = f"{old.name} is {new.name}"
    return _relabel(logbook, lambda one: one.exercise == old.id, new, items, label)


def _relabel(
    logbook: Logbook,
    meant: Callable[[Entry], bool],
    exercise: Exercise,
    items: ItemChanges,
    label: str,
) -> int:
    """Makes entries of the whole log those of an exercise; how many sets that are."""

    def changed(entry: Entry) -> Entry:
        if not meant(entry) or entry.exercise == exercise.id:
            return entry
        name = _name(logbook, entry)
        written = None if name_key(name) == name_key(exercise.name) else name
        return replace(entry, exercise=exercise.id, written=written)

    changes = []
    for workout in logbook.workouts():
        entries = tuple(map(changed, workout.entries))
        if entries != workout.entries:
            changes.append((workout, replace(workout, entries=entries)))
    logbook.change(changes, label, items, is_edit=False)
    entries = tuple(entry for _, new in changes for entry in new.entries)
    return sum(len(one.sets) for one in entries if one.exercise == exercise.id)


def _name(logbook: Logbook, entry: Entry) -> str:
    return entry.written or logbook.catalog.get(entry.exercise).name


def _has_name(logbook: Logbook, written: str) -> Callable[[Entry], bool]:
    key = name_key(written)
    return lambda entry: name_key(_name(logbook, entry)) == key


def _how(logbook: Logbook, name: str, exercise: Exercise, app: str) -> tuple[How, str]:
    """How a name came to mean an exercise, as it would come to it again."""
    meaning = logbook.shipped.meaning(name, app)
    if logbook.catalog.meaning(name, app).how is How.CHOSEN:
        how = How.CHOSEN
    elif not exercise.is_known:
        how = How.UNKNOWN
    elif meaning.exercise.id == exercise.id:
        return meaning.how, meaning.how_words
    elif exercise.own:
        return How.NAME, "your own"
    else:
        how = How.ALIAS
    return how, how.value


def _by_doubt(row: NamedExercise) -> tuple[int, int, str]:
    return _DOUBT.index(row.how), -row.sets, name_key(row.written)


def _remembered(written: str, exercise_id: str) -> ItemChanges:
    key = name_key(written)
    return {("matches", key): {"id": key, "exercise": exercise_id}}
