import json
from datetime import timedelta

import pytest
from builders import correct, delete, done, entry, filed, workout
from platforms import needs
from tinydb import TinyDB

from befit_tui.domain.errors import DamagedError, NewerDataError, StoreError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Library
from befit_tui.domain.value import replace
from befit_tui.store.history import read_month


def past(day, **fields):
    return workout(entry("bench", done(80, 8)), day=day, id=f"w{day}", **fields)


@pytest.fixture
def filled(store):
    store.add_workouts([past(5), past(1), past(-5)], "import")
    return store


def ids(store):
    return {month: [w.id for w in store.read_month(month)] for month in store.months()}


def test_workouts_are_filed_by_month_oldest_first(filled):
    assert ids(filled) == {"2026-10": ["w-5"], "2026-11": ["w1", "w5"]}
    assert filled.read_month("2026-11")[0] == past(1)
    assert filled.read_month("1999-01") == ()


def test_a_worker_reads_a_month_without_the_store(filled, root):
    assert read_month(root, "2026-11") == filled.read_month("2026-11")


def test_importing_twice_adds_nothing(filled):
    assert filled.add_workouts([past(5), past(1), past(9)], "again") == 1
    assert ids(filled)["2026-11"] == ["w1", "w5", "w9"]


def test_one_import_is_one_step(filled):
    undone = filled.undo()
    assert (undone.label, undone.months) == ("import", ("2026-10", "2026-11"))
    assert ids(filled) == {"2026-10": [], "2026-11": []}
    filled.redo()
    assert ids(filled) == {"2026-10": ["w-5"], "2026-11": ["w1", "w5"]}


def test_a_correction_is_kept_and_can_be_taken_back(filled, reopen):
    corrected = correct(filled, replace(past(1), note="slow"), "edit")
    assert corrected.rev == 2
    store = reopen()
    assert store.read_month("2026-11")[0] == corrected
    assert store.undo().months == ("2026-11",)
    assert store.read_month("2026-11")[0] == replace(past(1), rev=3)


def test_an_equal_workout_is_no_correction(filled):
    assert correct(filled, past(1), "edit").rev == 1
    assert filled.undo().label == "import"


def test_a_workout_moves_with_its_date_and_back(filled):
    moved = replace(past(1), started_at=past(1).started_at - timedelta(days=20))
    correct(filled, moved, "edit date")
    assert ids(filled) == {"2026-10": ["w1", "w-5"], "2026-11": ["w5"]}
    filled.undo()
    assert ids(filled) == {"2026-10": ["w-5"], "2026-11": ["w1", "w5"]}


def test_a_workout_that_is_gone_cannot_be_corrected(filled):
    delete(filled, "w1")
    with pytest.raises(StoreError, match="no longer in the log"):
        filled.change([(past(1), replace(past(1), note="slow"))], "edit")


def test_deleting_twice_deletes_once(filled):
    gone = filed(filled, "w1")
    filled.change([(gone, None)], "delete")
    with pytest.raises(StoreError, match="no longer in the log"):
        filled.change([(gone, None)], "delete")
    assert [w.id for w in filled.read_month("2026-11")] == ["w5"]
    assert [filled.undo().label, filled.undo().label] == ["delete", "import"]


def test_files_that_are_not_ours_are_ignored(filled, root):
    for name in (
        "notes.txt",
        "2026-13.json",
        "2026-11 (copy).json",
        "2026-11.json.tmp",
    ):
        (root / "history" / name).write_text("mine")
    assert filled.months() == ["2026-10", "2026-11"]
    assert (root / "history" / "notes.txt").read_text() == "mine"


def test_the_library_is_kept(store, reopen):
    library = Library(
        exercises=(Exercise(id="sled", name="Sled", own=True),),
        routines=({"name": "Push A", "days": [1, 4]},),
        noted=({"code": "stall", "subject": "bench"},),
        extra={"goals": ({"lift": "squat"},)},
    )
    assert store.library() == Library()
    store.save_library(library)
    assert reopen().library() == library


def test_stock_tinydb_reads_every_file(filled, root):
    filled.save_library(Library(routines=({"name": "Push A"},)))
    filled.save_active(replace(past(7), ended_at=None), "start")
    delete(filled, "w5")
    expected = {
        "active.json": {"_meta", "active", "undo", "redo", "sequence"},
        "undo.json": {"_meta", "undo", "redo", "sequence"},
        "history/2026-11.json": {"_meta", "workouts"},
        "library.json": {
            "_meta",
            "exercises",
            "routines",
            "phases",
            "noted",
            "matches",
            "changes",
            "checkins",
            "maxes",
        },
    }
    for name, tables in expected.items():
        with TinyDB(root / name, access_mode="r", encoding="utf-8") as stock:
            assert stock.tables() <= tables
            assert stock.table("_meta").get(doc_id=1) == {"app": "befit", "schema": 1}
            for table in tables:
                assert isinstance(stock.table(table).all(), list)
    with TinyDB(root / "history/2026-11.json", access_mode="r") as stock:
        [kept] = stock.table("workouts").all()
    assert kept["entries"][0]["sets"][0]["load"] == {"value": 80, "unit": "kg"}


def test_data_files_are_for_their_owner_only(filled, root):
    filled.save_active(replace(past(7), ended_at=None), "start")
    filled.backup()
    files = [path for path in root.rglob("*") if path.is_file()]
    assert all(needs.has_mode(path, 0o600) for path in files)
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    assert all(needs.has_mode(path, 0o700) for path in folders)


def test_a_worker_names_a_damaged_month(filled, root):
    path = root / "history" / "2026-11.json"
    path.write_text(json.dumps({"_meta": 1}))
    with pytest.raises(DamagedError, match=r"2026-11\.json is damaged"):
        read_month(root, "2026-11")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"rev": 1, ', ""),
        ('"rev": 1', '"rev": 1.0'),
        ('"rev": 1', '"rev": null'),
        ('"rev": 1', '"rev": 1, "mood": [{"id": "x"}]'),
        ('"name": "', '"name": "\\ud83c'),
        ("{", "\ufeff{"),
    ],
)
def test_a_month_that_another_program_wrote_is_read(filled, root, before, after):
    path = root / "history" / "2026-11.json"
    path.write_text(path.read_text().replace(before, after, 1), encoding="utf-8")
    assert [found.rev for found in read_month(root, "2026-11")] == [1, 1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"2": {', '"1": {', "a name stands twice"),
        (
            '"reps": 8',
            '"reps": "8"',
            r"'w1', entries\[0\].sets\[0\].reps: expected int",
        ),
        ('"reps": 8', '"reps": NaN', "NaN is not a number"),
        ('"reps": 8', f'"reps": {"9" * 5000}', "it is not JSON"),
        ('"reps": 8', f'"mood": {"[" * 9999}{"]" * 9999}, "reps": 8', "it is not JSON"),
        ('"target": null', '"target": {"sets": [{"reps": [9, 7]}]}', "lowest first"),
        ('"schema": 1}', '"schema": "1"}', "does not say that Befit wrote it"),
    ],
)
def test_what_is_wrong_with_a_month_is_one_sentence(filled, root, before, after, told):
    path = root / "history" / "2026-11.json"
    head, _, tail = path.read_text().rpartition(before)
    path.write_text(head + after + tail)
    with pytest.raises(DamagedError, match=told) as refused:
        read_month(root, "2026-11")
    assert "\n" not in str(refused.value)


def test_a_newer_workout_in_a_month_is_named_as_such(filled, root):
    path = root / "history" / "2026-11.json"
    path.write_text(path.read_text().replace('"schema": 1, "id"', '"schema": 2, "id"'))
    with pytest.raises(NewerDataError, match=r"2026-11\.json .*update befit-tui"):
        read_month(root, "2026-11")


def test_a_correction_keeps_what_only_the_disk_knows(filled, root, reopen):
    path = root / "history" / "2026-11.json"
    path.write_text(path.read_text().replace('"reps": 8', '"speed": 0.3, "reps": 8'))
    store = reopen()
    moved = replace(past(1), started_at=past(1).started_at - timedelta(days=20))
    store.change([(past(1), moved)], "edit date")
    entries = store.documents("2026-10")["w1"]["entries"]
    assert entries[0]["sets"][0]["speed"] == 0.3
