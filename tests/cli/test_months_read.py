"""A command reads the months it needs, and says the same as if it had read all."""

import shutil
from datetime import timedelta

import pytest
from builders import MONDAY, demo_year

from befit_tui.domain.value import replace
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.store import Store

NOW = MONDAY + timedelta(minutes=5)
YEARS = 5
YEAR = timedelta(days=364)


def earlier(workout, years):
    back = years * YEAR
    return replace(
        workout,
        id=f"{workout.id}-{years}",
        started_at=workout.started_at - back,
        ended_at=workout.ended_at - back,
    )


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """A folder with five years of training, the last of them that of the demo."""
    folder = tmp_path_factory.mktemp("years")
    store = Store(folder, clock=lambda: NOW)
    told = demo_year(NOW.date())
    for ago in range(YEARS):
        store.add_workouts([earlier(one, ago) for one in told], "demo")
    store.close()
    return folder


@pytest.fixture
def months(monkeypatch):
    """The months that were read."""
    found = []
    read = Store.read_month
    monkeypatch.setattr(
        Store,
        "read_month",
        lambda store, month: found.append(month) or read(store, month),
    )
    return found


@pytest.mark.parametrize(
    ("words", "most"),
    [("today", 15), ("today --json", 2), ("alerts", 28), ("alerts --json", 28),
     ("alerts --json --as-of 2026-03-01", 37)],
)  # fmt: skip
def test_a_command_reads_no_more_than_it_needs(befit, years, months, words, most):
    assert befit(*words.split(), data_dir=years).code == 0
    assert len(months) == len(set(months)) <= most


@pytest.mark.parametrize(
    "day", ["2026-11-23", "2026-08-30", "2026-03-01", "2025-06-15"]
)
def test_alerts_are_those_of_the_whole_log(befit, years, monkeypatch, day):
    found = befit("alerts", "--as-of", day, "--json", data_dir=years).out
    monkeypatch.setattr(Logbook, "read_back_to", lambda logbook, first: logbook.past())
    assert befit("alerts", "--as-of", day, "--json", data_dir=years).out == found
    assert found


LINES = (
    "bench press 3@2",
    "bench press +2.5",
    "bench press 500x5",
    "bench press 120x6 --force",
    "zercher squat 40x5",
)
"""Sets in a row: of the plan, of the one before, a slip, a record, an unknown lift."""


@pytest.fixture(scope="module")
def busy_years(tmp_path_factory):
    """Three years with each workout on two days running."""
    folder = tmp_path_factory.mktemp("busy")
    told = demo_year(NOW.date())
    store = Store(folder, clock=lambda: NOW)
    for years in (0, 1, 2, 1 / 364, 1 + 1 / 364, 2 + 1 / 364):
        store.add_workouts([earlier(one, years) for one in told], "demo")
    store.close()
    return folder


def test_a_line_is_answered_as_if_all_had_been_read(
    befit, busy_years, months, monkeypatch, tmp_path
):
    def answers(name):
        folder = shutil.copytree(busy_years, tmp_path / name)
        for line in LINES:
            months.clear()
            ran = befit("log", *line.split(), data_dir=folder)
            yield ran, len(set(months))

    found, read = zip(*answers("part"), strict=True)
    with monkeypatch.context() as patched:
        patched.setattr(Logbook, "read_back_to", lambda log, _: log.past())
        expected, every = zip(*answers("all"), strict=True)
    assert found == expected
    assert [one.code for one in found] == [0, 0, 1, 0, 0]
    assert every == (37,) * len(LINES)
    assert all(count < 37 for count in read[:2])


def test_today_says_when_the_last_workout_was(befit, years, months):
    assert befit("today", data_dir=years).out.startswith("No workout today; the last")
