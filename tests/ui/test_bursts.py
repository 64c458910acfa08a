"""Keys that come back to back, as over ssh, held down, or on a busy machine."""

import asyncio
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from ui.rig import BYTES, PATIENCE_S, Rig, befit, run

from befit_tui.logbook import open_alerts
from befit_tui.store.store import Store
from befit_tui.ui.older_months import OlderMonths
from befit_tui.ui.screens.history.filter_line import FilterLine
from befit_tui.ui.screens.pane import Pane
from befit_tui.ui.shutdown import CAN_STOP

BENCH, CURL = "bench-press-barbell", "hammer-curl-dumbbell"
PAST = [
    workout(
        entry(BENCH, done(80, 8, left=2), done(80, 7, left=1)),
        entry(CURL, done(14, 10)),
        name=name, id=name, day=day,
    )
    for day, name in enumerate(("Old", "Push A", "Dead"))
]  # fmt: skip


async def test_what_follows_the_slash_is_looked_for_and_deletes_nothing(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("H")
        await rig.settle()
        await rig.burst(*"/dead")
        assert rig.app.query_one(FilterLine).value == "dead"
        assert len(rig.logbook.history) == 3


@pytest.mark.parametrize(
    ("keys", "stack"),
    [("abench", 2), ("nfelt fine", 2), ("xbffb", 2), ("Abench", 2), ("tffb", 2)],
)
async def test_what_follows_the_key_of_a_dialog_goes_to_the_dialog(
    tmp_path, keys, stack
):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.burst(*keys)
        assert rig.sets == ()
        assert len(rig.app.screen_stack) == stack


async def test_at_every_moment_one_mode_is_shown(tmp_path):
    """Also while a mode is made for its first key and the terminal changes its size."""

    async def go_through() -> None:
        await rig.burst("H", "T")
        await rig.pilot.resize_terminal(60, 20)
        await rig.burst("W", "H")

    async with befit(tmp_path, PAST) as rig:
        going, shown = asyncio.create_task(go_through()), set()
        while not going.done():
            shown.add(tuple(one.id for one in rig.app.query(Pane) if one.display))
            await asyncio.sleep(0)
        assert shown == {("start",), ("history",), ("trends",)}
        assert rig.app.focused in rig.app.query_one("#history").walk_children()


async def test_a_journey_in_one_write_is_the_journey(tmp_path):
    """From the start panel to a new exercise with a set, rated, and a note on it."""

    async with befit(tmp_path) as rig:
        keys = ("enter", *"bench press", "enter", *"80x8", "enter", "2", "up", "n")
        await rig.burst(*keys, *"felt fine", "enter", "H", "/", *"felt", "enter")
        assert [(one.reps, one.left, one.note) for one in rig.sets] == [
            (8, 2, "felt fine")
        ]
        assert rig.app.query_one(FilterLine).value == "felt"


async def test_what_is_pasted_behind_a_key_goes_to_what_the_key_opens(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("H")
        await rig.settle()
        await rig.write("/\x1b[200~dead\x1b[201~")
        assert rig.app.query_one(FilterLine).value == "dead"
        await rig.press("enter", "W", "enter")
        await rig.write("n\x1b[200~belt\x1b[201~\r")
        assert rig.logbook.active.entries[0].note == "belt"


async def test_what_is_too_long_for_the_line_ends_with_it_and_can_be_mended(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.write(f"\x1b[200~8 # {'x' * 500}\x1b[201~")
        assert "xxx" in rig.screen
        await rig.press("backspace", "backspace", "y")
        assert "xxxy" in rig.screen
        await rig.press("home")
        assert "8 # xxx" in rig.screen
        await rig.press("enter")
        assert rig.sets[0].note == "x" * 194 + "y"


async def test_all_lines_of_what_is_pasted_come_into_a_note(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.write("n\x1b[200~belt\nslow down\n\x1b[201~\r")
        assert rig.logbook.active.entries[0].note == "belt slow down"


@pytest.mark.parametrize(("key", "left"), [("d", 2), ("delete", 2)])
async def test_a_workout_that_was_not_on_the_screen_yet_is_not_deleted(
    tmp_path, key, left
):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("H")
        await rig.settle()
        await rig.burst("down", key)
        assert len(rig.logbook.history) == 3
        assert f"{key} came too early" in rig.screen
        await rig.burst(key, key, key)
        assert len(rig.logbook.history) == left


async def test_of_failures_in_a_row_only_the_one_that_was_seen_is_logged(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.burst("f", "f", "b")
        assert len(rig.sets) == 1
        await rig.settle()  # on a busy machine the next key would be early as well
        await rig.press("b")
        assert [one.form for one in rig.sets] == ["intact", "broke"]


WORKOUT, HISTORY = ("enter",), ("H",)
READING = ("H", "enter")
DIALOGS = {
    "exercise picker": (WORKOUT, "a", ("enter", "escape")),
    "new exercise": (WORKOUT, ("a", *"zzz", "enter"), ("enter", "escape", "b")),
    "note": (WORKOUT, "n", ("enter", "escape")),
    "plan": (WORKOUT, "t", ("enter", "escape")),
    "check-in": (WORKOUT, "c", ("enter", "escape", "5")),
    "summary": (WORKOUT, "x", ("escape", "t", "R", "x", "enter")),
    "plates": (WORKOUT, "p", ("enter", "p", "escape")),
    "exercise settings": (WORKOUT, "E", ("E", "enter", "escape")),
    "routines": ((), "R", ("q", "escape", "n", "enter")),
    "help": ((), "question_mark", ("question_mark", "escape")),
    "settings": ((), "S", ("S", "q", "enter", "escape")),
    "import": ((), "I", ("enter", "escape")),
    "palette": ((), "ctrl+p", ("enter", "escape", "ctrl+p")),
    "choice of a setting": ((), ("S", "enter"), ("enter", "1", "q", "escape")),
    "calendar": (HISTORY, "c", ("enter", "c", "q", "escape")),
    "exercise of the past": (HISTORY, "v", ("q", "v", "escape")),
    "choice": (READING, ("g", "e"), ("1", "9", "enter", "q", "escape")),
    "question": (("H",), "r", ("y", "n", "enter", "escape")),
    "names of exercises": (
        (),
        ("ctrl+p", *"names and", "enter"),
        ("q", "escape", "a", "o", "enter", "m", "r", "h"),
    ),
    "theme": ((), ("ctrl+p", *"theme", "enter"), ("enter", "2", "q", "escape")),
}
DEEP = {"choice of a setting": 3}
"""Screens there are then, where the dialog stands over another."""


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_dialog_is_answered_once(tmp_path, name):
    way, opening, answers = DIALOGS[name]

    async with befit(tmp_path, PAST) as rig:
        if name == "question":
            await rig.press("enter")
        for key in answers:
            await rig.press("W")
            if rig.logbook.active is None or way is not WORKOUT:
                await rig.press(*way)
            await rig.burst(*([opening] if isinstance(opening, str) else opening))
            assert len(rig.app.screen_stack) == DEEP.get(name, 2), key
            before = len(rig.logbook.history)
            await rig.burst(key, key)
            assert rig.app.is_running
            assert len(rig.logbook.history) in (before, before + 1)
            while len(rig.app.screen_stack) > 1:
                await rig.press("escape")
            await rig.press("escape", "escape")


async def test_the_theme_held_down_ends_on_one_theme(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("S", "j", "j", "k")
        await rig.burst(*["right"] * 9, *["enter", "down", "enter"] * 6)
        await rig.settle()
        await rig.press("escape", "escape")
        kept = (tmp_path / "config.toml").read_text()
        assert f'theme = "{rig.app.theme}"' in kept
        written = (tmp_path / "config.toml").stat().st_mtime_ns
        await rig.press("W")
        assert (tmp_path / "config.toml").stat().st_mtime_ns == written


TYPING = {
    "a set": ("enter", "8", "2"),
    "an answer": ("enter", "enter"),
    "a note": ("enter", "n", "b"),
    "a lift": ("enter", "a", "b"),
    "a plan": ("enter", "t"),
    "the filter": ("H", "slash", "d"),
    "a correction": ("H", "enter", "G", "e", "9"),
    "a check-in": ("c", "7"),
    "a path": ("I", "d"),
    "a setting": ("S", "end", "enter", "9"),
    "a key to look up": ("question_mark", "r"),
    "a command": ("ctrl+p", "p"),
    "the name of a routine": ("R", "n", "a"),
    "no text": ("S",),
    "the summary": ("enter", "x"),
}


@pytest.mark.parametrize("before", TYPING)
async def test_control_keys_work_while_typing_and_in_dialogs(
    tmp_path, monkeypatch, before
):
    async with befit(tmp_path, PAST) as rig:
        await rig.press(*TYPING[before])
        stopped = []
        monkeypatch.setattr(
            rig.app, "action_suspend_process", lambda: stopped.append(1)
        )
        text = getattr(rig.app.focused, "value", None)
        await rig.burst("ctrl+z")
        assert len(stopped) == CAN_STOP
        assert getattr(rig.app.focused, "value", None) == text
        stack = len(rig.app.screen_stack)
        if before == "a command":
            await rig.press("ctrl+p")
            assert len(rig.app.screen_stack) == 1
            await rig.press("ctrl+p", "p")
        else:
            await rig.burst("ctrl+p", *"theme")
            assert len(rig.app.screen_stack) == stack + 1
            await rig.settle()
            assert "Choose the colours" in rig.screen
            await rig.press("ctrl+p")
        assert len(rig.app.screen_stack) == stack
        assert getattr(rig.app.focused, "value", None) == text
        await rig.press("ctrl+q")
        assert rig.app.return_code == 0


def test_every_key_that_is_sent_is_known_to_the_parser():
    assert all(BYTES.values())


@pytest.fixture
def half_read(tmp_path):
    """A folder whose first frame has not read the month with the lift of its row."""
    bench = entry(BENCH, *(done(80, 8, id=f"b{n}", left=2) for n in range(2)))
    curls = [
        workout(entry(CURL, done(14, 10)), id=f"c{day}", day=day) for day in range(13)
    ]
    with closing(Store(tmp_path, clock=lambda: MONDAY)) as store:
        store.add_workouts([workout(bench, id="old", day=-3), *curls], "past")
        store.save_active(workout(entry(BENCH), day=13, ended_at=None), "start")
    return tmp_path


def test_a_set_is_logged_as_the_whole_past_plans_it_however_early_the_key(
    half_read, monkeypatch
):
    gate, read = threading.Event(), OlderMonths._read_months

    def read_late(months):
        gate.wait(PATIENCE_S / 2)
        read(months)

    async def only_pause(rig):
        await rig.pilot.pause()

    async def journey():
        with monkeypatch.context() as early:
            early.setattr(OlderMonths, "_read_months", read_late)
            early.setattr(Rig, "settle", only_pause)
            async with befit(half_read, now=MONDAY + timedelta(days=13)) as rig:
                await rig.press("down", "enter")
                assert ("…" in rig.screen, rig.sets) == (True, ())
                early.undo()
                gate.set()
                await rig.settle()
                await rig.press("1")
                (logged,) = rig.sets
                eased = 75, 8, 1  # two weeks after 80 kg
                assert (logged.load.value, logged.reps, logged.left) == eased

    run(journey)


def test_no_key_waits_for_alerts_that_are_being_worked_out(tmp_path, monkeypatch):
    gate, asked, badge = threading.Event(), [], open_alerts.alert_badge

    def told(logbook):
        asked.append(logbook)
        return badge(logbook)

    async def only_pause(rig):
        await rig.pilot.pause()

    async def journey():
        with monkeypatch.context() as early:
            early.setattr(OlderMonths, "_judge", lambda _: gate.wait(PATIENCE_S / 2))
            early.setattr(open_alerts, "alert_badge", told)
            early.setattr(Rig, "settle", only_pause)
            async with befit(tmp_path, PAST) as rig:
                await rig.press("enter")
                assert rig.logbook.store.active() is not None
                await rig.pilot.pause()
                assert asked == []
                early.undo()
                early.setattr(open_alerts, "alert_badge", told)
                gate.set()
                await rig.settle()
                assert asked

    run(journey)


async def test_keys_wait_no_longer_when_the_past_cannot_be_read(half_read, monkeypatch):
    def fail(*_):
        raise KeyError("odd")

    monkeypatch.setattr(OlderMonths, "_read_months", fail)

    async with befit(half_read, now=MONDAY + timedelta(days=13)) as rig:
        await rig.type("70x5@1")
        await rig.press("enter")
        assert [one.reps for one in rig.sets] == [5]
