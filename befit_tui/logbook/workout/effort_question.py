"""The question "reps left?" about the set just logged: it takes only the next key."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import EffortScale, End, Form
from befit_tui.logbook.doubts import BOUNCE

LONGEST = timedelta(seconds=60)
"""How long the question waits for its key (design)."""
HALF = timedelta(seconds=1)
"""How long after a digit a full stop still adds half a rep; product constant."""


class Answer(Value, frozen=True):
    """Fields of the set to change; empty for "not rated"."""

    fields: dict[str, Any]
    label: str


NO_BROKEN_REPS = {"extra_reps": None}
"""What every answer says but that the form broke."""
TECHNICAL = Answer(
    {"end": End.TECHNICAL, "form": Form.INTACT, "left": 0.0, **NO_BROKEN_REPS},
    "technical failure",
)
BROKE = Answer({"end": End.TECHNICAL, "form": Form.BROKE, "left": 0.0}, "form broke")
SLIPPED = Answer({"form": Form.SLIPPED, **NO_BROKEN_REPS}, "form slipped")


class EffortQuestion(Struct):
    """One question about one set; ``open`` until a key or the time closes it.

    In RPE, 0 stands for 10, and the digits below 5 are left for the next set. Where it
    ``is_warmup`` nobody need answer: enter closes the question and does its own job.
    """

    set_id: str
    asked_at: datetime
    scale: EffortScale = EffortScale.LEFT
    is_warmup: bool = False
    open: bool = True
    slipped: bool = False
    answered: float | None = None
    answered_at: datetime | None = None

    @property
    def words(self) -> str:
        """What is asked and what the answers mean; the key line has their keys."""
        how = "form slipped, " if self.slipped else ""
        asked = f"{how}RPE? 5-9, 0 is 10"
        if not self._by_rpe:
            asked = f"{how}reps left? good ones still in you"
        if self.is_warmup:
            return f"{asked} · enter logs the next set"
        untidy = "" if self.slipped else " · s untidy"
        return f"{asked}{untidy} · b one bad · f none left"

    def offers(self, key: str) -> bool:
        """Whether the key line names a key: of the digits, those of the scale."""
        if key == "enter":
            return not self.is_warmup
        return key not in ("0", "9") or self._by_rpe is (key == "9")

    @property
    def _by_rpe(self) -> bool:
        return self.scale is EffortScale.RPE

    def is_late(self, now: datetime, rest_s: float) -> bool:
        """Whether the rest after the set, or a minute, has gone by without a key."""
        waited = now - self.asked_at
        return self.open and waited >= min(LONGEST, timedelta(seconds=rest_s))

    def press(self, key: str, now: datetime) -> tuple[bool, Answer | None]:
        """Take a key: whether it was taken, and the answer it gave if any.

        A key that is not taken closes the question and does its own job.
        """
        if not self.open:
            return self._half(key, now)
        if key == "s" and not self.slipped:
            self.slipped = True
            return True, None
        if key == "enter" and now - self.asked_at < BOUNCE:
            return True, None
        self.open = False
        if key in ("567890" if self._by_rpe else "012345") and len(key) == 1:
            ten = self._by_rpe and key == "0"
            return True, self._rated(10.0 if ten else float(key), now)
        if key in ("f", "b"):
            return True, TECHNICAL if key == "f" else BROKE
        taken = key == "escape" or (key == "enter" and not self.is_warmup)
        return taken, SLIPPED if self.slipped else None

    def _half(self, key: str, now: datetime) -> tuple[bool, Answer | None]:
        if key not in (".", "full_stop", "comma") or self.answered in (None, 10):
            return False, None
        if self.answered_at is None or now - self.answered_at > HALF:
            return False, None
        return True, self._rated(self.answered + 0.5, now, final=True)

    def _rated(self, rated: float, now: datetime, *, final: bool = False) -> Answer:
        self.answered = None if final else rated
        self.answered_at = now
        form = Form.SLIPPED if self.slipped else Form.INTACT
        fields = {"left": rated, "rpe": None, "end": End.STOPPED, "form": form}
        fields |= NO_BROKEN_REPS
        if not self._by_rpe:
            return Answer(fields, f"{rated:g} left")
        return Answer(
            fields | {"left": left_of_rpe(rated), "rpe": rated}, f"RPE {rated:g}"
        )
