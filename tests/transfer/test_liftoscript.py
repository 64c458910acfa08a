"""Programmes in Liftoscript: what maps comes in, what does not is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.transfer.liftoscript import is_liftoscript, read_script
from befit_tui.transfer.read import read_log
from befit_tui.transfer.rows import ReadOptions


def days(text):
    """The days as name and lines."""
    return {
        day.name: [f"{lift.name}: {format_plan(lift.target)}" for lift in day.exercises]
        for day in read_script(text).days
    }


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("Bench Press / 3x8", "3x8"),
        ("Bench Press / 3x8-12 60kg", "3x8-12 60kg"),
        ("Bench Press / 1x5, 1x3, 1x1, 5x5", "5, 3, 1, 5x5"),
        ("Bench Press / 4x5, 1x5+ @8+", "4x5, 5+@2"),
        ("Bench Press / 3x8 @8.5 / 100lb 90s", "3x8 100lb@1-2 r90"),
        ("Bench Press / 1x5 @8, 1x3 @9, 5x5 50%", "5@2, 3@1, 5x5 50%"),
        ("Squat, Barbell / 4x5 (Main), 1x5+ (AMRAP)", "4x5, 5+"),
        ("Squat / 5x5 / warmup: 1x5 45lb, 1x3 95lb", "5 45lb w, 3 95lb w, 5x5"),
        ("Plank / 3x1 60s|30s", "3x1:00 r30"),
        ("Squat / 3x8 / progress: lp(5lb)", "3x8 +5lb/session"),
        (
            "Squat / 3x8 / progress: lp(2.5kg, 1, 0, 10%, 3)",
            "3x8 +2.5kg/session, fail 3: -10%",
        ),
        ("Curl / 3x8 / progress: dp(2.5kg, 8, 12)", "3x8-12"),
        ("Squat / 1x5 60%, 1x3 80% / progress: lp(5lb)", "5 60%, 3 80%"),
        ("t1: Squat / 5x3 / progress: lp(5kg)", "t1: 5x3 +5kg/session"),
    ],
)
def test_a_line_becomes_a_plan(line, plan):
    ((read,),) = days(line).values()
    assert read.split(": ", 1)[1] == plan
    assert format_plan(parse_plan(plan)) == plan


CYCLE = """
# Week 1
## Push
/// never shown
// pause each rep
t1 / used: none / 3x5, 1x5+ / 75% / progress: lp(5lb, 1, 0, 10%, 3)
Squat[1-3] / ...t1 / 180s
Bench Press / 3x8 @8 / 100lb

# Week 2
## Push
t1 / 3x3, 1x3+ / 85%
Bench Press / 3x6 @9 / 110lb

# Week 3
## Push
t1 / 3x5 / 60%
Bench Press / 3x6 @7 / 90lb
"""


def test_weeks_are_a_cycle_and_templates_are_no_exercise():
    assert days(CYCLE) == {
        "Push": [
            "Squat: 3x5, 5+ | 3x3, 3+ | 3x5 +5lb/session, fail 3: -10% r180",
            "Bench Press: 3x8 100lb@2 | 3x6 110lb@1 | 3x6 90lb@3",
        ]
    }


def test_progress_is_said_once_for_all_days_of_an_exercise():
    text = "## A\nSquat / 3x5 / progress: lp(5kg)\n## B\nSquat / 5x3"
    assert days(text)["A"] == ["Squat: 3x5 +5kg/session"]
    assert days(text)["B"] == ["Squat: 5x3 +5kg/session"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "Squat / 3x8 / progress: custom(a: 1) {~ if (1) { weights += 5lb } ~}",
            "Squat: progress: custom is not taken over",
        ),
        (
            "Squat / 3x10+ / progress: sum(30, 5lb)",
            "Squat: progress: sum is not taken over",
        ),
        (
            "Squat / 3x8 / progress: lp(5lb, 2)",
            "Squat: waiting for 2 sessions before a step",
        ),
        (
            "Squat / 3x8 / progress: lp(5lb, 1, 0, 10lb, 2)",
            "Squat: 10lb off after misses: 10% comes off instead",
        ),
        ("Squat / 3x8 / progress: lp(5%)", "Squat: a step of 5%"),
        ("Squat / 4x3 / 5x2 / 60%", "Squat: the other sets to choose from"),
        ("Squat / 3x8 / update: custom() {~ ~}", "Squat: update"),
        (
            "Squat / 3x8 / warmup: 1x5 50%",
            "Squat: warm-ups in percent of the first set",
        ),
        ("Squat / 3x8 auto", "Squat: 'auto'"),
        (
            "Squat / 1x5 60%, 1x3 80% / progress: lp(5lb)",
            "Squat: progress: lp, as its sets have several percents",
        ),
        (
            "Squat / 3x8 75% / progress: lp(5lb)",
            "Squat: the first load as a percent of the 1RM",
        ),
        (
            "# Week 1\n## A\nSquat / 3x8\nPlank / 3x9\n# Week 2\n## A\nSquat / 3x6",
            "Plank: weeks without it; it stands in each",
        ),
    ],
)
def test_what_does_not_map_is_named(line, sentence):
    assert sentence in read_script(line).left_out


@pytest.mark.parametrize("text", ["", "Squat", "Just some words / and more"])
def test_what_is_no_programme_is_refused(text):
    with pytest.raises(ImportRefusedError, match="like Squat / 3x8"):
        read_script(text)


words = st.sampled_from(
    ["Squat", "t1: ", "[1-3]", "[9-1]", " / ", "3x8", "0x0", "99x9999", "+", "60%",
     "@8", "90s", "60s|?", "progress: ", "lp(", "dp(5lb, 12, 8)", ")", "used: none",
     "...Squat", "...t1", "\n", "# W\n", "## D\n", "//", "{~", "~}", ","]
)  # fmt: skip


@settings(max_examples=80)
@given(st.lists(words, max_size=14).map("".join))
def test_any_text_is_read_or_refused_and_plans_can_be_typed(text):
    try:
        script = read_script(text)
    except ImportRefusedError:
        return
    for lift in (one for day in script.days for one in day.exercises):
        line = format_plan(lift.target)
        assert format_plan(parse_plan(line)) == line


@pytest.mark.parametrize(
    "text",
    [
        "Day,Lift,Notes\nMon,Curl,14x8\nTue,Row,rack 3 / 14x8\nWed,Row,\n",
        "Day,Lift,Notes\n" + "Mon,Curl,rack 3 / 14x8\n" * 9,
        "what I did\n\nbike 20 min\npress / 14x8\nwalked home\n",
    ],
)
def test_sets_in_a_note_make_no_programme(text):
    assert not is_liftoscript(text)


def test_a_programme_is_no_log_and_the_import_says_where_it_goes():
    with pytest.raises(ImportRefusedError, match="is a programme, not a log"):
        read_log(CYCLE.encode(), "mine.txt", ReadOptions(), lambda name, app: "")
