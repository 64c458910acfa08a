"""Corrections of the past: one step of undo each, also after a restart."""

import os
from contextlib import contextmanager
from datetime import timedelta, timezone

import pytest
from builders import MONDAY, done, entry, in_past, kg, workout
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import EntryError, StoreError
from befit_tui.domain.grammar.entry_sets import manner_of
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import EffortScale, End, Form, Kind
from befit_tui.domain.workout import CheckIn, LoggedSet
from befit_tui.logbook.history.corrections import merge, move, set_times, split
from befit_tui.logbook.history.set_corrections import (
    add_sets,
    edit_set,
    line_of,
    rewritten,
    row_of,
)
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import TypedRow, logged_as
from befit_tui.store.store import Store

BENCH, SQUAT, CURL = "bench-press-barbell", "squat-barbell", "hammer-curl-dumbbell"
CATALOG = load_catalog()
NOW = MONDAY + timedelta(days=21)

MORNING = workout(
    entry(
        BENCH,
        done(80, 8, id="b1", left=2, at=MONDAY + timedelta(minutes=10)),
        done(80, 7, id="b2", left=1, note="elbow", at=MONDAY + timedelta(minutes=14)),
        superset=1,
    ),
    entry(CURL, done(14, 12, id="c1", at=MONDAY + timedelta(minutes=30)), superset=1),
    name="Push",
    id="push",
)
EVENING = workout(
    entry(SQUAT, done(100, 5, id="s1"), superset=1),
    entry(CURL, done(14, 10, id="c2"), superset=1),
    day=1,
    id="legs",
    name="Legs",
    note="late",
    checkin=CheckIn(sleep=3),
    session_rpe=8,
    focus=4,
)


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@contextmanager
def log(folder, *past):
    store = Store(folder, clock=lambda: NOW)
    try:
        if past:
            store.add_workouts(past, "past")
        yield Logbook(store, CATALOG, clock=lambda: NOW, new_id=id_maker(lambda: NOW))
    finally:
        store.close()


def without_rev(history):
    return [(one.id, one.name, one.started_at, one.entries) for one in history]


def sets_of(logbook, workout_id):
    return in_past(logbook, workout_id).sets


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("82.5x8@2", {"load": kg(82.5)}),
        ("80x9@2", {"reps": 9}),
        ("80x8@f", {"left": 0, "end": End.TECHNICAL, "form": Form.INTACT}),
        ("80x8@s2", {"form": Form.SLIPPED, "left": 2, "end": End.STOPPED}),
        ("80x8", {"left": None, "end": None, "form": None}),
        ("8@2", {}),
        ("80x8@2w", {"kind": Kind.WARMUP}),
        ("80x8@2 # belt", {"note": "belt"}),
        ("+2.5x8@2", {"load": kg(82.5)}),
        ("180lbx8@2", {"load": Load(180, Unit.LB)}),
    ],
)
def test_a_set_is_corrected_by_its_line(tmp_path, line, fields):
    with log(tmp_path, MORNING) as logbook:
        first = MORNING.sets[0]
        assert line_of(first, row_of(logbook, MORNING.entries[0], first)) == "80x8@2"
        edit_set(logbook, in_past(logbook, "push"), "b1", line)
        found, untouched, _ = sets_of(logbook, "push")
        was = MORNING.sets[0]
        for name in ("load", "reps", "left", "end", "form", "kind", "note", "at"):
            assert getattr(found, name) == fields.get(name, getattr(was, name)), name
        assert untouched == MORNING.sets[1]


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize(
    ("line", "run"), [("2.1km", (2100, 480)), ("8:10", (2000, 490))]
)
def test_a_distance_that_is_corrected_keeps_its_time_and_a_time_its_distance(
    tmp_path, line, run, anew
):
    ran = done(None, None, id="r", metres=2000.0, seconds=480.0)
    with log(tmp_path, workout(entry("running", ran), id="run")) as logbook:
        edit_set(logbook, in_past(logbook, "run"), "r", line, anew=anew)
        (found,) = sets_of(logbook, "run")
        assert (found.metres, found.seconds) == run


def test_what_cannot_be_read_changes_nothing(tmp_path):
    with log(tmp_path, MORNING) as logbook:
        for line in ("x", "", "80x8x3", "82.5"):
            with pytest.raises(EntryError):
                edit_set(logbook, in_past(logbook, "push"), "b1", line)
        assert sets_of(logbook, "push") == MORNING.sets


def maybe(strategy):
    return st.none() | strategy


likely_sets = st.builds(
    LoggedSet,
    id=st.just("any"),
    kind=st.sampled_from(Kind),
    load=maybe(st.builds(Load, st.integers(0, 99_999).map(lambda n: n / 100),
                         st.sampled_from(Unit))),
    reps=maybe(st.integers(1, 100)),
    extra_reps=maybe(st.integers(1, 5)),
    left=maybe(st.sampled_from([0, 0.5, 1, 2.5, 10])),
    end=maybe(st.sampled_from(End)),
    form=maybe(st.sampled_from(Form)),
    rpe=maybe(st.sampled_from([7, 9.5])),
    seconds=maybe(st.integers(1, 9999).map(lambda n: n / 10)),
    metres=maybe(st.integers(1, 9999)),
    note=st.text("ab #@x8", max_size=8).map(str.strip),
)  # fmt: skip


def row(exercise, done, scale=EffortScale.LEFT):
    """The row that a set is corrected on, in kilograms."""
    lift, shown = CATALOG.get(exercise), logged_as(done)
    return TypedRow(lift, shown, manner_of(lift, shown, Unit.KG, scale))


@settings(max_examples=300)
@given(
    likely_sets,
    st.sampled_from([BENCH, "plank", "rowing-machine", "pull-up", "pull-up-assisted"]),
    st.sampled_from(EffortScale),
)
def test_an_unchanged_line_changes_nothing(any_set, exercise, scale):
    nothing_done = (any_set.reps, any_set.seconds, any_set.metres) == (None,) * 3
    on = row(exercise, any_set, scale)
    line = line_of(any_set, on)
    if nothing_done:
        with pytest.raises(EntryError):
            rewritten(any_set, line, on)
    else:
        assert rewritten(any_set, line, on) == any_set


@pytest.mark.parametrize(
    ("rating", "line", "left"),
    [
        ({"left": 2}, "80x8@8", 2),
        ({"left": 1.5, "rpe": 8.5}, "80x8@8.5", 1.5),
        ({"left": 7}, "80x8@rir7", 7),  # no RPE says how many more than four
        ({"rpe": 5}, "80x8@5", None),
        ({}, "80x8", None),
    ],
)
def test_who_rates_by_rpe_corrects_by_rpe(rating, line, left):
    rated = LoggedSet(id="r", load=kg(80), reps=8, **rating)
    on = row(BENCH, rated, EffortScale.RPE)
    assert line_of(rated, on) == line
    easier = rewritten(rated, "80x8@7", on)
    assert (easier.left, easier.rpe) == (3, 7)


def test_a_rating_taken_out_takes_the_imported_one_with_it():
    rated = LoggedSet(id="r", load=kg(80), reps=8, left=1, rpe=9, seconds=40)
    found = rewritten(rated, "80x8", row(BENCH, rated))
    assert (found.left, found.rpe, found.seconds) == (None, None, 40)


def test_forgotten_sets_are_added(tmp_path):
    with log(tmp_path, MORNING) as logbook:
        add_sets(logbook, in_past(logbook, "push"), 0, "=x2")
        assert [s.reps for s in sets_of(logbook, "push")] == [8, 7, 7, 7, 12]


def test_a_moved_workout_takes_its_times_along_and_comes_back(tmp_path):
    with log(tmp_path, MORNING, EVENING) as logbook:
        before = without_rev(logbook.past())
        moved = move(logbook, in_past(logbook, "push"), "2026-10-31")
        assert moved.started_at == MONDAY - timedelta(days=2)
        assert moved.sets[0].at == MORNING.sets[0].at - timedelta(days=2)
        assert [one.month for one in logbook.history] == ["2026-10", "2026-11"]
    with log(tmp_path) as logbook:
        assert logbook.undo() == "day of Push"
        assert without_rev(logbook.past()) == before
        assert logbook.redo() == "day of Push"
        assert in_past(logbook, "push").sets == moved.sets


def test_a_workout_moved_into_summer_keeps_its_time_on_the_wall(tmp_path):
    def here(wall):
        return wall.replace(tzinfo=timezone(timedelta(hours=1 + (wall.month == 7))))

    with log(tmp_path, MORNING) as logbook:
        logbook.here = here
        moved = move(logbook, MORNING, "2026-07-15")
    assert f"{moved.started_at:%H:%M%z}" == f"{MORNING.started_at:%H:%M}+0200"
    assert moved.ended_at - moved.started_at == timedelta(hours=1)
    assert f"{moved.ended_at:%H:%M}" == f"{MORNING.ended_at:%H:%M}"


def test_no_workout_is_moved_ahead(tmp_path):
    late = workout(entry(BENCH, done(80, 8)), day=20, id="late")
    late = type(late)(
        id="late", started_at=NOW - timedelta(hours=20), entries=late.entries,
        ended_at=NOW - timedelta(hours=19),
    )  # fmt: skip
    with log(tmp_path, late) as logbook, pytest.raises(EntryError):
        move(logbook, late, "today")


def test_times_are_set(tmp_path):
    with log(tmp_path, MORNING) as logbook:
        found = set_times(logbook, in_past(logbook, "push"), "17:30-18:45")
        assert (found.ended_at - found.started_at).total_seconds() == 75 * 60
        with pytest.raises(EntryError, match="end before it starts"):
            set_times(logbook, found, "19:00")


def test_two_workouts_become_one_in_one_step(tmp_path):
    with log(tmp_path, MORNING, EVENING) as logbook:
        before = without_rev(logbook.past())
        merged = merge(logbook, EVENING, MORNING)
        assert [one.id for one in logbook.past()] == ["push"]
        assert merged.sets == MORNING.sets + EVENING.sets
        assert (merged.name, merged.note, merged.checkin) == (
            "Push", "late", CheckIn(sleep=3),
        )  # fmt: skip
        assert (merged.session_rpe, merged.focus) == (8, 4)
        assert [one.superset for one in merged.entries] == [1, 1, 3, 3]
        assert merged.ended_at == EVENING.ended_at
    with log(tmp_path) as logbook:
        assert logbook.undo() == "merged Legs, Tue 3 Nov 2026"
        assert without_rev(logbook.past()) == before


def test_one_workout_becomes_two_where_the_first_sets_were_over(tmp_path):
    with log(tmp_path, MORNING) as logbook:
        before = without_rev(logbook.past())
        second = split(logbook, in_past(logbook, "push"), 1)
        first = in_past(logbook, "push")
        assert first.sets == MORNING.sets[:2]
        assert first.ended_at == second.started_at == MORNING.sets[1].at
        assert second.sets == MORNING.sets[2:]
        assert second.ended_at == MORNING.ended_at
        assert len(logbook.past()) == 2
        logbook.undo()
        assert without_rev(logbook.past()) == before
        for nowhere in (0, 2):
            with pytest.raises(EntryError, match="others before it"):
                split(logbook, in_past(logbook, "push"), nowhere)


def test_a_split_without_times_shares_the_hour_by_sets(tmp_path):
    plain = workout(entry(BENCH, done(80, 8), done(80, 7), done(80, 6)),
                    entry(CURL, done(14, 9)), id="plain")  # fmt: skip
    with log(tmp_path, plain) as logbook:
        second = split(logbook, plain, 1)
        assert second.started_at == MONDAY + timedelta(minutes=45)


def test_a_workout_that_is_gone_cannot_be_changed(tmp_path):
    with log(tmp_path, MORNING, EVENING) as logbook:
        logbook.delete(MORNING)
        with pytest.raises(StoreError, match="'Push' is no longer in the log"):
            merge(logbook, EVENING, MORNING)
        assert len(logbook.past()) == 1
