"""Strength and effort over time, and what is said of them."""

from datetime import date

import pytest
from builders import done, entry, workout

from befit_tui.analysis.lift.verdict import Measure
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Phase
from befit_tui.logbook.lift_strength import band_words
from befit_tui.logbook.trends.time_range import RANGES
from befit_tui.logbook.trends.trends import Trends

CATALOG = load_catalog()
BENCH = CATALOG.get("bench-press-barbell")
PULL_UP = CATALOG.get("pull-up")
FOUR_WEEKS, TWELVE_WEEKS, YEAR, ALL = RANGES
TODAY = date(2026, 11, 30)


def session(day, load, reps=5, left=1, **fields):
    logged = done(load, reps, left=left, id=f"set-{day}")
    return workout(entry(BENCH.id, logged), day=day, **fields)


def bench(loads, *, left=1):
    """A session a week up to Monday 30 November, the last load last."""
    first = 28 - 7 * (len(loads) - 1)
    return [session(first + 7 * n, load, left=left) for n, load in enumerate(loads)]


def strength(workouts, span=TWELVE_WEEKS, unit=Unit.KG, exercise=BENCH):
    found = Trends(History(workouts), CATALOG)
    return found.strength(exercise, span.until(TODAY), unit)


# Epley: 5 reps with 1 left at 80 kg are 80 (1 + 6 / 30) = 96 kg; if nobody knows what
# was left, 1.5 are taken: at least 80 (1 + 6.5 / 30) = 97.3 kg.
@pytest.mark.parametrize(
    ("workouts", "span", "said"),
    [
        (
            bench([80] * 6),
            TWELVE_WEEKS,
            "holding since 26 Oct 2026 (+0.0%), at an estimated 1RM of 96 kg.",
        ),
        (
            bench([80] * 6, left=None),
            TWELVE_WEEKS,
            "holding since 26 Oct 2026 (+0.0%), at an estimated 1RM of at least 93.3",
        ),
        (bench([80 + 2 * n for n in range(8)]), TWELVE_WEEKS, "up 11.9% since 12 Oct"),
        (
            bench([100] * 8 + [90, 88, 86, 85, 85]),
            ALL,
            "down 15.0% since 26 Oct 2026: 85 kg x 5, 1 left on 30 Nov against 100 kg",
        ),
        (
            bench([80, 85]),
            FOUR_WEEKS,
            "cannot tell, it takes 4 sessions and there are 2 so far. It went from 96 ",
        ),
        (
            bench([80, 80]),
            FOUR_WEEKS,
            "cannot tell, it takes 4 sessions and there are 2 so far. It stayed at 96 ",
        ),
        ([session(-60, 80)], FOUR_WEEKS, "nothing in 4 weeks; the last session is 2 "),
        ([], ALL, "not assessable so far: log working sets with their reps, or the"),
    ],
)
def test_one_sentence_says_the_verdict_on_a_lift(workouts, span, said):
    sentence = strength(workouts, span).sentence
    assert sentence.startswith(f"Bench Press (Barbell): {said}")


def test_the_sentence_is_in_the_unit_of_the_lifter():
    found = strength(bench([80] * 6), unit=Unit.LB)
    assert found.sentence.endswith("at an estimated 1RM of 211.6 lb.")
    assert (found.unit, found.measure) == ("lb", "Estimated 1RM")


def test_a_moved_body_is_followed_in_reps_and_a_hold_in_seconds():
    days = range(0, 28, 4)
    pull_ups = strength(
        [
            workout(
                entry(PULL_UP.id, done(10, 6, left=1, id=f"set-{day}")),
                day=day,
                bodyweight=done(80, 1).load,
            )
            for day in days
        ],
        exercise=PULL_UP,
    )
    said = "; with the last load you now get 7 reps to failure."
    assert pull_ups.sentence.endswith(said)
    assert pull_ups.points[-1].value == pytest.approx(7)
    planks = strength(
        [
            workout(
                entry("plank", done(None, None, seconds=60, id=f"set-{day}")), day=day
            )
            for day in days
        ],
        exercise=CATALOG.get("plank"),
    )
    assert (planks.unit, planks.points[-1].value) == ("s", pytest.approx(60))


def test_reps_are_told_as_far_as_a_formula_holds():
    """By Epley 100 kg for 20 reps would be 70 reps with 50 kg."""
    heavy = [session(-70 + 7 * n, 100, reps=19) for n in range(6)]
    light = [session(-28 + 7 * n, 50, reps=19) for n in range(8)]
    found = strength([*heavy, *light], ALL)
    assert found.unit == "reps"
    assert [round(one.value) for one in found.points] == [20] * 8
    assert max(high for _, high in (one.band for one in found.points)) <= 30
    assert found.sentence.endswith(
        "6 sessions with far more load left out: with the last load it would be over "
        "30 reps, where no formula holds."
    )
    # What was done with the load itself is no formula.
    many = strength([session(7 * n, 20, reps=40) for n in range(5)], ALL)
    assert [round(one.value) for one in many.points] == [41] * 5


def test_deloads_are_shaded_and_stay_out_of_the_line():
    light = [session(day, 40, phase=Phase.DELOAD) for day in (15, 17, 19)]
    log = [*bench([80] * 4), *light]
    found = strength(log)
    assert [point.value for point in found.points] == [pytest.approx(96)] * 4
    shaded = Trends(History(log), CATALOG).deloads()
    assert shaded == ((date(2026, 11, 17), date(2026, 11, 21)),)


def test_the_band_is_that_of_the_level():
    found = strength(bench([80] * 12))
    assert all(
        low < 96 < high < 1.15 * low for low, high in (p.band for p in found.points)
    )


def test_years_are_drawn_by_the_same_verdict_as_the_last_weeks():
    years = [session(28 - 7 * n, 80) for n in range(150)]
    found = strength(years[::-1], ALL)
    assert len(found.points) == 150
    assert [one.day for one in found.points] == sorted(one.day for one in found.points)


def test_a_day_reads_its_heaviest_set_and_the_level_then():
    found = strength([*bench([80] * 6), session(27, 60, reps=8)])
    assert found.points[-1].words == (
        "Heaviest set 80 kg × 5, 1 left. Likely level that day: 92.2 to 99.9 kg."
    )


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ((1.2, 2.4), "1 to 2 reps with the last load"),
        ((2.6, 3.4), "3 reps with the last load"),
        ((0.8, 1.3), "1 rep with the last load"),
    ],
)
def test_a_level_between_two_numbers_that_are_one_is_that_number(band, words):
    assert band_words(band, Measure.REPS, Unit.KG) == words


def test_lifts_come_by_use():
    log = [
        workout(entry("squat-barbell", done(100, 5)), entry("plank"), day=0),
        workout(
            entry("hammer-curl-dumbbell", done(14, 9)),
            entry(BENCH.id, done(80, 5)),
            entry("plank", done(None, None, seconds=60)),
            day=1,
        ),
        workout(entry(BENCH.id, done(80, 5)), day=2),
    ]
    lifts = Trends(History(log), CATALOG).lifts()
    assert [(one.id, one.workouts) for one in lifts] == [
        (BENCH.id, 2), ("squat-barbell", 1), ("hammer-curl-dumbbell", 1), ("plank", 1),
    ]  # fmt: skip


def effort(workouts, span=FOUR_WEEKS):
    return Trends(History(workouts), CATALOG).effort(span.until(TODAY))


def test_effort_says_which_sets_it_leaves_out():
    holds = [done(None, None, seconds=60, id=f"h{n}") for n in range(2)]
    sets = [done(80, 8, left=2, id="a"), *holds]
    found = effort([workout(entry(BENCH.id, *sets), day=21)])
    assert found.sentence.startswith(
        "1 working set in 4 weeks, 2 by time or distance not counted. Of the 1 that"
    )


def test_effort_counts_a_week_by_reps_left_and_says_what_it_comes_to():
    sets = [done(80, 8, left=n, id=str(n)) for n in (0, 1, 1.5, 3, 6, None)]
    failed = done(80, 7, end=End.TECHNICAL, id="failed")
    found = effort([workout(entry(BENCH.id, *sets, failed), day=21)])
    (week,) = found.weeks
    assert week.efforts == (2, 1, 1, 1, 1, 1)
    assert found.sentence == (
        "7 working sets in 4 weeks. Of the 6 that you rated, 33% went to failure, 33% "
        "stopped 1 or 2 reps short of failure, 17% had 4 or more left."
    )
    assert found.failures == (
        "2 sets went to failure in 1 workout, 2.0 a workout: inside your budget of 2."
    )


def test_more_failure_than_the_budget_is_said():
    failed = [done(80, 8, left=0, id=str(n)) for n in range(3)]
    found = effort([workout(entry(BENCH.id, *failed), day=21)])
    assert found.failures.endswith(
        "3.0 a workout: more than the 2 of your budget; 1 workout went over it."
    )


def test_unrated_sets_are_not_called_easy():
    found = effort([session(21, 80, left=None)], ALL)
    assert found.sentence == (
        "1 working set so far, none of them rated: how hard they were is not known."
    )
    assert found.failures == (
        "How many went to failure is not assessable: no set is rated."
    )


def test_a_time_without_workouts_says_when_the_last_was():
    assert effort([session(-60, 80)]).sentence == (
        "No workout in 4 weeks; the last one was 2 months ago."
    )
    assert effort([]).sentence.startswith("No workouts yet: in befit, W starts one")


def test_a_lift_of_years_ago_is_measured_as_it_was_then():
    log = [session(-1000 + 7 * n, 100) for n in range(8)]
    found = strength(log, ALL)
    assert (found.unit, found.measure) == ("kg", "Estimated 1RM")
    assert found.points[-1].value == pytest.approx(120)
    assert "cannot tell, it was last done on " in found.sentence
