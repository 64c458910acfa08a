"""What technical failure looks like: a line for every lift, and one that fits it."""

import re
import textwrap

import pytest

from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.technique import technique_of
from befit_tui.catalog.variant import suggest_own
from befit_tui.domain.exercise import Exercise

CATALOG = load_catalog()
PANEL, ROWS = 38, 3
"""Cells and rows of a text in the narrowest side panel."""

BARS = {"barbell", "ez-bar", "smith", "trap-bar"}
BELONGS = [
    (r"\bbar\b|\bbars\b|\bpins\b|\brack\b|plates", BARS),
    (r"\bsmith|safety stops", {"smith", "machine"}),
    (r"\bpivot|\bsled\b", {"machine"}),
    (r"pulley|\bstack\b|\brope\b", {"cable"}),
    (r"\bweights\b", {"dumbbell", "kettlebell"}),
    (r"\bband\b", {"band"}),
    (r"\brings\b|\bball\b|\blog\b", {"other"}),
]  # fmt: skip
"""Words that name equipment, and the equipment that they may be said of."""
AS_WELL = {
    "svend-press-plate": "plates",
    "sled-push": "sled",
    "sled-pull": "sled",
}
"""Lifts done with a thing that their equipment does not name."""
HUNG_ON = "chin-up", "pull-up", "muscle-up"
"""Done on a bar that holds the lifter."""


def test_every_lift_has_lines_that_fit_it_and_its_panel() -> None:
    for exercise in CATALOG:
        lines_fit(exercise)


def lines_fit(exercise: Exercise) -> None:
    said = technique_of(exercise)
    for text in (said.setup, said.failure):
        assert text.endswith(".")
        assert len(textwrap.wrap(text, PANEL)) <= ROWS
    assert said.source
    text = f"{said.setup} {said.failure}".lower()
    if exercise.id.startswith(HUNG_ON):
        text = re.sub(r"\bbar\b", "", text)
    if exercise.id in AS_WELL:
        text = text.replace(AS_WELL[exercise.id], "")
    for words, equipment in BELONGS:
        if exercise.equipment not in equipment:
            assert not re.search(words, text), text


@pytest.mark.parametrize(
    ("exercise", "says"),
    [
        ("bench-press-barbell", "hips leave the bench"),
        ("incline-bench-press-barbell", "drifts toward the face"),
        ("floor-press-barbell", "bounce off the floor"),
        ("chest-press-machine", "roll forward off the pad"),
        ("squat-barbell", "hips rise before the chest"),
        ("leg-press-machine", "hips roll off the pad"),
        ("deadlift-barbell", "hitched up the thighs"),
        ("romanian-deadlift-dumbbell", "weights drift away"),
        ("pull-up", "chin stops short"),
        ("lat-pulldown-cable", "trunk swings back"),
        ("lateral-raise-dumbbell", "shoulders shrug"),
        ("bicep-curl-barbell", "hips swing"),
        ("preacher-curl-machine", "lift off the pad"),
        ("triceps-pushdown-cable", "elbows leave the sides"),
        ("plank", "hips sag"),
        ("lying-leg-curl-machine", "hips rise off the pad"),
        ("clean-and-jerk-barbell", "elbows bend and press out"),
        ("treadmill", "Nothing to fail"),
    ],
)
def test_a_lift_is_told_by_what_goes_first(exercise: str, says: str) -> None:
    assert says in technique_of(CATALOG.get(exercise)).failure


@pytest.mark.parametrize(
    "name", ["Zorp Machine Thing", "Cable Whatever", "Barn Lift", "My Squat"]
)
def test_a_lift_of_ones_own_has_a_line_too(name: str) -> None:
    assert technique_of(suggest_own(name)).failure.endswith(".")


def test_holds_are_not_told_by_reps() -> None:
    timed = [one for one in CATALOG if one.load == "duration" and one.is_judged]
    assert timed
    for exercise in timed:
        assert "rep" not in re.findall(r"\w+", technique_of(exercise).failure)
