import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import MONDAY, delete, done, entry, workout

from befit_tui.domain.errors import StoreError
from befit_tui.domain.value import replace
from befit_tui.store.backup import Backup, superfluous
from befit_tui.store.store import Store

PAST = workout(entry("bench", done(80, 8)), id="past")
OPEN = workout(entry("row", done(60, 8)), id="open", day=3, ended_at=None)


@pytest.fixture
def filled(store):
    store.add_workouts([PAST], "import")
    store.save_active(OPEN, "start")
    return store


def test_a_copy_holds_every_file_and_one_a_day_is_enough(filled, root):
    path = filled.backup()
    assert path.name == "000001-2026-11-02.zip"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert sorted(names) == ["active.json", "history/2026-11.json", "undo.json"]
        assert archive.read("active.json") == (root / "active.json").read_bytes()
    assert filled.backup() is None
    assert filled.backup("import").name == "000002-2026-11-02-import.zip"
    assert [p.name[:6] for p in filled.backups()] == ["000002", "000001"]


def test_a_damaged_file_is_repaired_before_it_is_copied(filled, root):
    path = root / "history" / "2026-11.json"
    path.write_bytes(path.read_bytes() + b"}}")
    with zipfile.ZipFile(filled.backup()) as archive:
        assert archive.read("history/2026-11.json") == path.read_bytes()
    assert "2026-11.json was damaged" in filled.reports[0]


def test_restoring_puts_everything_back(filled, reopen):
    saved = filled.active()
    copy = filled.backup()
    delete(filled, "past")
    filled.add_workouts(
        [replace(PAST, id="new", started_at=MONDAY - timedelta(90))], "x"
    )
    filled.discard_active("discard")
    filled.restore(copy)
    store = reopen()
    assert store.active() == saved
    assert store.read_month("2026-11") == (PAST,)
    assert store.read_month("2026-08") == ()
    assert store.backups()[0].name == "000002-2026-11-02-restore.zip"
    assert store.undo().label == f"restore of {copy.name}"
    assert store.active() is None
    assert [w.id for w in store.read_month("2026-08")] == ["new"]
    assert store.read_month("2026-11") == ()
    store.redo()
    assert replace(store.active(), rev=1) == replace(saved, rev=1)


@pytest.mark.parametrize(
    "content", [None, {}, {"active.json": "{}"}, {"../x.json": "{}"}]
)
def test_what_is_no_backup_changes_nothing(filled, tmp_path, content):
    path = tmp_path / "copy.zip"
    path.write_bytes(b"PK no zip")
    if content is not None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in content.items():
                archive.writestr(name, text)
    with pytest.raises(StoreError, match=r"copy\.zip"):
        filled.restore(path)
    assert filled.active().id == "open"
    assert filled.backups() == []


def test_a_wrong_clock_does_not_make_an_old_copy_the_newest(filled, root):
    filled.backup()
    filled.close()
    early = Store(root, clock=lambda: MONDAY - timedelta(days=4000))
    made = early.backup()
    assert made.name == "000002-2015-11-20.zip"
    assert early.backups()[0] == made
    early.close()


def days_kept(days, before=""):
    start = date(2026, 11, 23)
    copies = [
        Backup(Path(str(n)), 1000 - n, start - timedelta(days=n), before)
        for n in range(days)
    ]
    gone = superfluous(copies)
    return [(start - copy.day).days for copy in copies if copy not in gone]


def test_seven_days_four_weeks_and_twelve_months_stay():
    kept = days_kept(500)
    assert kept[:7] == [0, 1, 2, 3, 4, 5, 6]
    # Sundays 22, 15 and 8 November, then the last day of each month before.
    assert kept[7:9] == [8, 15]
    months = [date(2026, 11, 23) - timedelta(days=n) for n in kept[9:]]
    assert len(months) == 11
    assert all((day + timedelta(days=1)).day == 1 for day in months)


def test_copies_made_before_an_import_stay_beside_the_daily_ones():
    day = date(2026, 11, 23)
    imports = [Backup(Path(str(n)), n, day, "import") for n in range(20, 0, -1)]
    daily = Backup(Path("d"), 21, day, "")
    gone = superfluous([daily, *imports])
    assert [copy.number for copy in imports if copy not in gone] == [*range(20, 13, -1)]
    assert daily not in gone


def test_other_files_among_the_backups_are_left_alone(filled, root):
    filled.backup()
    mine = root / "backups" / "2026 photos.zip"
    mine.write_bytes(b"mine")
    filled.backup("import")
    assert mine.read_bytes() == b"mine"
    assert len(filled.backups()) == 2
