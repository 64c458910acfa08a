"""Alerts about where failure is used: every set, and heavy risky lifts."""

from datetime import date, timedelta

import pytest
from builders import done, entry, workout
from lifts import BENCH, CURL, DEADLIFT, SQUAT, lift

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.judging import check
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Form, Phase

DAY = date(2026, 11, 2)


def sets(count: int, failures: int, load: float = 15, reps: int = 12):
    """``count`` sets, the last ``failures`` of them to failure."""
    return tuple(
        done(load, reps, left=0 if place >= count - failures else 2, id=f"s{place}")
        for place in range(count)
    )


def found(code: str, *log, days: int = 0) -> list[Alert]:
    as_of = DAY + timedelta(days=days)
    alerts = check(History(log), lift, as_of=as_of).alerts
    return [alert for alert in alerts if alert.code == code]


@pytest.mark.parametrize(
    ("count", "failures", "title"),
    [
        (4, 4, "Curl: all 4 sets went to failure"),
        (5, 4, "Curl: 4 of 5 sets went to failure"),
        (3, 3, "Curl: all 3 sets went to failure"),
        (4, 3, None),
        (2, 2, None),
    ],
)
def test_every_set_of_an_exercise(count: int, failures: int, title) -> None:
    alerts = found("failure-every-set", workout(entry(CURL.id, *sets(count, failures))))
    assert [alert.title for alert in alerts] == ([title] if title else [])
    assert all(alert.severity is Severity.NOTE for alert in alerts)


def hard_days(count: int, failures: int):
    """Every second day four sets of curls, the last ``failures`` to failure."""
    return [
        workout(entry(CURL.id, *sets(4, failures)), day=2 * n) for n in range(count)
    ]


@pytest.mark.parametrize(
    ("log", "title"),
    [
        (hard_days(11, 4), "Nearly every set to failure for 3 weeks: 44 of 44"),
        (hard_days(7, 4), None),
        (hard_days(11, 3), None),
    ],
    ids=["three weeks", "two weeks", "three of four sets"],
)
def test_weeks_of_nothing_but_failure_are_a_warning(log, title) -> None:
    days = 2 * len(log) - 2
    alerts = found("failure-every-set", *log, days=days)
    warned = [one for one in alerts if one.severity is Severity.WARN]
    assert [one.title for one in warned] == ([title] if title else [])
    assert all(one.subject.kind == "week" for one in warned)


def squat_day(day: int, *logged, **fields):
    return workout(entry(SQUAT.id, *logged), day=day, **fields)


BEFORE = squat_day(-7, done(100, 5, left=2))
"""An estimated 1RM of 123.3 kg: heavy starts at 98.7 kg."""


@pytest.mark.parametrize(
    ("logged", "raised"),
    [
        (done(100, 5, end=End.TECHNICAL), True),
        (done(100, 5, left=0), True),
        (done(100, 0, end=End.MISSED), True),
        (done(100, 5, left=1, form=Form.BROKE), True),
        (done(99, 7, left=0), True),
        (done(98, 7, left=0), False),
        (done(60, 15, left=0), False),
        (done(100, 5, left=1), False),
    ],
)
def test_a_heavy_avoid_lift_to_failure_or_with_broken_form(logged, raised) -> None:
    alerts = found("failure-high-risk", BEFORE, squat_day(0, logged))
    assert [alert.severity for alert in alerts] == ([Severity.WARN] if raised else [])


@pytest.mark.parametrize(
    ("reps", "raised"), [(3, True), (6, False)], ids=["as before", "stronger"]
)
def test_what_is_heavy_goes_by_the_day_itself_when_it_shows_more(reps, raised) -> None:
    """120 kg for 3 with 1 left say 131 kg, for 6 they say 144: 110 are 76% of that."""
    top = done(120, reps, left=1)
    log = BEFORE, squat_day(0, top, done(110, 7, left=0))
    assert bool(found("failure-high-risk", *log)) is raised


def test_other_classes_are_not_high_risk() -> None:
    log = workout(entry(BENCH.id, done(100, 3, left=0)))
    assert found("failure-high-risk", log) == []


def test_a_second_one_in_four_weeks_means_stop() -> None:
    failure = done(100, 5, left=0)
    first = squat_day(0, failure)
    second = workout(entry(DEADLIFT.id, done(140, 3, left=0)), day=27)
    later = workout(entry(DEADLIFT.id, done(140, 3, left=0)), day=28)
    (alert,) = found("failure-high-risk", first, second, days=27)
    assert alert.severity is Severity.STOP
    assert alert.title == "2 heavy sets to failure in 4 weeks, now on Deadlift"
    assert [one.what for one in alert.evidence] == [
        "Deadlift 140 kg to failure",
        "Squat 100 kg to failure",
    ]
    (alone,) = found("failure-high-risk", first, later, days=28)
    assert alone.severity is Severity.WARN


def test_a_failure_just_below_heavy_is_said_to_be_left_out() -> None:
    heavy = squat_day(0, done(100, 5, left=0))
    both = squat_day(7, done(100, 5, left=0), done(80, 12, left=0))
    (alert,) = found("failure-high-risk", heavy, both, days=7)
    assert alert.title == "2 heavy sets to failure in 4 weeks, now on Squat"
    *_, piece = alert.evidence
    assert (piece.what, piece.value) == (
        "not counted in 4 weeks, below 80% of the 1RM and over 6 reps, the last", 1
    )  # fmt: skip
    assert piece.when == DAY + timedelta(days=7)
    # What another lift came to afterwards is neither counted nor left out.
    pulled = workout(entry(DEADLIFT.id, done(150, 3, left=0)), day=8, id="pulled")
    _, squat = found("failure-high-risk", heavy, both, pulled, days=8)
    assert squat.evidence == alert.evidence


@pytest.mark.parametrize("rating", [{"left": 1.5}, {"left": 1}, {"rpe": 8.5}])
def test_a_tag_that_a_rating_speaks_against_calls_for_no_stop(rating) -> None:
    tagged = done(100, 5, end=End.TECHNICAL, **rating)
    log = squat_day(0, tagged), squat_day(4, tagged), squat_day(8, done(100, 5, left=0))
    for days, severity in ((4, Severity.WARN), (8, Severity.WARN)):
        (alert,) = found("failure-high-risk", *log[: days // 4 + 1], days=days)
        assert alert.severity is severity
    assert "rated as reps left" in alert.evidence[-1].what


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"left": 2}, Severity.NOTE),
        ({"rpe": 8}, Severity.NOTE),
        ({"left": 1.5}, Severity.WARN),
        ({"left": 2, "form": Form.BROKE}, Severity.WARN),
    ],
)
def test_a_tag_rated_as_two_or_more_left_is_a_note(fields, severity) -> None:
    logged = done(100, 5, end=End.TECHNICAL, **fields)
    (alert,) = found("failure-high-risk", BEFORE, squat_day(0, logged))
    assert alert.severity is severity


def test_a_deload_between_does_not_close_what_stands() -> None:
    failure = done(100, 5, left=0)
    log = [
        squat_day(0, failure),
        squat_day(4, failure),
        squat_day(8, done(70, 5, left=4), phase=Phase.DELOAD),
    ]
    (alert,) = found("failure-high-risk", *log, days=8)
    assert alert.first_raised == DAY


def test_what_a_break_closed_is_not_told_again_in_an_easy_week() -> None:
    failure = done(100, 5, left=0)
    log = [squat_day(0, failure), squat_day(17, failure)]
    easy = squat_day(33, done(70, 5, left=4), phase=Phase.DELOAD)
    assert found("failure-high-risk", *log, days=32) == []
    assert found("failure-high-risk", *log, easy, days=33) == []


def test_a_good_session_closes_it() -> None:
    failure = done(100, 5, left=0)
    log = [
        squat_day(0, failure),
        squat_day(4, failure),
        squat_day(8, done(95, 5, left=2)),
    ]
    assert found("failure-high-risk", *log, days=8) == []


def test_failure_on_a_lift_that_nobody_knows_is_not_judged() -> None:
    unknown = Exercise(id="own-zigzag", name="Zigzag", own=True)
    log = [workout(entry(unknown.id, done(100, 3, left=0)))]
    found = check(History(log), lambda _: unknown, as_of=DAY)
    assert "failure-high-risk" not in {one.code for one in found.alerts}
    [told] = [one for one in found.not_assessable if one.code == "failure-high-risk"]
    assert (told.subject.id, told.subject.label) == ("own-zigzag", "Zigzag")
    assert told.reason == "nobody said what failure risks on this lift"
