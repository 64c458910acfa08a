"""``befit status``: a line for a bar that asks every few seconds."""

import json
import os
import shutil
import sys
from datetime import timedelta

import pytest
from builders import MONDAY, demo_year, done, entry
from commands import main

from befit_tui.domain.workout import Target, Workout
from befit_tui.logbook.status import status_of
from befit_tui.paths import find_paths
from befit_tui.store.status import open_workout
from befit_tui.store.store import Store

SET = done(80, 8, left=2, id="s1", at=MONDAY - timedelta(seconds=70))
PUSH = Workout(
    entries=(entry("bench-press-barbell", SET, target=Target(rest_s=180)),),
    id="w1",
    name="Push A",
    started_at=MONDAY - timedelta(minutes=42, seconds=30),
)


@pytest.fixture
def status(root, capsys):
    """``status("--json")`` at a moment, by default five minutes past."""

    def run(*words, after=timedelta(0)):
        argv = ["status", *words, "--data-dir", str(root)]
        code = main(argv, lambda: MONDAY + after)
        out, err = capsys.readouterr()
        assert (code, err) == (0, "")
        return json.loads(out) if words else out.removesuffix("\n")

    return run


@pytest.fixture
def opened(root):
    with_store = Store(root, clock=lambda: MONDAY)
    with_store.save_active(PUSH, "start")
    with_store.close()


def test_without_a_log_there_is_nothing_to_say_and_nothing_is_made(status, root):
    assert status() == ""
    assert status("--json") == {
        "text": "", "workout": None, "rest_s": None, "alerts": None
    }  # fmt: skip
    assert not root.exists()


def test_the_open_workout_its_time_and_the_rest(status, opened):
    assert status() == "Push A 0:42 · rest 1:10"
    found = status("--json")
    assert found["text"] == "Push A 0:42 · rest 1:10"
    assert (found["workout"]["name"], found["workout"]["sets"]) == ("Push A", 1)
    assert found["rest_s"] == 70


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (timedelta(minutes=18), "Push A 1:00 · rest 19:10"),
        (timedelta(minutes=20), "Push A 1:02"),  # nobody rests that long
        (timedelta(minutes=-1, seconds=-20), "Push A 0:41"),  # the clock went back
        (timedelta(hours=-2), "Push A 0:00"),
    ],
)
def test_a_rest_that_cannot_be_is_not_said(status, opened, after, line):
    assert status(after=after) == line


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """A year with open alerts, judged when a set was logged."""
    folder = tmp_path_factory.mktemp("judged")
    store = Store(folder, clock=lambda: MONDAY)
    store.add_workouts(demo_year(MONDAY.date()), "demo")
    store.save_active(PUSH, "start")
    store.close()
    words = ["log", "bench press 80x8@2", "--data-dir", str(folder)]
    assert main(words, lambda: MONDAY) == 0
    return folder


@pytest.fixture
def noted(root, judged):
    """The same in a folder of its own; a copy has the times of what it is made of."""
    shutil.copytree(judged, root)


def test_the_alerts_are_those_of_the_command(status, noted, befit):
    *_, badge = status().split(" · ")
    found = status("--json")["alerts"]
    told = befit("alerts", "--json").json["alerts"]
    assert {(one["code"], one["title"]) for one in found} == {
        (one["code"], one["title"]) for one in told
    }
    grave = [one for one in found if one["severity"] != "note"] or found
    assert badge[1:] == str(len(grave))
    assert badge[0] in "·▲■"


def log_elsewhere(root):
    store = Store(root, clock=lambda: MONDAY)
    store.undo()
    store.close()


def bring_a_month(root):
    (root / "x").write_text("{}")
    (root / "x").replace(root / "history" / "2020-01.json")


def lie(root):
    note = json.loads((root / "befit.status").read_text())
    note["alerts"]["count"] = "many"
    (root / "befit.status").write_text(json.dumps(note))


STALE = {
    "another day": lambda root: timedelta(days=1),
    "another set": log_elsewhere,
    "a month from another computer": bring_a_month,
    "the library": lambda root: (root / "library.json").write_text("{}"),
    "the settings": lambda root: (root / "config.toml").write_text('unit = "lb"\n'),
    "no note": lambda root: (root / "befit.status").unlink(),
    "half a note": lambda root: (root / "befit.status").write_text('{"of": {"d'),
    "another note": lambda root: (root / "befit.status").write_text('["alerts"]'),
    "a lying note": lie,
}


@pytest.mark.parametrize("what", STALE)
def test_a_note_of_another_state_says_nothing(status, noted, root, what):
    after = STALE[what](root)
    found = status("--json", after=after if type(after) is timedelta else timedelta(0))
    assert found["alerts"] is None
    assert found["workout"] is not None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"active": {"1": {"id": "x"}}}', '{"active": []}']
)
def test_what_cannot_be_read_is_one_sentence(root, capsys, content):
    root.mkdir()
    (root / "active.json").write_text(content)
    code = main(["status", "--data-dir", str(root)], lambda: MONDAY)
    out, err = capsys.readouterr()
    if content:
        assert (code, out) == (1, "")
        assert err.endswith("active.json cannot be read as it is: start Befit to have "
                            "it mended.\n")  # fmt: skip
    else:
        assert (code, out, err) == (0, "\n", "")


def test_it_reads_the_open_workout_and_the_note_and_nothing_else(noted, root):
    opened = set()

    def look(event, args):
        if event == "open" and str(root) in str(args[0]):
            opened.add(os.path.basename(str(args[0])))  # noqa: PTH119

    sys.addaudithook(look)
    status_of(find_paths(str(root)), MONDAY)
    assert opened == {"active.json", "befit.status"}


def test_it_agrees_with_the_store(opened, root):
    kept = Store(root, clock=lambda: MONDAY, readonly=True).active()
    found = open_workout(root)
    assert (found.id, found.rev, found.started_at) == (
        kept.id, kept.rev, kept.started_at
    )  # fmt: skip
