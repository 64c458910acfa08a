"""The drawing of a body: muscles shaded by how they stand, with their counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from befit_tui.ui.widgets.body.figure import (
    AIR,
    FLESH,
    MUSCLES,
    Body,
    Figure,
    body_for,
)
from befit_tui.ui.widgets.charts.grid import Cell, Grid, Mark
from befit_tui.ui.widgets.charts.raster import DOT_GRIDS, GlyphSet
from befit_tui.ui.widgets.charts.signs import SIGNS
from befit_tui.ui.widgets.charts.standing import Standing

_QUARTERS = DOT_GRIDS[GlyphSet.BLOCK].glyphs
_CAPTION = 2
"""Rows below a figure that name its side, where there is room for them."""


class Part(NamedTuple):
    """A muscle by the name of the catalogue, how it stands, what is written on it."""

    muscle: str
    standing: Standing
    text: str


class BodyPlot:
    """Both sides of a body in at least 41 x 18 cells, in the middle of its room.

    A count stands on the right half of a muscle, a sign on its left. A muscle that is
    ``chosen`` is lighter.
    """

    def __init__(
        self,
        parts: Iterable[Part],
        width: int,
        height: int,
        chosen: str,
        *,
        coloured: bool,
    ) -> None:
        self.grid = Grid(width, height)
        self._parts = {part.muscle: part for part in parts}
        self._chosen = chosen
        self._coloured = coloured
        body = body_for(width, height)
        if body is not None:
            self._draw(body, (width - body.width) // 2)

    def _draw(self, body: Body, left: int) -> None:
        spare = self.grid.height - body.front.height
        top = min(max(spare - _CAPTION, 0) // 2, 2)
        sides = (("front", body.front, left),
                 ("back", body.back, left + body.front.width + 1))  # fmt: skip
        for word, figure, x in sides:
            self._draw_figure(figure, x, top)
            if spare >= _CAPTION:
                middle = x + (figure.width - len(word)) // 2
                self.grid.put(middle, top + figure.height + 1, word, "label")

    def _draw_figure(self, figure: Figure, left: int, top: int) -> None:
        for place in figure.places:
            cell = self._cell(figure.quarters(place))
            self.grid.put(left + place.x, top + place.y, *cell)
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
        if self._coloured:
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
        here = "-here" if part.muscle == self._chosen else ""
        return f"{part.standing.role}{here}"

    def _cell(self, quarters: str) -> Cell:
        if not self._coloured:
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
        ink = "strong" if part.muscle == self._chosen else "label"
        return Cell(part.standing.filling, ink)

    def holds(self, index: int) -> bool:
        """Everything is in sight."""
        return True

    def marks(self, index: int) -> list[Mark]:
        """Nothing lies over a body: the chosen muscle is drawn lighter."""
        return []

    def readings(self, index: int) -> list[str]:
        """How a muscle stands."""
        part = list(self._parts.values())[index]
        return [f"{part.muscle}: {part.text}, {part.standing}"]


def _sign(stands: Standing) -> str:
    """What marks a muscle: nothing where all is as it should be."""
    if stands is Standing.INSIDE:
        return ""
    return stands.sign(SIGNS[GlyphSet.BLOCK]).strip()


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
