"""What the alerts say of lifters whose strength is known, and how often on real logs.

Run it with ``python tests/bench/judge_alerts.py [--lifters N] [--first SEED]
[--only TEXT] [--against CHECKOUT] [LOG...]``. Each simulated lifter trains three times
a week; what is newly raised after each day is counted against the truth. Logs are
replayed likewise. With ``--against`` the same is done by another checkout of the
program, for comparison.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module
from itertools import chain
from math import exp, floor
from pathlib import Path
from random import Random
from statistics import median
from subprocess import run
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from builders import MONDAY, done, entry, workout  # noqa: E402

from befit_tui.analysis.alerts import Alert  # noqa: E402
from befit_tui.analysis.alerts.judging import check  # noqa: E402
from befit_tui.catalog.catalog import load_catalog  # noqa: E402
from befit_tui.domain.history import History  # noqa: E402
from befit_tui.domain.load import Unit  # noqa: E402
from befit_tui.domain.vocabulary import End  # noqa: E402

LIFTS = (
    ("bench-press-barbell", 100), ("squat-barbell", 140), ("seated-row-cable", 80),
    ("overhead-press-barbell", 60), ("romanian-deadlift-barbell", 120),
    ("lat-pulldown-cable", 75), ("leg-press-machine", 220), ("bicep-curl-barbell", 45),
)  # fmt: skip
"""Lifts and what the lifter can do once, in kilograms; most train the first three."""
STEP = 2.5
DAY_NOISE = 0.5
"""Share of the noise that all lifts of a day have in common."""
CALLED = 0.65
"""Error of a rating, in reps (Refalo 2024)."""
WEEKS = 26
FALLS_ON = 84
Truth = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of lifter; ``truth`` is strength by day, ``rated`` a share of sets.

    ``easy`` is the share of the load in every sixth week; ``fell`` the days that a fall
    takes, 0 without one; ``noise`` the swing of a day; ``away`` the weeks of a lay-off
    and ``machine`` what another machine for the last lift shows, both from FALLS_ON on.
    ``failing`` lifters take the last set to failure, of the first lifts that many, and
    tag it; with ``sometimes`` on half of the days, ``cost`` is what the lift then lacks
    the next time. With ``apart`` only those lifts follow ``truth``, without it all.
    """

    truth: Truth = lambda day: 1.0
    rated: float = 1.0
    easy: float = 1.0
    fell: int = 0
    lifts: int = 3
    noise: float = 0.025
    away: int = 0
    machine: float = 1.0
    failing: int = 0
    sometimes: bool = False
    cost: float = 0.0
    apart: bool = False


def _falls(days: int, share: float) -> Truth:
    return lambda day: 1 - share * min(1, max(0, (day - FALLS_ON) / days))


def _rises(share: float) -> Truth:
    return lambda day: 1 + share * day / 364


def _each(name: str, **fields: Any) -> dict[str, Kind]:
    """A kind of lifter who rates all sets, half of them, or none."""
    shares = {"rated": 1.0, "half rated": 0.5, "unrated": 0.0}
    return {f"{name}, {how}": Kind(rated=one, **fields) for how, one in shares.items()}


KINDS = {
    **_each("flat, 3 lifts"),
    **_each("flat, 8 lifts, noise 3%", lifts=8, noise=0.03),
    **_each("easy weeks nobody marked", easy=0.88),
    **_each("4 weeks away", away=4),
    **_each("another machine", machine=0.7),
    **_each("rises 10% a year", truth=_rises(0.1)),
    **_each("rises 20% a year", truth=_rises(0.2)),
    **_each("flat, 3 lifts, last sets to failure", failing=3),
    "rises 20% a year, last sets to failure": Kind(_rises(0.2), failing=3),
    "falls 10% in 3 weeks, last sets to failure": Kind(
        _falls(21, 0.1), fell=21, failing=3
    ),
    "flat, 3 lifts, failure on half of the days": Kind(failing=3, sometimes=True),
    "failure costs 3% the next time": Kind(failing=3, sometimes=True, cost=0.03),
    "failure costs 5% the next time": Kind(failing=3, sometimes=True, cost=0.05),
    "failure costs 5% the next time, unrated": Kind(
        failing=3, sometimes=True, cost=0.05, rated=0
    ),
    "3 of 6 lifts to failure fall 10% in 6 weeks": Kind(
        _falls(42, 0.1), fell=42, lifts=6, failing=3, apart=True
    ),
    "3 of 6 lifts to failure fall, unrated": Kind(
        _falls(42, 0.1), fell=42, lifts=6, failing=3, apart=True, rated=0
    ),
    **_each("falls 10% in 3 weeks", truth=_falls(21, 0.1), fell=21),
    **_each("falls 12.5% in 90 days", truth=_falls(90, 0.125), fell=90),
}


@dataclass(slots=True)
class Lifter:
    """Somebody who adds a step when eight reps left two, and takes one off after two
    sessions short of six."""

    kind: Kind
    random: Random
    loads: dict[str, float] = field(default_factory=dict)
    short: Counter[str] = field(default_factory=Counter)
    tired: set[str] = field(default_factory=set)

    def workouts(self) -> Iterator[Any]:
        """Every workout, the oldest first."""
        for day in (7 * week + of for week in range(WEEKS) for of in (0, 2, 4)):
            if 0 <= day - FALLS_ON < 7 * self.kind.away:
                continue
            light = self.kind.easy < 1 and day // 7 % 6 == 5
            today = self.random.gauss(0, self.kind.noise * DAY_NOISE)
            hard = not self.kind.sometimes or self.random.random() < 0.5
            fails = LIFTS[: self.kind.failing] if hard else ()
            lifts = [
                self._lift(day, light, one in fails, today, *one)
                for one in LIFTS[: self.kind.lifts]
            ]
            self.tired = {name for name, _ in fails}
            yield workout(*lifts, day=day, id=f"w{day}")

    def _lift(
        self, day: int, light: bool, fails: bool, today: float, name: str, kg: int
    ) -> Any:
        load = self.loads.setdefault(name, round(kg * 0.74 / STEP) * STEP)
        now = round(load * (self.kind.easy if light else 1) / STEP) * STEP
        own = self.kind.noise * (1 - DAY_NOISE**2) ** 0.5
        best = kg * self._truth(day, name) * exp(today + self.random.gauss(0, own))
        last = name == LIFTS[self.kind.lifts - 1][0]
        scale = self.kind.machine if last and day >= FALLS_ON else 1.0
        count = 2 if light else 3
        found: list[tuple[int, int, End | None]] = []
        for place in range(count):
            can = 37 - 36 * now / (best * (1 - 0.02 * place))
            if fails and place == count - 1:
                found.append((max(1, floor(can)), 0, End.TECHNICAL))
                continue
            reps, left = self._reps(can, 6 if light else None)
            found.append((reps, left, None))
        if not light:
            self._go_on(name, *found[0][:2])
        shown = round(now * scale / STEP) * STEP
        return entry(
            name,
            *(
                done(
                    shown,
                    reps,
                    left=left if end else self._rated(left),
                    end=end,
                    id=f"{day}{name}{place}",
                )
                for place, (reps, left, end) in enumerate(found)
            ),
        )

    def _truth(self, day: int, name: str) -> float:
        """The strength in a lift on a day, as a share of what it was."""
        fails = name in [lift for lift, _ in LIFTS[: self.kind.failing]]
        truth = self.kind.truth(day) if fails or not self.kind.apart else 1.0
        return truth * (1 - self.kind.cost if name in self.tired else 1.0)

    def _reps(self, can: float, most: int | None) -> tuple[int, int]:
        """The reps of a set of which so many are possible, and those called left."""
        felt = floor(can + self.random.gauss(0, 0.5)) - 2
        reps = max(1, min(most or min(8, felt), floor(can)))
        return reps, max(0, min(10, round(can - reps + self.random.gauss(0, CALLED))))

    def _rated(self, left: int) -> int | None:
        return left if self.random.random() < self.kind.rated else None

    def _go_on(self, name: str, reps: int, left: int) -> None:
        self.short[name] = self.short[name] + 1 if reps < 6 else 0
        if reps >= 8 and left >= 2:
            self.loads[name] += STEP
        elif self.short[name] >= 2:
            self.loads[name] -= STEP
            self.short[name] = 0


def memo() -> dict[str, Any]:
    """What makes further checks of a log faster, wherever this version keeps it."""
    for place in (
        "lift.verdicts",
        "lift.lifts",
        "lift.memo",
        "alerts.snapshot",
        "alerts.scene",
    ):
        with suppress(ImportError, AttributeError):
            return {"memo": import_module(f"befit_tui.analysis.{place}").Memo()}
    return {}


def raised(history: History, exercises: Any) -> Iterator[tuple[date, Alert]]:
    """Every alert that was not open, or less grave, after the training day before."""
    kept = memo()
    before: dict[tuple[str, str], Alert] = {}
    for day in dict.fromkeys(one.started_at.date() for one in history):
        found = check(history, exercises, as_of=day, **kept).alerts
        now = {(one.code, one.subject.id): one for one in found}
        for key, one in now.items():
            if key not in before or one.severity.rank < before[key].severity.rank:
                yield day, one
        before = now


def sundays(history: History, exercises: Any) -> Iterator[str]:
    """Whether failure pays or costs, by Sunday; nothing from a version without it."""
    with suppress(ImportError):
        paying = import_module("befit_tui.analysis.cards.paying").paying
        snapshot = import_module("befit_tui.analysis.alerts.snapshot").build
        limits = import_module("befit_tui.analysis.alerts.thresholds").Thresholds()
        kept = memo()
        for number in SUNDAYS:
            day = MONDAY.date() + timedelta(days=number)
            found = paying(
                snapshot(history, exercises, as_of=day, thresholds=limits, **kept)
            )
            yield str(found.answer) if found is not None else ""


HEAD = (
    "a lifter-year", "false falls", "fatigue", "stops", "stalls", "paying", "costing",
    "told", "by day 28", "median day",
)  # fmt: skip
SUNDAYS = range(FALLS_ON + 28, 7 * WEEKS, 14)
"""Days on which the sentence for Sunday is asked for, after a fall if there is one."""


def simulated(first: int, lifters: int, only: str) -> Iterator[tuple[str, ...]]:
    """The rows of the table of simulated lifters."""
    exercises = load_catalog().get
    for name, kind in KINDS.items():
        if only not in name:
            continue
        counts: Counter[str] = Counter()
        told: list[int] = []
        answers: Counter[str] = Counter()
        for seed in range(first, first + lifters):
            past = History(Lifter(kind, Random(seed)).workouts())
            answers.update(sundays(past, exercises))
            seen: set[str] = set()
            for day, one in raised(past, exercises):
                since = (day - MONDAY.date()).days - FALLS_ON
                if kind.fell and since > 0:
                    if one.code == "performance-drop" and one.subject.id not in seen:
                        told.append(since)
                        seen.add(one.subject.id)
                    continue
                counts[one.code] += 1
                # Two heavy failures are a fact, whatever the truth.
                false = one.severity == "stop" and one.code != "failure-high-risk"
                counts["stop"] += false
        days = FALLS_ON if kind.fell else 7 * (WEEKS - kind.away)
        years = lifters * days / 364
        codes = ("performance-drop", "fatigue-building", "stop", "stall")
        rates = (f"{counts[code] / years:.2f}" for code in codes)
        ways = ("paying", "costing")
        shares = (f"{answers[way] / max(1, answers.total()):.0%}" for way in ways)
        row = (name, *rates, *shares)
        falls = lifters * (kind.failing if kind.apart else kind.lifts)
        yield (*row, *_told(told, falls)) if kind.fell else row


def _told(days: list[int], falls: int) -> tuple[str, ...]:
    """What share of the falls was told, by day 28, and the median day."""
    early = sum(day <= 28 for day in days) / falls
    middle = f"{median(days):.0f}" if days else "-"
    return f"{len(days) / falls:.0%}", f"{early:.0%}", middle


def line(row: tuple[str, ...]) -> str:
    """A row of a table in Markdown."""
    return f"| {' | '.join((*row, *[''] * (len(HEAD) - len(row))))} |"


def replayed(path: Path) -> Iterator[str]:
    """The table of one log."""
    catalog = load_catalog()
    for place in ("import_export.importing", "importing"):
        with suppress(ImportError):
            parse_file = import_module(f"befit_tui.logbook.{place}").parse_file
            break
    rows = import_module("befit_tui.transfer.rows")
    if hasattr(rows, "ReadOptions"):
        log = parse_file(catalog.meaning, path, rows.ReadOptions(unit=Unit.KG))
    else:  # an older version
        log = parse_file(getattr(catalog, "resolve"), path, Unit.KG, None)  # noqa: B009
    past = History(log.workouts)
    found = Counter(
        (str(one.severity), one.code)
        for _, one in raised(past, catalog.with_own(log.exercises).get)
    )
    yield f"{path.name}: {len(past)} workouts, {found.total()} newly raised"
    for (severity, code), count in sorted(found.items()):
        yield f"  {severity:5} {code:26} {count:5}  {count / len(past):.3f} a session"


def main() -> None:
    """Print both tables, of this version and of the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("logs", nargs="*", type=Path)
    parser.add_argument("--lifters", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--only", default="", help="kinds of lifters with this in them")
    parser.add_argument("--against", type=Path, help="another checkout to compare with")
    asked = parser.parse_args()
    rule = ("---", *["--:"] * (len(HEAD) - 1))
    for row in chain((HEAD, rule), simulated(asked.first, asked.lifters, asked.only)):
        print(line(row), flush=True)
    for path in asked.logs:
        for said in replayed(path):
            print(said, flush=True)
    if asked.against:
        print(f"\n{asked.against}:", flush=True)
        env = os.environ | {"PYTHONPATH": str(asked.against.resolve())}
        chosen = ["--first", str(asked.first), "--lifters", str(asked.lifters)]
        chosen += ["--only", asked.only]
        same = [__file__, *chosen, *map(str, asked.logs)]
        run([sys.executable, *same], env=env, check=True)


if __name__ == "__main__":
    main()
