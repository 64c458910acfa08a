"""Style codes that change nothing are not written; every character keeps its style."""

import re

from hypothesis import given
from hypothesis import strategies as st

from befit_tui.ui.style_codes import without_repeats

ENDED = {
    "39": ["38"],
    "49": ["48"],
    "22": "12",
    "23": "3",
    "24": "4",
    "25": "5",
    "27": "7",
    "29": "9",
}
TOKENS = re.compile(r"\x1b\[([\d;]*)m|(\x1b\[[\d;?]*[A-Zhl]|.)", re.DOTALL)
COLOURS = st.sampled_from(["38;2;1;2;3", "38;5;9", "31", "97", ""])
GROUNDS = st.sampled_from(["48;2;1;2;3", "48;2;4;5;6", "48;5;0", "40", "107", ""])
ATTRIBUTES = st.sampled_from(["", "1", "2", "7", "1;2", "1;3", "4;9", "21"])
STYLES = st.tuples(ATTRIBUTES, COLOURS, GROUNDS).map(
    lambda parts: ";".join(filter(None, parts))
)
TEXTS = st.sampled_from(["a", " ", "│ é", "\x1b[3;59H", "\r\n", "\x1b[?25l", "m[0m"])
RUNS = st.lists(st.tuples(STYLES, st.lists(TEXTS, max_size=3).map("".join)))


def as_rich_writes(runs) -> str:
    """Every run with all of its style before it and a reset behind it."""
    return "".join(
        f"\x1b[{style}m{text}\x1b[0m" if style else text for style, text in runs
    )


def follow(style: dict[str, str], numbers: list[str]) -> None:
    """What a terminal does with the numbers of one code sequence."""
    while numbers:
        number = numbers.pop(0)
        if number in ("38", "48"):
            taken = 4 if numbers[0] == "2" else 2
            style[number] = ";".join(numbers[:taken])
            del numbers[:taken]
        elif number == "0":
            style.clear()
        elif number in ENDED:
            for code in ENDED[number]:
                style.pop(code, None)
        elif int(number) >= 30:
            style["48" if int(number) // 10 in (4, 10) else "38"] = number
        else:
            style[number] = ""


def seen_of(text: str, style: dict[str, str]) -> dict[str, str]:
    """What is seen of a style: nothing by a move, of a blank no ink but lines."""
    if re.fullmatch(r"\x1b\[\d+;\d+H|\r|\n", text):
        return {}
    if text != " ":
        return dict(style)
    lines = {"4", "7", "9", "21"} & style.keys()
    shown = lines | {"48"} | ({"38"} if lines else set())
    return {code: value for code, value in style.items() if code in shown}


def seen(data: str) -> list[tuple[str, dict[str, str]]]:
    """Every character or other sequence with the codes in force, kind by kind."""
    found, style = [], {}
    for codes, other in re.findall(
        r"\x1b\[([\d;]*)m|(\x1b\[[^m]*?[A-Zhl]|.)", data, re.S
    ):
        if other:
            if re.fullmatch(r"\x1b\[\d+;\d+H", other):
                while found and found[-1][0][-1] in "H\r\n":
                    found.pop()  # a move that another one follows
            found.append((other, seen_of(other, style)))
            continue
        follow(style, (codes or "0").split(";"))
    found.append(("the end", dict(style)))
    return found


@given(RUNS)
def test_every_character_keeps_its_style_and_the_end_is_plain(runs):
    written = as_rich_writes(runs)
    short = without_repeats(written)
    assert seen(short) == seen(written)
    assert len(short) <= len(written)


def test_a_background_that_goes_on_is_said_once():
    runs = [("38;2;1;1;1;48;2;0;0;0", "Sat 7 "), ("1;38;2;2;2;2;48;2;0;0;0", "Pull A")]
    assert without_repeats(as_rich_writes(runs)) == (
        "\x1b[38;2;1;1;1;48;2;0;0;0mSat 7 \x1b[1;38;2;2;2;2mPull A\x1b[0m"
    )


def test_a_move_of_the_cursor_is_no_reason_to_change_the_style():
    runs = [("31", "a"), ("", "\x1b[2;1H"), ("31", "b")]
    assert without_repeats(as_rich_writes(runs)) == "\x1b[31ma\x1b[2;1Hb\x1b[0m"


def test_a_blank_needs_no_ink_and_a_move_that_is_passed_is_not_written():
    runs = [("31", "a"), ("32", "  "), ("", "\x1b[2;1H\r\n\x1b[3;1H"), ("32", "b")]
    assert without_repeats(as_rich_writes(runs)) == (
        "\x1b[31ma  \x1b[3;1H\x1b[32mb\x1b[0m"
    )
