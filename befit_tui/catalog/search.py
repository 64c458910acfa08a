"""Finding an exercise while its name is typed."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from befit_tui.catalog.catalog import Catalog, Label
from befit_tui.catalog.muscles import SOUGHT_BY
from befit_tui.catalog.names import equipment_begun, normal, plain
from befit_tui.domain.exercise import Exercise

_ALIKE = 0.6
"""How alike a misspelt word must be (``difflib`` ratio) to be looked at at all: a
product constant that lets ``romainan``, ``dedlift`` and ``sqaut`` in."""
_LOOKED_AT = 12
"""Words that are looked at for a misspelt one."""
_SLIPS = ((4, 1), (99, 2))
"""Up to how many letters a word may have how many slips; a product constant."""

_SHORT = 2
"""Letters of a word that is too short to be the beginning of another."""


class WordIndex:
    """Names with a remark each, found by their position in the sequence given.

    A name is known by its words as written, by its words in their one spelling, by
    its initials and by the words of its remark.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        holders: dict[str, set[int]] = {}
        for position, (name, remark) in enumerate(names):
            initials = "".join(word[0] for word in plain(name).split())
            for word in {*spellings(name), initials, *spellings(remark), remark}:
                holders.setdefault(word, set()).add(position)
        self._words = sorted(holders)
        self._holders = [holders[word] for word in self._words]
        self._corrected: dict[str, set[str]] = {}

    def having(self, query: str) -> set[int]:
        """The names that have every word of ``query``, or its beginning, in any order.

        An abbreviation counts as the words it stands for: ``db``, ``rdl``.
        """
        as_typed, spelled = plain(query).split(), normal(query).split()
        found = _common([self._meant(word) for word in as_typed])
        return found | _common(
            [
                self._beginning(word) if word in as_typed else self._spelled(word)
                for word in spelled
            ]
        )

    def resembling(self, query: str) -> set[int]:
        """The names that have words like those of ``query``, misspelt as they are."""
        return _common(
            [
                set().union(*map(self._meant, self.corrected(word)))
                for word in plain(query).split()
            ]
        )

    def corrected(self, word: str) -> set[str]:
        """The beginnings that a word may mean: itself, or those it is a slip for."""
        if word not in self._corrected:
            found = {word} if self._meant(word) else self._close(word)
            self._corrected[word] = found
        return self._corrected[word]

    def _meant(self, word: str) -> set[int]:
        spelled = normal(word)
        if spelled == word:
            return self._beginning(word)
        return self._beginning(word) | _common(
            [self._spelled(part) for part in spelled.split()]
        )

    def _spelled(self, word: str) -> set[int]:
        """The names with a word not typed so: the ``ab`` of abs begins no other."""
        if len(word) > _SHORT:
            return self._beginning(word)
        place = bisect_left(self._words, word)
        known = self._words[place : place + 1] == [word]
        return self._holders[place] if known else set()

    def _beginning(self, start: str) -> set[int]:
        first = bisect_left(self._words, start)
        beyond = bisect_left(self._words, start + chr(0x10FFFF))
        return set().union(*self._holders[first:beyond])

    def _close(self, word: str) -> set[str]:
        """The beginnings of words with the fewest slips between them and ``word``."""
        allowed = next(slips for length, slips in _SLIPS if len(word) <= length)
        # Words cut to the length typed, and to one more: a letter may be missing.
        cuts = (len(word), len(word) + 1)
        starts = {known[:cut] for known in self._words for cut in cuts}
        near = get_close_matches(word, starts, _LOOKED_AT, _ALIKE)
        slips = {start: slips_between(word, start) for start in near}
        fewest = min(slips.values(), default=allowed + 1)
        if fewest > allowed:
            return set()
        return {start for start, count in slips.items() if count == fewest}


def slips_between(one: str, other: str) -> int:
    """The letters missed, added, mistaken or swapped between two words.

    The optimal string alignment distance (Damerau 1964, restricted).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and one[i - 2 : i] == sign + other[j - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def spellings(text: str) -> set[str]:
    """The words of a text as written, and in their one spelling."""
    return {*plain(text).split(), *normal(text).split()}


def _common(found: Sequence[set[int]]) -> set[int]:
    return set.intersection(*found) if found else set()


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
"""The lifts that most people do, the likeliest first: most stand in half or more of
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
    misspelt words are tried when nothing else is found. A lift's whole name comes
    first, then lifts that do the job of ``near``, names that have the words, in
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


class Fit(NamedTuple):
    """What a name lacks, the gravest first: the lowest fits a query best."""

    is_not_meant: bool
    """Neither a lift by its whole name, nor what ``squat`` alone means."""
    apart: int
    """How far the lift is from the job of the one to replace."""
    lacks_words: bool
    is_alias: bool
    is_not_done: bool
    is_longer: bool
    is_in_another_order: bool


def _apart(exercise: Exercise, old: Exercise | None) -> int:
    """How far a lift is from doing the job of another: its muscles, its movement.

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
) -> Iterator[tuple[Fit, Label]]:
    """Each exercise by its best name, the likeliest first, with how well that fits."""
    if query.strip():
        index, places = _looked_up(catalog, query)
        found: Iterable[Label] = (catalog.labels[place] for place in places)
        typed = _Typed(query, index.corrected)
    else:
        found = (label for label in catalog.labels if not label.alias)
        typed = _Typed("", lambda word: {word})
    shown = [label for label in found if not label.exercise.hidden]
    ranks = {exercise_id: rank for rank, exercise_id in enumerate(recent)}
    fits = {id(label): typed.fit(label, ranks, near) for label in shown}

    def order(label: Label) -> tuple[Fit, int, int, bool, int, str]:
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

    def fit(self, label: Label, done: Collection[str], near: Exercise | None) -> Fit:
        """How well a name fits; what was ``done``, and the lift to replace."""
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
        return Fit(
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
