"""The rows of today: held back, lightened by a deload."""

from datetime import date, timedelta

import pytest
from builders import MONDAY, kg, workout
from hypothesis import given
from hypothesis import strategies as st
from lifts import BENCH, CURL, PUSH_UP, SQUAT

from befit_tui.analysis.alerts import Alert, Severity, Subject
from befit_tui.analysis.planning.caution import held_back, latest_pains
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.todays_plan import deloaded
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import CheckIn, JointPain

ROW = Exercise(id="row", name="Row", pattern="horizontal-pull")
PRESS = Exercise(id="press", name="Press", pattern="horizontal-push")
LEG_CURL = Exercise(id="leg-curl", name="Leg Curl", pattern="knee-flexion")


def alert(severity: Severity, exercise: str) -> Alert:
    return Alert(
        code="performance-drop",
        severity=severity,
        subject=Subject("exercise", exercise, "Row"),
        title="Row is below your usual",
        evidence=(),
        advice="",
        first_raised=date(2026, 11, 1),
    )


@pytest.mark.parametrize(
    ("exercise", "site", "pain", "why"),
    [
        (PRESS, "elbow", 4, "elbow pain 4 of 10"),
        (ROW, "lower-back", 3, "lower back pain 3 of 10"),
        (PRESS, "elbow", 2, ""),
        (LEG_CURL, "elbow", 9, ""),
        (LEG_CURL, "knee", 3, "knee pain 3 of 10"),
    ],
)
def test_pain_holds_back_what_loads_the_joint(exercise, site, pain, why) -> None:
    assert held_back(exercise, None, {site: pain}) == why


@pytest.mark.parametrize(("hours", "why"), [(6, "slept 6 h"), (6.5, ""), (None, "")])
def test_six_hours_of_sleep_hold_back(hours, why) -> None:
    assert held_back(PRESS, CheckIn(sleep_hours=hours), {}) == why


def test_a_warning_about_the_lift_holds_it_back_and_a_note_does_not() -> None:
    warn, note = alert(Severity.WARN, "row"), alert(Severity.NOTE, "row")
    assert held_back(ROW, None, {}, [note, warn]) == "Row is below your usual"
    assert held_back(ROW, None, {}, [note]) == ""
    assert held_back(PRESS, None, {}, [warn]) == ""


def test_the_last_report_of_a_joint_counts_for_two_weeks() -> None:
    def hurt(day, *joints):
        return workout(day=day, checkin=CheckIn(joints=joints))

    day = MONDAY.date() + timedelta(days=20)
    knee, better = JointPain("knee", 5), JointPain("knee", 0)
    assert latest_pains([hurt(2, knee)], day) == {}
    assert latest_pains([hurt(6, knee), hurt(20)], day) == {"knee": 5}
    assert latest_pains([hurt(6, knee), hurt(20, better)], day) == {"knee": 0}


def rows(count: int, load: float | None, reps: int = 8, left: float | None = 2):
    last = kg(load) if load is not None else None
    return tuple(
        PlannedSet(number, Kind.WORK, last, reps, left_last=left)
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize(
    ("exercise", "load", "kept_load", "reps"),
    [
        (BENCH, 80, 72.5, 8),
        (SQUAT, 100, 90, 8),
        (CURL, 10, 10, 6),
        (PUSH_UP, None, None, 6),
    ],
)
def test_a_deload_takes_a_tenth_off_or_else_reps(exercise, load, kept_load, reps):
    first = deloaded(rows(3, load), exercise, 0)[0]
    assert (first.load, first.reps) == (kg(kept_load) if kept_load else None, reps)


@pytest.mark.parametrize(("sets", "kept"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_deload_keeps_half_the_sets_rounded_up(sets, kept) -> None:
    assert len(deloaded(rows(sets, 80), BENCH, 0)) == kept


def test_a_deload_keeps_warm_ups_and_drops_drop_sets() -> None:
    warm = PlannedSet(1, Kind.WARMUP, kg(40), 10)
    drop = PlannedSet(1, Kind.DROP, kg(60), 12)
    found = deloaded((warm, *rows(2, 80), drop), BENCH, 0)
    assert [row.kind for row in found] == [Kind.WARMUP, Kind.WORK]
    assert found[0] == warm


def test_sets_that_are_done_stay_in_a_deload() -> None:
    three = rows(3, 80)
    assert deloaded(three, BENCH, 3) == three


@given(st.integers(1, 8), st.sampled_from([2.5, 5, 17.5, 60, 181]), st.integers(1, 12))
def test_a_deload_never_asks_for_more(count, load, reps) -> None:
    for row in deloaded(rows(count, load, reps), BENCH, 0):
        assert row.load is not None
        assert 0.9 * load - 1e-9 <= row.load.value <= load
        assert row.reps is not None
        assert 1 <= row.reps <= reps
