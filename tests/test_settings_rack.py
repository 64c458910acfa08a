"""The settings of the bar, the plates and the presses."""

import pytest

from befit_tui.domain.errors import SettingsError
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import EffortScale
from befit_tui.settings import Settings, read_settings, typed_setting


def test_the_plates_and_the_bar_of_the_file_make_the_gear(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('bar_kg = 15\nplates_kg = "10x4 5"\npresses_per_rep = 2\n')
    settings, problems = read_settings(path)
    assert problems == []
    assert settings.presses_per_rep == 2
    assert settings.gears[Unit.KG].bar == 15
    assert settings.gears[Unit.KG].pairs[0] == (10, 2)
    assert settings.gears[Unit.LB].bar == 45


@pytest.mark.parametrize(
    "line",
    ["bar_kg = -1", "bar_kg = true", 'bar_kg = "20"', 'plates_kg = "abc"',
     'plates_kg = ""', "plates_lb = 45", "presses_per_rep = 3", 'rest_alert = "horn"'],
)  # fmt: skip
def test_what_cannot_be_used_is_named_and_the_default_stays(tmp_path, line):
    path = tmp_path / "config.toml"
    path.write_text(line + "\n")
    settings, problems = read_settings(path)
    key = line.split()[0]
    assert getattr(settings, key) == getattr(Settings(), key)
    assert len(problems) == 1
    assert "line 1" in problems[0]


def test_a_typed_setting_is_read_or_refused_with_a_sentence():
    assert typed_setting("bar_kg", "17,5") == 17.5
    assert typed_setting("plates_kg", " 20 10 ") == "20 10"
    with pytest.raises(SettingsError, match="cannot be used"):
        typed_setting("plates_kg", "heavy")


@pytest.mark.parametrize(
    ("text", "scale", "wrong"),
    [("", "left", 0), ('effort = "rpe"', "rpe", 0), ("effort = 8", "left", 1)],
)
def test_effort_is_said_in_reps_left_or_in_rpe(tmp_path, text, scale, wrong):
    path = tmp_path / "config.toml"
    path.write_text(text + "\n")
    settings, problems = read_settings(path)
    assert settings.effort is EffortScale(scale)
    assert len(problems) == wrong
