"""Alerts are announced once a week and keep quiet when noted, until they are worse."""

from datetime import date, timedelta

import pytest
from builders import MONDAY

from befit_tui.analysis.alerts import Alert, Evidence, Severity, Subject
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.value import replace
from befit_tui.logbook import open_alerts
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.store import Store

DAY = MONDAY.date()


class Days:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self):
        return self.now

    def pass_days(self, days: int) -> date:
        self.now += timedelta(days=days)
        return self.now.date()


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def logbook(tmp_path, days):
    store = Store(tmp_path, clock=days)
    ids = iter(range(1000))
    yield Logbook(store, load_catalog(), clock=days, new_id=lambda: f"id-{next(ids)}")
    store.close()


def alert(value: float = 5, *, first_raised: date = DAY, **fields) -> Alert:
    made = Alert(
        code="performance-drop",
        severity=Severity.WARN,
        subject=Subject("exercise", "bench", "Bench"),
        title="Bench: below your usual",
        evidence=(
            Evidence(what="x", value=value, unit="kg", threshold=4, when=first_raised),
        ),
        advice="Leave 2.",
        first_raised=first_raised,
    )
    return replace(made, **fields)


def test_an_alert_is_announced_once(logbook) -> None:
    assert open_alerts.announce(logbook, [alert()]) == alert()
    assert open_alerts.announce(logbook, [alert()]) is None


def test_what_was_announced_while_the_clock_was_wrong_is_news(logbook, days) -> None:
    open_alerts.announce(logbook, [alert(first_raised=days.pass_days(1800))])
    now = alert(first_raised=days.pass_days(-1800))
    assert open_alerts.announce(logbook, [now]) == now


def test_two_are_announced_one_at_a_time(logbook) -> None:
    two = [alert(), alert(code="joint-pain", title="Knee pain 5 of 10")]
    said = [open_alerts.announce(logbook, two) for _ in range(3)]
    assert [one and one.code for one in said] == [
        "joint-pain",
        "performance-drop",
        None,
    ]


def test_one_that_comes_back_within_a_week_is_not_announced_again(
    logbook, days
) -> None:
    open_alerts.announce(logbook, [alert()])
    again = alert(first_raised=days.pass_days(6))
    assert open_alerts.announce(logbook, [again]) is None
    later = alert(first_raised=days.pass_days(1))
    assert open_alerts.announce(logbook, [later]) == later


def test_notes_and_old_alerts_are_no_news(logbook, days) -> None:
    assert open_alerts.announce(logbook, [alert(severity=Severity.NOTE)]) is None
    days.pass_days(7)
    assert open_alerts.announce(logbook, [alert()]) is None


@pytest.mark.parametrize(
    ("now", "silent"),
    [
        (alert(5), True),
        (alert(4.5), True),
        (alert(5.05), True),
        (alert(6), False),
        (alert(5, severity=Severity.STOP), False),
        (alert(5, severity=Severity.NOTE), True),
        (alert(5, subject=Subject("exercise", "squat", "Squat")), False),
    ],
    ids=["same", "better", "a little", "further", "graver", "milder", "another"],
)
def test_what_was_noted_is_silent_until_worse(logbook, now, silent) -> None:
    open_alerts.note(logbook, alert(5))
    assert open_alerts.unnoted(logbook, [now]) == (() if silent else (now,))


def test_a_noted_alert_is_not_announced(logbook) -> None:
    open_alerts.note(logbook, alert())
    assert open_alerts.announce(logbook, [alert()]) is None


def test_undo_takes_a_note_back_and_a_restart_keeps_it(logbook, days, tmp_path) -> None:
    open_alerts.note(logbook, alert())
    with_note = Logbook(
        logbook.store, load_catalog(), clock=days, new_id=lambda: "other"
    )
    assert open_alerts.unnoted(with_note, [alert()]) == ()
    assert logbook.undo() == "noted: Bench: below your usual"
    assert open_alerts.unnoted(logbook, [alert()]) == (alert(),)


def test_an_announcement_is_no_step_of_undo(logbook) -> None:
    open_alerts.announce(logbook, [alert()])
    assert logbook.undo() is None


def test_marks_of_another_kind_are_left_alone(logbook) -> None:
    logbook.keep_items("noted", {"strange": {"id": "strange", "severity": 7}}, "other")
    assert open_alerts.unnoted(logbook, [alert()]) == (alert(),)
