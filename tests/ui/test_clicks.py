"""The mouse: a click chooses as the arrows do, a double click does what enter does."""

from builders import done, entry, workout
from textual.widgets import ContentSwitcher
from ui.rig import befit

from befit_tui.ui.screens.history.workout_list import HistoryList
from befit_tui.ui.screens.trends.pane import Tabs
from befit_tui.ui.screens.trends.strength import LiftList
from befit_tui.ui.screens.workout.start import StartPanel
from befit_tui.ui.screens.workout_detail import WorkoutDetail
from befit_tui.ui.widgets.key_bar import KeyBar
from befit_tui.ui.widgets.line_list import LineList, Lines
from befit_tui.ui.widgets.mode_bar import ModeBar
from befit_tui.ui.widgets.set_list import SetList

BENCH, CURL = "bench-press-barbell", "hammer-curl-dumbbell"
PAST = [
    workout(
        entry(BENCH, done(80, 8, left=2), done(80, 7, left=1)),
        entry(CURL, done(14, 10)),
        name=name, day=day,
    )
    for day, name in enumerate(("Old", "Push A", "Legs"))
]  # fmt: skip


async def click(rig, widget, text, times=1):
    """Click on a text of the screen, which stands within a widget."""
    region = rig.app.screen.query_one(widget).region
    rows = rig.screen.splitlines()[region.y : region.bottom]
    row = next(at for at, line in enumerate(rows) if text in line[region.x :])
    offset = rows[row].index(text, region.x) - region.x, row
    await rig.pilot.click(widget, offset=offset, times=times)
    await rig.pilot.pause()


def grounds(widget, text):
    """The backgrounds behind a text of a widget."""
    lines = ([*widget.render_line(y)] for y in range(widget.size.height))
    line = next(one for one in lines if text in "".join(part.text for part in one))
    return {part.style.bgcolor for part in line if part.text.strip() in text}


async def test_what_a_click_would_press_is_marked_under_the_mouse(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 40)) as rig:
        await rig.press("T")
        await rig.settle()
        rows, keys = rig.app.query_one(LiftList), rig.app.screen.query_one(KeyBar)
        tabs = rig.app.query_one(Tabs)
        for widget, text in ((rows, "Hammer Curl (Dumbbell)"), (keys, "effort"),
                             (tabs, "Effort")):  # fmt: skip
            before = grounds(widget, text)
            at = next(
                (line.index(text), y)
                for y in range(widget.size.height)
                if text in (line := widget.render_line(y).text)
            )
            await rig.pilot.hover(widget, offset=(at[0], at[1] + widget.gutter.top))
            assert grounds(widget, text) != before
            await rig.pilot.hover(ModeBar)
            assert grounds(widget, text) == before


async def test_a_click_on_a_set_is_where_enter_logs(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await click(rig, SetList, "14 × 10")
        assert rig.cursor.set_row.id == "1:0"
        await rig.press("enter", "2")
        assert len(rig.logbook.active.entries[1].sets) == 1
        assert rig.logbook.active.entries[0].sets == ()


async def test_a_double_click_logs_the_set_once(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await click(rig, SetList, "14 × 10", times=2)
        assert len(rig.logbook.active.entries[1].sets) == 1
        assert "reps left?" in rig.screen


async def test_a_click_while_a_set_is_typed_leaves_the_line_and_the_row(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "8", "2")
        await click(rig, SetList, "14 × 10")
        assert rig.cursor.set_row.id == "0:0"
        await rig.type("x5")
        await rig.press("enter")
        assert [(one.load.value, one.reps) for one in rig.sets] == [(82, 5)]


async def test_a_click_in_a_frame_chooses_the_line_under_it(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await click(rig, StartPanel, "Empty workout")
        assert rig.app.query_one(StartPanel).row.id == "empty"
        await rig.press("H")
        await rig.settle()
        await click(rig, HistoryList, "Old")
        assert rig.app.query_one(HistoryList).workout.name == "Old"
        await click(rig, WorkoutDetail, "80")
        await rig.press("d")
        assert len(rig.logbook.history) == 3
        assert "removed: a set of" in rig.screen


async def test_a_click_on_a_mode_or_a_key_is_as_good_as_the_key(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        shown = rig.app.query_one(ContentSwitcher)
        for name in ("History", "Trends", "Workout"):
            await click(rig, ModeBar, name)
            assert shown.current == name.lower().replace("workout", "start")
        await click(rig, ModeBar, "befit")
        await click(rig, KeyBar, "R routines")
        assert "Routines" in rig.screen
        await rig.press("escape", "enter")
        await click(rig, KeyBar, "f failure")
        assert [one.left for one in rig.sets] == [0]


async def test_a_click_marks_an_option_and_a_double_click_takes_it(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "a")
        await rig.type("squat")
        await click(rig, LineList, "Front Squat")
        assert len(rig.app.screen_stack) == 2
        await click(rig, LineList, "Front Squat", times=2)
        assert "front-squat" in rig.logbook.active.entries[-1].exercise
        await rig.press("S")
        await click(rig, Lines, "effort question")
        await click(rig, Lines, "effort question", times=2)
        await click(rig, Lines, "no", times=2)
        assert "effort_question = false" in (tmp_path / "config.toml").read_text()
        await click(rig, KeyBar, "enter change")
        assert len(rig.app.screen_stack) == 3
        await click(rig, KeyBar, "esc back")
        await click(rig, KeyBar, "esc close")
        assert len(rig.app.screen_stack) == 1
        await rig.press("c")
        await click(rig, Lines, "soreness")
        await rig.press("4")
        await click(rig, KeyBar, "esc close")
        assert rig.logbook.active.checkin.soreness == 4


async def test_a_click_on_a_view_or_a_range_of_the_trends_shows_it(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("T")
        await rig.settle()
        for name in ("Effort", "Calendar", "1 year"):
            await click(rig, "#trends-tabs", name)
            assert f"[{name}]" in rig.screen
