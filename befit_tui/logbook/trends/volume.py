"""Hard sets by muscle and week against the band that the lifter aims at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.volume import WEEK, Parts, Shares
from befit_tui.analysis.weeks import Week
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.wording import counted, short_day_words
from befit_tui.logbook.muscles import BODY, name_of
from befit_tui.logbook.trends.moved import against
from befit_tui.logbook.trends.periods import Period, periods_of
from befit_tui.logbook.trends.span import Range

Band = tuple[float, float]
"""The fewest and the most sets a week that a muscle should get, both included.

Ten to twenty fractional sets are normal training (Pelland 2026: 11 to 18 give the
steady gains; below 4 nothing is detectable, above 20 little is added).
"""


class MuscleWeek(NamedTuple):
    """What a muscle did in a week: all that it drove, half of what it helped with."""

    monday: date
    driven: float
    helped: float

    @property
    def sets(self) -> float:
        """Both together."""
        return self.driven + self.helped


@dataclass(frozen=True, slots=True)
class Volume:
    """The weeks of every muscle, the most trained in the range first.

    The first ``whole`` weeks are over; a week that still runs is not judged.
    ``without_muscle`` are the hard sets of each week that count for no muscle, since
    nobody knows what their lift trains. ``moved`` is the same in kilograms times reps.
    """

    muscles: Mapping[str, tuple[MuscleWeek, ...]]
    mondays: tuple[date, ...]
    span: Range
    whole: int
    without_muscle: tuple[int, ...]
    moved: Mapping[str, tuple[MuscleWeek, ...]]

    @property
    def trained(self) -> int:
        """How many weeks there are up to the last one with a set."""
        weeks = [
            place + 1
            for place in range(len(self.mondays))
            if any(found[place].sets for found in self.muscles.values())
        ]
        return weeks[-1] if weeks else len(self.mondays)

    def judged(self, muscle: str) -> list[float]:
        """The sets of a muscle in the weeks that are over, or in the only one."""
        return [week.sets for week in self.muscles[muscle][: max(self.whole, 1)]]

    def in_period(self, period: Period) -> dict[str, float]:
        """The sets a week of each muscle in a period."""
        return {
            muscle: period.mean([week.sets for week in weeks])
            for muscle, weeks in self.muscles.items()
        }


def periods_in(volume: Volume, room: int) -> tuple[Period, ...]:
    """The weeks of a range, joined where there is no room for each."""
    return periods_of(volume.mondays, room, volume.whole)


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


def summary(volume: Volume, period: Period, band: Band) -> str:
    """How all muscles stand in a period."""
    sides = [side(sets, band) for sets in volume.in_period(period).values()]
    counts = ", ".join(
        f"{sides.count(word)} {word}"
        for word in ("in range", "below", "above")
        if word in sides
    )
    muscles = counted(len(sides), "muscle")
    so_far = " so far" if period.places.start >= volume.whole else ""
    without = volume.without_muscle[period.places.start : period.places.stop]
    return (
        f"{period.words}{so_far}: of {muscles} {counts} "
        f"({number(band[0])}-{number(band[1])}).{unplaced(sum(without))}"
    )


def moved_sentence(volume: Volume, muscle: str, unit: Unit) -> str:
    """What a muscle moved by the week; the last trained week against those before."""
    whole = max(volume.whole, 1)
    weeks = [from_kg(week.sets, unit) for week in volume.moved[muscle][:whole]]
    end = min(whole, volume.trained)
    *before, last = weeks[:end]
    said = (
        f"{name_of(muscle)}: {mean(weeks):,.0f} {unit} × reps a week {volume.span.over}"
    )
    usual = mean(before) if before else 0.0
    if not usual:
        return f"{said}; a lift that the muscle only helps counts half."
    day = short_day_words(volume.mondays[end - 1])
    than = f"{against(last, usual)} the mean of the weeks before"
    return f"{said}; {last:,.0f} in the week of {day}, {than}."


def unplaced(sets: int) -> str:
    """A sentence on sets that count for no muscle; empty if there are none."""
    return f" {counted(sets, 'set')} of lifts without a muscle." if sets else ""


def side(sets: float, band: Band) -> str:
    """``below``, ``in range`` or ``above``."""
    low, high = band
    return "below" if sets < low else "above" if sets > high else "in range"


def volume_of(weeks: Sequence[Week], span: Range, today: date) -> Volume:
    """What the weeks of a range that ends ``today`` hold for each muscle."""
    mondays = tuple(week.monday for week in weeks)
    sets = _by_muscle(mondays, [week.muscles for week in weeks])
    untrained = tuple(MuscleWeek(monday, 0.0, 0.0) for monday in mondays)
    others = {muscle: untrained for muscle in BODY if muscle not in sets}
    return Volume(
        {**sets, **others} if sets else {},
        mondays,
        span,
        sum(week.monday + WEEK <= today for week in weeks),
        tuple(week.without_muscle for week in weeks),
        _by_muscle(mondays, [week.moved_by for week in weeks]),
    )


def _by_muscle(
    mondays: Sequence[date], weeks: Sequence[Shares]
) -> dict[str, tuple[MuscleWeek, ...]]:
    """What each week holds for every muscle, the one with the most first."""
    totals: dict[str, float] = {}
    for muscles in weeks:
        for muscle, parts in muscles.items():
            totals[muscle] = totals.get(muscle, 0.0) + sum(parts)
    none: Parts = (0.0, 0.0)
    ordered = sorted(
        (one for one in totals if totals[one]), key=lambda one: (-totals[one], one)
    )
    return {
        muscle: tuple(
            MuscleWeek(monday, *muscles.get(muscle, none))
            for monday, muscles in zip(mondays, weeks, strict=True)
        )
        for muscle in ordered
    }
