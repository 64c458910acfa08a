import pytest
from befit_tui.catalog.templates import programmes

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.suggest import suggest_own
from befit_tui.domain.own_exercise import QUESTIONS, answer, answered
from befit_tui.domain.vocabulary import LoadKind, Risk

CATALOG = load_catalog()
FAILURE_FREE = 1
"""Reps that every set of a lift leaves on which failure is to be avoided."""


def test_the_well_known_schemes_are_there_with_names_of_their_own():
    names = [one.name for one in programmes()]
    for wanted in (
        "Full body", "Upper and lower", "Push, pull, legs", "5x5", "5/3/1 style",
    ):  # fmt: skip
        assert wanted in names
    days = [day.name for one in programmes() for day in one.routines]
    assert len(set(days)) == len(days)


def test_every_exercise_is_in_the_catalogue_and_every_set_aims_at_something():
    for programme in programmes():
        for routine in programme.routines:
            for entry in routine.entries:
                assert entry.exercise in CATALOG
                assert entry.target.rest_s
                assert all(one.reps or one.seconds for one in entry.target.sets)


def test_no_programme_plans_failure_where_it_is_to_be_avoided():
    for programme in programmes():
        for entry in (e for day in programme.routines for e in day.entries):
            if CATALOG.get(entry.exercise).failure_risk is Risk.AVOID:
                lefts = [one.left for one in entry.target.sets if one.left]
                assert all(low >= FAILURE_FREE for low, _ in lefts)


def test_531_goes_up_for_three_weeks_by_percent_of_the_estimated_1rm():
    (style,) = (one for one in programmes() if one.name == "5/3/1 style")
    squats = [one for one in style.routines if one.name.startswith("Squat")]
    tops = [max(s.percent for s in one.entries[0].target.sets) for one in squats]
    # 85, 90, 95 and 60 percent of a training maximum of 90 percent (Wendler 2009).
    assert tops == [76.5, 81, 85.5, 54]


@pytest.mark.parametrize(
    ("name", "equipment", "muscle", "load", "risk"),
    [
        ("Meadow curl (cable)", "cable", "biceps", LoadKind.WEIGHT, Risk.GOOD),
        ("Speed deadlift", "barbell", "hamstrings", LoadKind.WEIGHT, Risk.AVOID),
        ("Ring plank", "other", "abs", LoadKind.DURATION, Risk.CAUTION),
        ("Hill run", "other", "other", LoadKind.DISTANCE, Risk.CAUTION),
        ("Thing", "other", "other", LoadKind.WEIGHT, Risk.CAUTION),
    ],
)
def test_a_name_tells_what_it_can(name, equipment, muscle, load, risk):
    own = suggest_own(name)
    assert [answer(own, question) for question in QUESTIONS] == [
        equipment, muscle, load, risk,
    ]  # fmt: skip


def test_every_answer_is_kept_and_no_key_stands_twice():
    for question in QUESTIONS:
        keys = [key for key, _, _ in question.answers]
        assert len(set(keys)) == len(keys)
        for _, value, _ in question.answers:
            own = answered(suggest_own("Thing"), question, value)
            assert answer(own, question) == value
