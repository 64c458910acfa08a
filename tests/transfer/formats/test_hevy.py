"""Hevy exports: every variant that its versions, languages and editors make."""

from datetime import datetime

import pytest
from builders import ZONE

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Kind

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def hevy(*rows: str, header: str = HEADER) -> str:
    return header + "".join(f"{row}\n" for row in rows)


def a_set(
    start: str = "28 Dec 2023, 11:11",
    end: str = "28 Dec 2023, 12:01",
    exercise: str = "Bench Press (Barbell)",
    tail: str = '0,"normal",80,8,,,',
) -> str:
    return f'"Push","{start}","{end}","","{exercise}",,"",{tail}'


def only_set(log):
    (workout,) = log.workouts
    (done,) = workout.sets
    return done


def test_a_set_keeps_what_the_row_says(read):
    log = read(hevy(a_set()), unit=None)

    (workout,) = log.workouts
    assert (log.app, workout.name) == ("hevy", "Push")
    assert workout.started_at == datetime(2023, 12, 28, 11, 11, tzinfo=ZONE)
    assert workout.ended_at == datetime(2023, 12, 28, 12, 1, tzinfo=ZONE)
    assert workout.entries[0].exercise == "bench-press-barbell"
    assert (workout.sets[0].load, workout.sets[0].reps) == (Load(80, Unit.KG), 8)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("28 Dec 2023, 11:11", (2023, 12, 28, 11, 11)),
        ("Jun 11, 2026, 1:01 PM", (2026, 6, 11, 13, 1)),
        ("Jun 11, 2026, 12:05\u202fAM", (2026, 6, 11, 0, 5)),
        ("5 Mai 2026, 07:30", (2026, 5, 5, 7, 30)),
        ("14 Fev 2026, 07:30", (2026, 2, 14, 7, 30)),
        ("3 Out 2025, 19:00", (2025, 10, 3, 19, 0)),
        ("11 Nis 2026, 18:20", (2026, 4, 11, 18, 20)),
        ("2 Şub 2026, 18:20", (2026, 2, 2, 18, 20)),
        ("9 Ağu 2025, 18:20", (2025, 8, 9, 18, 20)),
        ("3. März 2026, 06:00", (2026, 3, 3, 6, 0)),
        ("4 févr. 2026, 06:00", (2026, 2, 4, 6, 0)),
        ("4 août 2026, 06:00", (2026, 8, 4, 6, 0)),
        ("7 ene 2026, 06:00", (2026, 1, 7, 6, 0)),
        ("7 de dez. de 2026, 06:00", (2026, 12, 7, 6, 0)),
        ("8 giu 2026, 06:00", (2026, 6, 8, 6, 0)),
        ("7 d’abr. 2026, 06:00", (2026, 4, 7, 6, 0)),
        ("5 мај 2026, 06:00", (2026, 5, 5, 6, 0)),
        ("5 Ogo 2026, 06:00", (2026, 8, 5, 6, 0)),
        ("5 xuño 2026, 06:00", (2026, 6, 5, 6, 0)),
        ("5 uzt. 2026, 06:00", (2026, 7, 5, 6, 0)),
        ("5 十一月 2026, 06:00", (2026, 11, 5, 6, 0)),
        ("05.06.2026, 07:30", (2026, 6, 5, 7, 30)),
    ],
)
def test_dates_of_every_language(read, start, expected):
    log = read(hevy(a_set(start=start, end=start)))

    assert log.workouts[0].started_at == datetime(*expected, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ('0,"warmup",40,8,,,6', (Kind.WARMUP, None, 6, None)),
        ('0,"normal",80,8,,,8.5', (Kind.WORK, None, 8.5, 1.5)),
        ('0,"normal",80,8,,,10', (Kind.WORK, None, 10, 0)),
        ('0,"normal",80,8,,,', (Kind.WORK, None, None, None)),
        ('0,"normal",80,8,,,4', (Kind.WORK, None, 4, None)),
        ('0,"failure",80,8,,,9', (Kind.WORK, End.VOLITIONAL, 9, 1)),
        ('0,"failure",80,0,,,', (Kind.WORK, End.MISSED, None, None)),
        ('0,"dropset",60,8,,,', (Kind.DROP, None, None, None)),
    ],
)
def test_tag_and_rpe_both_stay(read, tail, expected):
    done = only_set(read(hevy(a_set(tail=tail))))

    assert (done.kind, done.end, done.rpe, done.left) == expected


@pytest.mark.parametrize(
    ("weight", "distance", "load", "metres"),
    [
        ("weight_kg", "distance_km", Load(100, Unit.KG), 2000),
        ("weight_lbs", "distance_km", Load(100, Unit.LB), 2000),
        ("weight_kg", "distance_miles", Load(100, Unit.KG), 3218.688),
        ("weight_lbs", "distance_miles", Load(100, Unit.LB), 3218.688),
    ],
)
def test_units_of_the_header_win(read, weight, distance, load, metres):
    header = HEADER.replace("weight_kg", weight).replace("distance_km", distance)
    log = read(hevy(a_set(tail='0,"normal",100,,2,900,'), header=header))

    done = only_set(log)
    assert (done.load, done.metres, done.seconds) == (load, metres, 900)


def test_early_exports_have_no_superset_and_editors_save_semicolons(read):
    log = read(
        "title;start_time;end_time;description;exercise_title;exercise_notes;set_index;"
        "set_type;weight_kg;reps;distance_km;duration_seconds;rpe\n"
        "Push;28/12/2023 11:11;28/12/2023 12:01;;Plank;;0;normal;80,5;8;;;\n"
    )

    assert log.workouts[0].started_at == datetime(2023, 12, 28, 11, 11, tzinfo=ZONE)
    assert only_set(log).load == Load(80.5, Unit.KG)


def test_supersets_are_numbers_and_notes_are_kept(read):
    row = (
        '"Push","28 Dec 2023, 11:11","28 Dec 2023, 12:01","first\nsecond",'
        '"Squat (Barbell)",1,"knees\\nout",0,"normal",80,8,,,'
    )
    (workout,) = read(hevy(row)).workouts

    assert workout.note == "first\nsecond"
    assert workout.entries[0].superset == 1
    assert workout.entries[0].note == "knees\nout"


def test_lines_are_physical_when_descriptions_span_lines(read):
    spanning = a_set(exercise="Plank", tail='0,"normal",,,,60,').replace(
        '"","Plank"', '"one\r\ntwo\nthree","Plank"'
    )
    log = read(hevy(spanning, a_set(), spanning, a_set(start="1 Jan 2024, 10:00")))

    lines = [log.lines[done.id] for found in log.workouts for done in found.sets]
    assert lines == [2, 5, 6, 9]


def test_an_exercise_done_twice_has_two_entries(read):
    rows = [
        a_set(tail=f'{index},"normal",80,8,,,', exercise=exercise)
        for exercise, index in [
            ("Squat (Barbell)", 0), ("Squat (Barbell)", 1), ("Plank", 0),
            ("Squat (Barbell)", 0), ("Squat (Barbell)", 0),
        ]
    ]  # fmt: skip
    (workout,) = read(hevy(*rows)).workouts

    assert [(one.exercise, len(one.sets)) for one in workout.entries] == [
        ("squat-barbell", 2), ("plank", 1), ("squat-barbell", 2),
    ]  # fmt: skip


def test_two_workouts_that_start_in_one_minute_stay_apart(read):
    log = read(hevy(a_set(), a_set().replace('"Push"', '"Pull"')))

    assert {workout.name for workout in log.workouts} == {"Push", "Pull"}


def test_newest_first_becomes_oldest_first(read):
    log = read(hevy(a_set("5 Jan 2024, 10:00"), a_set("3 Jan 2024, 10:00")))

    assert [found.started_at.day for found in log.workouts] == [3, 5]


def test_a_workout_that_ends_before_it_starts_lasts_no_time(read):
    (workout,) = read(hevy(a_set(end="27 Dec 2023, 11:11"))).workouts

    assert workout.ended_at == workout.started_at
