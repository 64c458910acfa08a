"""What a workout came to: every fact against something, and one to be proud of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, islice, pairwise, takewhile
from statistics import mean, median

from befit_tui.analysis.lift.records import RecordKind
from befit_tui.analysis.meter.calibration import Check, checks_of
from befit_tui.analysis.volume import WEEK, hard_sets, monday_of, moved_kg_reps
from befit_tui.domain import signs
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import (
    amount_words,
    counted,
    day_words,
    length_words,
    load_words,
)
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.planning.coming import Coming
from befit_tui.logbook.workout.ending.beaten import Beaten, beaten
from befit_tui.logbook.workout.rows import SetRow, in_target

USUAL_WEEKS = 4
"""Weeks whose workouts tell how many are usual (product constant)."""
GAPS = 5
"""Days between workouts of a name that tell when the next one is (product constant)."""
FEWEST_GAPS = 2
"""How many of them must be known before a day is named."""
FEWEST_RATED = 3
"""Rated sets that a share in the target needs before it is a thing to be proud of."""
PROUD_SHARE = 0.6
"""The share from which it is one; both are product constants."""


class Proud(Value, frozen=True):
    """The one thing in large: ``80×8`` and what is good about it."""

    figure: str
    words: str
    detail: str = ""
    where: str = ""


class Volume(Value, frozen=True):
    """Kilograms times reps in the lifter's unit, against the last time, if any.

    ``last`` says when that was; empty without one.
    """

    today: float
    unit: Unit
    before: float = 0.0
    last: str = ""


class LiftStrip(Value, frozen=True):
    """The working sets of one lift in order, each as a sign."""

    name: str
    signs: tuple[str, ...]


class NextLift(Value, frozen=True):
    """A lift with how it went and the sets that come next."""

    name: str
    coming: Coming


class Place(Value, frozen=True):
    """What a summary is of: the log, the targets, and what is known from elsewhere.

    ``coming`` says of an entry how it went and what is next, ``following`` is the name
    of the workout whose turn is next, ``saved`` where the workout stands on disk.
    """

    lifts: Lifts
    rows: tuple[SetRow, ...]
    unit: Unit
    coming: Callable[[Entry], Coming | None] = lambda _: None
    following: str = ""
    saved: str = ""


class Summary(Value, frozen=True):
    """The end of a workout as values; what it lacks is empty."""

    name: str
    head: str
    proud: Proud
    records: tuple[Beaten, ...]
    volume: Volume
    strips: tuple[LiftStrip, ...]
    inside: int
    rated: int
    failures: tuple[str, ...]
    allowed: int
    checks: tuple[Check, ...]
    hard_sets: int
    muscles: Mapping[str, float]
    weeks: str
    next_title: str
    next_lifts: tuple[NextLift, ...]
    saved: str


def summarise(workout: Workout, place: Place) -> Summary:
    """The summary of a workout that is not in the history of the place."""
    lifts, rows = place.lifts, place.rows
    records = beaten(workout, lifts, place.unit)
    inside, rated = in_target(rows)
    hard = hard_sets(workout, lifts.exercise)
    return Summary(
        name=workout.name or "Workout",
        head=_head(workout),
        proud=_proud(workout, records, (inside, rated), place.unit),
        records=records,
        volume=_volume(workout, lifts, place.unit),
        strips=tuple(_strips(workout, rows, lifts.exercise)),
        inside=inside,
        rated=rated,
        failures=tuple(_failures(workout, rows, lifts.exercise)),
        allowed=lifts.alert_cache.budget(workout).allowed,
        checks=tuple(checks_of(workout)),
        hard_sets=hard.sets,
        muscles={one: count for one, count in hard.muscles.items() if count},
        weeks=_weeks(workout, lifts),
        next_title=_next_title(workout, lifts.history, place.following),
        next_lifts=tuple(_next_lifts(workout, place)),
        saved=place.saved,
    )


def set_sign(row: SetRow) -> str:
    """How a logged set stands to its target; failure that was planned is no fault."""
    done = row.done
    left = known_left(done) if done is not None else None
    if done is None or (left is None and not reached_failure(done)):
        return signs.NOTHING
    if reached_failure(done):
        return signs.FAILURE if row.zone.low < 1 else signs.CARE
    if left is None or row.zone.holds(left):
        return signs.AS_MEANT
    return signs.CARE if left < row.zone.low else signs.ROOM


def _head(workout: Workout) -> str:
    """``Thu 26 Nov 2026 · 1:04 · 15 sets``."""
    sets = counted(sum(map(is_working, workout.sets)), "set")
    return f"{day_words(workout.started_at)} · {length_words(workout)} · {sets}"


_PROUD = {
    RecordKind.ONE_RM: "Your strongest {name} in this log.",
    RecordKind.LOAD: "Your heaviest {name} in this log.",
    RecordKind.REPS: "Your best {name} at this load.",
}
_RANKS = tuple(_PROUD)


def _proud(
    workout: Workout, records: Sequence[Beaten], target: tuple[int, int], unit: Unit
) -> Proud:
    """A record, or else the sets in target, or else how many were done."""
    if records:
        best = min(
            records,
            key=lambda one: (
                _RANKS.index(one.record.kind),
                not one.exercise.is_compound,
            ),
        )
        return _of_record(best, records, unit)
    inside, rated = target
    if rated >= FEWEST_RATED and inside >= PROUD_SHARE * rated:
        return Proud(
            str(inside),
            f"of {counted(rated, 'rated set')} ended where they were meant to.",
        )
    done = sum(map(is_working, workout.sets))
    return Proud(str(done), "set done." if done == 1 else "sets done.")


def _of_record(best: Beaten, records: Sequence[Beaten], unit: Unit) -> Proud:
    exercise, done = best.exercise, best.done
    load = load_words(done.load, exercise, unit)
    figure = f"{load}×{amount_words(done)}" if load != "–" else amount_words(done)
    same = [one for one in records if one.done is done and one.beats]
    by_reps = [one for one in same if one.record.kind is not RecordKind.ONE_RM]
    said = [f"{one.figure} {one.beats}" for one in (*by_reps, *same)][:1]
    left = known_left(done)
    detail = ", ".join((*said, *([f"with {number(left)} still left"] if left else ())))
    words = _PROUD[best.record.kind].format(name=exercise.name)
    detail = f"{detail[0].upper()}{detail[1:]}." if detail else ""
    return Proud(figure, words, detail, f"{exercise.name} · set {best.place}")


def _volume(workout: Workout, lifts: Lifts, unit: Unit) -> Volume:
    """What the whole workout moved, and the last one of its name, or most like it."""
    today = from_kg(_moved_kg(workout, lifts), unit)
    before = next(
        (one for one in lifts.history.newest_first() if _is_like(one, workout)), None
    )
    if before is None:
        return Volume(today, unit)
    then = from_kg(_moved_kg(before, lifts), unit)
    return Volume(today, unit, then, day_words(before.started_at))


def _moved_kg(workout: Workout, lifts: Lifts) -> float:
    """Kilograms times reps of a workout; assistance is no load that is moved."""
    return sum(
        moved_kg_reps(entry)
        for entry in workout.entries
        if lifts.exercise(entry.exercise).load is not LoadKind.ASSISTED
    )


def _is_like(one: Workout, workout: Workout) -> bool:
    """Whether a workout has the name of another; without one, most of its lifts."""
    if workout.name.strip():
        return one.name.strip().casefold() == workout.name.strip().casefold()
    lifts = {entry.exercise for entry in workout.entries if entry.sets}
    shared = lifts & {entry.exercise for entry in one.entries}
    return bool(lifts) and 2 * len(shared) > len(lifts)


def _strips(
    workout: Workout, rows: Iterable[SetRow], exercises: Callable[[str], Exercise]
) -> Iterator[LiftStrip]:
    for entry, found in groupby(rows, key=lambda row: row.entry):
        done = [row for row in found if row.done is not None and is_working(row.done)]
        if done:
            name = exercises(workout.entries[entry].exercise).name
            yield LiftStrip(name.partition(" (")[0], tuple(map(set_sign, done)))


def _failures(
    workout: Workout, rows: Iterable[SetRow], exercises: Callable[[str], Exercise]
) -> Iterator[str]:
    """``Triceps Pushdown set 3 as planned``, for every set to failure."""
    places: Counter[int] = Counter()
    for row in rows:
        if row.done is None or not is_working(row.done):
            continue
        places[row.entry] += 1
        if reached_failure(row.done):
            name = exercises(workout.entries[row.entry].exercise).name.partition(" (")[
                0
            ]
            planned = "as planned" if row.zone.low < 1 else "not planned"
            yield f"{name} set {places[row.entry]} {planned}"


def _next_lifts(workout: Workout, place: Place) -> Iterator[NextLift]:
    for entry in workout.entries:
        coming = place.coming(entry) if entry.sets else None
        if coming is not None:
            yield NextLift(place.lifts.exercise(entry.exercise).name, coming)


def _next_title(workout: Workout, history: History, following: str) -> str:
    """``Push A again, about Mon 30 Nov 2026``; the workout whose turn it is first."""
    starts = [
        one.started_at.date()
        for one in islice(
            (one for one in history.newest_first() if _is_like(one, workout)), GAPS
        )
    ]
    day = _usual_day([workout.started_at.date(), *starts])
    about = f", about {day_words(day)}" if day else ""
    name = workout.name.strip() or "The same"
    again = f"{name} again{about}"
    return f"{following} is next. {again}" if following else again


def _usual_day(newest_first: Sequence[date]) -> date | None:
    """The day that comes after the usual gap; None where too few are known."""
    gaps = [(later - earlier).days for later, earlier in pairwise(newest_first)]
    gaps = [gap for gap in gaps if gap > 0]
    if len(gaps) < FEWEST_GAPS:
        return None
    return newest_first[0] + timedelta(days=round(median(gaps)))


def call_words(checks: Sequence[Check]) -> str:
    """``2 of 3 exact, all within one rep. There was 1 rep more than you called.``."""
    off = [round(check.actual) - check.called for check in checks]
    exact, near = sum(abs(one) < 1 for one in off), sum(abs(one) <= 1 for one in off)
    within = "all within one rep" if near == len(off) else f"{near} within one rep"
    average = mean(off)
    side = "more" if average > 0 else "fewer"
    size = round(abs(average), 1)
    reps = "was 1 rep" if size == 1 else f"were {number(size)} reps"
    tail = f" There {reps} {side} than you called."
    return f"{exact} of {len(off)} exact, {within}." + (
        tail if abs(average) >= 0.5 else ""
    )


def _weeks(workout: Workout, lifts: Lifts) -> str:
    """Whether the failure of these weeks pays, after the last workout of a week."""
    if not _ends_the_week(workout, lifts.history):
        return ""
    found = lifts.alert_cache.paying_with(workout)
    return found.sentence if found is not None else ""


def _ends_the_week(workout: Workout, history: History) -> bool:
    """Whether as many workouts were done this week as in the weeks before."""
    monday = monday_of(workout.started_at.date())
    first = monday - USUAL_WEEKS * WEEK
    newest = takewhile(
        lambda one: one.started_at.date() >= first, history.newest_first()
    )
    weeks = Counter(monday_of(one.started_at.date()) for one in newest)
    before = [weeks[monday - n * WEEK] for n in range(1, USUAL_WEEKS + 1)]
    usual = median(before)
    return usual > 0 and weeks[monday] + 1 >= usual
