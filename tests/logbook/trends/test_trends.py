"""Strength and effort over time, and what is said of them."""

from datetime import date

import pytest
from builders import done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Phase
from befit_tui.logbook.trends.span import RANGES
from befit_tui.logbook.trends.strength import set_behind
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
    return Trends(History(workouts), CATALOG).strength(exercise, span, TODAY, unit)


# Brzycki: 5 reps with 1 left at 80 kg are 80 x 36 / (37 - 6) = 92.9 kg; if nobody
# knows what was left, at least 80 x 36 / (37 - 5) = 90 kg.
STEADY = (
    "92.9 kg over the last 3 sessions, no change in 12 weeks, within your usual 2.7%."
)
NO_LOAD = "not assessable so far: a 1RM needs a load and a working set of at most 12"


@pytest.mark.parametrize(
    ("workouts", "span", "said"),
    [
        (bench([80] * 6), TWELVE_WEEKS, STEADY),
        (bench([80] * 6, left=None), TWELVE_WEEKS, "at least 90 kg over the"),
        (
            bench([80] * 3 + [90] * 3),
            TWELVE_WEEKS,
            "104.5 kg over the last 3 sessions, up 12.5% in 12 weeks.",
        ),
        (
            bench([90] * 3 + [80] * 3),
            ALL,
            "92.9 kg over the last 3 sessions, down 11.1% so far.",
        ),
        (
            bench([80, 80, 80, 80, 85, 90]),
            FOUR_WEEKS,
            "101.6 kg over the last 2 sessions, up 9.4% in 4 weeks.",
        ),
        (
            bench([20, 80] * 3),
            TWELVE_WEEKS,
            "not assessable in 12 weeks: it swings by ",
        ),
        (bench([80, 85]), FOUR_WEEKS, "not assessable in 4 weeks: 2 sessions."),
        ([session(-60, 80)], FOUR_WEEKS, "nothing in 4 weeks; the last estimate is "),
        ([session(28, 80, reps=20)], ALL, NO_LOAD),
    ],
)
def test_one_sentence_says_how_a_lift_went(workouts, span, said):
    sentence = strength(workouts, span).sentence
    assert sentence.startswith(f"Bench Press (Barbell): {said}")


def test_the_sentence_is_in_the_unit_of_the_lifter():
    assert ": 204.8 lb over" in strength(bench([80] * 6), unit=Unit.LB).sentence


def test_rated_and_unrated_sessions_are_not_set_against_each_other():
    rated, unrated = bench([80] * 6), bench([80] * 6, left=None)
    said = strength([*unrated[:3], *rated[3:]]).sentence
    assert said.endswith("not assessable in 12 weeks: 3 sessions rated.")
    said = strength([*rated[:5], unrated[5]]).sentence
    assert said.endswith("in 12 weeks: 1 session not rated, like the newest.")


def test_body_mass_is_said_to_be_in_it():
    weighed = [
        workout(
            entry(PULL_UP.id, done(10, 6, left=1, id=f"set-{day}")),
            day=day,
            bodyweight=done(80, 1).load,
        )
        for day in (0, 7, 14, 21)
    ]
    found = strength(weighed, exercise=PULL_UP)
    assert found.sentence.startswith("Pull Up: 108 kg with body mass over the")


def test_deloads_are_shaded_and_stay_out_of_the_line():
    light = [session(day, 40, phase=Phase.DELOAD) for day in (15, 17, 19)]
    log = [*bench([80] * 4), *light]
    found = strength(log)
    assert [point.kg for point in found.points] == [pytest.approx(80 * 36 / 31)] * 4
    shaded = Trends(History(log), CATALOG).deloads()
    assert shaded == ((date(2026, 11, 17), date(2026, 11, 21)),)


def test_the_usual_range_needs_three_sessions_and_holds_a_steady_lift():
    found = strength(bench([80] * 6))
    assert found.bands[:3] == (None, None, None)
    for point, band in zip(found.points[3:], found.bands[3:], strict=True):
        low, high = band
        assert low < point.kg < high
        assert high / low < 1.25


def test_after_a_lay_off_nothing_is_usual_yet():
    before = [session(-60 + 7 * n, 80) for n in range(4)]
    found = strength([*before, session(28, 80)], ALL)
    assert found.bands[3] is not None
    assert found.bands[-1] is None


def test_what_an_estimate_was_read_from():
    (rated,) = strength([session(28, 80)]).points
    (unrated,) = strength([session(28, 80, left=None)]).points
    assert set_behind(rated, Unit.KG) == "from 80 kg × 5"
    assert set_behind(unrated, Unit.LB) == (
        "from 176.37 lb × 5, effort not known: at least this"
    )


def test_lifts_come_by_use_and_without_those_that_have_no_load():
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
        (BENCH.id, 2), ("squat-barbell", 1), ("hammer-curl-dumbbell", 1),
    ]  # fmt: skip


def effort(workouts, span=FOUR_WEEKS):
    return Trends(History(workouts), CATALOG).effort(span, TODAY)


def test_effort_counts_a_week_by_reps_left_and_says_what_it_comes_to():
    sets = [done(80, 8, left=n, id=str(n)) for n in (0, 1, 1.5, 3, 6, None)]
    failed = done(80, 7, end=End.TECHNICAL, id="failed")
    found = effort([workout(entry(BENCH.id, *sets, failed), day=21)])
    (week,) = found.weeks
    assert week.efforts == (2, 1, 1, 1, 1, 1)
    assert found.sentence == (
        "In 4 weeks 7 working sets, 6 rated; of these 33% with 1 or 2 left, "
        "17% with 4 or more."
    )
    assert found.failures == (
        "Failure: 2 sets in 1 workout, 33% of the rated; 2.0 a workout, inside the "
        "budget of 2."
    )


def test_more_failure_than_the_budget_is_said():
    failed = [done(80, 8, left=0, id=str(n)) for n in range(3)]
    found = effort([workout(entry(BENCH.id, *failed), day=21)])
    assert found.failures.endswith(
        "3.0 a workout, above the budget of 2; 1 workout passed it."
    )


def test_unrated_sets_are_not_called_easy():
    found = effort([session(21, 80, left=None)], ALL)
    assert found.sentence == (
        "So far 1 working set, none of them rated: how hard they were is not known."
    )
    assert found.failures == "Failure: not assessable, no set is rated."


def test_a_time_without_workouts_says_when_the_last_was():
    assert effort([session(-60, 80)]).sentence == (
        "No workout in 4 weeks; the last one was 2 months ago."
    )
    assert effort([]).sentence.startswith("No workouts yet: in befit, W starts one")
