"""Finished workouts in memory, filed by month and found by exercise."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import islice, takewhile

from befit_tui.domain.value import Value
from befit_tui.domain.workout import Entry, Workout

LATELY = 20
"""Workouts whose exercises are near at hand; product constant."""


class Exposure(Value, frozen=True):
    """One exercise as it was done in one workout."""

    workout: Workout
    entry: Entry


class History:
    """The past as a value: ``with_months`` gives a new one, sharing what stayed.

    Workouts are ordered as ``in_order`` says, the oldest first.
    """

    def __init__(self, workouts: Iterable[Workout] = ()) -> None:
        by_month: dict[str, list[Workout]] = {}
        for workout in workouts:
            by_month.setdefault(workout.month, []).append(workout)
        self._months: dict[str, tuple[Workout, ...]] = {
            key: in_order(found) for key, found in sorted(by_month.items())
        }

    def with_months(self, months: Mapping[str, Iterable[Workout]]) -> "History":
        """This history with every month of ``months`` replaced; empty ones drop out."""
        merged = self._months | {key: in_order(found) for key, found in months.items()}
        changed = History()
        changed._months = {key: merged[key] for key in sorted(merged) if merged[key]}
        return changed

    def including(self, workout: Workout) -> "History":
        """This history with one workout added, or replaced if its id is known."""
        others = tuple(w for w in self.month(workout.month) if w.id != workout.id)
        return self.with_months({workout.month: (*others, workout)})

    def __len__(self) -> int:
        return sum(len(found) for found in self._months.values())

    def __iter__(self) -> Iterator[Workout]:
        for found in self._months.values():
            yield from found

    @property
    def months(self) -> tuple[str, ...]:
        """The months with workouts, ``YYYY-MM``, ascending."""
        return tuple(self._months)

    def newest_first(self) -> Iterator[Workout]:
        """Every workout, the latest first."""
        for month in reversed(self._months):
            yield from reversed(self._months[month])

    def since(self, first: date) -> tuple[Workout, ...]:
        """The workouts from a day on, oldest first."""
        newest = takewhile(lambda one: one.day >= first, self.newest_first())
        return tuple(newest)[::-1]

    def month(self, month: str) -> tuple[Workout, ...]:
        """The workouts of one month, oldest first."""
        return self._months.get(month, ())

    def lately(self) -> tuple[str, ...]:
        """The exercises of the last workouts, the latest first."""
        last = islice(self.newest_first(), LATELY)
        return tuple(dict.fromkeys(e.exercise for w in last for e in w.entries))

    def exposures(self, exercise: str) -> tuple[Exposure, ...]:
        """Every time an exercise was done, oldest first; all are filed at once."""
        return self._by_exercise.get(exercise, ())

    def exercises(self) -> dict[str, int]:
        """Exercise ids with the number of workouts that hold them."""
        return {
            exercise: len({id(one.workout) for one in found})
            for exercise, found in self._by_exercise.items()
        }

    @cached_property
    def _by_exercise(self) -> Mapping[str, tuple[Exposure, ...]]:
        filed: dict[str, list[Exposure]] = {}
        for workout in self:
            for entry in workout.entries:
                if entry.sets:
                    filed.setdefault(entry.exercise, []).append(
                        Exposure(workout, entry)
                    )
        return {key: tuple(found) for key, found in filed.items()}


def in_order(workouts: Iterable[Workout]) -> tuple[Workout, ...]:
    """Workouts by day, oldest first; those of a day by start, ties by id.

    Days go first: who flies over the date line may train on the 28th before the 27th.
    """
    return tuple(sorted(workouts, key=lambda one: (one.day, one.started_at, one.id)))
