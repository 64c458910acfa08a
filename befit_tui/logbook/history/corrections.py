"""Changes to workouts of the past; each is one step of undo, also after a restart."""

from datetime import datetime, timedelta

from befit_tui.domain.edit import shifted, with_entries, without_lone
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.day_entry import parse_day, parse_times, place_of
from befit_tui.domain.value import replace
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook

MOST_EFFORT = 10
"""The top of the scale of session effort (Foster 2001)."""

OF_A_SESSION = (
    "checkin", "bodyweight", "phase", "session_rpe", "focus", "minutes_planned"
)  # fmt: skip
"""What is said once of a workout: of two that are merged the earlier says it first."""
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
    only_later = {
        name: getattr(second, name)
        for name in OF_A_SESSION
        if getattr(first, name) is None
    }
    merged = replace(
        first,
        name=first.name or second.name,
        note="\n".join(filter(None, (first.note, second.note))),
        ended_at=max(ends, default=None),
        entries=with_entries(first.entries, second.entries),
        **only_later,
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
    before, after = workout.entries[:at], workout.entries[at:]
    first = replace(workout, entries=without_lone(before), ended_at=middle)
    second = replace(
        workout,
        id=logbook.new_id(),
        rev=1,
        started_at=middle,
        entries=without_lone(after),
        source=None,
        checkin=None,
    )
    label = f"split {workout.name or 'workout'}"
    logbook.change([(workout, first), (None, second)], label)
    return second


def _length(workout: Workout) -> timedelta:
    return (workout.ended_at or workout.started_at) - workout.started_at


def _middle(workout: Workout, at: int) -> datetime:
    """When the sets before entry ``at`` were over."""
    before = [done for entry in workout.entries[:at] for done in entry.sets]
    times = [done.at for done in before if done.at is not None]
    if times:
        return max(times)
    share = len(before) / max(len(workout.sets), 1)
    return workout.started_at + _length(workout) * share
