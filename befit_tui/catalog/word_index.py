"""Names by their words: begun, abbreviated, misspelt, or written as one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from befit_tui.catalog.names import normal, plain

_ALIKE = 0.6
"""How alike a misspelt word must be (``difflib`` ratio) to be looked at at all: a
product constant that lets ``romainan``, ``dedlift`` and ``sqaut`` in."""
_LOOKED_AT = 12
"""Words that are looked at for a misspelt one."""
_ONE_SLIP = 7
"""Up to how many letters a word may have one slip, and two beyond; product constant."""

_SHORT = 2
"""Letters of a word that is too short to be the beginning of another."""
_LEAST = 4
"""Letters from which on a word that differs in one of them is a likely slip."""
_MOST_GLUED = 40
"""Letters of a word that may be several written as one; the longest exercise has 35."""


class WordIndex:
    """Names with a remark each, found by their position in the sequence given.

    A name is known by its words as written, by its words in their one spelling, by
    its initials and by the words of its remark.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        holders: dict[str, set[int]] = {}
        self._texts: list[str] = []
        for position, (name, remark) in enumerate(names):
            self._texts.append(name)
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

    def apart(self, query: str, *, whole: bool = False) -> str:
        """The query with words that were written as one set apart: ``benchpress``.

        Empty where there are none, or one means nothing. The last of them may be begun
        unless they must be ``whole``.
        """
        words = plain(query).split()
        found = [
            word if self._meant(word) else next(self._parts(word, whole), "")
            for word in words
        ]
        return " ".join(found) if found != words and all(found) else ""

    def _parts(self, word: str, whole: bool) -> Iterator[str]:
        """The words that one may be made of, as few as can be first."""
        if len(word) > _MOST_GLUED:
            return
        cuts = range(len(word) - _SHORT, _SHORT - 1, -1)
        pairs = [(word[:cut], word[cut:]) for cut in cuts if self._whole(word[:cut])]
        for first, rest in pairs:
            if self._whole(first) & (self._whole if whole else self._meant)(rest):
                yield f"{first} {rest}"
        for first, rest in pairs:
            for more in self._parts(rest, whole):
                if self._whole(first) & self.having(more):
                    yield f"{first} {more}"

    def like(self, query: str) -> list[str]:
        """The names with the fewest slips between them and ``query``, blanks aside.

        Those are none where a few slips do not make them one.
        """
        glued = _glued(query)
        near = get_close_matches(glued, self._names, _LOOKED_AT, _ALIKE)
        slips = {one: slips_between(one, glued) for one in near}
        fewest = min(slips.values(), default=0)
        if fewest > _allowed(glued):
            return []
        return [self._names[one] for one, count in slips.items() if count == fewest]

    def one_slip_away(self, name: str) -> list[str]:
        """The names that a name with a strange word is surely a slip for."""
        glued = _glued(name)
        if len(glued) < _LEAST or all(map(self._whole, plain(name).split())):
            return []
        found = {one: _glued(one) for one in self.like(name)}
        return [
            one
            for one, other in found.items()
            if other[0] == glued[0] and slips_between(other, glued) <= 1
        ]

    @cached_property
    def _names(self) -> dict[str, str]:
        """Each name without its blanks, and without what stands in brackets."""
        every = (form for one in self._texts for form in (one, one.partition(" (")[0]))
        return {_glued(form): form for form in every}

    def _whole(self, word: str) -> set[int]:
        """The names with that very word, or all of those that it stands for."""
        return self._exactly(word) or _common(
            [self._exactly(part) for part in normal(word).split()]
        )

    def _exactly(self, word: str) -> set[int]:
        place = bisect_left(self._words, word)
        known = self._words[place : place + 1] == [word]
        return self._holders[place] if known else set()

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
        return self._exactly(word)

    def _beginning(self, start: str) -> set[int]:
        first = bisect_left(self._words, start)
        beyond = bisect_left(self._words, start + chr(0x10FFFF))
        return set().union(*self._holders[first:beyond])

    def _close(self, word: str) -> set[str]:
        """The beginnings of words with the fewest slips between them and ``word``."""
        allowed = _allowed(word)
        # Words cut to the length typed, and to one more: a letter may be missing.
        cuts = (len(word), len(word) + 1)
        starts = {known[:cut] for known in self._words for cut in cuts}
        near = get_close_matches(word, starts, _LOOKED_AT, _ALIKE)
        slips = {start: slips_between(word, start) for start in near}
        fewest = min(slips.values(), default=allowed + 1)
        if fewest > allowed:
            return set()
        return {start for start, count in slips.items() if count == fewest}


def _allowed(word: str) -> int:
    """How many slips a word may have."""
    return 1 if len(word) <= _ONE_SLIP else 2


def _glued(name: str) -> str:
    return plain(name).replace(" ", "")


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
