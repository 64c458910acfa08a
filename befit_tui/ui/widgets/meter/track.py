"""The track of the meter: reps left above, the rep number below, one place for both."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual.content import Content

from befit_tui.domain.value import Value
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.runs import joined

LABEL = 6
"""Cells before the track, for the words "left" and "rep"."""
LONGEST_STEP = 18
"""Columns of a rep at most; a set of few reps would else be stretched."""
WIDE_MARK = 5
"""Columns of a rep from which the mark of now is two cells wide."""
RAIL, TARGET, FAILURE = "$foreground 9%", "$primary 32%", "$error 30%"
"""The grounds of the track."""
FAILURE_CELL, HATCH = (" ", f"on {FAILURE}"), ("░", "$foreground 50%")
"""A cell of the red end, and the same without colour."""
NOW, BAND, STOP = "bold $foreground", "$text-primary", "bold $primary"
NUMBER, OF_TARGET, DIM = "$foreground 60%", "bold $text-primary", "$foreground 50%"
BAND_SHAPES = {1: "━", 2: "▄▀", 3: "▄█▀"}
"""The likely span, thinner than the track, by the rows that the track has."""


class Track(Value, frozen=True):
    """The reps from ``first`` to ``failure``, a number of columns apart.

    ``now`` is the last rep counted or planned, ``stop`` the one to stop after.
    """

    first: int
    failure: int
    step: int
    now: int
    stop: int | None

    @property
    def length(self) -> int:
        """The columns of the track."""
        return (self.failure - self.first) * self.step + 2

    def place(self, rep: int) -> int:
        """The column of a rep; what lies beyond an end stands there."""
        return (min(max(rep, self.first), self.failure) - self.first) * self.step

    def of_left(self, left: int) -> int:
        """The column of a number of reps left."""
        return self.place(self.failure - left)


def track_of(view: MeterView, width: int) -> Track | None:
    """The track of a set in so many columns; None where the meter cannot say."""
    failure, now = view.failure_rep, view.rep
    if failure is None:
        return None
    room = max(1, width - LABEL - 2)
    first = max(min(1, now, failure - 1), failure - room)
    step = min(LONGEST_STEP, room // (failure - first))
    return Track(first, failure, step, min(max(now, first), failure), view.stop_rep)


def track_lines(
    view: MeterView, width: int, rows: int, *, hatched: bool = False
) -> Iterator[Content]:
    """The two rulers with the track between them, in 1 to 3 rows.

    ``hatched`` is for where no colour tells the red end from the rest.
    """
    track = track_of(view, width)
    if track is None:
        return
    reps = range(track.first, track.failure + 1)
    yield _ruler("left", track, view, {rep: track.failure - rep for rep in reps})
    yield from _rows(track, view, rows, hatched=hatched)
    yield _ruler("rep", track, view, {rep: rep for rep in reps})


def track_row(view: MeterView, width: int, *, hatched: bool = False) -> Content:
    """The track alone, in one row."""
    track = track_of(view, width)
    return Content("") if track is None else _rows(track, view, 1, hatched=hatched)[0]


_Cell = tuple[str, str]
"""A character and its style."""


def _rows(track: Track, view: MeterView, rows: int, *, hatched: bool) -> list[Content]:
    """The track in 1 to 3 rows, the target named in the middle one if it has room."""
    lines = []
    for row, shape in enumerate(BAND_SHAPES[rows]):
        cells = _row(track, view, shape)
        if hatched:
            cells = [HATCH if one == FAILURE_CELL else one for one in cells]
        if rows > 1 and row == rows // 2:
            _name(cells, "target", TARGET)
        lines.append(Content.assemble(" " * LABEL, *_runs(cells)))
    return lines


def _row(track: Track, view: MeterView, shape: str) -> list[_Cell]:
    """The grounds, the likely span in a shape, the stop, the mark of now."""
    grounds = _grounds(track, view)
    cells = [(" ", f"on {ground}") for ground in grounds]
    low, high = view.ends
    likely = range(track.of_left(high), track.of_left(low) + 1)
    for x in () if view.is_light else likely:
        cells[x] = (shape, f"{BAND} on {grounds[x]}")
    wide = 2 if track.step >= WIDE_MARK else 1
    now = range(track.place(track.now), track.place(track.now) + wide)
    for x in {now.start - 1, now.stop} & {*range(track.length)}:
        cells[x] = (" ", f"on {grounds[x]}")
    if track.stop is not None:
        at = track.place(track.stop)
        cells[at] = ("┃", f"{STOP} on {grounds[at]}")
    for x in now:
        cells[x] = ("█", NOW)
    return cells


def _grounds(track: Track, view: MeterView) -> list[str]:
    """The ground of each column: the rail, the reps aimed at, and the red end."""
    zone = view.zone
    first, last = track.of_left(zone.high), track.of_left(zone.low)
    red = min(track.of_left(min(1, zone.low)) + 1, track.length - 1)
    grounds = [RAIL] * track.length
    grounds[red:] = [FAILURE] * (track.length - red)
    if not view.is_warmup:
        grounds[first : last + 1] = [TARGET] * (last + 1 - first)
    return grounds


def _name(cells: list[_Cell], word: str, ground: str) -> None:
    """Write the name of a stretch into its longest free part."""
    free = [x for x, cell in enumerate(cells) if cell == (" ", f"on {ground}")]
    runs = [
        [x for _, x in run]
        for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])
    ]
    longest = max(runs, key=len, default=[])
    if len(longest) >= len(word) + 2:
        start = longest[(len(longest) - len(word)) // 2]
        _put(cells, start, word, f"$text-primary on {ground}")


def _ruler(
    name: str, track: Track, view: MeterView, numbers: dict[int, int]
) -> Content:
    """The numbers of the reps at their places; that of now first, then the stop."""
    cells: list[_Cell] = [(" ", "")] * (LABEL + track.length)
    _put(cells, 0, name, DIM)
    ahead = [rep for rep in (track.now, track.stop) if rep in numbers]
    stride = next(n for n in (1, 2, 5, 10, 50) if n * track.step > 2)
    others = (rep for rep in numbers if numbers[rep] % stride == 0)
    for rep in dict.fromkeys([*ahead, *others]):
        style = NUMBER
        if view.aims_at(track.failure - rep) or rep == track.stop:
            style = OF_TARGET
        style = NOW if rep == track.now else style
        _put(cells, LABEL + track.place(rep), str(numbers[rep]), style)
    # Without a ground a blank goes with what is beside it, in few runs.
    return Content.assemble(*joined(_runs(cells)))


def _put(cells: list[_Cell], at: int, text: str, style: str) -> None:
    """Write text where nothing stands beside it."""
    around = cells[max(at - 1, 0) : at + len(text) + 1]
    if all(character == " " for character, _ in around):
        cells[at : at + len(text)] = [(character, style) for character in text]


def _runs(cells: Iterable[_Cell]) -> Iterator[_Cell]:
    for style, run in groupby(cells, key=lambda cell: cell[1]):
        yield "".join(text for text, _ in run), style
