import json

import pytest
from builders import done, entry, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plain, unknown

from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import DamagedError, NewerDataError
from befit_tui.store.json_text import dumps, loads, new_tables, salvage

surrogates = st.text(st.characters(), max_size=5)


def month(*documents):
    tables = new_tables()
    tables["workouts"] = {str(n): found for n, found in enumerate(documents, 1)}
    return tables


PUSH = to_plain(
    workout(entry("bench", done(80, 8), done(80, 7)), entry("row"), name="Push")
)


@settings(max_examples=60)
@given(st.lists(st.dictionaries(surrogates, plain, max_size=3) | unknown, max_size=3))
def test_any_document_reads_back_the_same(documents):
    assert loads(dumps(month(*documents))) == month(*documents)


@pytest.mark.parametrize(
    "text",
    ["🏋️ ok", "\ud83c half a pair", "a\nb\t\x1b[31m", "[bold]x[/]", "=1+1", "x" * 99999],
)
def test_notes_survive_whatever_is_in_them(text):
    noted = month({**PUSH, "note": text})
    assert loads(dumps(noted)) == noted


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), {1: 2}, (1, 2), {1}, object()]
)
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(ValueError, match="document"):
        dumps(month({"id": "w", "value": value}))


def test_a_set_stands_on_a_line_of_its_own():
    lines = dumps(month(PUSH)).decode().splitlines()
    sets = [line for line in lines if line.strip().startswith('{"id"')]
    assert len(sets) == 2
    assert [
        json.JSONDecoder().raw_decode(line.strip())[0]["reps"] for line in sets
    ] == [8, 7]


def test_a_byte_order_mark_and_crlf_do_no_harm():
    data = dumps(month(PUSH))
    assert loads(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")) == month(PUSH)


META = b'"_meta": {"1": {"app": "befit", "schema": 1}}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\0",
        b"{",
        b"[1, 2]",
        b"{}",
        b'{"_meta": {"1": {"app": "other", "schema": 1}}}',
        b'{"_meta": {"1": {"app": "befit", "schema": "1"}}}',
        b"{" + META + b"}}",
        b"{" + META + b', "workouts": [1]}',
        b"{" + META + b', "workouts": {"a": {}}}',
        b"{" + META + b', "workouts": {"1": 5}}',
        b"{" + META + b', "workouts": {"1": {}, "1": {}}}',
        b"{" + META + b', "workouts": {"1": {"kg": NaN}}}',
        b"{" + META + b', "workouts": {"1": {"n": "\xff"}}}',
        b'{"a":' * 100_000,
    ],
)
def test_what_befit_does_not_write_is_damaged(data):
    with pytest.raises(DamagedError):
        loads(data)


def test_a_newer_file_is_not_damaged():
    with pytest.raises(NewerDataError, match="update befit-tui"):
        loads(dumps(month(PUSH)).replace(b'"schema": 1}', b'"schema": 99}', 1))


def test_whole_workouts_are_salvaged_from_what_is_left():
    first, second, third = ({**PUSH, "id": name} for name in ("a", "b", "c"))
    data = dumps(month(first, second, third))
    cut = data[: data.index(b'"3": ') + 200]
    assert list(salvage(cut)) == [first, second]
    assert list(salvage(b"\xff\0 garbage" + data + b"}}")) == [first, second, third]


def test_a_workout_whose_last_brace_is_lost_takes_no_other_with_it():
    documents = [{**PUSH, "id": name} for name in "abc"]
    data = dumps(month(*documents)).replace(b'},\n "2": {', b',\n "2": {')
    assert salvage(data) == documents


def test_a_workout_with_bad_bytes_in_it_is_not_salvaged():
    data = dumps(month(PUSH, {**PUSH, "id": "b"}))
    assert [w["id"] for w in salvage(data.replace(b"Push", b"Pu\xffh", 1))] == ["b"]


def test_a_note_that_looks_like_a_workout_is_not_taken_for_one():
    fake = json.dumps({"1": {**PUSH, "id": "fake"}})
    data = dumps(month({**PUSH, "note": fake}))
    assert [w["id"] for w in salvage(data[1:])] == [PUSH["id"]]
