"""What a change of a setting does to config.toml, which people write by hand."""

import errno
import os

import pytest
from platforms import needs

from befit_tui.domain.errors import SettingsError
from befit_tui.domain.load import Unit
from befit_tui.settings import read_settings, write_setting

BY_HAND = '''\
# my gym
theme   =  "nord"   # dark

unit = "kg"  # at home
plates_kg = """
20 10 5"""

[alerts]  # quieter
failure_budget = 3
'''


@pytest.fixture
def path(tmp_path):
    return tmp_path / "befit" / "config.toml"


def test_a_change_leaves_comments_order_and_spaces(path):
    path.parent.mkdir()
    path.write_bytes(BY_HAND.replace("\n", "\r\n").encode())
    write_setting(path, "unit", Unit.LB)
    kept = path.read_bytes().decode()
    assert kept == BY_HAND.replace('kg"', 'lb"').replace("\n", "\r\n")


def test_a_new_setting_stands_before_the_tables_and_says_what_it_is(path):
    path.parent.mkdir()
    path.write_text(BY_HAND)
    write_setting(path, "rest_alert", "none")
    settings, problems = read_settings(path)
    assert (settings.rest_alert, settings.limits) == ("none", {"failure_budget": 3})
    assert problems == []
    (line,) = [one for one in path.read_text().splitlines() if "rest_alert" in one]
    assert line.startswith('rest_alert = "none" # what the end of a rest does')


@pytest.mark.parametrize(
    ("key", "value"),
    [("unit", Unit.LB), ("bar_kg", 17.5), ("effort_question", False),
     ("theme", 'a "b" \\ ü'), ("presses_per_rep", 2)],
)  # fmt: skip
def test_what_is_written_reads_back(path, key, value):
    for _ in range(2):
        write_setting(path, key, value)
        settings, problems = read_settings(path)
        assert (getattr(settings, key), problems) == (value, [])


def test_the_file_is_for_its_owner_only(path):
    write_setting(path, "unit", "lb")
    assert needs.has_mode(path, 0o600)
    assert [one.name for one in path.parent.iterdir()] == ["config.toml"]


@needs.links
def test_a_link_to_dotfiles_stays_a_link(path, tmp_path):
    dotfile = tmp_path / "dotfiles" / "befit.toml"
    path.parent.mkdir()
    path.symlink_to(dotfile)
    write_setting(path, "unit", "lb")
    write_setting(path, "bar_kg", 15)
    assert path.is_symlink()
    assert read_settings(path)[0].bar_kg == 15
    assert "bar_kg = 15" in dotfile.read_text()


@pytest.mark.parametrize(
    "content", [b"unit = kg", b"\xff", b"unit = 'kg'\nunit = 'lb'"]
)
def test_a_file_that_is_not_toml_is_left_alone(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="cannot be written"):
        write_setting(path, "bar_kg", 15)
    assert path.read_bytes() == content


def test_a_full_disk_is_named_without_its_number(path, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("befit_tui.store.files.atomic_write", full)
    with pytest.raises(SettingsError, match=r"written \(No space left on device\);"):
        write_setting(path, "unit", "lb")


@needs.links
def test_a_link_in_a_circle_is_one_sentence(path):
    path.parent.mkdir()
    path.symlink_to(path)
    with pytest.raises(SettingsError, match="the setting lasts until you quit"):
        write_setting(path, "unit", "lb")
    assert len(read_settings(path)[1]) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("unit = 'st'", 'line 7: unit = "st" cannot be used'),
        ('"bar_kg" = -1', "line 7: bar_kg = -1 cannot be used"),
        ("colour = 'red'", "line 7: 'colour' is not a setting"),
        ("[bar]\nunit = 3", "line 7: 'bar' is not a setting"),
        ("[alerts]\nunit = 3", "line 8: 'unit' is no limit of the alerts"),
        ("bar.kg = 20", "line 7: 'bar' is not a setting"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_key(path, line, told):
    path.parent.mkdir()
    above = "# one\n\ntheme = 'nord'\n# unit = 'lb'\ncharts = 'block'\n\n"
    path.write_text(f"{above}{line}\n")
    (said,) = read_settings(path)[1]
    assert said.startswith(f"{path}, {told}")
