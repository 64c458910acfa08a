"""Each further app by a small export of its own: what it says must be in the log.

The layouts are those of the apps' exports, the values made up.
"""

import contextlib
import gzip
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest

from befit_tui.domain.errors import ImportRefusedError, UnitNeededError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Kind

GYMRUN = (
    "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Note\n"
    "29.04.2025;18:00:00;Push;Bench;1;100;10;;;;\n"
    "29.04.2025;18:05:00;Push;Bench;2;100;9;;;;slow\n"
    "29.04.2025;20:00:00;Core;Plank;1;;;60;;;\n"
)
LIFTLOG = (
    "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
    "a,2025-03-04T18:05:06,Bench,80,kg,8,8,\n"
    "a,2025-03-04T18:09:06,Bench,80,kg,7,8,hard\n"
)
FLEXIFY = (
    "id,name,reps,weight,created,unit,bodyWeight,duration,distance,cardio,hidden\n"
    "1,Bench,8,80,2025-03-04T18:03:00.000,kg,82,0,0,0,0\n"
    "2,Run,0,0,2025-03-04T18:00:00.000,km,82,25,5,1,0\n"
    "3,Squat,0,0,2025-03-04T18:00:00.000,kg,0,0,0,0,1\n"
)
MASSIVE = (
    '"id","name","reps","weight","created","unit","hidden","image","sets","minutes"\n'
    '1,"Bench",8,80,"2025-03-04T18:00:00","kg",0,"",3,3\n'
)
GYMBOOK = (
    "Datum,Training,Zeit,Übung,Bereich,Muskeln (1),Muskeln (2),"
    "Satz / Aufwärmsatz / Abwärmsatz,Wiederholungen / Zeit,Gewicht / Strecke,"
    "Notizen,Ausgelassen\n"
    '04/03/25,"A",18:00,Bench,,,,Aufwärmsatz,"10 Wiederholungen","40,00 kg",,Nein\n'
    '04/03/25,"A",18:04,Bench,,,,Satz,"8 Wiederholungen","82,50 kg",gut,Nein\n'
    '04/03/25,"A",18:08,Plank,,,,Satz,"2 Minuten","0,00 kg",,Nein\n'
    '04/03/25,"A",18:12,Bench,,,,Satz,"8 Wiederholungen","82,50 kg",,Ja\n'
)
ALPHA = (
    '"Legs · Day 2 · Week 4";"2026-02-19 4:54 h";"1:02 hr"\n'
    '"1. Bench · Barbell · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"\n'
    "#;KG;REPS;RIR\n1;115;8;1\n2;102,5;6+;0,5\n3;-;-;\n"
    '"2. Pull-Ups · Bodyweight · 8 reps"\n#;KG;REPS;RIR\n1;+10;8;0\n'
)
WGER = json.dumps({"results": [
    {"id": 1, "date": "2025-03-04T18:00:00+01:00", "session": 1, "exercise": 192,
     "repetitions_unit": 1, "repetitions": "8.00", "weight_unit": 2, "weight": "80.00",
     "rir": "1.5"},
    {"id": 2, "date": "2025-03-04T18:05:00+01:00", "session": 1, "exercise": 9,
     "repetitions_unit": 4, "repetitions": "2.00", "weight_unit": 1, "weight": None,
     "rir": None},
]})  # fmt: skip
HEVY_API = json.dumps({"page": 1, "workouts": [
    {"title": "Push", "start_time": "2025-03-04T18:00:00+01:00",
     "end_time": "2025-03-04T19:00:00+01:00", "description": "ok", "exercises": [
         {"title": "Bench", "notes": "", "superset_id": 0, "sets": [
             {"index": 0, "type": "failure", "weight_kg": 80, "reps": 8,
              "rpe": 9.5}]}]},
]})  # fmt: skip
LIFTOSAUR = json.dumps({"history": [
    {"date": "2025-03-04T17:00:00.000Z", "startTime": 1741107600000, "dayName": "A",
     "entries": [{"exercise": {"id": "bench", "equipment": "leverageMachine"},
                  "warmupSets": [{"completedReps": 5,
                                  "completedWeight": {"value": 40, "unit": "kg"}}],
                  "sets": [{"completedReps": 8, "completedRpe": 8,
                            "completedWeight": {"value": 80, "unit": "kg"},
                            "timestamp": 1741107900000},
                           {"reps": 8, "weight": {"value": 80, "unit": "kg"}}]}]},
]})  # fmt: skip
LIFTLOG_SESSION = {
    "id": "s", "date": "2025-03-04", "blueprint": {"name": "A", "notes": ""},
    "bodyweight": {"unit": "kilograms", "value": "82"},
    "recordedExercises": [
        {"type": "RecordedWeightedExercise", "blueprint": {"name": "Bench"},
         "potentialSets": [
             {"weight": {"unit": "pounds", "value": "185"},
              "set": {"repsCompleted": 8,
                      "completionDateTime": "2025-03-04T18:05:00+01:00"}},
             {"weight": {"unit": "pounds", "value": "185"}}]},
        {"type": "RecordedCardioExercise", "blueprint": {"name": "Run"}, "sets": [
            {"completionDateTime": "2025-03-04T18:30:00+01:00", "duration": "PT25M30S",
             "distance": {"value": "5", "unit": "kilometre"}}]},
    ],
}  # fmt: skip
PLAIN = "Day,Lift,Load (kg),Reps,RIR\n04.03.2025,Bench,80,8,2\n"
DUMP = "timestamp,exercise_name,weight_kg,reps,rir\n2025-03-04 18:00,Bench,80,8,2\n"


def told(log):
    """What a log holds: of each set its reps, load, seconds and metres."""
    return [
        (done.reps, done.load and f"{done.load}", done.seconds, done.metres)
        for workout in log.workouts
        for done in workout.sets
    ]


@pytest.mark.parametrize(
    ("text", "app", "starts", "sets"),
    [
        (
            GYMRUN, "gymrun", ["18:00", "20:00"],
            [(10, "100 kg", None, None), (9, "100 kg", None, None),
             (None, None, 60, None)],
        ),
        (LIFTLOG, "liftlog", ["18:05"],
         [(8, "80 kg", None, None), (7, "80 kg", None, None)]),
        (FLEXIFY, "flexify", ["18:00"],
         [(None, None, 1500, 5000), (8, "80 kg", None, None)]),
        (MASSIVE, "flexify", ["18:00"], [(8, "80 kg", None, None)]),
        (GYMBOOK, "gymbook", ["18:00"],
         [(10, "40 kg", None, None), (8, "82.5 kg", None, None),
          (None, None, 120, None)]),
        (ALPHA, "alpha", ["04:54"],
         [(9, "37.5 kg", None, None), (7, "72.5 kg", None, None),
          (8, "115 kg", None, None), (6, "102.5 kg", None, None),
          (8, "10 kg", None, None)]),
        (WGER, "wger", ["18:00"], [(8, "80 lb", None, None), (None, None, 120, None)]),
        (HEVY_API, "hevy", ["18:00"], [(8, "80 kg", None, None)]),
        (LIFTOSAUR, "liftosaur", ["18:00"],
         [(5, "40 kg", None, None), (8, "80 kg", None, None)]),
        (json.dumps([LIFTLOG_SESSION]), "liftlog", ["18:05"],
         [(8, "185 lb", None, None), (None, None, 1530, 5000)]),
    ],
)  # fmt: skip
def test_every_set_is_there(read, text, app, starts, sets):
    log = read(text)

    assert log.app == app
    assert [f"{one.started_at:%H:%M}" for one in log.workouts] == starts
    assert told(log) == sets
    skipped = sum(log.skipped.values())
    assert (log.rows, log.errors) == (log.sets + skipped, ())


def test_effort_and_kinds(read):
    lefts = [done.left for one in read(ALPHA).workouts for done in one.sets]
    assert lefts == [None, None, 1, 0.5, 0]
    kinds = [done.kind for one in read(ALPHA).workouts for done in one.sets]
    assert kinds[:3] == [Kind.WARMUP, Kind.WARMUP, Kind.WORK]
    assert read(WGER).workouts[0].sets[0].left == 1.5
    (hevy,) = read(HEVY_API).workouts[0].sets
    assert (hevy.end, hevy.rpe) == (End.VOLITIONAL, 9.5)
    assert read(HEVY_API).workouts[0].entries[0].superset == 0
    assert read(LIFTOSAUR).workouts[0].sets[1].left == 2
    assert read(json.dumps([LIFTLOG_SESSION])).workouts[0].bodyweight == Load(
        82, Unit.KG
    )


def fitnotes(folder):
    """A backup of FitNotes with a comment on a set and one on a day."""
    path = folder / "backup.fitnotes"
    with closing(sqlite3.connect(path)) as base:
        base.executescript(
            "CREATE TABLE exercise(_id INTEGER, name TEXT);"
            "CREATE TABLE training_log(_id INTEGER, exercise_id INTEGER, date TEXT,"
            " metric_weight REAL, reps INTEGER, distance REAL, duration_seconds REAL);"
            "CREATE TABLE Comment(_id INTEGER, owner_type_id INTEGER, owner_id INTEGER,"
            " comment TEXT);"
            "CREATE TABLE WorkoutComment(_id INTEGER, date TEXT, comment TEXT);"
            "INSERT INTO exercise VALUES(1, 'Bench'), (2, 'Run');"
            "INSERT INTO training_log VALUES(1, 1, '2025-02-21', 80, 3, 0, 0),"
            " (2, 2, '2025-02-21', 0, 0, 5000, 1500),"
            " (3, 1, '2025-02-23', 82.5, 5, 0, 0);"
            "INSERT INTO Comment VALUES(1, 1, 1, 'belt'), (2, 2, 3, 'not a set');"
            "INSERT INTO WorkoutComment VALUES(1, '2025-02-23', 'tired');"
        )
        base.commit()
    return path.read_bytes()


def test_a_backup_of_fitnotes(read, tmp_path):
    log = read(fitnotes(tmp_path))

    assert log.app == "fitnotes"
    assert told(log) == [
        (3, "80 kg", None, None), (None, None, 1500, 5000), (5, "82.5 kg", None, None),
    ]  # fmt: skip
    assert log.workouts[0].sets[0].note == "belt"
    assert [one.note for one in log.workouts] == ["", "tired"]


def liftlog_backup(folder):
    path = folder / "export"
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE session(id TEXT, modelVersion INT, payload TEXT)")
        row = ("s", 7, json.dumps(LIFTLOG_SESSION))
        base.execute("INSERT INTO session VALUES(?, ?, ?)", row)
        base.commit()
    return gzip.compress(path.read_bytes())


def test_a_backup_of_liftlog(read, tmp_path):
    assert told(read(liftlog_backup(tmp_path))) == [
        (8, "185 lb", None, None), (None, None, 1530, 5000),
    ]  # fmt: skip


def packed(**files):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return box.getvalue()


def test_a_packed_file_is_unpacked(read):
    assert told(read(packed(readme="Hello.", log=LIFTLOG))) == told(read(LIFTLOG))


@pytest.mark.parametrize(
    "data",
    [
        packed(readme="Hello."),
        b"SQLite format 3\x00" + b"\x01" * 200,
        b"\x1f\x8b" + b"\x00" * 30,
    ],
)
def test_what_holds_no_log_is_refused_in_a_sentence(read, data):
    with pytest.raises(ImportRefusedError) as refused:
        read(data)
    assert str(refused.value).startswith("log.csv")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("text", [PLAIN, DUMP])
def test_any_table_with_plain_headings(read, text):
    log = read(text, unit=None)

    assert log.app == "table"
    (done,) = log.workouts[0].sets
    assert (done.load, done.reps, done.left) == (Load(80, Unit.KG), 8, 2)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"date": "Day", "lift": "Lift"}, "lift is no part of a set: say date,"),
        ({"date": "When", "exercise": "Lift"}, "has no heading When: its headings are"),
        ({"date": "Day", "exercise": "Lift"}, "needs at least date, exercise and reps"),
    ],
)
def test_a_mapping_that_does_not_fit_says_what_would(read, columns, sentence):
    with pytest.raises(ImportRefusedError, match=sentence):
        read("Day,Lift,Count\n2025-03-04,Bench,8\n", columns=columns)


def test_weights_of_the_body_are_read_or_left_out_with_a_reason(read):
    table = "date,value,metric,unit\n{}\n"
    log = read(
        table.format(
            "2025-03-04,82.5,body mass,kg\n2025-03-05,181,weight,lb\n"
            "2025-03-06,70,heart rate,\n2025-03-07,,weight,kg\n"
            "never,82,weight,kg\n2025-03-08,heavy,weight,kg"
        )
    )
    assert [f"{one.at:%d} {one.weight}" for one in log.weighed] == [
        "04 82.5 kg",
        "05 181 lb",
    ]
    assert [one.line for one in log.errors] == [6, 7]
    assert log.skipped["not a body weight"] == 2
    assert log.rows == 6
    with pytest.raises(UnitNeededError):
        read(table.format("2025-03-04,82.5,weight,"), unit=None)


def test_a_cool_down_says_so_in_its_note(read):
    cooled = GYMBOOK.replace(",Satz,", ",Abwärmsatz,", 1)
    assert [one.note for one in read(cooled).workouts[0].sets] == [
        "",
        "Abwärmsatz\ngut",
        "",
    ]


def broken(document):
    """The document with each of its parts in turn replaced by something else."""
    yield from (None, "x", -5, 1e300, [], {}, [None])
    if isinstance(document, dict):
        for name, part in document.items():
            yield from ({**document, name: other} for other in broken(part))
    elif isinstance(document, list) and document:
        yield from ([other, *document[1:]] for other in broken(document[0]))


@pytest.mark.parametrize(
    "text", [WGER, HEVY_API, LIFTOSAUR, json.dumps([LIFTLOG_SESSION])]
)
def test_a_document_that_is_built_otherwise_is_read_or_refused_in_a_sentence(
    read, text
):
    tried = {json.dumps(one) for one in broken(json.loads(text))}
    for damaged in tried:
        with contextlib.suppress(ImportRefusedError):
            log = read(damaged)
            skipped = sum(log.skipped.values())
            assert log.rows == log.sets + skipped + len(log.errors)


@pytest.mark.parametrize(
    "text", [GYMRUN, LIFTLOG, FLEXIFY, MASSIVE, GYMBOOK, ALPHA, PLAIN]
)
def test_a_row_that_ends_early_costs_no_other(read, text):
    *_, last = text.splitlines()
    whole = read(text)
    for end in range(len(last)):
        log = read(f"{text}{last[:end]}\n")
        assert log.sets in (whole.sets, whole.sets + 1)


@pytest.mark.parametrize("kind", ["zip", "gzip", "database"])
def test_a_damaged_file_is_read_or_refused_in_a_sentence(read, tmp_path, kind):
    backup = liftlog_backup(tmp_path)
    whole = {
        "zip": packed(log=LIFTLOG, other=GYMRUN),
        "gzip": gzip.compress(LIFTLOG.encode()),
        "database": gzip.decompress(backup),
    }[kind]
    for start in range(4, len(whole), max(len(whole) // 150, 1)):
        for damaged in (
            whole[:start] + whole[start + 20 :],
            whole[:start] + b"\xf4\xff" + whole[start + 2 :],
        ):
            with contextlib.suppress(ImportRefusedError):
                assert read(damaged).rows
