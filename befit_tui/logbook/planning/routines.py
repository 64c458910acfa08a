"""The lifter's routines: made of workouts or programmes, started, taking turns."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from befit_tui.analysis.planning.rows import repeat
from befit_tui.domain.codec import readable, to_plain
from befit_tui.domain.effort import is_working
from befit_tui.domain.errors import BefitError
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.routine import Routine, marks_of
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import counted, day_words, days_ago_words
from befit_tui.domain.workout import (
    Entry,
    LoggedSet,
    SetTarget,
    Target,
    Workout,
    schemes_of,
)
from befit_tui.logbook.logbook import Logbook

if TYPE_CHECKING:
    # Reading plans takes 4 ms of the start, and few starts take a programme over.
    from befit_tui.catalog.programmes import Programme

LIBRARY_LIST = "routines"


class Turn(Value, frozen=True):
    """A routine, when it was last done, whether it is next, its week (0: none)."""

    routine: Routine
    last: date | None
    is_next: bool
    week: int = 0

    @property
    def week_words(self) -> str:
        """``week 2 of 4``, ``week 4 of 4, easy``; empty where all are alike."""
        if not self.week:
            return ""
        weeks = [one.weeks for one in schemes_of(self.routine.entries) if one.weeks]
        is_easy = any(one[(self.week - 1) % len(one)].easy for one in weeks)
        easy = ", easy" if is_easy else ""
        return f"week {self.week} of {self.routine.weeks}{easy}"


def routines(logbook: Logbook) -> tuple[Routine, ...]:
    """Every routine that can be read, in the order they were made."""
    return readable(Routine, logbook.library.routines)


def called(logbook: Logbook, name: str) -> Routine:
    """The routine of a name, whatever the case.

    Raises:
        BefitError: there is none; the message has those there are.
    """
    known = routines(logbook)
    found = next((one for one in known if one.is_called(name)), None)
    if found is None:
        names = ", ".join(one.name for one in known)
        there = f"there are {names}" if names else "you have none yet"
        raise BefitError(f"There is no routine {name!r}; {there}.")
    return found


def in_turn(known: Iterable[Routine], history: History) -> tuple[Turn, ...]:
    """The routines, those whose turn it is first: of each programme the longest undone.

    The programme trained last comes first.
    """
    known = tuple(known)
    last = _last_days(known, history)
    waited = sorted(known, key=lambda one: last.get(one.id, date.min))
    trained: dict[str, date] = {}
    following: dict[str, str] = {}
    for one in waited:
        following.setdefault(one.programme, one.id)
        trained[one.programme] = last.get(one.id, date.min)
    nearest = sorted(waited, key=lambda one: trained[one.programme], reverse=True)
    turns = []
    for one in nearest:
        is_next = following[one.programme] == one.id
        turns.append(Turn(one, last.get(one.id), is_next, coming_week(one, history)))
    return tuple(sorted(turns, key=lambda turn: not turn.is_next))


def coming_week(routine: Routine, history: History) -> int:
    """The week of a routine that comes next, from 1; 0 where all are alike."""
    if routine.weeks < 2:
        return 0
    done = 0
    for workout in history.newest_first():
        if routine.since is not None and workout.started_at < routine.since:
            break
        if routine.marks & marks_of(workout) and (done := _week_of(workout, routine)):
            break
    return done % routine.weeks + 1


def _week_of(workout: Workout, routine: Routine) -> int:
    """The week of a routine that a workout did; 0 for a deload of one's own.

    A lift that was only warmed up for was not done.
    """
    # The first screen judges no lift.
    from befit_tui.analysis.planning.results import easy_on_purpose  # noqa: PLC0415

    weeks = (
        one.scheme.week
        for one in workout.entries
        if one.scheme
        and one.routine in ("", routine.id)
        and any(map(is_working, one.sets))
        and not easy_on_purpose(Exposure(workout, one))
    )
    return max(weeks, default=0)


def following(logbook: Logbook, workout: Workout) -> str:
    """The routine whose turn is next once a workout is over; empty without turns."""
    known = routines(logbook)
    marks = marks_of(workout)
    done = next((one for one in known if one.marks & marks), None)
    if done is None:
        return ""
    turns = in_turn(known, logbook.history.including(workout))
    of = (one.routine for one in turns if one.is_next and one.routine.id != done.id)
    return next((one.name for one in of if one.programme == done.programme), "")


def turn_words(turn: Turn, today: date, *, folder: bool = True) -> str:
    """``next · Upper and lower · 3 days ago · 5 exercises``, the folder if wanted.

    Mostly the name of a routine begins with that of its folder.
    """
    routine = turn.routine
    named = routine.name.startswith(routine.programme)
    words = (
        "next" if turn.is_next else "",
        turn.week_words,
        routine.programme if folder and not named else "",
        days_ago_words(turn.last, today) if turn.last else "not done yet",
        counted(len(routine.entries), "exercise"),
    )
    return " · ".join(filter(None, words))


def keep(logbook: Logbook, routine: Routine, label: str) -> Routine:
    """Write a routine as one step of undo; BefitError if another has its name."""
    check_name(logbook, routine)
    logbook.keep_items(LIBRARY_LIST, {routine.id: to_plain(routine)}, label)
    return routine


def named(text: str) -> str:
    """The name of a routine as typed; BefitError if it says nothing."""
    if not text.strip():
        raise BefitError("A routine needs a name, as in Push A.")
    return text


def check_name(logbook: Logbook, routine: Routine) -> None:
    """Raises BefitError where another routine has the name of this one."""
    same = [one for one in routines(logbook) if one.is_called(routine.name)]
    if any(one.id != routine.id for one in same):
        raise BefitError(f"There is a routine called {routine.name} already.")


def delete(logbook: Logbook, routine: Routine, programme: str = "") -> None:
    """Take a routine away, or all of a programme, as one step of undo."""
    found = [one.id for one in routines(logbook) if one.programme == programme]
    gone = dict.fromkeys(found if programme else [routine.id])
    logbook.keep_items(LIBRARY_LIST, gone, f"deleted {programme or routine.name}")


def routine_name(workout: Workout) -> str:
    """What a routine of a workout is called unless the lifter says otherwise."""
    return workout.name.strip() or f"Workout of {day_words(workout.started_at)}"


def save_workout(logbook: Logbook, workout: Workout) -> Routine:
    """Make a routine of a workout, or plan the one of its name; schemes stay."""
    name = routine_name(workout)
    known = next((one for one in routines(logbook) if one.is_called(name)), None)
    again = repeat(workout, new_id="", started_at=workout.started_at)
    entries = tuple(
        replace(entry, target=_of_scheme(known, done) or _aimed(entry, done))
        for entry, done in zip(again.entries, workout.entries, strict=True)
    )
    base = known or Routine(id=logbook.new_id(), name=name)
    return keep(logbook, replace(base, entries=entries), f"routine {name}")


def adopt(logbook: Logbook, programme: "Programme") -> tuple[Routine, ...]:
    """Take over copies of a programme in the lifter's unit; BefitError as above."""
    from befit_tui.catalog.programmes import in_unit  # noqa: PLC0415

    now = logbook.clock()
    copies = tuple(
        replace(in_unit(one, logbook.unit), id=logbook.new_id(), since=now)
        for one in programme.routines
    )
    for copy in copies:
        check_name(logbook, copy)
    items = {copy.id: to_plain(copy) for copy in copies}
    logbook.keep_items(LIBRARY_LIST, items, f"programme {programme.name}")
    return copies


def _last_days(known: tuple[Routine, ...], history: History) -> dict[str, date]:
    by_mark = {mark: one.id for one in known for mark in one.marks}
    found: dict[str, date] = {}
    for workout in history.newest_first():
        if len(found) == len(known):
            break
        for mark in marks_of(workout) & by_mark.keys():
            found.setdefault(by_mark[mark], workout.day)
    return found


def _of_scheme(known: Routine | None, done: Entry) -> Target | None:
    if known is None or done.scheme is None:
        return None
    for entry in known.entries:
        same = entry.exercise == done.exercise
        if same and entry.scheme and entry.scheme.name == done.scheme.name:
            return entry.target
    return None


def _aimed(entry: Entry, done: Entry) -> Target:
    target = entry.target or Target()
    work = [one for one in done.sets if one.kind is Kind.WORK]
    return replace(target, sets=tuple(_aim(one, work) for one in target.sets))


def _aim(target: SetTarget, work: list[LoggedSet]) -> SetTarget:
    if target.kind is not Kind.WORK or target.reps or target.seconds:
        return target
    reps = [one.reps for one in work if one.reps]
    seconds = [one.seconds for one in work if one.seconds]
    if reps:
        return replace(target, reps=(min(reps), max(reps)))
    return replace(target, seconds=min(seconds)) if seconds else target
