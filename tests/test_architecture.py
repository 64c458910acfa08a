"""The house rules that a machine can check."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "befit_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEADLESS = (
    "befit_tui.logbook", "befit_tui.cli", "befit_tui.demo", "befit_tui.settings",
    "befit_tui.analysis.alerts", "befit_tui.analysis.meter", "befit_tui.__main__",
)  # fmt: skip


@pytest.mark.parametrize("module", HEADLESS)
def test_what_is_below_the_ui_loads_neither_textual_nor_rich(module):
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "befit_tui" in loaded
    assert not {"textual", "rich"} & set(loaded)


NOT_AT_START = {
    "befit_tui.transfer",
    "befit_tui.analysis.meter",
    "befit_tui.analysis.cards.effort", "befit_tui.analysis.meter.replay",
    "befit_tui.catalog.names", "befit_tui.catalog.search",
    "befit_tui.catalog.programmes", "befit_tui.cli",
    "befit_tui.demo", "befit_tui.logbook.alert_cache",
    "befit_tui.logbook.history.workout_list", "befit_tui.logbook.workout.plates",
    "befit_tui.logbook.workout.finish", "befit_tui.ui.screens.workout.finish",
    "befit_tui.ui.screens.history.pane", "befit_tui.ui.screens.picker",
    "befit_tui.ui.screens.prompt", "befit_tui.ui.screens.settings_dialog",
    "befit_tui.ui.screens.workout.pane", "befit_tui.logbook.workout.editor",
    "befit_tui.ui.screens.trends.pane", "befit_tui.ui.widgets.charts", "csv",
    "markdown_it", "tomllib", "befit_tui.analysis.alerts",
}  # fmt: skip
"""What no first screen shows: it would be paid for before the lifter sees anything."""


def test_the_first_screen_does_not_wait_for_what_it_does_not_show():
    code = (
        "import sys, befit_tui.store, befit_tui.ui.app;"
        "import befit_tui.ui.screens.workout.start; print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"textual.app", "befit_tui.ui.screens.workout.start"} <= set(loaded)
    assert not NOT_AT_START & set(loaded)


SYSTEM = re.compile(
    r"^ *(?:import|from) (?:ctypes|fcntl|msvcrt|signal|termios|tty|winreg)\b"
    r"|sys\.platform|os\.name\b|linux_driver",
    re.M,
)
KNOW_THE_SYSTEM = {
    "store/files.py",  # how a file is replaced, made durable, kept from others
    "store/lock.py",
    "ui/shutdown.py",  # signals and consoles
    "ui/terminal_driver.py",
    "ui/bell_and_clipboard.py",  # the clipboard
    "settings.py",  # the place
    "__main__.py",  # which driver there is, one key before the screen is up
}


def test_what_systems_differ_in_is_known_at_one_place_each():
    found = {one for one in MODULES if SYSTEM.search(one.read_text("utf-8"))}
    assert {one.relative_to(PACKAGE).as_posix() for one in found} == KNOW_THE_SYSTEM


def test_functions_stay_below_40_lines():
    long = [
        (path.name, node.name)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


def test_the_top_level_holds_what_the_design_names_and_no_more():
    root = PACKAGE.parent
    names = {
        path.name
        for path in root.iterdir()
        if path.name not in (".git", ".venv", "build", "dist")
        and not path.name.endswith(("_cache", ".egg-info", ".hypothesis"))
    }
    assert names == {
        "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "befit_tui",
        "tests", "screenshots", ".ci", ".github", ".gitignore",
    }  # fmt: skip


MAP = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_every_path_on_the_map_exists():
    paths = re.findall(r"`([\w./]+(?:/|\.py|\.toml))`", MAP)
    assert len(paths) > 50
    missing = [
        path
        for path in paths
        if not (PACKAGE / path).exists() and not (PACKAGE.parent / path).exists()
    ]
    assert missing == []


FLOORS = ("domain", "catalog", "analysis", "store", "transfer", "logbook", "ui", "cli")


def test_the_map_names_every_folder_of_the_package():
    folders = {
        path.parent.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if path.parent != PACKAGE
    }
    assert {folder.split("/")[0] for folder in folders} == {*FLOORS, "demo"}
    assert [one for one in FLOORS if f"`{one}/" not in MAP] == []


def test_no_folder_is_a_heap():
    for folder in {path.parent for path in MODULES}:
        files = [path.stem for path in folder.glob("*.py")]
        assert len(files) <= 25, folder
        heads = (name.split("_")[0] for name in files if "_" in name.strip("_"))
        assert [name for name, n in Counter(heads).items() if n >= 5] == [], folder


def test_every_dialog_is_answered_once_by_its_base():
    own = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if "ModalScreen" in path.read_text(encoding="utf-8")
    ]
    assert own == ["ui/screens/dialog.py"]
