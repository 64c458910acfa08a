"""An index of names by the beginnings of their words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from befit_tui.catalog.names import normal, plain

_ALIKE = 0.7
"""How alike a misspelt word must be (``difflib`` ratio): a product constant that finds
``romainan``, ``dedlift`` and ``sqaut``.
"""


class WordIndex:
    """Names with a remark each, found by their position in the sequence given.

    A name is known by its words as written, by its words in their one spelling, by
    its initials and by its remark.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        holders: dict[str, set[int]] = {}
        for position, (name, remark) in enumerate(names):
            for word in {*_words(name), remark}:
                holders.setdefault(word, set()).add(position)
        self._words = sorted(holders)
        self._holders = [holders[word] for word in self._words]

    def having(self, query: str) -> set[int]:
        """The names that have every word of ``query``, or its beginning, in any order.

        An abbreviation counts as the words it stands for: ``db``, ``rdl``.
        """
        as_typed, spelled = plain(query).split(), normal(query).split()
        found = _common([self._meant(word) for word in as_typed])
        return found | _common([self._beginning(word) for word in spelled])

    def resembling(self, query: str) -> set[int]:
        """The names that have words like those of ``query``, misspelt as they are."""
        return _common([self._like(word) for word in plain(query).split()])

    def _meant(self, word: str) -> set[int]:
        spelled = normal(word)
        if spelled == word:
            return self._beginning(word)
        return self._beginning(word) | _common(
            [self._beginning(part) for part in spelled.split()]
        )

    def _beginning(self, start: str) -> set[int]:
        first = bisect_left(self._words, start)
        beyond = bisect_left(self._words, start + chr(0x10FFFF))
        return set().union(*self._holders[first:beyond])

    def _like(self, word: str) -> set[int]:
        known = self._meant(word)
        if known:
            return known
        # Cut to the length typed, so that an unfinished word can resemble one.
        starts = {found[: len(word)] for found in self._words}
        close = get_close_matches(word, starts, n=3, cutoff=_ALIKE)
        return set().union(*(self._beginning(start) for start in close))


def _common(found: Sequence[set[int]]) -> set[int]:
    return set.intersection(*found) if found else set()


def _words(name: str) -> set[str]:
    written = plain(name).split()
    initials = "".join(word[0] for word in written)
    return {*written, *normal(name).split(), initials}
