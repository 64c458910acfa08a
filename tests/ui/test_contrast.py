"""Every text of the theme for weak eyes can be read; colour is never alone."""

import pytest
from textual.color import Color

from befit_tui.ui.themes import CONTRAST

AAA = 7.0
SHADES = (1.0, 0.7, 0.6)
"""How strong the foreground is drawn where something is said with it."""


def ratio(text, ground):
    light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    def linear(part):
        part /= 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "name", ["primary", "secondary", "accent", "warning", "error", "success"]
)
def test_the_inks_of_the_theme_stand_out_from_every_ground(name):
    for ground in ("background", "surface", "panel"):
        text = Color.parse(getattr(CONTRAST, name))
        assert ratio(text, Color.parse(getattr(CONTRAST, ground))) >= AAA


@pytest.mark.parametrize("shade", SHADES)
def test_what_is_dim_can_be_read_too(shade):
    ground = Color.parse(CONTRAST.panel)
    text = ground.blend(Color.parse(CONTRAST.foreground), shade)
    assert ratio(text, ground) >= AAA
