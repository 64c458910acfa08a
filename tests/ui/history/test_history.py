"""The history on the screen: list, detail, filter, and what its keys do."""

import threading
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from builders import demo_year, done, entry, in_past, workout
from ui.rig import befit
from ui.screen_text import screen_text

from befit_tui.domain.vocabulary import End, Form
from befit_tui.logbook.history.workout_list import Past
from befit_tui.ui.screens.history.pane import HistoryPane
from befit_tui.ui.screens.history.workout_list import HistoryList
from befit_tui.ui.screens.pane import LogChanged
from befit_tui.ui.screens.workout_detail import WorkoutDetail
from befit_tui.ui.widgets.runs import wrapped

BENCH, SQUAT, CURL = "bench-press-barbell", "squat-barbell", "hammer-curl-dumbbell"

OLD = workout(
    entry(BENCH, done(80, 8, id="o1", left=2)), day=-20, name="Push A", id="old"
)
HARD = workout(
    entry(BENCH, done(85, 8, id="h1", left=1), done(85, 7, id="h2", end=End.TECHNICAL,
                                                   form=Form.INTACT)),
    entry(CURL, done(14, 9, id="h3", note="cheated [b]a bit[/b]")),
    day=0, name="Push [red]A[/]", id="hard", note="belt hole 4",
)  # fmt: skip
LEGS = workout(
    entry(SQUAT, done(100, 5, id="l1", left=3)), day=2, name="Legs", id="legs"
)
LOG = (OLD, HARD, LEGS)


@asynccontextmanager
async def history(folder, log=LOG, **wanted):
    async with befit(folder, log, **wanted) as rig:
        await rig.press("H")
        await rig.settle()
        yield rig


def shown(rig):
    row = rig.app.query_one(HistoryList).workout
    return row.id if row else None


def lines_with(rig, text):
    return [line for line in screen_text(rig.app).splitlines() if text in line]


async def test_months_head_their_workouts_and_the_detail_follows(tmp_path):
    async with history(tmp_path) as rig:
        assert lines_with(rig, "November 2026  2 workouts · 4 hard sets")
        assert lines_with(rig, "October 2026  1 workout · 1 hard set")
        assert "Squat (Barbell)" in rig.screen
        await rig.press("j")
        assert shown(rig) == "hard"
        assert "85 kg × 7  failure, form intact" in rig.screen
        assert "◆ best load 85 kg" in rig.screen
        assert "Squat (Barbell)" not in rig.screen


async def test_a_line_marks_failure_records_and_keeps_the_text_of_the_lifter(tmp_path):
    async with history(tmp_path) as rig:
        (line,) = lines_with(rig, "Mon  2")
        listed = line.split("│")[0]
        assert "Push [red]A[/]" in listed
        assert "1:00" in listed
        assert "3 hard  ●·· ◆" in listed
        await rig.press("j")
        assert "note  cheated [b]a bit[/b]" in rig.screen
        assert "note  belt hole 4" in rig.screen


async def test_only_what_asks_for_something_is_marked_as_an_alert(tmp_path):
    failed = [
        done(100, reps, id=f"f{reps}", end=End.TECHNICAL, form=Form.INTACT)
        for reps in (5, 4, 3)
    ]
    log = [*LOG, workout(entry(SQUAT, *failed), day=4, name="Too hard")]

    async with history(tmp_path, log) as rig:
        assert "■" in lines_with(rig, "Fri  6")[0].split("│")[0]
        assert "▲" not in lines_with(rig, "Wed  4")[0].split("│")[0]
        assert "■ stop: " in rig.screen


async def test_keys_walk_by_row_by_month_and_to_the_ends(tmp_path):
    async with history(tmp_path) as rig:
        seen = []
        for key in ("j", "down", "k", "[", "[", "]", "G", "g"):
            await rig.press(
                *{"[": ["left_square_bracket"], "]": ["right_square_bracket"]}.get(
                    key, [key]
                )
            )
            seen.append(shown(rig))
        assert seen == ["hard", "old", "hard", "old", "old", "legs", "old", "legs"]


async def test_the_filter_works_while_typing_and_esc_shows_all_again(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("slash")
        await rig.type("BENCH curl")
        assert "1 of 3 workouts · 3 sets" in rig.screen
        assert shown(rig) == "hard"
        await rig.press("enter", "G")
        assert shown(rig) == "hard"
        await rig.press("escape")
        assert not lines_with(rig, " of 3 workouts")
        assert lines_with(rig, "October 2026")


async def test_capital_letters_and_digits_belong_to_the_filter(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("slash")
        await rig.type("T 99")
        assert "0 of 3 workouts · 0 sets" in rig.screen
        assert "No workout holds all of this." in rig.screen
        assert rig.app.query_one(HistoryPane).display


async def test_where_no_workout_is_no_lift_stands_beside_it(tmp_path):
    async with history(tmp_path, size=(170, 40)) as rig:
        await rig.settle()
        assert rig.screen.count("Squat (Barbell)") > 1  # the lift beside the workout
        await rig.press("slash")
        await rig.type("squta")
        assert "Squat (Barbell)" not in rig.screen


async def test_enter_gives_the_detail_the_keys_and_on_a_narrow_screen_the_room(
    tmp_path,
):
    async with history(tmp_path, size=(80, 24)) as rig:
        await rig.press("enter")
        assert isinstance(rig.app.focused, WorkoutDetail)
        assert not rig.app.query_one(HistoryList).region.area
        await rig.press("escape")
        assert isinstance(rig.app.focused, HistoryList)
        assert rig.app.query_one(HistoryList).region.area


async def test_a_long_detail_scrolls(tmp_path):
    sets = [done(80, 8, id=f"s{n}", left=2, note=f"set {n}") for n in range(30)]
    log = [workout(entry(BENCH, *sets), name="Long")]

    async with history(tmp_path, log, size=(60, 20)) as rig:
        await rig.press("enter", "G")
        assert "set 29" in rig.screen
        assert "▴" in rig.screen
        await rig.press("g")
        assert "set 29" not in rig.screen
        assert "▾" in rig.screen
        await rig.press("ctrl+d", "j", "k", "ctrl+u")
        assert "Long" in rig.screen


async def test_delete_can_be_taken_back(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("j", "d")
        assert shown(rig) == "old"
        assert in_past(rig.logbook, "hard") is None
        await rig.press("u")
        assert in_past(rig.logbook, "hard") is not None
        assert lines_with(rig, "Push [red]A[/]")


async def test_repeat_plans_the_workout_for_today(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("r")
        await rig.settle()
        assert rig.logbook.active.name == "Legs"
        assert rig.logbook.active.sets == ()
        assert not rig.app.query_one(HistoryPane).display


async def test_with_a_workout_open_repeat_offers_to_append(tmp_path):
    async with history(tmp_path) as rig:
        rig.logbook.repeat(OLD)
        await rig.press("r")
        question = "Push A is open: append the exercises of Legs, Wed 4 Nov 2026?"
        assert question in rig.screen
        await rig.press("n")
        assert len(rig.logbook.active.entries) == 1
        await rig.press("r", "y")
        await rig.settle()
        added = [one.exercise for one in rig.logbook.active.entries]
        assert added == [BENCH, SQUAT]


async def test_copy_gives_the_workout_as_text(tmp_path):
    async with history(tmp_path) as rig:
        await rig.press("y")
        text = rig.app.clipboard
        assert text.startswith("Legs  Wed 4 Nov 2026\n18:00–19:00 (1:00)\n")
        assert "  100 kg × 5  3 left" in text


async def test_an_empty_log_says_how_to_begin(tmp_path):
    async with history(tmp_path, ()) as rig:
        assert "No workouts yet." in rig.screen
        await rig.press("j", "enter", "d", "r", "y", "left_square_bracket", "slash")
        await rig.press("escape")
        assert rig.logbook.active is None


async def test_only_what_would_do_something_is_offered(tmp_path):
    async with history(tmp_path, ()) as rig:
        offered = rig.app.screen.active_bindings
        assert "d" not in offered
        assert "slash" in offered
        await rig.press("slash")
        assert "slash" not in rig.app.screen.active_bindings


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_it_fits_every_size(tmp_path, size):
    weeks = demo_year(date(2026, 11, 23))[-20:]

    async with history(tmp_path, weeks, size=size) as rig:
        await rig.press("j", "slash", "b", "enter", "ctrl+d", "enter", "G")
        assert all(len(line) <= size[0] for line in rig.screen.splitlines())


@pytest.mark.parametrize("size", [(150, 40), (200, 60), (120, 40), (80, 24)])
async def test_a_name_is_whole_while_its_line_has_room(tmp_path, size):
    name = "Upper body, ramp of strength 12"
    log = [LEGS, workout(entry(SQUAT, done(100, 5, left=2)), day=3, name=name)]

    async with history(tmp_path, log, size=size) as rig:
        rows = [line for line in rig.screen.splitlines() if "1 hard" in line]
        assert f"Thu  5  {name} " in rows[0]
        assert rig.app.query_one(WorkoutDetail).size.width >= 36
        assert "hard: 4 or fewer reps left" in rig.screen


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (40, ["a note of many words"]),
        (20, ["a note of many words"]),
        (12, ["a note of", "  many words"]),
        (6, ["a note", "  of", "  many", "  wor", "  ds"]),
    ],
)
def test_long_lines_break_between_words_and_stand_in(width, rows):
    line = (("a note ", "dim"), ("of many words", ""))
    broken = ["".join(text for text, _ in row).rstrip() for row in wrapped(line, width)]
    assert broken == rows


def test_what_stands_apart_is_not_broken_where_a_row_has_room():
    line = (("A long name of a workout", "strong"), ("  Sat 13 Sep 2025", "dim"))
    rows = ["".join(text for text, _ in row) for row in wrapped(line, 35)]
    assert rows == ["A long name of a workout", "  Sat 13 Sep 2025"]


async def test_a_detail_paints_only_what_differs(tmp_path):
    twin = workout(entry(SQUAT, done(100, 5, id="t1", left=2)), day=3, name="Legs")
    log = [LEGS, twin]

    async with history(tmp_path, log) as rig:
        detail = rig.app.query_one(WorkoutDetail)
        painted = []
        refresh = detail.refresh
        detail.refresh = lambda *regions, **how: (
            painted.extend(regions), refresh(*regions, **how)
        )[1]  # fmt: skip
        await rig.press("j")
        assert 1 <= len(painted) <= 3
        assert sum(region.area for region in painted) < detail.size.area / 20
        assert "3 left" in rig.screen


async def test_older_months_that_come_in_leave_the_lines_in_sight_alone(tmp_path):
    month = [
        workout(entry(BENCH, done(80, 8, id=f"n{n}")), day=-n, id=f"near{n}")
        for n in range(40)
    ]
    old = [workout(entry(BENCH, done(60, 8, id="f")), day=-400, id="far")]

    async with history(tmp_path, month) as rig:
        rows = rig.app.query_one(HistoryList)
        painted = []
        rows.refresh = lambda *regions, **_: painted.append(regions)
        rig.logbook.history = rig.logbook.history.with_months({old[0].month: old})
        rig.app.query_one(HistoryPane).post_message(LogChanged())
        await rig.settle()
        assert () not in painted  # that would be all of the list
        del rows.refresh
        await rig.press("G")
        assert shown(rig) == "far"
        assert "September 2025  1 workout" in rig.screen


async def test_the_next_day_of_the_demo_can_be_told(tmp_path):
    today = date(2026, 11, 23)
    year = demo_year(today)

    now = year[-1].started_at + timedelta(days=1)
    async with history(tmp_path, year, now=now) as rig:
        assert f"{len(year)} workouts since Nov 2025" in rig.screen


async def test_what_is_worked_out_when_the_history_has_gone_is_dropped(
    tmp_path, monkeypatch
):
    begun, gate, judge = threading.Event(), threading.Event(), Past.judge

    def waiting(past, workout):
        begun.set()
        gate.wait(10)
        return judge(past, workout)

    monkeypatch.setattr(Past, "judge", waiting)

    async with befit(tmp_path, LOG) as rig:
        await rig.press("H")
        while not begun.is_set():
            await rig.pilot.pause(0.05)
        await rig.app.query_one(HistoryPane).remove_children()
        gate.set()
        await rig.settle()
        assert rig.app.is_running


async def test_a_wide_screen_shows_the_lift_under_the_cursor_as_a_third_column(
    tmp_path,
):
    both = [
        workout(
            entry(BENCH, done(80, 8, left=2, id=f"b{n}")),
            entry("hammer-curl-dumbbell", done(14, 10, left=1, id=f"c{n}")),
            day=-7 * n,
        )
        for n in range(4)
    ]

    async with befit(tmp_path, both, size=(170, 40)) as rig:
        await rig.press("H")
        await rig.settle()
        third = [line.split("│")[2] for line in rig.screen.splitlines()[2:-1]]
        assert third[0].strip().startswith("Bench Press (Barbell)")
        assert "80×8·2" in "\n".join(third)
        await rig.press("enter", "G")
        await rig.settle()
        third = [line.split("│")[2] for line in rig.screen.splitlines()[2:-1]]
        assert third[0].strip().startswith("Hammer Curl (Dumbbell)")
