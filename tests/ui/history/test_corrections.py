"""Correcting the past on the screen, and what follows from it at once."""

from contextlib import asynccontextmanager

import pytest
from builders import done, entry, in_past, workout
from ui.rig import befit
from ui.screen_text import screen_text

from befit_tui.domain.vocabulary import Kind
from befit_tui.ui.screens.history.calendar import Calendar
from befit_tui.ui.screens.history.filter_line import FilterLine
from befit_tui.ui.screens.history.workout_list import HistoryList
from befit_tui.ui.screens.lift_screen import LiftScreen
from befit_tui.ui.screens.workout_detail import WorkoutDetail

BENCH, SQUAT, CURL = "bench-press-barbell", "squat-barbell", "hammer-curl-dumbbell"

OLD = workout(
    entry(BENCH, done(80, 8, id="o1", left=2)), day=-20, name="Push A", id="old"
)
PUSH = workout(
    entry(BENCH, done(82.5, 8, id="p1", left=1), done(82.5, 7, id="p2")),
    entry(CURL, done(14, 9, id="p3", note="slow")),
    day=0, name="Push A", id="push",
)  # fmt: skip
LEGS = workout(
    entry(SQUAT, done(100, 5, id="l1", left=3)), day=2, name="Legs", id="legs"
)
LOG = (OLD, PUSH, LEGS)


@asynccontextmanager
async def history(folder, log=LOG, **wanted):
    async with befit(folder, log, **wanted) as rig:
        await rig.press("H")
        await rig.settle()
        yield rig


def kept(rig, workout_id):
    return in_past(rig.logbook, workout_id)


async def test_e_takes_a_set_through_the_entry_line_and_u_takes_it_back(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "e")
        assert "▸  82.5 kg × 8" in rig.screen
        await rig.press("e")
        assert "82.5x8@1" in rig.screen
        await rig.press("ctrl+u")
        await rig.type("85x9@f")
        await rig.press("enter")
        await rig.settle()
        assert "85 kg × 9" in rig.screen
        assert "◆ best load 85 kg" in rig.screen
        assert kept(rig, "push").sets[0].reps == 9
        await rig.press("u")
        await rig.settle()
        assert kept(rig, "push").sets == PUSH.sets
        assert "85 kg" not in rig.screen


SLIPS = {
    # of a set of 82.5 x 8: what is typed, and what is asked
    "825x8": "825 kg: ten times 82.5? Enter again keeps it",
    "8.25x8": "8.25 kg: a tenth of 82.5? Enter again keeps it",
    "82.5x84": "84 reps:",
}


@pytest.mark.parametrize("line", SLIPS)
@pytest.mark.parametrize("adding", [True, False])
async def test_a_slip_in_a_correction_is_asked_about_once_as_at_the_rack(
    tmp_path, line, adding
):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "a" if adding else "e")
        await rig.type(line)
        await rig.press("enter")
        asked = " ".join(rig.screen.replace("│", " ").split())
        assert SLIPS[line] in asked
        assert kept(rig, "push") == PUSH
        await rig.press("enter")
        assert kept(rig, "push") != PUSH


async def test_a_set_is_named_by_its_place_among_those_of_its_kind(tmp_path):
    sets = (done(40, 8, id="w", kind=Kind.WARMUP), done(80, 8, id="s1"))
    one = workout(entry(BENCH, *sets), day=4, name="One", id="one")
    async with history(tmp_path, (one,)) as rig:
        await rig.press("e", "e")
        assert "Bench Press (Barbell), warm-up" in rig.screen
        await rig.press("escape", "j", "e")
        assert "Bench Press (Barbell), set 1" in rig.screen


async def test_what_mends_a_slip_is_not_doubted_and_a_note_asks_nothing(tmp_path):
    slip = workout(
        entry(BENCH, done(80, 8, id="s1"), done(800, 8, id="s2")),
        day=4, name="Slip", id="slip",
    )  # fmt: skip

    async with history(tmp_path, (*LOG, slip)) as rig:
        await rig.press("e", "j", "e", "end")
        await rig.type(" # heavy")
        await rig.press("enter")
        assert kept(rig, "slip").sets[1].note == "heavy"
        await rig.press("e")
        await rig.type("80x8")
        await rig.press("enter")
        assert kept(rig, "slip").sets[1].load.kg == 80


async def test_a_correction_under_a_filter_leaves_the_cursor_on_its_workout(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("/")
        await rig.type("left<3")
        await rig.settle()
        await rig.press("enter", "enter", "down", "down", "e", "ctrl+u")
        await rig.type("85x8@1")
        await rig.press("enter")
        assert "changed" in rig.screen
        assert rig.app.query_one(HistoryList).workout.id == "push"
        await rig.settle()
        assert rig.app.query_one(HistoryList).workout.id == "push"
        assert "85 kg × 8" in rig.screen


async def test_a_workout_that_a_correction_takes_out_of_the_filter_stays_in_sight(
    tmp_path,
):
    async with history(tmp_path) as rig:
        await rig.press("/")
        await rig.type("bench left<2")
        await rig.settle()
        await rig.press("enter", "enter", "down", "down", "e", "ctrl+u")
        await rig.type("82.5x8@4")
        await rig.press("enter")
        await rig.settle()
        assert rig.app.query_one(HistoryList).workout.id == "push"
        await rig.press("n")  # the next key still means the workout in sight
        await rig.type("belt")
        await rig.press("enter")
        assert kept(rig, "push").sets[0].note == "belt"
        await rig.press("escape", "/", "backspace", "2")
        await rig.settle()
        assert "push" not in [
            one.id for one in rig.app.query_one(HistoryList).workouts()
        ]


async def test_a_lift_is_renamed_and_hidden_where_it_is_met(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("e", "E", "enter", "ctrl+u")
        await rig.type("Bench Press (Barbell)")
        await rig.press("enter")
        assert "There is an exercise called Bench Press (Barbell)" in rig.screen
        await rig.press("ctrl+u")
        await rig.type("Back squat")
        await rig.press("enter", "end", "enter", "2", "escape")
        squat = rig.logbook.catalog.get(SQUAT)
        assert (squat.name, squat.hidden) == ("Back squat", True)
        assert "Back squat" in rig.screen
        await rig.press("u")
        squat = rig.logbook.catalog.get(SQUAT)
        assert (squat.name, squat.hidden) == ("Squat (Barbell)", False)


async def test_what_cannot_be_read_stays_in_the_line(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("e", "e", "ctrl+u")
        await rig.type("82.5")
        await rig.press("enter")
        assert "for a load type 82.5x8" in rig.screen
        await rig.press("escape")
        assert kept(rig, "legs").sets == LEGS.sets


async def test_sets_are_added_noted_and_removed_under_the_cursor(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "a")
        await rig.type("=")
        await rig.press("enter")
        assert [one.reps for one in kept(rig, "push").sets] == [8, 7, 7, 9]
        await rig.press("n")
        await rig.type("belt [b]on[/b]")
        await rig.press("enter")
        assert kept(rig, "push").sets[0].note == "belt [b]on[/b]"
        assert "belt [b]on[/b]" in rig.screen
        await rig.press("G", "delete")
        assert [one.exercise for one in kept(rig, "push").entries] == [BENCH]


async def test_a_swap_offers_what_trains_the_same_first_and_i_says_what_a_lift_is(
    tmp_path,
):
    async with history(tmp_path) as rig:
        await rig.press("i")
        assert "What the exercise is" in rig.screen
        assert "Squat (Barbell)" in rig.screen
        await rig.press("escape", "j", "e", "j", "j", "i")
        assert "Hammer Curl (Dumbbell)" in rig.screen
        assert "Technical failure looks like" in rig.screen
        await rig.press("escape", "A")
        assert "Swap Hammer Curl (Dumbbell)" in rig.screen
        first = next(line for line in rig.screen.splitlines() if "▸" in line)
        assert "biceps" in first


async def test_an_exercise_is_swapped(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("e", "A")
        await rig.type("front squat barbell")
        await rig.press("enter")
        await rig.settle()
        assert kept(rig, "legs").entries[0].exercise == "front-squat-barbell"


@pytest.mark.parametrize(
    ("choice", "typed", "words"),
    [
        ("1", "Leg day", "Leg day"),
        ("2", "2026-10-31", "Sat 31 Oct 2026"),
        ("3", "17:15-18:00", "17:15–18:00 (0:45)"),
        ("4", "cold", "note  cold"),
        ("6", "8.5", "session effort 8.5/10"),
    ],
)
async def test_the_head_of_a_workout_offers_what_can_be_changed(
    tmp_path, choice, typed, words
):
    async with history(tmp_path) as rig:
        await rig.press("enter", "e", choice, "ctrl+u")
        await rig.type(typed)
        await rig.press("enter")
        await rig.settle()
        assert words in rig.screen
        await rig.press("u")
        await rig.settle()
        found = kept(rig, "legs")
        assert (found.name, found.started_at) == ("Legs", LEGS.started_at)
        assert words not in rig.screen


async def test_the_check_in_of_the_past_is_a_page_of_keys(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("enter", "e", "5", "7", "escape")
        assert kept(rig, "legs").checkin.sleep_hours == 7
        assert "slept 7 h" in rig.screen


async def test_two_workouts_are_merged_and_one_is_split(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("enter", "e")
        assert "merge with the one before: Push A, Mon 2 Nov 2026" in rig.screen
        await rig.press("8")
        assert "hours apart: make them one workout?" in rig.screen
        await rig.press("n")
        assert kept(rig, "legs") is not None
        await rig.press("e", "8", "y")
        assert kept(rig, "legs") is None
        assert len(kept(rig, "push").entries) == 3
        await rig.press("G", "k", "e")
        await rig.press("4")
        assert len(rig.logbook.past()) == 3
        await rig.press("u", "u")
        assert kept(rig, "legs").sets == LEGS.sets
        assert len(kept(rig, "push").entries) == 2


async def test_a_change_is_undone_after_a_restart(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("enter", "e", "1", "ctrl+u")
        await rig.type("New")
        await rig.press("enter")
    async with history(tmp_path, ()) as rig:
        assert kept(rig, "legs").name == "New"
        await rig.press("u")
        assert kept(rig, "legs").name == "Legs"


async def test_v_shows_all_of_a_lift_and_one_key_leaves(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "v")
        assert isinstance(rig.app.screen, LiftScreen)
        assert "3 sets in 2 workouts since Tue 13 Oct 2026." in rig.screen
        assert "◆82.5×8·1" in rig.screen
        assert "8 × 82.5 kg" in rig.screen
        assert "0.5 or 1 left" in rig.screen
        await rig.press("tab")
        assert "Hammer Curl" in rig.screen
        assert "slow" in rig.screen
        await rig.press("escape")
        assert not isinstance(rig.app.screen, LiftScreen)


async def test_v_in_the_detail_is_about_the_exercise_under_the_cursor(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "enter", "G", "v")
        assert "Hammer Curl" in rig.screen.splitlines()[0]


async def test_c_jumps_to_a_day_or_the_workout_before_it(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("c")
        assert isinstance(rig.app.screen, Calendar)
        assert "Wed 4 Nov 2026" in rig.screen
        await rig.press("up", "enter")
        assert rig.app.query_one(HistoryList).workout.id == "push"
        await rig.press("c", "left_square_bracket", "enter")
        assert rig.app.query_one(HistoryList).workout.id == "old"


async def test_the_calendar_is_walked_by_week_and_by_day(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("c")
        for keys, day in (
            (("home",), "Tue 13 Oct 2026"),
            (("right", "j", "down", "k"), "Wed 21 Oct 2026"),
            (("end",), "Wed 4 Nov 2026"),
            (("left", "up"), "Tue 27 Oct 2026"),
        ):
            await rig.press(*keys)
            assert day in rig.screen


async def test_the_filter_completes_explains_and_says_what_cannot_be_read(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("slash")
        await rig.pilot.pause()
        assert "one and the same set" in rig.screen
        await rig.type("ben")
        await rig.press("tab")
        assert rig.app.query_one(FilterLine).value == "bench Press (Barbell)"
        assert "2 of 3 workouts · 3 sets" in rig.screen
        await rig.type(" left<")
        assert "After left comes a number, as in left<1." in rig.screen
        await rig.type("2")
        assert "1 of 3 workouts · 1 set" in rig.screen
        assert "After left" not in rig.screen


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ((), ["No workouts yet.", "W starts one, I brings in a log"]),
        ((PUSH,), ["November 2026  1 workout · 3 hard sets"]),
        ((workout(entry(BENCH, done(80, 8, id="u"))),), ["no set rated"]),
        ((workout(entry(BENCH, done(80, 8)), day=-3660, id="long ago"), LEGS), []),
        ((workout(entry(BENCH, done(80, 8)), day=60, id="ahead"), LEGS), []),
        ((workout(day=0, name="Nothing"),), ["Nothing", "0 hard sets"]),
    ],
)  # fmt: skip
async def test_odd_pasts_say_what_they_are(tmp_path, log, words):
    async with history(tmp_path, log) as rig:
        for sentence in words:
            assert sentence in rig.screen
        await rig.press("e", "v", "escape", "c", "escape", "slash", "escape")


async def test_an_unrated_lift_says_that_how_close_is_not_known(tmp_path):
    log = (workout(entry(BENCH, done(80, 15, id="u"))),)
    async with history(tmp_path, log) as rig:
        await rig.press("v")
        assert "how close is not known" in rig.screen
        assert "Cannot tell, it takes 4 sessions" in rig.screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_every_size_shows_what_is_edited(tmp_path, size):
    async with history(tmp_path, size=size) as rig:
        await rig.press("e")
        assert rig.app.query_one(WorkoutDetail).spot.set_id == "l1"
        assert "▸  100 kg × 5" in screen_text(rig.app)
        await rig.press("e")
        assert "100x5@3" in rig.screen
        await rig.press("escape", "v")
        assert "100×5·3" in rig.screen


async def test_typing_filters_what_is_there_while_older_months_are_read(
    tmp_path, monkeypatch
):
    async with history(tmp_path) as rig:
        waiting = property(lambda _: ("2019-07", "2019-06"))
        monkeypatch.setattr(type(rig.logbook), "unread_months", waiting)
        await rig.press("slash")
        await rig.type("bench")
        assert "2 of 3 workouts · 3 sets · reading 2019 … 2 of 4 months" in rig.screen
        await rig.type(" zzz")
        assert "Nothing so far; older months are still being read." in rig.screen


async def test_the_palette_changes_the_workout_shown(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("ctrl+p")
        await rig.type("move the workout")
        await rig.press("enter")
        await rig.pilot.pause()
        await rig.press("ctrl+u")
        await rig.type("2026-10-29")
        await rig.press("enter")
        await rig.settle()
        assert kept(rig, "legs").started_at.date().isoformat() == "2026-10-29"
        assert rig.app.query_one(HistoryList).workout.id == "legs"


async def test_the_palette_shows_a_lift_from_the_workout(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("r")
        await rig.settle()
        await rig.press("ctrl+p")
        await rig.type("exercise history")
        await rig.press("enter")
        await rig.pilot.pause()
        assert isinstance(rig.app.screen, LiftScreen)
        assert "Squat (Barbell)" in rig.screen.splitlines()[0]


async def test_the_first_key_replaces_the_line_of_a_set_and_keeps_what_it_does_not_say(
    tmp_path,
):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "e")
        await rig.type("9")
        await rig.press("enter")
        first = kept(rig, "push").sets[0]
        assert (first.load.value, first.reps, first.left) == (82.5, 9, 1)


@pytest.mark.parametrize(
    ("keys", "reps", "left"),
    [(("backspace", "2"), 8, 2), (("left", "left", "backspace", "6"), 6, 1)],
)
async def test_left_and_backspace_edit_the_line_of_a_set(tmp_path, keys, reps, left):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "e", *keys, "enter")
        first = kept(rig, "push").sets[0]
        assert (first.load.value, first.reps, first.left) == (82.5, reps, left)


async def test_a_rating_taken_out_of_the_line_is_taken_out_of_the_set(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "e", "backspace", "backspace", "enter")
        assert kept(rig, "push").sets[0].left is None


async def test_d_while_reading_deletes_what_the_cursor_is_on(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "e", "d")
        assert [one.id for one in kept(rig, "push").sets] == ["p2", "p3"]
        assert "removed: a set of Bench Press (Barbell) · u to undo" in rig.screen
        await rig.press("u")
        assert "taken back: removed set of Bench Press" in rig.screen
        assert kept(rig, "push").sets == PUSH.sets
        await rig.press("escape", "enter", "g", "d")
        assert kept(rig, "push") is None
        await rig.press("u")
        assert kept(rig, "push").sets == PUSH.sets
