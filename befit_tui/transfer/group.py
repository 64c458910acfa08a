"""Rows into workouts: which rows belong together, and under which lasting ids."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha1
from itertools import pairwise
from uuid import UUID

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.history import in_order
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.domain.workout import Entry, LoggedSet, Source, Workout
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.names import Match
from befit_tui.transfer.rows import REPEATED_SET, Row

NAMESPACE = UUID("5c1f3bb2-3a8e-5e0a-9d0c-6f2b7f0d8a41")
"""Makes the ids of imported workouts and sets; a change would import all again."""

LoadReader = Callable[[float, Unit | None], tuple[Load, Load | None]]


def lasting_id(name: str) -> str:
    """The id of what a file names so: ``str(uuid5(NAMESPACE, name))`` in half the time.

    An import makes one for every set.
    """
    found = bytearray(
        sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()
    )
    found[6] = found[6] & 0x0F | 0x50
    found[8] = found[8] & 0x3F | 0x80
    text = found[:16].hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


@dataclass(slots=True)
class _Block:
    """The rows of one exercise that make an entry, while they are gathered."""

    exercise: str
    superset: int | None
    order: int | None = None
    notes: list[str] = field(default_factory=list)
    sets: list[LoggedSet] = field(default_factory=list)


class Grouping(Value, frozen=True):
    """What turns rows into workouts: the app, and how loads, times and names read."""

    app: str
    load: LoadReader
    localize: Callable[[datetime], datetime]
    names: Mapping[str, Match]


def workouts_of(
    rows: Sequence[Row], using: Grouping
) -> tuple[tuple[Workout, ...], dict[str, int]]:
    """The workouts of the rows, oldest first, and the line of each set by its id.

    Rows share a workout when start and name agree: two workouts of a day stay apart.
    """
    sessions: dict[tuple[datetime, str], list[Row]] = {}
    for row in _forwards(rows):
        sessions.setdefault((row.started_at, row.workout), []).append(row)
    for members in sessions.values():
        _skip_repeated(members)
    lines: dict[str, int] = {}
    found = [
        _workout(members, using, lines)
        for members in sessions.values()
        if not all(row.skip for row in members)
    ]
    return in_order(found), lines


def _forwards(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, turned round where a file stands on its head: its sets count down."""
    steps: Counter[bool] = Counter()
    for one, after in pairwise(rows):
        if one.order is not None and after.order is not None:
            same = one.exercise == after.exercise and one.started_at == after.started_at
            if same and one.order != after.order:
                steps[one.order < after.order] += 1
    return rows[::-1] if steps[False] > steps[True] else rows


def _skip_repeated(rows: Iterable[Row]) -> None:
    """Leaves out what overlapping exports say twice of a workout; the fuller stays."""
    counts = Counter(row.part for row in rows if not row.skip)
    if len(counts) > 1:
        fullest = max(counts, key=lambda part: (counts[part], part))
        for row in rows:
            if row.part != fullest and not row.skip:
                row.skip = REPEATED_SET


def _workout(rows: list[Row], using: Grouping, lines: dict[str, int]) -> Workout:
    first = rows[0]
    if all(row.at for row in rows):
        rows = sorted(rows, key=lambda row: using.localize(row.at or row.started_at))
    key = f"{first.started_at.isoformat()} {first.workout}".strip()
    started_at = using.localize(first.started_at)
    ended_at = max((row.ended_at for row in rows if row.ended_at), default=None)
    weighed = ((row.bodyweight, row.bodyweight_unit) for row in rows)
    bodyweight = next(((value, unit) for value, unit in weighed if value), None)
    return Workout(
        id=lasting_id(f"{using.app}|{key}"),
        started_at=started_at,
        ended_at=max(started_at, using.localize(ended_at)) if ended_at else started_at,
        name=first.workout,
        note=_distinct(row.workout_note for row in rows),
        bodyweight=using.load(*bodyweight)[0] if bodyweight else None,
        rev=first.rev or 1,
        source=Source(APP if first.rev else using.app, key),
        entries=_entries(rows, using, key, lines),
    )


def _entries(
    rows: list[Row], using: Grouping, key: str, lines: dict[str, int]
) -> tuple[Entry, ...]:
    blocks: list[_Block] = []
    since: list[_Block] = []
    rests: dict[str, float | None] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        name = row.exercise
        if row.skip:
            # What a row that is no set says about its exercise is kept.
            rests[name] = row.rest_s or rests.get(name)
            if row.entry_note:
                if not blocks or blocks[-1].exercise != name:
                    blocks.append(_Block(name, row.superset))
                blocks[-1].notes.append(row.entry_note)
            continue
        block = _block_for(row, blocks, since)
        since.append(block)
        block.order = block.order if row.order is None else row.order
        block.notes.append(row.entry_note)
        counts[name] += 1
        set_id = lasting_id(f"{using.app}|{key}|{name}|{counts[name]}")
        lines[set_id] = row.line
        block.sets.append(_logged(row, set_id, rests.pop(name, None), using))
    return tuple(
        Entry(
            exercise=using.names[block.exercise].meaning.exercise.id,
            written=using.names[block.exercise].written,
            superset=block.superset,
            note=_distinct(block.notes),
            sets=tuple(block.sets),
        )
        for block in blocks
        if block.sets or any(block.notes)
    )


def _block_for(row: Row, blocks: list[_Block], since: list[_Block]) -> _Block:
    """The entry a set belongs to; ``since`` holds the block of every set so far.

    A set goes back to an earlier entry when each exercise in between had one set
    since: a superset or a circuit logged as it was done. Otherwise the exercise came
    up a second time, tired by what came between, and gets an entry of its own.
    """
    if blocks and blocks[-1].exercise == row.exercise and not blocks[-1].sets:
        return blocks[-1]
    between: set[str] = set()
    for block in reversed(since):
        if block.exercise == row.exercise:
            again = False
            if row.order is not None and block.order is not None:
                # The exercise began anew where its sets are numbered anew; some files
                # number every set of a run 0.
                same = row.order == block.order and bool(between)
                again = row.order < block.order or same
            if again or block.superset != row.superset:
                break
            return block
        if block.exercise in between:
            break
        between.add(block.exercise)
    blocks.append(_Block(row.exercise, row.superset))
    return blocks[-1]


def _logged(row: Row, set_id: str, rest_s: float | None, using: Grouping) -> LoggedSet:
    timed = bool(row.seconds or row.metres)
    reps = None if timed and not row.reps else row.reps
    load, raw = (None, None) if row.load is None else using.load(row.load, row.unit)
    left = row.left
    if left is None and row.kind is not Kind.WARMUP:
        # On warm-ups an RPE is filler.
        left = left_of_rpe(row.rpe)
    return LoggedSet(
        id=set_id,
        kind=row.kind,
        load=None if timed and not row.load else load,
        reps=reps,
        extra_reps=row.extra_reps,
        form=row.form,
        left=left,
        end=End.MISSED if row.end is not None and reps == 0 else row.end,
        rpe=row.rpe,
        at=using.localize(row.at) if row.at else None,
        rest_s=rest_s,
        seconds=row.seconds,
        metres=row.metres,
        note=row.note,
        raw_load=raw,
        sides=row.sides,
    )


def _distinct(notes: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(note for note in notes if note))
