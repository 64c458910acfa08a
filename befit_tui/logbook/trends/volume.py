"""Hard sets by muscle and week against the band that the lifter aims at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.volume import WEEK, Parts
from befit_tui.analysis.weeks import Week
from befit_tui.domain.load import number
from befit_tui.domain.wording import counted, day_words
from befit_tui.logbook.trends.span import Range

Band = tuple[float, float]
"""The fewest and the most sets a week that a muscle should get, both included.

Ten to twenty fractional sets are normal training (Pelland 2026: 11 to 18 give the
steady gains; below 4 nothing is detectable, above 20 little is added).
"""


class MuscleWeek(NamedTuple):
    """The hard sets of a muscle in one week: ``driven``, and half of the ``helped``."""

    monday: date
    driven: float
    helped: float

    @property
    def sets(self) -> float:
        """Both together."""
        return self.driven + self.helped


@dataclass(frozen=True, slots=True)
class Volume:
    """The weeks of every muscle that was trained in a range, the most trained first.

    The first ``whole`` weeks are over; a week that still runs is not judged.
    ``without_muscle`` are the hard sets of each week that count for no muscle, since
    nobody knows what their lift trains.
    """

    muscles: Mapping[str, tuple[MuscleWeek, ...]]
    mondays: tuple[date, ...]
    span: Range
    whole: int
    without_muscle: tuple[int, ...]

    def judged(self, muscle: str) -> list[float]:
        """The sets of a muscle in the weeks that are over, or in the only one."""
        return [week.sets for week in self.muscles[muscle][: max(self.whole, 1)]]

    def in_week(self, place: int) -> dict[str, float]:
        """The sets of each muscle in one of the weeks, counted from the first."""
        return {muscle: weeks[place].sets for muscle, weeks in self.muscles.items()}


def sentence(volume: Volume, muscle: str, band: Band) -> str:
    """How a muscle stands over the range."""
    sets = volume.judged(muscle)
    low, high = band
    inside = sum(low <= one <= high for one in sets)
    return (
        f"{name_of(muscle)}: {mean(sets):.1f} hard sets a week {volume.span.over}, "
        f"{side(mean(sets), band)} ({number(low)}-{number(high)}); {inside:,} of "
        f"{counted(len(sets), 'week')} in range."
    )


def summary(volume: Volume, place: int, band: Band) -> str:
    """How all muscles stand in one week, counted from the first."""
    sides = [side(sets, band) for sets in volume.in_week(place).values()]
    counts = ", ".join(
        f"{sides.count(word)} {word}"
        for word in ("in range", "below", "above")
        if word in sides
    )
    muscles = counted(len(sides), "muscle")
    so_far = " so far" if place >= volume.whole else ""
    return (
        f"Week of {day_words(volume.mondays[place])}{so_far}: of {muscles} {counts}."
        f"{unplaced(volume.without_muscle[place])}"
    )


def unplaced(sets: int) -> str:
    """A sentence on sets that count for no muscle; empty if there are none."""
    return f" {counted(sets, 'set')} of lifts without a muscle." if sets else ""


def side(sets: float, band: Band) -> str:
    """``below``, ``in range`` or ``above``."""
    low, high = band
    return "below" if sets < low else "above" if sets > high else "in range"


def volume_of(weeks: Sequence[Week], span: Range, today: date) -> Volume:
    """What the weeks of a range that ends ``today`` hold for each muscle."""
    found = [(week.monday, week.muscles) for week in weeks]
    totals: dict[str, float] = {}
    for _, muscles in found:
        for muscle, parts in muscles.items():
            totals[muscle] = totals.get(muscle, 0.0) + sum(parts)
    none: Parts = (0.0, 0.0)
    ordered = sorted(
        (one for one in totals if totals[one]), key=lambda one: (-totals[one], one)
    )
    return Volume(
        {
            muscle: tuple(
                MuscleWeek(monday, *muscles.get(muscle, none))
                for monday, muscles in found
            )
            for muscle in ordered
        },
        tuple(week.monday for week in weeks),
        span,
        sum(week.monday + WEEK <= today for week in weeks),
        tuple(week.without_muscle for week in weeks),
    )


def name_of(muscle: str) -> str:
    """``Lower back`` for ``lower-back``."""
    return muscle.replace("-", " ").capitalize()
