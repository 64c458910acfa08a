"""The cache gives what a fresh check gives, whatever it has kept."""

from builders import done, entry, kg, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import BENCH, CURL, DEADLIFT, PULL_UP, SQUAT, lift

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.alerts.judging import check, judge
from befit_tui.analysis.alerts.snapshot import build, with_live
from befit_tui.analysis.lift.verdict import moved
from befit_tui.domain.history import History
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Form, Phase
from befit_tui.domain.workout import CheckIn
from befit_tui.logbook.alert_cache import AlertCache

LIFTS = (BENCH, SQUAT, DEADLIFT, CURL, PULL_UP)
SETS = st.builds(
    done,
    st.sampled_from([60, 80, 100]),
    st.integers(1, 12),
    left=st.sampled_from([None, 0, 1, 2, 4]),
    form=st.sampled_from([None, *Form]),
    id=st.uuids().map(str),
)
ENTRIES = st.builds(
    lambda exercise, sets: entry(exercise.id, *sets),
    st.sampled_from(LIFTS),
    st.lists(SETS, min_size=1, max_size=3),
)
CHECKINS = st.none() | st.builds(
    CheckIn, sleep_hours=st.sampled_from([None, 5, 8]), sleep=st.integers(1, 5)
)
LOGS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.lists(ENTRIES, min_size=1, max_size=3),
        st.sampled_from([None, None, Phase.DELOAD]),
        CHECKINS,
    ),
    min_size=2,
    max_size=12,
    unique_by=lambda one: one[0],
)


def told(log):
    return [
        workout(*entries, day=day, phase=phase, checkin=checkin, bodyweight=kg(80))
        for day, entries, phase, checkin in sorted(log, key=lambda one: one[0])
    ]


@given(LOGS)
@settings(max_examples=60)
def test_what_is_kept_between_two_sets_changes_no_answer(log) -> None:
    *past, last = told(log)
    cache = AlertCache(History(past), lift, Thresholds())
    day = last.started_at.date()
    cache.open(day)
    for place in range(len(last.entries)):
        so_far = replace(last, entries=last.entries[: place + 1], rev=place + 2)
        before = build(History(past), lift, as_of=day, thresholds=Thresholds())
        fresh = judge(with_live(before, so_far))
        found = cache.open(day, so_far)
        assert found.alerts == fresh.alerts
        assert set(found.not_assessable) == set(fresh.not_assessable)


@given(LOGS)
@settings(max_examples=30)
def test_days_that_were_asked_before_change_nothing(log) -> None:
    history = History(told(log))
    cache = AlertCache(history, lift, Thresholds())
    for one in history:
        day = one.started_at.date()
        assert cache.open(day) == check(history, lift, as_of=day)


def test_the_workout_sees_its_own_lifts_and_the_weeks_around_it() -> None:
    failed = [done(15, 12, left=0, id=f"f{n}") for n in range(3)]
    before = [
        workout(entry(CURL.id, *failed), day=day, id=f"curls-{day}") for day in (0, 2)
    ]
    now = workout(entry(BENCH.id, done(80, 8, left=2, id="b")), day=4, ended_at=None)
    cache = AlertCache(History(before), lift, Thresholds())
    every = {one.subject.id for one in cache.open(now.started_at.date(), now).alerts}
    shown = {one.subject.id for one in cache.of_workout(now)}
    assert CURL.id in every
    assert CURL.id not in shown


def test_a_lift_in_progress_is_as_it_was_before_the_workout() -> None:
    def bench(day: int, reps: int):
        sets = (done(80, reps, left=1, id=f"{day}-{k}") for k in "ab")
        return workout(entry(BENCH.id, *sets), day=day, id=f"w{day}")

    def drops(open_workout=None):
        found = cache.open(day, open_workout).alerts
        return [one.title for one in found if one.code == "performance-drop"]

    past = [bench(4 * n, 10 - n // 3) for n in range(12)]
    cache = AlertCache(History(past), lift, Thresholds())
    now = replace(bench(48, 2), ended_at=None)
    day = now.started_at.date()
    verdict = cache.verdicts(day).verdict(BENCH)
    assert drops() == drops(now) == [f"{BENCH.name}: {moved(verdict)}"]
