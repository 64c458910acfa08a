"""What the meter says: reps this lifter can do now, reps left, and the words."""

from dataclasses import dataclass
from math import ceil, floor

MANY_LEFT = 4
"""From here on reports are off by 2 to 5 reps (Zourdos 2021): only "4 or more"."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Reps plus reps left that a set will reach, and the ends of an 80% band.

    ``centre`` and ``spread`` are the mean and standard deviation they came from,
    ``plain`` the mean before the lifter's own correction. ``guesses`` are the reps that
    sets like it suggest, and the plain ones beside it (``curve``): None where silent.
    """

    reps: float
    low: float
    high: float
    centre: float
    spread: float
    plain: float
    guesses: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """Good reps left: the likeliest number and the ends of an 80% band, all >= 0."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the meter says of one load; the numbers are None if not ``assessable``.

    ``max_reps`` are good reps to failure, ``low`` and ``high`` the 80% band around
    them. ``basis`` says what it rests on, ``reason`` why it cannot say. ``question`` is
    what to ask the lifter because loads do not fit each other, mostly empty.
    """

    max_reps: float | None = None
    low: float | None = None
    high: float | None = None
    basis: str = ""
    reason: str = ""
    question: str = ""

    @property
    def assessable(self) -> bool:
        """Whether the meter can say."""
        return self.max_reps is not None

    def left(self, reps: float) -> Left | None:
        """Reps left after ``reps`` of the set; None if the meter cannot say."""
        if self.max_reps is None or self.low is None or self.high is None:
            return None
        value, low, high = (
            max(0.0, most - reps) for most in (self.max_reps, self.low, self.high)
        )
        return Left(value, low, high)


@dataclass(frozen=True, slots=True)
class SaidLeft:
    """``2``, ``4+`` or ``0-1``, never a bare 0, and its band, never one number."""

    number: str
    low: int
    high: int


def whole(reps: float) -> int:
    """Whole reps; a half goes down, towards failure, so that each rep takes one."""
    return ceil(reps - 0.5)


def said(left: Left) -> SaidLeft:
    """The number and the band of reps left."""
    value, low, high = whole(left.value), whole(left.low), floor(left.high + 0.5)
    if low == high:
        low, high = max(0, low - 1), high + 1
    number = "0-1" if value < 1 else str(value)
    return SaidLeft(f"{MANY_LEFT}+" if value >= MANY_LEFT else number, low, high)


def words(left: Left) -> str:
    """``about 2 left (1-3)``, ``4 or more left (3-6)``, ``0-1 left (0-3)``."""
    told = said(left)
    number = {"0-1": "0-1", f"{MANY_LEFT}+": f"{MANY_LEFT} or more"}
    about = number.get(told.number, f"about {told.number}")
    return f"{about} left ({told.low}-{told.high})"


def stop_at(reading: Reading, target_left: float) -> int | None:
    """The rep after which ``target_left`` are left; None if unknown or below one."""
    if reading.max_reps is None:
        return None
    rep = whole(reading.max_reps - target_left)
    return rep if rep >= 1 else None


def basis_words(sessions: int, days_ago: int | None, sets_today: int) -> str:
    """``11 sessions of this lift · 3 days ago``; short enough for one line."""
    parts = []
    if sets_today:
        parts.append(f"{sets_today} {'set' if sets_today == 1 else 'sets'} today")
    if sessions:
        count = f"{sessions} {'session' if sessions == 1 else 'sessions'}"
        parts.append(count if sets_today else f"{count} of this lift")
    if days_ago is not None:
        parts.append({0: "today", 1: "yesterday"}.get(days_ago, f"{days_ago} days ago"))
    return " · ".join(parts)
