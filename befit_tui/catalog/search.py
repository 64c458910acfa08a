"""Finding an exercise while its name is typed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice

from befit_tui.catalog.catalog import Catalog, Label
from befit_tui.catalog.names import equipment_begun, normal, plain
from befit_tui.catalog.words import WordIndex, spellings

_WORD = re.compile(r"[^\W_]+")

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
"""The lifts that most people do, the likeliest first: most stand in half or more of
eleven logs that their lifters published. The order is a product constant."""

PLACE = {exercise: place for place, exercise in enumerate(COMMON)}
"""The place of each of them."""


def search(
    catalog: Catalog,
    query: str,
    *,
    recent: Sequence[str] = (),
    near: Collection[str] = (),
    limit: int = 50,
) -> list[Label]:
    """The exercises that ``query`` may mean, the likeliest first, at most ``limit``.

    Words may be begun, abbreviated or in any order, of the name, the equipment or the
    muscle: ``curl ham``, ``incl db press``, ``quads cable``. Muscles that only help and
    misspelt words are tried when nothing else is found. An exact name comes first, then
    lifts for one of the muscles of ``near``, names before aliases, those of ``recent``
    (ids, the latest first), names that begin with the words of ``query``, what most
    people do, and short before long. An empty query finds all. What the lifter hid is
    not found.
    """
    order = _order(query, recent, frozenset(near))
    best: dict[str, Label] = {}
    found: Iterable[Label] = (label for label in catalog.labels if not label.alias)
    if query.strip():
        found = (catalog.labels[place] for place in _looked_up(catalog, query)[1])
    shown = (label for label in found if not label.exercise.hidden)
    for label in sorted(shown, key=order):
        best.setdefault(label.exercise.id, label)
    return list(islice(best.values(), limit))


Order = tuple[bool, bool, bool, int, bool, int, bool, int, str]


def _order(
    query: str, recent: Sequence[str], near: frozenset[str]
) -> Callable[[Label], Order]:
    """What makes one name likelier than another; the lowest is the likeliest."""
    ranks = {exercise_id: rank for rank, exercise_id in enumerate(recent)}
    meant, says_much = normal(query), " " in plain(query)

    def order(label: Label) -> Order:
        exercise, spelled = label.exercise, normal(label.text)
        begins = spelled.startswith(meant)
        return (
            spelled != meant,
            bool(near) and near.isdisjoint(exercise.primary),
            bool(label.alias),
            ranks.get(exercise.id, len(ranks)),
            not (begins and says_much),
            PLACE.get(exercise.id, len(COMMON)),
            not begins,
            len(label.text.partition("(")[0].split()),
            exercise.name,
        )

    return order


def sought(catalog: Catalog, query: str) -> frozenset[str]:
    """The beginnings of words that ``query`` is looked for by, slips put right."""
    if not query.strip():
        return frozenset()
    index, _ = _looked_up(catalog, query)
    found = {start for one in plain(query).split() for start in index.corrected(one)}
    return frozenset().union(found, *map(spellings, found), normal(query).split())


def equipment_meant(catalog: Catalog, query: str) -> list[str]:
    """The equipment that words of ``query`` name, typed whole, begun or misspelt."""
    found = (
        equipment_begun(start)
        for word in plain(query).split()
        for start in sorted(catalog.muscle_index.corrected(word))
    )
    return list(filter(None, found))


def matched(text: str, starts: Iterable[str]) -> list[tuple[int, int]]:
    """The parts of a text, from and to, that begin with one of ``starts``.

    A word is marked as far as it was typed, and whole where only its other spelling
    begins so: ``db`` marks ``Dumbbell``.
    """
    known = sorted(starts, key=len, reverse=True)
    parts = []
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        lower = plain(word)
        typed = next((one for one in known if lower.startswith(one)), "")
        if typed:
            whole = len(lower) != len(word)
            parts.append((start, start + (len(word) if whole else len(typed))))
        elif any(normal(word).startswith(one) for one in known):
            parts.append((start, start + len(word)))
    return parts


def _looked_up(catalog: Catalog, query: str) -> tuple[WordIndex, set[int]]:
    """The names of a query, and the index that has them.

    Where nothing has all of its words it is asked without those that name equipment:
    no lift for the quads is done on a cable, but there are lifts for the quads.
    """
    looser = " ".join(
        word for word in plain(query).split() if not equipment_meant(catalog, word)
    )
    for words in dict.fromkeys((query, looser or query)):
        for find in (WordIndex.having, WordIndex.resembling):
            # What drives a lift, then also what helps, made when it is asked.
            for helps in (False, True):
                index = catalog.helper_index if helps else catalog.muscle_index
                if positions := find(index, words):
                    return index, positions
    return catalog.muscle_index, set()
