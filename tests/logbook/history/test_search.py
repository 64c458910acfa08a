"""What a filter finds: every condition, for one and the same set of one exercise."""

import unicodedata

import pytest
from builders import done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import FilterError
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Form, Phase
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.history.workout_list import Past

BENCH, SQUAT, CURL = "bench-press-barbell", "squat-barbell", "hammer-curl-dumbbell"
CATALOG = load_catalog()

EASY = workout(
    entry(BENCH, done(80, 8, left=3), done(80, 8, left=2, form=Form.INTACT)),
    entry(SQUAT, done(100, 5, left=0.5, end=End.STOPPED)),
    day=-40,
    name="Bench day",
    note="belt",
)
HARD = workout(
    entry(BENCH, done(80, 9, end=End.TECHNICAL, form=Form.BROKE, note="Elbow fine")),
    entry(CURL, done(14, 15, left=1), done(14, 12)),
    day=-2,
    name="Push A",
)
LIGHT = workout(
    entry(SQUAT, LoggedSet(id="lb", load=Load(225, Unit.LB), reps=5, left=5)),
    day=0,
    name="Legs",
    phase=Phase.STRENGTH,
)


def found(query, *workouts):
    log = Past(History(workouts or (EASY, HARD, LIGHT)), CATALOG)
    result = log.search(query)
    return [one.name for one in result.workouts], result.sets


@pytest.mark.parametrize(
    ("query", "names", "sets"),
    [
        ("left<1", ["Push A", "Bench day"], 2),
        ("bench left<1", ["Push A"], 1),
        ("squat left<1", ["Bench day"], 1),
        ("bench squat left<1", ["Bench day"], 1),
        ("left<=2 reps>=8", ["Push A", "Bench day"], 3),
        ("left:1", ["Push A"], 1),
        ("is:failure", ["Push A"], 1),
        ("form:broke", ["Push A"], 1),
        ("form:intact", ["Bench day"], 1),
        ("curl is:failure", [], 0),
        ("reps>=12", ["Push A"], 2),
        ("kg>=100", ["Legs", "Bench day"], 2),
        ("lb:225", ["Legs"], 1),
        ("kg>102 kg<102.1", ["Legs"], 1),
        ("is:pr", ["Legs"], 1),
        ("bench is:pr", [], 0),
        ("muscle:chest", ["Push A", "Bench day"], 3),
        ("muscle:quads left<1", ["Bench day"], 1),
        ("phase:strength", ["Legs"], 1),
        ("-phase:strength", ["Push A", "Bench day"], 6),
        ("-bench", ["Legs"], 1),
        ("not:belt", ["Legs", "Push A"], 4),
        ("-elbow bench", ["Bench day"], 2),
        ("-is:failure", ["Legs", "Bench day"], 4),
        ("bench -left<1", ["Bench day"], 2),
        ("-is:pr", ["Push A", "Bench day"], 6),
        ("-muscle:chest", ["Legs"], 1),
        ("elbow", ["Push A"], 1),
        ('"push a"', ["Push A"], 3),
        ('"a push"', [], 0),
        ("after:2026-11", ["Legs"], 1),
        ("before:2026-09", ["Bench day"], 3),
        ("on:2026-10", ["Push A"], 3),
        ("on:2025", [], 0),
        ("on:2026 squat", ["Legs", "Bench day"], 2),
        ("before:2026-11 after:2026-01 reps>8", ["Push A"], 3),
    ],
)  # fmt: skip
def test_a_filter_finds(query, names, sets):
    assert found(query) == (names, sets)


@pytest.mark.parametrize("typed", ["développé", "DÉVELOPPÉ", "name"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_a_letter_is_found_however_its_accent_is_written(typed, written, asked):
    name = unicodedata.normalize(written, "Développé name")
    log = Past(History([workout(name=name)]), CATALOG)
    result = log.search(unicodedata.normalize(asked, typed))
    assert len(result.workouts) == 1


def test_days_are_inclusive_at_both_ends():
    day = EASY.started_at.date().isoformat()
    for key in ("after", "before", "on"):
        assert "Bench day" in found(f"{key}:{day}")[0]


def test_a_line_that_cannot_be_read_finds_nothing_and_says_why():
    with pytest.raises(FilterError, match="After left comes a number"):
        found("bench left<")


def test_without_waiting_only_months_and_records_that_are_known_are_looked_through():
    log = Past(History((EASY, HARD, LIGHT)), CATALOG)
    assert log.search("", wait=False).workouts == (LIGHT, HARD, EASY)
    assert log.search("-zzz", wait=False).workouts == ()
    newest, *older = log.index.waiting(log.history)
    log.index.add(log.history, newest)
    assert log.search("-zzz", wait=False).workouts == (LIGHT,)
    for month in older:
        log.index.add(log.history, month)
    assert log.search("-zzz", wait=False).workouts == (LIGHT, HARD, EASY)
    assert not log.search("is:pr", wait=False).workouts
    for exercise in log.unread_lifts():
        log.records_of(exercise)
    assert log.search("is:pr").workouts == (LIGHT,)


def test_a_change_indexes_its_month_alone_and_forgets_its_lifts_alone():
    log = Past(History((EASY, HARD, LIGHT)), CATALOG)
    log.search("is:pr")
    changed = workout(entry(CURL, done(14, 20)), day=-2, id=HARD.id, name="Push A")
    after = log.renewed(log.history.including(changed), CATALOG)
    assert after.index.waiting(after.history) == (HARD.month,)
    assert set(after.unread_lifts()) == {BENCH, CURL}
    assert [one.name for one in after.search("is:pr").workouts] == ["Legs"]
    assert after.search("reps>=20").workouts == (changed,)
