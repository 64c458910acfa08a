"""What a log shows of effort that is no alert: a sentence each, with its numbers.

A card informs. It has no severity, it is never announced, and it claims no cause: one
lifter is no trial.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import fmean

from befit_tui.analysis.alerts.counts import WorkoutCounts
from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.meter.calibration import calibration
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Phase
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


def ratings(snapshot: Snapshot) -> Iterator[Card]:
    """How many sets of the week say their reps left, and how their form held."""
    week = _counts_of(snapshot, snapshot.as_of, WEEK)
    missing, rated = sum(one.unrated for one in week), sum(one.rated for one in week)
    formed = sum(one.formed for one in week)
    if sets := missing + rated:
        said = f"Every one of {sets} sets of the week has its reps left."
        if missing:
            said = (
                f"Reps left are missing on {missing} of {sets} sets of the week: "
                "the meter is less sure."
            )
        numbers = (("sets", sets), ("rated", rated), ("form known", formed))
        yield Card("Ratings", said, numbers)


def called(snapshot: Snapshot) -> Iterator[Card]:
    """Called against actual reps left, where a set to failure showed it."""
    found = calibration(reversed(snapshot.log))
    if found.bias is not None:
        checks = found.checks
        calls, real = (
            fmean(one.called for one in checks),
            fmean(one.actual for one in checks),
        )
        said = (
            f"Before failure you had called {calls:.1f} and there were {real:.1f} "
            f"(average of {len(checks)} sets)."
        )
        yield Card(
            "Calls", said, (("called", round(calls, 2)), ("were", round(real, 2)))
        )


def targets(snapshot: Snapshot) -> Iterator[Card]:
    """The week: sets by reps left, failures, and those inside their target."""
    week = _counts_of(snapshot, snapshot.as_of, WEEK)
    bands = _bands(week)
    if not bands:
        return
    aimed, hit = sum(one.aimed for one in week), sum(one.hit for one in week)
    rated = sum(bands.values())
    said = f"{bands[0]} of {rated} rated sets of the week went to failure."
    if aimed:
        said = (
            f"{hit} of {aimed} sets ended in your target zone, {bands[0]} at failure."
        )
    names = ("at failure", "1 left", "2 left", "3 left", "4 or more left")
    yield Card("This week", said, tuple(zip(names, _counts(bands), strict=True)))


def balance(snapshot: Snapshot) -> Iterator[Card]:
    """Close often, failure occasionally: the shares of four weeks."""
    bands = _bands(_counts_of(snapshot, snapshot.as_of, MONTH))
    rated = sum(bands.values())
    if rated < FEWEST_SETS:
        return
    close = sum(bands[left] for left in (1, 2, 3)) / rated
    failed, easy = bands[0] / rated, bands[4] / rated
    good = close >= CLOSE and failed <= FAILED and easy <= EASY
    verdict = "on track"
    if not good:
        verdict = "more failure than needed" if failed > FAILED else "often far away"
        if failed <= FAILED and easy <= EASY:
            verdict = "close, but not often"
    said = f"{close:.0%} of sets were 1-3 short, {failed:.0%} at failure: {verdict}."
    yield Card(
        "Close often, failure occasionally",
        said,
        (
            ("1-3 short, %", round(100 * close)),
            ("failure, %", round(100 * failed)),
            ("4+ short, %", round(100 * easy)),
        ),
    )


def focus(snapshot: Snapshot) -> Iterator[Card]:
    """Focus of the last four weeks against the four before."""
    now, before = (
        [w.focus for w in snapshot.window(end, MONTH) if w.focus is not None]
        for end in (snapshot.as_of, snapshot.as_of - timedelta(days=MONTH))
    )
    if now and before:
        a, b = fmean(now), fmean(before)
        said = f"Focus {a:.1f} of 5 in four weeks, {b:.1f} in the four before."
        yield Card("Focus", said, (("now", round(a, 1)), ("before", round(b, 1))))


def maximal(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions in a row that were rated maximal."""
    newest = islice(snapshot.log, 10)
    rated = [one.session_rpe for one in newest if one.session_rpe is not None]
    run = next((n for n, rpe in enumerate(rated) if rpe < MAXIMAL), len(rated))
    if run >= IN_A_ROW:
        said = f"{run} maximal sessions in a row. Not every day has to be one."
        yield Card("Maximal sessions", said, (("in a row", run),))


def session_load(snapshot: Snapshot) -> Iterator[Card]:
    """Session effort times minutes: the week against the mean of four (Foster 2001)."""
    weeks = [
        sum(
            map(_load, snapshot.window(snapshot.as_of - timedelta(days=WEEK * n), WEEK))
        )
        for n in range(5)
    ]
    usual = fmean(weeks[1:])
    if all(weeks[1:]) and weeks[0] >= LOAD_RISE * usual:
        said = f"The load of the week is {weeks[0] / usual:.0%} of your four-week mean."
        yield Card("Load", said, (("week", weeks[0]), ("usual", round(usual))))


def strength_block(snapshot: Snapshot) -> Iterator[Card]:
    """Failure on big lifts in a block that is not for size."""
    week = snapshot.window(snapshot.as_of, WEEK)
    found = [snapshot.counts(w) for w in week if w.phase is Phase.STRENGTH]
    failed = sum(one.big for one in found)
    if failed:
        said = "In a strength block, stopping 1-3 short gives the same strength."
        yield Card("Strength block", said, (("failures on big lifts", failed),))


def sessions_kept(snapshot: Snapshot) -> Iterator[Card]:
    """Sessions of four weeks against the own mean of the eight before."""
    now = len(snapshot.window(snapshot.as_of, MONTH))
    before = len(snapshot.window(snapshot.as_of - timedelta(days=MONTH), 2 * MONTH)) / 2
    if before and now < ADHERENCE * before:
        said = f"{now} sessions in four weeks; you used to do {number(before)}."
        yield Card("Sessions", said, (("now", now), ("usual", before)))


def pain_trend(snapshot: Snapshot) -> Iterator[Card]:
    """Reports of joint pain in four weeks, and in the four before."""
    now, before = (
        _pains(snapshot.window(end, MONTH))
        for end in (snapshot.as_of, snapshot.as_of - timedelta(days=MONTH))
    )
    for site in sorted(now):
        if now[site] > before[site]:
            name = site.replace("-", " ").capitalize()
            said = f"{name} reports went from {before[site]} to {now[site]} in a month."
            yield Card("Joints", said, (("now", now[site]), ("before", before[site])))


def _pains(workouts: Sequence[Workout]) -> Counter[str]:
    return Counter(
        joint.site
        for workout in workouts
        if workout.checkin is not None
        for joint in workout.checkin.joints
        if joint.pain
    )


def _load(workout: Workout) -> float:
    if workout.session_rpe is None or workout.ended_at is None:
        return 0.0
    minutes = (workout.ended_at - workout.started_at).total_seconds() / 60
    return workout.session_rpe * minutes


def _counts_of(snapshot: Snapshot, end: date, days: int) -> list[WorkoutCounts]:
    return [snapshot.counts(workout) for workout in snapshot.window(end, days)]


def _bands(counts: Sequence[WorkoutCounts]) -> Counter[int]:
    found: Counter[int] = Counter()
    for one in counts:
        found.update(one.bands)
    return found


def _counts(bands: Counter[int]) -> list[int]:
    return [bands[left] for left in range(5)]


CARDS: tuple[Callable[[Snapshot], Iterator[Card]], ...] = (
    targets, balance, ratings, called, focus, maximal, session_load, strength_block,
    sessions_kept, pain_trend,
)  # fmt: skip
"""Every card about effort, in the order in which they are shown."""
