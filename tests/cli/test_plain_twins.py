"""What a screen shows or changes, a command says or changes too."""

import importlib
import pkgutil
from contextlib import closing
from io import StringIO

import pytest
from builders import MONDAY
from textual.screen import ModalScreen

import befit_tui.ui.screens
from befit_tui.store.store import Store
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.screens.pane import Pane
from befit_tui.ui.screens.trends.trend_view import TrendView

LOG = ["log", "bench press 80x8@2"]
TWINS = {
    "StartPane": ["routine"],
    "WorkoutPane": ["today"],
    "FinishDialog": ["log", "-"],  # finish
    "QuestionnaireDialog": ["log", "-"],  # check-in
    # A set is corrected in an export that is imported again: see below.
    "HistoryPane": ["history", "bench", "left<2"],
    "Calendar": ["history", "on:2026-10"],
    "TrendsPane": ["trends"],
    "StrengthView": ["trends", "bench press"],
    "EffortView": ["trends"],
    "VolumeView": ["trends"],
    "FatigueView": ["alerts"],
    "CalendarView": ["trends"],
    "WeightView": ["trends"],
    "RoutinesScreen": ["routine", "--take", "GZCLP"],
    "RoutineEditor": ["routine", "Push A", "--new", "--set", "squat 5x5"],
    "TrainingMaxes": ["routine", "Push A", "--new", "--set", "squat 5/3/1 tm=100"],
    "ExercisePicker": ["exercises", "chest", "cable"],
    "LiftScreen": ["trends", "bench press"],
    "Form": ["exercises", "bench press", "--setting", "rest=3:00"],
    "OwnExerciseDialog": [
        "exercises",
        "Zercher Thing",
        "--new",
        "--setting",
        "risk=avoid",
    ],
    "ExerciseNames": ["exercises"],
    "ReadingDialog": ["import", "{hevy}", "--dry-run"],
    "PreviewDialog": ["import", "{hevy}", "--dry-run"],
    "ResultDialog": ["import", "{hevy}", "--yes"],
    "Popup": ["plates", "60", "80"],
    "Palette": ["doctor"],
    "KeysHelp": ["paths"],
}
"""The twin of each screen and dialog: it says the same, or changes it."""
QUESTIONS = {"Prompt", "Choice", "YesNo"}
"""They ask for what a command is told behind its name."""


def screens():
    """The names of everything in ``ui/screens`` that takes the screen, or a part."""
    package = befit_tui.ui.screens
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    waiting, found = [ModalScreen, Pane, TrendView], set()
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        found |= {
            one for one in subclasses if one.__module__.startswith(package.__name__)
        }
        waiting += subclasses
    return {one.__name__ for one in found if not one.__subclasses__()}


def test_every_screen_has_its_plain_twin():
    assert issubclass(Dialog, ModalScreen)
    assert screens() == TWINS.keys() | QUESTIONS


@pytest.mark.parametrize("screen", TWINS)
def test_the_twin_works(befit, hevy, monkeypatch, screen):
    befit(*LOG)
    monkeypatch.setattr("sys.stdin", StringIO("check-in sleep 4\nfinish\n"))
    words = [word.replace("{hevy}", str(hevy)) for word in TWINS[screen]]
    ran = befit(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


# -- noting an alert


@pytest.fixture
def worn(befit):
    """A log with an alert: five sets to failure in a workout."""
    befit("log", "squat 100x5x5@f")
    return befit


def test_a_noted_alert_is_quiet_until_it_is_worse(worn, root):
    code = worn("alerts", "--json").json["alerts"][0]["code"]
    title = worn("alerts", "--json").json["alerts"][0]["title"]
    assert f"{title}. " in worn("today").out
    assert f"({code}, open since Mon 2 Nov 2026)" in worn("alerts").out
    assert worn("alerts", "--note", code).out.startswith(f"Noted: {title}. ")
    assert f"{title}. " not in worn("today").out
    listed = worn("alerts").out
    assert f"({code}, open since Mon 2 Nov 2026)" in listed
    assert listed.count(" noted ") == 1
    others, _, last = listed.partition(" noted ")
    assert (code in others, last.count(" open since ")) == (False, 1)
    with closing(Store(root, clock=lambda: MONDAY)) as store:
        store.undo()
    assert f"{title}. " in worn("today").out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["stall"], "No alert stall is open; open are failure-"),
        (["failure-high-risk=deadlift"], "Say of what failure-high-risk is to be"),
        (["stall", "--as-of", "2026-11-01"], "noted as it stands today"),
        (["stall", "--json"], "noted as it stands today"),
    ],
)
def test_what_is_not_open_is_not_noted(worn, words, why):
    before = worn("export").out
    ran = worn("alerts", "--note", *words)
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert worn("export").out == before


# -- what is set of a lift


def settings(befit, *words):
    (found,) = befit("exercises", *words, "--json").json
    return found["settings"]


def test_a_lift_is_said_and_set(befit, root):
    before = settings(befit, "bench press")
    said = befit("exercises", "bench press").out.splitlines()
    assert said[0] == "Bench Press (Barbell), not done yet."
    assert any(line.startswith("rest: not set (") for line in said)
    befit("exercises", "bench press", "--setting", "rest=3:00", "--setting", "note=x=1")
    changed = {**before, "rest": "3:00", "note": "x=1"}
    assert settings(befit, "bench press") == changed
    with closing(Store(root, clock=lambda: MONDAY)) as store:
        store.undo()
    assert settings(befit, "bench press") == before


def test_words_that_fit_several_lifts_list_them(befit):
    rows = befit("exercises", "chest", "cable").out.splitlines()[1:]
    assert len(rows) > 3
    found = befit("exercises", "chest", "cable", "--json").json
    assert [row.partition("  ")[0] for row in rows] == [one["lift"] for one in found]
    assert all(one["equipment"] == "cable" for one in found)


def test_a_lift_of_ones_own_is_made_set_and_called_otherwise(befit):
    made = befit("exercises", "Stone Load", "--new", "--setting", "risk=avoid").out
    assert (
        made == "Stone Load: equipment other, muscle other, load weight, risk avoid.\n"
    )
    for pair in ("rest=2:00", "name=Atlas Stone", "muscle=glutes"):
        assert befit("exercises", "stone load", "--setting", pair).code == 0
    befit("exercises", "--hide", "own-stone-load")
    assert settings(befit, "atlas stone") | {"unit": ""} == {
        **settings(befit, "own-stone-load"),
        "name": "Atlas Stone", "rest": "2:00", "muscle": "glutes", "risk": "avoid",
        "hidden": "yes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["bench press", "--setting", "colour=red"], "colour is no setting of Bench"),
        (["bench press", "--setting", "rest=long"], "A rest is up to an hour"),
        (["bench press", "--setting", "muscle=chest"], "muscle is no setting of Bench"),
        (["bench press", "--setting", "hidden=maybe"], "yes or no"),
        (["bench press", "--setting", "name=Squat (Barbell)"], "merge the two"),
        (["bench press", "--setting", "rest"], "--setting wants FIELD=VALUE"),
        (["bench press", "--new"], "bench press means Bench Press (Barbell) already."),
        (
            ["zercher thing", "--new", "--setting", "muscle=brain"],
            "muscle is one of chest",
        ),
        (["--setting", "rest=60"], "Say of which exercise"),
        (["qqqqq"], "No exercise fits 'qqqqq'."),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_changes(befit, words, why):
    before = befit("export").out
    ran = befit("exercises", *words)
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert befit("export").out == before


def test_a_set_of_the_past_is_corrected_in_a_written_copy(befit, tmp_path):
    befit(*LOG)
    copy = tmp_path / "log.json"
    copy.write_text(befit("export").out.replace('"reps": 8', '"reps": 9'), "utf-8")
    taken = befit("import", copy, "--yes", "--conflicts", "file", "--json").json
    assert (taken["sets"], taken["updated"], taken["conflicts"]) == (0, 1, [])
    again = befit("import", copy, "--yes", "--conflicts", "file", "--json").json
    assert (again["updated"], again["duplicates"]) == (0, 1)
    (done,) = befit("export").json["workouts"][0]["entries"][0]["sets"]
    assert done["reps"] == 9
