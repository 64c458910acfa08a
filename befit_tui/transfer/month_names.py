"""The months that words mean in the languages that apps export in.

A word that two languages use for two months, such as ``lip``, is settled by the other
months of its file.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_LEAST = 3
"""Letters that a shortened name must have to be known by its beginning."""


@cache
def _months() -> dict[str, dict[str, int]]:
    """The month, 1 to 12, that a word means in each language that has it."""
    data = Path(__file__).with_name("month_names.toml").read_text("utf-8")
    found: dict[str, dict[str, int]] = {}
    for language, months in tomllib.loads(data).items():
        for number, forms in enumerate(months.split(), 1):
            for form in forms.split("|"):
                found.setdefault(form, {})[language] = number
    return found


class Months:
    """The months of one file: its languages are those that know most of its words."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        known = Counter(
            language for word in set(words) for language in _months().get(word, ())
        )
        most = max(known.values(), default=0)
        self._languages = {one for one, count in known.items() if count == most}

    def numbers(self, word: str) -> tuple[int, ...]:
        """What a word may mean, 1 to 12, the likeliest first; empty if it is no month.

        More than one are left only where the file does not settle it.
        """
        exact = _months().get(word)
        if exact is None:
            return self._begun(word)
        here = [number for name, number in exact.items() if name in self._languages]
        counts = Counter(here or exact.values())
        return tuple(number for number, _ in counts.most_common())

    def _begun(self, word: str) -> tuple[int, ...]:
        """What a shortened name means: ``aprl`` is none, ``septem`` is September."""
        if len(word) < _LEAST:
            return ()
        found = Counter(
            number
            for form, months in _months().items()
            if form.startswith(word)
            for language, number in months.items()
            if not self._languages or language in self._languages
        )
        return tuple(number for number, _ in found.most_common())
