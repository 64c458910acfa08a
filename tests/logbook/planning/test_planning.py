"""Check-ins and phases as they are kept: on disk, taken over, taken back."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.phase import Block
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import CheckIn, JointPain
from befit_tui.logbook import Logbook, check_in, id_maker
from befit_tui.logbook.planning import block_questions, blocks
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.logbook.workout import changes
from befit_tui.store import Store

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
        ("7>>>>>y", CheckIn(sleep_hours=7, eating_less=True)),
        ("73<<5", CheckIn(sleep_hours=7, sleep=5)),
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
        check(log, "5" + ">" * 6 + "30>")
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
        assert blocks.phase_words(log) == "Strength until Sun 13 Dec 2026."


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
        assert blocks.blocks(log) == ()


def test_a_deload_begins_tomorrow_when_today_is_trained_already(tmp_path) -> None:
    with logbook(tmp_path) as log:
        changes.add_exercise(log, BENCH)
        log.keep(
            workout(entry(BENCH, done(80, 8)), day=21, id=log.active.id, ended_at=None),
            "set",
        )
        blocks.plan_deload(log)
        assert blocks.blocks(log)[0].start == TODAY + timedelta(days=1)
        assert log.active.phase is None


def test_a_planned_block_is_undone_with_the_phase_of_the_open_workout(tmp_path) -> None:
    with logbook(tmp_path) as log:
        log.start()
        blocks.plan(log, Block(Phase.DELOAD, TODAY, 1))
        assert log.undo() == "deload for this workout"
        assert log.undo() == "deload planned"
        assert (log.active.phase, blocks.blocks(log)) == (None, ())


def test_phases_survive_a_restart(tmp_path) -> None:
    block = Block(Phase.HYPERTROPHY, TODAY, 6)
    with logbook(tmp_path) as log:
        blocks.plan(log, block)
    with logbook(tmp_path) as log:
        assert blocks.blocks(log) == (block,)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("d", Block(Phase.DELOAD, TODAY, 1)),
        ("h", Block(Phase.HYPERTROPHY, TODAY, 6)),
        ("sm8", Block(Phase.STRENGTH, TODAY + timedelta(days=7), 6)),
        ("s>8", Block(Phase.STRENGTH, TODAY, 8)),
        ("n", Block(None, TODAY, 6)),
        ("", None),
    ],
)
def test_keys_plan_a_block(keys, expected) -> None:
    assert (
        block_questions.block_of(answer(block_questions.new_questions(TODAY), keys))
        == expected
    )


def test_the_start_moves_by_a_day() -> None:
    questions = block_questions.new_questions(date(2026, 11, 23))
    for key in ("d", "right", "right", "left"):
        questions.press(key)
    assert block_questions.block_of(questions).start == date(2026, 11, 24)
    assert "Deload from Tue 24 Nov 2026" in block_questions.outcome(questions)
