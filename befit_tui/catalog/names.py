"""Spelling of exercise names: what makes two names the same exercise.

Logs write one exercise in many ways: ``Pull-Ups``, ``Pullup``, ``DB Bench``. ``normal``
brings spelling, plurals and abbreviations to one form; ``word_bag`` also forgets the
order of the words and the words that say nothing.
"""

import re
import unicodedata
from functools import lru_cache

_SPELLINGS = (
    (r"smith(?: machine)?", "smith"),
    (r"cable machine", "cable"),
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
    (r"exts?", "extension"),
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
    (r"life fitness", "lifefitness"),
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
    (
        "a", "an", "and", "exercise", "flat", "for", "from", "in", "normal", "of", "on",
        "regular", "the", "to", "using", "with",
    )
)  # fmt: skip

MAKERS = frozenset(
    (
        "atlantis", "cybex", "freemotion", "gym80", "hammerstrength", "hoist",
        "lifefitness", "matrix", "nautilus", "panatta", "precor", "technogym",
    )
)  # fmt: skip
"""Makers of machines and cable towers: what names one is on no free weight."""

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
    **dict.fromkeys(MAKERS, "machine"),
}

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
)
"""Latin letters that Unicode takes for letters of their own, not for accents."""


def plain(name: str) -> str:
    """The name in lower case without accents, its words parted by single blanks.

    Only what is an accent to its readers goes: the dots that tell バ from ハ stay.
    """
    letters = name.lower() if name.isascii() else _without_accents(name)
    letters = letters.replace("&", " and ").replace("+", " plus ")
    letters = letters.replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[^\W_]+", letters))


def _without_accents(name: str) -> str:
    kept, base = [], ""
    for sign in unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)):
        if not unicodedata.combining(sign):
            base = sign
        elif base.isascii() or (base, sign) == ("е", "\u0308"):
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """The name in one spelling: ``DB Pull-Overs`` and ``dumbbell pullover`` agree.

    Remembered, because every index asks for the same 2,300 names at 10 µs each.
    """
    spelled = _SPELLING.sub(
        lambda found: _SPELLINGS[(found.lastindex or 1) - 1][1], plain(name)
    )
    return " ".join(_singular(word) for word in spelled.split())


def word_bag(name: str) -> frozenset[str]:
    """The telling words of the name in any order; all of them if none tells."""
    words = frozenset(normal(name).split())
    return words - _SAYING_NOTHING or words


def equipment_named(name: str) -> tuple[str, ...]:
    """The equipment that the name mentions, as written in the catalogue, in order."""
    words = normal(name).split()
    return tuple(_EQUIPMENT[word] for word in words if word in _EQUIPMENT)


def equipment_begun(word: str) -> str:
    """The equipment whose word begins so, from three letters on; empty for none."""
    start = normal(word)
    if len(start) < 3:
        return ""
    return next((kind for one, kind in _EQUIPMENT.items() if one.startswith(start)), "")


def _singular(word: str) -> str:
    if word in _NO_PLURAL or len(word) < 3:
        return word
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word
