"""What stacked bars show."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from befit_tui.domain.wording import day_words


class Category(NamedTuple):
    """A part of every bar: its word, a letter for it, and a filling of one cell.

    The filling tells the parts apart where there is no colour.
    """

    word: str
    letter: str
    filling: str


REPS_LEFT = (
    Category("failure", "F", "█"),
    Category("1 left", "1", "▓"),
    Category("2 left", "2", "▒"),
    Category("3 left", "3", "░"),
    Category("4+ left", "4", "∙"),
    Category("not rated", "?", "╱"),
)
"""How close working sets came to failure, the closest first."""


@dataclass(frozen=True, slots=True)
class Week:
    """One bar: the first day of the week and a count for every category.

    Where it stands for a longer time ``words`` name it, and counts are by the week.
    """

    first: date
    counts: tuple[float, ...]
    words: str = ""

    @property
    def name(self) -> str:
        """``Week of Mon 16 Nov 2026``, or ``March 2026``."""
        return self.words or f"Week of {day_words(self.first)}"


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks, oldest first, without gaps, and what the parts of their bars mean.

    ``band`` holds the totals between which a week should lie; ``days`` is how long a
    bar lasts.
    """

    weeks: tuple[Week, ...] = ()
    categories: tuple[Category, ...] = REPS_LEFT
    noun: str = "sets"
    band: tuple[float, float] | None = None
    days: float = 7
