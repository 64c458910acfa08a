"""The glyphs around the data of a chart, with a plain set for old terminals."""

from befit_tui.domain.value import Value
from befit_tui.ui.widgets.charts.raster import GlyphSet


class Signs(Value, frozen=True):
    """One glyph of one cell for every part of a chart."""

    record: str = "◆"
    here: str = "◉"
    under: str = "↑"
    beside: str = "▸"
    rule: str = "┈"
    side: str = "│"
    side_tick: str = "┤"
    corner: str = "└"
    floor: str = "─"
    floor_tick: str = "┬"
    span: str = "━"
    band: str = "▚"
    target: str = "·"
    bound: str = "╌"
    full: str = "█"
    edge: str = "┊"
    earlier: str = "‹"
    later: str = "›"
    above: str = "▴"
    more: str = "▾"
    below_band: str = "▼"
    in_band: str = "✓"
    over_band: str = "▲"
    weighed: str = "∙"
    rest_day: str = "·"
    training_day: str = "▮"
    rest_here: str = "◇"
    training_here: str = "◉"


_ASCII = Signs(
    record="#",
    here="O",
    under="^",
    beside=">",
    rule=".",
    side="|",
    side_tick="+",
    corner="+",
    floor="-",
    floor_tick="+",
    span="=",
    band=":",
    target=".",
    bound="-",
    full="#",
    edge=":",
    earlier="<",
    later=">",
    above="^",
    more="v",
    below_band="<",
    in_band="=",
    over_band=">",
    weighed="o",
    rest_day=".",
    training_day="#",
    rest_here="O",
    training_here="@",
)
SIGNS = {
    GlyphSet.BRAILLE: Signs(band="⢕"),
    GlyphSet.BLOCK: Signs(),
    GlyphSet.ASCII: _ASCII,
}
