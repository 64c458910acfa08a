"""Load times reps, body weight, recovery, and weeks joined to longer times."""

from datetime import date, datetime, timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.analysis.alerts import Thresholds
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.muscles import week_sets
from befit_tui.logbook.trends.periods import periods_of
from befit_tui.logbook.trends.recovery import Rest, sentence
from befit_tui.logbook.trends.time_range import RANGES
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import moved_sentence

CATALOG = load_catalog()
BENCH, PULL_UP, ASSISTED = "bench-press-barbell", "pull-up", "pull-up-assisted"
FOUR_WEEKS, TWELVE_WEEKS, YEAR, ALL = RANGES
TODAY = date(2026, 11, 30)


def session(day, *sets, exercise=BENCH, name="Push", **fields):
    return workout(
        entry(exercise, *sets), day=day, id=f"{exercise}-{day}", name=name, **fields
    )


def trends(*log):
    return Trends(History(log), CATALOG)


def test_load_times_reps_leaves_warm_ups_and_what_helps_out():
    warm = done(40, 10, kind=Kind.WARMUP)
    log = [
        session(0, warm, done(80, 5), done(60, 10, kind=Kind.DROP)),
        session(7, done(80, 6)),
        session(8, done(20, 8), exercise=ASSISTED, name="Pull"),
    ]
    found = trends(*log)
    bench = found.moved(CATALOG.get(BENCH), TWELVE_WEEKS.until(TODAY), Unit.KG)
    assert [point.value for point in bench.points] == [1000, 480]
    assert bench.sentence == (
        "Bench Press (Barbell): 480 kg moved on Mon 9 Nov 2026, 52% less than the "
        "session before; the most in 12 weeks was 1,000 on Mon 2 Nov 2026."
    )
    assert found.moved(CATALOG.get(ASSISTED), ALL.until(TODAY), Unit.KG).points == ()


def test_a_workout_is_set_against_those_of_its_name():
    log = [
        session(0, done(100, 10), name="Legs"),
        session(1, done(50, 10), name="Push"),
        session(7, done(100, 11), name="Legs"),
    ]
    found = trends(*log).moved(None, FOUR_WEEKS.until(date(2026, 11, 10)), Unit.KG)
    assert [point.value for point in found.points] == [1000, 500, 1100]
    assert found.sentence == (
        "Legs: 1,100 kg moved on Mon 9 Nov 2026, 10% more than the session before, and "
        "the most in 4 weeks."
    )


def test_what_has_no_load_is_said_to_be_followed_in_reps():
    found = trends(session(0, done(None, 12), exercise=PULL_UP))
    said = found.moved(CATALOG.get(PULL_UP), ALL.until(TODAY), Unit.KG).sentence
    assert said.endswith("what has no load is followed in reps or seconds.")


def test_a_muscle_that_helps_is_given_half_of_what_was_moved():
    log = [session(7 * n, done(80, 5)) for n in range(3)]
    volume = trends(*log).volume(TWELVE_WEEKS.until(TODAY))
    assert volume.moved["chest"][0].sets == 400
    assert volume.moved["triceps"][0].sets == 200
    assert moved_sentence(volume, "chest", Unit.KG) == (
        "Chest: 400 kg moved a week in 12 weeks; 400 in the week of 16 Nov, about as "
        "much as in the weeks before."
    )


def weighed(day, value):
    return session(day, done(80, 5), bodyweight=kg(value))


def test_the_trend_of_the_body_weight_takes_over_a_tenth_a_day():
    found = trends(weighed(0, 80), weighed(1, 81), weighed(8, 81)).weight(
        TWELVE_WEEKS.until(TODAY), Unit.KG
    )
    assert [round(one.value, 3) for one in found.points] == [80, 80.1, 80.570]
    assert found.points[1].words == "81 kg weighed, trend 80.1."
    assert "too few weigh-ins of late to say its change by the week" in found.sentence


def test_the_body_weight_is_told_with_its_change_a_week():
    log = [weighed(-28 + 7 * n, 80 + 0.5 * n) for n in range(8)]
    said = trends(*log).weight(TWELVE_WEEKS.until(TODAY), Unit.KG).sentence
    assert said == (
        "You weighed 83.5 kg on Mon 23 Nov 2026; the trend behind the swings of the "
        "day is 83, up 0.5 kg a week over the last four. 8 weigh-ins in 12 weeks, from "
        "80 to 83.5."
    )


def test_without_a_weigh_in_it_says_how_to_get_one():
    assert trends().weight(ALL.until(TODAY), Unit.KG).sentence == (
        "No body weight so far."
    )
    said = trends(weighed(0, 80)).weight(
        FOUR_WEEKS.until(TODAY + timedelta(60)), Unit.KG
    )
    assert said.sentence == "No body weight in 4 weeks; the last one was 2 months ago."


def recoveries(now, *log):
    history = History(log)
    found = Trends(history, CATALOG).recovery(now)
    return {one.muscle: one for one in found}, found


FAILED = [done(80, 8, left=0, id=f"f{n}") for n in range(3)]


@pytest.mark.parametrize(
    ("hours", "rest", "words"),
    [
        (3, Rest.SHORT, "today 3 sets to failure; 2 days are wanted"),
        (24, Rest.SHORT, "a day after 3 sets to failure; 2 days are wanted"),
        (48, Rest.READY, "ready"),
        (24 * 9, Rest.LONG, "no set of its own for 9 days"),
    ],
)
def test_a_muscle_rests_as_long_as_the_alert_asks(hours, rest, words):
    now = MONDAY + timedelta(hours=hours)
    found, _ = recoveries(now, session(0, *FAILED))
    assert (found["chest"].rest, found["chest"].words) == (rest, words)
    # It helped, and so rests from nothing; it was not trained either.
    assert found["triceps"].rest is Rest.LONG


def test_the_alert_says_the_same_of_a_muscle_that_is_trained_too_soon():
    log = (session(0, *FAILED), session(1, done(80, 8, left=1)))
    cache = AlertCache(History(log), CATALOG.get, Thresholds())
    day = (MONDAY + timedelta(days=1)).date()
    (alert,) = (one for one in cache.open(day).alerts if one.code == "recovery-short")
    now = MONDAY + timedelta(days=1)
    found, _ = recoveries(now, log[0])
    said = found["chest"].words.split(";")[0]
    assert alert.title == f"Chest again {said}"


def test_what_was_not_rated_is_not_called_rested_without_a_word():
    found, every = recoveries(
        MONDAY + timedelta(days=1), session(0, *[done(80, 8, id=f"{n}") for n in "ab"])
    )
    assert found["chest"].words == "ready, but its sets were not rated"
    assert found["chest"].ago == "23 h"
    assert sentence(every) == (
        "No muscle still rests from sets to failure; 1 is ready, 18 had no set of "
        "their own for over a week."
    )


def test_the_week_of_a_workout_holds_what_came_before_it_and_nothing_after():
    log = [session(day, *FAILED) for day in (-1, 0, 2, 4)]
    first = log[1].started_at.date()
    sets = week_sets(History(log), log[2], CATALOG.get, first)
    assert sets["chest"] == 6
    assert sets["calves"] == 0


FIRST = date(2026, 1, 5)


def mondays(count):
    return [FIRST + timedelta(weeks=n) for n in range(count)]


@pytest.mark.parametrize(
    ("weeks", "room", "words"),
    [
        (10, 10, "Week of Mon 5 Jan 2026"),
        (11, 10, "January 2026"),
        (52, 10, "January to March 2026"),
        (104, 7, "2026"),
    ],
)
def test_weeks_are_joined_as_little_as_there_is_room(weeks, room, words):
    found = periods_of(mondays(weeks), room, FIRST + timedelta(weeks=weeks))
    assert found[0].words == words
    assert len(found) <= room


@given(st.integers(1, 1100), st.integers(30, 200), st.booleans())
def test_periods_hold_every_week_that_is_over_once(count, room, running):
    whole = max(count - running, 1)
    found = periods_of(mondays(count), room, FIRST + timedelta(weeks=whole))
    assert 0 < len(found) <= room
    places = [place for period in found for place in period.places]
    assert places == list(range(len(places)))
    assert len(places) >= whole


def test_a_period_tells_the_mean_of_its_weeks():
    january, *_ = periods_of(mondays(30), 12, FIRST + timedelta(weeks=30))
    assert january.mean([4, 6, 8, 6, *[100] * 26]) == 6
    assert january.known([None, 6, None, 8, *[100] * 26]) == 7
    assert january.known([None] * 30) is None


def test_a_log_that_ended_a_year_ago_is_read_up_to_its_end():
    ended = datetime(2026, 11, 2, tzinfo=MONDAY.tzinfo).date() + timedelta(days=365)
    log = [session(7 * n, *FAILED) for n in range(-4, 1)]
    volume = trends(*log).volume(ALL.until(ended))
    assert volume.firsts[volume.trained - 1] == MONDAY.date()
