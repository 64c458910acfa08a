"""Spelling of exercise names: what makes two names the same exercise.

Logs write one lift in many ways: ``Pull-Ups``, ``Pullup``, ``DB Bench``. ``normal``
brings spelling, plurals and abbreviations to one form; ``word_bag`` also forgets the
order of the words and the words that say nothing.
"""

import re
import unicodedata
from functools import lru_cache

_SPELLINGS = (
    (r"smith(?: machine)?", "smith"),
    (r"(?:e z|ez|easy) (?:curl )?bar|ez curl|sz bar", "ezbar"),
    (r"(?:trap|hex) bar", "trapbar"),
    (r"leverage machine|lever", "machine"),
    (r"(?:stability|swiss|exercise|physio) ball", "stabilityball"),
    (r"t ?bar", "tbar"),
    (r"v (?:bar|grip|handle)", "vbar"),
    (r"pull ?ups?", "pullup"),
    (r"chin ?ups?", "chinup"),
    (r"(?:push|press) ?ups?", "pushup"),
    (r"sit ?ups?", "situp"),
    (r"step ?ups?", "stepup"),
    (r"muscle ?ups?", "muscleup"),
    (r"get ?ups?", "getup"),
    (r"v ?ups?", "vup"),
    (r"pull ?downs?", "pulldown"),
    (r"(?:push|press) ?downs?", "pushdown"),
    (r"pull ?overs?", "pullover"),
    (r"pull ?throughs?", "pullthrough"),
    (r"pull ?aparts?", "pullapart"),
    (r"kick ?backs?", "kickback"),
    (r"dead ?lifts?", "deadlift"),
    (r"skull ?crushers?", "skullcrusher"),
    (r"pec(?:k|toral)? dec?k?", "pecdeck"),
    (r"cross ?overs?", "crossover"),
    (r"jack ?kni(?:fe|ves)", "jackknife"),
    (r"roll ?outs?", "rollout"),
    (r"wood ?chop(?:per)?s?", "woodchop"),
    (r"calves", "calf"),
    (r"flye?s?|flies", "fly"),
    (r"raises", "raise"),
    (r"(?:single|one|1) (?:arm(?:ed)?|hand(?:ed)?)|uni ?lateral", "onearm"),
    (r"(?:single|one|1) leg(?:ged)?", "oneleg"),
    (r"triceps?", "triceps"),
    (r"biceps?", "biceps"),
    (r"abs?|abdominals?", "ab"),
    (r"hams?|hamstrings?", "hamstring"),
    (r"d b|dbs?|dumb ?bells?|dumb?be?lls?", "dumbbell"),
    (r"b b|bb|bar ?bells?", "barbell"),
    (r"k b|kbs?|kettle ?bells?", "kettlebell"),
    (r"bw|body ?weight", "bodyweight"),
    (r"sitting", "seated"),
    (r"ohp", "overhead press"),
    (r"rdls?", "romanian deadlift"),
    (r"sldls?", "stiff leg deadlift"),
    (r"stiff legged", "stiff leg"),
    (r"bss", "bulgarian split squat"),
    (r"hammer stren(?:gth|ght)", "hammerstrength"),
    (r"strenght", "strength"),
    (r"iso ?lat(?:s|eral)?", "isolateral"),
    (r"plate loaded", "plateloaded"),
    (r"banded", "band"),
    (r"paused", "pause"),
    (r"delts?|deltoids?", "delt"),
    (r"lats?", "lat"),
    (r"farmer s?|farmers?", "farmer"),
    (r"captain s?|captains?", "captain"),
)
"""Patterns on lower-case words, and what each becomes."""

_SPELLING = re.compile(
    r"\b(?:" + "|".join(f"({pattern})" for pattern, _ in _SPELLINGS) + r")\b"
)

_PLURALS = (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("ss", "ss"), ("s", ""))
"""Endings, the first that fits, and what is put in their place."""

_NO_PLURAL = frozenset(("biceps", "triceps"))

_SAYING_NOTHING = frozenset(
    [
        "a",
        "an",
        "and",
        "exercise",
        "flat",
        "for",
        "from",
        "in",
        "normal",
        "of",
        "on",
        "regular",
        "standing",
        "the",
        "to",
        "using",
        "weight",
        "weighted",
        "with",
    ]
)

_EQUIPMENT = {
    "band": "band",
    "barbell": "barbell",
    "bodyweight": "bodyweight",
    "cable": "cable",
    "dumbbell": "dumbbell",
    "ezbar": "ez-bar",
    "kettlebell": "kettlebell",
    "machine": "machine",
    "plateloaded": "machine",
    "ring": "other",
    "smith": "smith",
    "suspension": "other",
    "trapbar": "trap-bar",
    "trx": "other",
}


def plain(name: str) -> str:
    """The name in lower case without accents, its words parted by single blanks."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    letters = letters.replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[^\W_]+", letters))


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """The name in one spelling: ``DB Pull-Overs`` and ``dumbbell pullover`` agree.

    Remembered, because every index asks for the same 2,300 names at 10 µs each.
    """
    spelled = _SPELLING.sub(_respelled, plain(name))
    return " ".join(_singular(word) for word in spelled.split())


def word_bag(name: str) -> frozenset[str]:
    """The telling words of the name in any order; all of them if none tells."""
    words = normal(name).split()
    return frozenset(word for word in words if word not in _SAYING_NOTHING) or (
        frozenset(words)
    )


def equipment_named(name: str) -> tuple[str, ...]:
    """The equipment that the name mentions, as written in the catalogue, in order."""
    words = normal(name).split()
    return tuple(_EQUIPMENT[word] for word in words if word in _EQUIPMENT)


def _respelled(match: re.Match[str]) -> str:
    index = match.lastindex
    return match[0] if index is None else _SPELLINGS[index - 1][1]


def _singular(word: str) -> str:
    if word in _NO_PLURAL or len(word) < 3:
        return word
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word
