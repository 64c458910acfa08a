"""Where a lift stands in its scheme: worked out from its sessions, kept nowhere."""

from collections.abc import Iterable, Sequence
from datetime import date

from befit_tui.analysis.planning.caution import break_before
from befit_tui.analysis.planning.rack import Bar
from befit_tui.analysis.planning.results import (
    SAME_KG,
    Result,
    easy_on_purpose,
    grouped_words,
    heaviest,
    result_of,
)
from befit_tui.analysis.volume import monday_of
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Every
from befit_tui.domain.workout import Scheme

NEXT_CYCLE = -1
"""Stands for a week of the cycle after the one that is running."""
BACK = 10.0
"""Percent taken off a training max where the plan does not say (Wendler 2009)."""


class Standing(Value, frozen=True, kw_only=True):
    """What the next session starts from.

    ``value`` is the working load, or the training max; None where nothing tells.
    ``fails`` are sessions in a row that missed reps.
    ``first`` is the load at which the first stage was missed, ``raised`` the day of the
    last step up.
    """

    value: Load | None = None
    stage: int = 0
    fails: int = 0
    first: Load | None = None
    raised: date | None = None
    why: str = ""


def load_standing(
    scheme: Scheme, past: Iterable[Exposure], bar: Bar, today: date
) -> Standing:
    """Where a lift stands that goes from load to load; ``past`` is under the scheme."""
    found = Standing()
    days: list[date] = []
    for exposure in past:
        days.append(exposure.workout.started_at.date())
        if (result := result_of(exposure)) is not None:
            found = _after(found, result, scheme, bar)
    return _back(found, days, bar, today)


def max_standing(
    start: Load, past: Iterable[Exposure], bar: Bar, today: date, week: int
) -> Standing:
    """The training max before a session in ``week`` (0: none), from ``start`` on."""
    found = Standing(value=start)
    days: list[date] = []
    cycle: list[Result] = []
    before, hard = 0, 0
    for exposure in past:
        day, scheme = exposure.workout.started_at.date(), exposure.entry.scheme
        if scheme is None or easy_on_purpose(exposure):
            continue
        found = replace(_back(found, days, bar, day), why="")
        days.append(day)
        now = scheme.week
        if now and now < before:
            found = _cycle_over(found, cycle, bar) if before >= hard else found
            cycle = []
        before, hard = now or before, scheme.hard
        if (result := result_of(exposure)) is not None and decides(result):
            if now:
                cycle.append(result)
            else:
                found = _max_after(found, result, bar)
    if week == NEXT_CYCLE or (week and hard <= before > week):
        found = _cycle_over(found, cycle, bar)
    elif cycle:
        found = replace(found, why="")
    return _back(found, days, bar, today)


def _after(found: Standing, result: Result, scheme: Scheme, bar: Bar) -> Standing:
    load = _whole(found, result, scheme, bar)
    if scheme.test and found.stage >= len(scheme.stages or ((),)):
        value = bar.less(load, scheme.back)
        share = f"{100 - scheme.back:g}%"
        why = f"{share} of the {load} that went for {scheme.test}"
        return _at(Standing(value=value), why)
    now = replace(found, value=load)
    if result.passed is None:
        done = sum(one.load == result.load for one in result.done)
        left = f"{done} of {len(result.asked)} sets at {load} last time"
        return _at(now, left, again=True)
    if result.passed:
        return _earned(now, result, scheme, bar)
    again = found.value is not None and abs(found.value.kg - load.kg) < SAME_KG
    fails = (found.fails if again else 0) + 1
    most = result.scheme.fails
    if not most or fails < most:
        tries = f"miss {fails} of {most}: " if most else ""
        why = f"{tries}{result.words} last time"
        return _at(replace(now, fails=fails), why, again=True)
    return _missed(replace(now, fails=0), result, scheme, bar)


def last_hard(scheme: Scheme) -> int:
    """The last week of a cycle that is not easy, from 1; 0 where there are no weeks."""
    hard = [at for at, week in enumerate(scheme.weeks, 1) if not week.easy]
    return max(hard, default=0)


def _whole(found: Standing, result: Result, scheme: Scheme, bar: Bar) -> Load:
    """The load of a session; in a lighter week that of the heaviest one beside it."""
    load, planned = result.load or Load(0.0, bar.unit), heaviest(result.asked)
    top = found.value or heaviest(one for week in scheme.weeks for one in week.sets)
    if not scheme.weeks or planned is None or top is None:
        return load
    more = load.to(bar.unit).value - planned.to(bar.unit).value
    return Load(top.to(bar.unit).value + more, bar.unit)


def _earned(now: Standing, result: Result, scheme: Scheme, bar: Bar) -> Standing:
    """A step for what was done, if the scheme has one for it and it is due."""
    step, said = _step(result), f"{result.words} last time"
    ends = result.scheme.week >= last_hard(scheme)
    if step is None or not bar.takes_load:
        return _at(replace(now, fails=0), said, again=True)
    if ends and _due(result.scheme.every, now.raised, result.day):
        value = bar.more(now.value or Load(0.0, bar.unit), step)
        return _at(replace(now, value=value, fails=0, raised=result.day), said)
    why = f"{said}, up once a {result.scheme.every}"
    return _at(replace(now, fails=0), why, again=True)


def _missed(now: Standing, result: Result, scheme: Scheme, bar: Bar) -> Standing:
    """What comes once the reps were missed as often as the scheme allows."""
    load = now.value or Load(0.0, bar.unit)
    stages = scheme.stages
    if now.stage + 1 < len(stages):
        was = grouped_words(stages[now.stage])
        why = (
            f"{was} was missed: {grouped_words(stages[now.stage + 1])} at the same load"
        )
        first = now.first if now.stage else load
        return _at(replace(now, stage=now.stage + 1, first=first), why)
    if scheme.test:
        kept = f"{100 - scheme.back:g}%"
        why = f"find the load that goes for {scheme.test}; then from {kept} of it"
        light = bar.less(load, scheme.back)
        return _at(replace(now, value=light, stage=len(stages) or 1), why)
    if scheme.again is not None:
        start = now.first or load
        value = bar.more(start, scheme.again)
        sets = grouped_words(stages[0]) if stages else "the first sets"
        why = f"{sets} again, {scheme.again} over the {start} where they were missed"
        return _at(Standing(value=value), why)
    times = f" {result.scheme.fails} times" if result.scheme.fails > 1 else ""
    why = f"{load} missed{times}: {result.scheme.back:g}% off"
    return _at(Standing(value=bar.less(load, result.scheme.back)), why)


def _at(found: Standing, why: str, *, again: bool = False) -> Standing:
    """The standing with its reason behind its load: ``62.5: 5 × 5 last time``."""
    if found.value is None or not found.value.value:
        return replace(found, why=why)
    sign = " again, " if again else ": "
    return replace(found, why=f"{number(found.value.value)}{sign}{why}")


def _max_after(found: Standing, result: Result, bar: Bar) -> Standing:
    if result.passed is None:
        return found
    said, scheme = f"{result.words} last time", result.scheme
    step = _step(result) if result.passed else None
    fails = 0 if result.passed else found.fails + 1
    if fails and scheme.fails and fails >= scheme.fails:
        return _max_at(found, scheme, None, said, bar)
    if step is not None and _due(scheme.every, found.raised, result.day):
        return replace(_max_at(found, scheme, step, said, bar), raised=result.day)
    return replace(found, fails=fails, why=f"training max as it was: {said}")


def _cycle_over(found: Standing, cycle: Sequence[Result], bar: Bar) -> Standing:
    if not cycle:
        return found
    # Sets beside the main ones follow: where some have own steps, these decide.
    cycle = [one for one in cycle if one.scheme.steps] or cycle
    said, last = ", ".join(one.words for one in cycle), cycle[-1].scheme
    misses = sum(one.passed is False for one in cycle)
    if misses >= max(1, last.fails):
        off = f"{last.back or BACK:g}% off"
        return _max_at(found, last, None, f"{said}, {off}", bar)
    if misses:
        return replace(found, fails=0, why=f"training max as it was: {said}")
    step = _step(cycle[-1]) or Load(bar.exercise.increment(bar.unit), bar.unit)
    return _max_at(found, last, step, said, bar)


def _max_at(
    found: Standing, scheme: Scheme, step: Load | None, said: str, bar: Bar
) -> Standing:
    """The training max a step up, or without one as much down as the scheme says."""
    was = found.value or Load(0.0, bar.unit)
    value = bar.more(was, step) if step else bar.less(was, scheme.back or BACK)
    return Standing(value=value, why=f"training max {value}: {said}")


def _back(found: Standing, days: Sequence[date], bar: Bar, today: date) -> Standing:
    away = break_before(days, today) if days else None
    if away is None or not away.first or found.value is None:
        return found
    value = bar.less(found.value, round(100 * (1 - away.share), 1))
    why = f"{away.words}, {away.share:.0%} of before"
    return _at(replace(found, value=value), why)


def _step(result: Result) -> Load | None:
    """The step that a session earned; the one for the most reps that were reached."""
    reps = result.amrap or 0
    earned = [step for step in result.scheme.steps if step.at <= reps]
    return max(earned, key=lambda step: step.at).load if earned else None


def decides(result: Result) -> bool:
    """Whether a session moves the training max, and does not just follow it."""
    return bool(result.scheme.steps or result.scheme.week) and not result.scheme.of


def _due(every: Every, raised: date | None, day: date) -> bool:
    if raised is None or every in (Every.SESSION, Every.CYCLE):
        return True
    if every is Every.MONTH:
        return (raised.year, raised.month) != (day.year, day.month)
    return monday_of(raised) != monday_of(day)
