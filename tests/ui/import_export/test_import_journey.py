"""Bringing a log in on the screen: what it changes is shown, done, and told."""

from ui.rig import befit

HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)
ROW = (
    'Push,"5 Oct 2026, 17:00","5 Oct 2026, 18:00",,Squat (Barbell),,,{},normal,{},5'
    ",,,8\n"
)


def hevy(folder, *loads):
    path = folder / "hevy.csv"
    rows = (ROW.format(index, load) for index, load in enumerate(loads))
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return str(path)


async def until(rig, words):
    """Waits for what goes on behind the screen, and shows words."""
    for _ in range(200):
        if words in rig.screen:
            return
        await rig.pilot.pause(0.02)
    raise AssertionError(rig.screen)


async def opened(rig, path, words):
    await rig.press("I")
    await rig.type(path)
    await rig.press("enter")
    await until(rig, words)


async def test_the_second_import_says_what_changed(tmp_path):
    async with befit(tmp_path / "data") as rig:
        await opened(rig, hevy(tmp_path, 100, 100), "esc cancel")
        assert "new sets              2" in rig.screen
        await rig.press("enter")
        await until(rig, "u takes it back")
        assert "The log holds 2 sets of 1 exercise in 1 workout" in rig.screen
        await rig.press("escape")

        await opened(rig, hevy(tmp_path, 100, 105, 90), "esc cancel")
        assert "sets that change      1" in rig.screen
        assert "105 kg × 5" in rig.screen
        await rig.press("enter")
        await until(rig, "u takes it back")
        await rig.press("escape")
        assert loads(rig) == [100, 105, 90]
        await rig.press("u")
        assert loads(rig) == [100, 100]


def loads(rig):
    (workout,) = rig.logbook.history
    return [done.load.value for done in workout.sets]


async def test_an_unknown_table_is_asked_about_once(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("When;Lift;Load (kg);Reps\n05.10.2026;Squat;100;5\n")

    async with befit(tmp_path / "data") as rig:
        await opened(rig, str(path), "What is in the columns?")
        assert "05.10.2026" in rig.screen
        await rig.press("home")
        await rig.type("date=When,")
        await rig.press("enter")
        await until(rig, "esc cancel")
        await rig.press("enter")
        await until(rig, "u takes it back")
        await rig.press("n")
        await until(rig, "Names of exercises")
        await rig.press("escape")
        assert loads(rig) == [100]

        await opened(rig, str(path), "esc cancel")
        assert "already there         1" in rig.screen


async def test_a_refused_file_leaves_the_path_to_be_corrected(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("")

    async with befit(tmp_path / "data") as rig:
        await opened(rig, str(path), "is empty")
        assert "empty.csv" in rig.screen


async def test_enter_closes_what_an_import_has_come_to_and_n_names_the_lifts(tmp_path):
    async with befit(tmp_path / "data") as rig:
        await opened(rig, hevy(tmp_path, 100), "esc cancel")
        await rig.press("enter")
        await until(rig, "u takes it back")
        assert "n names of exercises" in rig.screen
        await rig.press("enter", "H")
        assert len(rig.app.screen_stack) == 1
        assert "squat" in rig.screen.casefold()


async def test_tab_takes_the_suggestion_also_after_a_path_that_was_refused(tmp_path):
    path = hevy(tmp_path, 100)

    async with befit(tmp_path / "data", size=(120, 40)) as rig:
        await opened(rig, path[:-4], "cannot be read")
        await rig.press("tab", "enter")
        await until(rig, "new sets              1")


async def test_the_unit_is_asked_once_whatever_is_looked_at_meanwhile(tmp_path):
    path = tmp_path / "plain.csv"
    path.write_text("date,exercise,weight,reps\n2026-10-05,Zigzag,100,5\n")

    async with befit(tmp_path / "data") as rig:
        await opened(rig, str(path), "names no unit")
        await rig.press("down", "enter")
        await until(rig, "esc cancel")
        await rig.press("n")
        await until(rig, "Names of exercises")
        await rig.press("escape")
        await until(rig, "esc cancel")
        await rig.press("enter")
        await until(rig, "u takes it back")
        assert loads(rig) == [100]
