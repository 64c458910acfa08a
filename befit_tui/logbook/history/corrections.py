"""Changes to workouts of the past; each is one step of undo, also after a restart."""

from datetime import datetime, timedelta

from befit_tui.domain.edit import shifted
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.day_entry import parse_day, parse_times, place_of
from befit_tui.domain.value import replace
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.logbook import Logbook

MOST_EFFORT = 10
"""The top of the scale of session effort (Foster 2001)."""

ONE_WORKOUT = timedelta(hours=3)
"""A pause from which two workouts are hardly one; product constant."""


def correct(logbook: Logbook, old: Workout, new: Workout, label: str) -> Workout:
    """Put ``new`` in the stead of ``old``; nothing is written when they are equal."""
    if new != old:
        logbook.change([(old, new)], label)
    return new


def move(logbook: Logbook, workout: Workout, text: str) -> Workout:
    """Move a workout and all times in it to the day that is typed.

    Raises:
        EntryError: it is no day, or the workout would lie ahead.
    """
    now = logbook.clock()
    day = parse_day(text, now, logbook.here).date()
    place = place_of(workout.started_at, logbook.here)
    start = place(datetime.combine(day, workout.started_at.time()))
    if max(start, start + _length(workout)) > now:
        raise EntryError("The workout would lie ahead; type a day that was.")
    moved = shifted(workout, start)
    return correct(logbook, workout, moved, f"day of {workout.name or 'workout'}")


def set_times(logbook: Logbook, workout: Workout, text: str) -> Workout:
    """Set when a workout started and ended: ``18:02-19:04``.

    Raises:
        EntryError: these are no times, or they lie ahead.
    """
    stood = workout.started_at, workout.ended_at
    start, end = parse_times(text, stood, logbook.clock(), logbook.here)
    if end is None:
        end = workout.ended_at
    if end is not None and end < start:
        raise EntryError("It would end before it starts; type both, as in 18:02-19:04.")
    changed = replace(workout, started_at=start, ended_at=end)
    return correct(logbook, workout, changed, f"times of {workout.name or 'workout'}")


def set_effort(logbook: Logbook, workout: Workout, text: str) -> Workout:
    """Set how hard the session was, 1 to 10; an empty text takes it away.

    Raises:
        EntryError: it is no such number.
    """
    try:
        rated = float(text.replace(",", ".")) if text else None
    except ValueError:
        rated = -1
    if rated is not None and not 1 <= rated <= MOST_EFFORT:
        raise EntryError("Type how hard the session was, from 1 to 10, as in 7.5.")
    changed = replace(workout, session_rpe=rated)
    return correct(logbook, workout, changed, f"effort of {workout.name or 'workout'}")


def merge(logbook: Logbook, one: Workout, other: Workout) -> Workout:
    """Make one workout of two: the later goes into the earlier."""
    first, second = sorted((one, other), key=lambda found: found.started_at)
    ends = [found.ended_at for found in (first, second) if found.ended_at is not None]
    merged = replace(
        first,
        name=first.name or second.name,
        note="\n".join(filter(None, (first.note, second.note))),
        ended_at=max(ends, default=None),
        checkin=first.checkin or second.checkin,
        bodyweight=first.bodyweight or second.bodyweight,
        phase=first.phase or second.phase,
        entries=first.entries + _later_supersets(first, second),
    )
    day = day_words(second.started_at)
    label = f"merged {second.name or 'workout'}, {day}"
    logbook.change([(first, merged), (second, None)], label)
    return merged


def far_apart(one: Workout, other: Workout) -> str:
    """How far apart two workouts lie, in words; empty if they may be one."""
    first, second = sorted((one, other), key=lambda found: found.started_at)
    pause = second.started_at - (first.ended_at or first.started_at)
    if pause < ONE_WORKOUT:
        return ""
    hours = round(pause / timedelta(hours=1))
    return counted(hours, "hour") if hours < 48 else counted(hours // 24, "day")


def split(logbook: Logbook, workout: Workout, at: int) -> Workout:
    """Make two workouts of one; the second begins with the entry at ``at``.

    Where the sets have no times, the time is shared by their number.

    Returns:
        The second one.

    Raises:
        EntryError: nothing would be left of the first.
    """
    if at <= 0 or at >= len(workout.entries):
        raise EntryError("Split at an exercise that has others before it.")
    middle = _middle(workout, at)
    first = replace(workout, entries=workout.entries[:at], ended_at=middle)
    second = replace(
        workout,
        id=logbook.new_id(),
        rev=1,
        started_at=middle,
        entries=workout.entries[at:],
        source=None,
        checkin=None,
    )
    label = f"split {workout.name or 'workout'}"
    logbook.change([(workout, first), (None, second)], label)
    return second


def _length(workout: Workout) -> timedelta:
    return (workout.ended_at or workout.started_at) - workout.started_at


def _later_supersets(first: Workout, second: Workout) -> tuple[Entry, ...]:
    """The entries of the second; their supersets get numbers the first has not."""
    used = max((entry.superset or 0 for entry in first.entries), default=0)
    return tuple(
        entry
        if entry.superset is None
        else replace(entry, superset=entry.superset + used + 1)
        for entry in second.entries
    )


def _middle(workout: Workout, at: int) -> datetime:
    """When the sets before entry ``at`` were over."""
    before = [done for entry in workout.entries[:at] for done in entry.sets]
    times = [done.at for done in before if done.at is not None]
    if times:
        return max(times)
    share = len(before) / max(len(workout.sets), 1)
    return workout.started_at + _length(workout) * share
