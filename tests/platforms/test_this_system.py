"""What Befit does differently on each system: the one that runs, or a stand-in."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from builders import MONDAY
from commands import main

from befit_tui import __main__ as program
from befit_tui.domain.errors import StoreError
from befit_tui.domain.load import Unit
from befit_tui.logbook.import_export.exporting import write_private
from befit_tui.settings import unit_by_locale
from befit_tui.store.files import atomic_write, is_device
from befit_tui.ui import shutdown

WINDOWS = sys.platform == "win32"
on_windows = pytest.mark.skipif(not WINDOWS, reason="only Windows has it")


@pytest.mark.parametrize("hours", [9, -8])
def test_a_program_that_goes_on_knows_that_the_zone_has_changed(monkeypatch, hours):
    program.local_now()
    monkeypatch.setenv("TZ", f"HERE{-hours}")
    # Windows tells a process of its own accord, and has no such variable.
    assert WINDOWS or program.local_now().utcoffset() == timedelta(hours=hours)
    monkeypatch.undo()
    program.local_now()


def test_the_clock_of_a_rest_is_never_behind_one_that_stops_in_sleep():
    before = time.monotonic()
    assert before - 0.1 <= program.elapsed_s() <= program.elapsed_s()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_with_the_code_that_a_shell_expects(number):
    async def wait():
        came = asyncio.get_running_loop().create_future()
        shutdown.watch_endings(came.set_result)
        signal.raise_signal(number)
        return await asyncio.wait_for(came, 5)

    before = {one: signal.getsignal(one) for one in shutdown.ENDING_SIGNALS}
    try:
        assert asyncio.run(wait()) == 128 + number
    finally:
        for one, handler in before.items():
            signal.signal(one, handler or signal.SIG_DFL)


@on_windows
@pytest.mark.parametrize("event", shutdown.CLOSING)
def test_a_console_that_closes_ends_the_program(event, monkeypatch):
    monkeypatch.setattr(shutdown, "CLOSING_S", 0)
    ended = []
    shutdown._watch_console(lambda: ended.append("saved"))
    told = shutdown._kept[-1]
    assert told(0) == 0  # ctrl+c is a key
    assert ended == []
    assert told(event) == 1
    assert ended == ["saved"]


@pytest.mark.parametrize("refusals", [1, 2, 5])
def test_a_file_that_a_scanner_holds_is_replaced_when_it_lets_go(
    tmp_path, monkeypatch, refusals
):
    real, left = os.replace, [refusals] * 2

    def replace(source, target):
        kind = str(target).endswith(".prev")
        if left[kind]:
            left[kind] -= 1
            raise PermissionError(13, "Access is denied")
        real(source, target)

    path = tmp_path / "active.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", replace)
    if WINDOWS:
        atomic_write(path, b"new")
    else:
        with pytest.raises(PermissionError):
            atomic_write(path, b"new")
    assert path.read_bytes() == (b"new" if WINDOWS else b"old")
    assert list(tmp_path.glob("*.tmp")) == []


def test_a_file_that_is_never_let_go_is_refused_and_stands(tmp_path, monkeypatch):
    def replace(_source, _target):
        raise PermissionError(13, "Access is denied")

    path = tmp_path / "active.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(PermissionError):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("NUL", True),
        ("nul.json", True),
        ("Con .csv", True),
        ("com1.sqlite", True),
        ("LPT³", True),
        ("null.json", False),
        ("console.csv", False),
        ("com10.csv", False),
        ("log.nul", False),
    ],
)
def test_the_name_of_a_device_is_no_file_on_windows(name, device, tmp_path):
    path = tmp_path / name
    assert is_device(path) == (WINDOWS and device)
    if WINDOWS and device:
        with pytest.raises(StoreError, match="name of a device"):
            write_private(path, "x")
    else:
        write_private(path, "x")
        assert path.read_text() == "x"


@pytest.mark.parametrize(
    ("variable", "windows", "unit"),
    [
        ("en_US.UTF-8", "", Unit.LB),
        ("de_DE.UTF-8", "en-US", Unit.KG),
        ("", "", Unit.KG),
        pytest.param("", "en-US", Unit.LB, marks=on_windows),
        pytest.param("", "my-MM", Unit.LB, marks=on_windows),
        pytest.param("", "de-DE", Unit.KG, marks=on_windows),
    ],
)
def test_pounds_where_gyms_count_in_pounds(monkeypatch, variable, windows, unit):
    if WINDOWS and not hasattr(sys, "getwindowsversion"):
        monkeypatch.setenv("BEFIT_TEST_LOCALE", windows)
    elif WINDOWS and not variable:
        pytest.skip("the place is what this Windows says")
    for name in ("LC_ALL", "LC_MEASUREMENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", variable)
    assert unit_by_locale() is unit


def test_the_driver_is_textuals_own_where_a_console_is_no_file():
    assert (program._driver() is None) == WINDOWS


@on_windows
def test_one_key_answers_and_what_was_typed_before_is_forgotten(monkeypatch, capsys):
    import msvcrt  # noqa: PLC0415

    typed = list("xxc")
    monkeypatch.setattr(msvcrt, "kbhit", lambda: len(typed) > 1)
    monkeypatch.setattr(msvcrt, "getwch", lambda: typed.pop(0))
    assert program._answer("Close it?") == "c"
    assert capsys.readouterr().err == "befit: Close it?\n"


@pytest.mark.parametrize(
    ("number", "gone"), [(32, True), (22, WINDOWS), (28, False), (5, False)]
)
def test_a_reader_that_leaves_is_no_failure(number, gone):
    assert program._reader_left(OSError(number, "")) == gone


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_no_console_is_too_old_for_the_signs(tmp_path, encoding):
    """The words of a record have a sign that cp1252 lacks."""
    words = ["log", "bench press 100x5@2 # grüße ▲ 力", "--data-dir", str(tmp_path)]
    ran = subprocess.run(
        [sys.executable, "-m", "befit_tui", *words],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "grüße ▲ 力" in ran.stdout.decode("utf-8")


def test_a_folder_may_have_spaces_and_letters_of_any_kind(tmp_path, capsys):
    folder = tmp_path / "My Log (ü) & more"
    for words in (["log", "squat 100x5"], ["today"], ["backup"], ["doctor"]):
        assert main([*words, "--data-dir", str(folder)], lambda: MONDAY) == 0
    assert "Squat (Barbell)" in capsys.readouterr().out
    (copy,) = (folder / "backups").iterdir()
    assert main(["restore", copy.name, "--data-dir", str(folder)], lambda: MONDAY) == 0


def test_lines_that_end_as_on_windows_are_read(tmp_path, capsys):
    path = tmp_path / "hevy.csv"
    path.write_bytes(
        b'"title","start_time","end_time","exercise_title","set_index","set_type",'
        b'"weight_kg","reps","rpe"\r\n"Push","5 Oct 2026, 18:00","5 Oct 2026, 19:00",'
        b'"Bench Press (Barbell)",0,"normal",80,8,8\r\n'
    )
    words = ["import", str(path), "--yes", "--data-dir", str(tmp_path / "log")]
    assert main(words, lambda: MONDAY) == 0
    assert "1" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "darwin", reason="only a Mac's disk has to be told")
def test_a_mac_is_told_to_write_what_its_disk_has(tmp_path, monkeypatch):
    import fcntl  # noqa: PLC0415

    asked = []
    monkeypatch.setattr(fcntl, "fcntl", lambda _fd, command: asked.append(command))
    atomic_write(tmp_path / "active.json", b"x")
    assert asked == [fcntl.F_FULLFSYNC]


@pytest.mark.skipif(
    WINDOWS or sys.platform == "darwin", reason="it stands in for the other systems"
)
@pytest.mark.parametrize("system", ["windows", "macos"])
def test_the_other_systems_are_stood_in_for(system):
    """These tests and those of the files; the whole suite runs in the same way."""
    here = Path(__file__).parent
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider",
         here, here.parent / "store" / "test_files.py"],
        env=os.environ | {"BEFIT_TEST_PLATFORM": system},
        cwd=here.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-3000:]
