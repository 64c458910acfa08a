"""``befit log``: an exercise and an entry line, as at the rack."""

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.store import Store

LINES = [
    ("bench press 100x5@2", "Bench Press (Barbell): 100 kg × 5, 2 left"),
    ("bench press 82.5 8", "Bench Press (Barbell): 82.5 kg × 8"),
    (
        "incl db press 30x8@f",
        "Incline Bench Press (Dumbbell): 30 kg × 8, failure, form",
    ),
    ("squat-barbell 225lbx5", "Squat (Barbell): 225 lb × 5"),
    ("squat 100x5 # left knee, @ ok", "Squat (Barbell): 100 kg × 5, left knee, @ ok"),
    ("pull up +10x6@1.5", "Pull Up: +10 kg × 6, 1.5 left"),
    ("plank 1:30", "Plank: 1:30"),
    ("farmers walk 40x20m", "Farmer's Walk (Dumbbell): 40 kg × 20 m"),
    ("bench press 60x8w", "Bench Press (Barbell): 60 kg × 8"),
]


@pytest.mark.parametrize(("line", "said"), LINES)
def test_a_line_is_read_back(befit, line, said):
    ran = befit("log", line)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(said)


def sets(befit):
    [opened] = befit("export").json["workouts"]
    return {
        found["exercise"]: [one["reps"] for one in found["sets"]]
        for found in opened["entries"]
    }


def test_sets_gather_in_the_open_workout(befit):
    befit("log", "bench press 100x5@2")
    befit("log", "squat", "140x3")  # words need no quotes
    befit("log", "bench press 4@1")
    assert sets(befit) == {"bench-press-barbell": [5, 4], "squat-barbell": [3]}


def test_a_line_takes_over_what_was_shown(befit):
    befit("log", "bench press 100x5")
    befit("log", "bench press +2.5")
    befit("log", "bench press =x2")
    [opened] = befit("export").json["workouts"]
    sets = opened["entries"][0]["sets"]
    assert [one["load"]["value"] for one in sets] == [100, 102.5, 102.5, 102.5]
    assert [one["reps"] for one in sets] == [5, 5, 5, 5]


def test_the_open_workout_is_today(befit):
    befit("log", "bench press 100x5@0")
    assert "Open:" in befit("today").out
    assert "100 kg × 5" in befit("today").out


def test_sets_of_one_line_have_no_known_rest(befit):
    befit("log", "bench press 100x5x3@2")
    [opened] = befit("export").json["workouts"]
    assert [one["rest_s"] for one in opened["entries"][0]["sets"]] == [None] * 3


def test_a_line_is_told_its_place_and_what_it_beats(befit, root):
    earlier = workout(entry("bench-press-barbell", done(100, 5)), day=-7)
    store = Store(root, clock=lambda: MONDAY)
    store.add_workouts([earlier], "earlier")
    store.close()
    befit("log", "bench press 60x8w")
    first, second = befit("log", "bench press 100x6x2@2").out.splitlines()
    read = "Bench Press (Barbell): 100 kg × 6, 2 left"
    assert first == f"{read} · set 1 · ◆ best at 100 kg"
    assert second == f"{read} · set 2"


def test_reps_alone_mean_the_load_that_is_due_today(befit, root):
    last = [done(100, 8, left=3, id=f"s{n}") for n in range(3)]
    store = Store(root, clock=lambda: MONDAY)
    store.add_workouts([workout(entry("bench-press-barbell", *last), day=-7)], "last")
    store.close()
    assert "102.5 kg × 5" in befit("log", "bench press 5@2").out
