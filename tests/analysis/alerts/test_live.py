"""Before the set: the budget of the day, and what speaks against a planned failure."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from lifts import BENCH, CURL, RUN, SQUAT, lift

from befit_tui.analysis.alerts import Alert, Severity, Thresholds
from befit_tui.analysis.alerts.judging import check
from befit_tui.analysis.alerts.live import (
    PlannedFailure,
    failure_budget_today,
    planned_failure,
)
from befit_tui.analysis.alerts.snapshot import build, with_live
from befit_tui.domain.history import History
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Phase
from befit_tui.domain.workout import CheckIn, JointPain, Workout

LIVE = 21
"""The day of the open workout."""


def failed(day: int, count: int = 1, exercise=CURL):
    sets = [done(15, 12, left=0, id=f"{day}-{n}") for n in range(count)]
    return entry(exercise.id, *sets)


def live(*entries, **fields) -> Workout:
    return workout(*entries, day=LIVE, ended_at=None, **fields)


def scene_of(open_workout: Workout, *log: Workout):
    day = (MONDAY + timedelta(days=LIVE)).date()
    history = History(log)
    before = check(history, lift, as_of=day).alerts
    snapshot = build(history, lift, as_of=day, thresholds=Thresholds())
    return with_live(snapshot, open_workout), before


def budget(open_workout: Workout, *log: Workout):
    snapshot, before = scene_of(open_workout, *log)
    return failure_budget_today(open_workout, snapshot, before)


def warned(
    open_workout: Workout, *log: Workout, exercise=CURL, heavy=False, last_set=True
) -> Alert | None:
    snapshot, before = scene_of(open_workout, *log)
    failing = done(100, 5 if heavy else 12, end=End.TECHNICAL, id="0:2")
    planned = PlannedFailure(exercise=exercise, done=failing, last_set=last_set)
    return planned_failure(open_workout, planned, snapshot, before)


def weak(day: int, reps: int) -> Workout:
    return workout(entry(BENCH.id, done(80, reps, left=2, id=f"w{day}")), day=day)


FALLEN = [*(weak(n, 8) for n in range(11)), *(weak(n, 4) for n in range(11, 17))]
LOW = CheckIn(sleep=2, soreness=2, fatigue=2, stress=2, mood=2)
FINE = CheckIn(sleep=4, soreness=4, fatigue=4, stress=4, mood=4)


def came_in(day: int, checkin: CheckIn) -> Workout:
    return workout(entry(CURL.id, done(15, 12, left=2)), day=day, checkin=checkin)


RUN_DOWN = [
    *(came_in(day, FINE) for day in range(0, 16, 2)),
    came_in(17, LOW),
    came_in(19, LOW),
]


@pytest.mark.parametrize(
    ("open_workout", "log", "allowed", "reason"),
    [
        (live(), [], 2, ""),
        (live(minutes_planned=30), [], 3, "short session"),
        (live(phase=Phase.DELOAD), [], 0, "deload"),
        (
            live(checkin=CheckIn(sleep_hours=5.5)),
            [],
            0,
            "run down, you slept 5.5 hours",
        ),
        (live(checkin=CheckIn(sleep_hours=6.5)), [], 2, ""),
        (
            live(checkin=CheckIn(eating_less=True)),
            [],
            0,
            "run down, you are eating less",
        ),
        (
            live(checkin=LOW),
            RUN_DOWN,
            0,
            "run down, recovery was rated low three times",
        ),
        (live(checkin=FINE), RUN_DOWN, 2, ""),
        (live(), FALLEN, 0, "Bench Press is down"),
    ],
)
def test_the_budget_of_the_day(open_workout, log, allowed, reason) -> None:
    found = budget(open_workout, *log)
    assert (found.allowed, found.reason) == (allowed, reason)


def test_two_normal_sessions_give_the_budget_back() -> None:
    assert budget(live(), *FALLEN, weak(17, 8), weak(19, 8)).allowed == 2


@pytest.mark.parametrize(
    ("entries", "fields", "plan", "code", "title"),
    [
        ((failed(1, 2),), {}, {}, "failure-budget", "Third failure set today"),
        ((), {}, {"last_set": False}, "failure-before-last-set", "Save failure"),
        (
            (),
            {},
            {"exercise": SQUAT, "heavy": True},
            "failure-high-risk",
            "Squat is no lift for failure",
        ),
        ((), {"phase": Phase.DELOAD}, {}, "failure-in-deload", "Deload: no failure"),
        (
            (),
            {"checkin": CheckIn(sleep_hours=5)},
            {},
            "failure-when-run-down",
            "No failure today: run down, you slept 5 hours",
        ),
        (
            (),
            {"checkin": CheckIn(joints=(JointPain("knee", 6),))},
            {"exercise": replace(SQUAT, pattern="squat")},
            "joint-pain",
            "Knee pain: keep 3 in reserve here",
        ),
    ],
)
def test_a_planned_failure_that_breaks_a_rule_is_warned_of(
    entries, fields, plan, code, title
) -> None:
    alert = warned(live(*entries, **fields), **plan)
    assert alert is not None
    assert (alert.code, alert.severity) == (code, Severity.WARN)
    assert alert.title.startswith(title)
    assert alert.subject.kind == "set"
    assert alert.evidence


@pytest.mark.parametrize(
    ("entries", "plan"),
    [
        ((), {}),
        ((failed(1, 1),), {}),
        ((), {"exercise": SQUAT, "heavy": False}),
        ((), {"exercise": BENCH, "heavy": True}),
        ((failed(1, 3, RUN),), {"exercise": RUN, "last_set": False}),
    ],
    ids=["first", "second", "light squat", "heavy bench", "cardio"],
)
def test_a_planned_failure_within_the_rules_is_not(entries, plan) -> None:
    assert warned(live(*entries), **plan) is None


def test_a_second_heavy_failure_in_four_weeks_says_stop() -> None:
    before = workout(entry(SQUAT.id, done(100, 5, left=0)), day=3)
    alert = warned(live(), before, exercise=SQUAT, heavy=True)
    assert alert is not None
    assert alert.severity is Severity.STOP
    assert alert.title == "Heavy failure number 2 in 4 weeks: rack it"


def test_much_volume_speaks_against_failure_too() -> None:
    sets = [done(80, 8, left=2, id=f"v{n}") for n in range(21)]
    alert = warned(live(entry(BENCH.id, *sets)), exercise=BENCH)
    assert alert is not None
    assert alert.code == "volume-high"


def test_the_gravest_objection_is_the_one_shown() -> None:
    alert = warned(live(failed(1, 2), phase=Phase.DELOAD), last_set=False)
    assert alert is not None
    assert alert.code == "failure-in-deload"


def test_a_workout_left_open_hides_nothing_that_was_done_since():
    log = [weak(day, 8) for day in (-14, 14, LIVE)]
    snapshot, _ = scene_of(workout(failed(-60), day=-60, ended_at=None), *log)
    assert [one.day for one in snapshot.window(snapshot.as_of, 8)] == [
        log[2].day,
        log[1].day,
    ]
    assert snapshot.last is log[2]
    assert CURL not in snapshot.lifts
