"""No meaning by colour alone: where colour judges, a word or a sign says the same."""

from datetime import timedelta

from builders import MONDAY, demo_year
from textual.filter import Monochrome
from ui.rig import befit

from befit_tui.demo import demo_open_workout
from befit_tui.domain.signs import AS_MEANT, BROKE, CARE, MEANINGS, RECORD, STOP

NOW = MONDAY + timedelta(days=21, minutes=42)
SHAPES = " ▌▐█▟▙▜▛▀▄━▆"
"""Edges, large digits and bars: the words beside them say what they are."""
ANSWERED = ("the check-in", "success")
"""That a question is answered, whatever the answer: it stands there."""
JUDGING = ("error", "warning", "success")
INK_OF = {
    CARE: "warning", RECORD: "warning", STOP: "error", BROKE: "error",
    AS_MEANT: "success",
}  # fmt: skip
"""The colour of a sign that judges: another colour would be a second meaning."""
SCREENS = {
    "the workout": ("W",),
    "a failure": ("down", "down", "f"),
    "the question": ("down", "enter"),
    "a set going on": ("escape", *["space"] * 9),
    "large figures": ("escape", "z"),
    "targets": ("escape", "t"),
    "a lift is chosen": ("escape", "a"),
    "the check-in": ("escape", "c", "1", "5"),
    "the end": ("escape", "x"),
    "the history": ("escape", "H"),
    "a lift of the past": ("v",),
    "strength": ("escape", "T", "s"),
    "effort": ("e",),
    "volume": ("v",),
    "fatigue": ("f",),
    "the calendar": ("c",),
    "the weight": ("w",),
    "routines": ("W", "R"),
    "settings": ("escape", "S"),
    "keys": ("escape", "question_mark"),
}
"""The keys that lead from each screen to the next one."""


def judged(app):
    """What stands in a colour that judges: the row, the colour, the text."""
    variables = app.get_css_variables()
    inks = {variables[f"text-{name}"].lower(): name for name in JUDGING}
    inks |= {getattr(app.current_theme, name): name for name in JUDGING}
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        ink, said = None, ""
        for segment in (*strip, None):
            color = segment and segment.style and segment.style.color
            now = color.triplet.hex if color and color.triplet else None
            if segment is None or now != ink:
                if ink in inks and (text := "".join(said.split()).strip(SHAPES)):
                    yield row, inks[ink], text
                ink, said = now, ""
            said += segment.text if segment else ""


def speaks(text):
    """Whether a text says something without its colour."""
    return any(map(str.isalpha, text)) or bool(set(text) & set(MEANINGS))


async def test_what_colour_judges_a_sign_or_word_says_too_and_no_sign_in_two_colours(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")

    async with befit(tmp_path, demo_year(NOW.date())[-12:], now=NOW) as rig:
        rig.logbook.keep(demo_open_workout(NOW), "start")
        # Signs stand as without colour, but the colours are left in to be seen.
        rig.app._filters = [
            one for one in rig.app._filters if not isinstance(one, Monochrome)
        ]
        await rig.press("H")
        silent, strange, seen = [], [], set()
        for screen, keys in SCREENS.items():
            await rig.press(*keys)
            if len(rig.app.screen_stack) == 1:
                await rig.settle()
            for row, ink, text in judged(rig.app):
                seen.add(ink)
                if not speaks(text) and (screen, ink) != ANSWERED:
                    silent.append((screen, row, ink, text))
                if any(INK_OF.get(sign, ink) != ink for sign in text):
                    strange.append((screen, row, ink, text))
        assert seen == set(JUDGING)
        assert silent == []
        assert strange == []
