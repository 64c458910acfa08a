"""Calls, volume, fatigue and the calendar in words, odd logs included."""

from contextvars import copy_context
from datetime import date

from builders import done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import DateForm, End, Phase
from befit_tui.domain.wording import DATES
from befit_tui.domain.workout import CheckIn
from befit_tui.logbook.trends.calendar import day_lines
from befit_tui.logbook.trends.periods import periods_of
from befit_tui.logbook.trends.time_range import RANGES, first_range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.logbook.trends.volume import sentence, summary, unplaced

CATALOG = load_catalog()
BENCH, CURL, RUN = "bench-press-barbell", "hammer-curl-dumbbell", "running"
FOUR_WEEKS, TWELVE_WEEKS, YEAR, ALL = RANGES
TODAY = date(2026, 11, 30)
BAND = (10, 20)


def session(day, *, sets=1, left=1, load=80, exercise=BENCH, **fields):
    logged = [done(load, 5, left=left, id=f"{day}-{n}") for n in range(sets)]
    return workout(entry(exercise, *logged), day=day, id=f"{exercise}-{day}", **fields)


def trends(*workouts):
    return Trends(History(workouts), CATALOG)


def called(day, reps, left):
    """A set called with ``left`` reps left, and the next one taken to failure."""
    call = done(80, reps, left=left, id=f"call-{day}")
    failed = done(80, reps + 1, end=End.TECHNICAL, id=f"failed-{day}")
    return workout(entry(BENCH, call, failed), day=day)


def test_calls_are_compared_with_what_was_left_from_four_on():
    three = trends(*(called(day, 8, 2) for day in (14, 16, 18)))
    effort = three.effort(FOUR_WEEKS.until(TODAY))
    assert effort.called == ()
    assert effort.calibration == (
        "How well you call reps left is not assessable in 4 weeks: a set to failure "
        "right after, with the same load, checks a call; it takes 4, and there are 3."
    )
    five = trends(*(called(day, 8, 2) for day in (14, 16, 18, 20, 22)))
    effort = five.effort(FOUR_WEEKS.until(TODAY))
    # One number: what was left on average is drawn to the calls, and would contradict.
    assert effort.calibration == (
        "On average you called 2 reps left: your calls are right to within half a rep "
        "(5 sets)."
    )
    (two,) = effort.called
    assert (two.left, two.sets) == (2, 5)
    assert effort.by_call == "2 called, 1.5 were left (5 sets)"


def test_volume_counts_helpers_half_and_stands_against_the_band():
    volume = trends(session(14, sets=12), session(21, sets=6)).volume(
        FOUR_WEEKS.until(TODAY)
    )
    assert [week.sets for week in volume.muscles["chest"]] == [12, 6]
    assert [week.helped for week in volume.muscles["triceps"]] == [6, 3]
    assert sentence(volume, "chest", BAND) == (
        "Chest: 9.0 hard sets a week in 4 weeks, below your range of 10 to 20; 1 of 2 "
        "weeks was inside it."
    )
    first, second = periods_of(volume.firsts, 50, TODAY)
    assert summary(volume, first, BAND) == (
        "Week of Mon 16 Nov 2026: 1 of 19 muscles got 10 to 20 hard sets, 18 got fewer."
    )
    assert summary(volume, second, BAND) == (
        "Week of Mon 23 Nov 2026, 1 workout: no muscle got 10 hard sets; Chest got "
        "most, 6."
    )
    assert sentence(volume, "chest", (2, 8)).count("above") == 1
    assert unplaced(volume.without_muscle[0]) == ""
    assert unplaced(3) == (
        " Not counted: 3 sets of exercises whose muscles are not known."
    )


def test_weeks_are_whole_and_the_one_that_runs_is_not_judged():
    thursday = date(2026, 11, 26)
    days = [-5, -4, 2, 9, 16, 21]
    found = trends(*(session(day, sets=12) for day in days))
    volume = found.volume(FOUR_WEEKS.until(thursday))
    # Four weeks before a Thursday begin on a Friday, and the bar with that Monday.
    assert volume.firsts[0] == date(2026, 10, 26)
    assert [week.sets for week in volume.muscles["chest"]] == [24, 12, 12, 12, 12]
    assert sentence(volume, "chest", BAND).startswith("Chest: 15.0 hard sets a week")
    assert "; 3 of 4 weeks were inside it" in sentence(volume, "chest", BAND)
    last = periods_of(volume.firsts, 50, thursday)[-1]
    said = summary(volume, last, BAND)
    assert said.startswith("Week of Mon 23 Nov 2026 so far, 1 workout: 1 of 19")
    assert found.effort(FOUR_WEEKS.until(thursday)).weeks[0].efforts.one == 24


WELL = CheckIn(sleep=4, soreness=4, stress=4, fatigue=4, mood=4)


def test_the_last_whole_week_is_set_against_those_before():
    log = [session(7 * n, sets=10, load=80 + n) for n in range(-6, 3)]
    tired = session(21, sets=20, load=83, checkin=WELL, session_rpe=8)
    found = trends(*log, tired).fatigue(TWELVE_WEEKS.until(TODAY))
    assert found.sentence.startswith(
        "In the week of Mon 23 Nov 2026 you did 20 hard sets, 100% more than in "
        "the 4 weeks before on average; readiness was 20 of 25; your lifts stood "
    )
    assert found.sentence.endswith("% higher than four weeks before.")
    week = found.weeks[-1]
    assert (week.readiness, week.load) == (20, 480)
    assert 0.01 < found.performance[-1] < 83 / 78 - 1


def test_what_is_not_known_is_said_to_be_so():
    found = trends(session(21, left=None)).fatigue(FOUR_WEEKS.until(TODAY))
    assert found.sentence == (
        "In the week of Mon 23 Nov 2026 you did 1 hard set; readiness is "
        "not assessable, without a check-in; how your lifts moved is not assessable, "
        "with too few sessions of the same lift four weeks apart."
    )


def test_a_deload_is_no_loss_of_load():
    log = [session(0, sets=10), session(21, sets=2, phase=Phase.DELOAD)]
    found = trends(*log).fatigue(TWELVE_WEEKS.until(TODAY))
    assert "2 hard sets, a deload;" in found.sentence
    assert [week.deload for week in found.weeks] == [False, False, False, True]


def test_the_calendar_counts_days_and_runs_of_weeks():
    found = trends(*map(session, (-28, -21, -14, 14, 21, 22))).calendar(
        FOUR_WEEKS.until(TODAY)
    )
    assert found.sentence == "3 workouts since Mon 2 Nov 2026, 0.7 a week."
    assert found.streaks == (
        "2 weeks in a row with a workout; the longest run was 3 weeks, up to Sun 25 "
        "Oct 2026. Longest break: 28 days from Mon 19 Oct 2026."
    )
    assert (found.last - found.first).days == 364
    assert found.sets[date(2026, 11, 24)] == 1


def test_a_break_that_still_runs_is_said_first():
    found = trends(*map(session, (-200, -193, -185))).calendar(FOUR_WEEKS.until(TODAY))
    assert found.streaks == (
        "The last workout was 7 months ago; the longest run was 3 weeks, up to Sun 3 "
        "May 2026."
    )


def test_a_run_is_a_day_of_training():
    run = workout(entry(RUN, done(None, None, metres=5000)), day=21)
    found = trends(run).calendar(FOUR_WEEKS.until(TODAY))
    assert found.sets == {date(2026, 11, 23): 1}


def test_a_month_is_told_by_its_workouts_their_sets_and_how_long_they_took():
    log = [session(day, sets=3) for day in (-30, -2, 0, 7)]
    months = trends(*log).calendar(TWELVE_WEEKS.until(TODAY)).months
    assert [(one.first, one.workouts, one.sets) for one in months] == [
        (date(2026, 11, 1), 2, 6),
        (date(2026, 10, 1), 2, 6),
    ]
    assert [one.seconds for one in months] == [7200, 7200]


def test_a_day_is_read_in_sets():
    (first, second) = day_lines([session(0, sets=2, name="Push")], CATALOG, Unit.KG)
    assert first == "Push, 1:00 h"
    assert second == "  Bench Press (Barbell)  80×5·1  80×5·1"


def views(found):
    volume = found.volume(ALL.until(TODAY))
    calendar = found.calendar(ALL.until(TODAY))
    return {
        "effort": found.effort(ALL.until(TODAY)).sentence,
        "volume": sentence(volume, "chest", BAND) if volume.muscles else "",
        "fatigue": found.fatigue(ALL.until(TODAY)).sentence,
        "calendar": f"{calendar.sentence} {calendar.streaks}" if calendar else "",
    }


def test_without_data_nothing_is_made_up():
    empty = trends()
    said = views(empty)
    assert said["volume"] == said["calendar"] == ""
    assert said["effort"] == said["fatigue"] == empty.nothing(ALL.until(TODAY))
    assert (
        "No workouts yet: in befit, W starts one and I brings in a log"
        in said["effort"]
    )


def test_one_workout_is_one_week():
    said = views(trends(session(21)))
    assert said["effort"].startswith("1 working set so far. Of the 1 that")
    assert said["volume"].startswith("Chest: 1.0 hard sets a week so far, below")
    assert said["calendar"].startswith("1 workout so far. The last workout was ")


def test_a_gap_of_ten_years_is_named():
    said = views(trends(session(-3650), session(21)))
    assert said["calendar"].endswith("Longest break: 10 years from Fri 4 Nov 2016.")
    assert "1 hard set;" in said["fatigue"]


def test_a_future_day_is_left_out_and_said():
    found = trends(session(21), session(90))
    assert found.effort(ALL.until(TODAY)).sentence.startswith("1 working set so far")
    assert found.ahead(TODAY) == (
        "1 workout is dated after today, up to Sun 31 Jan 2027, and not shown here; "
        "in befit, H leads to them."
    )
    alone = trends(session(90))
    assert alone.effort(ALL.until(TODAY)).sentence.startswith("No workouts yet")
    assert alone.calendar(ALL.until(TODAY)) is None


def test_slices_do_all_that_a_view_needs():
    found = trends(*(session(7 * n) for n in range(-60, 4)))
    words = list(found.preparing("fatigue", YEAR.until(TODAY)))
    assert words[0] == "reading 2026"
    assert words[-1] == "reading the lifts"
    assert next(found.preparing("fatigue", YEAR.until(TODAY)), "") == ""
    assert list(found.preparing("effort", YEAR.until(TODAY))) == ["adding up"]


def test_a_changed_month_is_counted_anew_and_no_other():
    found = trends(session(-60), session(21))
    list(found.preparing("effort", ALL.until(TODAY)))
    later = found.renewed(found.history.including(session(22)), CATALOG)
    assert list(later.preparing("effort", ALL.until(TODAY))) == [
        "reading 2026",
        "adding up",
    ]
    assert list(later.preparing("calendar", ALL.until(TODAY))) == ["adding up"]
    assert later.calendar(ALL.until(TODAY)).sentence.startswith("3 workouts so far")


def with_sundays_first(asked):
    """What is asked where the month is written first."""

    def ask():
        DATES.set(DateForm.MONTH)
        return asked()

    return copy_context().run(ask)


def test_weeks_begin_with_the_day_of_the_setting():
    log = [session(day, sets=12) for day in (5, 6, 13)]  # Saturday and two Sundays
    window = with_sundays_first(lambda: FOUR_WEEKS.until(TODAY))
    assert f"{window.first:%a}" == "Sun"
    found = trends(*log)
    volume = found.volume(window)
    assert [f"{day:%a}" for day in volume.firsts] == ["Sun"] * len(volume.firsts)
    assert [week.sets for week in volume.muscles["chest"]][:3] == [12, 12, 12]
    assert [week.first for week in found.fatigue(window).weeks] == list(volume.firsts)
    of_mondays = found.volume(FOUR_WEEKS.until(TODAY))
    assert [week.sets for week in of_mondays.muscles["chest"]][:2] == [24, 12]
    assert found.calendar(window).streaks.startswith("The last workout was")
    period = periods_of(volume.firsts, 50, TODAY)[0]
    assert period.words.startswith("Week of Sun")
    log = History([session(6)])
    twelve_weeks_on = date(2027, 2, 1)
    assert with_sundays_first(lambda: first_range(log, twelve_weeks_on)) == 1
    assert first_range(log, twelve_weeks_on) == 2


def test_a_break_is_said_of_the_last_week_that_was_trained():
    found = trends(session(0), session(7)).fatigue(TWELVE_WEEKS.until(TODAY))
    assert found.sentence.startswith("In the week of Mon 9 Nov 2026 you did 1 hard set")
    assert found.sentence.endswith(" Since then 21 days without a workout.")
