"""Where a lift fell: its level says that it did, the sets of two sessions by how much.

A level is smooth, so nobody finds it in a log. What is told are two sessions of one
kind, one before the fall and one of now, and the difference of their sets.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from math import log
from statistics import median

from befit_tui.analysis.lift.level import Level
from befit_tui.analysis.lift.reading import SessionReading, TellingSet
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.domain.value import Value, replace

FALL, FALL_HOLD = 0.035, 0.15
"""Least fall that is told."""
FALL_MARGIN = 0.01
FALL_SURE, FALL_SURE_UNRATED = 2.2, 2.0
"""Errors by which a level fell when it is told."""
FALL_DAYS = 84
"""How far back the level is looked for that was lost."""
FALL_LASTS, FALL_FRESH = 70, 35
"""Days after which a fall is the new usual: one that was told, one that was not."""
LATEST = 3
"""The newest sessions, which must bear a fall out."""
PLAIN, PLAIN_DAYS = 0.08, 84
"""Share by which three sessions lie below three others so that nobody needs to reckon,
and the days that these may take (product constants)."""
PLAIN_EACH = 0.75
"""Share of that by which each lies below each."""
NEAR_FAILURE = 2.0
"""Reps left of the hardest set beyond which a rating is off by as much as a fall."""
LATER_PLACE = 2
"""Lifts more before it from which a lift is a tired one (product constant)."""
TAKEN_OFF = 0.05
"""Weight (ln) that nobody takes off a lift by a step of plates."""
SAME_LOAD = 0.026
"""Loads (ln) closer than this are the same."""
OTHER_SCHEME = 0.6
"""Share of the reps below which sets across that nobody rated are another plan."""
SAME_REPS, SAME_SHARE = 2, 0.25
"""Reps to failure, or a share of them, by which sessions of one kind may differ."""


class Fall(Value, frozen=True):
    """A fall that stands, told on a day, by the sessions ``then`` and ``now``.

    ``low`` is the lowest level since, ``rated`` whether the effort of the sessions was
    known that told it.
    """

    then: int
    now: int
    told: date
    low: float
    rated: bool


def is_near(one: SessionReading, other: SessionReading) -> bool:
    """Whether two sessions had the same top load."""
    return abs(one.ln_kg - other.ln_kg) <= SAME_LOAD


def is_alike(now: SessionReading, then: SessionReading) -> bool:
    """Whether two sessions were of one kind, so that strength makes the difference.

    Tens and triples are not, nor heavy and light days. With the same load they are,
    unless nobody rated them and all sets had the same few reps: that was planned. What
    ended further from failure than the other says less than it, and so does what was
    done after more other lifts. Nor is a second set held against a first one.
    """
    if now.order - then.order >= LATER_PLACE:
        return False
    if not {one.place for one in now.telling} & {one.place for one in then.telling}:
        return False
    if (now.left or 0.0) > max(NEAR_FAILURE, then.left or 0.0):
        return False
    apart = abs(now.total - then.total)
    if apart <= max(SAME_REPS, SAME_SHARE * max(now.total, then.total)):
        return True
    planned = not now.rated and now.even and now.total < OTHER_SCHEME * then.total
    return is_near(now, then) and not planned


Pair = tuple[TellingSet, TellingSet]
"""A set of now, and one of then that it is held against."""


def scores(pair: Pair) -> tuple[float, float]:
    """What two sets come to as logarithms, as a lifter would work it out.

    Reps left count where they are known of both.
    """
    now, then = pair
    if now.done.seconds:
        return now.level, then.level
    known = now.left is not None and then.left is not None
    totals = (one.reps + (one.left or 0.0) * known for one in pair)
    sets = zip(pair, totals, strict=True)
    last, first = (log(one.kg) + log(1 + total / EPLEY) for one, total in sets)
    return last, first


def _lost(pair: Pair) -> float:
    """By how much the set of now misses the other, as a share."""
    now, then = scores(pair)
    return then - now


def pair_of(now: SessionReading, then: SessionReading) -> Pair:
    """The sets of two sessions that show the difference: the middle one of all.

    Sets are compared by their place, so back-offs with back-offs; the first counts
    twice, since rests differ.
    """
    places = {one.place: one for one in then.telling}
    pairs = [(one, places[one.place]) for one in now.telling if one.place in places]
    pairs = pairs or [(now.telling[0], then.telling[0])]
    return sorted([pairs[0], *pairs], key=_lost)[(len(pairs) + 1) // 2]


def find_fall(level: Level, first: int, *, hold: bool, rated: bool) -> Fall | None:
    """The deepest sure fall from a session on that the newest sessions bear out."""
    least = FALL_HOLD if hold else FALL
    sure = FALL_SURE if rated else FALL_SURE_UNRATED
    falls = sorted(_falls(level, first, least, sure), reverse=True)
    seen = (_named(level, then, least) for _, then in falls)
    place = next((one for one in seen if one is not None), None)
    if place is None:
        place = _plain(level, first, PLAIN * least / FALL, rated=rated)
    if place is None or not _was_tried(level.shown[place:], least):
        return None
    then, now = level.shown[place], level.shown[-1]
    known = rated and then.rated and now.rated
    return Fall(place, len(level.shown) - 1, now.day, level.means[-1], known)


def followed(fall: Fall, level: Level) -> Fall | None:
    """A fall after one more session: None if half is regained, or it is long ago."""
    now, mean, then = level.shown[-1], level.means[-1], level.means[fall.then]
    low = min(fall.low, mean)
    half = (low + then) / 2
    shown = now.level or 0.0
    if mean >= half or shown >= then or (now.day - fall.told).days > FALL_LASTS:
        return None
    lower = is_alike(now, level.shown[fall.then]) and shown < half
    if lower and _lost(pair_of(now, level.shown[fall.then])) >= FALL:
        fall = replace(fall, now=len(level.shown) - 1)
    return replace(fall, low=low)


def _was_tried(shown: Sequence[SessionReading], least: float) -> bool:
    """Whether the sessions after the first tell of less strength, not of another plan.

    Who lost strength misses reps before taking much weight off, or goes on losing: who
    does not takes it off on purpose, for a better technique or on another machine. And
    nobody gets the same uneven reps in three sessions: if unrated, they were copied.
    """
    then, *since = shown
    last, now = since[-LATEST:], shown[-1]
    done = {tuple((told.kg, told.reps) for told in one.telling) for one in last}
    if len(done) == 1 and not now.rated and not now.even:
        return False
    levels = [(one.level or 0.0, one.ln_kg >= then.ln_kg - TAKEN_OFF) for one in since]
    low = (then.level or 0.0) - least / 2
    if any(level <= low for level, heavy in levels if heavy):
        return True
    first = next((level for level, heavy in levels if not heavy), now.level or 0.0)
    return first - (now.level or 0.0) >= least


def _falls(
    level: Level, first: int, least: float, sure: float
) -> Iterator[tuple[float, int]]:
    """The earlier levels that were surely higher, and the places of their sessions."""
    means, shown = level.means, level.shown
    for then in range(first, len(shown) - 2):
        near = (shown[-1].day - shown[then].day).days <= FALL_DAYS
        if near and means[-1] - means[then] <= -least:
            change, error = level.change(then, len(shown) - 1)
            if -change - FALL_MARGIN >= sure * error:
                yield means[then], then


def _named(level: Level, then: int, least: float) -> int | None:
    """The session before a fall that the newest is held against; None: none shows it.

    The newest and another of the last three must be low against what was usual for
    sessions of their kind, and none of the three as good: a heavy day says nothing of
    a light one. What climbs from session to session is coming back, as after an
    illness; what has been low for long is no news.
    """
    means, shown = level.means, level.shown
    half = (means[then] - means[-1]) / 2
    high = max(n for n, mean in enumerate(means) if mean >= means[-1] + half)
    if (shown[-1].day - shown[high].day).days > FALL_FRESH:
        return None
    before = range(then, min(high, len(shown) - LATEST - 1) + 1)
    held = [(one, _usual(one, shown, before)) for one in shown[-LATEST:]]
    lost = [
        _lost(pair_of(one, shown[place])) for one, place in held if place is not None
    ]
    levels = [one.level or 0.0 for one, _ in held]
    climbs = levels == sorted(set(levels))
    if climbs or held[-1][1] is None or min(lost) <= 0:
        return None
    seen = [one >= max(least, half) for one in lost]
    return held[-1][1] if seen[-1] and sum(seen) >= LATEST - 1 else None


def _plain(level: Level, first: int, least: float, *, rated: bool) -> int | None:
    """The same where three sessions lie plainly below the three of their kind before.

    Each below each by most of ``least``, the newest below the last by all of it. Less
    weight that nobody rated may have been planned.
    """
    last, now = level.shown[-LATEST:], level.shown[-1]
    past = range(first, len(level.shown) - LATEST)
    alike = [n for n in past if is_alike(now, level.shown[n])][-LATEST:]
    before = [level.shown[n] for n in alike]
    if len(before) < LATEST or (now.day - before[0].day).days > PLAIN_DAYS:
        return None
    if not all(is_alike(one, before[-1]) for one in last):
        return None
    if not rated and not all(is_near(one, before[-1]) for one in last):
        return None
    if _lost(pair_of(now, before[-1])) < least:
        return None
    apart = min(_lost(pair_of(one, then)) for one in last for then in before)
    return alike[-1] if apart >= PLAIN_EACH * least else None


def _usual(
    one: SessionReading, shown: Sequence[SessionReading], before: Sequence[int]
) -> int | None:
    """The last usual session of its kind before; None: it tells nothing."""
    alike = [place for place in before if is_alike(one, shown[place])]
    if not alike:
        return None
    usual = median(shown[place].level or 0.0 for place in alike)
    return max(place for place in alike if (shown[place].level or 0.0) >= usual)
