"""Warm-ups and drop sets stay out of records, volume, strength and progression."""

from datetime import timedelta

from builders import MONDAY, done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import BENCH
from plans import plan

from befit_tui.analysis.lift.records import records_of
from befit_tui.analysis.lift.sessions import sessions, weigh_ins
from befit_tui.analysis.lift.verdicts import Verdicts
from befit_tui.analysis.volume import hard_sets
from befit_tui.domain.effort import failures_in
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Form, Kind

extras = st.lists(
    st.builds(
        lambda n, kind, load, reps, end: done(
            load, reps, id=f"x{n}", kind=kind, end=end, left=0.0, form=Form.INTACT
        ),
        st.integers(0, 10_000),
        st.sampled_from([Kind.WARMUP, Kind.DROP]),
        st.sampled_from([20, 60, 80, 120, 200]),
        st.integers(1, 40),
        st.sampled_from([None, End.TECHNICAL, End.MOMENTARY]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.id,
)


def working(day):
    """Three rated sets, a little heavier each week."""
    return [done(80 + day / 7, 8, id=f"{day}-{n}", left=2.0) for n in range(3)]


def told(history, today):
    """Everything that the analysis says of a lift and of the last workout."""
    last = next(history.newest_first())
    exercises = {BENCH.id: BENCH}.__getitem__
    past = tuple(sessions(history.exposures(BENCH.id), BENCH, weigh_ins(history)))
    return (
        records_of(last, history, exercises),
        hard_sets(last, exercises),
        Verdicts(history, exercises, today).level(BENCH),
        plan(BENCH, *(list(one.working) for one in past), today=today),
        failures_in(last),
    )


@settings(max_examples=30)
@given(st.lists(extras, min_size=3, max_size=3), st.booleans())
def test_they_change_nothing_that_is_said(more, in_front):
    plain, mixed = [], []
    for week, extra in enumerate(more):
        sets = working(7 * week)
        mix = [*extra, *sets] if in_front else [*sets, *extra]
        plain.append(workout(entry(BENCH.id, *sets), day=7 * week))
        mixed.append(workout(entry(BENCH.id, *mix), day=7 * week))
    today = (MONDAY + timedelta(days=21)).date()
    assert told(History(mixed), today) == told(History(plain), today)


def test_the_same_sets_as_working_sets_would_have_changed_it():
    heavy = done(200, 10, id="x", left=0.0, end=End.MOMENTARY, form=Form.INTACT)
    today = (MONDAY + timedelta(days=8)).date()
    first = workout(entry(BENCH.id, *working(0)))
    second = workout(entry(BENCH.id, *working(7), heavy), day=7)
    quiet = workout(entry(BENCH.id, *working(7)), day=7)
    assert told(History((first, second)), today) != told(History((first, quiet)), today)
