"""A body, front and back: muscles in the shade they are given, with their counts.

Its figures are the letters of ``figure.txt``, four of them to a cell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.reactive import reactive

from befit_tui.domain.value import Value
from befit_tui.logbook.trends.volume import Side
from befit_tui.ui.widgets.charts.chart import SIGNS, Chart, Plot
from befit_tui.ui.widgets.charts.grid import DOT_GRIDS, Cell, GlyphSet

_QUARTERS = DOT_GRIDS[GlyphSet.BLOCK].glyphs
FILLINGS = {Side.BELOW: "░", Side.INSIDE: "▒", Side.ABOVE: "█"}
"""What a muscle is filled with where there is no colour."""
_CAPTION = 2
"""Rows below a figure that name its side, where there is room for them."""

AIR, FLESH = "_", "."
"""Outside of the body, and body without a muscle that has a letter."""
MUSCLES: Mapping[str, str] = {
    "a": "abs",
    "o": "obliques",
    "c": "chest",
    "f": "front-delts",
    "s": "side-delts",
    "r": "rear-delts",
    "b": "biceps",
    "t": "triceps",
    "w": "forearms",
    "z": "traps",
    "u": "upper-back",
    "l": "lats",
    "k": "lower-back",
    "g": "glutes",
    "q": "quads",
    "h": "hamstrings",
    "d": "adductors",
    "x": "abductors",
    "v": "calves",
}
"""The muscles of the catalogue by their letters."""


class Place(NamedTuple):
    """A cell of a figure, counted from its left upper corner."""

    x: int
    y: int


class Figure:
    """One side of a body; its letters are read from the left upper corner."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        self.rows = rows
        self.width, self.height = len(rows[0]) // 2, len(rows) // 2
        self.places = tuple(
            Place(x, y) for y in range(self.height) for x in range(self.width)
        )
        self._own: dict[str, set[Place]] = {letter: set() for letter in MUSCLES}
        for place in self.places:
            quarters = self.quarters(place)
            for letter in set(quarters) & MUSCLES.keys():
                if quarters.count(letter) > 2:
                    self._own[letter].add(place)

    def quarters(self, place: Place) -> str:
        """The letters of a cell: above left, above right, below left, below right."""
        x, y = 2 * place.x, 2 * place.y
        return self.rows[y][x : x + 2] + self.rows[y + 1][x : x + 2]

    def room(self, letter: str, cells: int, *, right: bool) -> Place | None:
        """Where a text of so many cells stands best on a muscle, on one half.

        All of its cells belong to the muscle for the most part; of such places the one
        nearest to the muscle's middle. None where the muscle is too small for it.
        """
        half = range(self.width // 2, self.width) if right else range(self.width // 2)
        own = {place for place in self._own[letter] if place.x in half}
        starts = [
            place
            for place in sorted(own)
            if all(Place(place.x + step, place.y) in own for step in range(cells))
        ]
        if not starts:
            return None
        across = sum(place.x for place in own) / len(own) - (cells - 1) / 2
        down = sum(place.y for place in own) / len(own)
        # A cell is twice as high as it is wide.
        return min(starts, key=lambda one: abs(one.x - across) + 2 * abs(one.y - down))


class Body(NamedTuple):
    """Both sides of a body in one size."""

    front: Figure
    back: Figure

    @property
    def width(self) -> int:
        """Cells of both beside each other, with one between."""
        return self.front.width + 1 + self.back.width


@cache
def bodies() -> tuple[Body, ...]:
    """The body in every size, the largest first."""
    text = (Path(__file__).parent / "figure.txt").read_text(encoding="ascii")
    blocks: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            rows = blocks[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            rows.append(line)
    figures = {name: Figure(tuple(found)) for name, found in blocks.items()}
    return tuple(
        Body(figures[f"{size} front"], figures[f"{size} back"])
        for size in ("large", "small")
    )


def body_for(width: int, height: int) -> Body | None:
    """The largest body that fits; None where not even the smallest does."""
    return next(
        (one for one in bodies() if one.width <= width and one.front.height <= height),
        None,
    )


class Part(NamedTuple):
    """A muscle by the name of the catalogue, how it stands, what is written on it."""

    muscle: str
    side: Side
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
            # Nothing marks a muscle where all is as it should be.
            sign = "" if part.side is Side.INSIDE else SIGNS[part.side]
            for text, right in ((part.text, True), (sign, False)):
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
        return f"{part.side}{here}"

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
        return Cell(FILLINGS[part.side], ink)


class BodyMap(Chart):
    """Muscles by how they stand; with ASCII charts the list beside it is all."""

    PLOT = BodyPlot
    LEAST_SIZE = (bodies()[-1].width, bodies()[-1].front.height)
    # Below is no warning: early in a week the whole body would be one.
    ROLES: ClassVar[Mapping[str, str]] = {
        **Chart.ROLES,
        "flesh": "$foreground 14%",
        "on-flesh": "$foreground",
        "below": "$secondary 45%",
        "below-here": "$secondary 90%",
        "inside": "$primary 65%",
        "inside-here": "$primary",
        "above": "$warning 65%",
        "above-here": "$warning",
        "on-below": "auto 95% on $secondary 45%",
        "on-below-here": "auto 95% on $secondary 90%",
        "on-inside": "auto 95% on $primary 65%",
        "on-inside-here": "auto 95% on $primary",
        "on-above": "auto 95% on $warning 65%",
        "on-above-here": "auto 95% on $warning",
    }

    data: reactive[Muscles] = reactive(Muscles(), repaint=False)


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
