"""What is installed: everything the program needs, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import manual
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "befit_tui"
KINDS = {".py", ".json", ".tcss", ".typed", ".txt", ".toml"}
ELSEWHERE = {".1", ".md"}
"""The manual lies where manuals do, the map of the code beside the code."""


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_and_data_file_is_in_the_wheel(names):
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.suffix not in ELSEWHERE
    }
    assert names >= wanted


def test_nothing_else_is_in_the_wheel(names):
    kinds = {PurePosixPath(name).suffix for name in names if "befit_tui/" in name}
    assert kinds <= KINDS
    others = {name for name in names if not name.startswith("befit_tui/")}
    info = {name.partition("/")[2] for name in others if ".dist-info/" in name}
    assert info == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip
    data = {name.partition(".data/")[2] for name in others if ".data/" in name}
    assert data == {"data/share/man/man1/befit.1"}
    assert len(others) == len(info) + len(data)


def test_the_manual_says_what_the_command_line_says():
    assert manual.PAGE.read_text("utf-8") == manual.page()
