"""A damaged file is kept, rebuilt as far as can be, and named."""

import json

import pytest
from builders import MONDAY, correct, done, entry, workout

from befit_tui.domain.errors import NewerDataError, StoreError
from befit_tui.domain.value import replace
from befit_tui.store.doctor import examine
from befit_tui.store.status import open_workout

HALF, WHOLE, ONE_LESS = "half", "whole", "one write less"


def half(data):
    return data[: len(data) // 2]


DAMAGES = {
    "cut in half": (half, ONE_LESS),
    "empty": (lambda data: b"", ONE_LESS),
    "all zero bytes": (lambda data: b"\0" * len(data), ONE_LESS),
    "garbage": (lambda data: bytes(range(128, 256)) * 40, ONE_LESS),
    "a JSON list": (lambda data: b"[1, 2]", ONE_LESS),
    "trailing garbage": (lambda data: data + b"}}", WHOLE),
    "bad bytes in a name": (
        lambda data: data.replace(b'"name"', b'"na\xffe"', 1),
        ONE_LESS,
    ),
    "not a number": (
        lambda data: data.replace(b'"value": 80', b'"value": NaN'),
        ONE_LESS,
    ),
    "a flipped bit": (lambda data: data.replace(b'"id": "w', b'"ie": "w'), ONE_LESS),
    "a number given twice": (
        lambda data: data.replace(
            b'{\n "1": {"schema"', b'{\n "1": {},\n "1": {"schema"'
        ),
        WHOLE,
    ),
}


def past(day, **fields):
    return workout(entry("bench", done(80, 8)), day=day, id=f"w{day}", **fields)


OPEN = replace(past(20), ended_at=None)


@pytest.fixture
def filled(store, log):
    store.add_workouts([past(1), past(5)], "import")
    store.add_workouts([past(9)], "import")
    store.save_active(OPEN, "start")
    store.save_active(replace(OPEN, note="last change"), "note")
    return store


def damage(root, name, how):
    path = root / name
    data = how(path.read_bytes())
    assert data != path.read_bytes()
    path.write_bytes(data)
    return data


def kept(root):
    return [path.read_bytes() for path in (root / "quarantine").iterdir()]


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_open_workout_never_blocks_the_start(filled, reopen, root, name):
    how, left = DAMAGES[name]
    data = damage(root, "active.json", how)
    store = reopen()
    assert store.active().id == "w20"
    assert store.active().note == ("last change" if left is WHOLE else "")
    [report] = store.reports
    assert report.startswith("active.json was damaged (")
    assert "2026-11-22" in report
    assert kept(root) == [data]
    assert "kept as quarantine/active.json." in report
    assert store.save_active(replace(store.active(), note="on it goes"), "note")
    assert reopen().reports == []


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_month_is_rebuilt_from_what_there_is(filled, reopen, root, name):
    how, _ = DAMAGES[name]
    data = damage(root, "history/2026-11.json", how)
    store = reopen()
    found = {w.id for w in store.read_month("2026-11")}
    assert {"w1", "w5"} <= found
    [report] = store.reports
    assert report.startswith("history/2026-11.json was damaged (")
    if "w9" not in found and b"2026-11-11" in data:
        assert "lost: 2026-11-11" in report
    assert kept(root) == [data]
    assert {w.id for w in reopen().read_month("2026-11")} == found


def test_the_newest_backup_fills_what_the_older_copy_lacks(filled, reopen, root):
    filled.backup()
    (root / "history" / "2026-11.json.prev").unlink()
    damage(root, "history/2026-11.json", half)
    store = reopen()
    assert [w.id for w in store.read_month("2026-11")] == ["w1", "w5", "w9"]
    assert "from the backup of 2026-11-02" in store.reports[0]


def test_an_older_copy_does_not_bring_back_what_has_moved(filled, reopen, root):
    moved = replace(past(9), started_at=past(-9).started_at)
    correct(filled, moved, "edit date")
    damage(root, "history/2026-11.json", lambda data: b"")
    store = reopen()
    months = {
        month: [w.id for w in store.read_month(month)] for month in store.months()
    }
    assert months == {"2026-10": ["w9"], "2026-11": ["w1", "w5"]}


def test_an_older_copy_does_not_finish_a_workout_that_was_opened_again(
    filled, reopen, root
):
    filled.finish(replace(OPEN, ended_at=MONDAY))
    filled.undo()
    damage(root, "history/2026-11.json", lambda data: b"")
    store = reopen()
    assert store.active().id == "w20"
    assert "w20" not in [w.id for w in store.read_month("2026-11")]


def test_with_nothing_left_the_month_starts_empty_and_says_so(filled, reopen, root):
    (root / "history" / "2026-11.json.prev").unlink()
    damage(root, "history/2026-11.json", lambda data: b"")
    store = reopen()
    assert store.read_month("2026-11") == ()
    assert "every workout of 2026-11 is lost" in store.reports[0]


def test_what_stood_behind_a_cut_is_told_as_lost_though_nobody_knows_its_day(
    filled, reopen, root
):
    (root / "history" / "2026-11.json.prev").unlink()
    damage(root, "history/2026-11.json", lambda data: data[: data.index(b'"w9"')])
    store = reopen()
    assert [w.id for w in store.read_month("2026-11")] == ["w1", "w5"]
    assert (
        "2 workouts read from it; what stood behind the cut may be lost"
        in (store.reports[0])
    )


def test_a_damaged_undo_list_or_library_does_not_stop_the_log(filled, reopen, root):
    damage(root, "undo.json", half)
    (root / "library.json").write_text("mine?")
    store = reopen()
    assert store.library().exercises == ()
    store.save_active(replace(OPEN, note="x"), "note")
    assert store.undo().label == "note"


def test_a_deleted_file_comes_back_from_its_older_copy(filled, reopen, root):
    (root / "active.json").unlink()
    (root / "history" / "2026-11.json").unlink()
    store = reopen()
    assert store.active().note == ""
    assert [w.id for w in store.read_month("2026-11")] == ["w1", "w5"]
    assert len(store.reports) == 2


def test_a_reader_repairs_nothing_on_disk(filled, reopen, root):
    data = damage(root, "active.json", half)
    reader = reopen(readonly=True)
    assert reader.active().id == "w20"
    assert "left as it is" in reader.reports[0]
    assert (root / "active.json").read_bytes() == data
    assert not (root / "quarantine").exists()


def test_a_damaged_journal_is_set_aside(filled, reopen, root):
    (root / "journal.json").write_text('{"half a jour')
    store = reopen()
    assert "journal.json is damaged" in store.reports[0]
    assert kept(root) == [b'{"half a jour']
    assert store.active().id == "w20"


def test_a_newer_month_is_missing_and_stays_as_it_is(filled, reopen, root):
    name = "history/2026-11.json"
    data = damage(
        root, name, lambda data: data.replace(b'"schema": 1}', b'"schema": 99}')
    )
    store = reopen()
    assert store.read_month("2026-11") == ()
    assert "update befit-tui" in store.missing["2026-11"]
    assert store.save_active(replace(OPEN, note="on it goes"), "note").note
    assert (root / name).read_bytes() == data


@pytest.mark.parametrize("name", ["active.json"])
def test_a_newer_file_stays_as_it_is(filled, reopen, root, name):
    data = damage(
        root, name, lambda data: data.replace(b'"schema": 1}', b'"schema": 99}', 1)
    )
    before = sorted(root.rglob("*"))
    with pytest.raises(NewerDataError, match="update befit-tui"):
        reopen()
    assert (root / name).read_bytes() == data
    assert set(root.rglob("*")) - {root / "befit.owner"} <= set(before)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b'"last": ', b'"last": "x", "was": '),
        (b'"last": ', b'"last": -'),
        (b'"dropped": 0', b'"dropped": 0.5'),
        (b'"label": "import"', b'"label": 7'),
        (b'"label": "import"', b'"title": "import"'),
        (b'"id": "w1"', b'"id": null'),
        (b'"images": [', b'"images": 5, "of": ['),
        (b'"n": 1', b'"n": 9'),
        (b'"n": 1', b'"n": 1.0'),
        (b'"n": 1', b'"n": "1"'),
    ],
)
def test_a_step_that_cannot_be_taken_back_is_never_offered(
    filled, reopen, root, was, now
):
    data = damage(root, "undo.json", lambda data: data.replace(was, now, 1))
    store = reopen()
    assert store.active().id == "w20"
    assert [w.id for w in store.read_month("2026-11")] == ["w1", "w5", "w9"]
    while store.undo():
        pass
    assert kept(root) == [data]
    assert "older changes of the history can no longer be undone" in store.reports[0]


def test_a_spare_that_is_damaged_is_not_put_back(filled, reopen, root):
    (root / "active.json").unlink()
    (root / "active.json.prev").write_bytes(b"half")
    assert reopen().active() is None


def test_a_journal_that_names_what_is_not_ours_is_set_aside(filled, reopen, root):
    for name, text in (("../x.json", ""), ("notes.txt", ""), ("active.json", 5)):
        (root / "journal.json").write_text(pending(name, text))
        assert "journal.json is damaged" in reopen().reports[0]
        assert not (root.parent / "x.json").exists()


def pending(name, text):
    """A journal that still has a file to write."""
    files = {"1": {"name": name, "was": None, "text": text}}
    meta = {"1": {"app": "befit", "schema": 1}}
    return json.dumps({"_meta": meta, "files": files})


def test_a_bar_shows_the_open_workout_as_an_unfinished_change_has_it(filled, root):
    text = (root / "active.json").read_text().replace('"name": ""', '"name": "Legs"', 1)
    (root / "journal.json").write_text(pending("active.json", text))
    assert open_workout(root).name == "Legs"


def test_a_bar_takes_no_time_without_its_offset(filled, root):
    damage(root, "active.json", lambda data: data.replace(b"+01:00", b""))
    with pytest.raises(StoreError, match="start Befit to have it mended"):
        open_workout(root)


def test_an_import_beside_a_damaged_month_has_no_workout_twice(filled, reopen, root):
    damage(root, "history/2026-11.json", lambda data: data + b"}}")
    assert reopen().add_workouts([past(1), past(40)], "import") == 1
    assert [w.id for w in reopen().read_month("2026-11")] == ["w1", "w5", "w9"]


def test_a_month_that_nobody_can_read_stops_no_set(filled, reopen, root):
    month = root / "history" / "2026-11.json"
    newer = month.read_bytes().replace(b'"schema": 1}', b'"schema": 99}')
    month.write_bytes(newer.replace(b'"w9"', b'"w20"'))
    store = reopen()
    assert store.save_active(replace(OPEN, note="on it goes"), "note").note


def test_nothing_is_changed_outside_of_a_commit(store):
    with pytest.raises(StoreError, match="only be changed inside a batch"):
        store._folder.table("library.json", "noted").insert({"id": "x"})


def test_a_look_at_the_folder_finds_a_journal_that_cannot_be_carried_out(filled, root):
    assert examine(root).is_sound
    (root / "journal.json").write_text(pending("active.json", "half"))
    remedies = {one.file: one.remedy for one in examine(root).problems}
    assert "open the log" in remedies["journal.json"]
