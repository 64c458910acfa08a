"""The figure of a body: the letters of ``figure.txt``, four of them to a cell."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
