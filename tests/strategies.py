"""Any workout that can be kept, for tests of round trips."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Every, Form, Kind, Phase
from befit_tui.domain.workout import (
    CheckIn,
    Entry,
    JointPain,
    LoggedSet,
    Scheme,
    SetTarget,
    Source,
    StepUp,
    Target,
    Week,
    Workout,
)


def maybe(strategy):
    return st.none() | strategy


texts = st.text(max_size=12)
counts = st.integers(0, 200)
numbers = st.floats(-1e6, 1e6, allow_nan=False) | st.integers(-500, 500)
tenths = st.sampled_from([0, 0.5, 1, 2.5, 10])
scales = maybe(st.integers(1, 5))
spans = st.tuples(counts, counts).map(lambda pair: tuple(sorted(pair)))
zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
times = st.builds(datetime.fromtimestamp, st.floats(1e6, 4e9), zones)
loads = st.builds(Load, numbers, st.sampled_from(Unit))

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=6,
)
unknown = st.dictionaries(texts.map(lambda name: f"x-{name}"), plain, max_size=2)

logged_sets = st.builds(
    LoggedSet,
    id=texts,
    kind=st.sampled_from(Kind),
    load=maybe(loads),
    reps=maybe(counts),
    extra_reps=maybe(counts),
    left=maybe(tenths),
    end=maybe(st.sampled_from(End)),
    form=maybe(st.sampled_from(Form)),
    rpe=maybe(tenths),
    at=maybe(times),
    rest_s=maybe(numbers),
    rep_times=maybe(st.lists(numbers, max_size=3).map(tuple)),
    seconds=maybe(numbers),
    metres=maybe(numbers),
    note=texts,
    raw_load=maybe(loads),
    asked_left=maybe(spans),
)
set_targets = st.builds(
    SetTarget,
    kind=st.sampled_from(Kind),
    reps=maybe(spans),
    left=maybe(spans),
    load=maybe(loads),
    percent=maybe(numbers),
    seconds=maybe(numbers),
    amrap=st.booleans(),
)
sets_of_a_day = st.lists(set_targets, max_size=2).map(tuple)
schemes = st.builds(
    Scheme,
    name=texts,
    steps=st.lists(st.builds(StepUp, loads, counts), max_size=2).map(tuple),
    every=st.sampled_from(Every),
    fails=counts,
    back=numbers,
    test=counts,
    again=maybe(loads),
    of_max=st.booleans(),
    of=texts,
    weeks=st.lists(st.builds(Week, sets_of_a_day, st.booleans()), max_size=2).map(
        tuple
    ),
    stages=st.lists(sets_of_a_day, max_size=2).map(tuple),
    week=counts,
    easy=st.booleans(),
    hard=counts,
    max=maybe(loads),
    why=texts,
)
targets = st.builds(
    Target,
    rest_s=maybe(counts),
    sets=sets_of_a_day,
    scheme=maybe(schemes),
)
entries = st.builds(
    Entry,
    exercise=texts,
    superset=maybe(counts),
    note=texts,
    target=maybe(targets),
    sets=st.lists(logged_sets, max_size=2).map(tuple),
    written=maybe(texts.filter(bool)),
)
checkins = st.builds(
    CheckIn,
    sleep_hours=maybe(st.floats(0, 24)),
    sleep=scales,
    soreness=scales,
    fatigue=scales,
    stress=scales,
    mood=scales,
    eating_less=maybe(st.booleans()),
    joints=st.lists(st.builds(JointPain, texts, st.integers(0, 10)), max_size=2).map(
        tuple
    ),
    note=texts,
)
workouts = st.builds(
    Workout,
    id=texts,
    started_at=times,
    name=texts,
    rev=counts,
    ended_at=maybe(times),
    phase=maybe(st.sampled_from(Phase)),
    minutes_planned=maybe(counts),
    session_rpe=maybe(tenths),
    focus=maybe(counts),
    bodyweight=maybe(loads),
    checkin=maybe(checkins),
    note=texts,
    source=maybe(st.builds(Source, texts, texts)),
    entries=st.lists(entries, max_size=2).map(tuple),
    entered_later=st.booleans(),
)
