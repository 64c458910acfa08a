"""Whatever a file holds: every record is a set, skipped for a reason, or an error."""

import sqlite3
from contextlib import closing
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.load import Unit

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,"
    "Seconds,RPE\n"
)
START = "2023-05-01 18:00:05,Push,1h,"
JEFIT = "### SETTING ###\nUSERID,mass\n7,kg\n### EXERCISE LOGS ###\nUSERID,logs,ename\n"
STRONGLIFTS = (
    "Date (yyyy/mm/dd),Start Time (h:mm),Duration (hours),Workout Name,Exercise,Notes,"
    "SetsxTime,SetsxReps,Set 1 (Reps),Set 1 (KG)\n"
)

HEVY_PAGE = (
    b'[{"start_time": "2023-05-01T18:00:00Z", "exercises": [{"title": "Bench",'
    b' "sets": [{"weight_kg": 80, "reps": 8}]}]}]'
)

cells = st.sampled_from(
    ["", "0", "8", "8.5", "62,5", "x", "-3", "nan", "1e400", "4000", "=1+1", '"a\nb"']
)
records = st.tuples(
    st.sampled_from(["2023-05-01 18:00:05", "2023-05-02 07:00:00", "", "32/13/2023"]),
    st.sampled_from(["Push", "", "Pull"]),
    st.sampled_from(["1h 5m", "", "soon"]),
    st.sampled_from(["Plank", "Squat (Barbell)", ""]),
    st.sampled_from(["1", "2", "W", "F", "D", "Rest Timer", "Note", "?"]),
    cells, cells, cells, cells, cells,
).map(",".join)  # fmt: skip
lines = st.one_of(records, records, st.sampled_from(["", ",,,,,,,,,", "cut,short"]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(lines, max_size=12))
def test_rows_are_sets_or_skipped_or_errors(read, rows):
    good = f"{START}Plank,1,0,0,0,60,\n"
    log = read(HEADER + good + "\n".join(rows))

    assert log.rows == 1 + sum(1 for row in rows if row)
    assert log.rows == log.sets + sum(log.skipped.values()) + len(log.errors)
    assert len(log.lines) == log.sets


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(
        ["", HEADER, "{", '{"workouts": [{"entries": [{"sets": [', JEFIT, STRONGLIFTS]
    ),
    tail=st.one_of(
        st.text("\"',;\n\r\t\0 {}[]:0aé-", max_size=40).map(str.encode), st.binary()
    ),
)
@example(head="", tail=b'"\r,,')
def test_any_file_is_accounted_for_or_refused(read, head, tail):
    try:
        log = read(head.encode() + tail)
    except ImportRefusedError:
        return
    assert log.rows == log.sets + sum(log.skipped.values()) + len(log.errors)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"{START}Plank,1,x,8,0,0,", 'weight "x" is not a number'),
        (f"{START}Plank,1,nan,8,0,0,", 'weight "nan" is not a number'),
        (f"{START}Plank,1,3001,8,0,0,", "weight 3001 is not between 0 and 3000"),
        (f"{START}Plank,1,-5,8,0,0,", "weight -5 is not between 0 and 3000"),
        (f"{START}Plank,1,50,1001,0,0,", "reps 1001 is not between 0 and 1000"),
        (f"{START}Plank,1,50,8.5,0,0,", "reps 8.5 is not a whole number"),
        (f"{START},1,50,8,0,0,", "it names no exercise"),
        (f"{START}Plank,1", "it ends after 5 of 10 cells"),
        (f"{START}Plank,1,50,8,0,0,,,7", "it has 12 cells where the header has 10"),
        ("1999-12-31 10:00:00,A,1h,Plank,1,50,8,0,0,", "not between 2000 and 2100"),
        ("yesterday,A,1h,Plank,1,50,8,0,0,", 'date "yesterday" is not a date'),
        (",A,1h,Plank,1,50,8,0,0,", "date missing is not a date"),
        (f"{START}{'x' * 1_000_001},1,50,8,0,0,", "it has a cell of 1,000,001"),
    ],
)
def test_an_error_names_its_line_and_what_is_wrong(read, row, reason):
    log = read(f"{HEADER}{START}Plank,1,0,0,0,60,\n\n{row}\n")

    (error,) = log.errors
    assert error.line == 4
    assert reason in error.reason
    assert log.sets == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"{START}Plank,1,50,8,0,0,11", "rpe 11 is not between 0 and 10"),
        (f"{START}Plank,1,50,8,far,0,8", 'distance "far" is not a number'),
        (f"{START}Plank,1,50,8,0,long,8", 'seconds "long" is not a number'),
        (f"{START}Plank,X,50,8,0,0,8", 'set order "X" is not known'),
        (f"{START}Plank,1,50,,0,0,8", "it has a load and no reps"),
    ],
)
def test_a_bad_cell_that_can_be_missed_costs_no_set(read, row, reason):
    log = read(f"{HEADER}{START}Plank,1,0,0,0,60,\n{row}\n")

    (doubt,) = log.doubtful
    assert (doubt.line, log.sets, log.errors) == (3, 2, ())
    assert reason in doubt.reason


@pytest.mark.parametrize("reps", ["0", "5"])
def test_reps_that_are_written_are_not_doubted(read, reps):
    log = read(f"date,exercise,kg,reps\n2026-11-22,Squat,100,{reps}\n")

    assert (log.sets, log.doubtful) == (1, ())


def test_a_row_of_nothing_but_a_bad_cell_is_an_error(read):
    log = read(f"{HEADER}{START}Plank,1,0,0,0,60,\n{START}Plank,2,0,0,0,long,\n")

    assert [(one.line, one.reason) for one in log.errors] == [
        (3, 'seconds "long" is not a number: it is left out')
    ]


def test_zero_reps_with_a_load_stay_zero(read):
    (done,) = read(f"{HEADER}{START}Plank,1,60,0,0,0,\n").workouts[0].sets

    assert (done.reps, done.end) == (0, None)


def test_a_header_in_the_middle_and_blank_records_are_skipped(read):
    row = f"{START}Plank,1,0,0,0,60,\n"
    later = row.replace("2023-05-01", "2023-05-02")
    log = read(HEADER + row + HEADER + ",,,,,,,,,\n" + later)

    assert log.skipped == {
        "repeated header": 1,
        "empty row": 1,
    }


def test_exports_put_one_behind_the_other_have_no_workout_twice(read):
    rows = [f"{START}Plank,{n},50,8,0,0,\n" for n in (1, 2)]
    log = read(f"{HEADER}{''.join(rows)}{HEADER}{rows[0]}")

    assert (log.sets, log.skipped) == (
        2,
        {"repeated header": 1, "set of a workout that stands twice": 1},
    )


def test_the_line_in_which_a_file_breaks_off_is_no_set(read):
    whole = f"{HEADER}{START}Plank,1,50,8,0,0,\n{START}Plank,2,50,"
    log = read(f"{whole}1")

    assert log.sets == 1
    assert [(one.line, one.reason) for one in log.errors] == [
        (3, "the file breaks off in it")
    ]
    assert read(f"{whole}12,0,0,").sets == 2


def test_sets_that_count_down_are_turned_round(read):
    rows = [f"{START}Plank,{n},50,{reps},0,0,\n" for n, reps in ((2, 7), (1, 8))]
    (found,) = read(HEADER + "".join(rows)).workouts

    assert [done.reps for done in found.sets] == [8, 7]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_line_for_the_spreadsheet_is_none_of_the_table(read, sign):
    text = (HEADER + f"{START}Plank,1,50,8,0,0,\n").replace(",", sign)
    log = read(f"sep={sign}\r\n{text}")

    assert (log.rows, log.sets, set(log.lines.values())) == (1, 1, {3})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "log.csv is empty"),
        (b"\xef\xbb\xbf \n", "log.csv is empty"),
        (b"PK\x03\x04\x00\x00", "cannot be unpacked"),
        (b"first,second\n1,2\n", 'it begins with "first, second"'),
        (HEADER.encode(), "has no rows"),
        (f"{HEADER}never,A,1h,Plank,1,50,8,0,0,\n".encode(), "line 2: date"),
        (b"sep=,\n", "log.csv has no rows"),
        (b'{"squats": 3}', "no export that Befit knows"),
        (b"[1, 2", "not sound JSON"),
        (b'{"workouts": [], "schema": 99}', "newer Befit"),
    ],
)
def test_a_refusal_is_one_sentence(read, data, sentence):
    with pytest.raises(ImportRefusedError) as refused:
        read(data)

    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_named_app_is_the_only_one_tried(read):
    text = f"{HEADER}{START}Plank,1,0,0,0,60,\n"

    assert read(text, app="strong").app == "strong"
    with pytest.raises(ImportRefusedError, match="known are Hevy"):
        read(text, app="hevy")
    with pytest.raises(ImportRefusedError, match="say one of befit, hevy"):
        read(text, app="excel")


def a_database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(
            "CREATE TABLE exercise (_id INTEGER, name TEXT);"
            "CREATE TABLE training_log (_id INTEGER, exercise_id INTEGER, date TEXT,"
            " metric_weight REAL, reps INTEGER, unit INTEGER, distance INTEGER,"
            " duration_seconds INTEGER);"
            "INSERT INTO exercise VALUES (1, 'Bench');"
            "INSERT INTO training_log VALUES (1, 1, '2023-05-01', 80, 8, 0, 0, 0);"
        )
        return base.serialize()


def a_folder() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as made:
        for month in ("2023-05", "2023-06"):
            made.writestr(f"{month}.json", '{"_meta": {}, "workouts": {}}')
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "app", "title"),
    [
        (b"2023-05-01 Push\nBench: 80x8\n", "text", "a text log"),
        (a_database(), "fitnotes", "FitNotes"),
        (HEVY_PAGE, "hevy", "Hevy"),
        (b'{"schema": 1, "workouts": []}', "befit", "Befit's own"),
        (a_folder(), "befit", "Befit's own"),
    ],
    ids=["text", "database", "document", "own document", "own folder"],
)
def test_a_file_of_any_kind_must_be_from_the_named_app(read, data, app, title):
    other = "strong" if app == "hevy" else "hevy"

    assert read(data, app=app).app == app
    with pytest.raises(
        ImportRefusedError, match=f"reads as {title}, not as .* {other}"
    ):
        read(data, app=other, unit=None)


def test_a_table_whose_columns_are_named_is_of_no_app(read):
    columns = {"date": "Day", "exercise": "Lift", "load": "kg", "reps": "Reps"}
    text = "Day,Lift,kg,Reps\n2023-05-01,Bench,80,8\n"

    assert read(text, columns=columns).app == "table"
    with pytest.raises(ImportRefusedError, match="say table, or no app"):
        read(text, columns=columns, app="hevy")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(read, encoding):
    log = read(f"{HEADER}{START}Élévation,1,0,8,0,0,\n".encode(encoding))

    assert log.unmatched == ("Élévation",)


def test_text_cannot_steer_the_terminal(read):
    log = read(f"{HEADER}{START}Pl\x1b[2Jank,1,0,8,0,0,\n")

    assert log.unmatched == ("Pl[2Jank",)


@pytest.mark.parametrize(
    ("row", "kind", "increment"),
    [
        ("Gizmo (Machine),1,40,8,0,0,", "weight", 2.5),
        ("Gizmo,1,0,8,0,0,", "reps-only", 0),
        ("Gizmo,1,0,0,0,60,", "duration", 0),
        ("Gizmo,1,0,0,1.5,60,", "distance", 0),
        ("Gizmo (Assisted),1,20,8,0,0,", "assisted-bodyweight", 2.5),
        ("Gizmo (Weighted Bodyweight),1,0,8,0,0,", "bodyweight-plus", 2.5),
    ],
)
def test_an_unknown_exercise_is_measured_by_its_sets(read, row, kind, increment):
    log = read(f"{HEADER}{START}{row}\n", unit=Unit.KG)

    (made,) = log.exercises
    assert (made.load, made.increment_kg, made.own) == (kind, increment, True)
    assert made.id.startswith("own-gizmo")
    assert made.name == row.partition(",")[0]
    assert (made.default_reps is None) == (kind in ("duration", "distance"))
    assert log.workouts[0].entries[0].exercise == made.id


COUNTED = "date,exercise,sets,kg,reps\n"


@pytest.mark.parametrize(
    ("rows", "sets"),
    [
        ("2026-11-22,Squat,3,100,5\n2026-11-22,Plank,,20,8\n", 4),
        ("2026-11-22,Squat,1,100,5\n2026-11-22,Squat,3,90,8\n", 4),
        # Sets that are numbered are one a line.
        ("2026-11-22,Squat,1,100,5\n2026-11-22,Squat,2,100,5\n", 2),
        ("2026-11-22,Squat,99,100,5\n", 1),
    ],
)
def test_a_line_stands_for_as_many_sets_as_it_says(read, rows, sets):
    log = read(COUNTED + rows)

    assert (log.rows, log.sets) == (sets, sets)


BROKEN = f"{START}Squat,1,100,5,0,0,\n"


def test_a_quote_that_is_not_closed_costs_its_own_line_alone(read):
    lines = [BROKEN, BROKEN.replace("Squat", '"Squat'), BROKEN, BROKEN]
    log = read(HEADER + "".join(lines))

    assert [(one.line, one.reason) for one in log.errors] == [
        (3, "a quotation mark in it is not closed")
    ]
    assert log.sets == 3


def test_lines_of_a_note_with_as_many_commas_stay_a_note(read):
    note = "a, b, c, d, e, f\ng, h"
    log = read(f'date,exercise,kg,reps,note\n2026-11-22,Squat,100,5,"{note}"\n')

    assert [done.note for done in log.workouts[0].sets] == [note]
