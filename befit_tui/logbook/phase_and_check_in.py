"""The phase and the check-in of its day, which a workout gets when it is opened."""

from contextlib import suppress

from befit_tui.domain.codec import readable, workout_from_dict
from befit_tui.domain.errors import BefitError
from befit_tui.domain.library import Library
from befit_tui.domain.phase import Block, block_on
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout


def on_its_day(workout: Workout, library: Library) -> Workout:
    """The workout with the phase and the check-in of its day."""
    block = block_on(readable(Block, library.phases), workout.day)
    if block is not None and workout.phase is None:
        workout = replace(workout, phase=block.phase)
    waiting = waiting_check_in(library, workout.day.isoformat())
    return workout if waiting is None else with_check_in(workout, waiting)


def waiting_check_in(library: Library, day: str) -> Workout | None:
    """The check-in of a day (``YYYY-MM-DD``) that was given before any workout.

    It is kept as a workout that holds nothing else.
    """
    for item in library.checkins:
        if item.get("id") == day:
            with suppress(BefitError):
                return workout_from_dict(item)
    return None


def with_check_in(workout: Workout, given: Workout) -> Workout:
    """The workout with what ``given`` holds of a check-in."""
    return replace(
        workout,
        checkin=given.checkin,
        bodyweight=given.bodyweight,
        minutes_planned=given.minutes_planned,
    )
