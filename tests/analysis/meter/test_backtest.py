"""Which sets are judged, what is said of them, and how the errors add up."""

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.analysis.meter.backtest import (
    FORMULAS,
    BacktestResult,
    brzycki,
    epley,
    forecasts,
    judge,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import End, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

ROW = Exercise(id="row", name="Row")
DIP = Exercise(id="row", name="Assisted Dip", load=LoadKind.ASSISTED)


def log(*last: LoggedSet, earlier: int = 3) -> list[Workout]:
    """Weeks of 60 kg x 10 with 2 left, then one session of the sets in question."""
    weeks = [
        workout(entry("row", done(60, 10, left=2)), day=7 * week)
        for week in range(earlier)
    ]
    return [*weeks, workout(entry("row", *last), day=7 * earlier)]


def judged(*last: LoggedSet, earlier: int = 3) -> BacktestResult:
    return judge(log(*last, earlier=earlier), lambda _: ROW)


@pytest.mark.parametrize(
    ("asked", "is_judged"),
    [
        (done(60, 10, left=2), True),
        (done(60, 10, rpe=8), True),
        (done(60, 10, rpe=6), True),
        (done(60, 10, rpe=5.5), False),
        (done(60, 10, left=5), False),
        (done(60, 10), False),
        (done(60, 10, end=End.MOMENTARY), True),
        (done(60, 0, end=End.MISSED), True),
        (done(60, 10, end=End.STOPPED), False),
        (done(60, 10, left=2, kind=Kind.WARMUP), False),
        (done(60, 10, left=2, kind=Kind.DROP), False),
        (done(0, 10, left=2), False),
        (done(None, 10, left=2), False),
        (done(60, None, left=2), False),
    ],
)
def test_which_sets_are_judged(asked: LoggedSet, is_judged: bool) -> None:
    assert len(judged(asked).judged) == is_judged


@pytest.mark.parametrize(("earlier", "count"), [(2, 0), (3, 1), (4, 2)])
def test_three_workouts_must_lie_before(earlier: int, count: int) -> None:
    assert len(judged(done(60, 10, left=2), earlier=earlier).judged) == count


def test_a_judged_set_says_what_was_done_and_where() -> None:
    last = done(60, 9, rpe=8.5)
    [found] = judged(last).judged
    assert (found.session.exercise, found.done, found.load) == (ROW, last, kg(60))
    assert (found.left, found.total) == (1.5, 10.5)
    assert found.session.workout.started_at == MONDAY.replace(day=23)
    assert found.said.low <= found.said.reps <= found.said.high


def test_long_sets_have_a_forecast_but_do_not_count() -> None:
    result = judged(done(60, 10, left=2), done(30, 24, left=0))
    assert (len(result.judged), len(result.counted)) == (2, 1)
    assert result.figures["coverage"] == 1
    assert all(isinstance(each.said.reps, float) for each in result.judged)


def test_a_set_that_no_reading_would_be_given_for_still_gets_a_number() -> None:
    [found] = judge(log(done(60, 10, left=2)), lambda _: DIP).judged
    assert found.said.reps == 12


def test_nothing_to_judge_gives_no_figures() -> None:
    figures = judge([], lambda _: ROW).figures
    assert set(figures.values()) == {None}


def test_the_forecast_is_better_than_formulas_blind_to_effort() -> None:
    result = judged(done(60, 10, left=2), done(60, 9, left=2), earlier=8)
    errors = result.figures
    assert tuple(errors)[:4] == ("meter", *FORMULAS)
    assert errors["meter"] < 1 < errors["epley_last"]


@pytest.mark.parametrize(
    ("kilograms", "sets", "reps"),
    [(100, [(100, 5)], 5), (90, [(100, 5), (60, 10)], 8.89), (120, [(100, 3)], -2.5)],
)
def test_epley(kilograms: float, sets: list[tuple[float, int]], reps: float) -> None:
    assert epley(kilograms, sets) == pytest.approx(reps, abs=0.01)


@pytest.mark.parametrize(
    ("kilograms", "sets", "reps"),
    [(100, [(100, 5)], 5), (90, [(100, 5)], 8.2), (50, [(20, 50)], 34.5)],
)
def test_brzycki(kilograms: float, sets: list[tuple[float, int]], reps: float) -> None:
    assert brzycki(kilograms, sets) == pytest.approx(reps, abs=0.01)


def test_the_last_set_baseline_is_the_set_before() -> None:
    first, second = judged(done(60, 9, left=0), done(60, 7, left=0)).judged
    assert [forecasts(one)["last_set"] for one in (first, second)] == [10, 9]


@pytest.mark.parametrize(
    ("asked", "is_judged"),
    [
        (done(70, 8, left=1), True),
        (done(70, 8, end=End.TECHNICAL), True),
        (done(63.5, 8, left=0), True),
        (done(63, 8, left=0), False),
        (done(56, 8, left=0), True),
        (done(70, 8, left=1.5), False),
    ],
    ids=["heavier", "failure", "over 5%", "5%", "lighter", "not hard"],
)
def test_the_second_judge_takes_hard_sets_at_a_changed_load(
    asked: LoggedSet, is_judged: bool
) -> None:
    """Changed is more than 5% from every load of the session before: 60 kg."""
    result = judged(asked)
    assert len(result.capacity.judged) == is_judged
    assert (result.capacity.figures["meter"] is not None) is is_judged
