import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.catalog.variant import guess_own
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Risk


@pytest.mark.parametrize(
    ("name", "equipment", "pattern", "risk"),
    [
        ("Speed Deadlift", "barbell", "hinge", Risk.AVOID),
        ("RDL off blocks (Dumbbell)", "dumbbell", "hinge", Risk.AVOID),
        ("Deadlift Hold (Cable)", "cable", "hinge", Risk.CAUTION),
        ("Squat RPE6", "barbell", "squat", Risk.AVOID),
        ("Squat (Safety Bar, Smith Machine)", "smith", "squat", Risk.CAUTION),
        ("Z Overhead Press", "barbell", "vertical-push", Risk.AVOID),
        ("Shoulder Press DB neutral", "dumbbell", "vertical-push", Risk.CAUTION),
        ("Shoulder Press, blue machine", "machine", "vertical-push", Risk.GOOD),
        ("No Feet Snatch", "barbell", "olympic", Risk.AVOID),
        ("Deficit Lunge (Barbell)", "barbell", "lunge", Risk.AVOID),
        ("Bayesian High Curl (Cable)", "cable", "unknown", Risk.GOOD),
        ("Grandfather's Barn Lift", "other", "unknown", Risk.CAUTION),
    ],
)
def test_the_name_tells_what_it_can(
    name: str, equipment: str, pattern: str, risk: Risk
) -> None:
    own = guess_own(name)
    assert (own.equipment, own.pattern, own.failure_risk) == (equipment, pattern, risk)
    assert (own.name, own.own, own.load) == (name, True, LoadKind.WEIGHT)
    assert own.primary == ()


def test_a_curl_moves_one_joint() -> None:
    assert guess_own("Bayesian Curl").mechanic is Mechanic.ISOLATION
    assert guess_own("Barn Lift").mechanic is Mechanic.COMPOUND


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("Barn Lift", "own-barn-lift"),
        ("  barn  LIFT ", "own-barn-lift"),
        ("Développé couché", "own-développé-couché"),
        ("Жим лёжа", "own-жим-лёжа"),
        ("バイク", "own-バイク"),
        ("💪", "own-1f4aa"),
    ],
)
def test_an_id_is_made_of_the_words(name: str, exercise_id: str) -> None:
    assert guess_own(name).id == exercise_id


@given(st.text(max_size=30))
def test_any_name_makes_an_exercise_with_a_reasoned_risk(name: str) -> None:
    own = guess_own(name)
    assert own.id.startswith("own-")
    assert (own.failure_risk is Risk.GOOD) == (own.risk_reason == "none")
