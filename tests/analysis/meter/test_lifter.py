"""What is learned of a lifter, and what one set says."""

import pytest
from builders import done, entry, kg, workout

from befit_tui.analysis.lift.sessions import NOMINAL_BODY_KG, resistance
from befit_tui.analysis.meter.evidence import evidence
from befit_tui.analysis.meter.lifter import (
    BAND_80,
    HABITS,
    MISSES,
    Forecast,
    Lifter,
    Mean,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import End, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet

ROW = Exercise(id="row", name="Row", default_rest_s=120)


def lifter(*sets: LoggedSet) -> Lifter:
    return Lifter().after(workout(entry("row", *sets)))


def test_a_mean_starts_at_its_guess_and_moves_to_what_is_seen() -> None:
    guess = Mean(8.0, 2.0)
    assert guess.value == 8
    assert guess.plus(12, 12).value == 10
    assert guess.plus(*[12.0] * 998).value == pytest.approx(12, abs=0.01)


def test_the_usual_is_reps_plus_left_of_rated_working_sets() -> None:
    known = lifter(
        done(60, 10, left=2),
        done(60, 10),
        done(30, 5, left=5, kind=Kind.WARMUP),
        done(20, 30, left=1),
    )
    assert known.usual == Mean(10, 2)


def test_long_sets_enter_no_usual() -> None:
    known = lifter(done(60, 6, left=0), done(60, 40, left=0))
    assert known.usual == Mean(7, 2)


@pytest.mark.parametrize(
    ("lefts", "grain"), [((0, 1, 2), 1.0), ((0.5, 1.5, 1), 0.5), ((), 1.0)]
)
def test_totals_come_in_the_steps_a_lifter_uses(
    lefts: tuple[float, ...], grain: float
) -> None:
    assert lifter(*[done(60, 8, left=left) for left in lefts]).grain == grain


@pytest.mark.parametrize(
    ("before", "then", "gaps"),
    [
        (done(60, 8), done(60, 9, left=0), [1]),
        (done(60, 8), done(60, 20, left=0), [6]),
        (done(60, 8), done(62.5, 9, left=0), []),
        (done(60, 8, left=1), done(60, 9, left=0), []),
        (done(60, 8), done(60, 9), []),
    ],
    ids=["same load", "bounded", "other load", "both rated", "none rated"],
)
def test_what_unrated_sets_leave_shows_in_the_next(
    before: LoggedSet, then: LoggedSet, gaps: list[float]
) -> None:
    known = lifter(before, then).unrated
    assert known == Lifter().unrated.plus(*gaps)


def said(
    plain: float,
    half_band: float = 1.3,
    guesses: tuple[float | None, ...] = (None,) * HABITS,
) -> Forecast:
    """A forecast and plain guesses beside it."""
    low, high = plain - half_band, plain + half_band
    return Forecast(plain, low, high, plain, (plain, *guesses))


def test_bands_settle_where_four_in_five_hold() -> None:
    """Four hits and a miss take and give the same."""
    known = Lifter()
    for total in (9, 9, 12, 9, 9):
        known = known.taught(total, said(10))
    assert known.width == pytest.approx(0)
    assert known.stretch == pytest.approx(BAND_80)


def test_errors_smaller_than_expected_narrow_the_band_soon() -> None:
    known = Lifter()
    for _ in range(40):
        known = known.taught(10, said(10))
    assert known.stretch < 0.75 * BAND_80


def test_the_latest_misses_correct_the_next_forecast_a_little() -> None:
    known = Lifter()
    assert known.correction == 0
    for _ in range(100):
        known = known.taught(12, said(10))
    assert known.correction == pytest.approx(0.15 * 2)
    for _ in range(MISSES):
        known = known.taught(9, said(10))
    assert known.correction == pytest.approx(0.15 * -1)


def test_guesses_that_come_true_are_trusted_and_silent_ones_as_before() -> None:
    known = Lifter()
    for _ in range(30):
        known = known.taught(8, said(10, guesses=(8, 13, None, None)))
    similar, right, wrong, silent, *_ = known.trust
    assert right > similar > wrong
    assert silent == Lifter().trust[3]


@pytest.mark.parametrize(
    ("kind", "load", "body", "kilograms"),
    [
        (LoadKind.WEIGHT, 80, 90, 80),
        (LoadKind.WEIGHT, 0, 90, None),
        (LoadKind.WEIGHT, None, 90, None),
        (LoadKind.BODYWEIGHT_PLUS, 10, 90, 100),
        (LoadKind.BODYWEIGHT_PLUS, None, 90, 90),
        (LoadKind.BODYWEIGHT_PLUS, 10, None, NOMINAL_BODY_KG + 10),
        (LoadKind.ASSISTED, 30, 90, 60),
        (LoadKind.ASSISTED, 200, 90, 5),
        (LoadKind.REPS_ONLY, None, 90, None),
    ],
)
def test_resistance(
    kind: LoadKind, load: float | None, body: float, kilograms: float | None
) -> None:
    assert resistance(Exercise(id="x", name="x", load=kind), load, body) == kilograms


def test_hard_sets_tire_and_easy_ones_hardly() -> None:
    def tired(*sets: LoggedSet) -> float:
        *_, last = evidence((*sets, done(60, 1, left=0)), ROW, None)
        return last.weariness

    assert tired() == 0
    assert tired(done(60, 10, end=End.TECHNICAL)) == 1
    assert 0 < tired(done(60, 10, left=4)) < tired(done(60, 10)) < 1
    assert tired(*[done(60, 10, left=0)] * 9) == 5


@pytest.mark.parametrize(("rest", "weariness"), [(None, 1), (120, 1), (600, 0.6)])
def test_rest_takes_weariness_off(rest: float | None, weariness: float) -> None:
    sets = (done(60, 10, left=0), done(60, 8, left=0, rest_s=rest))
    *_, last = evidence(sets, ROW, None)
    assert last.weariness == weariness


def test_only_working_sets_with_reps_are_evidence() -> None:
    sets = (
        done(20, 10, kind=Kind.WARMUP),
        done(60, 10, left=1),
        done(60, 0),
        done(60, 0, end=End.MISSED),
        done(60, None),
        done(40, 10, kind=Kind.DROP),
    )
    found = list(evidence(sets, ROW, None))
    assert [(each.reps, each.left, each.place) for each in found] == [
        (10, 1, 0),
        (0, 0, 2),
    ]
    assert found[0].kg == kg(60).kg
