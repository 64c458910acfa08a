"""``befit exercises``: what each name was taken for, and saying otherwise."""

import pytest

PT = "Supino Inclinado (Halter)"
KELLER = "Leg Press (Keller)"
STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,\
Seconds,Notes,Workout Notes,RPE
2025-03-04 18:00:00,Push,1h,"Bench Press (Barbell)",1,80,8,0,0,"","",
2025-03-04 18:00:00,Push,1h,"Supino Inclinado (Halter)",1,30,8,0,0,"","",
2025-03-04 18:00:00,Push,1h,"Zigzag Press",1,50,10,0,0,"","",
2025-03-04 18:00:00,Push,1h,"Zigzag Press",2,50,9,0,0,"","",
2025-03-04 18:00:00,Push,1h,"Leg Press (Keller)",1,90,9,0,0,"","",
"""


@pytest.fixture
def strong(tmp_path):
    path = tmp_path / "strong.csv"
    path.write_text(STRONG)
    return path


@pytest.fixture
def log(befit, strong):
    assert befit("import", strong, "--unit", "kg", "--yes").code == 0
    return befit


def lifts(befit):
    return {row["name"]: row for row in befit("exercises", "--json").json}


def test_the_most_doubtful_name_comes_first(log):
    rows = log("exercises", "--json").json
    assert [(row["name"], row["exercise"], row["how"]) for row in rows] == [
        ("Zigzag Press", "own-zigzag-press", "not known"),
        (KELLER, rows[1]["exercise"], "your own, like Leg Press (Machine)"),
        (PT, "incline-bench-press-dumbbell", "translated from pt"),
        ("Bench Press (Barbell)", "bench-press-barbell", "its name"),
    ]  # fmt: skip
    assert [row["sets"] for row in rows] == [2, 1, 1, 1]
    assert "Zigzag Press" in log("exercises").out


def test_a_name_can_be_taken_for_another_lift_now_and_later(log, strong):
    said = log("exercises", "--set", "zigzag press=chest-press-machine")
    assert "2 sets" in said.out
    row = lifts(log)["Zigzag Press"]
    assert (row["exercise"], row["how"]) == ("chest-press-machine", "your choice")
    again = log("import", strong, "--unit", "kg", "--json").json
    assert (again["sets"], again["unmatched_exercises"]) == (0, [])
    entries = log("export").json["workouts"][0]["entries"]
    assert [entry.get("written") for entry in entries][2] == "Zigzag Press"


def test_a_name_is_remembered_before_it_is_met(befit, strong):
    befit("exercises", "--set", "Zigzag Press=chest-press-machine")
    dry = befit("import", strong, "--unit", "kg", "--dry-run", "--json").json
    assert dry["unmatched_exercises"] == []


def test_a_name_is_parted_from_its_lift(log):
    log("exercises", "--part", "Supino Inclinado (Halter)")
    row = lifts(log)["Supino Inclinado (Halter)"]
    assert row["exercise"].startswith("own-supino-inclinado")
    own = log("export").json["exercises"]
    [made] = [one for one in own if one["id"] == row["exercise"]]
    assert made["primary"] == ["chest"]


def test_two_lifts_become_one(log):
    log("exercises", "--merge", "own-zigzag-press=bench-press-barbell")
    rows = lifts(log)
    assert rows["Zigzag Press"]["exercise"] == "bench-press-barbell"
    assert rows["Zigzag Press"]["sets"] == 2


def test_a_lift_is_called_otherwise_and_still_known(log, strong):
    log("exercises", "--rename", "own-zigzag-press=Red Press")
    assert lifts(log)["Red Press"]["exercise"] == "own-zigzag-press"
    again = log("import", strong, "--unit", "kg", "--json").json
    assert again["sets"] == 0
    assert log("export").json["workouts"][0]["entries"][2]["exercise"] == (
        "own-zigzag-press"
    )


def test_a_shipped_lift_is_called_otherwise(log):
    log("exercises", "--rename", "bench-press-barbell=Bankdrücken")
    assert lifts(log)["Bankdrücken"]["exercise"] == "bench-press-barbell"


def test_a_lift_is_hidden_and_shown(log):
    log("exercises", "--hide", "own-zigzag-press")
    assert lifts(log)["Zigzag Press"]["hidden"]
    log("exercises", "--show", "own-zigzag-press")
    assert not lifts(log)["Zigzag Press"]["hidden"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "Zigzag Press"], "two sides"),
        (
            ["--set", "Zigzag Press=own-nothing"],
            "no exercise with the id 'own-nothing'",
        ),
        (["--part", "Zigzag Press"], "has an exercise of its own already"),
        (["--merge", "own-zigzag-press=own-zigzag-press"], "one exercise already"),
        (["--rename", "own-zigzag-press=Squat (Barbell)"], "merge the two"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(log, words, said):
    ran = log("exercises", *words)
    assert ran.code == 1
    assert said in ran.err
    assert lifts(log)["Zigzag Press"]["exercise"] == "own-zigzag-press"
