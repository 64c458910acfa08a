"""``befit export``: what comes out goes in again."""

import csv
import json

import pytest
from platforms import needs

from befit_tui.transfer.export import STRONG_COLUMNS
from befit_tui.transfer.formats.own_table import CSV_COLUMNS


def test_json_comes_back_as_it_was(befit, ask, tmp_path):
    exported = ask("export").out
    path = tmp_path / "log.json"
    path.write_text(exported, encoding="utf-8")
    ran = befit("import", path, "--json").json
    assert ran["app"] == "befit"
    assert (ran["rows"], ran["duplicates"], ran["errors"]) == (ran["sets"], 0, [])
    assert befit("export").out == exported
    again = befit("import", path, "--json").json
    assert (again["sets"], again["duplicates"]) == (0, ran["sets"])


def test_json_is_oldest_first_with_the_open_workout_last(ask):
    document = ask("export", "--format", "json").json
    assert (document["app"], document["schema"]) == ("befit", 1)
    *past, open_ = document["workouts"]
    starts = [workout["started_at"] for workout in past]
    assert starts == sorted(starts)
    assert all(workout["ended_at"] for workout in past)
    assert open_["ended_at"] is None


def test_own_exercises_come_back_with_their_log(befit, hevy, tmp_path):
    befit("import", hevy)
    path = tmp_path / "log.json"
    befit("export", "-o", path)
    document = json.loads(path.read_text())
    assert [own["name"] for own in document["exercises"]] == ["Zercher Thing"]
    other = tmp_path / "other"
    befit("import", path, data_dir=other)
    assert befit("export", data_dir=other).json == document


@pytest.mark.parametrize(
    ("form", "columns"), [("csv", CSV_COLUMNS), ("strong", STRONG_COLUMNS)]
)
def test_tables_have_a_row_a_set(ask, form, columns):
    head, *rows = csv.reader(ask("export", "--format", form).out.splitlines())
    assert tuple(head) == columns
    sets = sum(
        len(entry["sets"])
        for workout in ask("export").json["workouts"]
        for entry in workout["entries"]
    )
    assert len(rows) == sets


def test_strong_goes_in_again(befit, ask, tmp_path):
    path = tmp_path / "strong.csv"
    path.write_text(ask("export", "--format", "strong").out, encoding="utf-8")
    ran = befit("import", path, "--unit", "kg", "--json").json
    assert ran["app"] == "strong"
    assert (ran["errors"], ran["unmatched_exercises"]) == ([], [])
    assert ran["rows"] == ran["sets"]


def test_a_file_is_replaced_whole_and_is_private(befit, hevy, tmp_path):
    befit("import", hevy)
    path = tmp_path / "log.csv"
    path.write_text("old")
    path.chmod(0o644)
    assert befit("export", "--format", "csv", "-o", path).out == ""
    assert path.read_text() == befit("export", "--format", "csv").out
    assert needs.has_mode(path, 0o600)
    assert [each.name for each in tmp_path.glob("log.csv*")] == ["log.csv"]


def test_a_terminal_is_shown_nothing_it_could_obey(befit, tmp_path, monkeypatch):
    befit("log", "squat 100x5 # \x1b[2J gone")
    assert "\x1b" in befit("export", "--format", "csv").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = befit("export", "--format", "csv").out
    assert "\x1b" not in shown
    assert "[2J gone" in shown


def test_half_a_character_does_no_harm(befit, tmp_path):
    befit("log", "squat 100x5 # odd \udc80 byte")
    path = tmp_path / "log.json"
    assert befit("export", "-o", path).code == 0
    done = json.loads(path.read_text(encoding="utf-8"))["workouts"][0]["entries"][0]
    assert done["sets"][0]["note"] == "odd \udc80 byte"
