"""Check-ins and phases as they are kept: on disk, taken over, taken back."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.phase import Block
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import CheckIn, JointPain
from befit_tui.logbook import check_in
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import blocks, easy_weeks
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.logbook.workout.editor import add_exercise
from befit_tui.store.store import Store

NOW = MONDAY + timedelta(days=21)
TODAY = NOW.date()
BENCH = "bench-press-barbell"


@contextmanager
def logbook(folder, *past, now=NOW, unit=Unit.KG):
    store = Store(folder, clock=lambda: now)
    try:
        store.add_workouts(past, "past")
        yield Logbook(
            store,
            load_catalog(),
            clock=lambda: now,
            new_id=id_maker(lambda: now),
            unit=unit,
        )
    finally:
        store.close()


def answer(questions: Questionnaire, keys: str) -> Questionnaire:
    """Press keys; ``>`` is enter, ``<`` backspace, ``^`` up."""
    for key in keys:
        questions.press({">": "enter", "<": "backspace", "^": "up"}.get(key, key))
    return questions


def check(log: Logbook, keys: str) -> CheckIn | None:
    check_in.keep(log, answer(check_in.new_questions(log), keys))
    return check_in.given_today(log).checkin


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("734343", CheckIn(
            sleep_hours=7, sleep=3, soreness=4, stress=3, fatigue=4, mood=3)),
        ("6.", CheckIn(sleep_hours=6.5)),
        (">2", CheckIn(sleep=2)),
        ("7>>>>>>y", CheckIn(sleep_hours=7, eating_less=True)),
        ("73<5", CheckIn(sleep_hours=7, sleep=5)),
        # An enter after a digit goes one line on, as the next digit would.
        ("7>3>4>3>4>3>", CheckIn(
            sleep_hours=7, sleep=3, soreness=4, stress=3, fatigue=4, mood=3)),
        ("7>>4", CheckIn(sleep_hours=7, soreness=4)),
        ("73.", CheckIn(sleep_hours=7, sleep=3)),
        (">>>>>>>>>e3k10", CheckIn(
            joints=(JointPain("elbow", 3), JointPain("knee", 10)))),
        (">>>>>>>>>e3e0", CheckIn(joints=(JointPain("elbow", 0),))),
        (">>>>>>>>>e", None),
        ("", None),
        (">9>", None),
    ],
)  # fmt: skip
def test_keys_answer_the_check_in_line_by_line(tmp_path, keys, expected) -> None:
    with logbook(tmp_path) as log:
        log.start("Push A")
        assert check(log, keys) == expected


def test_minutes_and_body_weight_are_typed(tmp_path) -> None:
    with logbook(tmp_path, unit=Unit.LB) as log:
        log.start()
        check(log, ">" * 7 + "45>182.5>")
        assert log.active.minutes_planned == 45
        assert log.active.bodyweight == Load(182.5, Unit.LB)
        assert log.active.checkin is None


def test_a_weight_that_is_not_changed_keeps_its_unit(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start()
        check(log, ">" * 8 + "82.4")
        log.unit = Unit.LB
        check(log, "7")
        assert log.active.bodyweight == kg(82.4)


def test_the_check_in_opens_with_what_was_given_and_can_be_undone(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start()
        check(log, "5")
        assert check_in.new_questions(log).answers == {"sleep_hours": 5}
        assert log.undo() == "check-in"
        assert log.active.checkin is None


def test_nothing_new_is_no_step(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start("Push A")
        assert not check_in.keep(log, check_in.new_questions(log))
        assert log.undo() == "start of Push A"


def test_a_check_in_waits_for_the_workout_of_its_day_also_after_a_restart(
    tmp_path,
) -> None:
    with logbook(tmp_path) as log:
        check(log, "5" + ">" * 7 + "30>")
        assert log.active is None
    with logbook(tmp_path) as log:
        opened = log.repeat(workout(entry(BENCH, done(80, 8)), name="Push A"))
        assert opened.checkin == CheckIn(sleep_hours=5)
        assert opened.minutes_planned == 30


def test_a_check_in_of_yesterday_is_not_taken_over(tmp_path) -> None:
    with logbook(tmp_path, now=NOW - timedelta(days=1)) as log:
        check(log, "5")
    with logbook(tmp_path) as log:
        assert log.start().checkin is None
        assert check_in.new_questions(log).answers == {}


def test_a_waiting_check_in_can_be_undone(tmp_path) -> None:
    with logbook(tmp_path) as log:
        check(log, "5")
        assert log.undo() == "check-in"
        assert log.start().checkin is None


def test_readiness_is_said_while_the_answers_are_given(tmp_path) -> None:
    four = CheckIn(sleep=4, soreness=4, stress=4, fatigue=4, mood=4)
    past = [workout(day=day, id=f"w{day}", checkin=four) for day in range(7, 21, 2)]
    with logbook(tmp_path, *past) as log:
        questions = answer(check_in.new_questions(log), ">33333")
        assert check_in.readiness_now(log) is None
        found = check_in.readiness_now(log, questions)
        assert found.words == "Readiness 15 of 25, usual 20: low for you."


def test_a_new_workout_takes_the_phase_of_its_day(tmp_path) -> None:
    with logbook(tmp_path) as log:
        blocks.plan(log, Block(Phase.STRENGTH, TODAY - timedelta(days=7), 4))
        assert blocks.current(log).phase is Phase.STRENGTH
        assert log.start().phase is Phase.STRENGTH
        said = "Strength until Sun 13 Dec 2026, week 2 of 4: one more left."
        assert blocks.phase_words(log) == said


def test_without_phases_a_workout_has_none(tmp_path) -> None:
    with logbook(tmp_path) as log:
        assert log.start().phase is None
        assert blocks.phase_words(log) == ""


def test_a_deload_is_planned_and_taken_back_by_the_same_key(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start()
        said = blocks.plan_deload(log)
        assert said.startswith("Deload from Mon 23 Nov 2026 to Sun 29 Nov 2026.")
        assert log.active.phase is Phase.DELOAD
        assert blocks.plan_deload(log) == "The deload is taken back."
        assert log.active.phase is None
        assert planned(log) == ()


def test_a_deload_begins_tomorrow_when_today_is_trained_already(tmp_path) -> None:
    with logbook(tmp_path) as log:
        add_exercise(log, BENCH)
        log.keep(
            workout(entry(BENCH, done(80, 8)), day=21, id=log.active.id, ended_at=None),
            "set",
        )
        blocks.plan_deload(log)
        assert planned(log)[0].start == TODAY + timedelta(days=1)
        assert log.active.phase is None


def test_a_planned_block_is_undone_with_the_phase_of_the_open_workout(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start()
        blocks.plan(log, Block(Phase.DELOAD, TODAY, 1))
        assert log.undo() == "deload planned"
        assert (log.active.phase, blocks.blocks(log)) == (None, ())


def test_a_block_of_the_past_takes_the_workouts_that_lie_in_it(tmp_path) -> None:
    past = [workout(entry(BENCH, done(80, 8)), day=day, id=f"d{day}") for day in (0, 9)]
    with logbook(tmp_path, *past) as log:
        start = past[1].started_at.date() - timedelta(days=2)
        said = blocks.plan(log, Block(Phase.DELOAD, start, 1))
        assert said.endswith("; 1 past workout in it.")
    with logbook(tmp_path) as log:
        assert [one.phase for one in log.past()] == [None, Phase.DELOAD]
        assert log.undo() == "deload planned"
        assert [one.phase for one in log.past()] == [None, None]


LIFTS = {BENCH: (100, 6), "squat-barbell": (140, 5), "barbell-row": (80, 8)}


def session(day: int, share: float):
    """Three sets of each lift at a share of the usual load."""
    sets = {
        lift: [
            done(kg * share, reps, left=2 if share == 1 else 5, id=f"{day}-{lift}-{n}")
            for n in range(3)
        ]
        for lift, (kg, reps) in LIFTS.items()
    }
    entries = [entry(lift, *done_sets) for lift, done_sets in sets.items()]
    return workout(*entries, day=day, id=f"day-{day}")


WEEKS = [session(day, 1) for day in range(-28, 7, 3)]
EASY = [session(day, 0.7) for day in (8, 11, 14)]
AFTER = session(20, 1)


def test_an_easy_week_that_is_over_is_asked_about_and_marked(tmp_path) -> None:
    with logbook(tmp_path, *WEEKS, *EASY, AFTER) as log:
        log.read_months()
        week = easy_weeks.unmarked(log)
        assert [one.id for one in week] == [one.id for one in EASY]
        assert easy_weeks.question(week).startswith(
            "Tue 10 Nov 2026 to Mon 16 Nov 2026 looks like an easy week. Mark its 3"
        )
        easy_weeks.mark(log, week)
        marked = [one.id for one in log.past() if one.phase is Phase.DELOAD]
        assert marked == [one.id for one in EASY]
        assert easy_weeks.unmarked(log) == ()
        assert log.undo() == "easy week marked"
        assert easy_weeks.unmarked(log) == week


def test_a_week_that_was_not_easy_is_never_asked_about_again(tmp_path) -> None:
    with logbook(tmp_path, *WEEKS, *EASY, AFTER) as log:
        log.read_months()
        easy_weeks.leave(log, easy_weeks.unmarked(log))
    with logbook(tmp_path) as log:
        log.read_months()
        assert easy_weeks.unmarked(log) == ()


def test_an_easy_week_that_may_go_on_and_usual_weeks_are_not_asked_about(tmp_path):
    for name, log in (("on", [*WEEKS, *EASY]), ("usual", [*WEEKS, AFTER])):
        with logbook(tmp_path / name, *log) as found:
            found.read_months()
            assert easy_weeks.unmarked(found) == ()


def planned(log) -> tuple[Block, ...]:
    return tuple(replace(one, id="") for one in blocks.blocks(log))


def test_phases_survive_a_restart(tmp_path) -> None:
    block = Block(Phase.HYPERTROPHY, TODAY, 6)
    with logbook(tmp_path) as log:
        blocks.plan(log, block)
    with logbook(tmp_path) as log:
        deload = Block(Phase.DELOAD, TODAY + timedelta(weeks=6), 1)
        assert planned(log) == (block, deload)


def test_the_deload_at_the_end_of_a_block_is_moved_and_dropped(tmp_path) -> None:
    with logbook(tmp_path) as log:
        said = blocks.plan(log, Block(Phase.STRENGTH, TODAY, 4))
        assert "then a deload to" in said
        blocks.move_deload(log, 1)
        assert planned(log) == (
            Block(Phase.STRENGTH, TODAY, 5),
            Block(Phase.DELOAD, TODAY + timedelta(weeks=5), 1),
        )
        blocks.move_deload(log, -1)
        assert planned(log)[0] == Block(Phase.STRENGTH, TODAY, 4)
        assert blocks.plan_deload(log) == "The deload is taken back."
        assert planned(log) == (Block(Phase.STRENGTH, TODAY, 4),)
        assert blocks.move_deload(log, 1).startswith("No deload is planned")


def test_a_deload_never_comes_before_tomorrow(tmp_path) -> None:
    with logbook(tmp_path) as log:
        blocks.plan(log, Block(Phase.DELOAD, TODAY + timedelta(days=3), 1))
        before = blocks.blocks(log)
        assert "cannot come earlier" in blocks.move_deload(log, -1)
        assert blocks.blocks(log) == before


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("d", Block(Phase.DELOAD, TODAY, 1)),
        ("h", Block(Phase.HYPERTROPHY, TODAY, 6)),
        ("sm8", Block(Phase.STRENGTH, TODAY + timedelta(days=7), 6)),
        ("s>>8", Block(Phase.STRENGTH, TODAY, 8)),
        ("n", Block(None, TODAY, 6)),
        ("", None),
    ],
)
def test_keys_plan_a_block(keys, expected) -> None:
    assert blocks.block_of(answer(blocks.new_questions(TODAY), keys)) == expected


def test_the_start_moves_by_a_day() -> None:
    questions = blocks.new_questions(date(2026, 11, 23))
    for key in ("d", "right", "right", "left"):
        questions.press(key)
    assert blocks.block_of(questions).start == date(2026, 11, 24)
    assert "Deload from Tue 24 Nov 2026" in blocks.outcome(questions)


def test_a_block_that_begins_later_is_said_until_it_does(tmp_path) -> None:
    with logbook(tmp_path) as log:
        blocks.plan(log, Block(Phase.DELOAD, TODAY + timedelta(days=3), 1))
        coming = "Deload from Thu 26 Nov 2026 to Wed 2 Dec 2026."
        assert blocks.phase_words(log) == coming
        questions = blocks.new_questions(TODAY)
        assert blocks.outcome(questions, coming) == coming
