"""Commands run as they are typed, on a Monday evening that never ends."""

import json
import os
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from builders import MONDAY, demo_year
from commands import main

from befit_tui.demo import demo_open_workout
from befit_tui.store.store import Store

NOW = MONDAY + timedelta(minutes=5)


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture(autouse=True)
def no_data_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("BEFIT_DATA_DIR", str(tmp_path / "never"))
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MEASUREMENT", raising=False)


@pytest.fixture
def root(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def befit(root, capsys):
    """``befit("export", "-o", path)``: run a command on the folder ``root``."""

    def run(*argv: object, data_dir=root) -> Ran:
        words = [str(word) for word in argv]
        code = main([*words, "--data-dir", str(data_dir)], lambda: NOW)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def year(tmp_path_factory):
    """A folder with the year of the demo and the workout that is open."""
    folder = tmp_path_factory.mktemp("year")
    store = Store(folder, clock=lambda: NOW)
    store.add_workouts(demo_year(NOW.date()), "demo")
    store.save_active(demo_open_workout(NOW), "start")
    store.close()
    return folder


@pytest.fixture
def ask(befit, year):
    """``ask("alerts")``: run a reading command on the year of the demo."""
    return lambda *argv: befit(*argv, data_dir=year)


HEVY = """\
"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps","rpe"
"Push","5 Oct 2026, 18:00","5 Oct 2026, 19:00","Bench Press (Barbell)",0,"warmup",40,8,
"Push","5 Oct 2026, 18:00","5 Oct 2026, 19:00","Bench Press (Barbell)",1,"normal",80,8,8
"Push","5 Oct 2026, 18:00","5 Oct 2026, 19:00","Zercher Thing",0,"normal",60,abc,
"Push","5 Oct 2026, 18:00","5 Oct 2026, 19:00","Zercher Thing",1,"failure",60,6,10
"Pull","7 Oct 2026, 18:00","7 Oct 2026, 19:00","Deadlift (Barbell)",0,"normal",120,5,7
"Pull","7 Oct 2026, 18:00","7 Oct 2026, 19:00","Deadlift (Barbell)",1,"normal",,,
"""
"""Six records: four sets, one that cannot be read, one that is empty."""

STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-10-05 18:00:00,Legs,1h,Squat (Barbell),1,225,5,0,0,
2026-10-05 18:00:00,Legs,1h,Squat (Barbell),Rest Timer,0,0,0,120,
2026-10-05 18:00:00,Legs,1h,Plank,1,0,0,0,60,
"""
"""Two sets, one of them timed, and a rest; its load has no unit."""


@pytest.fixture
def hevy(tmp_path):
    path = tmp_path / "hevy.csv"
    path.write_text(HEVY, encoding="utf-8")
    return path


@pytest.fixture
def strong(tmp_path):
    path = tmp_path / "strong.csv"
    path.write_text(STRONG, encoding="utf-8")
    return path
