"""Which lift a few typed letters mean at the shell, in the log of who does it."""

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.store.store import Store

OFTEN = {"leg-press-machine": 9, "reverse-fly-cable": 6, "lying-leg-curl-machine": 4}
NOW_AND_THEN = (
    "leg-extension-machine",
    "incline-bench-press-dumbbell",
    "seated-row-cable",
    "bent-over-row-barbell",
    "calf-press-on-leg-press-machine",
    "back-extension",
)
"""Done lately, the last of them today: each fits a short text in some way."""


@pytest.fixture
def mine(befit, root):
    """``befit`` on the log of a lifter who does not do what most people do."""
    lifts = [lift for lift, times in OFTEN.items() for _ in range(times)]
    done_on = [*lifts, *NOW_AND_THEN]
    days = range(-len(done_on), 0)
    store = Store(root, clock=lambda: MONDAY)
    store.add_workouts(
        [
            workout(entry(lift, done(60, 8, id=f"s{day}")), id=f"w{day}", day=day)
            for day, lift in zip(days, done_on, strict=True)
        ],
        "mine",
    )
    store.close()
    return befit


SHORT = [
    ("leg ext", "Leg Extension (Machine)"),
    ("ext leg", "Leg Extension (Machine)"),
    ("leg p", "Leg Press (Machine)"),
    ("reverse fly", "Reverse Fly (Cable)"),
    ("reverse fly dumbbell", "Reverse Fly (Dumbbell)"),
    ("squat", "Squat (Barbell)"),
]


@pytest.mark.parametrize(("words", "name"), SHORT)
def test_the_words_of_a_name_beat_a_muscle_and_ones_own_lift_the_usual(
    mine, words, name
):
    assert mine("plan", words).out.startswith(f"{name}\n")
    assert mine("log", f"{words} 20x12").out.startswith(f"{name}: 20 kg × 12")


UNCLEAR = [
    ("press", "Calf Press on Leg Press (Machine)", "Leg Press (Machine)"),
    ("bench", "Incline Bench Press (Dumbbell)", "Bench Press (Barbell)"),
    ("leg curl", "Lying Leg Curl (Machine)", "Seated Leg Curl (Machine)"),
]


@pytest.mark.parametrize(("words", "first", "other"), UNCLEAR)
def test_what_several_lifts_fit_is_not_logged_and_read_of_the_first(
    mine, words, first, other
):
    ran = mine("log", f"{words} 60x8")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"befit: {words!r} may mean {first}")
    assert other in ran.err
    assert ran.err.endswith("type more of the name.\n")
    assert all(one["ended_at"] for one in mine("export").json["workouts"])
    assert mine("plan", words).out.startswith(f"{first}\n")


def test_the_lift_of_the_open_workout_is_the_one_that_is_meant(mine):
    mine("log", "leg press machine 60x8")
    assert mine("log", "press 60x8").out.startswith("Leg Press (Machine): 60 kg × 8")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("leg ext 20x12", "Leg Extension (Machine): 20 kg × 12"),
        ("reverse fly 8x12", "Reverse Fly (Dumbbell): 8 kg × 12"),
        ("row 60x8", "Bent Over Row (Barbell): 60 kg × 8"),
    ],
)
def test_on_the_first_day_the_usual_lift_is_meant(befit, line, read):
    assert befit("log", line).out.startswith(read)


def test_on_the_first_day_too_several_are_too_many(befit):
    ran = befit("log", "press 60x8")
    assert (ran.code, ran.out) == (1, "")
    named = "Bench Press (Barbell), Overhead Press (Barbell), Leg Press (Machine) or "
    assert f"'press' may mean {named}" in ran.err


def test_a_lift_that_nobody_knows_says_how_to_find_one(befit):
    assert befit("plan", "zzzz").err == (
        "befit: No exercise is called 'zzzz'; befit exercises and a word, as curl or "
        "chest, lists some.\n"
    )


def test_of_misspelt_names_the_one_that_begins_so_is_closest(mine):
    near = mine("plan", "leg prss").err.partition("the closest are ")[2]
    assert near.startswith("Leg Press (Machine), Calf Press on Leg Press (Machine)")


@pytest.mark.parametrize("name", ["benchpress", "bench-press", "BenchPress"])
def test_a_name_without_its_blanks_is_the_same_lift_for_every_command(mine, name):
    assert mine("log", f"{name} 60x8").out.startswith(
        "Bench Press (Barbell): 60 kg × 8"
    )
    for command in ("meter", "plan"):
        assert mine(command, name, "--json").json["exercise"] == "bench-press-barbell"


@pytest.mark.parametrize("name", ["bemchpress", "bench prexx", "sqaut"])
def test_what_may_be_a_slip_is_suggested_and_not_logged(befit, name):
    ran = befit("log", f"{name} 60x8")
    assert (ran.code, ran.out) == (1, "")
    assert "; the closest are Bench Press" in ran.err or "are Squat" in ran.err


def test_what_is_like_no_name_has_no_closest_one(befit):
    assert "closest" not in befit("log", "Übung 20x8").err
