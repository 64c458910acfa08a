"""Lifters who do what is proposed, for half a year: does it suit them?

    PYTHONPATH=tests python tests/bench/simulate_plans.py [--weeks 26] [--show NAME]
        [--seeds 5] [--first-seed 1]

Each has a strength that grows, good and bad days, and gets tired from set to set; what
they say of the reps left is off by up to one. Of every proposal it is asked whether the
sets lay inside their own target when they were done (by the true reps left, half a rep
aside; of lifters who rate nothing, and so cannot tell two left from three, also one
more at the easy end), whether the load is on the lifter's rack, and whether the lift
went up, stood still or went back, and why. Means over the seeds.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import exp, floor
from random import Random

from builders import MONDAY, done, entry, workout

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.planning.meter_check import Plan
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, LoadKind
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.meter_cache import HabitCache
from befit_tui.logbook.planning.entry_plan import plan_of

CATALOG = load_catalog()
BODY_KG = 78.0
TIRED = 0.6
"""Reps that a set costs the next one."""
UNRATED = (1, 3.5)
"""Reps left that suit a lifter who rates nothing; half a rep aside at both ends."""


@dataclass(frozen=True, kw_only=True)
class Lifter:
    """Who lifts what: ``one_rm`` in kilograms (with the body where that is lifted),
    ``weekly`` its growth as a share, ``gap`` days between sessions, ``step`` and
    ``start`` the loads there are, ``earlier`` those of the sessions before.
    """

    name: str
    exercise: str
    one_rm: float
    weekly: float
    load: float | None
    reps: int
    step: float
    unit: Unit = Unit.KG
    sets: int = 3
    gap: int = 3
    rated: bool = True
    earlier: tuple[float, ...] = ()
    start: float = 0.0
    swing: float = field(default=0.015)


LIFTERS = (
    Lifter(name="beginner kg", exercise="squat-barbell", one_rm=70, weekly=0.012,
           load=50, reps=6, step=2.5),
    Lifter(name="beginner lb", exercise="bench-press-barbell", one_rm=55, weekly=0.010,
           load=85, reps=8, step=5, unit=Unit.LB),
    Lifter(name="intermediate", exercise="bench-press-barbell", one_rm=110,
           weekly=0.002, load=85, reps=6, step=2.5),
    Lifter(name="dumbbells only", exercise="bench-press-dumbbell", one_rm=36,
           weekly=0.004, load=24, reps=10, step=2),
    Lifter(name="dumbbells only lb", exercise="bicep-curl-dumbbell", one_rm=17,
           weekly=0.004, load=25, reps=10, step=5, unit=Unit.LB),
    Lifter(name="body weight", exercise="push-up", one_rm=110, weekly=0.003, load=None,
           reps=10, step=0),
    Lifter(name="pull-ups", exercise="pull-up", one_rm=102, weekly=0.003, load=None,
           reps=6, step=2.5),
    Lifter(name="stack machines", exercise="leg-extension-machine", one_rm=85,
           weekly=0.004, load=55, reps=12, step=5, earlier=(40, 45, 50)),
    Lifter(name="unrated 5x5", exercise="squat-barbell", one_rm=95, weekly=0.006,
           load=60, reps=5, step=2.5, sets=5, rated=False),
    Lifter(name="unrated 3x8", exercise="bench-press-barbell", one_rm=80,
           weekly=0.004, load=52.5, reps=8, step=2.5, rated=False),
    Lifter(name="sparse", exercise="bench-press-barbell", one_rm=85, weekly=0.003,
           load=65, reps=7, step=2.5, gap=10),
)  # fmt: skip


def able(lifter: Lifter, kg: float, strength: float, before: int) -> float:
    """The reps that a load allows by Epley's formula after so many sets."""
    return max(0.0, 30 * (strength / kg - 1) - TIRED * before)


def moved_kg(lifter: Lifter, load: Load | None) -> float:
    """What a set moves: the body too where it is lifted, most of it in a push-up."""
    kind = CATALOG.get(lifter.exercise).load
    if kind is LoadKind.REPS_ONLY:
        return 0.65 * BODY_KG + 20
    body = BODY_KG if kind is LoadKind.BODYWEIGHT_PLUS else 0.0
    return body + (load.kg if load is not None else 0.0)


def does(
    lifter: Lifter, today: Workout, lifts: Lifts, strength: float, random: Random
) -> Iterator[tuple[Plan, LoggedSet, float]]:
    """The plan before each set, the set as it is done, and its true reps left."""
    sets: list[LoggedSet] = []
    while True:
        now = replace(today, entries=(entry(lifter.exercise, *sets),))
        plan = plan_of(now, 0, lifts, lifter.unit)
        if len(plan.rows) == len(sets):
            return
        row = plan.rows[len(sets)]
        can = able(lifter, moved_kg(lifter, row.load), strength, len(sets))
        wanted = row.reps or 1
        reps = min(wanted, max(1, floor(can)))
        left = max(0.0, can - reps) if reps == wanted else 0.0
        said = min(10, max(0, round(left + random.choice((-0.5, 0, 0, 0.5)))))
        rating = {"left": float(said), "end": End.STOPPED}
        if reps < wanted:
            rating = {"left": 0.0, "end": End.TECHNICAL}
        rating = rating if lifter.rated else {}
        one = replace(done(None, reps, id=str(len(sets)), **rating), load=row.load)
        yield plan, one, left
        sets.append(one)


def first(lifter: Lifter) -> list[LoggedSet]:
    """What the lifter did before the first proposal."""
    load = None if lifter.load is None else Load(lifter.load, lifter.unit)
    known = {"left": 2.0, "end": End.STOPPED} if lifter.rated else {}
    return [
        replace(done(None, lifter.reps, id=str(n), **known), load=load)
        for n in range(lifter.sets)
    ]


def loadable(lifter: Lifter, load: Load | None) -> bool:
    """Whether the lifter's rack has a load."""
    if load is None or load.value == 0:
        return True
    if load.unit is not lifter.unit or not lifter.step:
        return False
    return abs((load.value - lifter.start) % lifter.step) < 1e-6


@dataclass
class Outcome:
    """What came of the proposals of one lifter, over all seeds."""

    total: int = 0
    inside: int = 0
    harder: int = 0
    on_rack: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    ends: list[str] = field(default_factory=list)

    def count(
        self,
        lifter: Lifter,
        plan: Plan,
        went: Sequence[tuple[Plan, LoggedSet, float]],
        before: Sequence[LoggedSet],
    ) -> None:
        """Judge the sets of one session by the true reps left; ``before``: the last."""
        for row, (_, one, left) in zip(plan.rows, went, strict=True):
            low, high = (row.zone.low, row.zone.high) if lifter.rated else UNRATED
            self.total += 1
            self.inside += low - 0.5 <= left <= high + 0.5
            self.harder += left < low - 0.5
            self.on_rack += loadable(lifter, one.load)
        moved = way(before, plan.rows)
        self.ways[moved] += 1
        if moved in ("same", "down"):
            self.reasons[reason(plan.why)] += 1

    def words(self, name: str, seeds: int) -> str:
        """The shares, how sessions went, where it ended and why it stood still."""
        share = self.total / 100
        moves = ", ".join(
            f"{way} {count / seeds:.0f}" for way, count in sorted(self.ways.items())
        )
        why = "; ".join(
            f"{said} {count / seeds:.1f}" for said, count in self.reasons.most_common(4)
        )
        return (
            f"{name:18} inside {self.inside / share:3.0f}% harder "
            f"{self.harder / share:3.0f}% loadable {self.on_rack / share:3.0f}%"
            f"\n{'':4}{moves}; ends at {', '.join(self.ends[:3])}\n{'':4}{why}"
        )


def way(before: Sequence[LoggedSet], rows: Sequence[PlannedSet]) -> str:
    """Whether load or reps go up, and if not, what they do."""
    was, now = (max(map(_kg, sets)) for sets in (before, rows))
    if abs(now - was) > 0.01:
        return "up" if now > was else "down"
    more = sum(row.reps or 0 for row in rows) - sum(one.reps or 0 for one in before)
    return "reps" if more > 0 else "same" if not more else "down"


def _kg(one: LoggedSet | PlannedSet) -> float:
    return one.load.kg if one.load is not None else 0.0


def reason(why: str) -> str:
    """A reason without its numbers, so that it can be counted."""
    bare = re.sub(r"\d+(\.\d+)?", "n", why).split("; the next step is due")
    words = re.sub(r"(n, )*n( × n)?( of n)?( at n left)?", "n", bare[0])
    return words + ("; the next step is due" if bare[1:] else "")


def season(
    lifter: Lifter, weeks: int, seed: int, found: Outcome, *, show: bool
) -> None:
    """Half a year of one lifter."""
    random, body = Random(seed), Load(BODY_KG, Unit.KG)
    habits = HabitCache()
    log: list[Workout] = [
        workout(
            entry(lifter.exercise, *first(replace(lifter, load=load))),
            id=f"w{place}", day=-lifter.gap * place, bodyweight=body,
        )
        for place, load in reversed([*enumerate([lifter.load, *lifter.earlier[::-1]])])
    ]  # fmt: skip
    for number, day in enumerate(range(lifter.gap, 7 * weeks, lifter.gap), 1):
        history = History(log)
        alerts = AlertCache(history, CATALOG.get, Thresholds())
        lifts = Lifts(history, CATALOG, lambda: alerts, habits)  # noqa: B023
        today = Workout(
            id=str(number), started_at=MONDAY + timedelta(days=day), bodyweight=body,
            entries=(entry(lifter.exercise),),
        )  # fmt: skip
        grown = lifter.one_rm * exp(lifter.weekly * day / 7)
        strength = grown * exp(random.gauss(0, lifter.swing))
        went = list(does(lifter, today, lifts, strength, random))
        plan, sets = went[0][0], [one for _, one, _ in went]
        found.count(lifter, plan, went, log[-1].entries[0].sets)
        if show:
            words = ", ".join(
                f"{one.load or 'body'} x {one.reps} ({left:.1f})"
                for _, one, left in went
            )
            print(f"{day:4} {words} | {plan.why} | {went[-1][0].why}")
        log.append(
            workout(
                entry(lifter.exercise, *sets), day=day, id=str(number), bodyweight=body
            )
        )
    last = log[-1].entries[0].sets[0]
    found.ends.append(f"{last.load or 'body'} x {last.reps}")


def main() -> None:
    """Print the outcome of each lifter."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--show", default="", help="only lifters so called, day by day")
    parser.add_argument("--only", default="", help="only lifters so called")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=1)
    args = parser.parse_args()
    seeds = range(args.first_seed, args.first_seed + args.seeds)
    for lifter in LIFTERS:
        if args.show not in lifter.name or args.only not in lifter.name:
            continue
        found = Outcome()
        for seed in seeds:
            season(lifter, args.weeks, seed, found, show=bool(args.show))
        print(found.words(lifter.name, args.seeds), flush=True)


if __name__ == "__main__":
    main()
