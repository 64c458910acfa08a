"""What goes out comes back, and no spreadsheet runs a word of it."""

import csv
import io
import json
from datetime import timedelta

import pytest
from builders import MONDAY, ZONE, done, entry, kg, workout
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind, LoadKind, Phase
from befit_tui.domain.workout import CheckIn, JointPain, Sides, Source
from befit_tui.transfer.export import to_json, to_strong
from befit_tui.transfer.formats.own_table import to_csv
from befit_tui.transfer.plan import plan_import

NAMES = {"squat": "Squat (Barbell)", "own-gizmo": "=Gizmo()", "plank": "Plank"}

FULL = workout(
    entry(
        "squat",
        done(60, 5, id="a1", kind=Kind.WARMUP, rpe=6),
        done(100, 8, id="a2", left=1.5, end=End.STOPPED, form=Form.INTACT, rest_s=180,
             rep_times=(0.0, 2.1, 4.3), at=MONDAY + timedelta(minutes=9), note="-hard"),
        done(100, 6, id="a3", extra_reps=2, left=0, end=End.TECHNICAL, form=Form.BROKE),
        done(120, 0, id="a4", end=End.MISSED),
        superset=1,
        note="+belt",
    ),
    entry("own-gizmo", done(60, 9, id="b1", kind=Kind.DROP), superset=1),
    entry("plank", done(None, None, id="c1", seconds=60.0, metres=500.0)),
    name="@Push",
    note="first\nsecond",
    phase=Phase.STRENGTH,
    session_rpe=8,
    bodyweight=kg(82.4),
    checkin=CheckIn(sleep=3, sleep_hours=6.5, joints=(JointPain("elbow", 3),)),
    source=Source("hevy", "key"),
    rev=3,
)  # fmt: skip
OPEN = workout(entry("squat", done(100, 5, id="d1")), day=-3, ended_at=None)
OWN = Exercise(id="own-gizmo", name="=Gizmo()", own=True, load=LoadKind.DURATION,
               default_reps=None)  # fmt: skip


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_is_one_document_with_the_open_workout_last():
    document = json.loads(to_json([OPEN, FULL], [OWN], {"routines": [{"name": "A"}]}))

    assert (document["app"], document["schema"]) == ("befit", 1)
    assert [one["id"] for one in document["workouts"]] == [FULL.id, OPEN.id]
    assert document["workouts"][-1]["ended_at"] is None
    assert document["routines"] == [{"name": "A"}]


def test_json_imports_back_without_loss(read):
    log = read(to_json([OPEN, FULL], [OWN], {"routines": [{"name": "A"}]}), unit=None)

    assert log.app == "befit"
    assert log.workouts == (OPEN, FULL)
    assert log.exercises == (OWN,)
    assert log.library == {"routines": [{"name": "A"}]}
    assert (log.rows, log.sets, log.errors) == (7, 7, ())
    assert plan_import(log, [OPEN, FULL]).is_empty


def test_the_line_of_a_set_is_where_its_id_stands(read):
    text = to_json([FULL])
    log = read(text)

    for set_id, line in log.lines.items():
        assert f'"{set_id}"' in text.splitlines()[line - 1]


def test_one_bad_set_does_not_cost_the_others(read):
    document = json.loads(to_json([FULL, OPEN]))
    document["workouts"][0]["entries"][0]["sets"][1]["reps"] = "eight"
    document["workouts"][1]["started_at"] = "soon"
    text = json.dumps(document, indent=1)
    log = read(text)

    assert [one.id for one in log.workouts] == [FULL.id]
    assert (log.rows, log.sets) == (7, 5)
    assert [text.splitlines()[error.line - 1].strip() for error in log.errors] == [
        '"id": "a2",',
        '"id": "d1",',
    ]


def test_csv_has_every_set_and_numbers_stay_numbers():
    rows = table(to_csv([FULL, OPEN], NAMES.__getitem__))

    assert [row["set_id"] for row in rows] == ["a1", "a2", "a3", "a4", "b1", "c1", "d1"]
    second = rows[1]
    assert (second["load"], second["unit"], second["reps"]) == ("100", "kg", "8")
    assert (second["rir"], second["end"], second["form"]) == (
        "1.5",
        "stopped",
        "intact",
    )
    assert second["rep_times"] == "0 2.1 4.3"
    assert (rows[2]["extra_reps"], rows[3]["reps"], rows[5]["load"]) == ("2", "0", "")


@pytest.mark.parametrize("sides", [Sides(8, 7), Sides(8), Sides(right=9)])
@pytest.mark.parametrize("make", ["json", "csv"])
def test_the_sides_of_a_set_come_back(read, make, sides):
    one = done(30, sides.fewest, id="s", sides=sides)
    made = workout(entry("squat", one))
    text = to_json([made]) if make == "json" else to_csv([made], NAMES.__getitem__)
    (back,) = read(text).workouts
    assert back.sets == (one,)
    without = json.loads(to_json([FULL]))["workouts"][0]["entries"][0]["sets"][0]
    assert "sides" not in without


def test_the_table_of_an_import_comes_out_as_it_went_in(read):
    made = workout(entry("squat", done(80.0, 8, left=2.0, rpe=8.0, seconds=30.0)))
    text = to_csv([made], NAMES.__getitem__)
    back = read(text)

    assert to_csv(back.workouts, NAMES.__getitem__) == text
    assert plan_import(back, [replace(made, rev=2)]).differences == ()
    rounded = read(text.replace("80.0", "80").replace("2.0", "2"))
    assert plan_import(rounded, [made]).differences == ()


def test_a_table_of_befit_out_of_a_spreadsheet_is_read_or_says_what_is_wrong(read):
    text = to_csv([workout(entry("squat", done(82.5, 8, id="a1")))], NAMES.__getitem__)
    comma = read(text.replace("82.5", '"82,5"'))
    (error,) = read(text.replace("82.5", "much")).errors

    assert comma.workouts[0].sets[0].load == kg(82.5)
    assert error.reason == 'load "much" is not a number'


@pytest.mark.parametrize("make", ["csv", "strong"])
def test_no_text_is_a_formula(make):
    text = (
        to_csv([FULL], NAMES.__getitem__)
        if make == "csv"
        else to_strong([FULL], NAMES.__getitem__, Unit.KG)
    )
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert {"'=Gizmo()", "'@Push", "Squat (Barbell)"} <= set(cells)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(max_size=12), sign=st.sampled_from("=+-@\t\r\n x"))
def test_no_note_is_ever_a_formula(note, sign):
    marked = replace(FULL, note=sign + note)
    (row, *_) = table(to_csv([marked], NAMES.__getitem__))

    assert not row["workout_note"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_strong_imports_back_as_the_same_sets(read):
    log = read(to_strong([FULL], NAMES.__getitem__, Unit.KG))

    (back,) = log.workouts
    assert (back.name, back.note) == ("@Push", "first\nsecond")
    assert back.started_at == FULL.started_at.astimezone(ZONE)
    assert back.ended_at == FULL.ended_at
    assert log.unmatched == ("=Gizmo()",)
    assert [(one.kind, one.load and one.load.value, one.reps) for one in back.sets] == [
        ("warmup", 60, 5),
        ("work", 100, 8),
        ("work", 100, 6),
        ("work", 120, 0),
        ("drop", 60, 9),
        ("work", None, None),
    ]
    assert [one.end for one in back.sets] == [
        None, None, End.VOLITIONAL, End.MISSED, None, None,
    ]  # fmt: skip
    # What failed without a rating gets none.
    assert [one.left for one in back.sets] == [None, 1.5, 0, None, None, None]
    assert (back.sets[5].seconds, back.sets[5].metres) == (60, 500)
    assert back.entries[0].note == "+belt\n-hard"


def test_strong_in_pounds_counts_in_pounds_and_miles(read):
    run = entry("plank", done(None, None, id="r", metres=1609.344, seconds=600))
    lift = entry("squat", replace(done(1, 5), load=Load(225, Unit.LB)))
    rows = table(to_strong([workout(run, lift)], NAMES.__getitem__, Unit.LB))

    assert [(row["Weight"], row["Distance"]) for row in rows] == [
        ("0", "1.0"),
        ("225", "0.0"),
    ]
