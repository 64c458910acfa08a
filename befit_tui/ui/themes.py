"""The colour themes of the program; any of Textual's can be chosen instead."""

from textual.theme import Theme

# Greys and reds that stay so in a terminal of 256 colours: blue is soon too much there.
DARK = Theme(
    name="befit-dark",
    primary="#4ec9b0",
    secondary="#6cb6ff",
    accent="#4ec9b0",
    warning="#f0b050",
    error="#f07166",
    success="#8fce8f",
    foreground="#e7e9ec",
    background="#0f1218",
    surface="#151a22",
    panel="#20242b",
    dark=True,
    variables={"border-blurred": "#2f343e"},
)

LIGHT = Theme(
    name="befit-light",
    primary="#00796b",
    secondary="#0b62b8",
    accent="#00796b",
    warning="#a55a00",
    error="#b3261e",
    success="#2e7031",
    foreground="#1c2128",
    background="#fbfbf8",
    surface="#f2f3ee",
    panel="#e4e7e0",
    dark=False,
    variables={"border-blurred": "#c4cac2"},
)

CONTRAST = Theme(
    name="befit-contrast",
    primary="#5ff5ff",
    secondary="#a8d1ff",
    accent="#5ff5ff",
    warning="#ffd75f",
    error="#ffaaaa",
    success="#9dff9d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
    variables={"border-blurred": "#b0b0b0"},
)
"""For weak eyes and bright rooms: every text at 7:1 or more (WCAG 2.2, AAA)."""

OWN = (DARK, LIGHT, CONTRAST)
