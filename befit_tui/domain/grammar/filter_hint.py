"""What a lifter is likely to type next in the line that finds workouts."""

import re
from collections.abc import Collection, Iterable

from befit_tui.domain.grammar.filter_line import KEYS, choices
from befit_tui.domain.grammar.filter_terms import NUMBERS, Key

KEY_STARTS = tuple(
    f"{name}{'<' if key in NUMBERS else ':'}" for name, key in KEYS.items()
)
_SIGN = re.compile("[:<>=]+")
_SPACE = re.compile(r"\s")
"""Of any width: an em or an ideographic space may be pasted."""
_WORD_START = re.compile(r"(?:^|\s+)(?:-|not:)?(?=\S)")


def complete(
    text: str, names: Iterable[str], muscles: Collection[str] = ()
) -> str | None:
    """The line with its end filled in: a key, what follows a key, or a name.

    Args:
        text: what is typed so far.
        names: exercises, the likeliest first; all of their words are filled in.
        muscles: what can follow ``muscle:``.

    Returns:
        The longer line, as typed so far; None when nothing fits.
    """
    *_, end = _SPACE.split(text)
    last = end.casefold().removeprefix("-").removeprefix("not:")
    if not last:
        return None
    if sign := _SIGN.search(last):
        key = KEYS.get(last[: sign.start()], Key.WORD)
        return _filled(text, last[sign.end() :], choices(key, muscles))
    known = tuple(names)
    *earlier, latest = (at.end() for at in _WORD_START.finditer(text))
    several = (_filled(text, text[at:], known) for at in earlier)
    return (
        next(filter(None, several), None)
        or _filled(text, last, KEY_STARTS)
        or _filled(text, text[latest:], known)
    )


def _filled(text: str, start: str, words: Iterable[str]) -> str | None:
    beginning = start.casefold()
    for word in words:
        if word.casefold().startswith(beginning) and len(word) > len(start):
            return text + word[len(start) :]
    return None
