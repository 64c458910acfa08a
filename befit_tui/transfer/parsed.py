"""What a file holds, with every record accounted for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.transfer.names import Match
from befit_tui.transfer.rows import RowError, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedLog:
    """The workouts of a file, oldest first, before they are compared with the log.

    ``rows`` counts its records and equals ``sets`` + the skipped rows + the errors.
    ``lines`` gives the first physical line of each set by its id (a header stands on
    line 1). ``matches`` say what each name was taken for. ``exercises`` are the
    lifter's own: made for names that no exercise has, or taken from a Befit export,
    whose further parts ``library`` keeps as they are. ``documents`` are its
    workouts as they stand there, by id, with what only they hold.
    Workout and set ids follow from the file, so that a second import finds the first.
    """

    app: str
    rows: int
    workouts: tuple[Workout, ...]
    lines: Mapping[str, int]
    skipped: tuple[Skipped, ...] = ()
    errors: tuple[RowError, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    matches: tuple[Match, ...] = ()
    unmatched: tuple[str, ...] = ()
    library: Mapping[str, Any] = field(default_factory=dict)
    documents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def sets(self) -> int:
        """How many records became sets."""
        return sum(len(workout.sets) for workout in self.workouts)
