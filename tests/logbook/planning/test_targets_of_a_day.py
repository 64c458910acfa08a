"""The target said at the start of a lift stays, or what was logged is the reason."""

from collections.abc import Iterator

import pytest
from builders import done, entry, workout

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.planning.rows import repeat
from befit_tui.analysis.planning.targets import ALL_LEFT
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.planning.entry_plan import SPENT, plan_of
from befit_tui.logbook.workout.rows import SetRow, TitleRow, build_rows

CATALOG = load_catalog()
CURL, SQUAT = "bicep-curl-barbell", "squat-barbell"
CURLS = [(30.0, 12)] * 3
RAMP = [(80.0, 8), (100.0, 5), (85.0, 8)]


def past(exercise: str, sets: list, left: float | None, weeks: int = 8) -> History:
    """Two sessions a week of the same sets."""
    days = [7 * week + day for week in range(weeks) for day in (0, 3)]
    return History(
        workout(
            entry(
                exercise,
                *(
                    done(kg, reps, left=left, id=f"{day}{place}")
                    for place, (kg, reps) in enumerate(sets)
                ),
            ),
            day=day,
        )
        for day in days
    )


def titles(history: History, away: int, left: float) -> Iterator[TitleRow]:
    """The heading of the lift before each set of its next workout and at its end."""
    alerts = AlertCache(history, CATALOG.get, Thresholds())
    lifts = Lifts(history, CATALOG, lambda: alerts)
    last = list(history)[-1]
    start = workout(day=(last.day - next(iter(history)).day).days + away).started_at
    now = repeat(last, new_id="now", started_at=start)
    for _ in last.sets:
        rows = build_rows(now, lifts)
        yield next(row for row in rows if isinstance(row, TitleRow))
        row = next(row for row in rows if isinstance(row, SetRow) and row.is_waiting)
        now = logged(now, row, left)
    yield next(row for row in build_rows(now, lifts) if isinstance(row, TitleRow))


def logged(now: Workout, row: SetRow, left: float) -> Workout:
    """The workout with a set as its row shows it."""
    shown = row.planned
    one = LoggedSet(id=f"s{row.place}", load=shown.load, reps=shown.reps, left=left)
    first = replace(now.entries[0], sets=(*now.entries[0].sets, one))
    return replace(now, entries=(first,), rev=now.rev + 1)


@pytest.mark.parametrize("rated", [2.0, None], ids=["rated", "unrated"])
@pytest.mark.parametrize("away", [3, 40], ids=["as usual", "after a break"])
@pytest.mark.parametrize("sets", [CURLS, RAMP], ids=["across", "ramp"])
@pytest.mark.parametrize("exercise", [CURL, SQUAT])
def test_the_target_of_a_lift_stays(exercise, sets, away, rated) -> None:
    found = list(titles(past(exercise, sets, rated), away, 2.0))
    assert len({one.zone.words for one in found}) == 1
    assert len({one.zone.stop_short for one in found}) == 1


@pytest.mark.parametrize(
    ("phase", "plan"), [(None, "3 sets"), (Phase.STRENGTH, "3 × 3-6")]
)
def test_the_heading_names_the_reps_of_the_block(phase, plan) -> None:
    log = past(SQUAT, [(60.0, 12)] * 3, 2.0)
    alerts = AlertCache(log, CATALOG.get, Thresholds())
    start = workout(day=59).started_at
    now = repeat(list(log)[-1], new_id="now", started_at=start)
    title, *_ = build_rows(
        replace(now, phase=phase), Lifts(log, CATALOG, lambda: alerts)
    )
    assert isinstance(title, TitleRow)
    assert title.plan == plan


def test_failure_sets_that_are_used_up_are_said() -> None:
    found = list(titles(past(CURL, CURLS, 2.0), 3, 0.0))
    assert [one.zone.words for one in found] == ["failure ok last"] * 2 + [
        "1-2 left"
    ] * 2
    assert [SPENT in one.why for one in found] == [False, False, True, True]


def test_nobody_is_told_to_keep_a_rep_whose_reps_come_first() -> None:
    found = list(titles(past(CURL, [(30.0, 12)] * 4, None), 3, 0.0))
    assert any(one.zone.low == 0 for one in found[3:])
    assert not any(SPENT in one.why for one in found if one.zone.low == 0)


@pytest.mark.parametrize("rated", [2.0, None], ids=["rated", "unrated"])
def test_sets_that_lead_up_stay_as_they_were(rated) -> None:
    ramp = [done(40, 8, id="a"), done(70, 5, id="b")]
    work = [done(100, 5, left=rated, id=f"w{place}") for place in range(3)]
    log = History(workout(entry(SQUAT, *ramp, *work), day=3 * n) for n in range(8))
    alerts = AlertCache(log, CATALOG.get, Thresholds())
    start = workout(day=24).started_at
    now = repeat(list(log)[-1], new_id="now", started_at=start)
    plan = plan_of(now, 0, Lifts(log, CATALOG, lambda: alerts), Unit.KG).working
    assert [row.reps for row in plan[:2]] == [8, 5]
    # What was easy by far is to leave no number of reps.
    assert [row.zone.high >= ALL_LEFT for row in plan] == [True] * 2 + [False] * 3


def test_warm_ups_of_another_unit_are_loads_that_there_are() -> None:
    warm_ups = [done(37.5, 10, id="a", kind=Kind.WARMUP)]
    log = History(
        [workout(entry(SQUAT, *warm_ups, done(80, 8, left=2, id="b")), day=0)]
    )
    alerts = AlertCache(log, CATALOG.get, Thresholds())
    now = repeat(list(log)[-1], new_id="now", started_at=workout(day=3).started_at)
    first, *_ = plan_of(now, 0, Lifts(log, CATALOG, lambda: alerts), Unit.LB).rows
    assert first.load == Load(80, Unit.LB)
