import pytest

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.programmes import EQUIPMENT, in_unit, programmes
from befit_tui.catalog.variant import suggest_own
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.preferences import QUESTIONS, answer, answered
from befit_tui.domain.vocabulary import LoadKind, Risk

CATALOG = load_catalog()
FAILURE_FREE = 1
"""Reps that every set of a lift leaves on which failure is to be avoided."""


def test_the_well_known_schemes_are_there_with_names_of_their_own():
    names = [one.name for one in programmes()]
    for wanted in (
        "Full body", "Upper and lower", "Push, pull, legs", "Dumbbells only",
        "Body weight only", "StrongLifts 5x5", "Starting Strength", "GreySkull LP",
        "GZCLP", "Texas Method", "5/3/1", "5/3/1 Boring But Big", "nSuns LP",
    ):  # fmt: skip
        assert wanted in names
    days = [day.name for one in programmes() for day in one.routines]
    assert len(set(days)) == len(days)


def test_a_gym_has_a_barbell_and_a_barbell_is_no_gym():
    strong, own = (
        next(one for one in programmes() if one.name == name)
        for name in ("StrongLifts 5x5", "Full body")
    )
    assert (strong.equipment, own.equipment) == ("barbell", "gym")
    assert strong.suits(3, "gym")
    assert not own.suits(3, "barbell")
    assert not strong.suits(3, "dumbbells")


def test_every_programme_says_where_it_comes_from_and_whom_it_suits():
    for programme in programmes():
        assert programme.source
        assert programme.about
        assert programme.equipment in EQUIPMENT
        assert all(2 <= days <= 6 for days in programme.days)
    assert {one.equipment for one in programmes()} == set(EQUIPMENT)


OWNED = {
    "barbell": {"barbell", "bodyweight"},
    "dumbbells": {"dumbbell"},
    "body weight": {"bodyweight"},
}
"""What a programme for some equipment may use; a gym has everything."""


def test_a_programme_asks_for_nothing_that_its_equipment_lacks():
    for programme in programmes():
        used = {
            CATALOG.get(entry.exercise).equipment
            for routine in programme.routines
            for entry in routine.entries
        }
        assert used <= OWNED.get(programme.equipment, used), programme.name


def test_a_plan_of_a_programme_is_what_it_is_typed_as():
    for programme in programmes():
        for entry in (e for day in programme.routines for e in day.entries):
            assert parse_plan(format_plan(entry.target)) == entry.target


def test_steps_are_those_of_gyms_that_count_in_pounds():
    (strong,) = (one for one in programmes() if one.name == "StrongLifts 5x5")
    squat, _, _ = in_unit(strong.routines[0], Unit.LB).entries
    assert squat.target.scheme.steps[0].load == Load(5, Unit.LB)
    (gzclp,) = (one for one in programmes() if one.name == "GZCLP")
    bench = in_unit(gzclp.routines[0], Unit.LB).entries[1]
    assert bench.target.scheme.again == Load(15, Unit.LB)


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
