"""One small log for every code, with the severity of the design's table."""

import pytest
from builders import done, entry, workout
from lifts import BENCH, CABLE_ROW, CURL, DEADLIFT, SQUAT, lift

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.judging import check
from befit_tui.analysis.alerts.result import CODES
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Form, Phase
from befit_tui.domain.workout import CheckIn, JointPain, SetTarget, Target, Workout

NOTE, WARN, STOP = Severity.NOTE, Severity.WARN, Severity.STOP
Log = list[Workout]


def day_of(exercise, day: int, *rows, **fields) -> Workout:
    """A workout of one lift; a row is load, reps, reps left."""
    sets = [
        done(load, reps, left=left, id=f"{day}-{place}")
        for place, (load, reps, left) in enumerate(rows)
    ]
    name = f"{exercise.id}-{day}"
    return workout(entry(exercise.id, *sets), day=day, id=name, **fields)


def steady(exercise, count: int, row, step: int = 3, first: int = 0) -> Log:
    return [day_of(exercise, first + step * n, row) for n in range(count)]


def rated(day: int, **fields) -> Workout:
    """A calm workout with a check-in."""
    checkin = CheckIn(**fields)
    return day_of(CURL, day, (15, 12, 2), checkin=checkin)


def fell(exercise, first: int = 0, effort: float | None = 2) -> Log:
    good, weak = (80, 8, effort), (80, 5, effort)
    return [
        *steady(exercise, 14, good, first=first),
        *steady(exercise, 5, weak, first=first + 42),
    ]


KNEE = JointPain("knee", 6)


def scales(value: int) -> dict[str, int]:
    names = ("sleep", "soreness", "fatigue", "stress", "mood")
    return dict.fromkeys(names, value)


def planned_failure(day: int) -> Workout:
    plan = Target(sets=(SetTarget(left=(2, 3)),))
    failed = done(60, 10, left=0, id=f"p{day}")
    return workout(entry(CABLE_ROW.id, failed, target=plan), day=day)


def broke(exercise, day: int) -> Workout:
    sets = [done(80, 8, left=1, form=Form.BROKE, id=f"b{day}-{n}") for n in range(2)]
    return workout(entry(exercise.id, *sets), day=day)


def pair_of(place: int, reps: int, *curls) -> Workout:
    pair = [entry(one.id, done(80, reps, left=2)) for one in (BENCH, CABLE_ROW)]
    sets = [done(*row[:2], left=row[2], id=f"c{n}") for n, row in enumerate(curls)]
    return workout(*pair, entry(CURL.id, *sets), day=3 * place, id=f"pair{place}")


FAILED = (15, 12, 0)

EXAMPLES: tuple[tuple[str, Severity, Log], ...] = (
    ("failure-budget", NOTE, [day_of(CURL, 0, FAILED, FAILED, FAILED)]),
    ("failure-every-set", NOTE, [day_of(CURL, 0, FAILED, FAILED, FAILED)]),
    (
        "failure-every-set",
        WARN,
        [day_of(CURL, 2 * n, *[FAILED] * 4) for n in range(12)],
    ),
    ("failure-before-last-set", NOTE, [day_of(CURL, 0, FAILED, (15, 9, 2))]),
    ("failure-high-risk", WARN, [day_of(SQUAT, 0, (100, 5, 0))]),
    (
        "failure-high-risk",
        STOP,
        [day_of(SQUAT, 0, (100, 5, 0)), day_of(DEADLIFT, 9, (140, 4, 0))],
    ),
    ("failure-in-deload", WARN, [day_of(CURL, 0, (15, 12, 2), phase=Phase.DELOAD)]),
    ("failure-in-deload", STOP, [day_of(CURL, 0, FAILED, phase=Phase.DELOAD)]),
    (
        "failure-when-run-down",
        WARN,
        [day_of(CURL, 0, FAILED, checkin=CheckIn(sleep_hours=5.5))],
    ),
    ("failure-mostly-compound", NOTE, steady(BENCH, 6, (80, 8, 0))),
    ("failure-unplanned", NOTE, [planned_failure(day) for day in (0, 2, 4)]),
    (
        "failure-share-rising",
        WARN,
        [
            *(pair_of(n, 8, *[(15, 12, 2)] * 6) for n in range(24)),
            *(pair_of(n, 5, *[(15, 12, 0)] * 6) for n in range(24, 29)),
        ],
    ),
    ("form-broke", NOTE, [broke(BENCH, 0)]),
    ("form-breaking-often", NOTE, [broke(BENCH, 0), broke(BENCH, 3)]),
    ("form-breaking-often", WARN, [broke(SQUAT, 0), broke(SQUAT, 3)]),
    ("performance-drop", WARN, fell(BENCH)),
    ("performance-drop", NOTE, fell(BENCH, effort=None)),
    ("stall", NOTE, steady(BENCH, 25, (80, 8, 2))),
    (
        "volume-high",
        NOTE,
        [day_of(BENCH, n, *[(80, 8, 2)] * 4, *[(80, 8, 0)] * 2) for n in range(4)],
    ),
    (
        "recovery-short",
        NOTE,
        [day_of(CURL, 0, *[FAILED] * 3), day_of(CURL, 1, (15, 12, 1))],
    ),
    (
        "readiness-low",
        NOTE,
        [
            *(rated(day, **scales(4)) for day in range(0, 20, 2)),
            *(rated(day, **scales(2)) for day in (20, 22, 24)),
        ],
    ),
    ("sleep-short", NOTE, [rated(0, sleep_hours=6)]),
    ("sleep-short", WARN, [rated(day, sleep_hours=5) for day in (0, 2, 4)]),
    ("joint-pain", WARN, [rated(0, joints=(JointPain("knee", 5),))]),
    ("joint-pain", WARN, [rated(d, joints=(JointPain("knee", 3),)) for d in (0, 9)]),
    ("fatigue-building", WARN, [*fell(BENCH), *fell(CABLE_ROW, first=1)]),
    (
        "fatigue-building",
        STOP,
        [*fell(BENCH), *fell(CABLE_ROW, first=1), rated(56, joints=(KNEE,))],
    ),
    ("deload-due", NOTE, steady(CURL, 16, (15, 12, 1))),
    ("effort-low", NOTE, [day_of(BENCH, 2 * n, *[(60, 8, 5)] * 2) for n in range(12)]),
    (
        "load-too-light",
        NOTE,
        [*steady(CURL, 5, (10, 12, 1)), day_of(CURL, 15, (10, 15, 0))],
    ),
    (
        "load-too-heavy",
        NOTE,
        [*steady(CURL, 5, (15, 10, 1)), day_of(CURL, 15, (15, 6, 0))],
    ),
)  # fmt: skip


def open_alerts(log: Log) -> list[Alert]:
    last = max(one.started_at for one in log)
    return list(check(History(log), lift, as_of=last.date()).alerts)


@pytest.mark.parametrize(
    ("code", "severity", "log"), EXAMPLES, ids=[f"{e[0]}-{e[1]}" for e in EXAMPLES]
)
def test_a_log_that_meets_the_rule_raises_it(code, severity, log) -> None:
    found = [one for one in open_alerts(log) if one.code == code]
    assert severity in {one.severity for one in found}
    assert all(one.evidence and one.advice for one in found)


def test_every_code_has_an_example() -> None:
    assert {code for code, _, _ in EXAMPLES} == set(CODES)
    assert len(CODES) == 23


def test_a_calm_week_raises_nothing() -> None:
    log = [
        workout(
            entry(BENCH.id, *[done(80, 8, left=2, form=Form.INTACT, id=f"{day}{n}")
                              for n in range(3)]),
            entry(CURL.id, *[done(15, 12, left=2 if n < 2 else 1, form=Form.INTACT,
                                  id=f"c{day}{n}") for n in range(3)]),
            day=day,
        )
        for day in (0, 2, 4)
    ]  # fmt: skip
    assert open_alerts(log) == []


def test_the_same_log_gives_the_same_answer() -> None:
    for _, _, log in EXAMPLES:
        assert open_alerts(log) == open_alerts(list(reversed(log)))


@pytest.mark.parametrize("end", list(End))
def test_every_kind_of_failure_counts(end: End) -> None:
    sets = [done(15, 12, end=end, id=f"e{n}") for n in range(3)]
    codes = {one.code for one in open_alerts([workout(entry(CURL.id, *sets))])}
    assert ("failure-budget" in codes) is (end is not End.STOPPED)


def test_a_joint_that_was_not_named_again_is_quiet_after_two_weeks() -> None:
    log = [rated(0, joints=(JointPain("knee", 5),)), rated(14, sleep_hours=8)]
    assert "joint-pain" not in {one.code for one in open_alerts(log)}
