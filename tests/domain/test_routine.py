import json

import pytest
from builders import entry
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import targets, texts

from befit_tui.domain.codec import read, to_plain
from befit_tui.domain.errors import DocumentError
from befit_tui.domain.routine import Routine
from befit_tui.domain.workout import Entry

entries = st.builds(
    Entry, exercise=texts, superset=st.none() | st.integers(0, 9), note=texts,
    target=st.none() | targets,
)  # fmt: skip
routines = st.builds(
    Routine, id=texts.filter(bool), name=texts, programme=texts,
    entries=st.lists(entries, max_size=3).map(tuple),
)  # fmt: skip


@settings(max_examples=40)
@given(routines)
def test_a_routine_survives_the_disk(routine):
    stored = json.loads(json.dumps(to_plain(routine)))
    assert read(Routine, stored, "routine") == routine


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "required field id"),
        ({"id": 7}, "id: expected str"),
        ({"id": "r", "name": 7}, "name: expected str"),
        ({"id": "r", "entries": 3}, "entries: expected array"),
        ({"id": "r", "entries": [{}]}, "required field exercise"),
    ],
)
def test_what_is_no_routine_is_named(data, sentence):
    with pytest.raises(DocumentError, match=sentence):
        read(Routine, data, "routine")


def test_a_workout_is_of_a_routine_by_its_name():
    routine = Routine(id="r", name="Push A ", entries=(entry("dip"),))
    assert routine.is_called("push a")
    assert not routine.is_called("push")
