"""Hard sets by muscle and week, and the efforts of a week."""

from datetime import date

import pytest
from builders import done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import BENCH, CABLE_ROW, CURL, PLANK, PULL_UP, RUN, lift

from befit_tui.analysis.volume import (
    WeekEffort,
    hard_sets,
    monday_of,
    weekly_effort,
    weekly_volume,
)
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import End, Kind

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("exercise", "logged", "hard"),
    [
        (BENCH, done(80, 8), True),
        (BENCH, done(80, 8, left=4), True),
        (BENCH, done(80, 8, left=4.5), False),
        (BENCH, done(80, 8, rpe=6), True),
        (BENCH, done(80, 3, left=2), True),
        (BENCH, done(80, 0, end=End.MISSED), True),
        (BENCH, done(80, 3), True),
        (BENCH, done(80, None), False),
        (BENCH, done(80, 8, kind=Kind.WARMUP), False),
        (BENCH, done(80, 8, kind=Kind.DROP), False),
        (PULL_UP, done(None, 3), True),
        (PLANK, done(None, None, seconds=40), True),
        (RUN, done(None, None, metres=5000), False),
    ],
)
def test_what_counts_as_a_hard_set(exercise, logged, hard: bool) -> None:
    assert hard_sets(workout(entry(exercise.id, logged)), lift) == hard


def test_unrated_singles_on_the_way_up_are_not_hard() -> None:
    climb = entry(BENCH.id, done(40, 3), done(55, 2), done(80, 1), done(100, 1))
    assert hard_sets(workout(climb), lift) == 2


def test_a_set_counts_one_for_the_driver_and_half_for_the_helper() -> None:
    history = History(
        [
            workout(entry(CABLE_ROW.id, done(60, 10), done(60, 9)), day=0),
            workout(entry(CURL.id, done(15, 12)), day=6),
            workout(entry(CURL.id, done(15, 12)), day=7),
        ]
    )
    first, second, third = weekly_volume(history, lift, MONDAY, date(2026, 11, 16))
    assert (first.monday, first.muscles) == (MONDAY, {"lats": 2, "biceps": 2})
    assert first.hard == 3
    assert second.muscles == {"biceps": 1}
    assert (third.muscles, third.hard) == ({}, 0)


def test_sets_are_filed_by_reps_left() -> None:
    history = History(
        [
            workout(
                entry(
                    BENCH.id,
                    done(80, 8, left=0),
                    done(80, 8, left=2, end=End.TECHNICAL),
                    done(80, 8, left=0.5),
                    done(80, 8, left=1.5),
                    done(80, 8, rpe=7),
                    done(80, 8, left=3.5),
                    done(80, 8, left=10),
                    done(80, 8),
                    done(80, 8, rpe=3),
                    done(80, 8, left=0, kind=Kind.WARMUP),
                ),
                entry(RUN.id, done(None, None, metres=5000)),
            )
        ]
    )
    assert weekly_effort(history, MONDAY, MONDAY) == (
        WeekEffort(MONDAY, 1, 2, 1, 1, 1, 2, 2),
    )


def test_the_range_takes_whole_weeks_and_nothing_outside() -> None:
    history = History(
        workout(entry(BENCH.id, done(80, 8)), day=day) for day in (-1, 0, 6, 7)
    )
    weeks = weekly_effort(history, date(2026, 11, 4), date(2026, 11, 5))
    assert [(week.monday, week.workouts, week.not_rated) for week in weeks] == [
        (MONDAY, 2, 2)
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
@settings(max_examples=50)
def test_a_week_starts_on_the_monday_of_its_iso_week(day: date) -> None:
    monday = monday_of(day)
    assert monday.isocalendar() == (*day.isocalendar()[:2], 1)
