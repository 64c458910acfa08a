"""The check-in against the lifter's own weeks (McLean 2010)."""

from datetime import timedelta

import pytest
from builders import MONDAY, workout

from befit_tui.analysis.readiness import Readiness, readiness, total
from befit_tui.domain.workout import CheckIn

TODAY = MONDAY.date() + timedelta(days=28)


def checkin(each: int, **fields) -> CheckIn:
    scales = dict.fromkeys(("sleep", "soreness", "stress", "fatigue", "mood"), each)
    return CheckIn(**(scales | fields))


def weeks(*totals: int, first: int = 1):
    """A check-in every second day whose scales add up to each total."""
    return [
        workout(
            checkin=checkin(found // 5, mood=found // 5 + found % 5),
            day=first + 2 * place,
        )
        for place, found in enumerate(totals)
    ]


def test_the_total_needs_all_five_scales() -> None:
    assert total(checkin(3)) == 15
    assert total(checkin(3, mood=None)) is None
    assert total(None) is None


def test_a_day_is_read_against_the_days_before() -> None:
    found = readiness(checkin(3), TODAY, weeks(17, 19, 20, 21, 19, 18, 19))
    assert found.words == "Readiness 15 of 25, usual 19: low for you."
    assert found.low


@pytest.mark.parametrize(
    ("each", "verdict"), [(3, "low"), (4, "as usual"), (5, "high")]
)
def test_equal_days_are_spread_by_at_least_a_quarter_step(each, verdict) -> None:
    found = readiness(checkin(each), TODAY, weeks(*[20] * 7))
    assert verdict in found.words


def test_fewer_than_seven_days_are_not_assessable() -> None:
    found = readiness(checkin(3), TODAY, weeks(*[20] * 6))
    assert (found.total, found.usual) == (15, None)
    assert "not assessable: 6 of 7 days" in found.words


def test_days_before_four_weeks_and_today_do_not_count() -> None:
    old = weeks(*[20] * 7, first=-20)
    today = workout(checkin=checkin(5), day=28)
    assert readiness(checkin(3), TODAY, [*old, today]).usual is None


def test_a_scale_left_out_is_said() -> None:
    found = readiness(CheckIn(sleep_hours=5), TODAY, [])
    assert found == Readiness(reason="a scale is not answered")
    assert found.words == "Readiness not assessable: a scale is not answered."
