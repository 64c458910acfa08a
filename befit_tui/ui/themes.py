"""The colour themes of the program; any of Textual's can be chosen instead."""

from typing import Any

from textual.theme import Theme

_COLOURS: dict[str, Any] = {
    "primary": ("#4ec9b0", "#00796b", "#5ff5ff"),
    "secondary": ("#6cb6ff", "#0b62b8", "#a8d1ff"),
    "accent": ("#4ec9b0", "#00796b", "#5ff5ff"),
    "warning": ("#f0b050", "#a55a00", "#ffd75f"),
    "error": ("#f07166", "#b3261e", "#ffaaaa"),
    "success": ("#8fce8f", "#2e7031", "#9dff9d"),
    "foreground": ("#e7e9ec", "#1c2128", "#ffffff"),
    "background": ("#0f1218", "#fbfbf8", "#000000"),
    "surface": ("#151a22", "#f2f3ee", "#000000"),
    "panel": ("#20242b", "#e4e7e0", "#101010"),
}
"""The colour of each role in the dark theme, the light one, and the one for weak eyes
and bright rooms: there every text stands at 7:1 or more (WCAG 2.2, AAA). The greys and
the red of the dark one stay so in 256 colours, where a little more blue is navy."""
_BORDERS = ("#2f343e", "#c4cac2", "#b0b0b0")
"""Those of what has not the keys."""

OWN = tuple(
    Theme(
        name=f"befit-{name}",
        dark=name != "light",
        variables={"border-blurred": _BORDERS[place]},
        **{role: colours[place] for role, colours in _COLOURS.items()},
    )
    for place, name in enumerate(("dark", "light", "contrast"))
)
DARK, LIGHT, CONTRAST = OWN
