"""A lifter who runs a programme of the catalogue, every second day."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from builders import MONDAY

from befit_tui.analysis.planning.meter_check import Plan
from befit_tui.catalog.catalog import load_catalog
from befit_tui.catalog.programmes import programmes
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines, training_maxes
from befit_tui.logbook.planning.entry_plan import plan_of
from befit_tui.logbook.planning.programme import start
from befit_tui.store.store import Store


@dataclass
class Run:
    """A log with a clock that only ``rest`` moves."""

    logbook: Logbook
    now: list[datetime]

    def adopt(self, name: str, **maxes: float) -> None:
        """Take a programme over; ``maxes`` are training maxes, _ for - in the ids."""
        routines.adopt(self.logbook, next(p for p in programmes() if p.name == name))
        for lift, value in maxes.items():
            load = Load(value, self.logbook.unit)
            training_maxes.keep(self.logbook, {lift.replace("_", "-"): load})
        self.rest(1)

    def rest(self, days: float) -> None:
        """Let days go by."""
        self.now[0] += timedelta(days=days)

    def start(self) -> Workout:
        """Start the routine whose turn it is."""
        log = self.logbook
        turn = routines.in_turn(routines.routines(log), log.past())[0]
        return start(log, turn.routine)

    def plan(self, exercise: str) -> tuple[int, Plan] | None:
        """The place of a lift in the open workout, and what its rows show."""
        log = self.logbook
        lifts = Lifts(log.history, log.catalog, lambda: log.alerts, log.habits)
        for place, entry in enumerate(log.opened().entries):
            if entry.exercise == exercise:
                return place, plan_of(log.opened(), place, lifts, log.unit)
        return None

    def finish(self, done: dict[int, Sequence[LoggedSet]]) -> Workout:
        """File the open workout with sets by entry, one of 20 x 10 in the others."""
        active = self.logbook.opened()
        usual = (LoggedSet(id="-", load=Load(20, self.logbook.unit), reps=10),)
        entries = tuple(
            _named(replace(entry, sets=tuple(done.get(place, usual))), place)
            for place, entry in enumerate(active.entries)
        )
        self.logbook.keep(replace(active, entries=entries), "sets")
        return self.logbook.finish()


@contextmanager
def run(folder, unit: Unit = Unit.KG) -> Iterator[Run]:
    """An empty log."""
    now = [MONDAY]
    store = Store(folder, clock=lambda: now[0])
    try:
        ids = id_maker(lambda: now[0])
        log = Logbook(
            store, load_catalog(), clock=lambda: now[0], new_id=ids, unit=unit
        )
        yield Run(log, now)
    finally:
        store.close()


def sessions(
    lifter: Run, exercise: str, done: Sequence[int | None], first: float = 60
) -> list[str]:
    """What a lift was asked for in each session, as ``5x5 62.5`` or ``5 65, 5+ 85``.

    ``done`` are the reps of the set that decides, None for those asked for. The first
    session, and a set without a load, is done with ``first``.
    """
    said: list[str] = []
    while len(said) < len(done):
        lifter.rest(2)
        lifter.start()
        said += session(lifter, exercise, done[len(said)], first)
    return said


def session(
    lifter: Run, exercise: str, reps: int | None, first: float = 60
) -> list[str]:
    """Do and file the open workout; what a lift was asked for, if it is in it."""
    found = lifter.plan(exercise)
    if found is None:
        lifter.finish({})
        return []
    place, plan = found
    lifter.finish({place: _done(plan, reps, first, lifter)})
    return [asked(plan)]


def asked(plan: Plan) -> str:
    """The working sets of a plan: ``5x5 62.5``, ``5 65, 5 75, 5+ 85``."""
    work = [
        (f"{row.reps}{'+' * row.amrap}", number(row.load.value) if row.load else "")
        for row in plan.rows
        if row.kind is Kind.WORK
    ]
    groups = [(*one, sum(1 for _ in same)) for one, same in groupby(work)]
    return ", ".join(
        f"{f'{count}x' if count > 1 else ''}{reps} {load}".strip()
        for reps, load, count in groups
    )


def _done(plan: Plan, reps: int | None, first: float, lifter: Run) -> list[LoggedSet]:
    """The sets as planned, but the deciding one: the last of the heaviest."""
    typed = Load(first, lifter.logbook.unit)
    is_first = plan.why.startswith("first time") or "begins" in plan.why
    rows = [
        replace(row, load=typed if is_first else row.load or typed) for row in plan.rows
    ]
    work = [at for at, row in enumerate(rows) if row.kind is Kind.WORK]
    heaviest = max(rows[at].load.value for at in work)
    last = [at for at in work if rows[at].load.value == heaviest][-1]
    return [
        LoggedSet(
            id=str(at),
            kind=row.kind,
            load=row.load,
            reps=row.reps if reps is None or at != last else reps,
        )
        for at, row in enumerate(rows)
    ]


def _named(entry: Entry, place: int) -> Entry:
    sets = tuple(replace(one, id=f"{place}-{at}") for at, one in enumerate(entry.sets))
    return replace(entry, sets=sets)
