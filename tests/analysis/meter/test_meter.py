"""The meter as a lifter meets it: what it says of a lift, and when it says nothing."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.analysis.meter.ask import Reading, learn, read
from befit_tui.analysis.meter.model import forecast
from befit_tui.analysis.meter.replay import lifter_of
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

BENCH = Exercise(id="bench", name="Bench Press")
PULL_UP = Exercise(id="bench", name="Pull Up", load=LoadKind.BODYWEIGHT_PLUS)
ASSISTED = Exercise(id="bench", name="Assisted Dip", load=LoadKind.ASSISTED)
PUSH_UP = Exercise(id="bench", name="Push Up", load=LoadKind.REPS_ONLY)
BAND = Exercise(id="bench", name="Band Pull Apart", equipment="band")
PLANK = Exercise(id="bench", name="Plank", load=LoadKind.DURATION)
CARRY = Exercise(id="bench", name="Carry", load=LoadKind.DISTANCE)


def weekly(*sets: LoggedSet, weeks: int = 6, **fields: object) -> list[Workout]:
    """The same session of the lift every Monday."""
    return [
        workout(entry("bench", *sets), day=7 * week, **fields) for week in range(weeks)
    ]


def reading(
    past: list[Workout],
    load: float | None,
    today: tuple[LoggedSet, ...] = (),
    exercise: Exercise = BENCH,
    day: int = 42,
) -> Reading:
    """What the meter says on a day after ``past``."""
    at = MONDAY + timedelta(days=day)
    lifter = lifter_of(past, lambda _: exercise)
    model = learn(History(past), exercise, lifter, at=at)
    return read(model, load, at=at, today=today)


THREE = (done(80, 8, left=2), done(80, 8, left=1), done(80, 8, left=0))


def test_it_repeats_what_the_lifter_always_does() -> None:
    first = reading(weekly(*THREE), 80)
    third = reading(weekly(*THREE), 80, THREE[:2])
    assert (first.max_reps, third.max_reps) == (10, 8)
    assert first.low is not None
    assert first.high is not None
    assert 8 <= first.low < 10 < first.high <= 12
    left = first.left(8)
    assert left is not None
    assert left.words.startswith("about 2 left (")


def test_it_says_what_it_rests_on() -> None:
    said = reading(weekly(*THREE), 80, THREE[:1])
    assert said.basis == "1 set today · 6 sessions · 7 days ago"


def test_a_bad_day_lowers_the_next_set_and_a_good_one_raises_it() -> None:
    past = weekly(*THREE)
    usual = reading(past, 80, THREE[:1]).max_reps
    bad = reading(past, 80, (done(80, 7, left=0),)).max_reps
    good = reading(past, 80, (done(80, 10, left=2),)).max_reps
    assert bad < usual < good


def test_failure_is_believed_over_a_rating() -> None:
    rated = weekly(done(80, 8, rpe=8))
    tagged = weekly(done(80, 8, rpe=8, end=End.TECHNICAL))
    assert reading(rated, 80).max_reps == 10
    assert reading(tagged, 80).max_reps == 8


def test_unrated_sets_teach_that_at_least_so_many_are_possible() -> None:
    said = reading(weekly(done(80, 8), done(80, 8)), 80)
    rated = reading(weekly(done(80, 8, left=0), done(80, 8, left=0)), 80)
    assert said.max_reps >= 8
    assert said.high - said.low > rated.high - rated.low


def test_an_unrated_ramp_up_says_nothing_of_the_top_set() -> None:
    ramp = (done(50, 5), done(80, 4), done(100, 3))
    past = weekly(*ramp, done(120, 5, left=2))
    assert reading(past, 120, ramp).max_reps == 7


def test_recent_weeks_count_more_than_old_ones() -> None:
    old = [workout(entry("bench", done(80, 5, left=0)), day=-400 - d) for d in range(9)]
    new = [workout(entry("bench", done(80, 10, left=0)), day=7 * w) for w in range(6)]
    assert reading(old + new, 80).max_reps >= 9


def test_the_band_widens_with_a_lay_off_and_with_distance_in_load() -> None:
    past = weekly(*THREE)

    def width(said: Reading) -> float:
        return said.high - said.low

    near = width(reading(past, 80))
    assert width(reading(past, 80, day=400)) > near
    assert width(reading(past, 55)) > near


def test_one_session_gives_a_wide_band() -> None:
    said = reading(weekly(*THREE, weeks=1), 80, day=7)
    assert said.assessable
    assert said.low <= said.max_reps - 3
    assert said.high >= said.max_reps + 3


def test_who_does_many_reps_is_not_held_to_thirty() -> None:
    past = weekly(done(None, 46, left=1, id="a"), done(None, 42, left=1, id="b"))
    assert reading(past, None, exercise=PUSH_UP).max_reps >= 45


def test_a_load_far_above_every_set_is_judged_by_the_best_set() -> None:
    """80 x 10 is a 1RM of 107 kg (Epley 1985), 117 on a day a tenth better."""
    past = weekly(*THREE)
    assert reading(past, 120).max_reps == 0
    assert reading(past, 100).max_reps <= 30 * (117.4 / 100 - 1)


def test_a_short_rest_costs_reps_and_a_long_one_gives_some_back() -> None:
    past, at = weekly(*THREE), MONDAY + timedelta(days=42)
    model = learn(History(past), BENCH, lifter_of(past, lambda _: BENCH), at=at)
    said = [
        forecast(model, 80, at=at, today=THREE[:2], rest_s=rest).reps
        for rest in (30, 120, 400)
    ]
    assert said == sorted(said)
    assert said[0] < said[2]


@pytest.mark.parametrize(
    ("exercise", "load", "past", "reason"),
    [
        (BENCH, 80, [], "no working sets of this lift yet"),
        (BENCH, 80, weekly(done(40, 8, kind=Kind.WARMUP)), "no working sets"),
        (BENCH, None, weekly(*THREE), "no load given"),
        (BENCH, 0, weekly(*THREE), "a load of 0 sets no limit to the reps"),
        (BENCH, 40, weekly(*THREE), "far lighter than any set so far"),
        (BAND, 10, weekly(*THREE), "the pull of a band is not known"),
        (PLANK, None, weekly(*THREE), "time is measured here, not reps"),
        (CARRY, 40, weekly(*THREE), "distance is measured here, not reps"),
        (ASSISTED, 20, weekly(*THREE), "no body mass of the last 60 days"),
        (ASSISTED, 20, weekly(*THREE, weeks=1, bodyweight=kg(80)), ""),
    ],
)
def test_it_says_why_it_cannot_say(
    exercise: Exercise, load: float | None, past: list[Workout], reason: str
) -> None:
    said = reading(past, load, exercise=exercise)
    assert said.reason.startswith(reason)
    assert said.assessable is (reason == "")
    assert (said.left(5) is None) is (reason != "")


def test_a_body_mass_counts_for_sixty_days() -> None:
    past = weekly(done(20, 8, left=1), weeks=1, bodyweight=kg(80))
    assert reading(past, 20, exercise=ASSISTED, day=60).assessable
    assert not reading(past, 20, exercise=ASSISTED, day=61).assessable


def test_sets_of_today_alone_are_something_to_go_by() -> None:
    said = reading([], 80, THREE[:1])
    assert said.assessable
    assert said.basis == "1 set today"
    assert said.low <= said.max_reps - 3


def test_without_a_load_reps_are_all_there_is() -> None:
    said = reading(weekly(done(None, 20, left=2)), None, exercise=PUSH_UP)
    assert said.max_reps == 22


def test_added_load_matters_less_the_heavier_the_body() -> None:
    """Adding 20 kg is a tenth for one lifter and a third for another."""

    def cost(body: float) -> float:
        past = weekly(done(None, 12, left=0), done(20, 6, left=0), bodyweight=kg(body))
        plain = reading(past, None, exercise=PULL_UP).max_reps
        loaded = reading(past, 10, exercise=PULL_UP).max_reps
        return plain - loaded

    assert cost(60) >= cost(200) >= 0


def test_pounds_and_kilograms_read_the_same() -> None:
    def logged(unit: Unit) -> list[Workout]:
        load = kg(80).to(unit)
        return weekly(
            *[
                LoggedSet(id=str(left), load=load, reps=8, left=left)
                for left in (2, 1, 0)
            ]
        )

    pounds = Load(80, Unit.KG).to(Unit.LB).kg
    in_kg, in_lb = reading(logged(Unit.KG), 80), reading(logged(Unit.LB), pounds)
    assert (in_kg.max_reps, in_kg.low, in_kg.high) == (
        in_lb.max_reps,
        in_lb.low,
        in_lb.high,
    )


@pytest.mark.parametrize("past", [[], weekly(done(30, 12, left=1), weeks=1)])
def test_on_a_new_lift_a_lighter_load_allows_more(past) -> None:
    today = (done(30, 12, left=1),)
    asked = [reading(past, load, today) for load in (20, 22.5, 30, 37.5, 40, 45)]
    totals = [one.max_reps for one in asked]
    assert totals == sorted(totals, reverse=True)
    assert totals[0] > 18
    assert 10 < totals[2] < 14
    assert totals[-1] < 4
    widths = [one.high - one.low for one in asked]
    assert widths[0] > widths[1] > widths[2]
    assert reading(past, 15, today).reason == "far lighter than any set so far"


@pytest.mark.parametrize(
    ("ramp", "kg", "reps", "least"),
    [
        ((done(60, 12), done(80, 8)), 60, 12, 4),
        ((done(60, 12), done(80, 8)), 80, 8, 3),
        ((done(60, 8), done(80, 5)), 60, 8, 4),
        ((done(60, 8), done(80, 5)), 80, 5, 3),
        ((done(40, 10), done(70, 6)), 40, 10, 4),
    ],
)
@pytest.mark.parametrize("left", [None, 2])
def test_a_ramp_up_is_not_near_failure(ramp, kg, reps, least, left) -> None:
    """Nobody rated it, but the heavier sets of the day came after it."""
    past = weekly(*ramp, done(100, 5, left=left), done(100, 5, left=left))
    said = reading(past, kg)
    assert said.left(reps).value >= least
    assert reading(past, 100, ramp).max_reps >= 5


def test_a_set_after_the_heavier_ones_is_no_ramp() -> None:
    past = weekly(done(100, 5), done(80, 8))
    assert reading(past, 80, (done(100, 5),)).left(8).value < 3


def test_a_load_that_doubled_is_asked_about() -> None:
    one_hand = weekly(done(15, 10, left=1), weeks=4)
    two = workout(entry("bench", done(30, 10, left=1)), day=35)
    said = reading([*one_hand, two], 30)
    assert said.assessable
    assert said.question == (
        "loads doubled at the same reps: one hand or two, or another unit?"
    )
    assert reading(weekly(*THREE), 80).question == ""
