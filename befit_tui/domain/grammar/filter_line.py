"""Reading what is typed to find workouts: ``bench left<1 after:2025-06``.

Words match a workout, an exercise or a note; ``"a phrase"`` is one word. A term is a
key, a sign and a value: ``left<1``, ``is:failure``, ``on:2025-06``. A minus or ``not:``
turns a word or a term round. Everything that is typed must hold.
"""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from befit_tui.domain.errors import FilterError
from befit_tui.domain.grammar.filter_terms import (
    DAYS,
    LOOKS_LIKE_KEY,
    MARKS,
    NUMBERS,
    Days,
    Filter,
    Key,
    Term,
    days_of,
)
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Form, Phase

ALIASES = {"rir": Key.LEFT, "lbs": Key.LB}
KEYS = {str(key): key for key in Key if key is not Key.WORD} | ALIASES
EXAMPLES = {
    Key.LEFT: "left<1",
    Key.REPS: "reps>=12",
    Key.KG: "kg>100",
    Key.LB: "lb>225",
}

_PIECE = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')
_NUMBER = re.compile(r"\d{1,7}(?:\.\d{1,2})?|\.\d{1,2}")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BACK = re.compile(r"-(\d{1,3})([dwmy])")
_LONG = {"d": 1, "w": 7, "m": 30, "y": 365}
"""Days that the letter behind a number stands for, months and years roughly."""


class _Around(NamedTuple):
    """What a line is read with."""

    today: date
    muscles: Collection[str]


def parse_filter(text: str, today: date, muscles: Collection[str]) -> Filter:
    """Read what was typed; an empty line is everything.

    Args:
        text: the line.
        today: what ``yesterday`` and ``-2w`` are counted from.
        muscles: the names that ``muscle:`` knows.

    Raises:
        FilterError: a term cannot be read; the message says what to type.
    """
    around = _Around(today, muscles)
    return tuple(_term(piece, around) for piece in _PIECE.findall(text.casefold()))


def _term(piece: str, around: _Around) -> Term:
    negation = re.match("-|not:", piece)
    if not negation:
        return _plain_term(piece, around)
    rest = piece[negation.end() :]
    if not rest:
        raise FilterError("A minus turns what follows round, as in -squat.")
    return replace(_plain_term(rest, around), negated=True)


def _plain_term(piece: str, around: _Around) -> Term:
    """A word, or a key with its sign and its value."""
    named = LOOKS_LIKE_KEY.match(piece)
    if named and (sign := named[1]):
        name, value = named[0].removesuffix(sign), piece[named.end() :]
        return _about(_key(name), sign, _bare(value), around)
    word = _bare(piece)
    if not word.strip():
        raise FilterError('Between quotes stands a phrase, as in "leg press".')
    return Term(Key.WORD, word)


def _key(name: str) -> Key:
    if name not in KEYS:
        known = ", ".join(key for key in KEYS if key not in ALIASES)
        raise FilterError(f"{name} is no key; there are {known}; or put it in quotes.")
    return KEYS[name]


def _about(key: Key, sign: str, value: str, around: _Around) -> Term:
    """A term with its value checked."""
    if key in NUMBERS:
        return Term(key, _number(key, value), "=" if sign == ":" else sign)
    if sign not in ":=":
        example = "2025-06" if key in DAYS else choices(key, around.muscles)[0]
        raise FilterError(f"{key} is followed by a colon, as in {key}:{example}.")
    if key in DAYS:
        return Term(key, _days(key, value, around.today))
    known = choices(key, around.muscles)
    if value not in known:
        raise FilterError(f"After {key}: comes {_either(known)}.")
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


def _days(key: Key, value: str, today: date) -> Days:
    if value in ("today", "yesterday"):
        day = today - timedelta(days=("today", "yesterday").index(value))
        return Days(day, day)
    if back := _BACK.fullmatch(value):
        day = today - timedelta(days=int(back[1]) * _LONG[back[2]])
        return Days(day, day)
    if found := _DATE.fullmatch(value):
        try:
            return days_of(*(int(part) for part in found.groups() if part))
        except ValueError:
            raise FilterError(f"There is no {value} in the calendar.") from None
    raise FilterError(
        f"After {key}: comes a day, a month or a year, as in {key}:2025-06-03, "
        f"{key}:2025-06, {key}:2025, {key}:yesterday or {key}:-2w."
    )


def _bare(text: str) -> str:
    """The text without quotes."""
    return text.replace('"', "")


def _either(words: Collection[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
