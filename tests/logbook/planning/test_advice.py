"""An alert about a load names the one that the plan of the lift does."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout
from logbook.planning.test_planning import logbook

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.workout import SetTarget, Target
from befit_tui.logbook.planning.next_time import advised, plan_on

BENCH = "bench-press-barbell"
PLAN = Target(sets=(SetTarget(reps=(8, 12)),))


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("reps", [5, 16])
def test_the_next_load_is_that_of_the_plan(tmp_path, reps, unit) -> None:
    set_ = done(90, reps, left=0)
    set_ = type(set_)(id="x", load=Load(90, unit), reps=reps, left=0)
    log = workout(entry(BENCH, set_, target=PLAN), day=18)
    at = MONDAY + timedelta(days=18, hours=4)
    with logbook(tmp_path, log, now=at) as book:
        found = book.alerts.open(at.date()).alerts
        (alert,) = [
            one
            for one in advised(found, book, at.date())
            if one.code.startswith("load-too")
        ]
        plan = plan_on(book, book.catalog.get(BENCH), at, None)
        load = plan.working[0].load
        assert alert.advice == f"Next time {load}."
        assert (load.value > 90) is (reps > 12)


def test_where_the_plan_goes_another_way_it_says_why(tmp_path) -> None:
    days = [
        workout(
            entry(BENCH, *(done(90, reps, left=0, id=f"{n}{k}") for k in "ab")),
            day=3 * n,
            id=f"w{n}",
        )
        for n, reps in enumerate([11, 11, 11, 11, 11, 6])
    ]
    at = MONDAY + timedelta(days=15, hours=4)
    with logbook(tmp_path, *days, now=at) as book:
        found = advised(book.alerts.open(at.date()).alerts, book, at.date())
        (alert,) = [one for one in found if one.code == "load-too-heavy"]
        plan = plan_on(book, book.catalog.get(BENCH), at, None)
        assert plan.working[0].load == kg(90)
        assert alert.advice == f"Next time 90 kg: {plan.why}."
