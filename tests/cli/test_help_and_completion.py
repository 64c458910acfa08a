"""What a stranger is shown: the help, and what the shell completes."""

import shutil
import subprocess

import pytest

from befit_tui.cli.parser import parse, parser

LINES, COLUMNS = 24, 80


def helped(capsys, *words):
    with pytest.raises(SystemExit):
        parse([*words, "--help"])
    return capsys.readouterr().out.splitlines()


@pytest.fixture
def commands():
    (found,) = (one for one in parser()._actions if one.dest == "command")
    return found.choices


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_the_help_fits_a_screen_and_names_every_command(
    capsys, monkeypatch, commands, width
):
    monkeypatch.setenv("COLUMNS", width)
    said = helped(capsys)
    assert len(said) < LINES
    assert max(map(len, said)) <= COLUMNS
    told = [part for line in said for part in (line[2:39], line[42:]) if part]
    named = {part.split()[0] for part in told if part[0] != " "}
    assert set(commands) <= named


def test_every_command_is_said_in_brief(commands):
    for name, command in commands.items():
        brief = command.description.partition(":")[0]
        assert 0 < len(brief) <= 26, name


def test_the_help_of_a_command_is_no_wider_than_a_screen(capsys, monkeypatch, commands):
    monkeypatch.setenv("COLUMNS", "80")
    for name in commands:
        said = helped(capsys, name)
        assert max(map(len, said)) <= COLUMNS, name
        assert any(line.startswith(f"  befit {name}") for line in said), name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_is_told_every_command_and_option(befit, commands, shell):
    ran = befit("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert [name for name in commands if name not in ran.out] == []
    assert "--dry-run" in ran.out or "-l dry-run" in ran.out


COMPLETE = """
source /dev/stdin
complete_it() {{ COMP_WORDS=({words}); COMP_CWORD={at}; _shtab_befit; }}
complete_it; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("befit al", ["alerts"]),
        ("befit export --format s", ["strong", "sqlite"]),
        ("befit import --dr", ["--dry-run"]),
        ("befit completion f", ["fish"]),
    ],
)
def test_bash_completes(befit, typed, completed):
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    words = typed.split()
    ran = subprocess.run(
        ["bash", "-c", COMPLETE.format(words=typed, at=len(words) - 1)],
        input=befit("completion", "bash").out,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == completed


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_another_shell_can_read_it(befit, shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    path = tmp_path / "befit"
    path.write_text(befit("completion", shell).out, encoding="utf-8")
    subprocess.run([shell, "-n", path], check=True)
