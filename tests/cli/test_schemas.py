"""Every ``--json`` answer and the export are what their schema says, and no more."""

import json
from copy import deepcopy
from datetime import timedelta

import pytest
from builders import MONDAY, demo_year
from jsonschema import Draft202012Validator, ValidationError

from befit_tui.cli.parser import parser
from befit_tui.cli.schemas.answers import ANSWERS
from befit_tui.cli.schemas.schema import DIALECT, schema
from befit_tui.demo import demo_open_workout
from befit_tui.store.store import Store

NOW = MONDAY + timedelta(minutes=5)

ANSWERS_OF = [
    ("alerts", ["alerts", "--json"]),
    ("backtest", ["backtest", "--json"]),
    ("doctor", ["doctor", "--json"]),
    ("exercises", ["exercises", "--json"]),
    ("exercises-found", ["exercises", "bench press", "--json"]),
    ("exercises-found", ["exercises", "chest", "cable", "--json"]),
    ("export", ["export"]),
    ("history", ["history", "bench", "--json"]),
    ("meter", ["meter", "bench press", "--load", "80", "--reps", "6", "--json"]),
    ("meter", ["meter", "plank", "--json"]),
    ("plan", ["plan", "bench press", "--json"]),
    ("plan", ["plan", "plank", "--json"]),
    ("status", ["status", "--json"]),
    ("today", ["today", "--json"]),
    ("trends", ["trends", "--json"]),
    ("trends-of-lift", ["trends", "bench press", "--json"]),
    ("verdict", ["verdict", "--json"]),
    ("verdict", ["verdict", "plank", "--json"]),
]


@pytest.fixture(scope="module")
def season(tmp_path_factory):
    """The last weeks of the demo: every kind of answer is there, and soon checked."""
    folder = tmp_path_factory.mktemp("season")
    store = Store(folder, clock=lambda: NOW)
    store.add_workouts(demo_year(NOW.date())[-40:], "demo")
    store.save_active(demo_open_workout(NOW), "start")
    store.close()
    return folder


@pytest.fixture
def ask(befit, season):
    return lambda *argv: befit(*argv, data_dir=season)


def closed(name):
    """The schema of an answer, which lets nothing pass that it does not name."""
    found = deepcopy(schema(name))
    for one in found.get("$defs", {}).values():
        if "properties" in one:
            one["additionalProperties"] = False
    return Draft202012Validator(found).validate


@pytest.mark.parametrize(("name", "words"), ANSWERS_OF)
def test_an_answer_is_what_its_schema_says(ask, name, words):
    closed(name)(ask(*words).json)


@pytest.mark.parametrize(("name", "words"), ANSWERS_OF)
def test_an_answer_of_an_empty_log_too(befit, name, words):
    ran = befit(*words)
    if ran.code:
        assert (ran.out, len(ran.err.splitlines())) == ("", 1)
    else:
        closed(name)(ran.json)


@pytest.mark.parametrize("several", [False, True])
def test_an_import_is_what_its_schema_says(befit, hevy, strong, several):
    words = [hevy, strong] if several else [hevy]
    ran = befit("import", *words, "--unit", "lb", "--yes", "--json")
    closed("import")(ran.json)
    again = hevy.read_text("utf-8").replace("60,6,10", "60,7,10")
    hevy.write_text(again, "utf-8")
    closed("import")(befit("import", hevy, "--yes", "--json").json)


def test_what_is_wrong_does_not_pass(ask):
    found = ask("alerts", "--json").json
    found["alerts"][0]["evidence"] = []
    with pytest.raises(ValidationError):
        closed("alerts")(found)
    with pytest.raises(ValidationError):
        closed("status")({"text": ""})


def test_an_export_with_fields_of_a_later_version_is_still_one(ask):
    found = ask("export").json
    found["later"] = found["workouts"][0]["later"] = 1
    Draft202012Validator(schema("export")).validate(found)


def test_every_command_with_json_has_a_schema():
    (commands,) = (one for one in parser()._actions if one.dest == "command")
    with_json = {
        name
        for name, one in commands.choices.items()
        if any("--json" in action.option_strings for action in one._actions)
    }
    others = {"export", "trends-of-lift", "exercises-found"}
    assert with_json | others == set(ANSWERS)
    assert {name for name, _ in ANSWERS_OF} | {"import"} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_schema_is_one(name):
    Draft202012Validator.check_schema(schema(name))


def test_the_command_prints_them(befit):
    assert befit("schema").out.split() == list(ANSWERS)
    found = befit("schema", "plan").json
    assert found["$schema"] == DIALECT
    assert json.dumps(found) == json.dumps(schema("plan"))
    ran = befit("schema", "nonsense")
    assert (ran.code, ran.out) == (1, "")
    assert "There is no schema 'nonsense'" in ran.err
