"""The log as text, edited and imported: the workout it was written from changes."""

from datetime import UTC, timedelta

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form
from befit_tui.domain.workout import CheckIn, Source
from befit_tui.transfer.formats.text_log import to_text
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.plan import Choices, plan_import

NAME_OF = load_catalog().get
RATED = {"end": End.STOPPED, "form": Form.INTACT}
BENCH = replace(
    entry(
        "bench-press-barbell",
        done(100, 5, left=2.0, rest_s=90.0, **RATED),
        done(100, 5, left=1.0, rest_s=180.0, **RATED),
        done(100, 4, left=0.0, end=End.TECHNICAL, form=Form.INTACT, rest_s=200.0),
    ),
    note="elbows in",
)
PLANK = replace(entry("plank", done(None, None, seconds=60)), superset=1)
ONE = replace(
    workout(BENCH, PLANK, name="Push A", note="slept well"),
    rev=6,
    started_at=MONDAY.replace(second=36),
    checkin=CheckIn(sleep=3),
)
OTHER = workout(PLANK, name="Core", day=-3, id="other")
LOG = (ONE, OTHER)


def text_of(log=LOG):
    return to_text(log, lambda one: NAME_OF(one).name, Unit.KG)


def plan(read, old="", new="", log=LOG, written=None, **choices):
    text = text_of(written or log)
    assert old in text
    return plan_import(read(text.replace(old, new, 1)), log, Choices(**choices))


@pytest.mark.parametrize(
    "log",
    [
        LOG,
        [replace(ONE, source=Source("hevy", "key", "said")), OTHER],
        [replace(ONE, ended_at=None)],
        [replace(ONE, entries=(BENCH, PLANK, BENCH, BENCH, entry("squat-barbell")))],
        [replace(ONE, started_at=ONE.started_at.astimezone(UTC))],
    ],
)
def test_a_file_that_nobody_edited_changes_nothing(read, log):
    found = plan(read, log=log)

    assert found.is_empty
    assert found.duplicates == sum(len(one.sets) for one in log)
    assert not found.differences


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("100x4@f", "100x3@f", (0, 1, 0)),
        ("100x5@1", "102.5x5@1", (0, 1, 0)),
        ("100x4@f", "100x4@f 90x5@2", (1, 0, 0)),
        ("100x5@1 ", "", (0, 0, 1)),
        ("Push A", "Push B", (0, 0, 0)),
        ("slept well", "slept badly", (0, 0, 0)),
        ("elbows in", "elbows out", (0, 0, 0)),
        ("11-02 18:00", "11-02 17:30", (0, 0, 0)),
        ("2026-11-02", "2026-11-03", (0, 0, 0)),
    ],
)
def test_an_edited_workout_is_changed_not_doubled(read, old, new, counts):
    found = plan(read, old, new)

    assert (found.sets, found.updated, found.deleted) == counts
    assert not found.add
    ((stands, now),) = found.changed
    assert (stands, now.id, now.source) == (ONE, ONE.id, None)
    assert new in text_of([now])
    # Taken over, the file says nothing new.
    assert plan(read, old, new, [now, OTHER], written=LOG).is_empty


def test_what_the_text_has_no_place_for_stays(read):
    ((_, now),) = plan(read, "100x4@f", "100x3@f").changed

    assert [one.rest_s for one in now.entries[0].sets] == [90.0, 180.0, 200.0]
    assert (now.checkin, now.started_at) == (ONE.checkin, ONE.started_at)
    assert now.entries[1:] == ONE.entries[1:]
    assert [one.id for one in now.sets] == [one.id for one in ONE.sets]


def test_what_was_changed_here_since_stays_and_is_named(read):
    bench = replace(BENCH, sets=(*BENCH.sets[:2], replace(BENCH.sets[2], reps=2)))
    here = replace(ONE, rev=7, entries=(bench, PLANK))

    kept = plan(read, "100x4@f", "100x3@f", [here, OTHER], written=LOG)
    taken = plan(read, "100x4@f", "100x3@f", [here, OTHER], written=LOG, take_file=True)

    [conflict] = kept.differences
    assert (conflict.what, conflict.here[1].reps, conflict.there[1].reps) == (
        What.CONFLICT, 2, 3,
    )  # fmt: skip
    assert not kept.changed
    assert [now.sets[2].reps for _, now in taken.changed] == [3]


def test_a_workout_that_somebody_wrote_into_the_file_is_new(read):
    again = "\n\n2026-11-07 18:00 Push A\nBench Press (Barbell): 100x6@2\n"
    parsed = read(text_of() + again)

    [new] = plan_import(parsed, LOG).add

    assert (new.day - MONDAY.date(), len(new.sets)) == (timedelta(days=5), 1)


def test_a_day_without_a_time_is_the_workout_of_that_name_where_most_is_equal(read):
    text = "unit: kg\n2026-11-02 Push A\nBench Press (Barbell): 100x5@2 100x5@1 100x3\n"

    found = plan_import(read(text), [replace(ONE, entries=(BENCH,))])

    assert found.is_empty
    assert [stands.name for _, stands in found.left_out] == ["Push A"]
