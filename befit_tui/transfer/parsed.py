"""What a file holds, with every record accounted for."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from msgspec import field

from befit_tui.catalog.meaning import How
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value
from befit_tui.domain.workout import Workout
from befit_tui.transfer.names import Match
from befit_tui.transfer.rows import RowError


class Weighed(Value, frozen=True):
    """The weight of the body at a time."""

    at: datetime
    weight: Load


class ParsedLog(Value, frozen=True, kw_only=True, dict=True):
    """The workouts of a file, oldest first, before they are compared with the log.

    ``rows`` counts its records: the ``sets``, the errors, and the ``skipped``, each
    counted by its reason. ``lines`` gives the first physical line of each set by its
    id (a header stands on line 1). ``matches`` say what each name was taken for.
    ``exercises`` are the lifter's own: made for names that no exercise has, or taken
    from a Befit export, whose further parts ``library`` keeps as they are.
    ``documents`` are its workouts as they stand there, by id, with what only they hold.
    Workout and set ids follow from the file, so that a second import finds the first.
    ``doubtful`` are lines that were read but may be a slip, ``weighed`` weights of the
    body that belong to no workout. ``order_unclear`` says that day and month cannot be
    told apart, ``headings`` are those of a table whose columns the lifter named.
    ``cut_in`` is the id of the workout in which the file seems to break off.
    """

    app: str
    rows: int
    workouts: tuple[Workout, ...]
    lines: Mapping[str, int]
    skipped: Mapping[str, int] = field(default_factory=dict)
    errors: tuple[RowError, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    matches: tuple[Match, ...] = ()
    library: Mapping[str, Any] = field(default_factory=dict)
    doubtful: tuple[RowError, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    order_unclear: bool = False
    headings: str = ""
    documents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    cut_in: str = ""

    @property
    def sets(self) -> int:
        """How many records became sets."""
        return sum(len(workout.sets) for workout in self.workouts)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """The names of which nothing is known."""
        unknown = (one for one in self.matches if one.meaning.how is How.UNKNOWN)
        return tuple(one.name for one in unknown)

    @cached_property
    def rows_missing(self) -> frozenset[str]:
        """The workouts that may lack a set: a row beside theirs cannot be read."""
        places = sorted(
            (self.lines[done.id], workout.id)
            for workout in self.workouts
            for done in workout.sets
        )
        found = {self.cut_in}
        for error in self.errors:
            after = bisect_left(places, (error.line, ""))
            found.update(name for _, name in places[max(after - 1, 0) : after + 1])
        return frozenset(found)
