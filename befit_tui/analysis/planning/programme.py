"""The next session of a lift that a programme moves: which sets, at what load, and why.

``next_target`` is asked when a workout is planned, ``by_scheme`` makes the rows of it.
"""

from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.planning.caution import DELOAD_LOAD, DELOAD_WORDS
from befit_tui.analysis.planning.lift import Lift, Meter
from befit_tui.analysis.planning.meter_check import SLACK
from befit_tui.analysis.planning.rack import Bar
from befit_tui.analysis.planning.results import (
    asked_words,
    grouped_words,
    heaviest,
    working_load,
)
from befit_tui.analysis.planning.rows import PlannedSet, Rows
from befit_tui.analysis.planning.standing import Standing, last_hard
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, LoadKind
from befit_tui.domain.workout import Scheme, SetTarget, Target

MAX_SHARE = 0.9
"""The training max as a share of the 1RM, at most (Wendler 2009)."""
SHARES = range(100, 45, -5)
"""Percents of a load that are tried where a joint hurts, and of the last load where a
programme takes a lift over (product constant)."""


def next_target(target: Target, standing: Standing, bar: Bar, week: int = 0) -> Target:
    """The plan of the next session, its sets and loads; ``week`` 0: there is none."""
    scheme = target.scheme or Scheme()
    sets, easy = _sets(target, scheme, standing, week)
    if scheme.of_max and standing.value is not None:
        of = standing.value
        sets = tuple(
            replace(one, load=bar.share(of, one.percent)) if one.percent else one
            for one in sets
        )
    elif standing.value is not None:
        top = heaviest(one for week in scheme.weeks for one in week.sets)
        sets = _by_load(sets, standing.value, top or heaviest(sets), bar)
    planned = replace(
        scheme,
        weeks=(),
        stages=(),
        week=week if scheme.weeks else 0,
        easy=easy,
        hard=last_hard(scheme),
        max=standing.value if scheme.of_max else None,
        why=standing.why,
    )
    return replace(target, sets=sets, scheme=planned)


def offered_max(target: Target, one_rm_kg: float, bar: Bar) -> Load:
    """The training max that an estimated 1RM speaks for: no set is beyond it."""
    scheme = target.scheme or Scheme()
    weeks = [week.sets for week in scheme.weeks] or [target.sets]
    hardest = max(
        (
            (1 + one.reps[0] / EPLEY) * one.percent / 100
            for week in weeks
            for one in week
            if one.reps and one.percent and one.kind is Kind.WORK
        ),
        default=1.0,
    )
    share = min(MAX_SHARE, 1 / hardest)
    return bar.beneath(Load(one_rm_kg * share, Unit.KG).to(bar.unit).value)


def heading(target: Target, *, brief: bool = False) -> str:
    """``5/3/1 week 2 · 3+ at 90% of 100 kg``, or ``brief`` without name and load."""
    scheme = target.scheme
    if scheme is None or not scheme.of_max:
        return ""
    work = [one for one in target.sets if one.kind is Kind.WORK and one.percent]
    top = max(work, key=lambda one: one.percent or 0, default=None)
    week = f"week {scheme.week}{', easy' * scheme.easy}" if scheme.week else ""
    named = week if brief else " ".join(filter(None, (scheme.name, week)))
    if top is None:
        return named
    of = f"{scheme.max}" if scheme.max is not None else "the training max"
    share = f"{asked_words(top)} at {number(top.percent or 0)}%"
    return " · ".join(filter(None, (named, share if brief else f"{share} of {of}")))


def plan_words(target: Target | None) -> str:
    """``5/3/1 week 2 · 3+ at 90% of 100 kg``, ``T1 · 4 × 3, 3+``; empty without any."""
    if target is None or target.scheme is None:
        return ""
    named = filter(None, (target.scheme.name, grouped_words(target.sets)))
    return heading(target) or " · ".join(named)


def by_scheme(rows: Rows, lift: Lift) -> tuple[list[PlannedSet], str] | None:
    """The rows as the programme has them and why; None in a first session.

    Where the lift was done before, but not in the programme, the meter says what to
    begin with. A deload that the programme does not plan takes its share off, a painful
    joint what its target asks for. Nothing else does: a programme goes on until reps
    are missed, also where the meter sees fewer.
    """
    scheme, bar = lift.scheme, Bar.of(lift.exercise, lift.rack)
    if scheme is None:
        return None
    is_known = scheme.of_max or bool(scheme.why) or any(one.told for one in rows)
    if not is_known and not lift.past and lift.exercise.load is LoadKind.WEIGHT:
        return None
    told = [replace(one, told=one.kind is Kind.WORK) for one in rows]
    if scheme.easy:
        return told, scheme.why or "the easy week of the programme"
    if lift.deload:
        kept = 100 * (1 - DELOAD_LOAD)
        return _no_more([_at(one, bar, kept) for one in told]), DELOAD_WORDS
    if lift.caution.site:
        return _no_more(_lightened(told, bar, lift.most)), lift.caution.why
    top = working_load(lift.past[-1]) if lift.past and not is_known else ()
    if not top or top[0].load is None:
        return told, scheme.why
    return _taken_over(told, top[0].load, lift, bar)


def _taken_over(
    rows: Rows, last: Load, lift: Lift, bar: Bar
) -> tuple[list[PlannedSet], str]:
    """The first session of a programme: at the last load, or lighter by the meter."""
    kept = 100 * (lift.back.share if lift.back is not None else 1.0)
    at = bar.share(last, 100) if last.unit is not bar.unit else last
    plan = [replace(one, load=at) if one.told else one for one in rows]
    found = _lightened(plan, bar, lift.most, kept)
    first = next(one.load for one in found if one.told)
    return found, f"{number(first.value) if first else ''}: where the programme begins"


def _lightened(
    rows: Rows, bar: Bar, meter: Meter, most: float = 100
) -> list[PlannedSet]:
    """Rows that leave what their target asks for, lighter until they do."""

    def leaves_enough(row: PlannedSet) -> bool:
        if row.kind is not Kind.WORK or row.reps is None or row.load is None:
            return True
        able = meter(row.load, ())
        return able is None or able - row.reps >= row.zone.low - SLACK

    for percent in (one for one in SHARES if one <= most):
        eased = [_at(one, bar, percent) for one in rows]
        if all(map(leaves_enough, eased)):
            break
    return eased


def _at(row: PlannedSet, bar: Bar, percent: float) -> PlannedSet:
    """A row at a percent of its load."""
    if row.kind is not Kind.WORK or row.load is None or percent >= 100:
        return row
    return replace(row, load=bar.share(row.load, percent))


def _no_more(rows: Rows) -> list[PlannedSet]:
    """Rows that ask for no more reps than are planned."""
    return [replace(one, amrap=False) for one in rows]


def _sets(
    target: Target, scheme: Scheme, standing: Standing, week: int
) -> tuple[tuple[SetTarget, ...], bool]:
    if scheme.weeks:
        found = scheme.weeks[(max(week, 1) - 1) % len(scheme.weeks)]
        return found.sets, found.easy
    stages = scheme.stages or (target.sets,)
    if scheme.test and standing.stage >= len(stages):
        return (SetTarget(reps=(scheme.test, scheme.test)),), False
    return stages[min(standing.stage, len(stages) - 1)], False


def _by_load(
    sets: tuple[SetTarget, ...], value: Load, top: Load | None, bar: Bar
) -> tuple[SetTarget, ...]:
    """Working sets at a load; what is planned lighter than ``top`` stays as much so."""
    if value.unit is not bar.unit:
        value = bar.nearest(value.to(bar.unit).value)

    def loaded(one: SetTarget) -> SetTarget:
        if one.kind is not Kind.WORK or one.percent or not bar.takes_load:
            return one
        off = 0.0
        if one.load is not None and top is not None:
            off = top.to(bar.unit).value - one.load.to(bar.unit).value
        load = Load(max(0.0, value.value - off), bar.unit)
        return replace(one, load=load if load.value else None)

    return tuple(map(loaded, sets))
