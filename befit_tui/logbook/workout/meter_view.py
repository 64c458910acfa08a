"""The meter for the row under the cursor, said in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from befit_tui.analysis.planning.targets import TargetZone

if TYPE_CHECKING:
    # A start without an open workout reads no meter, so what is said imports it.
    from befit_tui.analysis.meter import Left, Reading


@dataclass(frozen=True, slots=True)
class MeterView:
    """What the meter shows: ``left`` is None when it cannot say.

    ``budget`` is how many sets to failure were done today, and how many are allowed.
    ``budget_reason`` tells why they are fewer than usual, ``objection`` what speaks
    against the failure that is planned. ``counted`` is the number of reps pressed so
    far, 0 when none are; ``slowed`` says that their slowing moved ``left``.
    """

    title: str
    subtitle: str
    reading: "Reading"
    left: "Left | None"
    zone: TargetZone
    budget: tuple[int, int]
    counted: int = 0
    slowed: bool = False
    budget_reason: str = ""
    objection: str = ""

    @property
    def words(self) -> str:
        """``about 2 left (1-3)``, or why the meter cannot say."""
        from befit_tui.analysis.meter import words  # noqa: PLC0415

        return words(self.left) if self.left else f"cannot say: {self.reading.reason}"

    @property
    def number(self) -> str:
        """The reps left in large: ``2``, ``4+``; ``0-1`` where a point would be 0."""
        if self.left is None:
            return "?"
        value = round(self.left.value)
        if value >= 4:
            return "4+"
        return "0-1" if value < 1 else str(value)

    @property
    def count_words(self) -> str:
        """What the number counts."""
        return "rep left" if self.number == "1" else "reps left"

    @property
    def band(self) -> str:
        """The band in words: ``likely 1 to 3``; never a single number."""
        if self.left is None:
            return ""
        low, high = round(self.left.low), round(self.left.high)
        if low == high:
            low, high = max(0, low - 1), high + 1
        return f"likely {low} to {high}"

    @property
    def advice(self) -> str:
        """After which rep the target is reached; empty when it cannot be said."""
        from befit_tui.analysis.meter import stop_at  # noqa: PLC0415

        last = stop_at(self.reading, self.zone.low) if self.reading.assessable else None
        return f"stop after rep {last}" if last else ""

    @property
    def more(self) -> int | None:
        """Reps to go until the target, 0 to rack it; None while none are counted."""
        if not self.counted or self.left is None:
            return None
        return max(0, round(self.left.value - self.zone.low))

    @property
    def pace(self) -> str:
        """The advice; while reps are counted, how to go on: ``2 more``, ``rack it``."""
        if self.more is None:
            return self.advice
        return f"{self.more} more" if self.more else "rack it"

    @property
    def evidence(self) -> str:
        """What the counted reps added; empty when the meter speaks alone."""
        return "slowing: experimental" if self.slowed else ""

    @property
    def side(self) -> str:
        """``inside`` the target, ``closer`` to failure, ``easier``, or ``unknown``."""
        if self.left is None:
            return "unknown"
        if self.left.value < self.zone.low - 0.5:
            return "closer"
        return "easier" if self.left.value > self.zone.high + 0.5 else "inside"

    @property
    def target_words(self) -> str:
        """The reading against the target, in words."""
        return {
            "inside": "inside the target",
            "closer": "closer to failure than the target",
            "easier": "easier than the target",
        }.get(self.side, "not assessable")
