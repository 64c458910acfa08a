"""How ``befit`` starts: fast, offline, and not without a terminal."""

import os
import subprocess
import sys
from contextlib import closing, suppress

import pytest
from builders import MONDAY as NOW
from platforms import needs

from befit_tui import __version__
from befit_tui.store.store import Store

NO_TERMINAL = "befit: Befit needs a terminal it can draw on"


@pytest.fixture
def python(tmp_path):
    """Runs a program in a Python of its own; its data folder is new."""

    def run(code, **environment):
        return subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"BEFIT_DATA_DIR": str(tmp_path / "data")} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


CALL = """
import sys
from befit_tui.__main__ import main
try:
    code = main({words!r})
except SystemExit as ended:
    code = ended.code
loaded = {{name.partition(".")[0] for name in sys.modules}}
heavy = {{"textual", "rich", "tinydb", "json", "msgspec"}}
print(code, *sorted(loaded & heavy), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["--version"], "0"),
        (["--help"], "0"),
        (["import", "--help"], "0"),
        (["status"], "0 json"),
        (["alerts", "--json"], "0 json msgspec tinydb"),
        (["history"], "0 json msgspec tinydb"),
    ],
)
def test_a_command_loads_what_it_needs(python, words, loaded):
    assert python(CALL.format(words=words)).stderr.strip() == loaded


def test_version(python):
    assert python(CALL.format(words=["--version"])).stdout == f"befit {__version__}\n"


COMMANDS = [
    "log", "today", "history", "trends", "meter", "alerts", "import", "export",
    "backtest", "backup", "restore", "doctor", "paths", "demo",
]  # fmt: skip


def test_every_command_has_an_example(python):
    calls = "".join(
        f"\ntry: main([{name!r}, '--help'])\nexcept SystemExit: pass"
        for name in COMMANDS
    )
    out = python(f"from befit_tui.__main__ import main{calls}").stdout
    assert [name for name in COMMANDS if f"example:\n  befit {name}" not in out] == []
    assert out.count("--data-dir DIR") >= len(COMMANDS)


OFFLINE = """
import sys
def forbid(event, args):
    if event.split(".")[0] == "socket":
        raise RuntimeError(event)
sys.addaudithook(forbid)
from befit_tui.__main__ import main
calls = [
    "log|squat 100x5@2", "today", "history", "trends", "alerts", "backup", "doctor",
    "meter|squat|--load|100", "export", "import|--dry-run|{file}", "import|{file}",
    "backtest|{file}", "restore|--yes", "paths",
]
sys.exit(any(main(call.split("|")) for call in calls))
"""


def test_everything_works_without_a_network(python, hevy):
    ran = python(OFFLINE.format(file=hevy))
    assert (ran.returncode, ran.stderr) == (0, "")


SCREEN = """
import sys
from befit_tui import __main__ as befit
befit._no_screen = str
befit._driver = lambda: sys.exit(f"{'textual' in sys.modules} {'_ssl' in sys.modules}")
befit.main([])
"""


def test_the_screen_loads_nothing_to_encrypt_with(python):
    # What stands in for another system loads asyncio, and that OpenSSL, before Befit.
    assert python(SCREEN, BEFIT_TEST_PLATFORM="").stderr == "True False\n"


@pytest.mark.parametrize("words", [[], ["demo"], ["--data-dir", "x"]])
def test_without_a_terminal_one_sentence_says_so(python, words, tmp_path):
    ran = python(CALL.format(words=words), TERM="xterm-256color")
    sentence, code = ran.stderr.strip().splitlines()
    assert sentence.startswith(NO_TERMINAL)
    assert "befit today" in sentence
    assert code.split()[0] == "2"
    assert ran.stdout == ""
    assert not (tmp_path / "data").exists()


def at_a_terminal(kind, folder, wanted):
    """The exit code of ``befit`` in a terminal of a kind, and what it wrote there.

    A ``q`` is typed when it has said what was ``wanted``: what is typed before a
    question is no answer to it.
    """
    needs.terminal()
    terminal, screen = os.openpty()
    befit = subprocess.Popen(
        [sys.executable, "-m", "befit_tui", "--data-dir", str(folder)],
        env=os.environ | {"TERM": kind},
        stdin=screen,
        stdout=screen,
        stderr=screen,
    )
    said = ""
    while wanted not in " ".join(said.split()):
        said += os.read(terminal, 1000).decode()
    while befit.poll() is None:
        os.write(terminal, b"q")
        with suppress(subprocess.TimeoutExpired):
            befit.wait(0.2)
    os.close(screen)
    os.close(terminal)
    return befit.returncode, said


def test_a_terminal_that_cannot_draw_is_told_so(tmp_path):
    code, said = at_a_terminal("dumb", tmp_path / "x", NO_TERMINAL)
    assert (code, said[: len(NO_TERMINAL)]) == (2, NO_TERMINAL)
    assert not (tmp_path / "x").exists()


def test_a_second_befit_is_refused_with_a_sentence(tmp_path):
    with closing(Store(tmp_path, clock=lambda: NOW)):
        code, said = at_a_terminal("xterm-256color", tmp_path, "changing it.")
    assert (code, said[:22]) == (1, "befit: Another Befit (")
    (sentence,) = " ".join(said.split()).split("befit: ")[1:]
    assert sentence.count(". ") <= 2


@needs.bash
def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    ran = subprocess.run(
        f"{sys.executable} -m befit_tui export --data-dir {tmp_path / 'x'} | true",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_data_folder_can_be_named_anywhere(python, tmp_path, place):
    words = {
        "before": ["--data-dir", str(tmp_path / "here"), "paths"],
        "after": ["paths", "--data-dir", str(tmp_path / "here")],
        "environment": ["paths"],
    }[place]
    folder = "data" if place == "environment" else "here"
    out = python(CALL.format(words=words)).stdout
    assert out.splitlines()[0] == f"data    {tmp_path / folder}"
