"""Alerts that say the verdict on a lift, and those that weigh them."""

from datetime import date, timedelta

import pytest
from builders import MONDAY, done, entry, workout
from lifts import BENCH, CABLE_ROW, CURL, SKULLCRUSHER, SQUAT, lift

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.judging import check
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import CheckIn, JointPain, Workout

GOOD, WEAK = (80, 8, 2), (80, 5, 2)
Row = tuple[float, int, float | None]


def session(day: int, exercises, row: Row, **fields) -> Workout:
    entries = [
        entry(one.id, done(row[0], row[1], left=row[2], id=f"{one.id}-{day}"))
        for one in exercises
    ]
    return workout(*entries, day=day, id=f"w{day}", **fields)


def log_of(*rows: Row, exercises=(BENCH,), **last) -> list[Workout]:
    found = [session(3 * n, exercises, row) for n, row in enumerate(rows[:-1])]
    return [*found, session(3 * len(found), exercises, rows[-1], **last)]


def raised(log: list[Workout], code: str, day: date | None = None) -> list[Alert]:
    as_of = day or log[-1].started_at.date()
    alerts = check(History(log), lift, as_of=as_of).alerts
    return [one for one in alerts if one.code == code]


def day_of(place: int) -> date:
    return (MONDAY + timedelta(days=3 * place)).date()


def test_a_lift_that_falls_is_a_warning_with_its_numbers() -> None:
    log = log_of(*[GOOD] * 12, *[WEAK] * 4)
    (alert,) = raised(log, "performance-drop")
    assert alert.severity is Severity.WARN
    assert alert.title.startswith("Bench Press: down ")
    (piece,) = alert.evidence
    sets = "80 kg x 5, 2 left on 17 Dec against 80 kg x 8, 2 left on 5 Dec"
    assert (piece.what, piece.unit) == (f"1RM by {sets}", "kg")
    # Epley's estimates of these two sets, as a lifter would work them out.
    assert (piece.value, piece.usual) == (
        round(80 * 37 / 30, 1),
        round(80 * 40 / 30, 1),
    )
    assert day_of(12) < alert.first_raised <= day_of(15)


def test_it_keeps_its_first_day_while_it_is_open_and_closes_when_regained() -> None:
    rows = [*[GOOD] * 12, *[WEAK] * 8]
    log = log_of(*rows)
    days = {one.first_raised for n in (16, 18, 19)
            for one in raised(log, "performance-drop", day_of(n))}  # fmt: skip
    assert len(days) == 1
    assert not raised(log_of(*rows, (80, 9, 2)), "performance-drop")


def test_unrated_sets_make_it_a_note() -> None:
    log = log_of(*[(80, 8, None)] * 12, *[(80, 5, None)] * 4)
    (alert,) = raised(log, "performance-drop")
    assert alert.severity is Severity.NOTE
    assert alert.advice.startswith("Rate the sets")


def test_a_fall_stays_as_grave_as_it_was_told() -> None:
    log = log_of(*[GOOD] * 12, *[WEAK] * 4, *[(80, 5, None)] * 5)
    (alert,) = raised(log, "performance-drop")
    assert alert.severity is Severity.WARN


def test_what_cannot_be_told_is_named_with_its_reason() -> None:
    found = check(History(log_of(GOOD)), lift, as_of=MONDAY.date()).not_assessable
    reasons = {one.reason for one in found if one.code in ("performance-drop", "stall")}
    assert reasons == {"it takes 4 sessions and there is 1 so far"}


@pytest.mark.parametrize(
    ("row", "sets", "advice"),
    [
        ((80, 8, 0), 1, "26 of 26 sets went to failure: stop 1 or 2 short. "),
        ((80, 8, 3), 1, "Half of the sets left 3 or more: go to 1 or 2. "),
        ((80, 8, 2), 1, "Chest: 2.5 hard sets a week, try 1 or 2 more. "),
        ((80, 8, 2), 3, ""),
        ((80, 8, None), 3, "Rate the sets, to see how close to failure they end. "),
    ],
)
def test_the_advice_on_a_stall_goes_by_what_was_done(row, sets, advice) -> None:
    log = [
        workout(
            entry(
                BENCH.id,
                *(
                    done(row[0], row[1], left=row[2], id=f"{n}-{place}")
                    for place in range(sets)
                ),
            ),
            day=3 * n,
            id=f"w{n}",
        )
        for n in range(26)
    ]
    (alert,) = raised(log, "stall")
    assert alert.advice == f"{advice}Look at sleep and at the rest between sets first."


def test_no_lift_stalls_that_rises_or_while_the_lifter_eats_less() -> None:
    flat = [GOOD] * 26
    assert raised(log_of(*flat), "stall")
    assert not raised(log_of(*flat, checkin=CheckIn(eating_less=True)), "stall")
    assert not raised(log_of(*[(80 + n / 2, 8, 2) for n in range(26)]), "stall")


@pytest.mark.parametrize(
    "days",
    [
        [GOOD] * 10 + [(82.5, 9, 2)] * 8 + [GOOD] * 10,
        [GOOD] * 22 + [(60, 17, 2)] * 4,
    ],
    ids=["rose and was lost", "longer sets with less"],
)
def test_only_what_stood_still_with_about_the_same_load_stalls(days) -> None:
    log = log_of(*days)
    assert not any(raised(log[:end], "stall") for end in range(14, len(log) + 1))


@pytest.mark.parametrize(
    ("exercises", "last", "severity"),
    [
        ((BENCH, SQUAT), {}, Severity.WARN),
        (
            (BENCH, SQUAT),
            {"checkin": CheckIn(joints=(JointPain("knee", 6),))},
            Severity.STOP,
        ),
        ((BENCH,), {}, None),
        # Two little lifts are no reason to plan an easier week.
        ((CURL, SKULLCRUSHER), {}, None),
        ((BENCH, SQUAT), {"phase": Phase.DELOAD}, None),
    ],
)
def test_fatigue_takes_two_lifts_of_different_muscles(
    exercises: tuple[Exercise, ...], last: dict, severity: Severity | None
) -> None:
    log = log_of(*[GOOD] * 12, *[WEAK] * 5, exercises=exercises, **last)
    found = [one.severity for one in raised(log, "fatigue-building")]
    assert found == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("weak", "failures", "severities"),
    [
        ((BENCH, CABLE_ROW), (2, 2, 2, 3, 3), [Severity.WARN]),
        ((BENCH, CABLE_ROW), (2, 2, 2, 2, 3), []),
        ((BENCH,), (3, 3, 3, 3, 3), []),
    ],
    ids=["7 points, two fell", "3 points", "17 points, one fell"],
)
def test_a_share_of_failure_that_rises_while_two_lifts_fell(
    weak, failures, severities
) -> None:
    """Usual are 2 failures in 6 sets."""
    log = []
    for n, failed in enumerate((*[2] * 26, *failures)):
        curls = [done(15, 12, left=2 * (k >= failed), id=f"c{k}") for k in range(4)]
        rows = [
            entry(one.id, done(80, 5 if n >= 26 and one in weak else 8, left=2))
            for one in (BENCH, CABLE_ROW)
        ]
        log.append(workout(*rows, entry(CURL.id, *curls), day=3 * n))
    found = raised(log, "failure-share-rising")
    assert [one.severity for one in found] == severities
