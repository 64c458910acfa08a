"""The plan of an exercise as a table; every change is what the plan line would be."""

import pytest

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import (
    COLUMNS,
    format_plan,
    has_table,
    parse_plan,
    rows_of,
    with_cell,
)


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("3x6-8@1-3 r180", ["3|6-8|1-3||3:00"]),
        ("5w, 12 60%, 10 70%@1-2 r90", ["1|5|||1:30", "1|12||60%|", "1|10|1-2|70%|"]),
        ("3x45s r60", ["3|45s|||1:00"]),
        ("5x5 80kg +2.5kg/session", ["5|5||80kg|"]),
        ("2x5, 5+", ["2|5|||", "1|5+|||"]),
        ("3x", ["3||||"]),
        ("r45", ["||||45"]),
    ],
)
def test_sets_alike_are_a_row(line, rows):
    found = rows_of(parse_plan(line))
    assert ["|".join(row.cells[name] for name in COLUMNS) for row in found] == rows


@pytest.mark.parametrize(
    ("line", "row", "column", "typed", "changed"),
    [
        ("3x6-8@1-3 r180", 0, "sets", "4", "4x6-8@1-3 r180"),
        ("3x6-8@1-3 r180", 0, "reps", "5+", "3x5+@1-3 r180"),
        ("3x6-8@1-3 r180", 0, "left", "", "3x6-8 r180"),
        ("3x6-8", 0, "load", "75 %", "3x6-8 75%"),
        ("3x6-8", 0, "load", "80kg", "3x6-8 80kg"),
        ("3x6-8", 0, "rest", "2:30", "3x6-8 r150"),
        ("3x6-8 r150", 0, "rest", "", "3x6-8"),
        # Nobody says how many seconds were left.
        ("3x6-8@1", 0, "reps", "45s", "3x45s"),
        ("5w, 3x8 r90", 1, "sets", "0", "5w r90"),
        ("5w, 3x8", 0, "reps", "6", "6w, 3x8"),
        ("5x5 +2.5kg/session", 0, "sets", "3", "3x5 +2.5kg/session"),
        ("", 0, "reps", "8", "8"),
    ],
)
def test_a_cell_changes_its_own_sets(line, row, column, typed, changed):
    target = parse_plan(line) if line else None
    assert format_plan(with_cell(target, row, column, typed)) == changed


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("reps", "heavy", "cannot be read"),
        ("left", "3-1", "go from low to high"),
        ("sets", "90", "1 to 20 sets"),
        ("rest", "2:00:00", "at most an hour"),
        ("rest", "long", "at most an hour"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused_with_a_sentence(column, typed, sentence):
    with pytest.raises(EntryError, match=sentence):
        with_cell(parse_plan("3x8"), 0, column, typed)


def test_weeks_and_stages_are_no_table():
    assert has_table(parse_plan("5x5 +2.5kg/session"))
    assert not has_table(parse_plan("5x5 70% | 3x3 80%"))
    assert not has_table(parse_plan("5x3 > 6x2 fail 1"))
