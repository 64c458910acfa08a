"""The keys of the workout one by one, and every form of the entry line."""

from contextlib import asynccontextmanager

import pytest
from builders import done, entry, kg, workout
from ui.rig import KEYS, befit, run
from ui.screen_text import is_large

from befit_tui.domain.edit import with_set
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.settings import Settings
from befit_tui.ui.screens.pane import LogChanged
from befit_tui.ui.screens.workout.pane import WorkoutPane

BENCH, CURL = "bench-press-barbell", "biceps-curl-dumbbell"
PULL_UP, ASSISTED = "pull-up-bodyweight", "pull-up-assisted"
PLANK, SLED = "plank", "sled-push"


def push(*, reps=7):
    bench = (done(80, reps, id=f"b{n}", left=1, end=End.STOPPED) for n in range(3))
    curls = (done(14, 12, id=f"c{n}", left=1, end=End.STOPPED) for n in range(2))
    return workout(entry(BENCH, *bench), entry(CURL, *curls), day=14, name="Push A")


@asynccontextmanager
async def lifting(folder, past=None, **options):
    async with befit(folder, [past or push()], **options) as rig:
        await rig.press("enter")
        yield rig


def keys(text):
    return [KEYS.get(character, character) for character in text]


TYPED = [
    ("8", {"reps": 8, "load": kg(80)}),
    ("82.5x8", {"reps": 8, "load": kg(82.5)}),
    ("82,5*8", {"reps": 8, "load": kg(82.5)}),
    ("82.5 8", {"reps": 8, "load": kg(82.5)}),
    ("82.5X8", {"reps": 8, "load": kg(82.5)}),
    ("+2.5", {"load": kg(82.5)}),
    ("-5", {"load": kg(75)}),
    ("+2.5x6", {"load": kg(82.5), "reps": 6}),
    ("-5 8", {"load": kg(75), "reps": 8}),
    ("100lbx5", {"load": Load(100, Unit.LB), "reps": 5}),
    ("8@1", {"left": 1, "end": End.STOPPED, "form": Form.INTACT}),
    ("8@1.5", {"left": 1.5}),
    ("8@f", {"left": 0, "end": End.TECHNICAL, "form": Form.INTACT}),
    ("8@v", {"left": 0, "end": End.VOLITIONAL}),
    ("8@m", {"left": 0, "end": End.MOMENTARY}),
    ("0@m", {"reps": 0, "end": End.MISSED}),
    ("8@s", {"reps": 8, "form": Form.SLIPPED}),
    ("8@b", {"reps": 8, "end": End.TECHNICAL, "form": Form.BROKE}),
    ("8+2@b", {"reps": 8, "extra_reps": 2, "form": Form.BROKE}),
    ("60x8w", {"kind": Kind.WARMUP, "load": kg(60)}),
    ("60x8d", {"kind": Kind.DROP, "load": kg(60)}),
    ("45s", {"seconds": 45, "reps": None}),
    ("1:30", {"seconds": 90}),
    ("20m", {"metres": 20}),
    ("2km", {"metres": 2000}),
    ("40x30s", {"load": kg(40), "seconds": 30}),
    ("40x20m", {"load": kg(40), "metres": 20}),
    ("8 # elbow fine", {"reps": 8, "note": "elbow fine"}),
]


async def test_a_typed_line_is_logged_as_it_reads(tmp_path):
    async with lifting(tmp_path) as rig:
        for typed, expected in TYPED:
            assert rig.cursor.row.id == "0:0"
            await rig.type(typed)
            await rig.press("enter")
            (only,) = rig.sets
            found = {name: getattr(only, name) for name in expected}
            assert found == expected, typed
            await rig.press("u")
            assert rig.sets == ()


@pytest.mark.parametrize(
    ("typed", "reps", "left"),
    [("80x8x3", [8, 8, 8], None), ("80x8x3@2", [8, 8, 8], 2)],
)
async def test_several_sets_are_typed_at_once(tmp_path, typed, reps, left):
    async with lifting(tmp_path) as rig:
        await rig.type(typed)
        await rig.press("enter")
        assert [one.reps for one in rig.sets] == reps
        assert {one.left for one in rig.sets} == {left}


async def test_the_set_above_is_repeated_by_an_equals_sign(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press(*keys("90x5@1"), "enter", *keys("="), "enter")
        assert [(one.load, one.reps, one.left) for one in rig.sets] == [
            (kg(90), 5, 1),
            (kg(90), 5, None),
        ]


async def test_a_likely_slip_is_asked_about_and_the_second_enter_logs_it(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.type("84")
        await rig.press("enter")
        assert "84 reps: 8 with 4 left is 8@4? Enter again keeps it" in rig.screen
        assert rig.sets == ()
        await rig.press("enter")
        assert [(one.load, one.reps) for one in rig.sets] == [(kg(80), 84)]
        assert "best at 80 kg" not in rig.screen


async def test_what_a_line_lacks_is_said_while_it_is_typed(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.type("82.")
        assert "Go on, as in 82.5x8." in rig.screen
        await rig.type("5")
        assert "for a load type 82.5x8" in rig.screen


async def test_the_line_says_how_it_reads_and_doubts_a_tiny_load(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.type("5x5")
        assert "5 kg x 5 ▲ under a quarter of the last load" in rig.screen
        await rig.press("escape")
        assert "5 kg x 5" not in rig.screen
        assert rig.sets == ()


async def test_every_key_belongs_to_the_line_until_enter_or_esc(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.type("8 # THf x")
        await rig.press("left", "backspace", "home", "delete")
        await rig.type("9")
        await rig.press("end", "enter")
        (only,) = rig.sets
        assert (only.reps, only.note) == (9, "THfx")


async def test_the_cursor_moves_by_letters_arrows_and_tab(tmp_path):
    async with lifting(tmp_path) as rig:
        assert rig.cursor.row.id == "0:0"
        for key, row in [
            ("down", "0:1"), ("j", "0:2"), ("tab", "1:title"), ("k", "0:2"),
            ("up", "0:1"),
        ]:  # fmt: skip
            await rig.press(key)
            assert rig.cursor.row.id == row


@pytest.mark.parametrize("key", ["J", "ctrl+down"])
async def test_an_exercise_moves_down_and_up_again(tmp_path, key):
    async with lifting(tmp_path) as rig:
        await rig.press(key)
        assert [one.exercise for one in rig.logbook.active.entries] == [CURL, BENCH]
        await rig.press({"J": "K", "ctrl+down": "ctrl+up"}[key])
        assert [one.exercise for one in rig.logbook.active.entries] == [BENCH, CURL]


async def test_brackets_change_the_load_and_arrows_the_reps_of_a_planned_set(tmp_path):
    async with lifting(tmp_path) as rig:
        reps = rig.cursor.set_row.planned.reps
        load = rig.cursor.set_row.planned.load.value
        await rig.press("right_square_bracket", "right_square_bracket", "right")
        await rig.press("left_square_bracket", "enter", "2")
        (only,) = rig.sets
        assert (only.load, only.reps) == (kg(load + 2.5), reps + 1)


async def test_counted_reps_are_taken_back_one_by_one_or_all(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("space", "space", "space", "backspace")
        assert rig.cursor.presses.count == 2
        await rig.press("escape")
        assert rig.cursor.presses.count == 0
        await rig.press("space", "space", "b")
        (only,) = rig.sets
        assert (only.reps, only.form) == (2, Form.BROKE)


async def test_counted_reps_are_dropped_by_no_key_but_esc(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", "2", "space", "space", "space")
        for key in ("x", "a", "A", "j", "J", "l", "s", "t", "c", "delete", "u",
                    "ctrl+r"):  # fmt: skip
            rig.app.clear_notifications()
            await rig.settle()
            assert "not logged yet" not in rig.screen
            await rig.press(key)
            await rig.settle()
            said = " ".join(rig.screen.replace("│", " ").split())
            wanted = "3 counted reps are not logged yet: enter, f or b logs them"
            assert wanted in said, key
            assert rig.app.is_running
            assert rig.app.screen.id == "_default"
        await rig.press("f")
        assert [one.reps for one in rig.sets] == [7, 3]
        assert "not logged yet" not in rig.screen


async def test_a_time_that_runs_is_not_dropped_either(tmp_path):
    held = workout(entry(PLANK, done(None, None, id="p", seconds=60)), day=14)
    async with lifting(tmp_path, held) as rig:
        await rig.press("space")
        rig.clock.pass_time(45)
        await rig.press("x")
        assert "46 s is not logged yet: enter logs it, esc forgets it" in rig.screen
        await rig.press("enter")
        assert [one.seconds for one in rig.sets] == [47]


async def test_another_load_or_a_rep_that_was_not_pressed_corrects_the_count(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("space", "space", "right_square_bracket", "space")
        await rig.press("right", "right", "left", "space", "f")
        (only,) = rig.sets
        assert (only.load, only.reps, only.rep_times) == (kg(82.5), 5, None)


async def test_two_presses_make_a_rep_where_the_setting_says_so(tmp_path):
    async with lifting(tmp_path, settings=Settings(presses_per_rep=2)) as rig:
        await rig.press(*["space"] * 5)
        assert rig.cursor.presses.count == 2
        await rig.press("backspace")
        assert rig.cursor.presses.count == 2
        await rig.press("enter", "1")
        (only,) = rig.sets
        assert (only.reps, only.rep_times) == (2, (1.0, 3.0))


def shown_large(screen):
    """What the second number of the meter says; the first one stands left of it."""
    if is_large("RACK IT", screen, room=30):
        return "RACK IT"
    right = "\n".join(line[86:] for line in screen.splitlines())
    return next(one for one in map(str, range(1, 10)) if is_large(one, right, room=9))


async def test_reps_count_down_in_words_and_large_digits(tmp_path):
    async with lifting(tmp_path) as rig:
        said = []
        for _ in range(12):
            await rig.press("space")
            said.append(rig.screen)
        steps = [shown_large(screen) for screen in said]
        shown = [one for n, one in enumerate(steps) if one not in steps[:n]]
        assert shown == ["6", "5", "4", "3", "2", "1", "RACK IT"]


async def test_delete_removes_a_set_or_on_a_title_the_exercise_and_u_brings_it_back(
    tmp_path,
):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", "2", "up", "delete")
        assert rig.sets == ()
        assert "removed" in rig.screen
        await rig.press("u")
        assert len(rig.sets) == 1
        await rig.press("up", "up", "up", "delete")
        assert [one.exercise for one in rig.logbook.active.entries] == [CURL]
        await rig.press("u")
        assert len(rig.logbook.active.entries) == 2


async def test_the_last_set_is_rated_again(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", "2", "at", "4")
        assert [one.left for one in rig.sets] == [4]


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_question_is_closed_as_not_rated(tmp_path, key):
    async with lifting(tmp_path) as rig:
        await rig.press("enter")
        assert "reps left?" in rig.screen
        await rig.press(key)
        assert "reps left?" not in rig.screen
        (only,) = rig.sets
        assert (only.left, only.form, only.end) == (None, None, None)


@pytest.mark.parametrize(("key", "end"), [("f", Form.INTACT), ("b", Form.BROKE)])
async def test_failure_and_broken_form_answer_the_question(tmp_path, key, end):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", key)
        (only,) = rig.sets
        assert (only.end, only.form, only.left) == (End.TECHNICAL, end, 0)


@pytest.mark.parametrize("key", ["6", "space", "down", "w"])
async def test_any_other_key_closes_the_question_and_does_its_own_job(tmp_path, key):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", key)
        assert not rig.cursor.is_asking
        assert rig.sets[0].left is None
        assert {
            "6": lambda: "6 reps" in rig.screen or "kg x 6" in rig.screen,
            "space": lambda: rig.cursor.presses.count == 1,
            "down": lambda: rig.cursor.row.id == "0:2",
            "w": lambda: rig.cursor.planned(rig.cursor.set_row).kind is Kind.WARMUP,
        }[key]()


async def test_a_bouncing_enter_logs_nothing_even_when_nothing_is_asked(tmp_path):
    async with lifting(tmp_path, settings=Settings(effort_question=False)) as rig:
        await rig.press("enter")
        await rig.pilot.press("enter")
        assert len(rig.sets) == 1
        await rig.press("enter")
        assert len(rig.sets) == 2


def test_a_hundred_steps_are_undone_after_a_restart_and_done_again(tmp_path):
    async def before():
        async with lifting(tmp_path) as rig:
            await rig.press("enter")
            for number in range(99):
                more = with_set(rig.logbook.active, 0, done(80, 8, id=f"{number}"))
                rig.logbook.keep(more, "set")
            assert len(rig.sets) == 100

    async def after():
        async with befit(tmp_path) as rig:
            for _ in range(99):
                rig.logbook.undo()
            await rig.press("u")
            assert rig.sets == ()
            for _ in range(99):
                rig.logbook.redo()
            await rig.press("ctrl+r")
            assert len(rig.sets) == 100

    run(before)
    run(after)


async def test_esc_in_the_summary_returns_and_undo_reaches_past_the_end(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("enter", "2", "x", "escape")
        assert rig.logbook.active is not None
        await rig.press("x", "enter", "u", "u", "u")
        assert rig.sets == ()


async def test_a_note_is_written_on_the_set_or_on_the_exercise(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("n")
        await rig.type("belt 4")
        await rig.press("enter")
        assert rig.logbook.active.entries[0].note == "belt 4"
        await rig.press("enter", "2", "up", "n")
        await rig.type("felt easy")
        await rig.press("enter")
        assert rig.sets[0].note == "felt easy"


async def test_a_note_while_reps_left_are_asked_is_on_the_set_just_done(tmp_path):
    async with lifting(tmp_path) as rig:
        await rig.press("down", "down", "enter", "n")
        assert "Note on the set" in rig.screen
        await rig.type("belt slipped")
        await rig.press("enter")
        assert [one.note for one in rig.sets] == ["belt slipped"]
        assert rig.cursor.set_row.done is None
        await rig.press("enter", "2", "n", "escape")
        assert [one.left for one in rig.sets] == [None, 2]


async def test_the_row_counts_along_after_older_months_came_in(tmp_path):
    """They make every row anew, equal to the one that is drawn but not the same."""
    old = [
        workout(entry(PLANK, done(None, None, id="old", seconds=60)), day=-60, id="o")
    ]

    async with lifting(tmp_path) as rig:
        month = old[0].month
        rig.logbook.history = rig.logbook.history.with_months({month: old})
        rig.app.query_one(WorkoutPane).post_message(LogChanged())
        await rig.settle()
        await rig.press("space", "space", "space")
        (row,) = [one for one in rig.screen.splitlines() if "▸" in one]
        assert " 80      3" in row
