"""What a log shows of effort that is no alert: a sentence each, with its numbers.

A card informs. It has no severity, it is never announced, and it claims no cause: one
lifter is no trial.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from statistics import fmean

from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.cards.after_failure import after_failure
from befit_tui.analysis.digest import session_load
from befit_tui.analysis.meter.calibration import calibration
from befit_tui.analysis.volume import Efforts, summed
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import Workout

MONTH = 28
WEEK = 7
FEWEST_SETS = 12
"""Rated sets before shares of them are said (product constant)."""
MAXIMAL, IN_A_ROW = 9, 3
"""Session effort, 0 to 10, that is maximal, and how many in a row are worth a word
(product constants)."""
LOAD_RISE = 1.3
"""Times the own mean of four weeks from which a week's load is named (product
constant; a ratio of loads foretells nothing: Impellizzeri 2020)."""
ADHERENCE = 0.75
"""Share of the usual number of sessions below which a month is named (product
constant)."""
CLOSE, FAILED, EASY = 0.6, 0.15, 0.25
"""Shares of sets 1 to 3 short (at least), at failure and 4 or more short (at most)
that are close often and failure occasionally (product constants)."""


@dataclass(frozen=True, slots=True)
class Card:
    """One observation: a heading, a sentence, and the numbers as what and value."""

    title: str
    sentence: str
    numbers: tuple[tuple[str, float], ...]


def effort_cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """What the last four weeks say of effort; those without data are left out."""
    return tuple(card for make in CARDS for card in make(snapshot))


def targets(snapshot: Snapshot) -> Iterator[Card]:
    """The week: sets by reps left, failures, and those inside their target."""
    aimed, hit, rated = snapshot.sums(snapshot.as_of, WEEK, "aimed", "hit", "rated")
    bands = _efforts(snapshot, WEEK)
    if rated:
        said = f"{bands.failure} of {rated} rated sets of the week went to failure."
        if aimed:
            zone = f"{hit} of {aimed} sets ended in your target zone"
            said = f"{zone}, {bands.failure} at failure."
        names = ("at failure", "1 left", "2 left", "3 left", "4 or more left")
        yield Card("This week", said, tuple(zip(names, bands, strict=False)))


def balance(snapshot: Snapshot) -> Iterator[Card]:
    """Close often, failure occasionally: the shares of four weeks."""
    bands = _efforts(snapshot, MONTH)
    if bands.rated < FEWEST_SETS:
        return
    failed, easy = bands.failure / bands.rated, bands.four_plus / bands.rated
    close = 1 - failed - easy
    verdict = "on track" if close >= CLOSE else "close, but not often"
    if failed > FAILED:
        verdict = "more failure than needed"
    elif easy > EASY:
        verdict = "often far away"
    said = f"{close:.0%} of sets were 1-3 short, {failed:.0%} at failure: {verdict}."
    names = ("1-3 short, %", "failure, %", "4+ short, %")
    shares = (round(100 * share) for share in (close, failed, easy))
    numbers = tuple(zip(names, shares, strict=True))
    yield Card("Close often, failure occasionally", said, numbers)


def ratings(snapshot: Snapshot) -> Iterator[Card]:
    """How many sets of the week say their reps left, and how their form held."""
    names = ("unrated", "rated", "formed")
    missing, rated, formed = snapshot.sums(snapshot.as_of, WEEK, *names)
    if sets := missing + rated:
        said = f"The week has {counted(sets, 'set')}, none without its reps left."
        if missing:
            of_all = f"{missing} of {counted(sets, 'set')} of the week"
            lacks = f"Reps left are missing on {of_all}"
            said = f"{lacks}: the meter is less sure."
        numbers = (("sets", sets), ("rated", rated), ("form known", formed))
        yield Card("Ratings", said, numbers)


def called(snapshot: Snapshot) -> Iterator[Card]:
    """Called against actual reps left, where a set to failure showed it."""
    found = calibration(reversed(snapshot.log))
    if found.bias is not None:
        calls = fmean(one.called for one in found.checks)
        real = fmean(one.actual for one in found.checks)
        were = f"Before failure you had called {calls:.1f} and there were {real:.1f}"
        said = f"{were} (average of {counted(len(found.checks), 'set')})."
        numbers = (("called", round(calls, 2)), ("were", round(real, 2)))
        yield Card("Calls", said, numbers)


def focus(snapshot: Snapshot) -> Iterator[Card]:
    """Focus of the last four weeks against the four before."""
    now, before = (
        [one.focus for one in month if one.focus is not None]
        for month in _two_months(snapshot)
    )
    if now and before:
        a, b = fmean(now), fmean(before)
        said = f"Focus {a:.1f} of 5 in four weeks, {b:.1f} in the four before."
        yield Card("Focus", said, (("now", round(a, 1)), ("before", round(b, 1))))


def maximal(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions in a row that were rated maximal."""
    rated = (one.session_rpe for one in snapshot.log if one.session_rpe is not None)
    run = sum(1 for _ in takewhile(lambda rpe: rpe >= MAXIMAL, rated))
    if run >= IN_A_ROW:
        said = f"{run} maximal sessions in a row. Not every day has to be one."
        yield Card("Maximal sessions", said, (("in a row", run),))


def load(snapshot: Snapshot) -> Iterator[Card]:
    """Session effort times minutes: the week against the mean of four (Foster 2001)."""
    ends = (snapshot.as_of - timedelta(weeks=n) for n in range(5))
    loads = (map(session_load, snapshot.window(end, WEEK)) for end in ends)
    week, *weeks = (sum(filter(None, found)) for found in loads)
    usual = fmean(weeks)
    if all(weeks) and week >= LOAD_RISE * usual:
        said = f"The load of the week is {week / usual:.0%} of your four-week mean."
        yield Card("Load", said, (("week", week), ("usual", round(usual))))


def strength_block(snapshot: Snapshot) -> Iterator[Card]:
    """Failure on big lifts in a block that is not for size."""
    week = snapshot.window(snapshot.as_of, WEEK)
    block = (one for one in week if one.phase is Phase.STRENGTH)
    failed = sum(snapshot.counts(one).big for one in block)
    if failed:
        said = "In a strength block, stopping 1-3 short gives the same strength."
        yield Card("Strength block", said, (("failures on big lifts", failed),))


def sessions_kept(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions of four weeks against the own mean of the eight before."""
    now = len(snapshot.window(snapshot.as_of, MONTH))
    before = (len(snapshot.window(snapshot.as_of, 3 * MONTH)) - now) / 2
    if before and now < ADHERENCE * before:
        said = f"{now} sessions in four weeks; you used to do {number(before)}."
        yield Card("Sessions", said, (("now", now), ("usual", before)))


def pain_trend(snapshot: Snapshot) -> Iterator[Card]:
    """Reports of joint pain in four weeks, and in the four before."""
    now, before = map(_pains, _two_months(snapshot))
    for site in sorted(now):
        if now[site] > before[site]:
            name = site.replace("-", " ").capitalize()
            said = f"{name} reports went from {before[site]} to {now[site]} in a month."
            yield Card("Joints", said, (("now", now[site]), ("before", before[site])))


def next_session(snapshot: Snapshot) -> Iterator[Card]:
    """How lifts did after workouts with much and little failure."""
    found = after_failure(snapshot)
    if found is not None and found.is_sure:
        numbers = (("difference, %", found.gap), ("band, %", found.band))
        shares = tuple((what, round(100 * share, 2)) for what, share in numbers)
        yield Card("The next session", f"{found.words}.".capitalize(), shares)


def _efforts(snapshot: Snapshot, days: int) -> Efforts:
    """The sets of some days by reps left."""
    found = snapshot.window(snapshot.as_of, days)
    return summed(snapshot.counts(workout).efforts for workout in found)


def _two_months(snapshot: Snapshot) -> tuple[list[Workout], list[Workout]]:
    """The workouts of the last four weeks, and of the four before."""
    earlier = snapshot.as_of - timedelta(days=MONTH)
    return snapshot.window(snapshot.as_of, MONTH), snapshot.window(earlier, MONTH)


def _pains(workouts: Iterable[Workout]) -> Counter[str]:
    checkins = (one.checkin for one in workouts if one.checkin is not None)
    return Counter(joint.site for c in checkins for joint in c.joints if joint.pain)


CARDS: tuple[Callable[[Snapshot], Iterator[Card]], ...] = (
    targets, balance, ratings, called, focus, maximal, load, strength_block,
    sessions_kept, pain_trend, next_session,
)  # fmt: skip
"""Every card about effort, in the order in which they are shown."""
