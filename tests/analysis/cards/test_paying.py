"""Is training this close to failure paying, costing, or can nobody tell?"""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from lifts import BENCH, CABLE_ROW, CURL, SQUAT, lift

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.alerts.snapshot import build
from befit_tui.analysis.cards.paying import Paying, paying
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

LIFTS = (BENCH, SQUAT, CABLE_ROW, CURL)


def trained(gains, lefts, days: int = 24) -> list[Workout]:
    """Every third day four lifts, each with its gain a session and its reps left."""
    return [
        workout(
            *(
                entry(
                    one.id,
                    *(
                        done(60 * (1 + gain * n), 8, left=left, id=f"{one.id}{n}-{k}")
                        for k, left in enumerate(each)
                    ),
                )
                for one, gain, each in zip(LIFTS, gains, lefts, strict=True)
            ),
            day=3 * n,
        )
        for n in range(days)
    ]


def said_of(log) -> Paying | None:
    last = max((one.started_at for one in log), default=MONDAY).date()
    return paying(build(History(log), lift, as_of=last, thresholds=Thresholds()))


UP, FLAT, DOWN = 0.006, 0.0, -0.006
HARD, CLOSE, UNKNOWN = (1, 0), (2, 2), (None, None)


@pytest.mark.parametrize(
    ("gains", "lefts", "answer"),
    [
        ((UP, UP, UP, UP), [HARD] * 4, "paying"),
        ((UP, UP, UP, FLAT), [CLOSE] * 4, "paying"),
        ((DOWN, DOWN, FLAT, FLAT), [HARD, HARD, CLOSE, CLOSE], "costing"),
        ((DOWN, DOWN, FLAT, FLAT), [CLOSE, CLOSE, HARD, HARD], "cannot tell"),
        ((DOWN, DOWN, UP, UP), [HARD] * 4, "cannot tell"),
        ((FLAT,) * 4, [HARD] * 4, "cannot tell"),
        ((UP,) * 4, [UNKNOWN] * 4, "cannot tell"),
    ],
    ids=[
        "all rise", "rise and no failure", "fall where failure is",
        "fall where it is not", "as many up as down", "flat", "unrated",
    ],
)  # fmt: skip
def test_the_answer_needs_both_numbers(gains, lefts, answer) -> None:
    found = said_of(trained(gains, lefts))
    assert found is not None
    assert found.answer == answer
    said = found.sentence.partition(". ")[0]
    assert said.startswith("Training this close to failure")
    assert said.endswith(f": {answer}" if answer == "cannot tell" else f" is {answer}")


def test_the_sentence_has_the_share_the_place_and_what_the_lifts_did() -> None:
    found = said_of(trained((UP,) * 4, [HARD] * 4))
    assert found is not None
    assert "(50%), all of them the last of a lift" in found.sentence
    assert "of 4 lifts 4 rose, none fell" in found.sentence
    assert "one lifter, not proof" in found.sentence
    numbers = dict(found.numbers)
    assert (numbers["to failure"], numbers["to failure before the last set"]) == (76, 0)


def after_failure(lost: float, light: float = 1.0) -> list[Workout]:
    """Three lifts whose last sets fail on some days, and what the next day lacks.

    After a day of failure the loads are a share ``light`` of the usual.
    """
    hard = [n % 5 in (0, 2, 3) for n in range(40)]
    swing = [0, 1, -1, 0, -1, 1, 0]
    log = []
    for n, fails in enumerate(hard):
        tired = n > 0 and hard[n - 1]
        kg = 80 * (light if tired else 1.0)
        can = 10 + swing[n % 7] - (lost * 40 if tired else 0)
        reps = (can - 2, can - 2, can if fails else can - 2)
        lifts = (
            entry(
                one.id,
                *(
                    done(kg, round(each), left=can - each, id=f"{one.id}{n}-{k}")
                    for k, each in enumerate(reps)
                ),
            )
            for one in LIFTS[:3]
        )
        log.append(workout(*lifts, day=3 * n))
    return log


def test_lifts_that_are_weaker_each_time_after_failure_pay_for_it() -> None:
    found = said_of(after_failure(0.05))
    assert found is not None
    assert found.answer == "costing"
    assert "lower than after light ones" in found.sentence
    assert "one lifter, not proof" in found.sentence


@pytest.mark.parametrize(("lost", "light"), [(0.0, 1.0), (0.05, 0.85)])
def test_chance_and_light_days_after_heavy_ones_are_no_cost(lost, light) -> None:
    found = said_of(after_failure(lost, light))
    assert found is not None
    assert found.answer == "cannot tell"


def test_an_unrated_log_claims_no_share() -> None:
    found = said_of(trained((UP,) * 4, [UNKNOWN] * 4))
    assert found is not None
    assert "152 sets, 0 rated" in found.sentence
    assert "%" not in found.sentence


def test_nothing_is_said_of_an_empty_log_or_after_a_long_time() -> None:
    assert said_of([]) is None
    log = trained((UP,) * 4, [HARD] * 4)
    later = (log[-1].started_at + timedelta(days=60)).date()
    snapshot = build(History(log), lift, as_of=later, thresholds=Thresholds())
    assert paying(snapshot) is None
