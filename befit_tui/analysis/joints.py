"""Which lifts load a joint, so that pain there holds them back."""

from collections.abc import Mapping

from befit_tui.domain.exercise import Exercise

_PRESS = ("horizontal-push", "vertical-push", "dip")
_PULL = ("horizontal-pull", "vertical-pull")
_LEGS = ("squat", "lunge", "olympic", "plyometric")

LOADED_BY: Mapping[str, tuple[str, ...]] = {
    "neck": ("neck", "shrug", "olympic"),
    "shoulder": (
        *_PRESS, *_PULL, "chest-fly", "rear-delt-fly", "shoulder-raise",
        "shoulder-extension", "shoulder-rotation", "upright-row", "olympic", "hang",
        "get-up",
    ),
    "elbow": (*_PRESS, *_PULL, "elbow-flexion", "elbow-extension", "wrist", "hang"),
    "wrist": (
        *_PRESS, "elbow-flexion", "elbow-extension", "wrist", "olympic", "hang",
        "carry", "hinge",
    ),
    "lower-back": (
        "squat", "hinge", "lunge", "olympic", "back-extension", "carry", "core",
        "horizontal-pull", "get-up",
    ),
    "hip": (*_LEGS, "hinge", "hip-extension", "hip-abduction", "hip-adduction"),
    "knee": (*_LEGS, "knee-extension", "knee-flexion"),
    "ankle": (*_LEGS, "calf", "carry"),
}  # fmt: skip
"""Movement patterns of the catalogue by joint: anatomy, made a list by hand."""


def loads(site: str, exercise: Exercise) -> bool:
    """Whether an exercise loads a joint; an unknown joint is loaded by nothing."""
    return exercise.pattern in LOADED_BY.get(site, ())
