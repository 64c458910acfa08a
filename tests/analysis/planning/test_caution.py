"""What eases a lift today: pain, a short night, low readiness, a warning."""

from datetime import date, timedelta

import pytest
from builders import MONDAY, workout

from befit_tui.analysis.alerts import Alert, Severity, Subject
from befit_tui.analysis.planning.caution import Caution, caution, latest_pains
from befit_tui.analysis.planning.stand_in import stand_in
from befit_tui.analysis.planning.targets import TargetZone, eased
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Mechanic
from befit_tui.domain.workout import CheckIn, JointPain

ROW = Exercise(id="row", name="Row", pattern="horizontal-pull")
PRESS = Exercise(
    id="press", name="Press", pattern="horizontal-push", primary=("chest",)
)
LEG_CURL = Exercise(
    id="leg-curl",
    name="Leg Curl",
    pattern="knee-flexion",
    mechanic=Mechanic.ISOLATION,
    primary=("hamstrings",),
)
HIP_CURL = Exercise(
    id="hip-curl",
    name="Hip Curl",
    pattern="hip-extension",
    mechanic=Mechanic.ISOLATION,
    primary=("hamstrings",),
)


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
    ("exercise", "pains", "why"),
    [
        (PRESS, {"elbow": 4}, "elbow pain 4 of 10"),
        (ROW, {"lower-back": 3}, "lower back pain 3 of 10"),
        (PRESS, {"elbow": 2}, ""),
        (PRESS, {"elbow": 3, "wrist": 6}, "wrist pain 6 of 10"),
        (LEG_CURL, {"elbow": 9}, ""),
        (LEG_CURL, {"knee": 3}, "knee pain 3 of 10"),
    ],
)
def test_pain_leaves_three_in_what_loads_the_joint(exercise, pains, why) -> None:
    found = caution(exercise, None, pains)
    assert (found.why, found.least) == (why, 3 if why else 0)


def test_a_bad_night_leaves_one_more_in_compounds() -> None:
    short = CheckIn(sleep_hours=6)
    assert caution(PRESS, short, {}) == Caution("slept 6 h", more=1)
    assert caution(LEG_CURL, short, {}) == Caution("slept 6 h")
    assert caution(PRESS, CheckIn(sleep_hours=6.5), {}) == Caution()
    low = caution(PRESS, None, {}, low_readiness=True)
    assert low == Caution("readiness is low", more=1)


def test_a_warning_about_the_lift_holds_it_back_and_a_note_does_not() -> None:
    warn, note = alert(Severity.WARN, "row"), alert(Severity.NOTE, "row")
    found = caution(ROW, None, {}, alerts=[note, warn])
    assert found == Caution("Row is below your usual", from_=2)
    assert caution(ROW, None, {}, alerts=[note]) == Caution()
    assert caution(PRESS, None, {}, alerts=[warn]) == Caution()


@pytest.mark.parametrize(
    ("zone", "more", "least", "words"),
    [
        (TargetZone(1, 3), 1, 0, "2-4 left"),
        (TargetZone(0, 2, failure_ok_last=True), 0, 3, "3 or more left"),
        (TargetZone(4, 10), 0, 3, "4 or more left"),
        (TargetZone(0, 2, failure_ok_last=True), 0, 0, "failure ok last"),
    ],
)
def test_the_target_is_eased_before_the_set(zone, more, least, words) -> None:
    assert eased(zone, more=more, least=least).words == words


@pytest.mark.parametrize(
    ("zone", "more", "words"),
    [
        (TargetZone(1, 3), 0, "2-3 left"),
        (TargetZone(0, 1, failure_ok_last=True), 0, "2-3 left"),
        (TargetZone(3, 4), 0, "3-4 left"),
        (TargetZone(1, 2), 1, "2-3 left"),
    ],
)
def test_a_falling_lift_leaves_the_two_reps_that_its_alert_names(
    zone, more, words
) -> None:
    assert eased(zone, more=more, from_=2).words == words


def test_the_nearest_lift_that_spares_a_joint_is_named() -> None:
    assert stand_in(LEG_CURL, "knee", [PRESS, LEG_CURL, HIP_CURL]) is HIP_CURL
    assert stand_in(LEG_CURL, "hip", [HIP_CURL]) is None


def test_the_last_report_of_a_joint_counts_for_two_weeks() -> None:
    def hurt(day, *joints):
        return workout(day=day, checkin=CheckIn(joints=joints))

    day = MONDAY.date() + timedelta(days=20)
    knee, better = JointPain("knee", 5), JointPain("knee", 0)
    assert latest_pains([hurt(2, knee)], day) == {}
    assert latest_pains([hurt(6, knee), hurt(20)], day) == {"knee": 5}
    assert latest_pains([hurt(6, knee), hurt(20, better)], day) == {"knee": 0}
