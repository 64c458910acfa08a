"""The limits of the alerts, from the table [alerts] of config.toml."""

import pytest

from befit_tui.analysis.alerts import Thresholds
from befit_tui.settings import read_settings, write_setting


def read(tmp_path, text: str):
    path = tmp_path / "config.toml"
    path.write_text(text)
    settings, problems = read_settings(path)
    limits = Thresholds(**settings.limits)
    return limits, [line.removeprefix(f"{path}, ") for line in problems]


def test_limits_are_taken_over(tmp_path) -> None:
    text = "[alerts]\nfailure_budget = 3\nbreaking_share = 0.5\n"
    limits, problems = read(tmp_path, text)
    assert problems == []
    assert (limits.failure_budget, limits.breaking_share) == (3, 0.5)
    assert limits.deload_weeks == Thresholds().deload_weeks


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("budget = 3", "'budget' is no limit of the alerts; ignored."),
        (
            "recent_days = 2.5",
            "recent_days = 2.5 cannot be used, it must be a whole number; 28 is used.",
        ),
        (
            "failure_budget = -1",
            "failure_budget = -1 cannot be used, it must be a whole number; 2 is used.",
        ),
        (
            "breaking_share = true",
            "breaking_share = true cannot be used, it must be a number; 0.25 is used.",
        ),
        (
            "share_rise = nan",
            "share_rise = nan cannot be used, it must be a number; 0.05 is used.",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(tmp_path, line, problem) -> None:
    limits, problems = read(tmp_path, f'unit = "kg"\n\n[alerts]\n{line}\n')
    assert limits == Thresholds()
    (said,) = problems
    assert said.startswith("line 4: ")
    assert said.removeprefix("line 4: ") == (problem)


def test_a_setting_that_is_added_stays_out_of_the_table(tmp_path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[alerts]\nfailure_budget = 3\n")
    write_setting(path, "rest_alert", "none")
    settings, problems = read_settings(path)
    assert problems == []
    assert (settings.rest_alert, settings.limits) == ("none", {"failure_budget": 3})
