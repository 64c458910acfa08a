"""A workout that lies on tomorrow, as one before a flight west does, was done."""

from datetime import datetime, timedelta, timezone
from io import StringIO

import pytest
from commands import main

SAMOA, LOS_ANGELES = (timezone(timedelta(hours=hours)) for hours in (14, -8))
MORNING = datetime(2026, 11, 28, 1, 0, tzinfo=SAMOA)
LANDED = (MORNING + timedelta(hours=2)).astimezone(LOS_ANGELES)  # on the 27th


@pytest.fixture
def at(root, capsys, monkeypatch):
    """``at(when, "plan", "squat")``: what a command says then."""

    def run(when, *words):
        assert main([*words, "--data-dir", str(root)], lambda: when) == 0
        return capsys.readouterr().out

    for line in ("squat 105x5@2", "bench press 80x5@2"):
        run(MORNING, "log", line)
    monkeypatch.setattr("sys.stdin", StringIO("finish\n"))
    run(MORNING, "log", "-")
    return run


@pytest.mark.parametrize("trained_again", [False, True])
def test_every_answer_counts_it(at, monkeypatch, trained_again):
    if trained_again:
        monkeypatch.setattr("sys.stdin", StringIO("overhead press 40x5@2\nfinish\n"))
        at(LANDED, "log", "-")

    plan = at(LANDED, "plan", "bench press")

    assert "80 kg × 6" in plan
    assert plan == at(MORNING, "plan", "bench press")
    assert "Squat (Barbell): cannot tell" in at(LANDED, "verdict")
    assert "1 session of this lift" in at(LANDED, "meter", "squat", "--load", "100")
    assert "Squat (Barbell)" in at(LANDED, "today")
    assert "Squat (Barbell)" in at(LANDED, "trends")
    assert "on Sat 28 Nov 2026" in at(LANDED, "alerts")


def test_a_day_that_is_asked_for_has_only_what_was_done_by_then(at):
    day = ("--as-of", "2026-11-27")

    assert "it was never done" in at(LANDED, "plan", "bench press", *day)
    assert "No lift was done" in at(LANDED, "verdict", *day)


def test_what_a_wrong_clock_logged_far_ahead_makes_no_today(at):
    month_ago = LANDED - timedelta(days=30)

    assert "it was never done" in at(month_ago, "plan", "bench press")
    assert at(month_ago, "today").startswith(
        "No workout yet. 1 workout is dated after today, up to Sat 28 Nov 2026,"
    )
