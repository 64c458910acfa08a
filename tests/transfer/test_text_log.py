"""The log as text in Befit's own grammar, there and back."""

import pytest
from builders import MONDAY, done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.transfer.formats.text_log import is_text_log, read_text, to_text

NAMES = {"bench-press-barbell": "Bench Press (Barbell)", "plank": "Plank"}
LOG = (
    workout(
        entry(
            "bench-press-barbell",
            done(40, 10, kind=Kind.WARMUP),
            done(80, 8, left=2, end=End.STOPPED, form=Form.INTACT, note="elbow fine"),
            done(80, 7, left=0, end=End.TECHNICAL, form=Form.INTACT),
        ),
        replace(entry("plank", done(None, None, seconds=60)), note="feet apart"),
        name="Push A",
        note="slept well",
    ),
    workout(entry("bench-press-barbell", done(82.5, 6)), name="Push B", day=2),
)


def written(log=LOG, unit=Unit.KG):
    return to_text(log, NAMES.__getitem__, unit)


def test_it_reads_like_what_is_typed():
    assert written().splitlines() == [
        "unit: kg",
        "",
        "2026-11-02 18:00-19:00 Push A ~1",
        "# slept well",
        "Bench Press (Barbell): 40x10w 80x8@2 # elbow fine",
        "Bench Press (Barbell): 80x7@f",
        "Plank: # feet apart",
        "Plank: 60s",
        "",
        "2026-11-04 18:00-19:00 Push B ~1",
        "Bench Press (Barbell): 82.5x6",
    ]


def test_it_comes_back(read):
    log = read(written(), unit=None)

    assert (log.app, log.errors) == ("text", ())
    assert [(one.name, one.note) for one in log.workouts] == [
        ("Push A", "slept well"),
        ("Push B", ""),
    ]
    for old, new in zip(LOG, log.workouts, strict=True):
        assert (old.started_at, old.ended_at) == (new.started_at, new.ended_at)
        assert [(one.exercise, one.note) for one in new.entries] == [
            (one.exercise, one.note) for one in old.entries
        ]
        assert [said(one) for one in new.sets] == [said(one) for one in old.sets]


def said(one):
    return (one.load, one.reps, one.seconds, one.left, one.end, one.form, one.kind,
            one.note)  # fmt: skip


def test_two_workouts_of_a_minute_under_one_name_stay_two(read):
    one = workout(entry("plank", done(None, None, seconds=60)), id="a", name="Core")
    other = replace(one, id="b", started_at=MONDAY.replace(second=20))

    log = read(written((one, other)))

    assert [f"{each.started_at:%H:%M:%S}" for each in log.workouts] == [
        "18:00:00",
        "18:00:20",
    ]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"reps": 12, "rpe": 8.0, "end": End.VOLITIONAL}, "20x12@v@rpe8"),
        ({"reps": 12, "left": 1.0, "end": End.TECHNICAL}, "20x12@f@1"),
        ({"reps": 12, "left": 0.0, "end": End.TECHNICAL}, "20x12@f"),
        (
            {"reps": 12, "left": None, "end": End.VOLITIONAL, "form": None},
            "20x12@v?",
        ),
        ({"reps": 0, "left": None, "end": End.MISSED}, "20x0@m?"),
        (
            {"reps": 9, "left": None, "end": End.VOLITIONAL, "note": "hm"},
            "20x9@v? # hm",
        ),
        (
            {"reps": 9, "left": None, "end": End.TECHNICAL, "form": Form.BROKE},
            "20x9@b?",
        ),
        ({"reps": 0}, "20x0"),
        ({"reps": 0, "kind": Kind.DROP}, "20x0d"),
        ({"reps": 0, "end": End.MISSED, "left": 0.0}, "20x0@m"),
        ({"reps": None, "seconds": 1500.0, "metres": 5000.0}, "20x1500s/5000m"),
    ],
)
def test_what_an_app_says_and_nobody_types_comes_back(fields, text):
    one = workout(entry("plank", done(20, **fields)), name="A")

    [row] = read_text(written([one]), None).read

    assert f"Plank: {text}" in written([one])
    assert fields == {name: getattr(row, name) for name in fields}


NOTES = ("Legs: 170", "slow: # 3", "2026-11-02 was better", "# twice\n\nand - so", "~3")


@pytest.mark.parametrize("note", NOTES)
def test_a_note_comes_back_whatever_it_reads_like(read, note):
    noted = replace(entry("plank", done(None, None, seconds=60)), note=note)
    one = workout(noted, name="A ~2", note=note)

    [back] = read(written([one, *LOG])).workouts[:1]

    assert (back.name, back.note, back.entries[0].note) == ("A ~2", note, note)


@pytest.mark.parametrize("name", ["# Press", "- Press", "2026-11-02 Press", "A: #1"])
def test_a_lift_comes_back_whatever_it_is_called(read, name):
    one = workout(entry("x", done(20, 5)), name="A")

    log = read(to_text([one], lambda _: name, Unit.KG))

    assert ([each.name for each in log.matches], log.sets) == ([name], 1)


def test_a_note_of_a_lift_without_sets_is_kept(read):
    only = replace(entry("plank"), note="too tired")
    [back] = read(written([workout(LOG[0].entries[0], only, name="A")])).workouts

    assert [(one.exercise, one.note) for one in back.entries[1:]] == [
        ("plank", "too tired")
    ]


def test_a_load_is_read_as_it_was_entered_not_as_an_app_rounds(read):
    one = workout(entry("plank", *(done(load, 5) for load in (48.76, 22.68, 61.24))))

    [back] = read(written([one])).workouts

    assert [each.load for each in back.sets] == [each.load for each in one.sets]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Bench: eighty", "no line of sets"),
        ("just words", "no line of sets"),
        ("Bench: =", "no line of sets"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(read, line, reason):
    log = read(f"unit: kg\n2026-11-26 Push A\nBench: 80x8@2\n{line}\n")

    assert [(one.line, reason in one.reason) for one in log.errors] == [(4, True)]
    assert log.sets == 1


@pytest.mark.parametrize(
    ("text", "is_log"),
    [
        ("## 2026-11-26 Push\n- Bench: 80x8\n", True),
        ("2026-11-26\n\n# note\nBench: 80x8\n", True),
        ("2026-11-26,Bench,80,8\n2026-11-27,Bench,80,8\n", False),
        ("Dear diary\n2026-11-26 was fine\n", False),
    ],
)
def test_what_is_a_text_log(text, is_log):
    assert is_text_log(text) == is_log


sets = st.builds(
    done,
    st.sampled_from([None, 20.0, 82.5]),
    st.integers(1, 30),
    left=st.sampled_from([None, 0.0, 0.5, 2.0]),
    kind=st.sampled_from(list(Kind)),
    note=st.sampled_from(["", "slow: 3-0-1", "a # b"]),
)


@settings(max_examples=40)
@given(found=st.lists(sets, min_size=1, max_size=6))
def test_loads_reps_and_effort_survive_whatever_they_are(found):
    one = workout(entry("bench-press-barbell", *found), name="A")
    text = to_text([one], NAMES.__getitem__, Unit.LB)

    rows = read_text(text, None).read
    assert [(row.load, row.reps, row.left, row.kind) for row in rows] == [
        (one.load and one.load.value, one.reps, one.left, one.kind) for one in found
    ]
    assert [row.note for row in rows] == [" ".join(one.note.split()) for one in found]


def test_a_load_in_another_unit_names_it():
    one = workout(entry("plank", done(20, 5)), name="A")
    assert "Plank: 20kgx5" in to_text([one], NAMES.__getitem__, Unit.LB)
    assert Load(20, Unit.KG) == one.sets[0].load


@pytest.mark.parametrize(
    ("head", "span"),
    [
        ("2026-11-26 18:02-19:04 Push", ("2026-11-26 18:02", "2026-11-26 19:04")),
        ("2026-11-26 23:30-0:40 Push", ("2026-11-26 23:30", "2026-11-27 00:40")),
        ("2026-11-26T9:05 Push", ("2026-11-26 09:05", "2026-11-26 09:05")),
    ],
)
def test_a_head_may_have_times_and_an_end_before_the_start_is_after_midnight(
    read, head, span
):
    (found,) = read(f"{head}\nBench: 80x8\n").workouts
    times = (found.started_at, found.ended_at)
    assert tuple(f"{one:%Y-%m-%d %H:%M}" for one in times) == span


def test_a_day_that_is_in_no_calendar_begins_no_workout(read):
    log = read("2026-11-26 A\nBench: 80x8\n2026-02-30 B\nBench: 80x8\n")
    assert [error.line for error in log.errors] == [3]
    assert [len(one.sets) for one in log.workouts] == [2]
