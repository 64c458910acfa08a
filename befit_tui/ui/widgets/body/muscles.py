"""Muscles as bars in a list, and as the parts of a body; both beside each other."""

from collections.abc import Iterable, Mapping

from textual.app import ComposeResult

from befit_tui.domain.load import Unit, from_kg
from befit_tui.logbook.muscles import name_of
from befit_tui.logbook.trends.recovery import Recovery, Rest
from befit_tui.logbook.trends.volume import Band, Side, side
from befit_tui.ui.widgets.body.body_map import BodyMap, Muscles, Part
from befit_tui.ui.widgets.charts.bars import Bar, Bars, HBars, Heads
from befit_tui.ui.widgets.charts.grid import GlyphSet
from befit_tui.ui.widgets.containers import Row

SETS = Heads("muscle", "sets", "last")
WEEK, SEVEN_DAYS = Heads("this week", "sets"), Heads("7 days", "sets")
RESTS = Heads("muscle", "", "last")
GROUPS = {
    Side.BELOW: "below the range",
    Side.ABOVE: "above the range",
    Side.INSIDE: "inside the range",
}
"""In the order of the list: what lacks something first."""
RESTING = {
    Rest.SHORT: (Side.ABOVE, "still rest from sets to failure"),
    Rest.LONG: (Side.BELOW, "no set of their own for over a week"),
    Rest.READY: (Side.INSIDE, "ready"),
}


def set_bars(
    sets: Mapping[str, float],
    band: Band,
    recovery: Iterable[Recovery],
    *,
    running: bool,
) -> dict[str, Bar]:
    """The sets of every muscle against the range, what is furthest below it first.

    At the end of each line stands how long ago the last hard set was. A week that is
    ``running`` has lacked nothing yet.
    """
    ago = {one.muscle: one.ago for one in recovery if one.ended is not None}
    never = "–" if ago else ""
    places = list(GROUPS)
    groups = GROUPS | ({Side.BELOW: "not yet in the range"} if running else {})
    found = {
        muscle: Bar(
            name_of(muscle),
            value,
            band,
            ago.get(muscle, never),
            groups[side(value, band)],
        )
        for muscle, value in sets.items()
    }

    def place(muscle: str) -> tuple[int, float]:
        bar = found[muscle]
        below = bar.side is Side.BELOW
        return places.index(bar.side), bar.value if below else -bar.value

    return {muscle: found[muscle] for muscle in sorted(found, key=place)}


def moved_bars(moved: Mapping[str, float], unit: Unit) -> dict[str, Bar]:
    """What every muscle moved, the one with the most first."""
    ordered = sorted(moved, key=lambda muscle: -moved[muscle])
    return {
        muscle: Bar(name_of(muscle), from_kg(moved[muscle], unit)) for muscle in ordered
    }


def rest_bars(recovery: Iterable[Recovery]) -> dict[str, Bar]:
    """How long ago every muscle was trained, and in words whether it still rests."""
    return {
        one.muscle: Bar(
            name_of(one.muscle),
            0,
            tail=one.ago,
            group=RESTING[one.rest][1],
            words=(one.words, one.rest),
            told=RESTING[one.rest][0],
        )
        for one in recovery
    }


def set_parts(sets: Mapping[str, float], band: Band) -> tuple[Part, ...]:
    """The sets of every muscle on the body."""
    return tuple(
        Part(muscle, side(value, band), halves(value)) for muscle, value in sets.items()
    )


def rest_parts(recovery: Iterable[Recovery]) -> tuple[Part, ...]:
    """How long ago every muscle was trained, on the body: ``38h`` or ``5``."""
    return tuple(
        Part(one.muscle, RESTING[one.rest][0], one.ago.replace(" ", "").rstrip("d"))
        for one in recovery
    )


def halves(value: float) -> str:
    """Sets in few cells: ``12``, ``4½``; the mean of weeks to the nearest half."""
    whole, half = divmod(round(value * 2), 2)
    return f"{whole or ''}½" if half else str(whole)


_NOTHING = "No hard set of any muscle."


class MuscleMap(Row):
    """A body and the muscles as bars; nothing in it is chosen.

    Where there is no room for a body, and with ASCII charts, the list is all.
    """

    DEFAULT_CSS = """
    MuscleMap { height: 27; margin-top: 1; }
    MuscleMap BodyMap { width: 63; height: 1fr; padding-right: 2; }
    MuscleMap HBars { width: 1fr; height: 1fr; }
    MuscleMap.-small { height: 21; }
    MuscleMap.-small BodyMap { width: 42; padding-right: 1; }
    MuscleMap.-bodiless BodyMap { display: none; }
    """
    LARGE, SMALL = 100, 70
    """Columns from which the body is drawn large, or at all."""

    def __init__(
        self, sets: Mapping[str, float], band: Band, heads: Heads = WEEK
    ) -> None:
        super().__init__()
        self._heads = heads
        self._sets = sets
        self._band = band

    def compose(self) -> ComposeResult:
        """The body and the list."""
        body, muscles = BodyMap(empty=_NOTHING), HBars(empty=_NOTHING)
        body.data = Muscles(set_parts(self._sets, self._band))
        bars = tuple(set_bars(self._sets, self._band, (), running=True).values())
        muscles.data = Bars(bars, self._heads, has_cursor=False)
        yield body
        yield muscles

    def on_resize(self) -> None:
        """As much of a body as there is room for."""
        ascii_only = self.query_one(BodyMap).glyph_set is GlyphSet.ASCII
        self.set_class(self.size.width < self.LARGE, "-small")
        self.set_class(ascii_only or self.size.width < self.SMALL, "-bodiless")
