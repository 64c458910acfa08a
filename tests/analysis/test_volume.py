"""Hard sets by muscle and week, and the efforts of a week."""

from datetime import date

import pytest
from builders import done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import BENCH, CABLE_ROW, CURL, PLANK, PULL_UP, RUN, lift

from befit_tui.analysis.digest import digest, weeks
from befit_tui.analysis.volume import (
    efforts,
    hard_sets,
    monday_of,
)
from befit_tui.domain.exercise import Exercise
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
    assert hard_sets(workout(entry(exercise.id, logged)), lift).sets == hard


def test_unrated_singles_on_the_way_up_are_not_hard() -> None:
    climb = entry(BENCH.id, done(40, 3), done(55, 2), done(80, 1), done(100, 1))
    assert hard_sets(workout(climb), lift).sets == 2


def test_a_set_counts_one_for_the_driver_and_half_for_the_helper() -> None:
    rows = [workout(entry(CABLE_ROW.id, done(60, 10), done(60, 9)), day=0)]
    curls = [workout(entry(CURL.id, done(15, 12)), day=day) for day in (6, 7)]
    assert hard_sets(rows[0], lift).muscles == {"lats": 2, "biceps": 1}
    digests = [digest(one, lift) for one in (*rows, *curls)]
    first, second, third = weeks(digests, MONDAY, date(2026, 11, 16))
    assert first.first == MONDAY
    assert first.muscles == {"lats": (2, 0), "biceps": (1, 1)}
    assert first.hard == 3
    assert second.muscles == {"biceps": (1, 0)}
    assert (third.muscles, third.hard) == ({}, 0)


def test_sets_are_filed_by_reps_left() -> None:
    session = workout(
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
    assert efforts(session.sets) == (2, 1, 1, 1, 2, 2)
    (week,) = weeks([digest(session, lift)] * 2, MONDAY, MONDAY)
    assert week.efforts == (4, 2, 2, 2, 4, 4)
    assert week.efforts.rated == 14


def test_a_range_takes_whole_weeks_up_to_its_last_day() -> None:
    log = [workout(entry(BENCH.id, done(80, 8)), day=day) for day in (-1, 0, 3, 6, 7)]
    digests = [digest(one, lift) for one in log]
    (week,) = weeks(digests, date(2026, 11, 4), date(2026, 11, 5))
    assert [one.day.day for one in week.workouts] == [2, 5]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
@settings(max_examples=50)
def test_a_week_starts_on_the_monday_of_its_iso_week(day: date) -> None:
    monday = monday_of(day)
    assert monday.isocalendar() == (*day.isocalendar()[:2], 1)


def test_sets_of_a_lift_that_nobody_knows_count_for_no_muscle() -> None:
    unknown = Exercise(id="own-zigzag", name="Zigzag", own=True)
    one = workout(entry(unknown.id, done(40, 8), done(40, 8)))
    assert hard_sets(one, lambda _: unknown).muscles == {}
    assert hard_sets(one, lambda _: unknown).without_muscle == 2
