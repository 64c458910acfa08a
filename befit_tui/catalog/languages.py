"""Names of exercises in other languages, said in the words of the catalogue."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from befit_tui.catalog.names import plain, word_bag

_TOGETHER = frozenset(("ja", "ko", "zh"))
"""Languages that put no blanks between words."""
_KOREAN_BLANK = re.compile("(?<=[가-힣]) (?=[가-힣])")
"""Koreans put them as they like."""
_PLURAL_S = frozenset(("es", "fr", "pt"))
"""Languages whose plurals are not listed, since an s makes them."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Language:
    """One language; ``phrases`` are its own, each with the words it stands for."""

    def __init__(self, code: str, phrases: Mapping[str, Sequence[str]]) -> None:
        self.code = code
        self.phrases = {
            key: words
            for words, said in phrases.items()
            for phrase in said
            for key in _spellings(phrase, code)
        }
        longest_first = sorted(self.phrases, key=len, reverse=True)
        whole = "|".join(map(re.escape, longest_first))
        self._phrase = re.compile(
            whole if code in _TOGETHER else rf"(?<!\w)(?:{whole})(?!\w)"
        )

    def english(self, name: str) -> str | None:
        """The name with every phrase of the language replaced; None if it has none."""
        text = _KOREAN_BLANK.sub("", plain(name))
        if self.code in _TOGETHER:
            text = text.replace(" ", "\n")
        said, count = self._phrase.subn(
            lambda found: f" {self.phrases[found[0]]} ", text
        )
        return " ".join(said.split()) if count else None


@cache
def languages() -> tuple[Language, ...]:
    """Every language, read from the data file at first need."""
    return tuple(
        Language(code, phrases)
        for code, phrases in _data().items()
        if isinstance(phrases, dict)
    )


@cache
def bare_movements() -> frozenset[frozenset[str]]:
    """The words of movements that are done with one thing where a name is silent."""
    named: Iterable[str] = _data()["bare"]
    return frozenset(map(word_bag, named))


@cache
def _data() -> dict[str, dict[str, list[str]] | list[str]]:
    return tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))


def _spellings(phrase: str, code: str) -> Iterable[str]:
    yield _KOREAN_BLANK.sub("", plain(phrase))
    if code == "de":
        yield plain(phrase.lower().translate(_UMLAUTS))
    if code in _PLURAL_S:
        yield " ".join(f"{word}s" for word in plain(phrase).split())
        yield f"{plain(phrase)}s"
