"""What a file said of a workout, kept beside it in a few letters for the next import.

A set that no longer has the letters kept for it was edited here; a set of the file
that has others was edited in the other app. So a second import can tell the two apart
without a copy of the first file.
"""

from collections.abc import Iterator
from zlib import crc32

from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import LoggedSet, Workout

_ID_LETTERS = 8
"""Letters of a set's id that tell it from the others of its workout."""


Named = tuple[str, LoggedSet]
"""A set with the exercise that it is a set of."""


class Fingerprints(Value, frozen=True):
    """The fingerprints of a workout as a file has it.

    ``head`` is that of title, times, note and body weight in the file, ``kept`` that
    of the first three in the log, where the zone may be another; ``entries`` is that of
    notes and supersets. ``sets`` has one for each set, under the beginning of the id
    that the set has in the log, in the order of the file.
    """

    head: str
    kept: str
    entries: str
    sets: tuple[tuple[str, str], ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """The fingerprints of the sets alone."""
        return tuple(mark for _, mark in self.sets)


def said_by(workout: Workout) -> Fingerprints:
    """The fingerprints of a workout as it stands."""
    # The key of a workout holds title and start as written, whatever the zone.
    key = workout.source.key if workout.source else workout.started_at.isoformat()
    return Fingerprints(
        head=_letters(key, _length(workout), workout.note, workout.bodyweight),
        kept=kept_of(workout),
        entries=entries_of(workout),
        sets=tuple((short(one[1]), mark_of(one)) for one in named(workout)),
    )


def remembered(workout: Workout) -> Fingerprints | None:
    """What the last file said of a workout of the log, or None when that is unknown.

    Where nothing was kept but nobody changed the workout here (``rev`` 1), it still
    is what the file said.
    """
    words = workout.source.said.split(" ") if workout.source else []
    if len(words) < 3:
        return said_by(workout) if workout.rev <= 1 else None
    head, kept, entries, *sets = words
    pairs = (word.partition(":") for word in sets)
    return Fingerprints(
        head, kept, entries, tuple((name, mark) for name, _, mark in pairs)
    )


def remembering(workout: Workout, said: Fingerprints) -> Workout:
    """The workout with what the file said of it beside its source."""
    if workout.source is None:
        return workout
    words = [said.head, said.kept, said.entries]
    words += [f"{name}:{mark}" for name, mark in said.sets]
    return replace(workout, source=replace(workout.source, said=" ".join(words)))


def named(workout: Workout) -> Iterator[Named]:
    """Every set with the exercise that it is a set of."""
    for entry in workout.entries:
        for done in entry.sets:
            yield entry.exercise, done


def short(done: LoggedSet) -> str:
    """The beginning of the id of a set, without the signs that part fingerprints."""
    return done.id[:_ID_LETTERS].replace(" ", "_").replace(":", "_")


def mark_of(one: Named) -> str:
    """The fingerprint of what an import can say of a set; its time of day is left out.

    That depends on the zone in which the file is read.
    """
    exercise, done = one
    load = done.load
    # Each set of an import comes by here: one text is a third of the time of a list.
    weight = f"{load.value:g} {load.unit}" if load else ""
    # 2 and 2.0 are one: a file may say either, and what is typed here is the first.
    left, rpe, rest_s, seconds, metres = (
        one if one is None else float(one)
        for one in (done.left, done.rpe, done.rest_s, done.seconds, done.metres)
    )
    numbers = f"{done.reps} {left} {rpe} {rest_s}"
    far = f"{seconds} {metres}"
    text = "\x1f".join(
        (exercise, done.kind, weight, numbers, done.end or "", far, done.note)
    )
    return _crc(text)


def kept_of(workout: Workout) -> str:
    """The fingerprint of title, start, length and note as they stand."""
    start = workout.started_at.replace(tzinfo=None)
    return _letters(workout.name, start, _length(workout), workout.note)


def entries_of(workout: Workout) -> str:
    """The fingerprint of the notes and supersets of the entries, in their order."""
    return _letters(*((entry.superset, entry.note) for entry in workout.entries))


def _length(workout: Workout) -> float:
    end = workout.ended_at or workout.started_at
    return (end - workout.started_at).total_seconds()


def _letters(*values: object) -> str:
    return _crc("\x1f".join("" if value is None else str(value) for value in values))


def _crc(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
