"""``befit backup``, ``restore`` and ``doctor`` on a folder that is not well."""

import json

from platforms import needs


def sets(befit):
    return befit("doctor", "--json").json["sets"]


def test_restore_takes_back_the_last_import(befit, hevy, strong, root):
    befit("import", hevy)
    befit("import", strong, "--unit", "lb")
    assert sets(befit) == 6
    out = befit("restore", "--yes").out
    assert out.startswith("000001-2026-11-02-import.zip:\n")
    assert "  goes: 2026-10-05 Legs, 2 sets\n" in out
    assert sets(befit) == 4
    # Again the same copy: not the one that the restore made of what it replaced.
    assert "the log is as it is there" in befit("restore", "--yes").out
    safety = next(root.glob("backups/*-restore.zip"))
    said = befit("restore", safety, "--yes").out
    assert "comes back: 2026-10-05 Legs, 2 sets" in said
    assert sets(befit) == 6


def test_restore_asks_first(befit, hevy, root, monkeypatch):
    befit("log", "squat 100x5")
    befit("backup")
    befit("log", "squat 100x5")
    ran = befit("restore")
    assert (ran.code, sets(befit)) == (1, 0)
    assert "Say --yes" in ran.err
    monkeypatch.setattr("befit_tui.cli.maintenance.can_ask", lambda: True)
    monkeypatch.setattr("befit_tui.cli.maintenance.agreed", lambda question: False)
    assert befit("restore").out.endswith("Nothing was changed.\n")
    assert len(list(root.glob("backups/*"))) == 1


def test_restore_takes_a_name_or_a_path(befit, hevy, root):
    befit("import", hevy)
    befit("backup")
    befit("log", "squat 100x5")
    copy = next(root.glob("backups/*-asked.zip"))
    befit("restore", copy.name, "--yes")
    assert befit("today", "--json").json["workouts"] == []
    assert befit("restore", copy).code == 0
    assert befit("restore", "000099.zip", "--yes").code == 1


def test_an_empty_log_has_nothing_to_copy(befit, root):
    assert befit("backup").out == "There is nothing to copy yet.\n"
    assert not list(root.glob("backups/*"))


def test_doctor_names_what_is_damaged_and_what_is_foreign(befit, hevy, root):
    befit("import", hevy)
    befit("backup")
    month = root / "history" / "2026-10.json"
    month.write_bytes(month.read_bytes()[:-40])
    (root / "backups" / "000009-2026-10-01.zip").write_bytes(b"PK")
    (root / "history" / "notes.txt").write_text("mine")
    ran = befit("doctor", "--json")
    assert ran.code == 1
    assert not ran.json["sound"]
    assert [problem["file"] for problem in ran.json["problems"]] == [
        "history/2026-10.json",
        "backups/000009-2026-10-01.zip",
    ]
    assert ran.json["foreign"] == ["history/notes.txt"]
    out = befit("doctor").out
    assert "not whole: history/2026-10.json: it is not JSON" in out
    assert "open the log: it is mended" in out
    assert "sound" not in out


def test_doctor_changes_nothing_and_the_next_start_mends(befit, hevy, root):
    befit("import", hevy)
    befit("backup")
    month = root / "history" / "2026-10.json"
    damaged = month.read_bytes()[:-40]
    month.write_bytes(damaged)
    befit("doctor")
    assert month.read_bytes() == damaged
    ran = befit("export")
    assert "2026-10.json was damaged" in ran.err
    assert month.read_bytes() == damaged
    befit("import", hevy)
    found = befit("doctor", "--json").json
    assert (found["sound"], found["sets"]) == (True, 4)
    assert len(found["quarantined"]) == 1
    assert "what was set aside may hold more workouts" in befit("doctor").out


@needs.links
def test_doctor_names_a_link_to_nothing(befit, hevy, root):
    befit("import", hevy)
    (root / "history" / "2026-09.json").symlink_to(root / "moved-away.json")
    found = befit("doctor", "--json").json
    [problem] = found["problems"]
    assert problem["file"] == "history/2026-09.json"
    assert (found["months"], found["workouts"]) == (1, 2)


def test_a_file_is_no_data_folder(befit, hevy):
    for words in (["doctor"], ["today"], ["import", hevy]):
        ran = befit(*words, data_dir=hevy)
        assert (ran.code, ran.out) == (1, "")
        assert str(hevy) in ran.err


def test_doctor_sees_a_workout_filed_twice(befit, hevy, root):
    befit("import", hevy)
    text = (root / "history" / "2026-10.json").read_text()
    (root / "history" / "2026-09.json").write_text(text)
    reasons = [one["reason"] for one in befit("doctor", "--json").json["problems"]]
    assert reasons == [
        "the workout of 2026-10-05 is in history/2026-09.json as well",
        "the workout of 2026-10-07 is in history/2026-09.json as well",
    ]


def test_doctor_refuses_no_newer_data(befit, root):
    befit("log", "squat 100x5")
    path = root / "active.json"
    document = json.loads(path.read_text())
    document["_meta"]["1"]["schema"] = 99
    path.write_text(json.dumps(document))
    [problem] = befit("doctor", "--json").json["problems"]
    assert "newer Befit" in problem["reason"]
    assert befit("export").code == 1
