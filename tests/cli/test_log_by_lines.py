"""``befit log -``: a workout for ears. Lines go in, sentences come out."""

import io
import os
import re
import subprocess
import sys

import pytest

from befit_tui.logbook.workout.by_lines import HELP


@pytest.fixture
def tell(befit, monkeypatch):
    """``tell("start", "8@2")``: what the lines are answered with, a sentence each."""

    def run(*lines):
        typed = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return befit("log", "-")

    return run


def test_a_workout_from_the_first_set_to_the_end(tell, befit):
    ran = tell(
        "bench press 80x8@2", "80x8", "@1", "80x8@f", "squat 100x5@3", "note left knee",
        "finish",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    said = ran.out.splitlines()
    assert said[0] == "No workout is open. Type start, repeat, a set, or help."
    assert "Logged: Bench Press (Barbell), set 1: 80 kg × 8, 2 left." in said
    assert "The last set: 80 kg × 8, 1 left." in said
    assert (
        "Logged: Bench Press (Barbell), set 3: 80 kg × 8, failure, form intact." in said
    )
    assert "Workout is finished. Undo brings it back." in said
    assert any(line.startswith("Squat (Barbell): 100 kg × 5, 3 left, left knee.")
               for line in said)  # fmt: skip
    [kept] = befit("export").json["workouts"]
    assert kept["ended_at"]
    assert [[one["left"] for one in found["sets"]] for found in kept["entries"]] == [
        [2, 1, 0],
        [3],
    ]


def test_what_comes_next_is_told_by_the_sets_of_today(tell):
    said = tell("bench press 80x8@2", "80x8@2", "80x8@2", "finish").out.splitlines()
    (coming,) = [one for one in said if ". Next: " in one]
    assert "at 2 left today" in coming
    assert "last time" not in coming


def test_every_set_is_on_disk_before_it_is_said(tmp_path):
    befit = subprocess.Popen(
        [sys.executable, "-m", "befit_tui", "--data-dir", tmp_path, "log", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    befit.stdout.readline()
    befit.stdin.write("bench press 80x8@2 # größer\n".encode())
    befit.stdin.flush()
    assert befit.stdout.readline().decode().startswith("Logged: Bench Press")
    befit.kill()
    befit.communicate()
    kept = (tmp_path / "active.json").read_text(encoding="utf-8")
    assert '"reps":8' in kept.replace(" ", "")
    assert "größer" in kept


def test_it_goes_on_where_the_workout_stands(tell):
    tell("bench press 80x8@2")
    first, *following, last = tell("", "quit", "not read").out.splitlines()
    assert first.startswith("A workout is open, 1 of 3 sets")
    coming = "Next: Bench Press (Barbell), set 2, 80 kg × "
    assert [line.startswith(coming) for line in following] == [True, False] * 2
    assert following[1].startswith("Fewer reps after 8 at 2 left")
    assert last == "The workout stays open."


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["8 bananas"], "Say what you did after the name"),
        (["82.5x8"], "Say which exercise it was"),
        (["zzz 80x8"], "No exercise is called 'zzz'"),
        (["@2"], "No workout is open"),
        (["ok"], "No workout is open"),
        (["start", "ok"], "No exercise is planned"),
        (["start", "@2"], "No set that is counted in reps"),
        (["start Push Z"], "There is no routine 'Push Z'"),
        (["start", "start"], "A workout is open already"),
        (["start", "finish"], "No set is logged yet"),
        (["repeat"], "no such workout"),
        (["start", "rest"], "No set is logged yet"),
        (["add"], "Type add and the exercise"),
        (["note x"], "No workout is open"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_the_session_goes_on(tell, lines, told):
    ran = tell(*lines, "help")
    assert ran.code == 1
    assert told in ran.out
    assert "finish: end the workout" in ran.out


def test_a_likely_slip_is_asked_about_once(tell, befit):
    ran = tell("bench press 80x8", "80x80", "80x8@1")
    assert "Type the same line again to keep it." in ran.out
    [opened] = befit("export").json["workouts"]
    assert [one["reps"] for one in opened["entries"][0]["sets"]] == [8, 8]


def test_the_same_line_again_keeps_what_was_doubted(tell, befit):
    ran = tell("bench press 80x8", "80x80", "80x80")
    assert ran.out.count("Type the same line again") == 1
    [opened] = befit("export").json["workouts"]
    assert [one["reps"] for one in opened["entries"][0]["sets"]] == [8, 80]


def test_an_alert_is_noted(tell, befit):
    ran = tell("squat 100x5x5@f", "alerts", "o", "o", "alerts")
    [title] = re.findall(
        r"^Noted: (.*)\. It stays quiet until it is worse\.$", ran.out, re.M
    )[:1]
    assert title in ran.out.split("Noted: ")[0]
    assert befit("export").json["noted"]


def test_undo_takes_back_also_the_end(tell, befit):
    tell("bench press 80x8@2", "finish")
    ran = tell("undo", "undo", "redo")
    assert "Taken back: finish." in ran.out
    assert "Done again:" in ran.out
    assert "Type the same" not in ran.out


def test_the_last_workout_again(tell):
    tell("bench press 80x8@2", "ok", "finish")
    said = tell("repeat", "ok", "list").out.splitlines()
    assert "The workout is planned again." in said
    assert any(line.startswith("Bench Press (Barbell): 2 × ") for line in said)


def test_everything_the_help_names_is_answered(tell):
    typed = [word.split(",")[0].split(" NAME")[0] for word in HELP]
    typed = ["what deload" if word == "what WORD" else word for word in typed]
    known = {"note TEXT": "note fine", "add": "add squat", "start": "start"}
    lines = [known.get(one, one) for one in typed if one != "quit"]
    ran = tell(*sorted(lines, key=lambda one: one != "start"), "undo", "quit")
    assert "Say what you did" not in ran.out


def test_the_check_in_is_asked_and_kept(tell, befit):
    ran = tell("check-in", "start", "check-in sleep 4", "check-in hours slept 7.5",
               "check-in joint pain k4", "squat 100x5@2", "finish")  # fmt: skip
    assert "sleep, 1 very poor to 5 very good: not answered." in ran.out
    assert "sleep, 1 very poor to 5 very good: 4." in ran.out
    [kept] = befit("export").json["workouts"]
    assert (kept["checkin"]["sleep"], kept["checkin"]["sleep_hours"]) == (4, 7.5)
    assert kept["checkin"]["joints"] == [{"site": "knee", "pain": 4}]


@pytest.mark.parametrize("answer", ["sleep 9", "sleep", "sleep x", "tea 3"])
def test_an_answer_that_is_none_says_what_is_asked(tell, befit, answer):
    ran = tell("start", f"check-in {answer}")
    assert ran.code == 1
    assert "1 very poor to 5 very good" in ran.out or "sleep 4" in ran.out


def test_what_follows_a_set_in_pounds_can_be_loaded(tell):
    said = tell("squat 225#x5@2", "225#x5").out
    [load] = re.findall(r"set 3, ([\d.]+) kg", said)
    assert float(load) % 2.5 == 0
    assert f"{load} after 5 reps" in said


@pytest.mark.parametrize(
    "lines",
    [
        ("check-in time today 10", "repeat"),
        ("repeat", "check-in time today 10"),
    ],
)
def test_the_minutes_of_the_check_in_cut_the_workout(tell, befit, lines):
    tell("start", "squat 100x5@2", "100x5@2", "100x5@2", "curl 30x10", "finish")
    ran = tell(*lines)
    assert "10 minutes: Squat (Barbell) 2 sets. Left out:" in ran.out
    assert " u takes it back" not in ran.out
    assert "0 of 2 sets" in tell("list").out


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hours slept 12", 12),
        ("hours slept 10.5", 10.5),
        ("hours slept 45", None),
        ("joint pain k10", [{"site": "knee", "pain": 10}]),
        ("joint pain k11", None),
        (
            "joint pain k4s2",
            [{"site": "knee", "pain": 4}, {"site": "shoulder", "pain": 2}],
        ),
        ("sleep 45", None),
    ],
)
def test_all_digits_of_an_answer_count(tell, befit, typed, kept):
    ran = tell("start", f"check-in {typed}", "squat 100x5@2", "finish")
    [workout] = befit("export").json["workouts"]
    given = workout["checkin"] or {}
    assert (given.get("sleep_hours") or given.get("joints") or None) == kept
    assert ("is no answer" in ran.out) is (kept is None)


def test_a_body_weight_that_is_likely_a_slip_is_asked_about_once(tell, befit):
    ran = tell("start", *["check-in body weight 650"] * 2)
    assert "Type the same line again to keep it." in ran.out
    assert befit("export").json["workouts"][-1]["bodyweight"]["value"] == 650


def test_a_lift_and_a_word_are_explained(tell):
    said = tell("about bench press", "what deload", "squat 100x5", "about").out
    assert "Bench Press (Barbell), not done yet." in said
    assert "Technical failure looks like: " in said
    assert "deload, easy week: a planned week of fewer sets" in said
    assert "Squat (Barbell), not done yet." in said


def test_no_sign_stands_for_a_word(tell):
    ran = tell("bench press 80x8@f", "bench press 82.5x8@f", "list", "meter", "alerts",
               "rest", "about squat", "about", "what failure", "check-in", "finish",
               "help")  # fmt: skip
    assert not set("▲■◆●○·│─") & set(ran.out)
