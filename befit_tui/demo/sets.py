"""What is planned for a lift, and what the lifter logs of it."""

from befit_tui.demo.lifter import Bout, kg, on_step
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.domain.workout import LoggedSet, SetTarget

WARMUPS = ((0.4, 8), (0.55, 5), (0.7, 3))
"""Share of the working load and reps; a lift with fewer takes the heavier ones."""
DELOAD_SETS, DELOAD_LEFT = 2, (4, 6)
FAILS, FORM_BREAKS, FORM_SLIPS, UNRATED, HALF_RATED = 0.6, 0.12, 0.05, 0.05, 0.1
"""How often: a last set that may fails, form breaks or slips, a rating is odd."""


def planned(bout: Bout, *, deload: bool) -> tuple[SetTarget, ...]:
    """The sets of a lift; a deload has fewer, no warm-ups, and 4 left."""
    lift = bout.lift
    if lift.reps is None:
        return (SetTarget(seconds=float(5 * round(lift.best / 5))),) * lift.sets
    if deload:
        return (SetTarget(reps=lift.reps, left=DELOAD_LEFT),) * DELOAD_SETS
    warmups = (
        SetTarget(kind=Kind.WARMUP, reps=(reps, reps), load=_part(bout, share))
        for share, reps in WARMUPS[len(WARMUPS) - lift.warmups :]
    )
    work = [SetTarget(reps=lift.reps, left=lift.left)] * lift.sets
    if lift.to_failure:
        work[-1] = replace(work[-1], left=(0, 1))
    return (*warmups, *work)


def perform(bout: Bout, target: SetTarget, set_id: str) -> LoggedSet:
    """The set as it is logged, without its times."""
    blank = LoggedSet(id=set_id, kind=target.kind)
    if target.seconds is not None:
        return _held(bout, blank)
    if target.kind is Kind.WARMUP:
        reps, _ = target.reps or (0, 0)
        return replace(blank, load=target.load, reps=reps)
    return _worked(bout, target, replace(blank, load=kg(bout.load)))


def _held(bout: Bout, blank: LoggedSet) -> LoggedSet:
    seconds = 5.0 * round(bout.able * bout.lifter.rng.uniform(0.8, 0.95) / 5)
    return replace(blank, seconds=seconds, end=End.STOPPED, form=Form.INTACT)


def _worked(bout: Bout, target: SetTarget, blank: LoggedSet) -> LoggedSet:
    """The lifter stops at the reps left aimed at, as far as they can be judged.

    Nobody stops 3 short of a set that is already below its range.
    """
    (low, top), (fewest_left, most_left) = target.reps or (1, 1), target.left or (1, 3)
    most = bout.most_reps()
    felt = bout.feels_like(most)
    if fewest_left == 0 and bout.lifter.chance(FAILS):
        bout.tire(0)
        return _failed(bout, replace(blank, reps=most))
    least_left = max(fewest_left, 0.6)
    aim = bout.lifter.rng.uniform(least_left, most_left)
    if felt - aim < low:
        aim = least_left
    wanted = min(max(round(felt - aim), 1), top)
    bout.tire(max(most - wanted, 0))
    if wanted > most:
        return _failed(bout, replace(blank, reps=most))
    return _stopped(bout, replace(blank, reps=wanted), felt - wanted)


def _failed(bout: Bout, done: LoggedSet) -> LoggedSet:
    reps = done.reps or 0
    if reps > 1 and bout.lifter.chance(FORM_BREAKS):
        broke = replace(done, reps=reps - 1, extra_reps=1, form=Form.BROKE)
        return replace(broke, left=0.0, end=End.TECHNICAL)
    end = bout.lifter.rng.choice((End.TECHNICAL, End.TECHNICAL, End.MOMENTARY))
    return replace(done, left=0.0, end=end, form=Form.INTACT)


def _stopped(bout: Bout, done: LoggedSet, felt_left: float) -> LoggedSet:
    if bout.lifter.chance(UNRATED):
        return done
    steps = 2 if bout.lifter.chance(HALF_RATED) else 1
    left = min(max(round(felt_left * steps) / steps, 0.0), 10.0)
    form = Form.SLIPPED if bout.lifter.chance(FORM_SLIPS) else Form.INTACT
    return replace(
        done, left=left, end=End.STOPPED if left else End.VOLITIONAL, form=form
    )


def _part(bout: Bout, share: float) -> Load:
    return kg(on_step(bout.load * share, bout.exercise))
