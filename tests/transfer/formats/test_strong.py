"""Strong exports: ten years of layouts, languages and hand damage."""

from datetime import UTC, datetime

import pytest
from builders import ZONE

from befit_tui.domain.errors import UnitNeededError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Kind

S4 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
START = datetime(2023, 5, 1, 18, 0, 5, tzinfo=ZONE)

LAYOUTS = {
    "2015, kg and km": (
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        '2023-05-01 18:00:05,"Push","Bench",0,80,8,0,0,""\n'
    ),
    "2017": (
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes\n"
        '2023-05-01 18:00:05,"Push","Bench",1,80,8,0,0,"",""\n'
    ),
    "2019": (
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE\n"
        '2023-05-01 18:00:05,"Push","Bench",1,80,8,0,0,"","",\n'
    ),
    "2018, semicolons": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;"
        "Distance;Distance Unit;Seconds;Notes;Workout Notes\n"
        '2023-05-01 18:00:05;"Push";"Bench";"1";80;"kg";8;;;"";0;"";""\n'
    ),
    "2018, no header": (
        '2023-05-01 18:00:05;"Push";"Bench";"1";80;"kg";8;;;"";0;"";""\n'
    ),
    "2021, semicolons": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;"
        "Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
        "2023-05-01 18:00:05;Push;Bench;1;80;kg;8;;;;0;;;1h 5m\n"
    ),
    "2020 on": S4 + "2023-05-01 18:00:05,Push,1h 5m,Bench,1,80,8,0,0,,,\n",
    "2025, floats": (
        S4 + "2023-05-01 18:00:05,Push,1h 5m,Bench,1,80.0,8.0,0,0.0,,,\n"
    ),
    "2024, ten columns": (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,"
        "Seconds,RPE\n2023-05-01 18:00:05,Push,1h 5m,Bench,1,80.0,8.0,0,0.0,\n"
    ),
    "Android": (
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";'
        '"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";'
        '"Workout Notes"\n'
        '"1";"2023-05-01 18:00:05";"Push";"3900";"Bench";"1";"80,0";8;;;;;\n'
    ),
    "Android, saved with commas": (
        "Workout #,Date,Workout Name,Duration (sec),Exercise Name,Set Order,"
        "Weight (kg),Reps,RPE,Distance (meters),Seconds,Notes,Workout Notes\n"
        "1,2023-05-01 18:00:05,Push,3900,Bench,1,80.0,8,,,,,\n"
    ),
    "German": (
        "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,"
        "Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE\n"
        "2023-05-01 18:00:05,Push,1h 5m,Bench,1,80,8,0,0,,,\n"
    ),
    "French": (
        "Date,Nom de l’entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,"
        "Réps,Distance,Secondes,Notes,Notes d'entraînement,RPE\r\n"
        "2023-05-01 18:00:05,Push,1h 5min,Bench,1,80,8,0,0,,,\r\n"
    ),
    "Chinese": (
        "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE\n"
        "2023-05-01 18:00:05,Push,1小时5分钟,Bench,1,80,8,0,0,,,\n"
    ),
    "a language nobody told us of": (
        "Päivä,Nimi,Kesto,Liike,Järjestys,Paino,Toistot,Matka,Sekunnit,Muistio,Muuta,RPE\n"
        "2023-05-01 18:00:05,Push,1 h 5 min,Bench,1,80,8,0,0,,,\n"
    ),
    "rows quoted as a whole": (
        S4 + '"2023-05-01 18:00:05,""Push"",1h 5m,""Bench"",1,80,8,0,0,,,"\n'
    ),
}  # fmt: skip


def strong(*rows: str) -> str:
    """Rows of one workout: ``order,weight,reps,distance,seconds,notes,wnotes,rpe``."""
    return S4 + "".join(
        f"2023-05-01 18:00:05,Push,1h,{exercise},{rest}\n"
        for exercise, _, rest in (row.partition("|") for row in rows)
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_set(read, layout):
    log = read(LAYOUTS[layout])

    assert (log.app, log.rows, log.errors) == ("strong", 1, ())
    (workout,) = log.workouts
    assert (workout.started_at, workout.name) == (START, "Push")
    assert workout.entries[0].exercise == "bench-press-barbell"
    (done,) = workout.sets
    assert (done.load, done.reps) == (Load(80, Unit.KG), 8)
    assert log.lines[done.id] == LAYOUTS[layout].count("\n")
    early = layout.startswith(("2015", "2017", "2018", "2019"))
    assert (workout.ended_at - START).total_seconds() == (0 if early else 3900)


def test_the_same_workout_has_one_id_in_every_layout(read):
    ids = {read(text).workouts[0].sets[0].id for text in LAYOUTS.values()}

    assert len(ids) == 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("25-02-2023 22:08", (2023, 2, 25, 22, 8)),
        ("11/18/2024 15:04", (2024, 11, 18, 15, 4)),
        ("2018/8/31 5:49", (2018, 8, 31, 5, 49)),
        ("2/25/23 22:08", (2023, 2, 25, 22, 8)),
        ("11/18/2024 3:04:09 PM", (2024, 11, 18, 15, 4, 9)),
        ("14-Sep-25 17:07", (2025, 9, 14, 17, 7)),
        ("14.09.2025 17.07", (2025, 9, 14, 17, 7)),
        ("14/09/2025 17h07", (2025, 9, 14, 17, 7)),
        ("2025. 09. 14. 17:07", (2025, 9, 14, 17, 7)),
        ("Sunday, September 14, 2025 at 5:07 PM", (2025, 9, 14, 17, 7)),
        ("14.09.2025 um 17:07 Uhr", (2025, 9, 14, 17, 7)),
        ("14th September 2025 17:07", (2025, 9, 14, 17, 7)),
    ],
)
def test_dates_that_a_spreadsheet_rewrote(read, written, expected):
    text = strong("Plank|1,0,0,0,60,,,").replace("2023-05-01 18:00:05", f'"{written}"')

    assert read(text).workouts[0].started_at == datetime(*expected, tzinfo=ZONE)


@pytest.mark.parametrize("zone", ["Z", " +0000", " UTC"])
def test_a_time_with_a_zone_is_moved_here(read, zone):
    at = f"2023-05-01 18:00:05{zone}"
    text = strong("Plank|1,0,0,0,60,,,").replace("2023-05-01 18:00:05", at)

    started = datetime(2023, 5, 1, 18, 0, 5, tzinfo=UTC)
    assert read(text).workouts[0].started_at == started


def test_one_date_past_the_twelfth_tells_the_order_of_all(read):
    row = "Push,1h,Plank,1,0,0,0,60,,,\n"
    log = read(S4 + f"05/06/2024 10:00,{row}" + f"25/06/2024 10:00,{row}")

    assert [(w.started_at.day, w.started_at.month) for w in log.workouts] == [
        (5, 6),
        (25, 6),
    ]


@pytest.mark.parametrize(
    ("code", "kind", "end"),
    [
        ("W", Kind.WARMUP, None), ("WARM_UP", Kind.WARMUP, None),
        ("D", Kind.DROP, None),
        ("F", Kind.WORK, End.VOLITIONAL), ("FAILURE", Kind.WORK, End.VOLITIONAL),
        ("3", Kind.WORK, None),
    ],
)  # fmt: skip
def test_codes_stand_where_set_numbers_do(read, code, kind, end):
    (done,) = read(strong(f"Squat (Barbell)|{code},100,5,0,0,,,8")).workouts[0].sets

    assert (done.kind, done.end, done.rpe) == (kind, end, 8)
    assert done.left == (None if kind is Kind.WARMUP else 2)


def test_a_missed_single_is_data(read):
    (done,) = read(strong("Squat (Barbell)|F,150,0,0,0,,,")).workouts[0].sets

    assert (done.end, done.reps, done.load) == (End.MISSED, 0, Load(150, Unit.KG))


@pytest.mark.parametrize("label", ["Rest Timer", "Ruhezeit", "Timer di riposo"])
def test_rest_belongs_to_the_next_set_of_the_exercise(read, label):
    log = read(
        strong(
            "Squat (Barbell)|1,100,5,0,0,,,",
            f"Squat (Barbell)|{label},0,0,0,150.0,,,",
            "Plank|1,0,0,0,60,,,",
            "Squat (Barbell)|2,100,5,0,0,,,",
        )
    )

    assert log.skipped == {"rest timer": 1}
    squat, plank = log.workouts[0].entries
    assert [done.rest_s for done in squat.sets] == [None, 150]
    assert plank.sets[0].rest_s is None


def test_notes_go_to_their_exercise_and_rows_stay_counted(read):
    log = read(
        strong(
            "Squat (Barbell)|Note,,,,,slow down,,",
            "Squat (Barbell)|1,100,5,0,0,belt,tired,",
            "Squat (Barbell)|2,100,5,0,0,,,",
            "Plank|Note,,,,,,,",
        )
    )

    (workout,) = log.workouts
    assert workout.note == "tired"
    assert [one.note for one in workout.entries] == ["slow down\nbelt"]
    assert log.skipped == {"note": 2}


def test_a_set_of_nothing_is_skipped_and_counted(read):
    log = read(strong("Plank|1,0,0,0,60,,,", "Plank|2,0,0,0,0,,,"))

    assert log.skipped == {"empty set": 1}


def test_a_superset_logged_as_done_is_two_entries(read):
    rows = [
        f"{exercise}|{index},50,8,0,0,,,"
        for index in (1, 2, 3)
        for exercise in ("Squat (Barbell)", "Bench Press (Barbell)")
    ]
    (workout,) = read(strong(*rows)).workouts

    assert [len(one.sets) for one in workout.entries] == [3, 3]


def test_an_exercise_that_comes_up_again_is_another_entry(read):
    rows = [
        f"{exercise}|{index},50,8,0,0,,,"
        for exercise in ("Squat (Barbell)", "Plank", "Squat (Barbell)")
        for index in (1, 2)
    ]
    (workout,) = read(strong(*rows)).workouts

    assert [len(one.sets) for one in workout.entries] == [2, 2, 2]
    assert len({done.id for done in workout.sets}) == 6


def test_loads_without_a_unit_are_refused_and_zeros_are_not(read):
    with pytest.raises(UnitNeededError, match="say --unit kg or --unit lb"):
        read(strong("Squat (Barbell)|1,100,5,0,0,,,"), unit=None)

    assert read(strong("Plank|1,0,0,0,60,,,"), unit=None).sets == 1


def test_rows_may_differ_in_unit_and_the_file_wins(read):
    text = LAYOUTS["2018, no header"]
    log = read(
        text + text.replace('"kg"', '"Lbs."').replace("80;", "95;"), unit=Unit.LB
    )

    loads = [done.load for done in log.workouts[0].sets]
    assert loads == [Load(80, Unit.KG), Load(95, Unit.LB)]


@pytest.mark.parametrize(("unit", "metres"), [(Unit.KG, 2000), (Unit.LB, 3218.688)])
def test_a_distance_without_unit_goes_with_the_unit_of_loads(read, unit, metres):
    (done,) = read(strong("Run|1,0,0,2,600,,,"), unit=unit).workouts[0].sets

    assert (done.metres, done.seconds, done.reps, done.load) == (
        metres,
        600,
        None,
        None,
    )
