"""Which workout and exercise of the log those of a file are, whatever their names.

An app that is switched to another language gives every exercise another name. Where
the catalogue does not know it, the log does: the sets stand where they stood.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from operator import attrgetter

from befit_tui.domain.edit import shifted
from befit_tui.domain.value import replace
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.formats.text_log import TEXT
from befit_tui.transfer.merging.fingerprint import named

SAME_START = timedelta(minutes=15)
"""How far a start may be moved and still be of the same workout (product constant)."""

MOVED_ON = timedelta(days=7)
"""How far behind the last workout of a file one may be that was there (product
constant)."""

SAME_SETS = 0.8
"""The share of equal sets on one day that makes two workouts one; product constant."""

HALF = 0.5
"""The share that does so where starts, or the names in a text, agree as well; product
constant."""

_LOAD_ERROR_KG = 0.3
"""What two apps round a load by, with pounds on one side; product constant."""

_LEAST = 2
"""Workouts that must agree: in a single one the exercise may have been corrected."""

_SWITCHED = 3
"""Names that changed in this way, after which it is the language that changed; product
constant. Then one workout is enough."""

WORK = attrgetter("load", "reps", "seconds", "metres")
"""What was done in a set, whatever it is called and however hard it was."""


class _Known:
    """The workouts of the log that no workout of the file has claimed yet."""

    def __init__(self, log: Iterable[Workout]) -> None:
        self.by_id: dict[str, Workout] = {}
        self.by_source: dict[tuple[str, str], str] = {}
        self._by_day: dict[date, list[str]] = defaultdict(list)
        for one in log:
            self.by_id[one.id] = one
            self.by_source[_source(one)] = one.id
            self._by_day[one.started_at.date()].append(one.id)

    def free_on(self, *days: date) -> list[Workout]:
        """Those of some days that are left."""
        ids = (one for day in days for one in self._by_day[day])
        return [self.by_id[one] for one in ids if one in self.by_id]


def pairs(read: Sequence[Workout], log: Iterable[Workout]) -> dict[str, Workout]:
    """The workout of the log for each id of a workout of the file that is there.

    A workout of the log stands for one of the file at most, so that two sessions of
    one file stay two. The surest go first: the same id or source, then the same app
    and start, then a day with the same sets, then the same sets on another day.
    """
    known = _Known(log)
    found: dict[str, Workout] = {}
    for step in (_same, _same_app_and_start, _same_sets):
        for workout in read:
            if workout.id not in found and (match := step(workout, known)):
                found[workout.id] = match
                del known.by_id[match.id]
    new = [one for one in read if one.id not in found]
    gone = _gone(read, known) if new else []
    # Else the file may be of other days, on which the same sets were done.
    if len(gone) <= len(found):
        for workout in new:
            same = (one for one in gone if _was_moved(workout, one))
            if match := next(same, None):
                found[workout.id] = match
                gone.remove(match)
    return found


def _gone(read: Sequence[Workout], known: _Known) -> list[Workout]:
    """The workouts of its app that a file lacks, of the time that it covers."""
    starts = [one.started_at for one in read]
    first, last = min(starts), max(starts) + MOVED_ON
    return [
        one
        for one in known.by_id.values()
        if one_app(read[0], one) and first <= one.started_at <= last
    ]


def _was_moved(workout: Workout, other: Workout) -> bool:
    """Whether a workout is one that stood on another day."""
    return other.name == workout.name and equal_share(workout, other) == 1


def app_of(workout: Workout) -> str:
    """The app that a workout came from; empty when it was logged here."""
    return workout.source.app if workout.source else ""


def one_app(read: Workout, other: Workout) -> bool:
    """Whether a workout of the log is one that the app of a file would have.

    Befit has what it wrote out, wherever that came from.
    """
    return app_of(read) in (APP, app_of(other))


def equal_share(one: Workout, other: Workout) -> float:
    """The share of sets that both workouts have, 0 to 1, of the one with more sets."""
    most = max(len(one.sets), len(other.sets))
    if not most:
        return 0.0
    left: dict[str, list[LoggedSet]] = defaultdict(list)
    for exercise, done in named(other):
        left[exercise].append(done)
    equal = 0
    for exercise, done in named(one):
        match = next((its for its in left[exercise] if _alike(done, its)), None)
        if match is not None:
            left[exercise].remove(match)
            equal += 1
    return equal / most


def _source(workout: Workout) -> tuple[str, str]:
    if workout.source is None:
        return "", workout.id
    return workout.source.app, workout.source.key


def _same(workout: Workout, known: _Known) -> Workout | None:
    by_source = known.by_id.get(known.by_source.get(_source(workout), ""))
    return known.by_id.get(workout.id) or by_source


def _same_app_and_start(workout: Workout, known: _Known) -> Workout | None:
    # Read in another zone it may have begun on the day before or after.
    days = (workout.day + timedelta(days=off) for off in (0, -1, 1))
    near = [
        other
        for other in known.free_on(*days)
        if one_app(workout, other)
        and _apart(workout, other) <= SAME_START
        and _belongs(workout, other)
    ]
    return min(near, key=lambda other: _apart(workout, other), default=None)


def _belongs(workout: Workout, other: Workout) -> bool:
    """Whether two workouts that began at about one time can be one.

    A warm-up that another session followed is not that session.
    """
    if workout.name == other.name or not _apart(workout, other):
        return True
    return not {one.exercise for one in workout.entries}.isdisjoint(
        one.exercise for one in other.entries
    )


def _same_sets(workout: Workout, known: _Known) -> Workout | None:
    best, share = None, 0.0
    for other in known.free_on(workout.started_at.date()):
        equal = equal_share(workout, other)
        near = _apart(workout, other) <= SAME_START
        # A day may be all that somebody wrote into a text.
        named_so = app_of(workout) == TEXT.app and workout.name == other.name
        enough = HALF if near or named_so else SAME_SETS
        if equal >= enough and equal > share:
            best, share = other, equal
    return best


def in_zone_of(known: Workout, read: Workout) -> Workout:
    """The workout of a file with the offset of that of the log, if both began at once.

    The file may be read on a journey.
    """
    same = read.started_at.utcoffset() == known.started_at.utcoffset()
    return read if same or _apart(read, known) else shifted(read, known.started_at)


def _apart(one: Workout, other: Workout) -> timedelta:
    """How far two starts are apart, by the moment or by the time on the wall."""
    starts = one.started_at, other.started_at
    walls = [start.replace(tzinfo=None) for start in starts]
    return min(abs(starts[0] - starts[1]), abs(walls[0] - walls[1]))


def _alike(one: LoggedSet, other: LoggedSet) -> bool:
    """Whether two apps may have written one set so."""
    kgs = [done.kg for done in (one, other)]
    return (
        abs(kgs[0] - kgs[1]) <= _LOAD_ERROR_KG
        and (one.reps or 0) == (other.reps or 0)
        and abs((one.seconds or 0) - (other.seconds or 0)) < 1
    )


def renamed(
    read: Iterable[Workout], known: Mapping[str, Workout], unknown: Set[str]
) -> dict[str, str]:
    """The exercise of the log for ids in ``unknown``, which no name is known for.

    ``known`` gives the workout of the log for the id of one of the file; those that
    came from the same app tell.
    """
    votes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    used: set[str] = set()
    for workout in read:
        used.update(entry.exercise for entry in workout.entries)
        stands = known.get(workout.id)
        if unknown and stands is not None and app_of(stands) == app_of(workout):
            for there, here in _same_places(workout, stands):
                votes[there][here].add(workout.id)
    found = {
        name: next(iter(means))
        for name, means in votes.items()
        if name in unknown and len(means) == 1
    }
    meant = list(found.values())
    sure = {
        name: means
        for name, means in found.items()
        if means not in used and meant.count(means) == 1
    }
    often = {n: means for n, means in sure.items() if len(votes[n][means]) >= _LEAST}
    return sure if len(often) >= _SWITCHED else often


def under_known_names(workout: Workout, names: Mapping[str, str]) -> Workout:
    """The workout with each exercise in ``names`` replaced by the one it means."""
    if not any(entry.exercise in names for entry in workout.entries):
        return workout
    entries = tuple(
        replace(entry, exercise=names.get(entry.exercise, entry.exercise))
        for entry in workout.entries
    )
    return replace(workout, entries=entries)


def _same_places(read: Workout, known: Workout) -> Iterable[tuple[str, str]]:
    """The exercises of equal sets, where all sets stand where they stood."""
    there, here = tuple(named(read)), tuple(named(known))
    if [WORK(done) for _, done in there] == [WORK(done) for _, done in here]:
        names = zip(
            (name for name, _ in there), (name for name, _ in here), strict=True
        )
        yield from dict.fromkeys(names)
