"""``befit log``: an exercise and an entry line, as at the rack."""

import pytest

LINES = [
    ("bench press 100x5@2", "Bench Press (Barbell): 100 × 5, 2 left"),
    ("bench press 82.5 8", "Bench Press (Barbell): 82.5 × 8"),
    ("incl db press 30x8@f", "Incline Bench Press (Dumbbell): 30 × 8, failure, form"),
    ("squat-barbell 225lbx5", "Squat (Barbell): 225 × 5"),
    ("squat 100x5 # left knee, @ ok", "Squat (Barbell): 100 × 5, left knee, @ ok"),
    ("pull up +10x6@1.5", "Pull Up: +10 × 6, 1.5 left"),
    ("plank 1:30", "Plank: 1:30"),
    ("farmers walk 40x20m", "Farmer's Walk (Dumbbell): 40 × 20 m"),
    ("bench press 60x8w", "Bench Press (Barbell): 60 × 8"),
]


@pytest.mark.parametrize(("line", "said"), LINES)
def test_a_line_is_read_back(befit, line, said):
    ran = befit("log", line)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(said)


def sets(befit):
    [workout] = befit("export").json["workouts"]
    return {
        entry["exercise"]: [done["reps"] for done in entry["sets"]]
        for entry in workout["entries"]
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
    [workout] = befit("export").json["workouts"]
    done = workout["entries"][0]["sets"]
    assert [one["load"]["value"] for one in done] == [100, 102.5, 102.5, 102.5]
    assert [one["reps"] for one in done] == [5, 5, 5, 5]


def test_the_open_workout_is_today(befit):
    befit("log", "bench press 100x5@0")
    assert "Open:" in befit("today").out
    assert "100 kg × 5" in befit("today").out


def test_sets_of_one_line_have_no_known_rest(befit):
    befit("log", "bench press 100x5x3@2")
    [workout] = befit("export").json["workouts"]
    assert [one["rest_s"] for one in workout["entries"][0]["sets"]] == [None] * 3
