"""The muscles of the catalogue, and the words that lifters look for them by."""

SOUGHT_BY = {
    "chest": "chest pecs",
    "front-delts": "front delts deltoids shoulders",
    "side-delts": "side delts deltoids shoulders",
    "rear-delts": "rear delts deltoids shoulders",
    "lats": "lats back",
    "upper-back": "upper back",
    "lower-back": "lower back",
    "traps": "traps trapezius back",
    "biceps": "biceps arms",
    "triceps": "triceps arms",
    "forearms": "forearms arms",
    "abs": "abs abdominals core",
    "obliques": "obliques core",
    "quads": "quads quadriceps thighs legs",
    "hamstrings": "hamstrings thighs legs",
    "glutes": "glutes buttocks legs",
    "calves": "calves legs",
    "adductors": "adductors thighs legs",
    "abductors": "abductors hips legs",
    "neck": "neck",
}
"""The muscle as the catalogue has it, the words that find it."""
LEGS = frozenset(one for one, words in SOUGHT_BY.items() if "legs" in words.split())


def muscle_words(muscle: str) -> str:
    """A muscle as people write it: ``lower back``."""
    return muscle.replace("-", " ")
