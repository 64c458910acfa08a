"""Choosing a lift: what the list says of each, what it is, making one's own."""

from datetime import date, timedelta

import pytest
from builders import MONDAY, done, entry, workout
from ui.rig import befit

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.logbook.exercise_card import (
    RISK_RUNS,
    exercise_card,
    last_done,
    risk_run,
)
from befit_tui.logbook.picker import ExerciseChoice, Found
from befit_tui.ui.screens.picker import ExercisePicker
from befit_tui.ui.widgets.card_panel import AIRY, card_lines
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.picker_rows import Gap, columns, draw_row, head, spaced

CATALOG = load_catalog()
PAST = (
    workout(entry("squat-barbell", done(100, 5)), day=0),
    workout(entry("bicep-curl-cable", done(30, 12, left=2)), day=5),
)


def shown(rig) -> list[str]:
    return [
        row.exercise.name
        for row in rig.app.screen.query_one(LineList).rows
        if isinstance(row, ExerciseChoice)
    ]


async def test_on_the_first_day_common_lifts_come_first_with_all_that_is_asked(
    tmp_path,
):
    async with befit(tmp_path) as rig:
        await rig.press("a")
        assert shown(rig)[:3] == [
            "Bench Press (Barbell)", "Squat (Barbell)", "Deadlift (Barbell)",
        ]  # fmt: skip
        assert "Woodchop (Cable)" not in shown(rig)[:60]
        line = next(x for x in rig.screen.splitlines() if "▸Bench Press" in x)
        for said in ("barbell", "chest", "▲ caution", "never"):
            assert said in line
        assert "400 of 400" in rig.screen
        await rig.type("quads machine")
        await rig.press("enter")
        await rig.settle()
        assert rig.logbook.active.entries[0].exercise == "leg-press-machine"


async def test_ones_own_lifts_come_first_later_with_the_day_of_the_last_time(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("a")
        assert shown(rig)[:2] == ["Bicep Curl (Cable)", "Squat (Barbell)"]
        assert "7 Nov" in rig.screen
        assert "last 30 kg × 12, 2 left" in rig.screen
        await rig.type("press")
        assert shown(rig)[0] == "Bench Press (Barbell)"


async def test_a_swap_offers_the_same_muscle_first_and_never_the_lift_itself(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("a")
        await rig.type("bench press")
        await rig.press("enter", "A")
        found = shown(rig)
        assert "Swap Bench Press (Barbell)" in rig.screen
        assert "Bench Press (Barbell)" not in found
        chest = [
            one.name
            for one in CATALOG
            if "chest" in one.primary and one.id != "bench-press-barbell"
        ]
        assert sorted(found[: len(chest)]) == sorted(chest)
        line = next(x for x in rig.screen.splitlines() if "Chest Press (M" in x)
        assert "✓ good" in line


@pytest.mark.parametrize("keys", ["H e A", "H R W R e A"], ids=["history", "routine"])
async def test_a_swap_begins_with_the_same_muscle_wherever_it_is_made(tmp_path, keys):
    past = [workout(entry("bench-press-barbell", done(80, 8)), name="Push A")]
    async with befit(tmp_path, past) as rig:
        await rig.press(*keys.split())
        found = shown(rig)
        assert "Swap Bench Press (Barbell)" in rig.screen
        assert "Bench Press (Barbell)" not in found
        chest = [one.name for one in CATALOG if "chest" in one.primary]
        assert set(found[: len(chest) - 1]) < set(chest)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_one_key_shows_what_the_lift_is_where_there_is_no_room_beside(
    tmp_path, size
):
    async with befit(tmp_path, size=size) as rig:
        await rig.press("a")
        await rig.type("squat")
        assert "Technical failure looks like" not in rig.screen
        assert "ctrl+n" in rig.screen
        await rig.press("tab")
        text = " ".join(rig.screen.split())
        for said in ("Muscles", "Set-up", "Technical failure looks like",
                     "■ Avoid failure", "ctrl+n"):  # fmt: skip
            assert said in text
        assert "depth is lost" in text
        await rig.press("down")
        assert "Front Squat (Barbell)" in rig.screen
        await rig.type("f")
        assert "Muscles" not in rig.screen


async def test_a_panel_beside_the_list_answers_in_the_same_places(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("a")
        places = set()
        for _ in range(25):
            lines = rig.screen.splitlines()
            places.add(
                tuple(
                    next(n for n, line in enumerate(lines) if said in line)
                    for said in ("Muscles", "Set-up", "Technical failure")
                )
            )
            await rig.press("down")
        assert len(places) == 1


@pytest.mark.parametrize(
    ("typed", "keys"), [("zzqj", ("enter",)), ("press chest", ("ctrl+n",))]
)
async def test_a_lift_of_ones_own_is_one_key_away_whatever_is_found(
    tmp_path, typed, keys
):
    async with befit(tmp_path) as rig:
        await rig.press("a")
        await rig.type(typed)
        await rig.press(*keys)
        assert f"New exercise: {typed}" in rig.screen
        await rig.press("enter", "enter", "enter", "enter")
        await rig.settle()
        assert rig.logbook.library.exercises[0].name == typed
        assert rig.logbook.active.entries[0].exercise.startswith("own-")


async def test_without_a_name_it_is_asked_for(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("a", "ctrl+n")
        await rig.type("Barn lift")
        await rig.press("enter")
        assert "New exercise: Barn lift" in rig.screen


async def test_what_was_named_but_does_not_exist_is_said(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("a")
        await rig.type("quads cable")
        assert "Nothing of it with cable." in rig.screen
        assert shown(rig)[0] == "Squat (Barbell)"
        assert isinstance(rig.app.screen, ExercisePicker)


@pytest.mark.parametrize(
    ("width", "has"),
    [
        (120, "equipment risk last"), (74, "equipment risk last"), (66, "risk last"),
        (52, "last"), (30, ""),
    ],
)  # fmt: skip
def test_columns_give_way_to_the_name(width, has):
    _, equipment, risk, last = columns(width)
    held = {"equipment": equipment > 0, "risk": risk > 1, "last": last > 0}
    assert [key for key, there in held.items() if there] == has.split()
    assert risk
    if width > 30:
        drawn = list(
            draw_row(ExerciseChoice(CATALOG.get("plank")), Found(()), DAY, width)
        )
        assert len(head(width)) == len("".join(text for text, _ in drawn)) == width


DAY = date(2026, 11, 23)


def test_what_matched_is_marked_in_the_muscle_too():
    lift = CATALOG.get("chest-press-machine")
    found = Found((), frozenset(("press", "chest")))
    marked = [
        text for text, role in draw_row(ExerciseChoice(lift), found, DAY, 90)
        if role == "match"
    ]  # fmt: skip
    assert marked == ["Chest", "Press", "chest"]


def test_few_lifts_stand_apart_and_many_close_together():
    lifts = [ExerciseChoice(one) for one in CATALOG][:30]
    assert spaced(lifts, 80) == tuple(lifts)
    apart = spaced(lifts[:5], 80)
    assert [isinstance(row, Gap) for row in apart] == [True, False] * 5
    assert spaced(lifts[:5], 9) == tuple(lifts[:5])


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "never"),
        (DAY, "today"),
        (DAY - timedelta(days=1), "22 Nov"),
        (DAY - timedelta(days=299), "28 Jan"),
        (DAY - timedelta(days=330), "Dec 2025"),
    ],
)
def test_the_last_time_is_said_in_eight_cells(day, said):
    assert last_done(day, DAY) == said
    assert len(said) <= 8


@pytest.mark.parametrize(("width", "height"), [(38, AIRY - 1), (54, 15), (76, 20)])
def test_the_card_of_every_lift_keeps_its_size(width, height):
    like = exercise_card(CATALOG.get("plank"), (), Unit.KG)
    size = len(list(card_lines(like, width, height)))
    assert size == 15 or height != 15
    for exercise in CATALOG:
        card = exercise_card(exercise, (), Unit.KG)
        rows = list(card_lines(card, width, height))
        assert len(rows) == size, exercise.id
        assert all(row.cell_length <= width for row in rows)
        said = " ".join(" ".join(row.plain for row in rows).split())
        for _, answer in card.parts:
            assert " ".join("".join(text for text, _ in answer).split()) in said


def test_every_class_of_risk_has_its_own_sign_and_a_lift_without_one_is_silent():
    signs = {run[0] for run, _ in RISK_RUNS.values()}
    assert signs == set("✓▲■")
    assert risk_run(Exercise(id="own-x", name="X", own=True))[0] == "? unknown"
    assert risk_run(CATALOG.get("treadmill"))[0] == "–"


def test_the_card_says_when_the_heaviest_set_of_the_last_time_was():
    past = workout(entry("squat-barbell", done(100, 5, left=1), done(90, 8)), day=0)
    exposures = History([past]).exposures("squat-barbell")
    card = exercise_card(CATALOG.get("squat-barbell"), exposures, Unit.KG)
    assert card.last == f"last 100 kg × 5, 1 left, Mon {MONDAY.day} Nov 2026"
