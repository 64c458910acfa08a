"""Joints that a lifter may report pain in, and the movements that load each."""

from collections.abc import Mapping

from befit_tui.domain.exercise import Exercise

_PRESSES = ("horizontal-push", "vertical-push", "dip")
_PULLS = ("horizontal-pull", "vertical-pull")
_LEGS = ("squat", "lunge", "olympic", "plyometric", "get-up")

LOADED_BY: Mapping[str, frozenset[str]] = {
    site: frozenset(patterns)
    for site, patterns in {
        "neck": ("neck", "shrug", "upright-row", "vertical-push", "get-up"),
        "shoulder": (
            *_PRESSES, *_PULLS, "chest-fly", "rear-delt-fly", "shoulder-raise",
            "shoulder-rotation", "shoulder-extension", "upright-row", "olympic",
            "hang", "get-up",
        ),
        "elbow": (
            *_PRESSES, *_PULLS, "elbow-flexion", "elbow-extension", "wrist",
            "upright-row", "olympic", "hang",
        ),
        "wrist": (
            *_PRESSES, "wrist", "elbow-flexion", "elbow-extension", "olympic",
            "carry", "hang", "get-up",
        ),
        "lower-back": (
            "squat", "hinge", "lunge", "olympic", "back-extension", "carry",
            "horizontal-pull", "plyometric", "core",
        ),
        "hip": (
            *_LEGS, "hinge", "hip-extension", "hip-abduction", "hip-adduction",
            "back-extension",
        ),
        "knee": (*_LEGS, "knee-extension", "knee-flexion"),
        "ankle": (*_LEGS, "calf", "carry"),
    }.items()
}  # fmt: skip
"""The movement patterns of the catalogue that load each joint, by anatomy; a product
constant."""


def loads_joint(exercise: Exercise, site: str) -> bool:
    """Whether an exercise loads a joint; False for a joint that is not known."""
    return exercise.pattern in LOADED_BY.get(site, frozenset())
