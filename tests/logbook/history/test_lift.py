"""One lift over all of the past."""

import pytest
from builders import done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.logbook.history.detail import plain
from befit_tui.logbook.history.lift import lift_past
from befit_tui.logbook.history.workout_list import Past

BENCH, PLANK, PULL_UP = "bench-press-barbell", "plank", "pull-up"

FIRST = workout(
    entry(
        BENCH,
        done(40, 8, id="w", kind=Kind.WARMUP),
        done(80, 8, id="a", left=2),
        done(80, 8, id="b", left=0.5),
        note="pause at the chest",
    ),
    day=-30,
    id="first",
)
SECOND = workout(
    entry(
        BENCH,
        done(85, 6, id="c", end=End.TECHNICAL, form=Form.INTACT),
        done(70, 10, id="d", left=4),
        done(120, 3, id="e", end=End.TECHNICAL, form=Form.BROKE, note="crooked"),
    ),
    entry(BENCH, done(60, 12, id="f")),
    id="second",
)


def about(exercise, *workouts, unit=Unit.KG):
    return lift_past(Past(History(workouts), load_catalog()), exercise, unit)


def told(found):
    return plain(tuple(line for line, _ in found.page)).splitlines()


def test_every_set_stands_in_its_session_newest_first():
    found = about(BENCH, FIRST, SECOND)
    assert [row.id for row in found.rows] == ["second", "first"]
    assert found.rows[0].sets == (
        ("◆85×6·F", "warn"),
        ("70×10·4", ""),
        ("120×3·F", "bad"),
        ("60×12", ""),
    )
    assert found.rows[1].sets[0] == ("40×8", "dim")


def test_the_best_of_a_rep_count_is_heavier_than_that_of_any_higher():
    lines = told(about(BENCH, FIRST, SECOND))
    bests = [line.split() for line in lines[1:5]]
    assert [(words[0], words[2]) for words in bests] == [
        ("6", "85"), ("8", "80"), ("10", "70"), ("12", "60"),
    ]  # fmt: skip


def test_how_close_every_working_set_came_is_counted():
    lines = told(about(BENCH, FIRST, SECOND))
    start = lines.index("How close the working sets came")
    counts = [line.split("▆")[0].split() for line in lines[start + 1 : start + 6]]
    assert [(" ".join(words[:-1]), words[-1]) for words in counts] == [
        ("to failure", "2"), ("0.5 or 1 left", "1"), ("1.5 or 2 left", "1"),
        ("more left", "1"), ("not rated", "1"),
    ]  # fmt: skip


def test_the_last_notes_come_newest_first():
    lines = told(about(BENCH, FIRST, SECOND))
    assert lines[-2:] == [
        "  Mon 2 Nov 2026  crooked",
        "  Sat 3 Oct 2026  pause at the chest",
    ]


def test_the_sentence_counts_sets_and_says_the_1rm():
    words = about(BENCH, FIRST, SECOND).sentence
    assert words.startswith("7 sets in 2 workouts since Sat 3 Oct 2026.")
    assert "Best estimated 1RM: " in words


@pytest.mark.parametrize(
    ("exercise", "log", "words"),
    [
        (BENCH, (), "Never done so far."),
        (PLANK, (workout(entry(PLANK, done(None, None, seconds=60))),),
         ("1 set in 1 workout since Mon 2 Nov 2026. Cannot tell, it takes 4 "
          "sessions and there is 1 so far. "
          "Best seconds held: 60 s on Mon 2 Nov 2026.")),
    ],
)  # fmt: skip
def test_a_lift_without_a_1rm_says_so(exercise, log, words):
    found = about(exercise, *log)
    assert found.sentence == words
    assert "  no set with reps and a load" in told(found)


def test_loads_are_shown_in_the_unit_of_the_lifter():
    text = "\n".join(told(about(BENCH, FIRST, unit=Unit.LB)))
    assert "176.37 lb" in text
    assert "kg" not in text
