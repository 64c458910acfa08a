"""The past as a list and in full: what it finds, counts, marks and says."""

from datetime import date, datetime, timedelta, timezone

import pytest
from builders import done, entry, kg, workout

from befit_tui.analysis.alerts import Thresholds
from befit_tui.catalog.catalog import load_catalog
from befit_tui.demo import demo_workouts
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Form, Kind, Phase
from befit_tui.domain.workout import CheckIn, JointPain, Workout
from befit_tui.logbook.history.detail import detail_lines, plain
from befit_tui.logbook.history.workout_list import Past, TextRow, WorkoutRow, rows_of

BENCH, SQUAT, CURL = "bench-press-barbell", "squat-barbell", "hammer-curl-dumbbell"
CATALOG = load_catalog()

PUSH = workout(
    entry(BENCH, done(80, 8, left=2), done(80, 8, left=1, note="Elbow fine")),
    entry(CURL, done(14, 11, left=1)),
    day=0,
    name="Push A",
    note="belt hole 4",
)
LEGS = workout(entry(SQUAT, done(100, 5, left=3)), day=2, name="Legs")
OLD = workout(entry(BENCH, done(70, 8), note="PAUSED"), day=-20, name="Push [red]B[/]")


def past(*workouts):
    return Past(History(workouts), CATALOG)


def found(query):
    shown, sets = past(OLD, PUSH, LEGS).search(query)
    return [one.name for one in shown], sets


@pytest.mark.parametrize(
    ("query", "names", "sets"),
    [
        ("", ["Legs", "Push A", "Push [red]B[/]"], 5),
        ("bench", ["Push A", "Push [red]B[/]"], 3),
        ("BENCH press", ["Push A", "Push [red]B[/]"], 3),
        ("bench curl", ["Push A"], 3),
        ("push", ["Push A", "Push [red]B[/]"], 4),
        ("push curl", ["Push A"], 1),
        ("elbow", ["Push A"], 2),
        ("belt", ["Push A"], 3),
        ("paused", ["Push [red]B[/]"], 1),
        ("[red]", ["Push [red]B[/]"], 1),
        ("bench squat", [], 0),
    ],
)
def test_every_word_must_be_in_a_name_or_a_note(query, names, sets):
    assert found(query) == (names, sets)


def test_a_changed_workout_is_found_by_its_new_words():
    before = past(PUSH)
    before.search("curl")
    changed = workout(entry(SQUAT, done(100, 5)), day=0, name="Push A")
    after = before.renewed(History([changed]), CATALOG)
    assert not after.search("curl").workouts
    assert after.search("squat").workouts == (changed,)


def test_what_is_known_stays_with_the_same_history():
    one = past(PUSH)
    assert one.renewed(one.history, CATALOG) is one


def test_the_past_is_in_the_order_of_its_days_also_over_the_date_line():
    auckland, los_angeles = timezone(timedelta(hours=13)), timezone(timedelta(hours=-8))
    before = datetime(2026, 11, 28, 6, tzinfo=auckland)
    landed = datetime(2026, 11, 27, 19, tzinfo=los_angeles)
    assert before < landed
    log = History(
        Workout(id=f"on the {when.day}th", started_at=when) for when in (before, landed)
    )
    assert [one.id for one in log.newest_first()] == ["on the 28th", "on the 27th"]
    assert [one.id for one in log.since(date(2026, 11, 28))] == ["on the 28th"]


def test_months_head_their_workouts_newest_first():
    rows = rows_of(past(OLD, PUSH, LEGS).search("").workouts)
    assert [getattr(row, "title", None) or row.id for row in rows] == [
        "November 2026", "workout-2", "workout-0",
        "before 2026-10", "October 2026", "workout--20",
    ]  # fmt: skip
    assert [row.is_heading for row in rows] == [True, False, False, True, True, False]


def test_a_month_counts_hard_sets_and_names_its_deload():
    light = [
        workout(entry(SQUAT, done(60, 5, left=6)), day=day, phase=Phase.DELOAD)
        for day in (9, 13)
    ]
    log = past(PUSH, LEGS, *light)
    month = rows_of(log.search("").workouts)[0]
    assert log.month_words(month) == "4 workouts · 4 hard sets · deload 11–15"
    assert past(LEGS).month_words(rows_of([LEGS])[0]) == "1 workout · 1 hard set"


def test_efforts_tell_unknown_from_none():
    failed = workout(entry(CURL, done(14, 9, end=End.TECHNICAL), done(14, 9, left=0)))
    warmup = workout(entry(CURL, done(6, 12, kind=Kind.WARMUP, left=0)))
    log = past()
    assert log.efforts(failed).failures == 2
    assert (log.efforts(LEGS).failures, log.efforts(LEGS).rated) == (0, 1)
    assert log.efforts(OLD).rated == 0
    assert past().efforts(warmup).failures == 0


def test_a_verdict_is_worked_out_once():
    best = workout(entry(BENCH, done(85, 8, id="best", left=1)), day=4)
    log = past(OLD, PUSH, best)
    assert log.notable(best) is None
    assert [one.words(Unit.KG) for one in log.judge(best).records["best"]] == [
        "best load 85 kg",
        "best est. 1RM 110.5 kg",
    ]
    assert log.judge(best) is log.notable(best)


def test_a_record_is_said_in_the_unit_of_the_sets_beside_it():
    best = workout(entry(BENCH, done(100, 8, id="best", left=1)), day=4)
    log = past(OLD, PUSH, best)
    log.judge(best)
    assert (
        "220.46 lb × 8  1 left    ◆ best load 220.46 lb  ◆ best est. 1RM 286.6 lb"
    ) in plain(detail_lines(best, log, Unit.LB))


def test_alerts_are_those_of_the_end_of_the_workout():
    failed = [done(14, reps, end=End.TECHNICAL, form=Form.INTACT) for reps in (9, 8, 7)]
    hard = workout(entry(CURL, *failed), day=4, id="hard")
    easy = workout(entry(CURL, done(14, 6, left=3)), day=6, id="easy")
    log = past(PUSH, hard, easy)
    assert "failure-budget" in [one.code for one in log.judge(hard).alerts]
    assert "failure-budget" not in [one.code for one in log.judge(easy).alerts]
    wide = Past(History((easy, hard)), CATALOG, Thresholds(failure_budget=9))
    assert "failure-budget" not in [one.code for one in wide.judge(hard).alerts]


def test_the_detail_says_everything_in_words():
    full = workout(
        entry(
            BENCH,
            done(40, 8, kind=Kind.WARMUP),
            done(82.5, 8, left=1.5, id="best"),
            done(82.5, 6, extra_reps=2, end=End.TECHNICAL, form=Form.BROKE),
            note="pin 9",
        ),
        entry("plank", done(None, None, seconds=90, note="shaky")),
        day=3,
        name="Push [b]A[/b]",
        phase=Phase.HYPERTROPHY,
        session_rpe=8,
        bodyweight=kg(82.4),
        checkin=CheckIn(
            sleep_hours=6.5, fatigue=3, sleep=2, joints=(JointPain("elbow", 2),)
        ),
        note="good one",
    )
    log = past(PUSH, full)
    log.judge(full)
    text = plain(detail_lines(full, log, Unit.KG))
    assert text.startswith(
        "Push [b]A[/b]  Thu 5 Nov 2026\n"
        "18:00–19:00 (1:00) · hypertrophy · session effort 8/10\n"
        "slept 6.5 h · of 5: sleep 2, fatigue 3 · elbow pain 2 of 10 · "
        "weighed 82.4 kg\n"
        "3 hard sets · 1 to failure · ◆ 2 records\n"
        "\n"
        "Bench Press (Barbell)\n"
        "    40 kg × 8    warm-up\n"
        "  82.5 kg × 8    1.5 left  ◆ best load 82.5 kg  ◆ best est. 1RM 108.6 kg\n"
        "  82.5 kg × 6+2  failure, broke\n"
        "  note  pin 9\n"
        "\n"
        "Plank\n"
        "  1:30\n"
        "    note  shaky\n"
        "\n"
        "note  good one\n"
    )
    assert "form broke in 1 set" in text


def test_the_detail_is_in_the_unit_of_the_lifter():
    text = plain(detail_lines(LEGS, past(LEGS), Unit.LB))
    assert "220.46 lb × 5  3 left" in text


def test_what_nobody_rated_is_not_called_easy():
    assert "no set rated" in plain(detail_lines(OLD, past(OLD), Unit.KG))


def test_a_year_of_training_can_be_told_in_full():
    year = demo_workouts(date(2026, 11, 23), timezone(timedelta(hours=1)))
    log = Past(History(year), CATALOG)
    for row in rows_of(log.search("").workouts)[::20]:
        if isinstance(row, WorkoutRow):
            log.judge(row.workout)
            told = plain(detail_lines(row.workout, log, Unit.KG))
            assert told.count(" × ") + told.count(" s") >= len(row.workout.sets)


def test_what_is_still_being_read_is_counted_by_months():
    log = past(OLD, PUSH)
    assert log.progress(["2019-07"]) == "reading 2026 … 0 of 3 months"
    for month in log.index.waiting(log.history):
        log.index.add(log.history, month)
    assert log.progress(["2019-07"]) == "reading 2019 … 2 of 3 months"
    assert log.progress([]) == ""


def test_lifts_are_named_by_how_often_they_are_done():
    assert past(OLD, PUSH, LEGS).exercise_names[0] == CATALOG.get(BENCH).name


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ([], []),
        (["2020-01", "2019-12"], ["2020-01 cannot be read", "2019-12 cannot be read"]),
        (["2027-01"], ["2027-01 cannot be read"]),
        (["1999-01"], ["1999-01 cannot be read"]),
    ],
)
def test_a_month_that_cannot_be_read_has_a_line_in_its_place(missing, said):
    old = workout(entry(BENCH, done(60, 8)), day=-3700, id="old")
    rows = rows_of([PUSH, old], missing)
    texts = [row.text for row in rows if isinstance(row, TextRow)]
    assert list(filter(None, texts)) == said
    assert len({row.id for row in rows}) == len(rows)
