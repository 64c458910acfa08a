"""What one session did of what its plan asked for."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from befit_tui.analysis.planning.recent import reps_words
from befit_tui.domain.effort import is_working
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import Entry, LoggedSet, Range, Scheme, SetTarget, Target

SAME_KG = 0.05
"""Kilograms by which one load may differ from itself in another unit."""


class Result(Value, frozen=True):
    """The sets by which a session is judged, with what was done of each.

    ``passed`` is None where nothing was missed but not everything was done.
    """

    day: date
    scheme: Scheme
    asked: tuple[SetTarget, ...]
    done: tuple[LoggedSet, ...]
    passed: bool | None

    @property
    def load(self) -> Load | None:
        """The heaviest load; None without one."""
        loads = [one.load for one in self.done if one.load is not None]
        return max(loads, key=lambda load: load.kg, default=None)

    @property
    def planned(self) -> Load | None:
        """The heaviest load that was planned; None where none was."""
        return heaviest(self.asked)

    @property
    def amrap(self) -> int | None:
        """The reps of the last set that was to be as many as possible."""
        pairs = zip(self.asked, self.done, strict=False)
        reps = [_reps(done) for asked, done in pairs if asked.amrap]
        return reps[-1] if reps else None

    @property
    def words(self) -> str:
        """``8 at 5+``, ``5, 5, 4 of 5``, ``5 × 5``; of an AMRAP set alone."""
        if self.amrap is not None:
            asked = [one for one in self.asked if one.amrap][-1]
            return f"{self.amrap} at {asked_words(asked)}"
        said = reps_words([_reps(one) for one in self.done])
        planned = list(dict.fromkeys(map(asked_words, self.asked)))
        return said if self.passed else f"{said} of {', '.join(planned)}"


def result_of(exposure: Exposure) -> Result | None:
    """How a session went by its scheme; None where nothing can be judged.

    In a deload nothing is. By a training max the sets nearest to it count, else all.
    """
    entry, workout = exposure.entry, exposure.workout
    scheme = entry.scheme
    if scheme is None or workout.phase is Phase.DELOAD:
        return None
    pairs = _judged(entry, scheme)
    done = tuple(one for _, one in pairs if one is not None)
    if not done:
        return None
    asked = tuple(aim for aim, _ in pairs)
    day = workout.started_at.date()
    return Result(day, scheme, asked, done, _passed(pairs, as_planned=scheme.of_max))


def easy_on_purpose(exposure: Exposure) -> bool:
    """Whether a deload of the lifter's own took the place of what the scheme asked."""
    scheme = exposure.entry.scheme
    planned = scheme is not None and scheme.easy
    return exposure.workout.phase is Phase.DELOAD and not planned


def heaviest(sets: Iterable[SetTarget]) -> Load | None:
    """The heaviest load that working sets name; None where none does."""
    loads = [one.load for one in sets if one.kind is Kind.WORK and one.load]
    return max(loads, key=lambda load: load.kg, default=None)


def asked_words(asked: SetTarget) -> str:
    """``5+``, ``5``."""
    low = asked.reps[0] if asked.reps else 0
    return f"{low}{'+' * asked.amrap}"


def grouped_words(sets: Iterable[SetTarget]) -> str:
    """``4 × 3, 3+``: working sets alike together."""
    work = (asked_words(one) for one in sets if one.kind is Kind.WORK and one.reps)
    groups = ((reps, len(list(same))) for reps, same in groupby(work))
    return ", ".join(f"{n} × {reps}" if n > 1 else reps for reps, n in groups)


def plain_words(target: Target) -> str:
    """``3 × 6-8 · 1-3 left``; empty for a plan that says more than that."""
    work = [one for one in target.sets if one.kind is Kind.WORK]
    first = work[0] if work else SetTarget()
    if not first.reps or {*work} != {SetTarget(reps=first.reps, left=first.left)}:
        return ""
    left = f" · {_span(first.left)} left" if first.left else ""
    return f"{len(work)} × {_span(first.reps)}{left}"


def _span(ends: Range) -> str:
    low, high = ends
    return f"{low}" if low == high else f"{low}-{high}"


def sets_words(sets: Iterable[SetTarget]) -> str:
    """``5 × 3``, ``5``, ``5, 3, 1``: what is asked for, without signs."""
    work = [one for one in sets if one.kind is Kind.WORK]
    return reps_words([one.reps[0] for one in work if one.reps])


def _judged(entry: Entry, scheme: Scheme) -> list[tuple[SetTarget, LoggedSet | None]]:
    """The planned sets that count, each with the logged one of its place."""
    asked = [one for one in entry.aims if one.kind is Kind.WORK]
    done = [one for one in entry.sets if is_working(one)]
    pairs = [
        (aim, done[place] if place < len(done) else None)
        for place, aim in enumerate(asked)
        if aim.reps is not None
    ]
    if not scheme.of_max:
        return pairs
    top = max((aim.percent or 0 for aim, _ in pairs), default=0)
    return [(aim, one) for aim, one in pairs if (aim.percent or 0) == top]


def _passed(
    pairs: list[tuple[SetTarget, LoggedSet | None]], *, as_planned: bool
) -> bool | None:
    """Whether every set had its reps at the load of the heaviest one that was done.

    A lighter set, or one that was left out, is neither done nor missed; ``as_planned``
    makes the planned load the one that counts.
    """
    most = max((_kg(one) for _, one in pairs if one is not None), default=0.0)
    planned = heaviest(aim for aim, _ in pairs)
    if as_planned and planned is not None:
        most = max(most, planned.kg)
    whole = True
    for aim, one in pairs:
        below = planned.kg - aim.load.kg if planned and aim.load else 0.0
        if one is None or _kg(one) < most - below - SAME_KG:
            whole = False
        elif _reps(one) < (aim.reps or (0,))[0]:
            return False
    return True if whole else None


def _kg(done: LoggedSet) -> float:
    return done.load.kg if done.load is not None else 0.0


def _reps(done: LoggedSet) -> int:
    return done.reps or 0
