"""What the system refuses is one sentence with advice that fits, and exit code 1."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from builders import ZONE
from commands import main
from platforms import needs

from befit_tui.__main__ import main as program
from befit_tui.cli.output import warn

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def shell(command, root, cwd="/"):
    """Run a command line in which BEFIT stands for the program."""
    needs.bash_is_there()
    befit = f"{sys.executable} -m befit_tui"
    return subprocess.run(
        ["bash", "-c", command.replace("BEFIT", befit)],
        env=ENVIRONMENT | {"BEFIT_DATA_DIR": str(root)},
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )


def is_a_sentence(said):
    lines = said.strip().splitlines()
    return len(lines) == 1 and lines[0].startswith("befit: ") and lines[0][-1] == "."


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("BEFIT export > /dev/full", "make room"),
        ("BEFIT history > /dev/full", "make room"),
        ("BEFIT export >&-", "the output was closed"),
        ("BEFIT --data-dir '~nobody-here/x' today", "no home folder ~nobody-here"),
        ("BEFIT export -o /no/such/folder/x.json", "look at the path"),
        ("BEFIT export -o /", "it is a folder"),
        ("BEFIT import /no/such/file.csv", "look at the path"),
        ("BEFIT import .", "folder"),
        ("mkdir g && cd g && rmdir ../g && BEFIT --data-dir x today", "is gone"),
    ],
)
def test_a_refusal_of_the_system_is_a_sentence(befit, root, tmp_path, command, told):
    befit("log", "squat 100x5")
    ran = shell(command, root, tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert is_a_sentence(ran.stderr), ran.stderr
    assert told in ran.stderr


def test_commands_go_on_without_what_they_do_not_need(befit, root):
    befit("log", "squat 100x5")
    for command in (
        "BEFIT today <&-",
        "BEFIT today 2>&-",
        "BEFIT log 'squat 90x5' <&-",
    ):
        assert shell(command, root).returncode == 0


def test_a_pipe_that_ends_early_is_quiet(befit, root):
    befit("log", "squat 100x5")
    ran = shell("BEFIT export | true", root)
    assert ran.stderr == ""


@needs.links
def test_export_writes_into_a_pipe_and_through_a_link(befit, root, tmp_path):
    befit("log", "squat 100x5")
    ran = shell("mkfifo p && (cat p > out &) && BEFIT export -o p && test -p p", root,
                tmp_path)  # fmt: skip
    assert ran.returncode == 0
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert befit("export", "-o", tmp_path / "link.json").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert '"app": "befit"' in (tmp_path / "real.json").read_text()


@needs.links
@pytest.mark.parametrize("words", [["import", "--yes"], ["export", "-o"]])
def test_a_link_in_a_circle_is_no_file(befit, tmp_path, words):
    circle = tmp_path / "circle.json"
    circle.symlink_to(circle)
    ran = befit(*words, circle)
    assert ran.code == 1
    assert is_a_sentence(ran.err)
    assert "look where the links on the path lead" in ran.err
    assert circle.is_symlink()


@pytest.fixture
def filled(befit, hevy, root):
    befit("import", hevy)
    befit("log", "squat 100x5")
    return root


@pytest.fixture
def lost_month(filled):
    """A month that is a link to nothing, as a sync program leaves behind."""
    needs.links_work()
    month = filled / "history" / "2026-10.json"
    month.rename(filled / "elsewhere")
    month.symlink_to(filled / "not there")
    return month


def test_a_month_that_cannot_be_read_is_named_and_stops_nothing(befit, lost_month):
    for words in (
        ["today"],
        ["history"],
        ["trends"],
        ["alerts"],
        ["log", "squat 90x5"],
    ):
        ran = befit(*words)
        assert ran.code == 0, words
        assert "The workouts of 2026-10 are missing: " in ran.err
        assert "a link to a file that is not there" in ran.err
    assert lost_month.is_symlink()


def test_what_is_exported_or_copied_says_what_it_lacks(befit, lost_month):
    for words in (["export"], ["backup"]):
        ran = befit(*words)
        assert ran.code == 1
        assert "2026-10" in ran.err
        assert ran.out
    [problem] = befit("doctor", "--json").json["problems"]
    assert problem["file"] == "history/2026-10.json"
    assert problem["remedy"]


def test_a_file_nobody_may_read_is_named(befit, filled, monkeypatch):
    real = Path.read_bytes

    def refuse(path):
        if path.name == "2026-10.json":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    ran = befit("history")
    assert ran.code == 0
    assert "(Permission denied): look at who may read and write it." in ran.err
    assert befit("log", "squat 80x5").code == 0
    assert befit("export").code == 1


def test_a_repair_on_a_full_disk_stops_nobody_and_writes_over_nothing(
    befit, filled, monkeypatch
):
    month = filled / "history" / "2026-10.json"
    damaged = month.read_bytes() + b"}}"
    month.write_bytes(damaged)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("befit_tui.store.recovery.atomic_write", full)
        ran = befit("backup")
        assert "2026-10.json was damaged" in ran.err
        assert "No space left on device" in ran.err
        assert month.read_bytes() == damaged
    assert befit("backup").code == 0
    assert damaged in [path.read_bytes() for path in filled.glob("quarantine/*")]


@pytest.mark.parametrize("name", ["library.json", "active.json", "undo.json"])
def test_a_folder_in_the_place_of_a_file_is_moved_aside(befit, filled, name):
    (filled / name).unlink(missing_ok=True)
    (filled / name).mkdir()
    (filled / name / "mine").write_text("kept")
    ran = befit("doctor")
    assert (ran.code, f"not whole: {name}" in ran.out) == (1, True)
    assert befit("log", "squat 90x5").code == 0
    assert befit("doctor").code == 0
    assert [p.read_text() for p in filled.glob("quarantine/*/mine")] == ["kept"]


OURS = '{"_meta": {"1": {"app": "befit", "schema": 1}}, '
WRONG = {
    "a file of a journal is none": ("journal.json", '"files": {"1": {"name": 3}}}'),
    "a journal has no texts": ("journal.json", '"files": {"1": {"name": "x"}}}'),
    "steps are counted in words": ("undo.json", '"sequence": {"1": {"last": "x"}}}'),
    "a step is none": ("undo.json", '"undo": {"1": {"n": 1, "images": 7}}}'),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_document_is_set_aside_and_locks_nobody_out(befit, filled, kind):
    name, rest = WRONG[kind]
    text = OURS + rest
    (filled / name).write_text(text)
    assert befit("today").code == 0
    assert befit("doctor").code == 1
    ran = befit("log", "squat 90x5")
    assert ran.code == 0
    assert name in ran.err
    assert text in [path.read_text() for path in filled.glob("quarantine/*")]
    assert befit("doctor").code == 0


@pytest.mark.parametrize("last", ['"x"', "0", "9" * 30, "-1", "null"])
def test_a_wrong_undo_list_of_the_open_workout_costs_only_undo(befit, filled, last):
    path = filled / "active.json"
    text = re.sub('"last": [0-9]+', f'"last": {last}', path.read_text())
    path.write_text(text)
    ran = befit("log", "squat 90x5")
    assert (ran.code, ran.out) == (0, "Squat (Barbell): 90 kg × 5 · set 2\n")
    assert "active.json was damaged" in ran.err


def test_a_workout_without_a_rev_is_the_first(befit, filled):
    path = filled / "active.json"
    path.write_text(path.read_text().replace('"rev": 2, ', "", 1))
    assert befit("doctor").code == 0
    assert befit("log", "squat 90x5").code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"started_at": "2026', '"started_at": "0001'),
        ('"value": 80', f'"value": {"9" * 16}'),
        ('"value": 80', f'"value": {"9" * 5000}'),
    ],
)
def test_values_beyond_all_measure_are_damage(befit, filled, old, new):
    month = filled / "history" / "2026-10.json"
    month.write_text(month.read_text().replace(old, new, 1))
    [problem] = befit("doctor", "--json").json["problems"]
    assert problem["file"] == "history/2026-10.json"
    assert befit("history").code == 0


def test_a_workout_longer_than_a_day_is_kept_and_named(befit, filled):
    month = filled / "history" / "2026-10.json"
    text = month.read_text().replace("2026-10-05T19:00", "2026-10-12T19:00", 1)
    month.write_text(text)
    [problem] = befit("doctor", "--json").json["problems"]
    assert "lasts 169 hours" in problem["reason"]
    assert befit("history").code == 0


def test_a_zip_bomb_is_refused_before_it_is_unpacked(befit, filled, tmp_path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("active.json", b" " * 60_000_000)
    ran = befit("restore", bomb, "--yes")
    assert (ran.code, is_a_sentence(ran.err)) == (1, True)
    assert "60 MB" in ran.err


@pytest.mark.parametrize(
    "settings", ["bar_kg = " + "9" * 5000, "bar_kg = " + "[" * 5000]
)
def test_settings_that_nobody_could_mean_are_named(befit, filled, settings):
    (filled / "config.toml").write_text(settings)
    ran = befit("today")
    assert ran.code == 0
    assert "config.toml" in ran.err


@pytest.mark.parametrize("year", [1900, 2300])
def test_a_clock_that_is_wrong_is_named_before_anything_is_logged(root, capsys, year):
    clock = datetime(year, 1, 1, tzinfo=ZONE)
    words = ["log", "squat 100x5", "--data-dir", str(root)]
    assert main(words, lambda: clock) == 1
    assert f"The clock of this computer says {year}-01-01" in capsys.readouterr().err
    for reading in ("today", "history", "trends", "alerts", "doctor"):
        assert main([reading, "--data-dir", str(root)], lambda: clock) == 0


def test_a_jump_of_the_clock_is_named_and_not_stored(root, capsys):
    now = [datetime(2026, 11, 2, 18, tzinfo=ZONE)]

    def log():
        words = ["log", "squat 100x5", "--data-dir", str(root)]
        assert main(words, lambda: now[0]) == 0
        return capsys.readouterr().err

    assert log() == ""
    now[0] -= timedelta(hours=3)
    assert "went back from 2026-11-02 18:00 to 2026-11-02 15:00" in log()


@pytest.mark.parametrize(
    "place",
    [
        "befit_tui.store.store.Store.__init__",
        "befit_tui.cli.history.run",
        "befit_tui.store.files._write",
    ],
)
def test_memory_that_is_used_up_is_a_sentence_and_loses_nothing(
    filled, monkeypatch, capsys, place
):
    def exhausted(*_, **__):
        raise MemoryError

    before = snapshot(filled)
    with monkeypatch.context() as patched:
        patched.setattr(place, exhausted)
        words = ["history"] if "history" in place else ["log", "squat 90x5"]
        assert program([*words, "--data-dir", str(filled)]) == 1
    said = capsys.readouterr().err
    assert is_a_sentence(said)
    assert "memory of this computer is used up" in said
    assert snapshot(filled) == before


def snapshot(root):
    """The data in a folder: its bytes by name."""
    found = (path for path in root.rglob("*.json") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def test_an_early_day_is_wrong_usage(befit):
    with pytest.raises(SystemExit) as ended:
        befit("alerts", "--as-of", "0001-01-01")
    assert ended.value.code == 2


def test_a_terminal_is_given_lines_that_break_between_words(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    said = "The log is open in another Befit, process 4711: close it, or say --force."
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setattr(sys, "stderr", Terminal())
    warn(said)
    lines = sys.stderr.getvalue().splitlines()
    assert len(lines) > 1
    assert all(len(line) <= 30 for line in lines)
    assert " ".join(lines) == f"befit: {said}"
