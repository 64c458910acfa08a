"""The sentence for Sunday: is training this close to failure paying or costing?

Two numbers answer: how many sets went to failure and where in the exercise, and what
the lifts did, by their verdicts and the next time after much of it. Strength hardly
depends on how close to failure sets end (Robinson 2024, Grgic 2022), so one lifter's
weeks prove little: where rises and falls are as many as chance makes, it cannot be
told, and that is said.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import takewhile
from math import log, sqrt
from statistics import fmean, stdev
from typing import NamedTuple

from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.lift.verdict import Measure, Trend
from befit_tui.analysis.volume import efforts_of
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted

DAYS = 56
"""Eight weeks: what a verdict looks back on in most lifts."""
FEWEST_SETS = 20
"""Sets before a share of them is said (product constant)."""
RATED, TAGGED = 0.5, 0.1
"""Shares of the sets that are rated, or tagged as failure, from which it is known how
close to failure a lifter trains (product constants)."""
FEWEST_LIFTS = 2
RISE_SHARE, FALL_SHARE = 1 / 3, 0.1
"""Lifts that rise, or fall, and the share of all that they must be: of many lifts some
do by chance, and a rise is told sooner than a fall (product constants; of simulated
lifters who stay as strong, with three lifts or eight, none was told either way)."""
NO_PROOF = " (one lifter, not proof)"
BY_CHANCE = "; chance alone may explain that"
MANY, FEW = 3, 1
"""Sets to failure in a workout from which it is heavy on failure, and up to which it
is light (product constants)."""
FEWEST = 8
"""Sessions of either kind before they are compared (product constant)."""
SAME = 1.06
"""Times a load up to which others are about the same: where light days follow heavy
ones, the load makes the difference, not the failure (product constant)."""
WAYS = 3.0
"""Standard errors to either side of the difference that must leave out none at all. It
is asked of the same log week after week: 1.96 would be wrong too often."""


def after_failure(snapshot: Snapshot) -> tuple[float, str] | None:
    """By what share lifts were lower (below zero) after workouts heavy on failure.

    With its words. It is taken from the log of the last year; None where sessions are
    few, or where chance makes as much. Each session is set against the level *before*
    the workout in question: that one's own result, lucky or not, would come back as a
    fall or a rise of the next.
    """
    failures = {
        one.id: efforts_of(one, snapshot.exercises).failure for one in snapshot.log
    }
    changes: dict[str, list[float]] = {}
    for workout, change in _changes(snapshot):
        if workout in failures:
            changes.setdefault(workout, []).append(change)
    # One number a workout: its lifts had a good day or a bad one together.
    means = [(failures[one], fmean(found)) for one, found in changes.items()]
    much = [change for failed, change in means if failed >= MANY]
    little = [change for failed, change in means if failed <= FEW]
    if min(len(much), len(little)) < FEWEST:
        return None
    gap = fmean(much) - fmean(little)
    error = sqrt(stdev(much) ** 2 / len(much) + stdev(little) ** 2 / len(little))
    band = WAYS * error
    if abs(gap) <= band:
        return None
    by = f"{abs(gap):.1%} (± {100 * band:.1f}) {'lower' if gap < 0 else 'higher'}"
    return gap, (
        f"after failure-heavy days your next estimate was {by} than after light ones, "
        f"over {len(much)} and {len(little)} sessions"
    )


def _changes(snapshot: Snapshot) -> Iterator[tuple[str, float]]:
    """Each workout by its id with what a lift of it did the next time."""
    verdicts = map(snapshot.verdict, snapshot.lifts)
    # Levels in other measures differ in scale.
    for points in (one.level for one in verdicts if one.measure is Measure.E1RM):
        for before, now, later in zip(points, points[1:], points[2:], strict=False):
            loads = (before.kg, now.kg, later.kg)
            if not (now.anew or later.anew) and max(loads) <= SAME * min(loads):
                yield now.workout, log(later.shown / before.value)


class Answer(StrEnum):
    """What can be said of the failure in a lifter's training."""

    PAYING = "paying"
    COSTING = "costing"
    CANNOT_TELL = "cannot tell"


class Paying(Value, frozen=True):
    """The answer with its sentence, and the numbers behind as what and value."""

    answer: Answer
    sentence: str
    numbers: tuple[tuple[str, float], ...]


class _Sets(NamedTuple):
    """Working sets of the weeks, and those of them that went to failure."""

    done: int
    rated: int
    failed: int
    early: int

    @property
    def known(self) -> bool:
        """Whether the ratings tell how close to failure the sets ended."""
        told = self.rated >= RATED * self.done or self.failed >= TAGGED * self.done
        return told and self.done >= FEWEST_SETS

    @property
    def words(self) -> str:
        """``18 of 120 sets went to failure (15%), 15 of them the last of a lift``."""
        sets = counted(self.done, "set")
        if not self.known:
            return f"{sets}, {self.rated:,} rated"
        if not self.failed:
            return f"none of {sets} went to failure"
        least = "" if self.rated >= RATED * self.done else "at least "
        last = self.failed - self.early
        many = "all" if last == self.failed > 1 else f"{last:,}" if last else "none"
        where = f"{many} of them the last of a lift"
        share = f"{self.failed / self.done:.0%}"
        return f"{least}{self.failed:,} of {sets} went to failure ({share}), {where}"


def paying(snapshot: Snapshot) -> Paying | None:
    """Whether the failure of the last eight weeks pays; None without a workout."""
    if not snapshot.lifts:
        return None
    names = ("sets", "rated", "failures", "early")
    sets = _Sets(*snapshot.sums(snapshot.as_of, DAYS, *names))
    trends = {one: snapshot.verdict(one).verdict for one in snapshot.lifts}
    found = Counter(trends.values())
    gap, words = (after_failure(snapshot) if sets.known else None) or (0.0, "")
    answer, why = _answer(snapshot, sets, trends, costs=gap < 0)
    first = f"{words.capitalize()}. " if gap < 0 else ""
    verb = ":" if answer is Answer.CANNOT_TELL else " is"
    return Paying(
        answer,
        f"Training this close to failure{verb} {answer}. {first}"
        f"In 8 weeks {sets.words}; {_lift_words(found, len(trends))}{why}.",
        (
            ("sets", sets.done),
            ("rated", sets.rated),
            ("to failure", sets.failed),
            ("to failure before the last set", sets.early),
            *((f"lifts {trend}".replace("-", " "), found[trend]) for trend in Trend),
        ),
    )


def _answer(
    snapshot: Snapshot, sets: _Sets, trends: dict[Exercise, Trend], *, costs: bool
) -> tuple[Answer, str]:
    """What can be said, and what qualifies it; ``costs``: lifts were lower after it."""
    if sets.done < FEWEST_SETS:
        return Answer.CANNOT_TELL, f": {FEWEST_SETS} sets are needed"
    if not sets.known:
        return Answer.CANNOT_TELL, ": too few sets are rated"
    rose, fell = (
        [one for one, trend in trends.items() if trend is way]
        for way in (Trend.RISING, Trend.FALLING)
    )
    if len(rose) > 2 * len(fell) and _is_more_than_chance(rose, trends, RISE_SHARE):
        return (Answer.CANNOT_TELL, "") if costs else (Answer.PAYING, NO_PROOF)
    sank = len(fell) > 2 * len(rose) and _is_more_than_chance(fell, trends, FALL_SHARE)
    reason = _why_not_failure(snapshot, fell, trends) if sank else BY_CHANCE
    if costs or not reason:
        return Answer.COSTING, f"{NO_PROOF}: try 2 reps in reserve"
    return Answer.CANNOT_TELL, reason


def _why_not_failure(
    snapshot: Snapshot, fell: list[Exercise], trends: Collection[Exercise]
) -> str:
    """Why the failure in lifts that fell may have nothing to do with it, or empty."""
    failed = _share(snapshot, fell)
    if failed < snapshot.thresholds.share_high:
        return ", and few sets of what fell went to failure"
    if failed <= _share(snapshot, [one for one in trends if one not in fell]):
        return ", and what fell had no more failure than the rest"
    return ""


def _is_more_than_chance(
    some: Sequence[Exercise], every: Collection[Exercise], share: float
) -> bool:
    return len(some) >= max(FEWEST_LIFTS, share * len(every))


def _lift_words(found: Counter[Trend], lifts: int) -> str:
    """``of 5 lifts 3 rose, none fell, 2 held``; and how many cannot be told."""
    rose, fell = found[Trend.RISING] or "none", found[Trend.FALLING] or "none"
    more = (found[Trend.HOLDING], "held"), (found[Trend.CANNOT_TELL], "cannot be told")
    rest = "".join(f", {count} {words}" for count, words in more if count)
    return f"of {counted(lifts, 'lift')} {rose} rose, {fell} fell{rest}"


def _share(snapshot: Snapshot, lifts: list[Exercise]) -> float:
    """The share of the sets of some lifts that went to failure; 0 without a set."""
    since = snapshot.as_of - timedelta(days=DAYS)
    done = [
        reached_failure(each)
        for lift in lifts
        for session in takewhile(lambda one: one.day > since, snapshot.sessions(lift))
        for each in session.working
    ]
    return sum(done) / len(done) if done else 0.0
