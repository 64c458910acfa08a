"""A routine: the exercises of a workout with what each set aims at, to be repeated."""

from typing import Annotated

from msgspec import Meta

from befit_tui.domain.value import Moment, Value
from befit_tui.domain.workout import Entry, Workout, schemes_of


class Routine(Value, frozen=True, kw_only=True):
    """A plan with a name; its entries have targets and notes but no sets.

    ``programme`` groups routines that take turns, such as upper and lower, and that
    move a lift together. Workouts before ``since`` are not of it, whatever their name.
    """

    id: Annotated[str, Meta(min_length=1)]
    name: str = ""
    programme: str = ""
    entries: tuple[Entry, ...] = ()
    since: Moment | None = None

    @property
    def weeks(self) -> int:
        """The weeks of its cycle; 1 where every week is alike."""
        weeks = (len(one.weeks) for one in schemes_of(self.entries))
        return max(weeks, default=1) or 1

    def is_called(self, name: str) -> bool:
        """Whether a workout of that name is this routine, whatever the case."""
        return self.name.strip().casefold() == name.strip().casefold()

    @property
    def marks(self) -> set[str]:
        """What tells that a workout was made of it: see ``marks_of``."""
        return {self.id, self.name.strip().casefold()}


def marks_of(workout: Workout) -> set[str]:
    """The ids of the routines that planned a workout, its name where there are none."""
    ids = {one.routine for one in workout.entries if one.routine}
    return ids or {workout.name.strip().casefold()}
