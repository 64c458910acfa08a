"""An index of names by the beginnings of their words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from befit_tui.catalog.names import normal, plain

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
