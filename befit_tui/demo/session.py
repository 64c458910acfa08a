"""One session of the made-up year, set by set against the clock on the wall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, zip_longest

from befit_tui.demo.lifter import Bout
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Entry, SetTarget, Target

CHANGEOVER_S, PARTNER_S, WARMUP_REST_S = 140, 45, 60
SECONDS_PER_REP, SETTING_UP_S = 3.2, 6
ENTRY_NOTED = 0.2

Plan = tuple[SetTarget, ...]


@dataclass(slots=True)
class Wall:
    """The clock on the wall while a session is made up, and the sets so far."""

    session: str
    now: datetime
    sets: int = 0

    def next_id(self) -> str:
        """The id of the next set."""
        self.sets += 1
        return f"{self.session}-{self.sets}"


def train(bouts: list[Bout], wall: Wall, *, deload: bool) -> tuple[Entry, ...]:
    """Do every set of a session; the working loads of the next time follow from it."""
    plans = [bout.planned(deload=deload) for bout in bouts]
    before: Bout | None = None
    for bout, target in _in_turn(bouts, plans):
        rest_s = _rest(bout, before, target) if before else None
        for tired in bouts:
            tired.recover(rest_s or 0)
        done = bout.perform(target, wall.next_id())
        work_s = done.seconds or (done.reps or 0) * SECONDS_PER_REP
        wall.now += timedelta(seconds=round((rest_s or 0) + work_s + SETTING_UP_S))
        bout.logged.append(replace(done, at=wall.now, rest_s=rest_s))
        before = bout
    if not deload:
        for bout in bouts:
            bout.progress()
    return tuple(map(_entry, bouts, plans))


def _in_turn(bouts: list[Bout], plans: list[Plan]) -> Iterator[tuple[Bout, SetTarget]]:
    """Lift after lift; the sets of a superset alternate."""
    pairs = zip(bouts, plans, strict=True)
    for _, group in groupby(pairs, key=lambda pair: _together(pair[0])):
        done_in_turn, their_plans = zip(*group, strict=True)
        for turn in zip_longest(*their_plans):
            for bout, target in zip(done_in_turn, turn, strict=True):
                if target is not None:
                    yield bout, target


def _together(bout: Bout) -> int | str:
    """What the lifts of a superset share, and no others."""
    return bout.lift.superset or bout.lift.exercise


def _rest(bout: Bout, before: Bout, target: SetTarget) -> float:
    usual = bout.lift.rest_s
    if bout is not before:
        usual = PARTNER_S if _together(bout) == _together(before) else CHANGEOVER_S
    elif target.kind is Kind.WARMUP:
        usual = WARMUP_REST_S
    return float(round(usual * max(bout.lifter.rng.gauss(1.03, 0.12), 0.6)))


def _entry(bout: Bout, plan: Plan) -> Entry:
    lift, rng = bout.lift, bout.lifter.rng
    noted = lift.notes and bout.lifter.chance(ENTRY_NOTED)
    return Entry(
        exercise=lift.exercise,
        superset=lift.superset,
        note=rng.choice(lift.notes) if noted else "",
        target=Target(rest_s=lift.rest_s, sets=plan),
        sets=tuple(bout.logged),
    )
