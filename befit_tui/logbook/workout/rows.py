"""The workout as rows: what was done, what is planned, what was last."""

from collections.abc import Iterable
from dataclasses import dataclass

from befit_tui.analysis.planning.rows import PlannedSet, further_set, planned_sets
from befit_tui.analysis.planning.targets import TargetZone, aimed_at, target_left
from befit_tui.analysis.risk import is_heavy
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.effort import failures_in, is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase
from befit_tui.domain.wording import duration_words
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.planning.next_session import rows_today, unknown_share


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set: planned until ``done`` is there."""

    entry: int
    place: int
    planned: PlannedSet
    done: LoggedSet | None
    zone: TargetZone
    further: bool = False
    """Whether it is one more than the plan holds."""

    @property
    def is_waiting(self) -> bool:
        """Whether it is planned and its turn is still to come."""
        return self.done is None and not self.further and not self.planned.skipped

    @property
    def id(self) -> str:
        """A key that stays while the set is logged or the list redrawn."""
        return f"{self.entry}:{self.place}"

    @property
    def is_heading(self) -> bool:
        """The cursor rests on it."""
        return False


@dataclass(frozen=True, slots=True)
class TitleRow:
    """The heading of an entry; ``plan`` is its sets and reps in words."""

    entry: int
    exercise: Exercise
    plan: str
    zone: TargetZone
    superset: int | None
    note: str
    why: str = ""
    """Why today's sets are not simply those of the last time."""
    reminder: str = ""
    """What was noted for next time."""

    @property
    def is_counted(self) -> bool:
        """Whether its sets are counted in reps, so that some can be left."""
        return self.exercise.load not in (LoadKind.DURATION, LoadKind.DISTANCE)

    @property
    def id(self) -> str:
        """A key that stays while the list is redrawn."""
        return f"{self.entry}:title"

    @property
    def is_heading(self) -> bool:
        """The cursor rests on it, so that the exercise can be moved or removed."""
        return False


Row = SetRow | TitleRow


def build_rows(
    workout: Workout,
    lifts: Lifts,
    catalog: Catalog,
    *,
    further: int | None = None,
    unit: Unit = Unit.KG,
) -> tuple[Row, ...]:
    """The rows of a workout, top to bottom.

    ``further`` is the index of the entry that gets one more row when all its planned
    sets are done; None means the last entry. ``unit`` is for loads without a past.
    """
    chosen = len(workout.entries) - 1 if further is None else further
    budget_left = lifts.alert_cache.budget(workout).allowed - failures_in(workout)
    rows: list[Row] = []
    for index, entry in enumerate(workout.entries):
        exercise = catalog.get(entry.exercise)
        planned, why = _planned(workout, entry, lifts, unit)
        to_do = planned[len(entry.sets) :]
        more = (index == chosen or not planned) and all(row.skipped for row in to_do)
        sets = _set_rows(workout, index, planned, lifts, budget_left, more=more)
        rows.append(
            TitleRow(
                entry=index,
                exercise=exercise,
                plan=_plan_words(sets, workout, index, exercise),
                zone=_coming(sets).zone,
                superset=entry.superset,
                note=entry.note,
                why=why,
                reminder=_reminder(exercise, lifts.last_entry(entry.exercise)),
            )
        )
        rows.extend(sets)
    return tuple(rows)


def in_target(rows: Iterable[SetRow]) -> tuple[int, int]:
    """Rated working sets that ended inside their target, and all rated ones."""
    rated = [
        row.zone.holds(left)
        for row in rows
        if row.done is not None
        and is_working(row.done)
        and (left := known_left(row.done)) is not None
    ]
    return sum(rated), len(rated)


def _reminder(exercise: Exercise, last: Entry | None) -> str:
    """The standing note of an exercise, and the one of its last session."""
    before = f"last time: {last.note}" if last is not None and last.note else ""
    return " · ".join(filter(None, (exercise.note, before)))


def _planned(
    workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> tuple[tuple[PlannedSet, ...], str]:
    """The rows of an entry as today asks for them, and why."""
    rows = planned_sets(
        entry,
        lifts.last_entry(entry.exercise),
        lifts.exercise(entry.exercise),
        one_rm_kg=lifts.one_rm_kg(entry.exercise),
    )
    rows, why = rows_today(rows, workout, entry, lifts, unit)
    return rows, unknown_share(entry, lifts) or why


def _set_rows(
    workout: Workout,
    index: int,
    planned: tuple[PlannedSet, ...],
    lifts: Lifts,
    budget_left: int,
    *,
    more: bool,
) -> list[SetRow]:
    entry = workout.entries[index]
    exercise = lifts.exercise(entry.exercise)
    one_rm = lifts.one_rm_kg(entry.exercise)
    if more:
        planned = (*planned, further_set(entry, lifts.last_entry(entry.exercise)))
    waiting = (None,) * (len(planned) - len(entry.sets))
    final = max(at for at, plan in enumerate(planned) if not plan.skipped)
    rows = []
    for place, (plan, done) in enumerate(
        zip(planned, (*entry.sets, *waiting), strict=True)
    ):
        moved = lifts.moved_kg(entry.exercise, plan.load, workout)
        zone = target_left(
            exercise,
            heavy=is_heavy(plan.reps, moved, one_rm),
            phase=workout.phase,
            first_compound=_is_first_compound(workout, index, exercise, lifts),
            last_set=place == final,
            budget_left=budget_left,
        )
        if plan.left_target is not None and workout.phase is not Phase.DELOAD:
            zone = aimed_at(zone, plan.left_target)
        further = more and place == len(planned) - 1
        rows.append(SetRow(index, place, plan, done, zone, further))
    return _warmups_first(rows)


def _warmups_first(rows: list[SetRow]) -> list[SetRow]:
    """The rows with the skipped warm-ups above the first working set."""
    skipped = [row for row in rows if row.planned.skipped]
    others = [row for row in rows if not row.planned.skipped]
    first = next(
        (at for at, row in enumerate(others) if row.planned.kind is Kind.WORK), 0
    )
    return [*others[:first], *skipped, *others[first:]]


def _is_first_compound(
    workout: Workout, index: int, exercise: Exercise, lifts: Lifts
) -> bool:
    return exercise.is_compound and not any(
        lifts.exercise(entry.exercise).is_compound for entry in workout.entries[:index]
    )


def _coming(sets: list[SetRow]) -> SetRow:
    """The next set to do, or the last one."""
    return next((row for row in sets if row.is_waiting), sets[-1])


def _plan_words(
    sets: list[SetRow], workout: Workout, index: int, exercise: Exercise
) -> str:
    """``3 × 6-8``: working sets planned, and the reps they aim at."""
    entry = workout.entries[index]
    count = sum(row.planned.kind is Kind.WORK and not row.further for row in sets)
    targets = entry.target.sets if entry.target else ()
    work = [target for target in targets if target.kind is Kind.WORK]
    aims = list(dict.fromkeys(filter(None, map(_aim_words, work))))
    if not aims and exercise.default_reps:
        aims = [_aim_words(SetTarget(reps=exercise.default_reps))]
    return f"{count} × {', '.join(aims)}" if aims else f"{count} sets"


def _aim_words(target: SetTarget) -> str:
    """What a set aims at: ``6-8``, ``5``, ``45 s``."""
    if target.reps is None:
        return duration_words(target.seconds) if target.seconds else ""
    low, high = target.reps
    return str(low) if low == high else f"{low}-{high}"
