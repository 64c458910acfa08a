"""What an import does to the log: all of it or nothing, and never twice."""

import os
from datetime import timedelta
from itertools import count

import pytest
from builders import MONDAY, done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import ImportRefusedError, StoreError, UnitNeededError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Library
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.logbook.import_export.exporting import export_log
from befit_tui.logbook.import_export.importing import commit, preview_files
from befit_tui.logbook.import_export.outcome import facts
from befit_tui.logbook.logbook import Logbook
from befit_tui.store import history
from befit_tui.store.store import Store
from befit_tui.transfer.export import to_json
from befit_tui.transfer.plan import Choices
from befit_tui.transfer.rows import ReadOptions

HEAD = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,"
    "Weight,Reps,Distance,Seconds,RPE"
)
CATALOG = load_catalog()
KG = ReadOptions(unit=Unit.KG)
SQUATS = "2026-10-05 18:00:00,Legs,1h,Squat (Barbell),{},100,5,0,0,"
OWN = "2026-10-06 18:00:00,Odd,1h,Log Toss,1,60,5,0,0,"


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def open_log(tmp_path):
    """Opens a log in a folder; ``readonly`` for looking only."""
    stores, ids = [], count(1)

    def opened(folder="data", **options):
        store = Store(tmp_path / folder, clock=lambda: MONDAY, **options)
        stores.append(store)
        return Logbook(
            store,
            CATALOG,
            clock=lambda: MONDAY,
            new_id=lambda: f"id-{next(ids)}",
        )

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def logbook(open_log):
    return open_log()


@pytest.fixture
def file(tmp_path):
    """Writes a file of these lines, or of this text."""

    def write(*lines, name="strong.csv"):
        path = tmp_path / name
        text = "\n".join((HEAD, *lines, "")) if lines[0][0] != "{" else lines[0]
        path.write_text(text, encoding="utf-8")
        return path

    return write


def take_in(logbook, *paths):
    previews = preview_files(logbook, paths, KG)
    return previews, commit(logbook, previews)


def test_the_log_follows_at_once(logbook, file):
    take_in(logbook, file(SQUATS.format(1), OWN))
    assert [found.name for found in logbook.history] == ["Legs", "Odd"]
    assert logbook.has_filed
    assert logbook.catalog.get("own-log-toss").name == "Log Toss"
    assert list(logbook.history) == list(logbook.store.read_month("2026-10"))


def test_the_whole_log_is_looked_through(open_log, file):
    old = [
        workout(entry("plank"), id=f"old-{months}", day=-31 * months)
        for months in range(1, 6)
    ]
    first = open_log()
    first.store.add_workouts(old, "old")
    take_in(first, file(SQUATS.format(1)))
    first.store.close()
    [preview] = preview_files(open_log(), [file(SQUATS.format(1))], KG)
    assert (preview.plan.sets, preview.plan.duplicates) == (0, 1)


def test_the_second_file_is_compared_with_the_first(logbook, file):
    one = file(SQUATS.format(1), name="one.csv")
    two = file(SQUATS.format(1), SQUATS.format(2), name="two.csv")
    (first, second), _ = take_in(logbook, one, two)
    assert (first.plan.sets, first.plan.duplicates) == (1, 0)
    assert (second.plan.sets, second.plan.duplicates) == (1, 1)
    [found] = logbook.history
    assert len(found.sets) == 2


def test_a_longer_export_extends_what_was_imported(logbook, file):
    for sets in (1, 2, 3):
        take_in(logbook, file(*(SQUATS.format(n + 1) for n in range(sets))))
    [found] = logbook.store.read_month("2026-10")
    assert len(found.sets) == 3


def test_what_was_changed_here_stays(logbook, file):
    take_in(logbook, file(SQUATS.format(1)))
    [found] = logbook.history
    logbook.store.change([(found, replace(found, name="Mine"))], "rename")
    logbook.follow_import(logbook.store.read_month("2026-10"))
    (preview,), _ = take_in(logbook, file(SQUATS.format(1), SQUATS.format(2)))
    assert (preview.plan.sets, preview.updated, preview.plan.duplicates) == (1, 0, 1)
    assert [one.name for one in logbook.store.read_month("2026-10")] == ["Mine"]


def test_a_workout_that_was_deleted_here_stays_so(logbook, file):
    take_in(logbook, file(SQUATS.format(1)))
    [found] = logbook.history
    logbook.delete(found)

    (preview,), _ = take_in(logbook, file(SQUATS.format(1)))
    assert (preview.plan.sets, preview.plan.duplicates) == (0, 1)
    assert ("workouts deleted", "1 were deleted here and stay so") in facts(preview)
    assert not logbook.history

    both = Choices(keep_both=True)
    [wanted] = preview_files(logbook, [file(SQUATS.format(1))], KG, both)
    assert wanted.plan.sets == 1

    logbook.undo()
    assert [one.entries for one in logbook.history] == [found.entries]
    (preview,), _ = take_in(logbook, file(SQUATS.format(1), SQUATS.format(2)))
    assert (preview.plan.sets, preview.plan.duplicates) == (1, 1)


def test_undo_takes_the_workouts_out_again(logbook, file):
    take_in(logbook, file(SQUATS.format(1), OWN))
    assert logbook.undo() == "import of strong.csv"
    assert list(logbook.history) == []
    logbook.redo()
    assert len(logbook.history) == 2


def test_a_failing_disk_leaves_everything_as_it_was(logbook, file, monkeypatch):
    take_in(logbook, file(SQUATS.format(1)))
    previews = preview_files(logbook, [file(OWN)], KG)

    def fail(*args):
        raise StoreError("The disk is full.")

    monkeypatch.setattr(history, "_insert", fail)
    with pytest.raises(StoreError, match="full"):
        commit(logbook, previews)
    assert len(logbook.history) == len(logbook.store.read_month("2026-10")) == 1
    assert logbook.store.library() == Library()


def test_a_backup_comes_first_when_there_is_something_to_lose(logbook, file):
    _, none = take_in(logbook, file(SQUATS.format(1)))
    _, copy = take_in(logbook, file(OWN))
    assert none is None
    assert copy.name == "000001-2026-11-02-import.zip"


def exported(*workouts, **parts):
    return to_json(workouts, **parts)


OPEN = workout(
    entry("squat-barbell", done(100, 5, id="s1", at=MONDAY)), id="open", ended_at=None
)
OTHER = replace(OPEN, id="other", started_at=MONDAY - timedelta(hours=2))


def test_an_open_workout_stays_open(logbook, file):
    take_in(logbook, file(exported(OPEN), name="log.json"))
    assert logbook.active == OPEN
    assert list(logbook.history) == []
    (again,), _ = take_in(logbook, file(exported(OPEN), name="log.json"))
    assert (again.plan.sets, again.plan.duplicates) == (0, 1)


def test_beside_another_open_one_it_ends_with_its_last_set(logbook, file):
    active = logbook.start("Here")
    take_in(logbook, file(exported(OTHER), name="log.json"))
    assert logbook.active == active
    assert list(logbook.history) == [replace(OTHER, ended_at=MONDAY)]


def test_an_export_brings_its_library(logbook, file):
    mine = Exercise(id="own-yoke", name="My Yoke", own=True)
    theirs = replace(mine, name="Their Yoke")
    logbook.store.save_library(Library(exercises=(mine,), routines=({"id": "a"},)))
    text = exported(
        exercises=[theirs, Exercise(id="own-log", name="Log", own=True)],
        library={
            "routines": [{"id": "a", "name": "theirs"}, {"id": "b"}],
            "when": "now",
        },
    )
    (preview,), _ = take_in(logbook, file(text, name="log.json"))
    assert (preview.parsed.rows, preview.plan.sets) == (0, 0)
    library = logbook.store.library()
    assert [own.name for own in library.exercises] == ["My Yoke", "Log"]
    assert library.routines == ({"id": "a"}, {"id": "b"})
    assert library.extra == {}


def test_times_get_the_offset_they_are_given(logbook, file):
    [preview] = preview_files(
        logbook,
        [file(SQUATS.format(1))],
        replace(KG, localize=lambda when: when.replace(tzinfo=MONDAY.tzinfo)),
    )
    assert preview.workouts[0].started_at.isoformat() == "2026-10-05T18:00:00+01:00"


def test_a_log_that_is_only_looked_at_can_be_previewed(open_log, file):
    looked_at = open_log(readonly=True)
    previews = preview_files(looked_at, [file(SQUATS.format(1))], KG)
    assert previews[0].plan.sets == 1
    with pytest.raises(StoreError, match="reading only"):
        commit(looked_at, previews)


@pytest.mark.parametrize(
    ("options", "error"), [(None, UnitNeededError), (KG, ImportRefusedError)]
)
def test_one_refused_file_refuses_all(logbook, file, tmp_path, options, error):
    good = file(SQUATS.format(1))
    with pytest.raises(error):
        preview_files(logbook, [good, tmp_path / "none.csv"], options)
    assert list(logbook.history) == []


ROWS = {
    "set": "2026-10-{day:02} 18:00:00,Legs,1h,Squat (Barbell),{n},100,5,0,0,8",
    "rest": "2026-10-{day:02} 18:00:00,Legs,1h,Squat (Barbell),Rest Timer,0,0,0,90,",
    "unread": "2026-10-{day:02} 18:00:00,Legs,1h,Squat (Barbell),{n},heavy,5,0,0,",
    "unnamed": "2026-10-{day:02} 18:00:00,Legs,1h,,{n},100,5,0,0,",
    "empty": "2026-10-{day:02} 18:00:00,Legs,1h,Squat (Barbell),{n},0,0,0,0,",
    "timed": "2026-10-{day:02} 18:00:00,Legs,1h,Plank,{n},0,0,0,60,",
}


@given(
    files=st.lists(
        st.lists(st.tuples(st.sampled_from(sorted(ROWS)), st.integers(1, 3))),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=30)
def test_every_row_of_every_file_is_accounted_for(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("files")
    paths = []
    for number, rows in enumerate(files):
        # A file of nothing but bad rows is refused, so one row can be read.
        lines = [HEAD, SQUATS.format(1)]
        lines += [ROWS[kind].format(day=day, n=n) for n, (kind, day) in enumerate(rows)]
        paths.append(folder / f"{number}.csv")
        paths[-1].write_text("\n".join(lines))
    store = Store(folder / "none", clock=lambda: MONDAY, readonly=True)
    logbook = Logbook(store, CATALOG, clock=lambda: MONDAY, new_id=str)
    for preview, rows in zip(preview_files(logbook, paths, KG), files, strict=True):
        skipped = sum(preview.parsed.skipped.values())
        plan = preview.plan
        known = plan.sets + plan.duplicates + plan.updated
        assert (
            preview.parsed.rows
            == known + skipped + len(preview.parsed.errors)
            == len(rows) + 1
        )


def test_an_export_brings_along_what_only_the_disk_knows(open_log, tmp_path):
    first = open_log()
    first.store.add_workouts([workout(entry("squat", done(100, 5)), id="w")], "past")
    path = next((tmp_path / "data" / "history").iterdir())
    path.write_text(path.read_text().replace('"reps": 5', '"speed": 0.3, "reps": 5'))
    exported = tmp_path / "log.json"
    exported.write_text(export_log(open_log(readonly=True), "json"))
    second = open_log("other")
    commit(second, preview_files(second, [exported]))
    assert '"speed": 0.3' in export_log(second, "json")


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            "Date,Exercise,Category,Weight (kgs),Reps\n2026-10-05,Squat,Legs,100,5\n",
            "times of day, so its workouts stand at noon; how many reps were left",
        ),
        (f"{HEAD}\n{SQUATS.format(1)}\n", "how many reps were left"),
        (f"{HEAD}\n{SQUATS.format(1)}8\n", None),
    ],
)
def test_what_the_file_cannot_tell_is_said(logbook, tmp_path, text, lacking):
    path = tmp_path / "log.csv"
    path.write_text(text, encoding="utf-8")
    [preview] = preview_files(logbook, [path], KG)

    assert dict(facts(preview)).get("not in the file") == lacking


@pytest.mark.parametrize(
    ("days", "load", "is_doubted"),
    [(("05",), 90, True), (("05", "07"), 90, False), (("05",), 100, False)],
)
def test_an_export_that_may_be_an_older_one_is_named_where_it_changes_something(
    logbook, tmp_path, days, load, is_doubted
):
    def file(name, days, load):
        rows = [
            SQUATS.format(number).replace("-05 ", f"-{day} ").replace("100", str(load))
            for day in days
            for number in (1, 2)
        ]
        # One set of each workout is as it was.
        rows[::2] = [row.replace(f",{load},", ",100,") for row in rows[::2]]
        path = tmp_path / name
        path.write_text("\n".join((HEAD, *rows, "")), encoding="utf-8")
        return path

    commit(logbook, preview_files(logbook, [file("new.csv", ("05", "07"), 100)], KG))
    [preview] = preview_files(logbook, [file("old.csv", days, load)], KG)

    said = [one.reason for one in preview.doubtful]
    assert any("older export" in one for one in said) == is_doubted
    assert preview.updated == (load != 100) * len(days)
