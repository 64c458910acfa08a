"""What a lifter looks for in the past, as values."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from operator import eq, ge, gt, le, lt

from befit_tui.domain.value import Value


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
MARKS = ("failure", "pr")
"""What a set can be: to failure of any kind, a personal record."""
COMPARED = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
"""Signs between a key and a number."""


class Days(Value, frozen=True):
    """A day, a month or a year, both ends included."""

    first: date
    last: date


def days_of(year: int, month: int | None = None, day: int | None = None) -> Days:
    """A year, a month of it or a day.

    Raises:
        ValueError: the calendar has no such day.
    """
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

LOOKS_LIKE_KEY = re.compile(r"-|not:|[a-z]+(:|<=|>=|<|>|=)")
