"""How long ago each muscle was trained, and which still rest from sets to failure.

What rests is said by the rule of the alert ``recovery-short`` alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from befit_tui.analysis.alerts.volume import Unrested
from befit_tui.analysis.digest import Digest
from befit_tui.analysis.volume import WEEK
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted

LONG_DAYS = 7
"""A muscle without a hard set for longer is named (product constant)."""
HOURS_UNTIL = 72
"""Up to here it is hours that are told: recovery from failure is a matter of 24 to 48
hours more than from sets that stop short (Moran-Navarro 2017)."""
LOOK_BACK = timedelta(weeks=12)
"""How far back the last hard set of a muscle is looked for (product constant)."""


class Rest(StrEnum):
    """How a muscle stands."""

    SHORT = "rests"
    READY = "ready"
    LONG = "long ago"


class Recovery(Value, frozen=True):
    """A muscle: the end of the last workout with a hard set of it, and what follows.

    A set of its own is one that it drives; where it only helps, it does not count.
    ``words`` say why it is as ``rest`` says; ``ago`` is short, for a column.
    """

    muscle: str
    ended: datetime | None
    rest: Rest
    ago: str
    words: str


def recoveries(
    muscles: Iterable[str],
    digests: Sequence[Digest],
    resting: Mapping[str, Unrested],
    unrated: frozenset[str],
    now: datetime,
) -> tuple[Recovery, ...]:
    """How the muscles stand ``now``, those that rest first, then the longest ago.

    ``digests`` are the workouts up to now, oldest first.
    """
    found = (
        _recovery(
            muscle, digests, resting.get(muscle), now, rated=muscle not in unrated
        )
        for muscle in muscles
    )
    places = {Rest.SHORT: 0, Rest.LONG: 1, Rest.READY: 2}
    never = datetime.min.replace(tzinfo=now.tzinfo)
    return tuple(sorted(found, key=lambda one: (places[one.rest], one.ended or never)))


def sentence(found: Sequence[Recovery]) -> str:
    """What the muscles come to, for reading aloud."""
    if all(one.ended is None for one in found):
        return f"No hard set in {LOOK_BACK // WEEK} weeks: no muscle rests from one."
    short = [one.muscle.replace("-", " ") for one in found if one.rest is Rest.SHORT]
    ready = sum(one.rest is Rest.READY for one in found)
    long = sum(one.rest is Rest.LONG for one in found)
    if short:
        names = " and ".join(filter(None, (", ".join(short[:-1]), short[-1])))
        rest = "still rests" if len(short) == 1 else "still rest"
        said = f"{names.capitalize()} {rest} from sets to failure"
    else:
        said = "No muscle still rests from sets to failure"
    untrained = f", {long} had no set of their own for over a week" if long else ""
    are = "is" if ready == 1 else "are"
    return f"{said}; {ready or 'none'} {are} ready{untrained}."


def _recovery(
    muscle: str,
    digests: Sequence[Digest],
    short: Unrested | None,
    now: datetime,
    *,
    rated: bool,
) -> Recovery:
    newest = reversed(digests)
    drove = (one for one in newest if any(one.muscles.get(muscle, ())[:1]))
    last = next(drove, None)
    if last is None:
        words = f"no set of its own in {LOOK_BACK // WEEK} weeks"
        return Recovery(muscle, None, Rest.LONG, "–", words)
    days = (now.date() - last.day).days
    ago = _ago(last.ended, now, days)
    if short is not None:
        words = f"{short.words}; {short.wanted} days are wanted"
        return Recovery(muscle, last.ended, Rest.SHORT, ago, words)
    if days > LONG_DAYS:
        words = f"no set of its own for {counted(days, 'day')}"
        return Recovery(muscle, last.ended, Rest.LONG, ago, words)
    words = "ready" if rated else "ready, but its sets were not rated"
    return Recovery(muscle, last.ended, Rest.READY, ago, words)


def _ago(ended: datetime, now: datetime, days: int) -> str:
    hours = max((now - ended).total_seconds() / 3600, 0)
    return f"{hours:.0f} h" if hours <= HOURS_UNTIL else f"{days} d"
