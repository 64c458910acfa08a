"""The summary of a workout: after the last one of a week, whether the weeks pay."""

import pytest
from builders import done, entry, workout

from befit_tui.analysis.alerts import Thresholds
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.workout.summary import summarise

CATALOG = load_catalog()
TWICE_A_WEEK = [day + 7 * week for week in range(4) for day in (0, 3)]


def curls(day: int) -> Workout:
    sets = [done(30, 10, left=left, id=f"c{day}-{left}") for left in (2, 1, 0)]
    return workout(entry("bicep-curl-barbell", *sets), day=day)


def facts(now: int, before: list[int]) -> dict[str, str]:
    history = History(map(curls, before))
    cache = AlertCache(history, CATALOG.get, Thresholds())
    lifts = Lifts(history, CATALOG, lambda: cache)
    return dict(summarise(curls(now), lifts, (), Unit.KG).facts)


@pytest.mark.parametrize(
    ("now", "before", "last"),
    [
        (31, [*TWICE_A_WEEK, 28], True),
        (28, TWICE_A_WEEK, False),
        (0, [], False),
    ],
    ids=["the second of two", "the first of two", "the first ever"],
)
def test_the_last_workout_of_a_week_says_whether_it_pays(now, before, last) -> None:
    found = facts(now, before)
    assert ("these weeks" in found) is last
    if last:
        assert "10 of 30 sets to failure (33%)" in found["these weeks"]


def test_the_facts_are_counts() -> None:
    found = facts(0, [])
    assert (found["working sets"], found["failure sets"]) == ("3", "1 of 2")
