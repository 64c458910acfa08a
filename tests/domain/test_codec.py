import json

import pytest
from builders import done, entry, workout
from hypothesis import given, settings
from strategies import workouts

from befit_tui.domain.codec import (
    exercise_from_dict,
    to_plain,
    with_unknown,
    workout_from_dict,
)
from befit_tui.domain.errors import DocumentError, NewerDataError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import Library, library_from_dict, library_to_dict
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import CheckIn, Workout

PUSH = {
    "schema": 1,
    "id": "0192f3",
    "rev": 3,
    "name": "Push A",
    "started_at": "2026-11-23T18:02:11+01:00",
    "ended_at": "2026-11-23T19:04:40+01:00",
    "phase": "hypertrophy",
    "minutes_planned": None,
    "session_rpe": 8,
    "focus": None,
    "bodyweight": {"value": 82.4, "unit": "kg"},
    "checkin": {
        "sleep_hours": 6.5,
        "sleep": 3,
        "soreness": 4,
        "fatigue": 3,
        "stress": 4,
        "mood": 4,
        "eating_less": False,
        "joints": [{"site": "elbow", "pain": 3}],
        "note": "",
    },
    "note": "",
    "source": {"app": "hevy", "key": "a"},
    "entries": [
        {
            "exercise": "bench-press-barbell",
            "written": "Bench",
            "superset": None,
            "note": "",
            "target": {
                "rest_s": 180,
                "sets": [
                    {
                        "kind": "work",
                        "reps": [6, 8],
                        "left": [1, 3],
                        "load": None,
                        "percent": None,
                        "seconds": None,
                    }
                ],
            },
            "sets": [
                {
                    "id": "s1",
                    "kind": "work",
                    "load": {"value": 80, "unit": "kg"},
                    "reps": 8,
                    "extra_reps": None,
                    "left": 2,
                    "end": "stopped",
                    "form": "intact",
                    "rpe": None,
                    "at": "2026-11-23T18:10:02+01:00",
                    "rest_s": 142,
                    "rep_times": [0.0, 2.1, 4.3],
                    "seconds": None,
                    "metres": None,
                    "note": "",
                }
            ],
        }
    ],
}
"""The example of the data format: a contract with other programs."""
SET = PUSH["entries"][0]["sets"][0]


def test_the_documented_workout_is_read_and_written_field_by_field():
    assert to_plain(workout_from_dict(PUSH)) == PUSH


@settings(max_examples=60)
@given(workouts)
def test_what_is_written_reads_back_the_same(kept):
    assert workout_from_dict(to_plain(kept)) == kept


def test_absent_and_null_both_mean_unknown():
    bare = {"id": "w", "started_at": "2026-11-23T18:02:11+01:00"}
    nulls = {**dict.fromkeys(PUSH), **bare}
    assert workout_from_dict(nulls) == workout_from_dict(bare)
    assert workout_from_dict(bare).entries == ()


def test_fields_of_a_later_version_survive_on_every_level():
    later = {**PUSH, "mood_ring": "green", "checkin": {**PUSH["checkin"], "x": [1]}}
    later["bodyweight"] = {**PUSH["bodyweight"], "scale": "kitchen"}
    later["source"] = {**PUSH["source"], "row": 7}
    later["checkin"]["joints"] = [{"site": "elbow", "pain": 3, "side": "left"}]
    bench = {**PUSH["entries"][0], "bench": 3}
    bench["sets"] = [{**bench["sets"][0], "bar_speed": {"mean": 0.31}}]
    bench["sets"][0]["load"] = {"value": 80, "unit": "kg", "bar": "thick"}
    later["entries"] = [bench]
    read = workout_from_dict(later)
    assert to_plain(read) == PUSH
    assert with_unknown(to_plain(read), later) == later


def test_unknown_fields_follow_their_set_wherever_it_goes():
    sets = [{**SET, "id": name, "speed": name} for name in ("a", "b", "c")]
    old = {"entries": [{"exercise": "row"}, {"exercise": "squat", "sets": sets}]}
    now = [{**SET, "id": name} for name in ("c", "new", "a")]
    new = {"entries": [{"exercise": "squat", "sets": now}, {"exercise": "row"}]}
    [squat, _] = with_unknown(new, old)["entries"]
    assert [one.get("speed") for one in squat["sets"]] == ["c", None, "a"]
    assert "speed" not in now[0]


def test_what_a_workout_no_longer_says_does_not_come_back():
    later = to_plain(replace(workout_from_dict(PUSH), entered_later=True))
    assert later["entered_later"] is True
    assert with_unknown(PUSH, later) == PUSH


def test_seldom_fields_are_read_and_written_where_they_say_something():
    bench = {**PUSH["entries"][0], "written": "Bench press"}
    bench["sets"] = [{**SET, "raw_load": {"value": 176.4, "unit": "lb"}}]
    data = {**PUSH, "entries": [bench], "entered_later": True}
    read = workout_from_dict(data)
    assert read.entries[0].written == "Bench press"
    assert read.sets[0].raw_load == Load(176.4, Unit.LB)
    assert to_plain(read) == data


@pytest.mark.parametrize(
    ("given", "usual"),
    [
        ({"rev": 3.0}, {"rev": 3}),
        ({"started_at": "2026-11-23T18:02+01:00"},
         {"started_at": "2026-11-23T18:02:00+01:00"}),
        ({"schema": None, "note": None}, {}),
    ],
)  # fmt: skip
def test_the_same_may_be_said_in_other_words(given, usual):
    assert workout_from_dict({**PUSH, **given}) == workout_from_dict({**PUSH, **usual})


def test_a_whole_load_stays_a_whole_number():
    written = json.dumps(to_plain(workout_from_dict(PUSH)), sort_keys=True)
    assert written == json.dumps(PUSH, sort_keys=True)


def test_a_workout_without_a_revision_is_the_first():
    bare = {key: value for key, value in PUSH.items() if key != "rev"}
    assert workout_from_dict(bare).rev == 1


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"id": None}, "required field id"),
        ({"id": 7}, "id: expected str, got int"),
        (
            {"started_at": "2026-11-23T18:02:11"},
            "started_at: expected datetime with a timezone",
        ),
        ({"started_at": "yesterday"}, "started_at: invalid RFC3339 encoded datetime"),
        ({"phase": "bulk"}, "phase: invalid enum value 'bulk'"),
        ({"phase": []}, "phase: expected str, got array"),
        ({"rev": True}, "rev: expected int, got bool"),
        ({"session_rpe": 11}, "session_rpe: expected int <= 10"),
        ({"bodyweight": 80}, "bodyweight: expected object, got int"),
        (
            {"bodyweight": {"value": "80", "unit": "kg"}},
            "bodyweight.value: expected int | float, got str",
        ),
        (
            {"bodyweight": {"value": 80, "unit": "st"}},
            "bodyweight.unit: invalid enum value 'st'",
        ),
        (
            {"bodyweight": {"value": 1e999, "unit": "kg"}},
            "bodyweight.value: expected float <=",
        ),
        (
            {"bodyweight": {"value": float("nan"), "unit": "kg"}},
            "bodyweight.value: expected",
        ),
        (
            {"bodyweight": {"value": 10**4000, "unit": "kg"}},
            "bodyweight.value: expected",
        ),
        ({"rev": 10**4000}, "rev: expected int <= 1000000"),
        (
            {"entries": [{"exercise": "a", "target": {"sets": [{"reps": [8]}]}}]},
            "sets[0].reps: expected array of length 2",
        ),
        (
            {"entries": [{"exercise": "a", "target": {"sets": [{"left": [1, "b"]}]}}]},
            "sets[0].left[1]: expected int, got str",
        ),
        (
            {"entries": [{"exercise": "a", "sets": [{"id": "1", "rep_times": ["x"]}]}]},
            "entries[0].sets[0].rep_times[0]: expected int | float",
        ),
        (
            {"checkin": {"joints": [{"site": "knee", "pain": 11}]}},
            "checkin.joints[0].pain: expected int <= 10",
        ),
        (
            {"bodyweight": {"value": 80}},
            "bodyweight: object missing required field unit",
        ),
        ({"checkin": {"mood": 6}}, "checkin.mood: expected int <= 5"),
        (
            {"checkin": {"eating_less": 1}},
            "checkin.eating_less: expected bool, got int",
        ),
        ({"entries": {}}, "entries: expected array, got object"),
        ({"entries": [{}]}, "entries[0]: object missing required field exercise"),
        (
            {
                "entries": [
                    {"exercise": "a", "sets": [{"id": "1"}, {"id": "2", "reps": -1}]}
                ]
            },
            "entries[0].sets[1].reps: expected int >= 0",
        ),
        (
            {"entries": [{"exercise": "a", "target": {"sets": [{"reps": [8, 6]}]}}]},
            "entries[0].target.sets[0]: reps must be two whole numbers, lowest first",
        ),
    ],
)
def test_a_wrong_field_is_named(change, named):
    with pytest.raises(DocumentError) as refused:
        workout_from_dict({**PUSH, **change})
    assert named in str(refused.value)


@pytest.mark.parametrize("data", [None, 5, [], "workout"])
def test_something_else_is_no_workout(data):
    with pytest.raises(DocumentError):
        workout_from_dict(data)


def test_a_newer_workout_is_refused_as_such():
    with pytest.raises(NewerDataError):
        workout_from_dict({**PUSH, "schema": 2})


def test_nesting_without_end_is_refused():
    deep: list = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(DocumentError):
        workout_from_dict({**PUSH, "note": deep})


def test_values_come_back_in_their_own_types():
    read = workout_from_dict(PUSH)
    assert read.phase is Phase.HYPERTROPHY
    assert read.sets[0].kind is Kind.WORK
    assert read.sets[0].load == Load(80, Unit.KG)
    assert isinstance(read.checkin, CheckIn)
    assert read.started_at.utcoffset().total_seconds() == 3600


def test_timed_work_keeps_its_lack_of_usual_reps():
    plank = Exercise(id="plank", name="Plank", default_reps=None, own=True)
    assert exercise_from_dict(to_plain(plank)) == plank


def test_the_library_keeps_what_it_does_not_know():
    data = {
        "exercises": [to_plain(Exercise(id="sled", name="Sled", own=True))],
        "routines": [{"name": "Push A", "entries": []}],
        "phases": [],
        "noted": [{"code": "stall"}],
        "changes": [],
        "checkins": [],
        "matches": [{"id": "zp", "exercise": "sled"}],
        "maxes": [{"id": "sled", "load": {"value": 100, "unit": "kg"}}],
        "goals": [{"lift": "squat", "kg": 140}],
    }
    kept = library_from_dict(data)
    assert kept.exercises[0].name == "Sled"
    assert library_to_dict(kept) == data


def test_an_empty_library_is_the_default():
    assert library_from_dict({}) == Library()


@pytest.mark.parametrize(
    "data", [5, {"routines": {}}, {"noted": [1]}, {"exercises": [{}]}]
)
def test_a_wrong_library_is_refused(data):
    with pytest.raises(DocumentError):
        library_from_dict(data)


def test_builders_make_workouts_that_can_be_kept():
    made = workout(entry("bench", done(80, 8, left=2)))
    assert isinstance(workout_from_dict(to_plain(made)), Workout)
