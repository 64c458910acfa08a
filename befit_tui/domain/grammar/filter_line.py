"""Reading what is typed to find workouts: ``bench left<1 after:2025-06``.

Words match a workout, an exercise or a note; ``"a phrase"`` is one word. A term is a
key, a sign and a value: ``left<1``, ``is:failure``, ``on:2025-06``. A minus or ``not:``
turns a word or a term round. Everything that is typed must hold.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from operator import eq, ge, gt, le, lt

from befit_tui.domain.errors import FilterError
from befit_tui.domain.text import folded
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Form, Phase

MARKS = ("failure", "pr")
"""What a set can be: to failure of any kind, a personal record."""
COMPARED = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
"""Signs between a key and a number."""
LOOKS_LIKE_KEY = re.compile(r"-|not:|[a-z]+(:|<=|>=|<|>|=)")
_PIECE = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')
_NUMBER = re.compile(r"\d{1,7}(?:\.\d{1,2})?|\.\d{1,2}")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SIGN = re.compile("[:<>=]+")
_SPACE = re.compile(r"\s")
"""Of any width: an em or an ideographic space may be pasted."""
_WORD_START = re.compile(r"(?:^|\s+)(?:-|not:)?(?=\S)")


class Key(StrEnum):
    """What a term is about; ``WORD`` is written without its name."""

    WORD = "word"
    LEFT = "left"
    REPS = "reps"
    KG = "kg"
    LB = "lb"
    FORM = "form"
    IS = "is"
    MUSCLE = "muscle"
    PHASE = "phase"
    AFTER = "after"
    BEFORE = "before"
    ON = "on"


NUMBERS = (Key.LEFT, Key.REPS, Key.KG, Key.LB)
DAYS = (Key.AFTER, Key.BEFORE, Key.ON)
OF_A_SET = (*NUMBERS, Key.FORM, Key.IS)
"""What one and the same set must hold."""


class Days(Value, frozen=True):
    """A day, a month or a year, both ends included."""

    first: date
    last: date


def days_of(year: int, month: int | None = None, day: int | None = None) -> Days:
    """A year, a month of it or a day; ValueError if the calendar has no such day."""
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        last = monthrange(year, month)[1]
        return Days(date(year, month, 1), date(year, month, last))
    return Days(date(year, month, day), date(year, month, day))


class Term(Value, frozen=True):
    """One condition: a key, a sign and a value.

    ``value`` is a text in lower case, a number, or days. A ``negated`` one must not
    hold.
    """

    key: Key
    value: str | float | Days
    sign: str = ":"
    negated: bool = False


Filter = tuple[Term, ...]
"""Conditions that all must hold; none of them is everything."""


ALIASES = {"rir": Key.LEFT, "lbs": Key.LB}
KEYS = {str(key): key for key in Key if key is not Key.WORD} | ALIASES
EXAMPLES = {
    Key.LEFT: "left<1",
    Key.REPS: "reps>=12",
    Key.KG: "kg>100",
    Key.LB: "lb>225",
}


def parse_filter(text: str, muscles: Collection[str]) -> Filter:
    """Read what was typed, empty for everything; FilterError says what to type.

    ``muscle:`` knows ``muscles``.
    """
    return tuple(_term(piece, muscles) for piece in _PIECE.findall(folded(text)))


def _term(piece: str, muscles: Collection[str]) -> Term:
    negation = re.match("-|not:", piece)
    if not negation:
        return _plain_term(piece, muscles)
    rest = piece[negation.end() :]
    if not rest:
        raise FilterError("A minus turns what follows round, as in -squat.")
    return replace(_plain_term(rest, muscles), negated=True)


def _plain_term(piece: str, muscles: Collection[str]) -> Term:
    named = LOOKS_LIKE_KEY.match(piece)
    if named and (sign := named[1]):
        name, value = named[0].removesuffix(sign), piece[named.end() :]
        return _about(_key(name), sign, _bare(value), muscles)
    word = _bare(piece)
    if not word.strip():
        raise FilterError('Between quotes stands a phrase, as in "leg press".')
    return Term(Key.WORD, word)


def _key(name: str) -> Key:
    if name not in KEYS:
        known = ", ".join(key for key in KEYS if key not in ALIASES)
        raise FilterError(f"{name} is no key; there are {known}; or put it in quotes.")
    return KEYS[name]


def _about(key: Key, sign: str, value: str, muscles: Collection[str]) -> Term:
    if key in NUMBERS:
        return Term(key, _number(key, value), "=" if sign == ":" else sign)
    if sign not in ":=":
        example = "2025-06" if key in DAYS else choices(key, muscles)[0]
        raise FilterError(f"{key} is followed by a colon, as in {key}:{example}.")
    if key in DAYS:
        return Term(key, _days(key, value))
    known = choices(key, muscles)
    if value not in known:
        raise FilterError(f"After {key}: comes {', '.join(known[:-1])} or {known[-1]}.")
    return Term(key, value)


def choices(key: Key, muscles: Collection[str]) -> tuple[str, ...]:
    """The words that can follow a key; none for numbers and days."""
    known: dict[Key, Collection[str]] = {
        Key.IS: MARKS,
        Key.FORM: [str(form) for form in Form],
        Key.PHASE: [str(phase) for phase in Phase],
        Key.MUSCLE: sorted(muscles),
    }
    return tuple(known.get(key, ()))


def _number(key: Key, value: str) -> float:
    if not _NUMBER.fullmatch(value.replace(",", ".")):
        raise FilterError(f"After {key} comes a number, as in {EXAMPLES[key]}.")
    return float(value.replace(",", "."))


def _days(key: Key, value: str) -> Days:
    if found := _DATE.fullmatch(value):
        try:
            return days_of(*(int(part) for part in found.groups() if part))
        except ValueError:
            raise FilterError(f"There is no {value} in the calendar.") from None
    raise FilterError(
        f"After {key}: comes a day, a month or a year, as in {key}:2025-06-03, "
        f"{key}:2025-06 or {key}:2025."
    )


def _bare(text: str) -> str:
    return text.replace('"', "")


KEY_STARTS = tuple(
    f"{name}{'<' if key in NUMBERS else ':'}" for name, key in KEYS.items()
)


def complete(
    text: str, names: Iterable[str], muscles: Collection[str] = ()
) -> str | None:
    """The line with its end filled in: a key, its value or a name; None if none.

    ``names`` are exercises, the likeliest first; all of their words are filled in.
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
