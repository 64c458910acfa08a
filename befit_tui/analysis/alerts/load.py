"""Alerts about loads that do not fit the reps they are meant for.

Which load would fit is said by the plan of the lift, not here.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from befit_tui.analysis.alerts.counts import aim_of
from befit_tui.analysis.alerts.head import Head, Met, each_session
from befit_tui.analysis.alerts.result import Evidence
from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.lift.sessions import Session, resistance
from befit_tui.domain.effort import is_working, reached_failure
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.workout import LoggedSet, Range

TOO_LIGHT = Head("load-too-light", "Next time more load, or a harder variant.")
TOO_HEAVY = Head("load-too-heavy", "Next time less load, or an easier variant.")
ABOUT_LOAD = (TOO_LIGHT.code, TOO_HEAVY.code)
"""Alerts that advise what the plan of the lift says in numbers."""
USUAL_SESSIONS, LEAST_SESSIONS = 10, 5
"""Earlier sessions that tell which reps a lifter trains a lift in."""
ABOUT = 0.05
"""Loads no further apart than this share of one are about the same."""


@each_session(TOO_LIGHT)
def load_too_light(snapshot: Snapshot, session: Session) -> Met | None:
    """More clean reps at failure than the range asks for, by three or more.

    A back-off set is light on purpose, so only the top load of the day is judged.
    """
    slack, at_top = snapshot.thresholds.range_slack, _at_top(session)
    for done, (_, top) in _failures(snapshot, session):
        reps, clean = done.reps or 0, done.form is not Form.BROKE
        if clean and done in at_top and reps > top + slack:
            said = f"{reps} clean reps at failure, above the range"
            return _met(session, done, said, top + slack)
    return None


@each_session(TOO_HEAVY)
def load_too_heavy(snapshot: Snapshot, session: Session) -> Met | None:
    """Failure below the range in the first set, which later ones can only undercut."""
    for done, (bottom, _) in _failures(snapshot, session):
        reps = done.reps or 0
        if done is session.working[0] and reps < bottom:
            said = f"{reps} reps at failure, below the range"
            return _met(session, done, said, bottom)
    return None


def _met(session: Session, done: LoggedSet, said: str, limit: int) -> Met:
    day = session.day
    what = f"reps at failure with {done.load or 'no load'}"
    return Met(said, (Evidence(what, done.reps or 0, "reps", day, threshold=limit),))


def _failures(
    snapshot: Snapshot, session: Session
) -> Iterator[tuple[LoggedSet, Range]]:
    """The sets to failure with the reps they aimed at: the plan's, or the own usual.

    Nobody asked for the range of a textbook.
    """
    if snapshot.is_easy(session.workout):
        return
    for entry in session.workout.entries:
        if entry.exercise != session.exercise.id:
            continue
        for place, done in enumerate(entry.sets):
            if not (is_working(done) and reached_failure(done) and done.reps):
                continue
            aim = aim_of(entry, place)
            reps = aim.reps if aim is not None else None
            if reps is None:
                reps = _usual(snapshot, session, done)
            if reps is not None:
                yield done, reps


def _at_top(session: Session) -> Sequence[LoggedSet]:
    """The sets of a session at its heaviest; less help is heavier."""
    loads = [
        resistance(session.exercise, done.kg, session.body_kg) or 0.0
        for done in session.working
    ]
    sets = zip(session.working, loads, strict=True)
    return [done for done, kg in sets if kg == max(loads)]


def _usual(snapshot: Snapshot, session: Session, done: LoggedSet) -> Range | None:
    """The fewest and the most reps with about a load before; None if they are few.

    A light day, and the first sets with more weight, have reps of their own. What was
    usual before a break is not any more.
    """
    kg, days = done.kg, snapshot.thresholds.recent_days
    past = pairwise((session, *islice(snapshot.before(session), USUAL_SESSIONS)))
    lately = takewhile(lambda two: (two[0].day - two[1].day).days <= days, past)
    found = [
        [one.reps for one in each.working if one.reps and _is_about(one, kg)]
        for _, each in lately
    ]
    reps = [one for each in found for one in each]
    if sum(map(bool, found)) < LEAST_SESSIONS:
        return None
    return min(reps), max(reps)


def _is_about(done: LoggedSet, kg: float) -> bool:
    """Whether a set had about a load; without loads all are alike."""
    return abs(done.kg - kg) <= ABOUT * kg
