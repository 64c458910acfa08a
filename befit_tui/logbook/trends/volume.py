"""Hard sets by muscle and week against the band that the lifter aims at."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.digest import Week
from befit_tui.analysis.volume import WEEK, Parts, Shares
from befit_tui.domain.load import Unit, from_kg, number, tenth
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted, short_day_words
from befit_tui.logbook.muscles import BODY, name_of
from befit_tui.logbook.trends.periods import Period
from befit_tui.logbook.trends.time_range import Window
from befit_tui.logbook.trends.tonnage import against

Band = tuple[float, float]
"""The fewest and the most sets a week that a muscle should get, both included.

Ten to twenty fractional sets are normal training (Pelland 2026: 11 to 18 give the
steady gains; below 4 nothing is detectable, above 20 little is added).
"""


class MuscleWeek(NamedTuple):
    """What a muscle did in a week: all that it drove, half of what it helped with."""

    driven: float
    helped: float

    @property
    def sets(self) -> float:
        """Both together."""
        return self.driven + self.helped


MuscleWeeks = Mapping[str, tuple[MuscleWeek, ...]]
"""The weeks of every muscle, the most trained muscle first."""


class Volume(Value, frozen=True):
    """The weeks that begin on ``firsts``, by muscle.

    The first ``whole`` weeks are over; a week that still runs is not judged.
    ``workouts`` says how many there were in each; ``without_muscle`` are its hard sets
    that count for no muscle, since nobody knows what their lift trains. ``moved`` is
    the same as ``muscles`` in kilograms times reps.
    """

    muscles: MuscleWeeks
    firsts: tuple[date, ...]
    window: Window
    whole: int
    workouts: tuple[int, ...]
    without_muscle: tuple[int, ...]
    moved: MuscleWeeks

    @property
    def trained(self) -> int:
        """How many weeks there are up to the last one with a set."""
        weeks = [
            place + 1
            for place in range(len(self.firsts))
            if any(found[place].sets for found in self.muscles.values())
        ]
        return weeks[-1] if weeks else len(self.firsts)

    @property
    def judged(self) -> int:
        """How many weeks are judged: those that are over, up to the last with a set."""
        return min(max(self.whole, 1), self.trained)


def in_period(weeks: MuscleWeeks, period: Period) -> dict[str, float]:
    """What each muscle did a week in a period."""
    return {
        muscle: period.mean([week.sets for week in found])
        for muscle, found in weeks.items()
    }


def sentence(volume: Volume, muscle: str, band: Band) -> str:
    """How a muscle stands over the window."""
    sets = [week.sets for week in volume.muscles[muscle][: volume.judged]]
    low, high = band
    inside = sum(low <= one <= high for one in sets)
    were = f"{counted(len(sets), 'week')} {'was' if inside == 1 else 'were'}"
    return (
        f"{name_of(muscle)}: {mean(sets):.1f} hard sets a week {volume.window.over}, "
        f"{side(mean(sets), band)} your range of {number(low)} to {number(high)}; "
        f"{inside:,} of {were} inside it."
    )


def summary(volume: Volume, period: Period, band: Band) -> str:
    """How all muscles stand in a period."""
    found = in_period(volume.muscles, period)
    sides = [side(sets, band) for sets in found.values()]
    low, high = map(number, band)
    runs = period.places.start >= volume.whole
    # A week of few workouts is no week of too little.
    done = f", {counted(sum(period.of(volume.workouts)), 'workout')}"
    when = f"{period.words}{' so far' if runs else ''}"
    weekly = "" if period.is_week else " a week"
    every, below = counted(len(sides), "muscle"), sides.count(Side.BELOW)
    if below == len(sides):
        most = max(found, key=lambda muscle: found[muscle])
        top = f"{name_of(most)} got most, {tenth(found[most])}"
        yet = " yet" if runs else ""
        said = f"{done}: no muscle got {low} hard sets{weekly}{yet}; {top}"
    elif runs:
        said = f"{done}: {len(sides) - below} of {every} have {low} hard sets or more"
    else:
        more = f", {above} got more" if (above := sides.count(Side.ABOVE)) else ""
        fewer = f", {below} got fewer" if below else ""
        inside = f"{sides.count(Side.INSIDE)} of {every}"
        said = f": {inside} got {low} to {high} hard sets{weekly}{fewer}{more}"
    return f"{when}{said}.{unplaced(sum(period.of(volume.without_muscle)))}"


def moved_sentence(volume: Volume, muscle: str, unit: Unit) -> str:
    """What a muscle moved by the week; the last judged week against those before."""
    weeks = [from_kg(week.sets, unit) for week in volume.moved[muscle][: volume.judged]]
    *before, last = weeks
    average = f"{mean(weeks):,.0f} {unit} moved a week {volume.window.over}"
    said = f"{name_of(muscle)}: {average}"
    usual = mean(before) if before else 0.0
    if not usual:
        return f"{said}."
    day = short_day_words(volume.firsts[volume.judged - 1])
    if not last:
        return f"{said}; none in the week of {day}."
    than = f"{against(last, usual)} in the weeks before"
    return f"{said}; {last:,.0f} in the week of {day}, {than}."


def unplaced(sets: int) -> str:
    """A sentence on sets that count for no muscle; empty if there are none."""
    if not sets:
        return ""
    of = "of exercises whose muscles are not known"
    return f" Not counted: {counted(sets, 'set')} {of}."


class Side(StrEnum):
    """Where a value lies to a range; ``FREE`` where there is none."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"
    FREE = "free"


def side(value: float, band: Band | None) -> Side:
    """How a value stands to a range, ends included."""
    if band is None:
        return Side.FREE
    low, high = band
    return Side.BELOW if value < low else Side.ABOVE if value > high else Side.INSIDE


def volume_of(weeks: Sequence[Week], window: Window) -> Volume:
    """What the weeks of a window hold for each muscle."""
    sets = _by_muscle([week.muscles for week in weeks])
    untrained = (MuscleWeek(0.0, 0.0),) * len(weeks)
    others = {muscle: untrained for muscle in BODY if muscle not in sets}
    return Volume(
        {**sets, **others} if sets else {},
        tuple(week.first for week in weeks),
        window,
        sum(week.first + WEEK <= window.today for week in weeks),
        tuple(len(week.workouts) for week in weeks),
        tuple(week.without_muscle for week in weeks),
        _by_muscle([week.moved_by for week in weeks]),
    )


def _by_muscle(weeks: Sequence[Shares]) -> dict[str, tuple[MuscleWeek, ...]]:
    totals: dict[str, float] = {}
    for muscles in weeks:
        for muscle, parts in muscles.items():
            totals[muscle] = totals.get(muscle, 0.0) + sum(parts)
    ordered = sorted(
        (one for one in totals if totals[one]), key=lambda one: (-totals[one], one)
    )
    none: Parts = (0.0, 0.0)
    return {
        muscle: tuple(MuscleWeek(*muscles.get(muscle, none)) for muscles in weeks)
        for muscle in ordered
    }
