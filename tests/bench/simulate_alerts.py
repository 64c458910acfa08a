"""False alerts and missed drops of the performance rule, over many simulated lifters.

Run it with ``python tests/bench/simulate_alerts.py [SEEDS]``. A flat lifter trains a
lift three times a week for a year; a falling one loses 5 or 10% after 30 sessions, and
the alert has three sessions to see it.
"""

import sys
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
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

from befit_tui.analysis.alerts import Thresholds, check
from befit_tui.domain.history import History

YEAR = 156


def is_open(history: History, session: int, limits: Thresholds) -> bool:
    as_of = (MONDAY + timedelta(days=day_of_session(session))).date()
    found = check(history, lambda _: BENCH, as_of=as_of, thresholds=limits)
    return any(alert.code == "performance-drop" for alert in found.alerts)


def false_alerts(seed: int, noise: float, setter: Setter, limits: Thresholds) -> int:
    history = history_of(seed, noise, sessions=YEAR, setter=setter)
    states = [is_open(history, session, limits) for session in range(YEAR)]
    return sum(now and not before for before, now in pairwise([False, *states]))


def caught(
    seed: int, noise: float, drop: float, setter: Setter, limits: Thresholds
) -> bool:
    history = history_of(seed, noise, sessions=33, drop=drop, setter=setter)
    return any(is_open(history, session, limits) for session in (30, 31, 32))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(seeds: int) -> None:
    for setter in (weighed_finely, by_whole_reps):
        say(setter.__name__)
        say("multiplier  noise  false alerts a year   -10% caught   -5% caught")
        for multiplier in (1.5, 1.75):
            limits = replace(Thresholds(), drop_errors=multiplier * 1.15)
            for noise in (0.015, 0.025, 0.035, 0.045):
                flat = [false_alerts(s, noise, setter, limits) for s in range(seeds)]
                ten = [caught(s, noise, 0.10, setter, limits) for s in range(seeds)]
                five = [caught(s, noise, 0.05, setter, limits) for s in range(seeds)]
                say(
                    f"{multiplier:10}  {noise:5.1%}  {sum(flat) / seeds:19.2f}"
                    f"  {sum(ten) / seeds:12.0%} {sum(five) / seeds:12.0%}",
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
