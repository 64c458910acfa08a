import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from befit_tui.ui.widgets.text import clean, fit, fit_clauses, padded


def test_clean_keeps_what_people_write():
    for text in (
        "Bench [bold]",
        "Kniebeuge ü",
        "深蹲 x5",
        "💪 PR 🇩🇪",
        "क्\u200dष",
        "$(rm -rf)",
        "'=1+1",
    ):
        assert clean(text) == text


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("\U0001f3cb\ufe0f day", "\U0001f3cb day"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\U0001f469\U0001f467",
        ),
        ("\U0001f3cb\U0001f3fd\u200d\u2640\ufe0f", "\U0001f3cb\u2640"),
        ("1\ufe0f\u20e3", "1"),
    ],
)
def test_an_emoji_is_drawn_in_as_many_cells_as_every_terminal_gives_it(written, drawn):
    assert clean(written) == drawn


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (99, "Readiness 16 of 25, usual 18.4: low for you."),
        (43, "Readiness 16 of 25, usual 18.4."),
        (30, "Readiness 16 of 25."),
        (12, "Readiness 1…"),
    ],
)
def test_a_sentence_ends_with_a_clause_that_fits(width, words):
    said = "Readiness 16 of 25, usual 18.4: low for you."
    assert fit_clauses(said, width) == words


def test_clean_takes_the_teeth_out_of_escape_sequences():
    assert clean("\x1b[31mred\x1b[0m") == "[31mred[0m"
    assert clean("a\x9b2Jb\x07\x7f\x00") == "a2Jb"


def test_clean_puts_everything_on_one_line():
    assert clean("elbow\nfine\ttoday\u2028ok") == "elbow fine today ok"
    # A terminal ends the lines of what is pasted as its enter key does.
    assert clean("elbow\rfine\r\ntoday") == "elbow fine today"


def test_clean_drops_direction_overrides_and_half_surrogates():
    assert clean("a\u202eb\u2066c") == "abc"
    assert clean("a\ud800b") == "a\ufffdb"


@given(st.text())
@settings(max_examples=80)
def test_clean_text_holds_no_controls_and_is_stable(text):
    cleaned = clean(text)
    assert not [c for c in cleaned if ord(c) < 32 or 0x7F <= ord(c) < 0xA0]
    assert clean(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned


def test_fit_cuts_by_cells():
    assert fit("Bench Press", 11) == "Bench Press"
    assert fit("Bench Press", 7) == "Bench…"
    assert fit("深蹲深蹲", 5) == "深蹲…"
    assert fit("Bench", 1) == "…"
    assert fit("Bench", 0) == ""


@given(st.text(), st.integers(0, 20))
@settings(max_examples=80)
def test_fitted_text_never_exceeds_its_cells(text, width):
    assert cell_len(fit(clean(text), width)) <= width


@given(st.text(), st.integers(0, 40))
def test_a_padded_text_has_its_cells_whatever_the_width_of_its_letters(text, width):
    assert cell_len(padded(clean(text), width)) == width
