"""The check-in: a body weight that looks like a slip is asked about once."""

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.load import Unit
from befit_tui.logbook import check_in
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.store.store import Store

WEIGHT = 8
"""The place of the question."""


@pytest.fixture
def logbook(tmp_path):
    def clock():
        return MONDAY

    store = Store(tmp_path, clock=clock)
    past = workout(entry("squat-barbell", done(80, 5)), day=-9, bodyweight=kg(82))
    store.add_workouts([past], "past")
    yield Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
    store.close()


def weighing(logbook, text):
    """The questions with a body weight typed."""
    questions = check_in.new_questions(logbook)
    questions.at = WEIGHT
    assert questions.lines[WEIGHT].name == "bodyweight"
    for key in text:
        questions.press(key)
    return questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("3", "3 kg: 82 kg the last time? Enter again keeps it"),
        ("820", None),  # more than the line takes: its last digit is left out
        ("8.2", "8.2 kg: a tenth of 82? Enter again keeps it"),
        ("95", "95 kg: 82 kg the last time? Enter again keeps it"),
    ],
)
@pytest.mark.parametrize("key", ["enter", "down", "up"])
def test_the_line_is_left_by_the_second_key(logbook, text, asked, key):
    questions = weighing(logbook, text)
    questions.press(key)
    if asked is None:
        assert questions.at != WEIGHT
        return
    assert (questions.at, questions.doubt) == (WEIGHT, asked)
    questions.press(key)
    assert (questions.at != WEIGHT, questions.doubt) == (True, "")


def test_the_page_is_not_closed_over_it(logbook):
    questions = weighing(logbook, "3")
    assert not questions.may_leave()
    assert questions.may_leave()


def test_another_weight_is_asked_about_anew(logbook):
    questions = weighing(logbook, "3")
    questions.press("enter")
    questions.press("2")
    assert questions.doubt == ""
    questions.press("enter")
    assert questions.doubt.startswith("32 kg")


@pytest.mark.parametrize("text", ["82", "82.4", "75", "90", "0"])
def test_a_likely_weight_is_taken_at_once(logbook, text):
    questions = weighing(logbook, text)
    questions.press("enter")
    assert questions.at == WEIGHT + 1
    assert check_in.keep(logbook, questions) is (text != "0")


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (("7", "3", "4"), {"sleep_hours": 7, "sleep": 3, "soreness": 4}),
        (
            ("7", "enter", "3", "enter", "4", "enter"),
            {"sleep_hours": 7, "sleep": 3, "soreness": 4},
        ),
        (("7", "enter", "enter", "4"), {"sleep_hours": 7, "soreness": 4}),
        (("7", ".", "enter", "3"), {"sleep_hours": 7.5, "sleep": 3}),
        (("enter", "3", "enter", "enter", "2"), {"sleep": 3, "stress": 2}),
    ],
)
def test_an_enter_behind_a_digit_skips_no_question(keys, answers):
    asked = Questionnaire(check_in.lines(Unit.KG))
    for key in keys:
        asked.press(key)
    assert asked.answers == answers
