"""Training that a coach would let pass, and the same a step further, where he spoke."""

from datetime import date, timedelta

import pytest
from builders import done, entry, workout
from lifts import BENCH, CURL, SKULLCRUSHER, SQUAT, lift

from befit_tui.analysis.alerts import Assessment
from befit_tui.analysis.alerts.judging import check
from befit_tui.domain.history import History
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import CheckIn, JointPain, SetTarget, Target, Workout

MONDAY = date(2026, 11, 2)
NOBODY_KNOWS = replace(CURL, id="own-thing", name="Thing", failure_risk=None)


def trained(day: int, *rows, exercise=CURL, **fields) -> Workout:
    """A workout of one lift; a row is load, reps, reps left."""
    sets = [
        done(load, reps, left=left, id=f"{exercise.id}{day}-{place}")
        for place, (load, reps, left) in enumerate(rows)
    ]
    return workout(entry(exercise.id, *sets), day=day, **fields)


def judged(log: list[Workout], days: int | None = None) -> Assessment:
    """What is found on the day of the last workout, or so many days after the first."""
    last = max(one.started_at for one in log).date()
    as_of = last if days is None else MONDAY + timedelta(days=days)
    return check(
        History(log),
        lambda name: NOBODY_KNOWS if name == NOBODY_KNOWS.id else lift(name),
        as_of=as_of,
    )


def codes(log: list[Workout], days: int | None = None) -> set[str]:
    return {one.code for one in judged(log, days).alerts}


def lacking(log: list[Workout]) -> set[str]:
    return {one.code for one in judged(log).not_assessable}


def every(days: int, count: int, *rows, **fields) -> list[Workout]:
    return [trained(days * n, *rows, **fields) for n in range(count)]


HARD, CALM, FAILED = (15, 12, 1), (15, 12, 4), (15, 12, 0)


@pytest.mark.parametrize(
    ("log", "due"),
    [
        (every(3, 16, HARD), True),
        (every(3, 13, HARD), False),
        (every(7, 20, HARD), False),
        (every(3, 16, CALM), False),
        (every(3, 16, (15, 12, None)), False),
        ([*every(3, 10, HARD), trained(30, HARD, phase=Phase.DELOAD),
          *every(3, 16, HARD)[11:]], False),
        ([*every(3, 16, HARD)[:7], trained(22, CALM), trained(25, CALM),
          *every(3, 20, HARD)[9:]], False),
        ([*every(3, 14, HARD), trained(42, CALM, phase=Phase.DELOAD),
          trained(44, HARD)], False),
        ([*every(2, 12, HARD), trained(23, HARD), *every(2, 26, HARD)[16:]], False),
        (every(3, 16, *[(15, 12, None)] * 4, FAILED), True),
        ([trained(3 * n, *[(15, 12, None)] * 4, *[FAILED] * (n % 2))
          for n in range(16)], False),
    ],
    ids=["hard", "five weeks", "once a week", "far from failure", "unrated", "eased",
         "a calm week from Tuesday on", "an easy day", "seven days off",
         "failures a day", "few failures, else unrated"],
)  # fmt: skip
def test_an_easier_week_is_due_after_six_hard_ones(log, due) -> None:
    assert ("deload-due" in codes(log)) is due


def test_how_hard_unrated_weeks_were_is_not_known() -> None:
    assert "deload-due" in lacking(every(3, 16, (15, 12, None)))


FAR, NEAR = (60, 8, 5), (80, 5, 1)
RAMP = ((40, 8, 8), (60, 5, 6), (80, 5, 2))


@pytest.mark.parametrize(
    ("log", "low"),
    [
        (every(2, 12, FAR, FAR, exercise=BENCH), True),
        (every(2, 12, *RAMP, exercise=BENCH), False),
        ([trained(2 * n, FAR if n % 3 else NEAR, exercise=BENCH) for n in range(12)],
         False),
        ([*every(2, 9, NEAR, exercise=BENCH),
          *(trained(2 * n, FAR, exercise=BENCH, phase=Phase.DELOAD)
            for n in (9, 10, 11))], False),
    ],
    ids=["a month far away", "ramp to work", "light days", "easy week"],
)  # fmt: skip
def test_effort_is_low_when_even_the_hardest_sets_are_far_away(log, low) -> None:
    assert ("effort-low" in codes(log)) is low


@pytest.mark.parametrize(
    ("days", "hours", "short"), [(1, 0, True), (2, 0, False), (2, -1, False)]
)
def test_rest_after_failure_is_counted_from_start_to_start(days, hours, short) -> None:
    again = trained(days, HARD)
    again = replace(again, started_at=again.started_at + timedelta(hours=hours))
    log = [trained(0, *[FAILED] * 3), again]
    assert ("recovery-short" in codes(log)) is short


@pytest.mark.parametrize(
    ("lefts", "short"), [((2, 3), False), ((3, 1), True), ((3, None), True)]
)
def test_who_spares_a_muscle_that_rests_does_as_he_was_told(lefts, short) -> None:
    log = [trained(0, *[FAILED] * 3), trained(1, *((15, 12, n) for n in lefts))]
    assert ("recovery-short" in codes(log)) is short


@pytest.mark.parametrize(
    ("sets", "failures", "high"),
    [(24, 0, False), (18, 6, False), (23, 6, False), (24, 4, False), (24, 5, True)],
)
def test_volume_is_high_above_the_band_and_with_failure(sets, failures, high) -> None:
    rows = [(80, 8, 0 if n < failures else 2) for n in range(sets)]
    assert ("volume-high" in codes([trained(0, *rows, exercise=BENCH)])) is high


def test_a_muscle_that_mostly_helped_is_not_told_of_by_half_counts() -> None:
    rows = [(80, 8, 0 if n < 5 else 2) for n in range(24)]
    log = [trained(0, *rows, exercise=BENCH)]
    log.append(trained(2, *[FAILED] * 15, exercise=SKULLCRUSHER))
    high = {one.subject.id for one in judged(log).alerts if one.code == "volume-high"}
    assert high == {"chest"}


@pytest.mark.parametrize("begins", range(7))
def test_27_sets_in_seven_days_are_as_many_from_any_weekday_on(begins) -> None:
    rows = [(80, 8, 0 if n > 4 else 1) for n in range(9)]
    log = [trained(begins + day, *rows, exercise=BENCH) for day in (0, 2, 4)]
    assert "volume-high" in codes(log)


def test_an_easy_week_ends_the_talk_of_volume() -> None:
    rows = [(80, 8, 0 if n < 6 else 2) for n in range(24)]
    log = [trained(2, *rows, exercise=BENCH)]
    assert "volume-high" in codes([*log, trained(7, HARD)])
    assert "volume-high" not in codes([*log, trained(7, CALM, phase=Phase.DELOAD)])


def test_much_volume_of_which_nothing_was_rated_cannot_be_judged() -> None:
    rows = [(80, 8, None)] * 24
    assert "volume-high" in lacking([trained(0, *rows, exercise=BENCH)])


@pytest.mark.parametrize(
    ("later", "hurts"),
    [((), True), ((0,), False), ((0, 0), False), ((2,), True), ((0, 6), True)],
)
def test_pain_is_over_when_the_joint_was_reported_at_0(later, hurts) -> None:
    log = [
        trained(2 * n, HARD, checkin=CheckIn(joints=(JointPain("elbow", pain),)))
        for n, pain in enumerate((5, *later))
    ]
    assert ("joint-pain" in codes(log)) is hurts


@pytest.mark.parametrize("reps", [5, 14])
def test_nobody_asked_for_another_range_than_the_own(reps: int) -> None:
    log = [*every(3, 6, (15, reps, 1)), trained(18, (15, reps, 0))]
    assert not codes(log) & {"load-too-light", "load-too-heavy"}


def test_a_range_that_nobody_knows_is_not_missed() -> None:
    assert not codes([trained(0, (15, 30, 0))]) & {"load-too-light"}


@pytest.mark.parametrize("reps", [5, 16])
def test_which_load_fits_is_left_to_the_plan(reps) -> None:
    plan = Target(sets=(SetTarget(reps=(8, 12)),))
    failed = done(90, reps, left=0)
    found = judged([workout(entry(BENCH.id, failed, target=plan))]).alerts
    (advice,) = [one.advice for one in found if one.code.startswith("load-too")]
    assert not any(map(str.isdigit, advice))


@pytest.mark.parametrize(
    ("after", "paid"),
    [
        ((15, 9, 1), True),
        ((12, 9, 1), False),
        ((15, 10, 1), False),
        ((17, 9, 0), False),
    ],
    ids=["a quarter fewer", "lighter", "two of twelve fewer", "heavier"],
)
def test_failure_before_the_last_set_is_named_where_it_cost(after, paid) -> None:
    assert ("failure-before-last-set" in codes([trained(0, FAILED, after)])) is paid


def test_the_failure_that_cost_the_most_is_named_by_its_reps() -> None:
    """Not by its place, which ramps would move; the first cost nothing."""
    log = [trained(0, (17, 10, 0), (15, 10, 0), (15, 8, 1), (15, 7, 1), (12, 5, 1))]
    [told] = [
        one for one in judged(log).alerts if one.code == "failure-before-last-set"
    ]
    assert told.title == "Curl: 10 reps to failure, then 7 with the same load"
    [piece] = told.evidence
    said = "reps after 10 to failure with the same load: 7 reps, limit 7"
    assert piece.words == said


@pytest.mark.parametrize(
    ("usual", "now", "over"),
    [(0, 3, True), (2, 3, True), (4, 4, False), (4, 5, False), (4, 6, True)],
)
def test_who_always_passes_the_budget_is_told_when_it_is_more(usual, now, over) -> None:
    def failing(day: int, count: int) -> Workout:
        return trained(day, *[HARD] * (8 - count), *[FAILED] * count)

    log = [*(failing(2 * n, usual) for n in range(5)), failing(10, now)]
    assert ("failure-budget" in codes(log)) is over


def test_a_lift_that_was_left_falls_silent() -> None:
    """Bad sessions, then other lifts for two weeks: nobody need hear of it again."""
    bad = [trained(3 * n, FAILED, (15, 9, 1)) for n in range(6)]
    others = [trained(15 + n, (100, 5, 2), exercise=SQUAT) for n in (3, 6, 9, 20)]
    assert "failure-before-last-set" in codes([*bad, *others[:2]])
    assert "failure-before-last-set" not in codes([*bad, *others])


def test_lifts_that_nobody_knows_are_no_big_lifts() -> None:
    log = every(3, 8, FAILED, exercise=NOBODY_KNOWS)
    assert "failure-mostly-compound" not in codes(log)
    assert {"failure-mostly-compound", "failure-high-risk"} <= lacking(log)


@pytest.mark.parametrize(
    ("first", "second", "told"), [(8, 0, False), (7, 1, True), (4, 4, True)]
)
def test_failure_on_big_lifts_is_a_habit_from_two_workouts_on(
    first, second, told
) -> None:
    log = [
        trained(3 * n, *[(80, 8, 0)] * failed, (80, 6, 2), exercise=BENCH)
        for n, failed in enumerate((first, second))
    ]
    assert ("failure-mostly-compound" in codes(log)) is told


def test_a_share_without_a_past_is_not_silently_fine() -> None:
    assert "failure-share-rising" in lacking(every(1, 7, *[FAILED] * 4))


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ((15, 18, 0), "load-too-light"), ((15, 6, 0), "load-too-heavy"),
        ((8, 25, 0), None), ((17.5, 8, 0), None),
    ],
    ids=["light", "heavy", "a light day", "a step up"],
)  # fmt: skip
def test_a_load_fits_the_reps_done_with_about_that_load_before(now, code) -> None:
    found = codes([*every(3, 8, (15, 12, 1)), trained(24, now)])
    assert found & {"load-too-light", "load-too-heavy"} == ({code} if code else set())


@pytest.mark.parametrize(("away", "light"), [(21, True), (60, False)])
def test_what_was_usual_before_a_break_is_no_range(away: int, light: bool) -> None:
    log = [*every(3, 8, (15, 12, 1)), trained(21 + away, (15, 18, 0))]
    assert ("load-too-light" in codes(log)) is light


@pytest.mark.parametrize(("first", "light"), [(170, False), (160, True)])
def test_a_back_off_set_is_no_load_that_is_too_light(first, light) -> None:
    usual = every(3, 6, (170, 10, 1), (160, 10, 1), exercise=BENCH)
    day = trained(18, (first, 10, 1), (160, 15, 0), exercise=BENCH)
    assert ("load-too-light" in codes([*usual, day])) is light


ALL_FAILED, NONE_FAILED = [FAILED] * 3, [HARD] * 3


@pytest.mark.parametrize(("pause", "opened"), [(10, 0), (20, None), (60, None)])
def test_a_habit_of_a_lift_that_is_seldom_done_is_told_once(pause, opened) -> None:
    log = [trained(day, *ALL_FAILED) for day in (0, pause)]
    found = [one for one in judged(log).alerts if one.code == "failure-every-set"]
    days = [(one.first_raised - MONDAY).days for one in found]
    assert days == ([] if opened is None else [opened])


@pytest.mark.parametrize(
    ("without", "told"), [(0, True), (1, False), (9, False), (10, True)]
)
@pytest.mark.parametrize("days", [3, 20])
def test_a_habit_is_told_anew_after_ten_sessions_without_it(
    without: int, told: bool, days: int
) -> None:
    sets = [ALL_FAILED, *[NONE_FAILED] * without, ALL_FAILED]
    log = [
        trained(days * n, *each) for n, each in enumerate(sets if without else sets[:1])
    ]
    assert ("failure-every-set" in codes(log)) is told
