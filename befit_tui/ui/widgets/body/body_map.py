"""A body, front and back: muscles shaded by how they stand, with their counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.reactive import reactive

from befit_tui.domain.value import Value
from befit_tui.ui.widgets.body.figure import (
    AIR,
    FLESH,
    MUSCLES,
    Body,
    Figure,
    bodies,
    body_for,
)
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.grid import Cell
from befit_tui.ui.widgets.charts.plot import Plot, Standing
from befit_tui.ui.widgets.charts.raster import DOT_GRIDS, GlyphSet

_QUARTERS = DOT_GRIDS[GlyphSet.BLOCK].glyphs
_CAPTION = 2
"""Rows below a figure that name its side, where there is room for them."""


class Part(NamedTuple):
    """A muscle by the name of the catalogue, how it stands, what is written on it."""

    muscle: str
    standing: Standing
    text: str


class Muscles(Value, frozen=True):
    """The parts of a body, and the muscle that is ``chosen`` in a list beside it."""

    parts: tuple[Part, ...] = ()
    chosen: str = ""
    start: int = 0

    @property
    def stops(self) -> tuple[Part, ...]:
        """The parts, none of which the cursor of the body goes to."""
        return self.parts


class BodyPlot(Plot):
    """Both sides of a body in at least 41 x 18 cells, in the middle of its room.

    A count stands on the right half of a muscle, a sign on its left. The muscle that is
    chosen is lighter. It has no cursor.
    """

    data: Muscles

    def _fill(self, _cursor: int) -> None:
        width, height = self.grid.width, self.grid.height
        self._parts = {part.muscle: part for part in self.data.parts}
        body = body_for(width, height)
        if body is not None:
            self._draw(body, (width - body.width) // 2)

    def _draw(self, body: Body, left: int) -> None:
        spare = self.grid.height - body.front.height
        top = max(spare - _CAPTION, 0) // 2
        sides = (("front", body.front, left),
                 ("back", body.back, left + body.front.width + 1))  # fmt: skip
        for word, figure, x in sides:
            self._draw_figure(figure, x, top)
            if spare >= _CAPTION:
                middle = x + (figure.width - len(word)) // 2
                self.grid.put(middle, top + figure.height + 1, word, "label")

    def _draw_figure(self, figure: Figure, left: int, top: int) -> None:
        cells: dict[str, Cell] = {}  # a figure is made of few different ones
        for place in figure.places:
            quarters = figure.quarters(place)
            if quarters not in cells:
                cells[quarters] = self._cell(quarters)
            self.grid.fill(left + place.x, top + place.y, cells[quarters])
        for letter, muscle in MUSCLES.items():
            part = self._parts.get(muscle)
            if part is None:
                continue
            for text, right in ((part.text, True), (_sign(part.standing), False)):
                spot = figure.room(letter, len(text), right=right) if text else None
                if spot is not None:
                    x, y = left + spot.x, top + spot.y
                    self._write(x, y, text, self._role(letter))

    def _write(self, x: int, y: int, text: str, role: str) -> None:
        if self.look.coloured:
            self.grid.put(x, y, text, f"on-{role}", role)
        else:
            self.grid.put(x, y, text, "strong")

    def _role(self, letter: str) -> str:
        """What colours a letter; nothing outside of the body."""
        if letter == AIR:
            return ""
        part = self._parts.get(MUSCLES.get(letter, ""))
        if letter == FLESH or part is None:
            return "flesh"
        here = "-here" if part.muscle == self.data.chosen else ""
        return f"{part.standing.role}{here}"

    def _cell(self, quarters: str) -> Cell:
        if not self.look.coloured:
            return self._filled(quarters)
        roles = _two(tuple(map(self._role, quarters)))
        ground, *others = sorted(set(roles), key=lambda role: (role != "", role))
        if not others:
            return Cell(" ", "", ground)
        (ink,) = others
        bits = sum(1 << place for place, role in enumerate(roles) if role == ink)
        return Cell(_QUARTERS[bits], ink, ground)

    def _filled(self, quarters: str) -> Cell:
        """A cell of one filling, that of most of its quarters."""
        counts = Counter(quarters)
        letter = max(counts, key=lambda one: (counts[one], one in MUSCLES, one))
        part = self._parts.get(MUSCLES.get(letter, ""))
        if letter == AIR:
            return Cell()
        if part is None:
            return Cell("·", "label")
        ink = "strong" if part.muscle == self.data.chosen else "label"
        return Cell(part.standing.filling, ink)

    def readings(self, index: int) -> list[str]:
        """How a muscle stands."""
        part = list(self._parts.values())[index]
        return [f"{part.muscle}: {part.text}, {part.standing}"]


class BodyMap(Chart):
    """Muscles by how they stand; with ASCII charts the list beside it is all."""

    PLOT = BodyPlot
    LEAST_SIZE = (bodies()[-1].width, bodies()[-1].front.height)
    # Below is no warning: early in a week the whole body would be one.
    ROLES: ClassVar[Mapping[str, str]] = {
        "flesh": "color: $foreground 14%",
        "on-flesh": "color: $foreground",
        "below": "color: $secondary 45%",
        "below-here": "color: $secondary 90%",
        "inside": "color: $primary 65%",
        "inside-here": "color: $primary",
        "above": "color: $warning 65%",
        "above-here": "color: $warning",
        "on-below": "color: auto 95%; background: $secondary 45%",
        "on-below-here": "color: auto 95%; background: $secondary 90%",
        "on-inside": "color: auto 95%; background: $primary 65%",
        "on-inside-here": "color: auto 95%; background: $primary",
        "on-above": "color: auto 95%; background: $warning 65%",
        "on-above-here": "color: auto 95%; background: $warning",
    }

    data: reactive[Muscles] = reactive(Muscles(), repaint=False)


def _sign(stands: Standing) -> str:
    """What marks a muscle: nothing where all is as it should be."""
    if stands is Standing.INSIDE:
        return ""
    return stands.sign.strip()


def _two(roles: Sequence[str]) -> tuple[str, ...]:
    """The roles of four quarters with at most two different ones.

    A cell has two colours; what has the fewest quarters goes to its neighbour in it.
    """
    counts = Counter(roles)
    if len(counts) < 3:
        return tuple(roles)
    # By name where two have as many, so that both halves of a body look alike.
    kept = sorted(counts, key=lambda role: (-counts[role], role == "", role))[:2]
    return tuple(_nearest(roles, kept))


def _nearest(roles: Sequence[str], kept: Sequence[str]) -> Iterator[str]:
    for place, role in enumerate(roles):
        beside, across = roles[place ^ 1], roles[place ^ 2]
        candidates = (role, beside, across, kept[0])
        yield next(one for one in candidates if one in kept)
