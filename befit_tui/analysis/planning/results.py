"""What the sessions of a lift did: their working sets, and what of their plan."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load, number
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Form, Kind, LoadKind, Phase
from befit_tui.domain.wording import UNRATED
from befit_tui.domain.workout import Entry, LoggedSet, Range, Scheme, SetTarget, Target

Sets = Sequence[LoggedSet]
STYLE_SESSIONS = 3
"""Sessions that show in which reps a lifter does a lift; product constant."""
SAME_KG = 0.05
"""Kilograms by which one load may differ from itself in another unit."""


def signed(session: Session, done: LoggedSet) -> float:
    """The load in kilograms, so that more is harder: assistance counts as minus."""
    return -done.kg if session.exercise.load is LoadKind.ASSISTED else done.kg


def working_load(session: Session) -> tuple[LoggedSet, ...]:
    """The working sets at the heaviest load of a session that were counted in reps."""
    counted = [done for done in session.working if done.reps is not None]
    top = max((signed(session, done) for done in counted), default=0.0)
    return tuple(done for done in counted if signed(session, done) == top)


def own_range(past: Sequence[Session], usual: Range) -> Range:
    """The usual range, moved to where the last three sessions, or all, lay outside."""
    low, high = usual
    recent = past[-STYLE_SESSIONS:]
    least = [
        min((one.reps or 0 for one in working_load(s)), default=low) for s in recent
    ]
    if least and max(least) < low:
        habit = max(1, *least)
        return habit, habit + high - low
    if len(least) == STYLE_SESSIONS and min(least) > high:
        return (min(least), min(least) + high - low)
    return usual


def unsound(top: Sets) -> str:
    """What went wrong in a set, so that it is no ground for more; empty if nothing."""
    if any(done.form is Form.BROKE for done in top):
        return "form broke"
    return "a rep was missed" if any(not done.reps for done in top) else ""


def is_rated(sets: Sets) -> bool:
    """Whether anything is known of how hard one of these sets was."""
    return any(known_left(one) is not None for one in sets)


def reps_words(reps: Sequence[int]) -> str:
    """``3 × 8``, ``8, 7, 6``, ``8``."""
    if len(reps) > 1 and len(set(reps)) == 1:
        return f"{len(reps)} × {reps[0]}"
    return ", ".join(map(str, reps))


def said(top: Sets) -> str:
    """``3 × 8 at 2 left``, ``12, 10 at 2, 0 left`` where they differ, ``3 × 8``."""
    words = reps_words([done.reps or 0 for done in top])
    lefts = [known_left(done) for done in top]
    if set(lefts) == {None}:
        return words
    each = [UNRATED if left is None else number(left) for left in lefts]
    return f"{words} at {', '.join(each if len(set(each)) > 1 else each[:1])} left"


class Result(Value, frozen=True):
    """What was done of the sets that judge a session; ``passed`` None: not all."""

    day: date
    scheme: Scheme
    asked: tuple[SetTarget, ...]
    done: tuple[LoggedSet, ...]
    passed: bool | None

    @property
    def load(self) -> Load | None:
        """The heaviest load; None without one."""
        return heaviest(self.done)

    @property
    def amrap(self) -> int | None:
        """The reps of the last set that was to be as many as possible."""
        pairs = zip(self.asked, self.done, strict=False)
        reps = [done.reps or 0 for asked, done in pairs if asked.amrap]
        return reps[-1] if reps else None

    @property
    def words(self) -> str:
        """``8 at 5+``, ``5, 5, 4 of 5``, ``5 × 5``; of an AMRAP set alone."""
        if self.amrap is not None:
            asked = [one for one in self.asked if one.amrap][-1]
            return f"{self.amrap} at {asked_words(asked)}"
        said = reps_words([one.reps or 0 for one in self.done])
        planned = list(dict.fromkeys(map(asked_words, self.asked)))
        return said if self.passed else f"{said} of {', '.join(planned)}"


def result_of(exposure: Exposure) -> Result | None:
    """How a session went by its scheme; None in a deload or without sets to judge."""
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


def heaviest(sets: Iterable[SetTarget | LoggedSet]) -> Load | None:
    """The heaviest load of working sets, planned or done; None where none has one."""
    loads = (one.load for one in sets if one.kind is Kind.WORK)
    return max(filter(None, loads), key=lambda load: load.kg, default=None)


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


def _judged(entry: Entry, scheme: Scheme) -> list[tuple[SetTarget, LoggedSet | None]]:
    """The planned sets that count, with those done: nearest to a training max."""
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
    """Whether every set had its reps at the heaviest load; None if some are missing."""
    most = max((one.kg for _, one in pairs if one is not None), default=0.0)
    planned = heaviest(aim for aim, _ in pairs)
    if as_planned and planned is not None:
        most = max(most, planned.kg)
    whole = True
    for aim, one in pairs:
        below = planned.kg - aim.load.kg if planned and aim.load else 0.0
        if one is None or one.kg < most - below - SAME_KG:
            whole = False
        elif (one.reps or 0) < (aim.reps or (0,))[0]:
            return False
    return True if whole else None
