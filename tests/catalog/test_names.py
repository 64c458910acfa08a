import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.catalog.names import equipment_named, normal, word_bag


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("DB Pull-Overs", "Dumbbell Pullover"),
        ("Push Ups", "push-up"),
        ("Cable Flyes", "cable fly"),
        ("Standing Calves Raises", "standing calf raise"),
        ("1-Arm Dumbell Rows", "Single Arm Dumbbell Row"),
        ("EZ Curl Bar Curls", "E-Z Bar Curl"),
        ("Hex Bar Dead Lift", "Trap Bar Deadlift"),
        ("Captain’s Chair", "captains chair"),
        ("RDLs", "romanian deadlift"),
        ("Développé", "developpe"),
        ("Bulgarian Split Squats", "BSS"),
        ("Leg Presses", "leg press"),
    ],
)
def test_names_that_mean_one_exercise_are_spelled_alike(
    written: str, meant: str
) -> None:
    assert normal(written) == normal(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Biceps Curl", "Triceps Curl"), ("Приседания", "Жим лёжа"), ("Press", "Pull")],
)
def test_different_exercises_stay_apart(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_order_and_filler_words_do_not_count_in_a_bag() -> None:
    assert word_bag("Press with the Dumbbell, Incline") == word_bag(
        "Incline Dumbbell Press"
    )


def test_a_name_of_filler_words_alone_keeps_them() -> None:
    assert word_bag("Standing Weight") == {"standing", "weight"}


@pytest.mark.parametrize(
    ("name", "equipment"),
    [
        ("Curl (EZ Bar)", ("ez-bar",)),
        ("Bench Press (Smith Machine)", ("smith",)),
        ("Barbell Row on the Machine", ("barbell", "machine")),
        ("Plank", ()),
    ],
)
def test_equipment_is_read_from_the_words(
    name: str, equipment: tuple[str, ...]
) -> None:
    assert equipment_named(name) == equipment


@given(st.text(max_size=30))
def test_any_text_has_a_spelling(name: str) -> None:
    assert normal(name) == " ".join(normal(name).split())
