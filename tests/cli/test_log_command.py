"""``befit log``: an exercise and an entry line, as at the rack."""

import io

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.analysis.planning.rows import repeat
from befit_tui.store.store import Store

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


def test_today_has_the_rows_that_are_still_to_come(befit, root):
    last = [done(100, 8, left=3, id=f"s{n}") for n in range(2)]
    earlier = workout(
        entry("bench-press-barbell", *last),
        entry("plank", done(None, None, seconds=60, id="p")),
        day=-7,
        name="Push",
    )
    store = Store(root, clock=lambda: MONDAY)
    store.add_workouts([earlier], "last")
    store.save_active(repeat(earlier, new_id="now", started_at=MONDAY), "start")
    store.close()
    bench, plank = "Bench Press (Barbell)", "Plank"
    rows = befit("today").out.partition("To do:\n")[2].splitlines()
    sets = [row for row in rows if "set" in row]
    assert rows[0].startswith(f"{bench}  2 × ")
    assert sets[0].startswith("  set 1  102.5 kg × ")
    assert sets[0].endswith(" left")
    assert any(row.startswith(plank) for row in rows)
    befit("log", "bench press 102.5x8x2@2")
    said, _, to_do = befit("today").out.partition("To do:\n")
    assert bench in said
    assert bench not in to_do
    assert to_do.startswith(plank)


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


@pytest.mark.parametrize(
    ("line", "said"), [("plank 90", "1:30"), ("plank 1m", "1:00"), ("plank 45", "45 s")]
)
def test_a_plank_is_counted_in_seconds(befit, line, said):
    assert befit("log", line).out.startswith(f"Plank: {said}")


def test_pounds_and_body_weight_as_they_are_written(befit):
    assert "225 lb × 5" in befit("log", "bench press 225#x5").out
    assert "Pull Up: BW × 8" in befit("log", "pull up bw x 8").out
    assert "Pull Up: +10 kg × 8" in befit("log", "pull up bw+10x8").out


REFUSED = [
    ("bench press 60", "60 kg or 60 reps? type both, as in 82.5x8"),
    ("bench press x5", "No load is known yet; type it with the reps, like 20x8."),
    ("rowing machine 400", "400 m or 400 s? type 400m or 400s"),
    ("bench press 100x5 rpe 11", "An RPE goes from 1 to 10 in halves"),
    ("bench press 100x", "How many reps? Type them too, as in 100x8."),
    ("pull up bw@2", "How many reps? Type them too, as in bwx8."),
    ("bench press 100x5@", "After @ comes how many reps were left"),
    ("bench press", "Say what you did after the name"),
]


@pytest.mark.parametrize(("line", "says"), REFUSED)
def test_what_is_not_said_is_asked_for_and_nothing_is_logged(befit, line, says):
    ran = befit("log", line)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err
    assert befit("export").json["workouts"] == []


def test_an_rpe_is_kept_beside_the_reps_left(befit):
    befit("log", "bench press 100x5@rpe8.5")
    [opened] = befit("export").json["workouts"]
    [done] = opened["entries"][0]["sets"]
    assert (done["left"], done["rpe"], done["end"]) == (1.5, 8.5, "stopped")


def test_who_rates_by_rpe_types_it_behind_the_at(befit, root):
    root.mkdir()
    (root / "config.toml").write_text('effort = "rpe"\n', encoding="utf-8")
    befit("log", "bench press 100x5@8")
    befit("log", "bench press 100x5@rir3")
    [opened] = befit("export").json["workouts"]
    sets = opened["entries"][0]["sets"]
    assert [(one["left"], one.get("rpe")) for one in sets] == [(2, 8), (3, None)]


DOUBTED = [
    ("bench press 825x5", "825 kg: ten times 82.5? Say --force to log it."),
    ("bench press 8x82", "82 x 8 the other way round?"),
    ("bench press 84", "84 reps: 8 with 4 left is 8@4?"),
    ("plank 90m", "1:30:00: 90 s?"),
]


@pytest.mark.parametrize(("line", "says"), DOUBTED)
def test_a_likely_slip_is_refused_once_and_logged_by_force(befit, root, line, says):
    earlier = workout(
        entry("bench-press-barbell", done(82.5, 8, left=1)),
        entry("plank", done(None, None, seconds=90)),
        day=-7,
    )
    store = Store(root, clock=lambda: MONDAY)
    store.add_workouts([earlier], "earlier")
    store.close()
    ran = befit("log", line)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err
    assert befit("today").out.count("Open:") == 0
    forced = befit("log", line, "--force")
    assert (forced.code, forced.err) == (0, "")
    assert "◆" not in forced.out  # no record until a later set stands by it


def test_a_lift_whose_first_session_is_open_was_not_never_done(befit):
    befit("log", "bench press 60x8@2")
    assert "its first session is not over yet" in befit("plan", "bench press").out
    assert "it was never done" in befit("plan", "squat").out


def test_a_lift_of_a_routine_moves_on_by_its_line_from_the_first_session_on(befit):
    befit("routine", "Legs", "--new", "--set", "squat 5x5 +2.5kg/session")
    assert "progress loads of the plan" in befit("plan", "squat").out


def test_a_plan_says_of_each_set_what_it_leaves(befit, root, monkeypatch):
    pushdown = "triceps-pushdown-cable"
    store = Store(root, clock=lambda: MONDAY)
    for day in (-8, -4):
        sets = (done(30, 12, left=1, id=f"{day}{n}") for n in range(3))
        past = workout(entry(pushdown, *sets), day=day, id=f"w{day}")
        store.add_workouts([past], "a past")
    store.close()
    target = ["1-2 left", "1-2 left", "failure ok last"]
    rows = befit("plan", "triceps pushdown").out.splitlines()[1:4]
    assert [row.split("  ")[-1] for row in rows] == target
    monkeypatch.setattr("sys.stdin", io.StringIO("repeat\n"))
    befit("log", "-")
    rows = befit("today", "--plain").out.splitlines()
    assert [row.split("  ")[-1] for row in rows if "  set " in row] == target


@pytest.mark.parametrize(
    ("typed", "lift", "row"),
    [
        ("plank 60s", "plank", "  1:05"),
        ("pull up bw+10x8@2", "pull up", "  +10 kg × 9  1-3 left"),
    ],
)
def test_a_plan_writes_a_set_as_the_row_does(befit, monkeypatch, typed, lift, row):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\nfinish\n"))
    befit("log", "-")
    assert befit("plan", lift).out.splitlines()[1] == row
