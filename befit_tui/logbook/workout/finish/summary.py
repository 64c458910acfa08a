"""What a workout came to: every fact against something, and one to be proud of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain, groupby, islice, pairwise
from statistics import mean, median

from befit_tui.analysis.lift.records import (
    SAME_LOAD_KG,
    RecordKind,
    records_of,
    weight_of,
)
from befit_tui.analysis.lift.strength import best_1rm
from befit_tui.analysis.meter.calibration import Check, checks_of
from befit_tui.analysis.volume import WEEK, hard_sets, moved_kg_reps
from befit_tui.domain import signs
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number, tenth
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import (
    amount_words,
    counted,
    day_words,
    length_words,
    load_words,
    set_words,
    short_day_words,
    week_began,
)
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.planning import routines
from befit_tui.logbook.planning.next_time import Coming, coming_of
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow, in_target
from befit_tui.paths import short_path
from befit_tui.store.layout import month_file

SAME_KG = 1e-6
"""Estimates closer than this are of one session."""
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


class Beaten(Value, frozen=True):
    """A record and what it beat: ``figure`` is ``80 × 8`` or ``1RM 104 kg``.

    ``beats`` is empty where the log does not show what stood before.
    """

    exercise: Exercise
    done: LoggedSet
    place: int
    kind: RecordKind
    figure: str
    beats: str


class Proud(Value, frozen=True):
    """The one thing in large: ``80×8`` and what is good about it."""

    figure: str
    words: str
    detail: str = ""
    where: str = ""


class Tonnage(Value, frozen=True):
    """Kilograms times reps in the lifter's unit, against the last time, if any.

    ``last`` says when that was; empty without one, or while planned sets are to do.
    """

    today: float
    unit: Unit
    before: float = 0.0
    last: str = ""


class Summary(Value, frozen=True):
    """The end of a workout as values; what it lacks is empty.

    ``strips`` are the working sets of each lift in order, each as a sign,
    ``next_lifts`` how each went and what comes next; ``saved`` says where all stands.
    """

    name: str
    head: str
    proud: Proud
    records: tuple[Beaten, ...]
    tonnage: Tonnage
    strips: tuple[tuple[str, tuple[str, ...]], ...]
    inside: int
    rated: int
    failures: tuple[str, ...]
    allowed: int
    checks: tuple[Check, ...]
    hard_sets: int
    muscles: Mapping[str, float]
    weeks: str
    next_title: str
    next_lifts: tuple[tuple[str, Coming], ...]
    saved: str = ""


def summary_of(cursor: RowCursor, workout: Workout) -> Summary:
    """What a workout of these rows comes to, as it would be filed."""
    log, lifts = cursor.logbook, cursor.lifts
    ended = replace(workout, ended_at=workout.ended_at or log.clock())
    folder, month = short_path(log.store.root), month_file(ended.month)
    following = routines.following(log, ended)
    found = summarise(
        ended,
        lifts,
        cursor.sets,
        log.unit,
        lambda entry: coming_of(log, workout, entry, lifts, log.unit),
        following,
    )
    saved = f"Every set is on disk; enter files the workout as {folder}/{month}"
    return replace(found, saved=saved)


def summarise(
    workout: Workout,
    lifts: Lifts,
    rows: Sequence[SetRow],
    unit: Unit,
    coming: Callable[[Entry], Coming | None] = lambda _: None,
    following: str = "",
) -> Summary:
    """The summary of a workout that is not in the history of ``lifts``.

    ``coming`` says of an entry how it went and what is next, ``following`` is the name
    of the workout whose turn is next.
    """
    records = beaten(workout, lifts, unit)
    inside, rated = in_target(rows)
    hard = hard_sets(workout, lifts.catalog.get)
    sets = [*_working(workout, rows, lifts)]
    return Summary(
        name=workout.name or "Workout",
        head=f"{day_words(workout.started_at)} · {length_words(workout)}",
        proud=_proud(workout, records, (inside, rated), unit),
        records=records,
        tonnage=_tonnage(workout, lifts, unit),
        strips=tuple((name, tuple(map(set_sign, done))) for name, done in sets),
        inside=inside,
        rated=rated,
        failures=tuple(chain.from_iterable(_failures(*one) for one in sets)),
        allowed=lifts.alert_cache.budget(workout).allowed,
        checks=tuple(checks_of(workout)),
        hard_sets=hard.sets,
        muscles={one: count for one, count in hard.muscles.items() if count},
        weeks=_weeks(workout, lifts),
        next_title=_next_title(workout, lifts.history, following),
        next_lifts=tuple(
            (lifts.catalog.get(entry.exercise).name, said)
            for entry in workout.entries
            if entry.sets and (said := coming(entry)) is not None
        ),
    )


def beaten(workout: Workout, lifts: Lifts, unit: Unit) -> tuple[Beaten, ...]:
    """The records of a workout that is not in the history of ``lifts``.

    In the order of the workout. Of records of one kind, at one load, the last counts.
    """
    made = records_of(workout, lifts.history, lifts.catalog.get)
    found: dict[tuple[str, str], Beaten] = {}
    for entry in workout.entries:
        exercise = lifts.catalog.get(entry.exercise)
        working = [done for done in entry.sets if is_working(done)]
        for place, done in enumerate(working, 1):
            words = set_words(done, exercise, unit, name_unit=True)
            for record in made.get(done.id, ()):
                figure, beats = words, ""
                if record.kind is RecordKind.ONE_RM:
                    figure = f"1RM {record.one_rm_words(unit)}"
                    beats = _one_rm(exercise.id, exercise.unit or unit, lifts)
                else:
                    beats = _reps(exercise, done, lifts, unit)
                kind = figure if record.kind is RecordKind.REPS else record.kind
                found[exercise.id, kind.partition(" ×")[0]] = Beaten(
                    exercise, done, place, record.kind, figure, beats
                )
    return tuple(found.values())


def _one_rm(exercise: str, unit: Unit, lifts: Lifts) -> str:
    """``beats 103.3 of 23 Nov, estimated``."""
    before = lifts.bests(exercise).one_rm_kg
    value = tenth(from_kg(before, unit))
    for exposure in reversed(lifts.history.exposures(exercise)):
        best = best_1rm(lifts.session(exposure.workout, exercise))
        if best is not None and abs(best - before) < SAME_KG:
            day = short_day_words(exposure.workout.started_at)
            return f"beats {value} of {day}, estimated"
    return f"beats {value}, estimated" if before else ""


def _reps(exercise: Exercise, made: LoggedSet, lifts: Lifts, unit: Unit) -> str:
    """``beats 80 kg × 7 of 2 Nov, 1 rep more``."""
    bests, weight = lifts.bests(exercise.id), weight_of(exercise, made.load)
    if weight is None or not bests.reps:
        return ""
    reps = bests.most_reps(weight)
    least = weight if reps else bests.reps[0][0]
    for day, done in _sets(exercise, lifts):
        lifted = weight_of(exercise, done.load)
        if lifted is None or lifted < least - SAME_LOAD_KG:
            continue
        if done.reps == (reps or bests.reps[0][1]):
            words = set_words(done, exercise, unit, name_unit=True)
            more = f", {counted((made.reps or 0) - reps, 'rep')} more"
            return f"beats {words} of {day}{more if reps else ''}"
    return ""


def _sets(exercise: Exercise, lifts: Lifts) -> Iterator[tuple[str, LoggedSet]]:
    """The working sets of the past, the latest first, each with its day."""
    for exposure in reversed(lifts.history.exposures(exercise.id)):
        for done in exposure.entry.sets:
            if is_working(done):
                yield short_day_words(exposure.workout.started_at), done


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
                _RANKS.index(one.kind),
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
    if not done:
        return Proud("0", "working sets done.")
    return Proud(str(done), "set done." if done == 1 else "sets done.")


def _of_record(best: Beaten, records: Sequence[Beaten], unit: Unit) -> Proud:
    exercise, done = best.exercise, best.done
    load = load_words(done.load, exercise, unit)
    figure = f"{load}×{amount_words(done)}" if load != "–" else amount_words(done)
    same = [one for one in records if one.done is done and one.beats]
    by_reps = [one for one in same if one.kind is not RecordKind.ONE_RM]
    said = [f"{one.figure} {one.beats}" for one in (*by_reps, *same)][:1]
    left = known_left(done)
    detail = ", ".join((*said, *([f"with {number(left)} still left"] if left else ())))
    words = _PROUD[best.kind].format(name=exercise.name)
    detail = f"{detail[0].upper()}{detail[1:]}." if detail else ""
    return Proud(figure, words, detail, f"{exercise.name} · set {best.place}")


def _tonnage(workout: Workout, lifts: Lifts, unit: Unit) -> Tonnage:
    """What the whole workout moved, and the last one of its name, or most like it.

    What was planned and not done compares with no whole workout.
    """

    def moved(one: Workout) -> float:
        """Assistance is no load that is moved."""
        kg = sum(
            moved_kg_reps(entry)
            for entry in one.entries
            if lifts.catalog.get(entry.exercise).load is not LoadKind.ASSISTED
        )
        return from_kg(kg, unit)

    past = lifts.history.newest_first()
    before = next((one for one in past if _is_like(one, workout)), None)
    unfinished = any(len(one.sets) < len(one.aims) for one in workout.entries)
    if before is None or unfinished:
        return Tonnage(moved(workout), unit)
    return Tonnage(moved(workout), unit, moved(before), day_words(before.started_at))


def _is_like(one: Workout, workout: Workout) -> bool:
    """Whether a workout has the name of another; without one, most of its lifts."""
    if workout.name.strip():
        return one.name.strip().casefold() == workout.name.strip().casefold()
    lifts = {entry.exercise for entry in workout.entries if entry.sets}
    shared = lifts & {entry.exercise for entry in one.entries}
    return bool(lifts) and 2 * len(shared) > len(lifts)


def _working(
    workout: Workout, rows: Iterable[SetRow], lifts: Lifts
) -> Iterator[tuple[str, list[SetRow]]]:
    """The working sets that were done, with the name of their lift."""
    for entry, found in groupby(rows, key=lambda row: row.entry):
        done = [row for row in found if row.done is not None and is_working(row.done)]
        if done:
            name = lifts.catalog.get(workout.entries[entry].exercise).name
            yield name.partition(" (")[0], done


def _failures(name: str, sets: Sequence[SetRow]) -> Iterator[str]:
    """``Triceps Pushdown set 3 as planned``, for every set to failure."""
    for place, row in enumerate(sets, 1):
        if row.done is not None and reached_failure(row.done):
            planned = "as planned" if row.zone.low < 1 else "not planned"
            yield f"{name} set {place} {planned}"


def _next_title(workout: Workout, history: History, following: str) -> str:
    """``Push A again, about Mon 30 Nov 2026``; the workout whose turn it is first."""
    like = (one for one in history.newest_first() if _is_like(one, workout))
    days = [one.day for one in (workout, *islice(like, GAPS))]
    gaps = [(later - earlier).days for later, earlier in pairwise(days)]
    gaps = [gap for gap in gaps if gap > 0]
    again = f"{workout.name.strip() or 'The same'} again"
    if len(gaps) >= FEWEST_GAPS:
        again += f", about {day_words(days[0] + timedelta(days=round(median(gaps))))}"
    return f"{following} is next. {again}" if following else again


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
    """Whether the failure of these weeks pays, after the last workout of a week.

    That is one when as many were done this week as in the weeks before.
    """
    week = week_began(workout.day)
    past = lifts.history.since(week - USUAL_WEEKS * WEEK)
    weeks = Counter(week_began(one.day) for one in past)
    usual = median(weeks[week - n * WEEK] for n in range(1, USUAL_WEEKS + 1))
    if not 0 < usual <= weeks[week] + 1:
        return ""
    found = lifts.alert_cache.paying_with(workout)
    return found.sentence if found is not None else ""
