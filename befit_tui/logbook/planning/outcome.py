"""How a lift of a workout went and what comes next: at the end of the workout."""

from collections.abc import Sequence

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.results import grouped_words, result_of, working_load
from befit_tui.analysis.planning.rows import PlannedSet, repeat
from befit_tui.analysis.planning.standing import NEXT_CYCLE, decides
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.next_session import plan_of
from befit_tui.logbook.planning.programme import Programmes


class Coming(Value, frozen=True):
    """How a lift went, ``1 rep up at the same effort``, and the sets that come next."""

    change: str
    sets: str = ""
    why: str = ""


def coming_of(
    logbook: Logbook, workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> Coming | None:
    """How a lift of a workout went and what comes next.

    None in a deload and for what is not counted in reps or moves nothing.
    """
    if entry.scheme is None:
        return _by_plan(workout, entry, lifts, unit)
    after = Programmes(logbook, lifts.after(workout), workout.started_at)
    if not entry.scheme.of_max:
        said = _next_words(after, entry, unit)
        return Coming(said) if said else None
    result = result_of(Exposure(workout, entry))
    if result is None or not decides(result):
        return None
    in_cycle = bool(entry.scheme.week)
    found = after.training_max(entry.exercise, NEXT_CYCLE if in_cycle else 0)
    when = "next cycle" if in_cycle else "next time"
    return Coming(f"{result.words}: training max {found.value} {when}.")


def _next_words(after: Programmes, entry: Entry, unit: Unit) -> str:
    coming = after.next_entry(entry.exercise, like=entry)
    if coming is None or coming.scheme is None:
        return ""
    work = [one for one in coming.aims if one.kind is Kind.WORK and one.reps]
    if not work:
        return ""
    load = load_words(work[-1].load, after.lifts.exercise(entry.exercise), unit)
    why = coming.scheme.why.replace(" last time", "")
    for said in (f"{load}: ", f"{load} again, "):
        why = why.removeprefix(said)
    return f"Next: {load} for {grouped_words(work)}{f' ({why})' * bool(why)}."


def _by_plan(workout: Workout, entry: Entry, lifts: Lifts, unit: Unit) -> Coming | None:
    exercise = lifts.exercise(entry.exercise)
    now = lifts.session(workout, exercise.id)
    if workout.phase is Phase.DELOAD or not exercise.is_judged or not working_load(now):
        return None
    before = lifts.recent(exercise.id)
    change = _change(before[-1], now, exercise, unit) if before else "First time"
    coming = lifts.after(workout)
    again = repeat(workout, new_id="", started_at=workout.started_at)
    plan = plan_of(again, workout.entries.index(entry), coming, unit)
    top = _top(plan.rows)
    if not top or not plan.why:
        return Coming(change)
    load = load_words(top[0].load, exercise, unit)
    reps = [str(row.reps) for row in top]
    sets = f"{load} × {reps[0] if len(set(reps)) == 1 else ', '.join(reps)}"
    # What the next session calls the last time is the one that ends here.
    why = plan.why.removeprefix(f"{load}: ").replace("last time", "today")
    return Coming(change, sets, why)


def _top(rows: Sequence[PlannedSet]) -> list[PlannedSet]:
    work = [row for row in rows if row.kind is Kind.WORK and row.reps is not None]
    kg = [row.load.kg if row.load is not None else 0.0 for row in work]
    return [row for row, each in zip(work, kg, strict=True) if each == max(kg)]


def _change(before: Session, now: Session, exercise: Exercise, unit: Unit) -> str:
    """``1 rep up at the same effort``: the first sets at the working load compared."""
    then, done = working_load(before), working_load(now)
    if not then:
        return "First time in reps"
    old, new = (load_words(sets[0].load, exercise, unit) for sets in (then, done))
    if old != new:
        return f"{new} after {old}"
    pairs = tuple(zip(then, done, strict=False))
    more = sum((b.reps or 0) - (a.reps or 0) for a, b in pairs)
    reps = f"{abs(more)} rep{'s' if abs(more) > 1 else ''}"
    words = f"{reps} {'up' if more > 0 else 'down'}" if more else "The same reps"
    lefts = [(known_left(a), known_left(b)) for a, b in pairs]
    offs = [b - a for a, b in lefts if a is not None and b is not None]
    if not offs:
        return words
    off = sum(offs) / len(offs)
    if abs(off) <= 0.5:
        return f"{words} at the same effort"
    return f"{words}, {'further from' if off > 0 else 'closer to'} failure"
