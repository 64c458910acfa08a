"""The digit that answered "reps left?" though it was the first of the next line."""

import pytest
from builders import done

from befit_tui.logbook.workout.stray_digit import StrayDigit

SHOWN = done(50, 5)


def read(text):
    """The set that ``LOADxREPS`` means, with what the row shows where that is short."""
    load, x, reps = text.rpartition("x")
    try:
        return done(float(load) if x else 50, int(reps))
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("digit", "rest", "whole"),
    [
        ("5", "2.5x5", "52.5x5"),  # 2.5 kg is nothing beside 50
        ("5", "0x5", "50x5"),  # the load that the row has
        ("1", "2", ""),  # 12 reps are as far from 5 as 2 are
        ("5", "55x5", ""),  # 55 is a load of its own, 555 is none
        ("5", "60x5", ""),
        ("5", "bananas", ""),
        ("", "2.5x5", ""),  # another key than a digit came before
    ],
)
def test_a_line_lacks_its_first_digit_where_the_row_shows_what_is_like_the_whole(
    digit, rest, whole
):
    stray = StrayDigit()
    stray.press(digit, "5 left")
    stray.press("", "")  # the first key of the line
    assert stray.whole(rest, read, SHOWN) == whole


def test_a_digit_is_no_stray_once_another_key_has_come():
    stray = StrayDigit()
    stray.press("5", "5 left")
    stray.press("", "")
    assert stray.words == "5 before it was taken as 5 left"
    stray.press("", "")
    assert stray.whole("2.5x5", read, SHOWN) == ""


def test_what_was_offered_is_taken_back_once():
    stray = StrayDigit()
    stray.press("5", "5 left")
    stray.press("", "")
    stray.offered = stray.whole("2.5x5", read, SHOWN)
    assert stray.take_back() == "52.5x5"
    assert stray.take_back() == ""
    assert stray.whole("2.5x5", read, SHOWN) == ""
