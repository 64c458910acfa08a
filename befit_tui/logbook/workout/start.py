"""What can be started while no workout is open, the likeliest first."""

from collections.abc import Iterable, Iterator

from befit_tui.domain.routine import Routine, marks_of
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted, days_ago_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines

MOST_ROUTINES = 6
"""Routines that are offered, in the order of their turn; product constant."""
SHOWN = 8
"""Different workouts of the past that are offered; product constant."""


class Way(Value, frozen=True):
    """A way to begin: what it starts or repeats, or else the action of its ``id``."""

    id: str
    verb: str = ""
    name: str = ""
    detail: str = ""
    plan: Routine | Workout | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it is the rule between what was trained and what is new."""
        return not self.verb


FIRST = (
    Way("empty", "Begin", detail="an empty workout"),
    Way("programme", "A ready programme", detail="by days a week and equipment"),
    Way("app.import_log", "Bring a log along", detail="Hevy, Strong, FitNotes …"),
    Way("app.demo", "Look around first", detail="in a made-up year"),
)
"""What can be begun before there is anything."""
FRESH = (
    Way("rule"),
    Way("empty", "Empty workout"),
    Way("routines", "Routines and programmes"),
    Way("app.import_log", "Import a log: Hevy, Strong, FitNotes, Fitbod …"),
)
"""What can be begun without a past; the rule parts it from one."""


def is_first(logbook: Logbook) -> bool:
    """Whether there is no workout and no routine yet."""
    return not logbook.history and not logbook.library.routines


def ways_to_begin(logbook: Logbook) -> Iterator[Way]:
    """The routines, the last workout of every other name, then what is fresh."""
    today, history = logbook.clock().date(), logbook.history
    turns = routines.in_turn(routines.routines(logbook), history)
    for turn in turns[:MOST_ROUTINES]:
        routine = turn.routine
        yield Way(
            f"routine:{routine.id}",
            "Start",
            routine.name,
            routines.turn_words(turn, today),
            routine,
        )
    for workout in workouts_to_repeat(history.newest_first()):
        if any(turn.routine.marks & marks_of(workout) for turn in turns):
            continue
        sets = counted(len(workout.sets), "set")
        when = days_ago_words(workout.day, today)
        yield Way(
            f"workout:{workout.id}",
            "Repeat",
            workout.name or "Workout",
            f"{when} · {sets}",
            workout,
        )
    yield from FRESH


def workouts_to_repeat(newest_first: Iterable[Workout]) -> tuple[Workout, ...]:
    """The latest workout of every name, deloads aside, the latest first.

    One with less than half of the sets of the one before it was cut short, and nobody
    wants that again: the one before it is offered.
    """
    latest: dict[str, Workout] = {}
    compared: set[str] = set()
    for workout in newest_first:
        if workout.phase is Phase.DELOAD:
            continue
        name = workout.name.strip().casefold()
        if name not in latest:
            latest[name] = workout
        elif name not in compared:
            compared.add(name)
            if 2 * len(latest[name].sets) < len(workout.sets):
                latest[name] = workout
        if len(latest) == SHOWN:
            break
    return tuple(latest.values())
