"""Finding an exercise while its name is typed.

By hand: of 38 things typed in its tests rapidfuzz 3 has the exercise among its first
four for 19 (its best scorer, names with aliases and equipment), this for all.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from befit_tui.catalog.catalog import Catalog, Label
from befit_tui.catalog.muscles import SOUGHT_BY
from befit_tui.catalog.names import equipment_begun, normal, plain
from befit_tui.catalog.word_index import WordIndex, spellings
from befit_tui.domain.exercise import Exercise

_WORD = re.compile(r"[^\W_]+")
_MUSCLES = frozenset(" ".join(SOUGHT_BY.values()).split())
"""Words that ask for a muscle, typed whole."""

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
"""The exercises that most people do, the likeliest first: most stand in half or more of
eleven logs that their lifters published. The order is a product constant."""

PLACE = {exercise: place for place, exercise in enumerate(COMMON)}
"""The place of each of them."""


def search(
    catalog: Catalog,
    query: str,
    *,
    recent: Sequence[str] = (),
    near: Exercise | None = None,
    limit: int = 50,
) -> list[Label]:
    """The exercises that ``query`` may mean, the likeliest first, at most ``limit``.

    Words may be begun, abbreviated or in any order, of the name, the equipment or the
    muscle: ``curl ham``, ``incl db press``, ``quads cable``. Muscles that only help and
    misspelt words are tried when nothing else is found. An exercise's whole name comes
    first, then exercises that do the job of ``near``, names that have the words, in
    their order before any other, names before aliases, those of ``recent`` (ids of what
    was done, the latest first), what most people do, and short before long. An empty
    query finds all. What the lifter hid is not found.
    """
    ranked = _ranked(catalog, query, recent, near)
    return [label for _, label in islice(ranked, limit)]


def alike(
    catalog: Catalog, query: str, *, recent: Sequence[str] = ()
) -> list[Exercise]:
    """The exercises that ``query`` fits as well as the first that it finds.

    Done lately or not, and common or not, is all that still tells them apart.
    """
    ranked = list(_ranked(catalog, query, recent, None))
    return [label.exercise for fit, label in ranked if fit == ranked[0][0]]


class Rank(NamedTuple):
    """What a name lacks, the gravest first: the lowest fits a query best."""

    is_not_meant: bool
    """Neither an exercise by its whole name, nor what ``squat`` alone means."""
    apart: int
    """How far the exercise is from the job of the one to replace."""
    lacks_words: bool
    is_alias: bool
    is_not_done: bool
    is_longer: bool
    is_in_another_order: bool


def _apart(exercise: Exercise, old: Exercise | None) -> int:
    """How far an exercise is from doing the job of another: its muscles, its movement.

    Cardio and mobility are as far as can be from what they are not.
    """
    if old is None:
        return 0
    if exercise.is_judged is not old.is_judged:
        return 4
    other_muscles = set(old.primary).isdisjoint(exercise.primary)
    return 2 * other_muscles + (exercise.pattern != old.pattern)


def _ranked(
    catalog: Catalog, query: str, recent: Sequence[str], near: Exercise | None
) -> Iterator[tuple[Rank, Label]]:
    """Each exercise by its best name, the likeliest first, with how well that fits."""
    if query.strip():
        index, places, query = _looked_up(catalog, query)
        found: Iterable[Label] = (catalog.labels[place] for place in places)
        typed = _Typed(query, index.corrected)
    else:
        found = (label for label in catalog.labels if not label.alias)
        typed = _Typed("", lambda word: {word})
    shown = [label for label in found if not label.exercise.hidden]
    ranks = {exercise_id: rank for rank, exercise_id in enumerate(recent)}
    fits = {id(label): typed.fit(label, ranks, near) for label in shown}

    def order(label: Label) -> tuple[Rank, int, int, bool, int, str]:
        exercise = label.exercise
        return (
            fits[id(label)],
            ranks.get(exercise.id, len(ranks)),
            PLACE.get(exercise.id, len(COMMON)),
            not normal(label.text).startswith(typed.meant),
            len(label.text.partition("(")[0].split()),
            exercise.name,
        )

    best: dict[str, Label] = {}
    for label in sorted(shown, key=order):
        best.setdefault(label.exercise.id, label)
    return ((fits[id(label)], label) for label in best.values())


class _Typed:
    """A query as its words may be meant; ``corrected`` puts slips right."""

    def __init__(self, query: str, corrected: Callable[[str], set[str]]) -> None:
        self.meant = normal(query)
        words = plain(query).split()
        # As typed, and in the one spelling: db, pull-ups, rdl.
        typed = tuple(tuple(sorted(corrected(word))) for word in words)
        spelled = tuple((word,) for word in self.meant.split())
        self._wanted = (typed,) if spelled == typed else (typed, spelled)
        self._is_muscle = all(word in _MUSCLES for word in words)
        self._says_much = len(words) > 1

    def fit(self, label: Label, done: Collection[str], near: Exercise | None) -> Rank:
        """How well a name fits; what was ``done``, and the exercise to replace."""
        exercise, is_alias = label.exercise, bool(label.alias)
        is_done, is_whole = exercise.id in done, normal(label.text) == self.meant
        is_meant = is_whole or self._means(exercise, is_done=is_done)
        # Each of the words that are wanted begins one of the name.
        held = [
            (name, wanted)
            for name in _words(label.text)
            for wanted in self._wanted
            if all(any(word.startswith(one) for word in name) for one in wanted)
        ]
        begins = any(all(map(str.startswith, name, wanted)) for name, wanted in held)
        return Rank(
            is_not_meant=is_alias or not is_meant,
            apart=_apart(exercise, near),
            lacks_words=not (held or self._is_muscle),
            is_alias=is_alias and not is_whole,
            is_not_done=not is_done,
            is_longer=not is_whole,
            is_in_another_order=not (begins and self._says_much),
        )

    def _means(self, exercise: Exercise, *, is_done: bool) -> bool:
        """Whether the name without what it is done with, as ``squat``, means this one.

        Of all that share it, it means those that the lifter does, and the usual one.
        """
        bare = normal(exercise.name.partition("(")[0])
        return bare == self.meant and (
            is_done or self.meant in map(normal, exercise.aliases)
        )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name as written, and in their one spelling if that is another."""
    return tuple(dict.fromkeys(tuple(form(text).split()) for form in (plain, normal)))


def sought(catalog: Catalog, query: str) -> frozenset[str]:
    """The beginnings of words that ``query`` is looked for by, slips put right."""
    if not query.strip():
        return frozenset()
    index, _, words = _looked_up(catalog, query)
    found = {start for one in plain(words).split() for start in index.corrected(one)}
    return frozenset().union(found, *map(spellings, found), normal(words).split())


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


def _looked_up(catalog: Catalog, query: str) -> tuple[WordIndex, set[int], str]:
    """The names of a query, the index that has them, and the words they are had by.

    Those are its own, or set apart where several were written as one. Where nothing has
    all of them it is asked without those that name equipment: none for the quads is
    done on a cable, but there are exercises for the quads.
    """
    looser = " ".join(
        word for word in plain(query).split() if not equipment_meant(catalog, word)
    )
    index = catalog.muscle_index
    for words in dict.fromkeys((query, looser or query)):
        for find in (WordIndex.having, WordIndex.resembling):
            # What drives an exercise, then also what helps, made when it is asked.
            for helps in (False, True):
                index = catalog.helper_index if helps else catalog.muscle_index
                if positions := find(index, words):
                    return index, positions, words
            is_first = find is WordIndex.having
            for other in (index.apart(words),) if is_first else index.like(words):
                if positions := index.having(other):
                    return index, positions, other
    return index, set(), query
