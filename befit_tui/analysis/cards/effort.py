"""What a log shows of effort that is no alert: a sentence each, with its numbers.

A card informs. It has no severity, it is never announced, and it claims no cause: one
lifter is no trial.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import takewhile
from statistics import fmean

from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.volume import Efforts, summed
from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

MONTH = 28
WEEK = 7
FEWEST_SETS = 12
"""Rated sets before shares of them are said (product constant)."""
MAXIMAL, IN_A_ROW = 9, 3
"""Session effort, 0 to 10, that is maximal, and how many in a row are worth a word
(product constants)."""
ADHERENCE = 0.75
"""Share of the usual number of sessions below which a month is named (product
constant)."""
CLOSE, FAILED, EASY = 0.6, 0.15, 0.25
"""Shares of sets 1 to 3 short (at least), at failure and 4 or more short (at most)
that are close often and failure occasionally (product constants)."""


class Card(Value, frozen=True):
    """One observation: a heading, and a sentence with its numbers."""

    title: str
    sentence: str


def effort_cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """What the last four weeks say of effort; those without data are left out."""
    return tuple(card for make in CARDS for card in make(snapshot))


def targets(snapshot: Snapshot) -> Iterator[Card]:
    """Seven days: failures, and the sets that ended inside their target."""
    aimed, hit, rated = snapshot.sums(snapshot.as_of, WEEK, "aimed", "hit", "rated")
    failed = _efforts(snapshot, WEEK).failure
    said = f"{failed} of {rated} rated sets of the last 7 days went to failure."
    if aimed:
        aims = f"{hit} of {aimed} sets with a target ended inside it"
        said = f"{aims}; {failed} of {rated} rated ones went to failure."
    if rated:
        yield Card("The last 7 days", said)


def balance(snapshot: Snapshot) -> Iterator[Card]:
    """Close often, failure occasionally: the shares of four weeks."""
    bands = _efforts(snapshot, MONTH)
    if bands.rated < FEWEST_SETS:
        return
    failed, easy = bands.failure / bands.rated, bands.four_plus / bands.rated
    close = 1 - failed - easy
    verdict = "on track" if close >= CLOSE else "close, but not often"
    if failed > FAILED:
        verdict = "failure more than occasionally"
    elif easy > EASY:
        verdict = "often far away"
    shares = f"were 1-3 short, {failed:.0%} at failure"
    said = f"{close:.0%} of rated sets in 4 weeks {shares}: {verdict}."
    yield Card("Close often, failure occasionally", said)


def focus(snapshot: Snapshot) -> Iterator[Card]:
    """Focus of the last four weeks against the four before."""
    now, before = (
        [one.focus for one in month if one.focus is not None]
        for month in _two_months(snapshot)
    )
    if now and before:
        a, b = fmean(now), fmean(before)
        said = f"Focus {a:.1f} of 5 in four weeks, {b:.1f} in the four before."
        yield Card("Focus", said)


def maximal(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions in a row that were rated maximal."""
    rated = (one.session_rpe for one in snapshot.log if one.session_rpe is not None)
    run = sum(1 for _ in takewhile(lambda rpe: rpe >= MAXIMAL, rated))
    if run >= IN_A_ROW:
        said = f"{run} maximal sessions in a row. Not every day has to be one."
        yield Card("Maximal sessions", said)


def strength_block(snapshot: Snapshot) -> Iterator[Card]:
    """Failure on big lifts in a block that is not for size."""
    week = snapshot.window(snapshot.as_of, WEEK)
    block = (one for one in week if one.phase is Phase.STRENGTH)
    if any(snapshot.counts(one).big for one in block):
        said = "In a strength block, stopping 1-3 short gives the same strength."
        yield Card("Strength block", said)


def sessions_kept(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions of four weeks against the own mean of the eight before."""
    now = len(snapshot.window(snapshot.as_of, MONTH))
    before = (len(snapshot.window(snapshot.as_of, 3 * MONTH)) - now) / 2
    if before and now < ADHERENCE * before:
        said = f"{now} sessions in four weeks; you used to do {number(before)}."
        yield Card("Sessions", said)


def pain_trend(snapshot: Snapshot) -> Iterator[Card]:
    """Reports of joint pain in four weeks, and in the four before."""
    now, before = (
        Counter(
            joint.site
            for one in month
            if one.checkin is not None
            for joint in one.checkin.joints
            if joint.pain
        )
        for month in _two_months(snapshot)
    )
    for site in sorted(now):
        if now[site] > before[site]:
            name = site.replace("-", " ").capitalize()
            said = f"{name} reports went from {before[site]} to {now[site]} in a month."
            yield Card("Joints", said)


def _efforts(snapshot: Snapshot, days: int) -> Efforts:
    """The sets of some days by reps left."""
    found = snapshot.window(snapshot.as_of, days)
    return summed(snapshot.counts(workout).efforts for workout in found)


def _two_months(snapshot: Snapshot) -> tuple[list[Workout], list[Workout]]:
    """The workouts of the last four weeks, and of the four before."""
    earlier = snapshot.as_of - timedelta(days=MONTH)
    return snapshot.window(snapshot.as_of, MONTH), snapshot.window(earlier, MONTH)


CARDS: tuple[Callable[[Snapshot], Iterator[Card]], ...] = (
    targets, balance, focus, maximal, strength_block, sessions_kept, pain_trend,
)  # fmt: skip
"""Every card about effort, in the order in which they are shown."""
