"""Numbers of a file that may be slips, and those that are right however large."""

import pytest
from builders import done, entry, kg, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.value import replace
from befit_tui.transfer.doubts import doubts

CATALOG = load_catalog()


def doubted(exercise, *sets):
    """The lines of one day's sets, from 1, that are doubted; each is load and reps."""
    made = [
        replace(done(1, reps, id=f"s{line}"), load=kg(load) if load else None)
        for line, (load, reps) in enumerate(sets, 1)
    ]
    lines = {one.id: line for line, one in enumerate(made, 1)}
    log = [workout(entry(exercise, *made))]
    return [one.line for one in doubts(log, lines, CATALOG.get)]


@pytest.mark.parametrize(
    ("exercise", "sets", "lines"),
    [
        ("bicep-curl-dumbbell", [(14, 10), (400, 10)], [2]),
        ("lateral-raise-machine", [(300, 10)], [1]),
        ("overhead-press-barbell", [(50, 8), (500, 8)], [2]),
        ("lat-pulldown-cable", [(60, 8), (600, 8)], [2]),
        ("bench-press-barbell", [(350, 1)], []),
        ("deadlift-barbell", [(400, 1)], []),
        ("leg-press-machine", [(500, 8)], []),
        ("bench-press-barbell", [(60, 500)], [1]),
        ("push-up", [(None, 100)], []),
        ("push-up", [(None, 500)], [1]),
        ("jump-rope", [(None, 500)], []),
        ("bench-press-barbell", [(20, 15), (60, 8), (100, 5)], []),
        ("bench-press-barbell", [(80, 8), (80, 8), (800, 8)], [3]),
    ],
)
def test_what_nobody_does_is_doubted(exercise, sets, lines):
    assert doubted(exercise, *sets) == lines
