"""One line from the shell, where the plan is not in sight."""

from builders import MONDAY, done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.quick_log import log_line
from befit_tui.store.store import Store

BENCH = "bench-press-barbell"


def test_a_line_means_a_working_set_though_a_warm_up_is_planned(tmp_path):
    last = workout(entry(BENCH, done(40, 8, kind=Kind.WARMUP, id="w"), done(80, 6)))
    store = Store(tmp_path, clock=lambda: MONDAY)
    store.add_workouts([last], "last")
    ids = iter("abcd")
    logbook = Logbook(
        store, load_catalog(), clock=lambda: MONDAY, new_id=lambda: next(ids)
    )
    _, sets = log_line(logbook, "bench press 7@2")
    store.close()
    assert [(one.kind, one.load.value, one.reps) for one in sets] == [
        (Kind.WORK, 80, 7)
    ]
