"""False alerts and missed drops of the performance rules, over many simulated lifters.

Run it with ``python tests/bench/simulate_alerts.py [SEEDS]``. A flat lifter trains a
lift three times a week for a year; a falling one loses 5 or 10% after 30 sessions, and
the alert has three sessions to see it. Two tables: the drop rule by its multiplier, and
every rule about performance as it is shipped, together.
"""

import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import MONDAY
from lifters import (
    Setter,
    by_whole_reps,
    day_of_session,
    history_of,
    weighed_finely,
)
from lifts import BENCH

from befit_tui.analysis.alerts import Alert, Thresholds
from befit_tui.analysis.alerts.judging import LIFT_RULES
from befit_tui.analysis.alerts.snapshot import Memo, build
from befit_tui.domain.history import History

YEAR = 156
NOISES = (0.015, 0.025, 0.035, 0.045)
CODES = ("performance-drop", "effort-drift", "stall", "set-drop-off", "inconsistent")


def open_codes(
    history: History,
    session: int,
    limits: Thresholds,
    memo: Memo,
    codes: tuple[str, ...],
) -> set[str]:
    as_of = (MONDAY + timedelta(days=day_of_session(session))).date()
    snapshot = build(
        history, lambda _: BENCH, as_of=as_of, thresholds=limits, memo=memo
    )
    return {
        code
        for code in codes
        for found in LIFT_RULES[code](snapshot, BENCH)
        if isinstance(found, Alert)
    }


def false_alerts(
    seed: int,
    noise: float,
    setter: Setter,
    limits: Thresholds,
    codes: tuple[str, ...] = CODES[:1],
    sets: int = 1,
) -> Counter[str]:
    history = history_of(seed, noise, sessions=YEAR, setter=setter, sets=sets)
    raised: Counter[str] = Counter()
    memo, before = Memo(), set[str]()
    for session in range(YEAR):
        now = open_codes(history, session, limits, memo, codes)
        raised.update(now - before)
        before = now
    return raised


def caught(
    seed: int, noise: float, drop: float, setter: Setter, limits: Thresholds
) -> bool:
    history = history_of(seed, noise, sessions=33, drop=drop, setter=setter)
    return any(
        open_codes(history, session, limits, Memo(), CODES[:1])
        for session in (30, 31, 32)
    )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def drops(setter: Setter, seeds: int) -> None:
    say(f"performance-drop, {setter.__name__}")
    say("multiplier  noise  false alerts a year   -10% caught   -5% caught")
    for multiplier in (1.5, 1.75):
        limits = replace(Thresholds(), drop_errors=multiplier * 1.15)
        for noise in NOISES:
            case = (noise, setter, limits)
            found = [drop_case(seed, *case) for seed in range(seeds)]
            flat, ten, five = (sum(kind) / seeds for kind in zip(*found, strict=True))
            figures = f"{flat:19.2f}  {ten:12.0%} {five:12.0%}"
            say(f"{multiplier:10}  {noise:5.1%}  {figures}")


def drop_case(
    seed: int, noise: float, setter: Setter, limits: Thresholds
) -> tuple[int, bool, bool]:
    """False alerts of a flat year; whether drops of 10% and of 5% are caught."""
    flat = false_alerts(seed, noise, setter, limits).total()
    ten = caught(seed, noise, 0.10, setter, limits)
    return flat, ten, caught(seed, noise, 0.05, setter, limits)


def together(setter: Setter, seeds: int) -> None:
    say(f"every rule about performance, flat lifter of three sets, {setter.__name__}")
    say("noise  " + "".join(f"{code:>18}" for code in CODES) + "  together")
    for noise in NOISES:
        counts: Counter[str] = Counter()
        for seed in range(seeds):
            counts += false_alerts(seed, noise, setter, Thresholds(), CODES, sets=3)
        cells = "".join(f"{counts[code] / seeds:18.2f}" for code in CODES)
        say(f"{noise:5.1%}  {cells}  {counts.total() / seeds:8.2f}")


def main(seeds: int) -> None:
    for setter in (weighed_finely, by_whole_reps):
        together(setter, seeds)
    for setter in (weighed_finely, by_whole_reps):
        drops(setter, seeds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
