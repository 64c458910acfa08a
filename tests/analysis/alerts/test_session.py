"""Alerts about one workout: the failure budget and broken form."""

from datetime import date

import pytest
from builders import done, entry, workout
from lifts import BENCH, CABLE_ROW, CURL, RUN, SQUAT, lift

from befit_tui.analysis.alerts import Alert, Severity, Subject
from befit_tui.analysis.alerts.judging import check, check_session
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Form, Kind

DAY = date(2026, 11, 2)


def failed(load: float = 15, reps: int = 12, **fields):
    fields.setdefault("end", End.TECHNICAL)
    return done(load, reps, form=Form.INTACT, **fields)


def easy(load: float = 60, reps: int = 10, **fields):
    return done(load, reps, left=2, form=Form.INTACT, **fields)


def found(code: str, *log, as_of: date = DAY) -> list[Alert]:
    alerts = check(History(log), lift, as_of=as_of).alerts
    return [alert for alert in alerts if alert.code == code]


def test_a_third_failure_set_passes_the_budget() -> None:
    (alert,) = found(
        "failure-budget",
        workout(
            entry(CURL.id, easy(), failed(), failed(end=End.VOLITIONAL)),
            entry(CABLE_ROW.id, easy(), done(50, 10, left=0)),
            name="Pull",
        ),
    )
    assert alert.severity is Severity.NOTE
    assert alert.subject == Subject("session", "workout-0", "Pull, 2026-11-02")
    assert alert.title == "3 sets to failure in one workout, the limit is 2"
    (evidence,) = alert.evidence
    assert (evidence.value, evidence.threshold, evidence.usual) == (3, 2, None)
    assert (evidence.when, alert.first_raised) == (DAY, DAY)


@pytest.mark.parametrize(
    "sets",
    [
        (failed(), failed(), easy()),
        (failed(), failed(), failed(kind=Kind.DROP)),
        (failed(), failed(), failed(kind=Kind.WARMUP)),
        (failed(), failed(), done(15, 12, left=0.5)),
    ],
)
def test_two_failure_sets_are_within_the_budget(sets) -> None:
    assert found("failure-budget", workout(entry(CURL.id, *sets))) == []


def test_what_is_usual_is_not_known_of_workouts_that_nobody_rated() -> None:
    unrated = [
        workout(entry(CURL.id, done(15, 12), done(15, 12)), day=day, id=f"day-{day}")
        for day in (-6, -4, -2)
    ]
    now = workout(entry(CURL.id, failed(), failed(), failed()))
    (alert,) = found("failure-budget", *unrated, now)
    assert alert.evidence[0].usual is None
    rated = workout(entry(CURL.id, failed(), easy()), day=-1, id="rated")
    (alert,) = found("failure-budget", *unrated, rated, now)
    assert alert.evidence[0].usual == 1


def test_cardio_is_never_judged() -> None:
    runs = entry(RUN.id, *(done(None, None, left=0, id=str(n)) for n in range(5)))
    assessment = check(History([workout(runs)]), lift, as_of=DAY)
    assert (assessment.alerts, assessment.not_assessable) == ((), ())


def test_a_short_session_allows_a_third() -> None:
    sets = entry(CURL.id, easy(), failed(), failed(), failed())
    assert found("failure-budget", workout(sets, minutes_planned=30)) == []
    assert len(found("failure-budget", workout(sets, minutes_planned=31))) == 1


def test_only_two_failures_more_than_in_any_earlier_workout_are_news() -> None:
    def log(*counts: int):
        return [
            workout(
                entry(CURL.id, *[failed(id=f"{n}-{k}") for k in range(count)]),
                day=2 * n,
            )
            for n, count in enumerate(counts)
        ]

    (alert,) = found("failure-budget", *log(1, 2, 5, 7), as_of=date(2026, 11, 8))
    assert (alert.evidence[0].value, alert.evidence[0].usual) == (7, 2)
    assert not found("failure-budget", *log(1, 2, 5, 6), as_of=date(2026, 11, 8))


def test_only_the_last_workout_counts_and_only_for_seven_days() -> None:
    hard = workout(entry(CURL.id, failed(), failed(), failed()), day=0)
    calm = workout(entry(SQUAT.id, easy()), day=5)
    assert found("failure-budget", hard, as_of=date(2026, 11, 9))
    assert not found("failure-budget", hard, as_of=date(2026, 11, 10))
    assert not found("failure-budget", hard, calm, as_of=date(2026, 11, 7))
    assert found("failure-budget", hard, calm, as_of=date(2026, 11, 6))
    assert not found("failure-budget", hard, as_of=date(2026, 11, 1))


def test_form_that_broke_is_noted_with_the_reps_that_do_not_count() -> None:
    broken = done(80, 8, extra_reps=2, end=End.TECHNICAL, form=Form.BROKE)
    (alert,) = found("form-broke", workout(entry(BENCH.id, easy(), broken)))
    assert (alert.severity, alert.subject.kind) == (Severity.NOTE, "exercise")
    assert alert.title == "Bench Press: form broke in 1 set"
    assert alert.evidence[0].value == 8
    assert alert.advice.startswith("2 reps after the form went do not count")


def test_form_that_slipped_is_not_broken() -> None:
    slipped = done(80, 8, left=1, form=Form.SLIPPED)
    assert found("form-broke", workout(entry(BENCH.id, slipped))) == []


def test_an_exercise_alert_outlives_its_workout_when_it_repeats() -> None:
    """After the last workout moves on, two sessions in a row keep it open."""
    broken = done(80, 8, form=Form.BROKE, left=0)
    once = [
        workout(entry(BENCH.id, easy()), day=0),
        workout(entry(BENCH.id, broken), day=3),
        workout(entry(SQUAT.id, easy()), day=5),
    ]
    twice = [workout(entry(BENCH.id, broken), day=0), *once[1:]]
    as_of = date(2026, 11, 7)
    assert found("form-broke", *once, as_of=date(2026, 11, 5))
    assert found("form-broke", *once, as_of=as_of) == []
    (alert,) = found("form-broke", *twice, as_of=as_of)
    assert alert.first_raised == DAY
    assert [one.when.day for one in alert.evidence] == [5, 2]


def test_unrated_sets_are_not_fine_but_not_assessable() -> None:
    log = [workout(entry(CURL.id, done(15, 12)), entry(SQUAT.id, done(100, 5)))]
    missing = check(History(log), lift, as_of=DAY).not_assessable
    told = {(one.code, one.subject.id) for one in missing}
    assert told >= {
        ("failure-budget", CURL.id),
        ("failure-every-set", SQUAT.id),
        ("failure-high-risk", SQUAT.id),
        ("form-broke", CURL.id),
    }
    assert ("failure-high-risk", CURL.id) not in told
    reasons = {one.reason for one in missing if one.code == "failure-budget"}
    assert reasons == {"no set on Mon 2 Nov 2026 was rated in reps left"}


def test_only_exercises_of_the_last_four_weeks_are_named() -> None:
    log = [workout(entry(CURL.id, done(15, 12)), day=0)]
    assert check(History(log), lift, as_of=date(2026, 11, 29)).not_assessable
    assert not check(History(log), lift, as_of=date(2026, 11, 30)).not_assessable


def test_a_live_workout_is_judged_as_it_stands() -> None:
    history = History([workout(entry(CURL.id, failed(), easy()), day=0)])
    two = workout(entry(CURL.id, failed(), failed()), day=1, ended_at=None)
    three = workout(entry(CURL.id, failed(), failed(), failed()), day=1, ended_at=None)
    assert "failure-budget" not in {
        alert.code for alert in check_session(two, history, lift).alerts
    }
    codes = {alert.code for alert in check_session(three, history, lift).alerts}
    assert codes == {"failure-budget", "failure-every-set"}


def test_live_and_after_the_workout_the_same_is_said() -> None:
    history = History([workout(entry(SQUAT.id, done(100, 5, left=2)), day=0)])
    today = workout(
        entry(SQUAT.id, done(105, 3, end=End.MISSED, form=Form.BROKE)), day=3
    )
    live = check_session(today, history, lift).alerts
    after = check(history.including(today), lift, as_of=date(2026, 11, 5)).alerts
    assert live == after
    assert live
