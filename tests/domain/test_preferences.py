import pytest
from builders import kg
from lifts import BENCH

from befit_tui.domain.errors import DocumentError, EntryError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.preferences import (
    FIELDS,
    change_of,
    changed,
    preference_words,
    with_preference,
)
from befit_tui.domain.value import replace


@pytest.mark.parametrize(
    ("field", "typed", "kept", "words"),
    [
        ("unit", "lb", ("unit", Unit.LB), "lb"),
        ("unit", "", ("unit", None), ""),
        ("increment", "1.25", ("increment_kg", 1.25), "1.25kg"),
        ("increment", "2,5 kg", ("increment_kg", 2.5), "2.5kg"),
        # Gyms that count in pounds step 5 lb where others step 2.5 kg.
        ("increment", "5lb", ("increment_kg", 2.5), "2.5kg"),
        ("rest", "180", ("rest_s", 180), "3:00"),
        ("rest", "2:30", ("rest_s", 150), "2:30"),
        ("rest", "45 s", ("rest_s", 45), "45"),
        ("bar", "20", ("bar", kg(20)), "20kg"),
        ("bar", "45lb", ("bar", Load(45, Unit.LB)), "45lb"),
        ("bar", "", ("bar", None), ""),
        ("note", " belt hole 4 ", ("note", "belt hole 4"), "belt hole 4"),
    ],
)
def test_a_preference_is_read_kept_and_said_again(field, typed, kept, words):
    exercise = with_preference(BENCH, field, typed, Unit.KG)
    name, value = kept
    assert getattr(exercise, name) == value
    assert preference_words(exercise, field, Unit.KG) == words
    again = with_preference(exercise, field, words, Unit.KG)
    assert again == exercise


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("unit", "stone", "The unit is kg or lb"),
        ("increment", "", "as in 2.5kg"),
        ("rest", "long", "A rest is up to an hour"),
        ("rest", "2:00:00", "A rest is up to an hour"),
        ("bar", "heavy", "as in 20kg"),
    ],
)
def test_what_is_none_is_refused_with_a_sentence(field, typed, sentence):
    with pytest.raises(EntryError, match=sentence):
        with_preference(BENCH, field, typed, Unit.KG)


def test_a_change_holds_the_preferences_and_nothing_else():
    wanted = BENCH
    typed_ones = ("Bench", "lb", "2.5lb", "3:00", "45lb", "belt  2", "week", "yes")
    for field, typed in zip(FIELDS, typed_ones, strict=True):
        wanted = with_preference(wanted, field, typed, Unit.KG)
    change = change_of(wanted)
    wanted = replace(wanted, aliases=(BENCH.name, *BENCH.aliases))
    assert changed(BENCH, change) == wanted
    assert changed(BENCH, change | {"load": "duration", "primary": ["lats"]}) == wanted


def test_a_lift_that_is_called_otherwise_keeps_its_old_name_too():
    renamed = changed(BENCH, change_of(BENCH) | {"name": "Bankdrücken"})
    assert (renamed.name, renamed.aliases[0]) == ("Bankdrücken", BENCH.name)
    assert changed(BENCH, change_of(renamed)) == renamed


def test_a_hidden_lift_stays_hidden_when_its_rest_is_changed():
    hidden = changed(BENCH, change_of(BENCH) | {"hidden": True})
    slower = with_preference(hidden, "rest", "4:00", Unit.KG)
    assert changed(BENCH, change_of(slower)).hidden


def test_a_change_that_cannot_be_read_says_so():
    with pytest.raises(DocumentError):
        changed(BENCH, {"id": BENCH.id, "unit": "stone"})
