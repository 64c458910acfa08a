"""How to begin again after weeks without a lift."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from befit_tui.analysis.lift.course import is_break
from befit_tui.domain.value import Value

SHARES = ((28, 0.95), (63, 0.90))
"""Days up to which a share of the load is kept, 0.8 beyond: two to three weeks cost
little, eight and more a fifth (Ogasawara 2013; product constants)."""
LEAST_SHARE = 0.80
LEAST_DAYS = 14


class Break(Value, frozen=True):
    """A break that a lift comes back from: the ``share`` of the load that is kept.

    ``first`` says whether no session came after it yet.
    """

    days: int
    share: float
    first: bool

    @property
    def words(self) -> str:
        """``7 weeks off``, ``second session after 7 weeks off``."""
        weeks = f"{self.days // 7} weeks off"
        return weeks if self.first else f"second session after {weeks}"


def break_before(days: Sequence[date], today: date) -> Break | None:
    """The break before the next session, or before the last one; None if there is none.

    ``days`` are those of the sessions of the lift, easy ones included, oldest first.
    """
    gaps = [(b - a).days for a, b in pairwise([*days, today])]
    for first, place in ((True, len(gaps) - 1), (False, len(gaps) - 2)):
        if (
            place < 0
            or gaps[place] < LEAST_DAYS
            or not is_break(gaps[place], gaps[:place])
        ):
            continue
        kept = (share for limit, share in SHARES if gaps[place] < limit)
        return Break(gaps[place], next(kept, LEAST_SHARE), first)
    return None
