from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from befit_tui.analysis.alerts.judging import check, check_session
from befit_tui.catalog.catalog import load_catalog
from befit_tui.demo import demo_open_workout, demo_workouts
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Form, Kind, LoadKind, Phase
from befit_tui.domain.workout import Workout

ZONE = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 18, 44, tzinfo=ZONE)


@pytest.fixture(scope="module")
def year() -> tuple[Workout, ...]:
    return demo_workouts(TODAY, ZONE)


def working(workouts):
    return [done for workout in workouts for done in workout.sets if is_working(done)]


def days_ago(workout: Workout) -> int:
    return (TODAY - workout.started_at.date()).days


def estimates(year, exercise: str) -> dict[int, float]:
    """Epley on the first rated set of each session, reps left included."""
    found = {}
    for workout in year:
        for entry in workout.entries:
            rated = [s for s in entry.sets if is_working(s) and s.left is not None]
            if entry.exercise == exercise and workout.phase is not Phase.DELOAD:
                first = rated[0]
                reps = first.reps + first.left
                found[days_ago(workout)] = first.load.kg * (1 + reps / 30)
    return found


def test_the_same_day_gives_the_same_year(year):
    assert demo_workouts(TODAY, ZONE) == year


def test_another_day_tells_the_same_story_on_other_dates(year):
    later = demo_workouts(TODAY + timedelta(days=3), ZONE)
    assert [w.started_at.date() - timedelta(days=3) for w in later] == [
        w.started_at.date() for w in year
    ]
    assert [s.reps for w in later for s in w.sets] == [
        s.reps for w in year for s in w.sets
    ]


def test_a_year_of_about_four_sessions_a_week_ends_yesterday(year):
    days = [workout.started_at.date() for workout in year]
    assert days == sorted(set(days))
    assert days[0] == TODAY - timedelta(days=364)
    assert days[-1] == TODAY - timedelta(days=1)
    assert 3.3 <= len(days) / 52 <= 4


def test_one_holiday_is_longer_than_three_weeks(year):
    days = [workout.started_at.date() for workout in year]
    gaps = [(after - before).days for before, after in pairwise(days)]
    assert [gap > 21 for gap in gaps].count(True) == 1


def test_every_id_is_used_once(year):
    assert len({workout.id for workout in year}) == len(year)
    ids = [done.id for workout in year for done in workout.sets]
    assert len(set(ids)) == len(ids)
    assert year[-1].id == "demo-2026-11-22-1"


def test_every_load_can_be_made_up_with_the_equipment(year):
    catalog = load_catalog()
    for workout in year:
        for entry in workout.entries:
            assert entry.exercise in catalog
            step = catalog.get(entry.exercise).increment(Unit.KG)
            for done in entry.sets:
                if done.load is not None:
                    assert done.load.unit is Unit.KG
                    assert done.load.value % step == 0, (entry.exercise, done.load)


def test_sets_hold_only_what_a_lifter_can_log(year):
    for done in working(year):
        assert done.left is None or (0 <= done.left <= 10 and done.left * 2 % 1 == 0)
        assert (done.reps or 0) > 0 or done.seconds > 0
        assert (done.extra_reps is None) == (done.form is not Form.BROKE)
        assert reached_failure(done) == (known_left(done) == 0)


def test_a_session_has_five_exercises_and_14_to_18_sets_outside_deloads(year):
    for workout in year:
        assert len(workout.entries) == 5
        if workout.phase is not Phase.DELOAD:
            assert 14 <= len(workout.sets) <= 18


def test_every_set_was_planned(year):
    for workout in year:
        for entry in workout.entries:
            kinds = [planned.kind for planned in entry.target.sets]
            assert kinds == [done.kind for done in entry.sets]
            assert entry.target.rest_s > 0


def test_time_goes_on_within_a_workout(year):
    for workout in year:
        ends = sorted(workout.sets, key=lambda done: int(done.id.rpartition("-")[2]))
        times = [workout.started_at, *(done.at for done in ends), workout.ended_at]
        assert all(before < after for before, after in pairwise(times))
        assert [done.rest_s is None for done in ends].index(False) == 1
        assert timedelta(minutes=20) < times[-1] - times[0] < timedelta(minutes=75)


def test_sets_of_a_superset_alternate(year):
    workout = next(w for w in year if any(e.superset for e in w.entries))
    pair = [entry for entry in workout.entries if entry.superset]
    order = sorted((done.at, entry.exercise) for entry in pair for done in entry.sets)
    names = [name for _, name in order]
    assert names == [entry.exercise for entry in pair] * 3


def test_deloads_are_lighter_shorter_and_never_to_failure(year):
    deload = [workout for workout in year if workout.phase is Phase.DELOAD]
    usual = [workout for workout in year if workout.phase is Phase.HYPERTROPHY]
    weeks = {(days_ago(workout) + 6) // 7 for workout in deload}
    assert len(weeks) == 7
    assert not any(reached_failure(done) for workout in deload for done in workout.sets)
    assert max(len(w.sets) for w in deload) < min(len(w.sets) for w in usual)
    lefts = [done.left for done in working(deload) if done.left is not None]
    assert median(lefts) >= 4


def test_failure_is_mostly_on_isolation_and_one_to_three_sets_a_session(year):
    catalog = load_catalog()
    failed = [
        catalog.get(entry.exercise).is_compound
        for workout in year
        for entry in workout.entries
        for done in entry.sets
        if reached_failure(done)
    ]
    assert failed.count(False) > 3 * failed.count(True)
    counts = [sum(map(reached_failure, w.sets)) for w in year]
    assert max(counts) == 3
    assert median(counts) in (1, 2)


@pytest.mark.parametrize("end", [End.STOPPED, End.TECHNICAL, End.MOMENTARY, None])
def test_sets_end_in_every_way(year, end):
    assert any(done.end is end for done in working(year))


@pytest.mark.parametrize("form", [Form.INTACT, Form.SLIPPED, Form.BROKE, None])
def test_form_holds_slips_breaks_or_is_not_said(year, form):
    assert any(done.form is form for done in working(year))


@pytest.mark.parametrize("kind", [LoadKind.DURATION, LoadKind.BODYWEIGHT_PLUS])
def test_other_ways_to_load_are_in_it(year, kind):
    catalog = load_catalog()
    assert any(catalog.get(e.exercise).load is kind for w in year for e in w.entries)


def test_pull_ups_get_heavier_and_the_body_is_weighed_weekly(year):
    added = [s.load.kg for w in year for e in w.entries for s in e.sets
             if e.exercise == "pull-up"]  # fmt: skip
    assert added[0] == 0 < added[-1]
    assert sum(workout.bodyweight is not None for workout in year) > 40


def test_checkins_and_notes_are_written_by_someone(year):
    assert sum(workout.checkin is not None for workout in year) > len(year) / 2
    notes = {entry.note for workout in year for entry in workout.entries}
    assert {"belt hole 4", "elbow fine after warm-up"} <= notes


def test_the_bench_grows_and_then_falls_in_the_last_fortnight(year):
    bench = estimates(year, "bench-press-barbell")
    recent = [value for day, value in bench.items() if day < 15]
    before = [value for day, value in bench.items() if day >= 15]
    usual = median(before[-5:])
    assert usual > 1.05 * median(before[:5])
    assert len(recent) == 2
    assert max(recent) < 0.95 * usual


def test_the_falling_bench_raises_an_alert_today(year):
    history, exercise = History(year), load_catalog().get
    before = check(history, exercise, as_of=TODAY)
    during = check_session(demo_open_workout(NOW), history, exercise)
    for assessment in (before, during):
        found = {(alert.code, alert.subject.id) for alert in assessment.alerts}
        assert ("performance-drop", "bench-press-barbell") in found


def test_the_squat_has_stalled_for_twelve_weeks(year):
    squat = estimates(year, "squat-barbell")
    lately = [value for day, value in squat.items() if day < 84]
    earlier = [value for day, value in squat.items() if day > 280]
    assert median(lately[-6:]) <= 1.01 * median(lately[:-6])
    assert median(lately) > 1.05 * median(earlier)


def test_todays_push_a_stands_between_the_second_and_third_set_of_bench():
    workout = demo_open_workout(NOW)
    bench, *others = workout.entries
    assert (workout.name, workout.ended_at) == ("Push A", None)
    assert NOW - workout.started_at == timedelta(minutes=42)
    assert [done.kind for done in bench.sets].count(Kind.WORK) == 2
    assert len(bench.sets) == len(bench.target.sets) - 1
    assert workout.started_at < bench.sets[0].at < bench.sets[-1].at < NOW
    assert others
    assert not any(entry.sets for entry in others)
