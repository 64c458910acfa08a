"""What is doubtful about typed values, and the slip that is named."""

import pytest
from builders import MONDAY, done, entry, kg, workout
from hypothesis import given
from hypothesis import strategies as st
from lifts import ASSISTED_DIP, BENCH, CURL, PLANK, PULL_UP, PUSH_UP

from befit_tui.analysis.lift.records import Bests, bests_of
from befit_tui.analysis.lift.sessions import session_of
from befit_tui.domain.errors import DoubtError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.doubts import Doubt, Known, SlipQuestion, body_doubt, set_doubt


def said(exercise, values, last=None, past=(), **known) -> str:
    """The doubt about a set of a lift after one session of ``past``."""
    found = set_doubt(
        values,
        Known(
            exercise=exercise,
            last=last,
            bests=bests_of(
                [session_of(workout(entry(exercise.id, *past)), exercise, ())]
            ),
            **known,
        ),
    )
    return str(found or "")


def pounds(value):
    return Load(value, Unit.LB)


@pytest.mark.parametrize(
    ("load", "doubt"),
    [
        (kg(375), "375 kg: ten times 37.5?"),
        (kg(400), "400 kg: ten times 40?"),
        (kg(82.5), "82.5 kg: 82.5 lb?"),  # 37.4 kg, and no tenth of anything
        (kg(120), "120 kg: the most so far is 40 kg?"),
        (kg(60), ""),  # half as much again
        (kg(60.5), "60.5 kg: the most so far is 40 kg?"),
        (pounds(375), "375 lb: the most so far is 88.18 lb?"),
        (kg(10), ""),  # a quarter
        (kg(9.3), "9.3 kg: under a quarter of the last load?"),
        (kg(3.75), "3.75 kg: a tenth of 37.5?"),
    ],
)
def test_loads_far_from_those_of_the_lift(load, doubt) -> None:
    past = [done(40, 8), done(37.5, 10)]
    assert said(CURL, LoggedSet(id="", load=load, reps=8), kg(37.5), past) == doubt


def test_a_load_on_a_lift_never_done_is_doubted_only_past_every_lift() -> None:
    assert said(BENCH, LoggedSet(id="", load=kg(300), reps=1)) == ""
    slip = said(BENCH, LoggedSet(id="", load=kg(1000), reps=8))
    assert slip == "1000 kg: ten times 100?"


@pytest.mark.parametrize(
    ("values", "doubt"),
    [
        (
            LoggedSet(id="", load=kg(8), reps=82),
            "8 kg x 82: 82 x 8 the other way round?",
        ),
        (LoggedSet(id="", load=kg(8), reps=8), "8 kg: a tenth of 80?"),
        (LoggedSet(id="", load=kg(10), reps=8, kind=Kind.WARMUP), ""),
        (LoggedSet(id="", load=None, reps=8), ""),
    ],
)
def test_loads_too_light_for_a_working_set(values, doubt) -> None:
    assert said(BENCH, values, kg(80), [done(80, 8)]) == doubt


def test_what_is_doubted_and_what_to_do_are_two_sentences() -> None:
    doubt = Doubt("20 kg", "twice the last load? the last load is typed 10x")
    with pytest.raises(DoubtError, match=r"is typed 10x\. Enter again keeps it"):
        SlipQuestion(lambda: MONDAY).ask("+10x6", doubt)


@pytest.mark.parametrize(
    ("reps", "most", "doubt"),
    [
        (84, 9.2, "84 reps: 8 with 4 left is 8@4?"),
        (80, 9.2, "80 reps: 80 kg? a load is typed 80x"),
        (70, 9.2, "70 reps: 7?"),
        (99, 2.0, "99 reps: about 2 at the most were likely?"),
        (18, 9.0, ""),  # 1.5 x 9 and 5 more are 18.5
        (19, 9.0, "19 reps: about 9 at the most were likely?"),
        (84, None, ""),
    ],
)
def test_reps_far_beyond_the_upper_end_of_the_meter(reps, most, doubt) -> None:
    values = LoggedSet(id="", load=kg(80), reps=reps)
    assert said(BENCH, values, kg(80), [done(80, 8)], most_reps=most) == doubt


@pytest.mark.parametrize(
    ("exercise", "load", "past", "doubt"),
    [
        (PULL_UP, kg(5), done(2.5, 8), ""),  # of the body and the belt no step
        (PULL_UP, kg(250), done(25, 8), "250 kg: ten times 25?"),
        (PULL_UP, kg(60), done(None, 8), "60 kg: no load was added so far?"),
        (PULL_UP, kg(0), done(25, 8), ""),
        (ASSISTED_DIP, kg(200), done(20, 8), "200 kg: ten times 20?"),
        (ASSISTED_DIP, kg(15), done(20, 8), ""),
        # -20x8 and +10x8, as the log writes the last set, are steps.
        (ASSISTED_DIP, kg(0), done(20, 8), "0 kg: no help? the last load is typed 20x"),
        (
            PULL_UP,
            kg(20),
            done(10, 8),
            "20 kg: twice the last load? the last load is typed 10x",
        ),
        (PUSH_UP, None, done(None, 20), ""),
    ],
)
def test_with_the_body_it_is_all_that_moves_which_counts(
    exercise, load, past, doubt
) -> None:
    values = LoggedSet(id="", load=load, reps=8)
    assert said(exercise, values, past.load, [past], body_kg=80) == doubt


@pytest.mark.parametrize(
    ("seconds", "doubt"),
    [
        (449, ""),
        (450, "7:30: ten times 45 s?"),
        (2700, "45:00: 45 s?"),  # minutes for seconds
        (1200, "20:00: 45 s is usual?"),
    ],
)
def test_times_ten_times_the_usual(seconds, doubt) -> None:
    assert said(PLANK, LoggedSet(id="", seconds=seconds), usual_s=45) == doubt


@pytest.mark.parametrize(
    ("weight", "last", "doubt"),
    [
        (kg(82.4), None, ""),
        (kg(25), None, ""),
        (kg(24.9), None, "24.9 kg: a body weight in kg?"),
        (kg(350.5), None, "350.5 kg: a body weight in kg?"),
        (kg(3), kg(82), "3 kg: 82 kg the last time?"),
        (kg(90.2), kg(82), ""),  # a tenth
        (kg(90.3), kg(82), "90.3 kg: 82 kg the last time?"),
        (kg(73), kg(82), "73 kg: 82 kg the last time?"),
        (kg(8.2), kg(82), "8.2 kg: a tenth of 82?"),
        (kg(820), kg(82), "820 kg: ten times 82?"),
        (kg(181), kg(82), "181 kg: 181 lb?"),
        (pounds(180), kg(82), ""),
        (pounds(82), kg(82), "82 lb: 82 kg?"),
    ],
)
def test_body_weights_that_are_none_or_far_from_the_last(weight, last, doubt) -> None:
    assert str(body_doubt(weight, last) or "") == doubt


loads = st.none() | st.builds(Load, st.floats(0, 1500), st.sampled_from(Unit))
LIFTS = st.sampled_from([BENCH, PULL_UP, ASSISTED_DIP, PUSH_UP, PLANK])


@given(
    LIFTS,
    st.builds(
        LoggedSet,
        load=loads,
        reps=st.none() | st.integers(0, 1000),
        seconds=st.none() | st.floats(0, 86_400),
        kind=st.sampled_from(Kind),
    ),
    loads,
    st.lists(st.tuples(st.floats(-200, 400), st.integers(1, 50)), max_size=2),
    st.none() | st.floats(0, 60),
    st.none() | st.floats(0.1, 600),
)
def test_whatever_is_typed_is_asked_about_in_one_short_sentence(
    exercise, values, last, pairs, most, usual
) -> None:
    known = Known(
        exercise=exercise,
        last=last,
        bests=Bests(tuple(sorted(pairs, reverse=True))),
        most_reps=most,
        usual_s=usual,
    )
    doubt = str(set_doubt(values, known) or "?")
    assert len(doubt) < 80
    assert "\n" not in doubt


@given(st.floats(30, 200), st.integers(1, 20))
def test_what_was_done_before_is_never_doubted(load, reps) -> None:
    past = [done(load, reps)]
    values = LoggedSet(id="", load=kg(load), reps=reps)
    assert said(BENCH, values, kg(load), past, most_reps=reps) == ""
