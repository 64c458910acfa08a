"""What holds for every log: causality, a band around the point, no say for warm-ups."""

from datetime import timedelta

from builders import MONDAY, done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.analysis.meter.ask import NEW_LIFT_HALF_BAND, Reading, learn, read
from befit_tui.analysis.meter.backtest import judge
from befit_tui.analysis.meter.replay import lifter_of
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, Workout

SQUAT = Exercise(id="squat", name="Squat")

loads = st.integers(8, 60).map(lambda step: step * 2.5)
lefts = st.sampled_from([None, 0.0, 0.5, 1.0, 2.0, 4.0])
sets = st.builds(
    lambda load, reps, left, kind: done(load, reps, left=left, kind=kind),
    loads,
    st.integers(1, 25),
    lefts,
    st.sampled_from([Kind.WORK, Kind.WORK, Kind.WORK, Kind.WARMUP, Kind.DROP]),
)
sessions = st.lists(sets, min_size=1, max_size=5)
logs = st.lists(sessions, min_size=1, max_size=8).map(
    lambda found: [
        workout(entry("squat", *each), day=4 * number, id=f"{number:02}")
        for number, each in enumerate(found)
    ]
)
few = settings(max_examples=40)


def asked(log: list[Workout], load: float, *today: LoggedSet) -> Reading:
    at = MONDAY + timedelta(days=40)
    lifter = lifter_of(log, lambda _: SQUAT)
    return read(learn(History(log), SQUAT, lifter, at=at), load, at=at, today=today)


def forecasts(log: list[Workout]) -> list[tuple[float, float, float]]:
    judged = judge(log, lambda _: SQUAT).judged
    return [(each.said.reps, each.said.low, each.said.high) for each in judged]


def cut(log: list[Workout], sets_kept: int) -> list[Workout]:
    """The log as it stood after so many sets."""
    kept = []
    for each in log:
        entries = (replace(each.entries[0], sets=each.entries[0].sets[:sets_kept]),)
        sets_kept -= len(entries[0].sets)
        if entries[0].sets:
            kept.append(replace(each, entries=entries))
    return kept


@few
@given(logs, st.integers(0, 40))
def test_later_sets_never_change_an_earlier_forecast(
    log: list[Workout], kept: int
) -> None:
    before = forecasts(cut(log, kept))
    assert forecasts(log)[: len(before)] == before


@few
@given(logs, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(log: list[Workout], chance) -> None:
    shuffled = log[:]
    chance.shuffle(shuffled)
    assert forecasts(shuffled) == forecasts(log)


@few
@given(logs, loads, sessions)
def test_there_is_always_a_band_around_the_point(
    log: list[Workout], load: float, today: list[LoggedSet]
) -> None:
    said = asked(log, load, *today)
    if not said.assessable:
        assert said.reason
        return
    assert 0 <= said.low <= said.max_reps <= said.high
    assert said.high - said.low >= 0.5
    assert said.max_reps <= 30


@few
@given(logs, sessions)
def test_a_heavier_load_never_allows_more(
    log: list[Workout], today: list[LoggedSet]
) -> None:
    """Nor is there a load in between at which it does."""
    asked_kg = [20 * 1.03**step for step in range(72)]
    said = [asked(log, kg, *today).max_reps for kg in asked_kg]
    known = [reps for reps in said if reps is not None]
    assert known == sorted(known, reverse=True)


@few
@given(logs, sessions)
def test_of_a_load_far_above_all_others_hardly_a_rep_is_likely(
    log: list[Workout], today: list[LoggedSet]
) -> None:
    said = asked(log, 1500, *today)
    assert said.max_reps in {None, 0}
    assert said.high is None or said.high <= NEW_LIFT_HALF_BAND


@few
@given(logs, loads, sets)
def test_a_warm_up_or_drop_set_changes_nothing(
    log: list[Workout], load: float, extra: LoggedSet
) -> None:
    extra = replace(extra, kind=Kind.WARMUP)
    warmed = [
        replace(each, entries=(replace(own, sets=(extra, *own.sets)),))
        for each in log
        for own in each.entries
    ]
    assert asked(warmed, load, extra) == asked(log, load)


@few
@given(logs, loads)
def test_the_unit_does_not_matter(log: list[Workout], load: float) -> None:
    pounds = [
        replace(each, entries=(replace(own, sets=tuple(map(in_pounds, own.sets))),))
        for each in log
        for own in each.entries
    ]
    ours, theirs = asked(log, load), asked(pounds, load)
    assert ours.assessable == theirs.assessable
    if ours.assessable:
        assert abs(ours.max_reps - theirs.max_reps) <= 1


def in_pounds(each: LoggedSet) -> LoggedSet:
    return replace(each, load=Load(each.load.kg / Load(1, Unit.LB).kg, Unit.LB))


@few
@given(st.lists(st.integers(3, 12), min_size=4, max_size=12), loads)
def test_who_never_did_less_than_anothers_best_is_never_told_less(
    reps: list[int], load: float
) -> None:
    """More in every set may be told less while sets swing: another guess is trusted."""
    more = max(reps) - min(reps) + 1

    def said(extra: int) -> float:
        log = [
            workout(entry("squat", done(load, count + extra, left=0)), day=3 * day)
            for day, count in enumerate(reps)
        ]
        return asked(log, load).max_reps

    assert said(more) >= said(0)
