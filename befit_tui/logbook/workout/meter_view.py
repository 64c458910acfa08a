"""The meter for the row under the cursor, said in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from befit_tui.analysis.planning.targets import TargetZone

if TYPE_CHECKING:
    # A start without an open workout reads no meter, so what is said imports it.
    from befit_tui.analysis.meter import Left, Reading, SaidLeft


@dataclass(frozen=True, slots=True)
class MeterView:
    """What the meter shows: ``left`` is None when it cannot say.

    ``budget`` is how many sets to failure were done today, and how many are allowed.
    ``budget_reason`` tells why they are fewer than usual, ``objection`` what speaks
    against the failure that is planned, ``failure_line`` what technical failure looks
    like on the lift, where the target allows it. ``reps`` are those of the set as it
    would be logged, ``counted`` those pressed so far, 0 when none are; ``slowed`` says
    that their slowing moved ``left``. ``is_warmup``: the target is not for this set.
    """

    title: str
    subtitle: str
    reading: "Reading"
    left: "Left | None"
    zone: TargetZone
    budget: tuple[int, int]
    reps: int = 0
    counted: int = 0
    slowed: bool = False
    budget_reason: str = ""
    objection: str = ""
    failure_line: str = ""
    is_warmup: bool = False
    """Whether the set has no target that it could miss."""

    @property
    def words(self) -> str:
        """``about 2 left (1-3)``, or why the meter cannot say."""
        from befit_tui.analysis.meter import words  # noqa: PLC0415

        return words(self.left) if self.left else f"cannot say: {self.reading.reason}"

    @property
    def _said(self) -> "SaidLeft | None":
        from befit_tui.analysis.meter import said  # noqa: PLC0415

        return said(self.left) if self.left else None

    @property
    def number(self) -> str:
        """The reps left: ``2``, ``4+``; ``0-1`` where a point would be 0."""
        return self._said.number if self._said else "?"

    @property
    def count_words(self) -> str:
        """What the number counts."""
        return "rep left" if self.number == "1" else "reps left"

    @property
    def ends(self) -> tuple[int, int]:
        """The band in whole reps left."""
        return (self._said.low, self._said.high) if self._said else (0, 0)

    @property
    def band(self) -> str:
        """The band in words: ``likely 1 to 3``; never a single number."""
        low, high = self.ends
        return f"likely {low} to {high}" if self.left else ""

    # -- reps, as the track counts them

    @property
    def rep(self) -> int:
        """The rep that the reading is of: the last counted, or the last planned."""
        return self.counted or self.reps

    @property
    def _forecast(self) -> int | None:
        """The rep at which none would be left."""
        from befit_tui.analysis.meter import whole  # noqa: PLC0415

        if self.left is None or self.reading.max_reps is None:
            return None
        if self.left.value > 0:
            return self.rep + whole(self.left.value)
        return whole(self.reading.max_reps)

    @property
    def failure_rep(self) -> int | None:
        """The last good rep; a rep that was done is good, whatever was forecast."""
        if self._forecast is None:
            return None
        return max(self._forecast, self.counted, 1)

    @property
    def stop_rep(self) -> int | None:
        """The rep after which the target is reached; None if that is before the first.

        In the last set that may fail it is the rep at which none is left; those that a
        programme asks for are done first.
        """
        if self._forecast is None or self.is_warmup:
            return None
        rep = self._forecast - self.zone.low
        if self.zone.asked is not None:
            rep = max(rep, self.zone.asked) if self.zone.more else self.zone.asked
        return rep if rep >= 1 else None

    @property
    def advice(self) -> str:
        """After which rep the target is reached; empty when it cannot be said."""
        return f"stop after rep {self.stop_rep}" if self.stop_rep else ""

    @property
    def more(self) -> int | None:
        """Reps to go until the target, 0 to rack it; None while none are counted."""
        if not self.counted or self._forecast is None or self.is_warmup:
            return None
        return max(0, (self.stop_rep or 0) - self.counted)

    @property
    def pace(self) -> str:
        """The advice; while reps are counted, how to go on: ``2 more``, ``rack it``."""
        if self.more is None:
            return self.advice
        return f"{self.more} more" if self.more else "rack it"

    @property
    def short_pace(self) -> str:
        """The pace for a line with little room: ``stop at 9``."""
        return self.pace.replace("stop after rep", "stop at")

    @property
    def evidence(self) -> tuple[str, ...]:
        """What the counted reps added, in full and in short; else nothing."""
        return ("slowing: experimental", "slowing: trial") if self.slowed else ()

    # -- the reading against the target

    @property
    def side(self) -> str:
        """``inside`` the target, ``closer``, ``easier``, ``unknown``, or a ``warm-up``.

        While reps are counted, or where more than those planned are asked for, more
        reps left than the target are ``on course``.
        """
        from befit_tui.analysis.meter import whole  # noqa: PLC0415

        if self.is_warmup:
            return "warm-up"
        if self.left is None:
            return "unknown"
        left = whole(self.left.value)
        if left < self.zone.low:
            return "closer"
        if left <= self.zone.high:
            return "inside"
        return "on course" if self.counted or self.zone.more else "easier"

    def aims_at(self, left: int) -> bool:
        """Whether the set may end with so many reps left."""
        return not self.is_warmup and self.zone.holds(left)

    @property
    def target_words(self) -> str:
        """The reading against the target, in words."""
        return {
            "inside": "inside the target",
            "closer": "closer to failure than the target",
            "easier": "easier than the target",
            "on course": "on course",
            "warm-up": "a warm-up has no target",
        }.get(self.side, "not assessable")
