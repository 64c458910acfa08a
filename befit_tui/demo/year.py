"""The made-up year: which session on which day, and each set against the clock."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import groupby, zip_longest
from random import Random

from befit_tui.catalog.catalog import Catalog, load_catalog
from befit_tui.demo.lifter import (
    DAY_NOISE,
    LIFT_NOISE,
    Bout,
    Lifter,
    capacity,
    kg,
    working_load,
)
from befit_tui.demo.programme import (
    ALL_DONE,
    DELOADS,
    HOLIDAY,
    SESSION_NOTES,
    SESSIONS,
    SLUMP,
    WEEK,
    WEEKS,
)
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import (
    CheckIn,
    Entry,
    JointPain,
    SetTarget,
    Target,
    Workout,
)

SEED = "steel"
MISSED, CHECKED_IN, NOTED, SORE_ELBOW = 0.06, 0.65, 0.08, 0.06
"""How often a session is missed, has a check-in, has a note, and an elbow is felt."""
UNDER_WAY = timedelta(minutes=42)
RESTED = timedelta(seconds=84)
OPEN_SETS = 2
CHANGEOVER_S, PARTNER_S, WARMUP_REST_S = 140, 45, 60
SECONDS_PER_REP, SETTING_UP_S = 3.2, 6
ENTRY_NOTED = 0.2


def demo_workouts(today: date, zone: tzinfo) -> tuple[Workout, ...]:
    """A year of training that ended the day before ``today``, oldest first.

    The same ``today`` gives the same workouts; another gives them on other dates.
    """
    return tuple(_year(today, zone))[:-1]


def demo_open_workout(now: datetime) -> Workout:
    """Today's Push A, begun 42 minutes before ``now``: two sets of bench are done."""
    *_, workout = _year(now.date(), now.tzinfo)
    bench, *others = workout.entries
    warmups = [done for done in bench.sets if done.kind is Kind.WARMUP]
    sets = bench.sets[: len(warmups) + OPEN_SETS]
    later = now - RESTED - (sets[-1].at or now)
    moved = tuple(replace(done, at=done.at and done.at + later) for done in sets)
    return replace(
        workout,
        started_at=now - UNDER_WAY,
        ended_at=None,
        session_rpe=None,
        note="rack was taken, long warm-up first",
        entries=(
            replace(bench, sets=moved),
            *(replace(entry, sets=(), note="") for entry in others),
        ),
    )


def _year(today: date, zone: tzinfo | None) -> Iterator[Workout]:
    """Every session of the year and, last, the one of today."""
    catalog = load_catalog()
    lifter = Lifter(Random(SEED))
    for days_ago, name in _days(lifter):
        day = today - timedelta(days=days_ago)
        minutes = round(lifter.rng.gauss(0, 20))
        start = datetime.combine(day, time(18, 5), zone) + timedelta(minutes=minutes)
        yield _session(lifter, catalog, days_ago, name, start)


def _days(lifter: Lifter) -> Iterator[tuple[int, str]]:
    """How many days ago a session was, with its name."""
    for weeks_ago in range(WEEKS, -1, -1):
        for day, names in WEEK.items():
            days_ago = 7 * weeks_ago - day
            missed = lifter.chance(MISSED) and days_ago not in ALL_DONE
            if days_ago >= 0 and days_ago not in HOLIDAY and not missed:
                yield days_ago, names[weeks_ago % len(names)]


def _session(
    lifter: Lifter, catalog: Catalog, days_ago: int, name: str, start: datetime
) -> Workout:
    deload = -(-days_ago // 7) in DELOADS
    form = lifter.rng.gauss(0, 1)
    bouts = []
    for lift in SESSIONS[name]:
        noise = DAY_NOISE * form + lifter.rng.gauss(0, LIFT_NOISE)
        able = capacity(lift, days_ago) * (1 + noise)
        exercise = catalog.get(lift.exercise)
        load = working_load(lifter, lift, exercise, deload=deload)
        bouts.append(Bout(lift, exercise, lifter, able, load))
    session = f"demo-{start:%Y-%m-%d}-1"
    plans = [bout.planned(deload=deload) for bout in bouts]
    now = _train(bouts, plans, session, start + timedelta(minutes=5))
    if not deload:
        # The working loads of the next time follow.
        for bout in bouts:
            bout.progress()
    entries = tuple(map(_entry, bouts, plans))
    return Workout(
        id=session,
        started_at=start,
        name=name,
        ended_at=now + timedelta(minutes=3),
        phase=Phase.DELOAD if deload else Phase.HYPERTROPHY,
        session_rpe=5.0 if deload else float(lifter.rng.choice((7, 7, 8, 8, 9))),
        bodyweight=_weighed(lifter) if name == "Push A" else None,
        checkin=_checkin(lifter, form, days_ago) if lifter.chance(CHECKED_IN) else None,
        note=lifter.rng.choice(SESSION_NOTES) if lifter.chance(NOTED) else "",
        entries=entries,
    )


def _train(
    bouts: list[Bout], plans: list[tuple[SetTarget, ...]], session: str, now: datetime
) -> datetime:
    """Do every set of a session, against the clock on the wall; when it is done."""
    before: Bout | None = None
    for number, (bout, target) in enumerate(_in_turn(bouts, plans), 1):
        rest_s = _rest(bout, before, target) if before else None
        for tired in bouts:
            tired.recover(rest_s or 0)
        done = bout.perform(target, f"{session}-{number}")
        work_s = done.seconds or (done.reps or 0) * SECONDS_PER_REP
        now += timedelta(seconds=round((rest_s or 0) + work_s + SETTING_UP_S))
        bout.logged.append(replace(done, at=now, rest_s=rest_s))
        before = bout
    return now


def _in_turn(
    bouts: list[Bout], plans: list[tuple[SetTarget, ...]]
) -> Iterator[tuple[Bout, SetTarget]]:
    """Lift after lift; the sets of a superset alternate."""
    pairs = zip(bouts, plans, strict=True)
    for _, group in groupby(pairs, key=lambda pair: _together(pair[0])):
        done_in_turn, their_plans = zip(*group, strict=True)
        for turn in zip_longest(*their_plans):
            for bout, target in zip(done_in_turn, turn, strict=True):
                if target is not None:
                    yield bout, target


def _together(bout: Bout) -> int | str:
    """What the lifts of a superset share, and no others."""
    return bout.lift.superset or bout.lift.exercise


def _rest(bout: Bout, before: Bout, target: SetTarget) -> float:
    usual = bout.lift.rest_s
    if bout is not before:
        usual = PARTNER_S if _together(bout) == _together(before) else CHANGEOVER_S
    elif target.kind is Kind.WARMUP:
        usual = WARMUP_REST_S
    return float(round(usual * max(bout.lifter.rng.gauss(1.03, 0.12), 0.6)))


def _entry(bout: Bout, plan: tuple[SetTarget, ...]) -> Entry:
    lift, rng = bout.lift, bout.lifter.rng
    noted = lift.notes and bout.lifter.chance(ENTRY_NOTED)
    return Entry(
        exercise=lift.exercise,
        superset=lift.superset,
        note=rng.choice(lift.notes) if noted else "",
        target=Target(rest_s=lift.rest_s, sets=plan),
        sets=tuple(bout.logged),
    )


def _weighed(lifter: Lifter) -> Load:
    """Body mass of the morning: it creeps up, and is never the same twice."""
    lifter.bodyweight += lifter.rng.gauss(0.04, 0.2)
    return kg(round(lifter.bodyweight, 1))


def _checkin(lifter: Lifter, form: float, days_ago: int) -> CheckIn:
    """How the lifter came in: it goes with the form of the day, and with the slump."""
    rng = lifter.rng
    run_down = 1 if days_ago in SLUMP else 0

    def scale(usual: float) -> int:
        return min(max(round(usual + 0.5 * form - run_down + rng.gauss(0, 0.5)), 1), 5)

    hours = 7.2 + 0.3 * form - 0.4 * run_down + rng.gauss(0, 0.4)
    felt = lifter.chance(SORE_ELBOW) and not run_down
    return CheckIn(
        sleep_hours=round(max(hours, 6.5) * 2) / 2,
        sleep=scale(3.8),
        soreness=scale(3.5),
        fatigue=scale(3.7),
        stress=scale(3.6),
        mood=scale(4.0),
        eating_less=False,
        joints=(JointPain("elbow", rng.choice((1, 2, 2))),) if felt else (),
    )
