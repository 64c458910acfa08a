"""The lifts that most people do, for a list that knows nothing of its reader yet."""

COMMON = (
    "bench-press-barbell", "squat-barbell", "deadlift-barbell", "lat-pulldown-cable",
    "overhead-press-barbell", "bent-over-row-barbell", "pull-up", "leg-press-machine",
    "bench-press-dumbbell", "romanian-deadlift-barbell", "bicep-curl-dumbbell",
    "lateral-raise-dumbbell", "triceps-pushdown-cable", "leg-extension-machine",
    "lying-leg-curl-machine", "seated-leg-curl-machine", "seated-row-cable",
    "incline-bench-press-dumbbell", "incline-bench-press-barbell",
    "chest-press-machine", "shoulder-press-machine", "seated-overhead-press-dumbbell",
    "row-single-arm-dumbbell", "chest-fly-machine", "chest-fly-cable",
    "hammer-curl-dumbbell", "bicep-curl-barbell", "bicep-curl-cable",
    "bicep-curl-ez-bar", "skullcrusher-ez-bar", "overhead-triceps-extension-cable",
    "lateral-raise-cable", "face-pull-cable", "reverse-fly-machine",
    "hip-thrust-barbell",
    "standing-calf-raise-machine", "seated-calf-raise-machine", "triceps-dip",
    "chest-dip", "push-up", "chin-up", "front-squat-barbell", "hack-squat-machine",
    "bulgarian-split-squat-dumbbell", "lunge-dumbbell", "walking-lunge-dumbbell",
    "goblet-squat-dumbbell", "romanian-deadlift-dumbbell", "seated-row-machine",
    "t-bar-row-barbell", "preacher-curl-ez-bar", "shrug-dumbbell", "pec-deck-machine",
    "back-extension", "hanging-leg-raise", "crunch-cable", "crunch", "plank",
    "hip-abduction-machine", "hip-adduction-machine",
)  # fmt: skip
"""The likeliest first. Most stand in half or more of eleven logs that their lifters
published; the order is a product constant."""

PLACE = {exercise: place for place, exercise in enumerate(COMMON)}
"""The place of each of them."""


def commonness(exercise_id: str) -> int:
    """The place of a lift among the common ones; that of the others is the last."""
    return PLACE.get(exercise_id, len(COMMON))
