"""What came after failure: the next session, and the weeks of twelve. Information only.

Both compare a lifter with themselves, give their numbers and say how little they prove.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from math import log, sqrt
from statistics import fmean, median, stdev

from befit_tui.analysis.alerts.performance import Trial, comparable_trials
from befit_tui.analysis.alerts.snapshot import Snapshot, day_of
from befit_tui.analysis.cards.effort import Card
from befit_tui.domain.effort import reached_failure

MANY, FEW = 3, 1
"""Sets to failure in a workout from which it is heavy on failure, and up to which it
is light (product constants)."""
FEWEST = 5
"""Sessions of either kind before they are compared (product constant)."""
BLOCK_DAYS = 84
"""Twelve weeks: shorter and a slope is noise."""
LEAST_POINTS = 6
"""Sessions a slope needs (product constant)."""
WAYS = 1.28
"""Standard errors to either side of a difference that hold 80%."""


def outcome_cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """The next session after failure, and the gains of blocks with more and less."""
    return (*next_session(snapshot), *failure_and_gain(snapshot))


def next_session(snapshot: Snapshot) -> Iterator[Card]:
    """How a lift's next session changed after workouts with much and little failure."""
    after: dict[bool, list[float]] = {True: [], False: []}
    for exercise in snapshot.lifts:
        for earlier, later in pairwise(comparable_trials(snapshot, exercise)):
            failed = snapshot.counts(earlier.session.workout).failures
            if failed >= MANY or failed <= FEW:
                after[failed >= MANY].append(log(later.kg / earlier.kg))
    much, little = after[True], after[False]
    if min(len(much), len(little)) < FEWEST:
        return
    gap = fmean(much) - fmean(little)
    error = sqrt(stdev(much) ** 2 / len(much) + stdev(little) ** 2 / len(little))
    side = "lower" if gap < 0 else "higher"
    sure = "" if abs(gap) > WAYS * error else ", within chance"
    said = (
        f"After failure-heavy days your next estimate was {abs(gap):.1%} {side} than "
        f"after light ones ({len(much)} and {len(little)} sessions{sure})."
    )
    yield Card(
        "The next session",
        said,
        (
            ("difference, %", round(100 * gap, 2)),
            ("band, %", round(100 * WAYS * error, 2)),
        ),
    )


def failure_and_gain(snapshot: Snapshot) -> Iterator[Card]:
    """The gain of lifts in twelve weeks, by the share of sets that failed in them."""
    end = snapshot.as_of
    since = end - timedelta(days=BLOCK_DAYS)
    found: list[tuple[float, float]] = []
    for exercise in snapshot.lifts:
        trials = [t for t in comparable_trials(snapshot, exercise) if t.day > since]
        if len(trials) >= LEAST_POINTS:
            found.append((_failed_share(trials), _gain_a_week(trials)))
    third = len(found) // 3
    if not third:
        return
    found.sort()
    low = median(gain for _, gain in found[:third])
    high = median(gain for _, gain in found[-third:])
    if found[0][0] == found[-1][0]:
        return
    side = "less" if low > high else "more"
    said = (
        f"In twelve weeks you gained more on the lifts with {side} failure: "
        f"{max(low, high):+.2%} a week against {min(low, high):+.2%} "
        "(one person, not proof)."
    )
    yield Card(
        "Failure and gain",
        said,
        (
            ("least failure, % a week", round(100 * low, 2)),
            ("most failure, % a week", round(100 * high, 2)),
        ),
    )


def _failed_share(trials: Sequence[Trial]) -> float:
    sets = [done for trial in trials for done in trial.session.working]
    return fmean(map(reached_failure, sets))


def _gain_a_week(trials: Sequence[Trial]) -> float:
    """The middle of the weekly changes between all pairs of sessions (Theil-Sen)."""
    return median(
        7 * log(later.kg / earlier.kg) / days
        for place, later in enumerate(trials)
        for earlier in trials[:place]
        if (days := (day_of(later.session.workout) - earlier.day).days)
    )
