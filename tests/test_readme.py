"""What the README says is so."""

import re
import shlex

import pytest
from readme import README, between, key_tables, rules_table

from befit_tui.cli.parser import parse

TEXT = README.read_text(encoding="utf-8")


def test_the_keys_are_those_of_the_program():
    assert between(TEXT, "keys") == key_tables()


def test_the_rules_are_those_of_the_program():
    assert between(TEXT, "rules") == rules_table()


@pytest.mark.parametrize("line", re.findall(r"^befit (.+?)(?:\s+#.*)?$", TEXT, re.M))
def test_every_command_is_understood(line):
    assert parse(shlex.split(line)).command


def test_the_pictures_are_there():
    for name in re.findall(r"\((screenshots/[^)]+)\)", TEXT):
        assert (README.parent / name).is_file()


def test_the_backtest_names_every_column_of_the_command():
    table = between(TEXT, "backtest")
    for column in ("meter", "Epley", "Brzycki", "last set", "band holds", "width"):
        assert column in table
