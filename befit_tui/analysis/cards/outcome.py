"""What came after failure: the next session, and the weeks of twelve. Information only.

Both compare a lifter with themselves, say nothing that chance alone explains, give
their numbers and say how little they prove.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile
from math import log, sqrt
from statistics import fmean, stdev

from befit_tui.analysis.alerts.snapshot import Snapshot, day_of
from befit_tui.analysis.cards.effort import Card
from befit_tui.analysis.lift import LevelPoint, Measure
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise

MANY, FEW = 3, 1
"""Sets to failure in a workout from which it is heavy on failure, and up to which it
is light (product constants)."""
FEWEST = 5
"""Sessions of either kind before they are compared (product constant)."""
BLOCK_DAYS = 84
"""Twelve weeks: shorter and a slope is noise."""
LEAST_POINTS = 6
"""Sessions a gain needs (product constant)."""
LEAST_LIFTS = 3
"""Lifts with much and with little failure before they are compared."""
WAYS = 1.96
"""Standard errors to either side of a difference that hold 95%: it is said of one
lifter in twenty by chance, where it is said at all."""


def outcome_cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """The next session after failure, and the gains of blocks with more and less."""
    return (*next_session(snapshot), *failure_and_gain(snapshot))


def next_session(snapshot: Snapshot) -> Iterator[Card]:
    """How a lift did after workouts with much and little failure.

    Each session is set against the level *before* the workout in question: that one's
    own result, lucky or not, would come back as a fall or a rise of the next.
    """
    failures = {w.id: snapshot.counts(w).failures for w in snapshot.log}
    changes: dict[str, list[float]] = {}
    for points in (_points(snapshot, lift) for lift in snapshot.lifts):
        for before, now, later in zip(points, points[1:], points[2:], strict=False):
            if now.workout in failures and not (now.anew or later.anew):
                change = log(later.shown / before.value)
                changes.setdefault(now.workout, []).append(change)
    # One number a workout: its lifts had a good day or a bad one together.
    after: dict[bool, list[float]] = {True: [], False: []}
    for workout, each in changes.items():
        if failures[workout] >= MANY or failures[workout] <= FEW:
            after[failures[workout] >= MANY].append(fmean(each))
    found = _difference(after[True], after[False], FEWEST)
    if found is None:
        return
    gap, band = found
    side = "lower" if gap < 0 else "higher"
    much, little = len(after[True]), len(after[False])
    yield Card(
        "The next session",
        f"After failure-heavy days your next estimate was {abs(gap):.1%} {side} than "
        f"after light ones ({much} and {little} sessions).",
        (
            ("difference, %", round(100 * gap, 2)),
            ("band, %", round(100 * band, 2)),
        ),
    )


def failure_and_gain(snapshot: Snapshot) -> Iterator[Card]:
    """The gain of lifts in twelve weeks, by the share of sets that failed in them."""
    since = snapshot.as_of - timedelta(days=BLOCK_DAYS)
    found: list[tuple[float, float]] = []
    for lift in snapshot.lifts:
        points = [one for one in _points(snapshot, lift) if one.day > since]
        if len(points) >= LEAST_POINTS and points[-1].day > points[0].day:
            found.append((_failed_share(snapshot, lift), _gain_a_week(points)))
    shares = sorted(share for share, _ in found)
    third = len(found) // 3
    if not third or shares[third - 1] == shares[-third]:
        return
    low = [gain for share, gain in found if share <= shares[third - 1]]
    high = [gain for share, gain in found if share >= shares[-third]]
    if _difference(high, low, LEAST_LIFTS) is None:
        return
    least, most = fmean(low), fmean(high)
    side = "less" if least > most else "more"
    yield Card(
        "Failure and gain",
        f"In twelve weeks you gained more on the lifts with {side} failure: "
        f"{max(least, most):+.2%} a week against {min(least, most):+.2%} "
        "(one person, not proof).",
        (
            ("least failure, % a week", round(100 * least, 2)),
            ("most failure, % a week", round(100 * most, 2)),
        ),
    )


def _difference(
    much: Sequence[float], little: Sequence[float], fewest: int
) -> tuple[float, float] | None:
    """A difference of means with its band; None if it is within chance."""
    if min(len(much), len(little)) < fewest:
        return None
    gap = fmean(much) - fmean(little)
    error = sqrt(stdev(much) ** 2 / len(much) + stdev(little) ** 2 / len(little))
    return (gap, WAYS * error) if abs(gap) > WAYS * error else None


def _points(snapshot: Snapshot, exercise: Exercise) -> Sequence[LevelPoint]:
    """The level of a lift that has a 1RM: other measures differ in scale."""
    verdict = snapshot.verdict(exercise)
    return verdict.level if verdict.measure is Measure.E1RM else ()


def _failed_share(snapshot: Snapshot, exercise: Exercise) -> float:
    """The share of a lift's sets in twelve weeks that reached failure."""
    since = snapshot.as_of - timedelta(days=BLOCK_DAYS)
    recent = takewhile(
        lambda one: day_of(one.workout) > since, snapshot.sessions(exercise)
    )
    return fmean(
        [reached_failure(done) for session in recent for done in session.working]
    )


def _gain_a_week(points: Sequence[LevelPoint]) -> float:
    """How the level rose, as a share for each week."""
    first, last = points[0], points[-1]
    return 7 * log(last.value / first.value) / (last.day - first.day).days
