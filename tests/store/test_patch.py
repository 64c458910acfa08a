import json

import pytest
from builders import done, entry, workout
from hypothesis import example, given, settings
from strategies import plain

from befit_tui.domain.codec import to_plain
from befit_tui.store.json_diff import apply, diff

SETS = [{"id": str(n), "reps": n} for n in range(30)]


@settings(max_examples=200)
@given(plain, plain)
@example({"a": 1}, {"a": True})
@example({"a": [1, 2, 3]}, {"a": [3, 1, 2]})
@example([[], []], [[]])
def test_a_patch_leads_from_the_new_to_the_old(old, new):
    back = apply(diff(new, old), new)
    assert json.dumps(back, sort_keys=True) == json.dumps(old, sort_keys=True)


@settings(max_examples=50)
@given(plain, plain)
def test_nothing_that_was_given_is_changed(old, new):
    before = json.dumps([old, new])
    patch = diff(new, old)
    text = json.dumps(patch)
    apply(patch, new)
    assert json.dumps([old, new]) == before
    assert json.dumps(patch) == text


@pytest.mark.parametrize(
    ("new", "old", "operations"),
    [
        ([*SETS, {"id": "x"}], SETS, [["splice", [], 30, 31, []]]),
        (SETS[:4] + SETS[5:], SETS, [["splice", [], 4, 4, [SETS[4]]]]),
        ([{**SETS[0], "reps": 9}, *SETS[1:]], SETS, [["set", [0, "reps"], 0]]),
        ([SETS[1], SETS[0], *SETS[2:]], SETS, [["order", [], 0, [1, 0]]]),
        ({"a": 1, "b": 2}, {"a": 1}, [["drop", ["b"]]]),
        (SETS, None, [["set", [], None]]),
        (SETS, SETS, []),
    ],
)
def test_a_small_change_makes_a_small_patch(new, old, operations):
    assert diff(new, old) == operations


def test_correcting_one_set_costs_less_than_a_line():
    sets = [done(80, 8, id=str(n)) for n in range(40)]
    old = to_plain(workout(entry("bench", *sets)))
    sets[7] = done(82.5, 6, id="7")
    new = to_plain(workout(entry("bench", *sets)))
    assert len(json.dumps(diff(new, old))) < 150


def test_a_patch_for_another_document_is_refused():
    with pytest.raises((LookupError, TypeError)):
        apply([["set", ["entries", 3, "note"], ""]], {"entries": []})
