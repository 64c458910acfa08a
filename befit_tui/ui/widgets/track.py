"""The track of the meter: reps left above, the rep number below, one place for both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from befit_tui.logbook.workout.meter_view import MeterView

LABEL = 6
"""Cells before the track, for the words "left" and "rep"."""
LONGEST_STEP = 12
"""Columns of a rep at most; a set of few reps would else be stretched."""
WIDE_MARK = 5
"""Columns of a rep from which the mark of now is two cells wide."""
RAIL, TARGET, FAILURE = "$foreground 9%", "$primary 32%", "$error 30%"
"""The grounds of the track."""
NOW, BAND, STOP = "bold $foreground", "$text-primary", "bold $primary"
NUMBER, OF_TARGET, DIM = "$foreground 60%", "bold $text-primary", "$foreground 50%"
BAND_SHAPES = {1: "━", 2: "▄▀", 3: "▄█▀"}
"""The likely span, thinner than the track, by the rows that the track has."""


@dataclass(frozen=True, slots=True)
class Track:
    """The places of reps: ``first`` is at column 0, failure at the right end."""

    view: MeterView
    first: int
    step: int

    @property
    def failure(self) -> int:
        """The rep that would be the last good one."""
        return self.view.failure_rep or 0

    @property
    def length(self) -> int:
        """The columns of the track."""
        return self.place(self.failure) + 2

    def place(self, rep: float) -> int:
        """The column of a rep; what lies beyond an end stands there."""
        rep = min(max(rep, self.first), self.failure)
        return round((rep - self.first) * self.step)

    def of_left(self, left: float) -> int:
        """The column of a number of reps left."""
        return self.place(self.failure - left)

    @property
    def now(self) -> range:
        """The columns of the white mark."""
        at = self.place(self.view.rep)
        return range(at, at + (2 if self.step >= WIDE_MARK else 1))

    @property
    def stop(self) -> int | None:
        """The column of the rep after which to stop."""
        last = self.view.stop_rep
        return None if last is None else self.place(last)

    @property
    def target(self) -> range:
        """The columns of the reps left that are aimed at."""
        zone = self.view.zone
        return range(self.of_left(zone.high), self.of_left(zone.low) + 1)

    @property
    def beyond(self) -> range:
        """The columns between the last rep of the target or the last but one, and 0."""
        start = min(self.of_left(min(1, self.view.zone.low)), self.length - 2)
        return range(start + 1, self.length)


def track_of(view: MeterView, width: int) -> Track | None:
    """The track of a set in so many columns; None where the meter cannot say."""
    if view.failure_rep is None:
        return None
    room = max(1, width - LABEL - 2)
    first = max(min(1, view.rep, view.failure_rep - 1), view.failure_rep - room)
    return Track(view, first, min(LONGEST_STEP, room // (view.failure_rep - first)))


def track_lines(view: MeterView, width: int, rows: int) -> Iterator[Content]:
    """The two rulers with the track between them, in 1 to 3 rows."""
    track = track_of(view, width)
    if track is None:
        return
    left = {rep: track.failure - rep for rep in range(track.first, track.failure + 1)}
    yield _ruler("left", track, left)
    for row in range(rows):
        yield _row(track, row, rows)
    yield _ruler("rep", track, {rep: rep for rep in left})


def track_row(view: MeterView, width: int) -> Content:
    """The track alone, in one row."""
    track = track_of(view, width)
    return Content("") if track is None else _row(track, 0, 1)


def words_below(view: MeterView, width: int) -> Content:
    """Where to stop, below its place on the track, and the word of the red end."""
    track = track_of(view, width)
    if track is None:
        return Content("")
    cells: list[_Cell] = [(" ", "")] * width
    end = min(LABEL + track.length, width) - len("failure")
    if track.stop is not None:
        words, at = view.advice, LABEL + track.stop
        text, start = f"▲ {words}", at
        if at + len(text) >= end:
            text, start = f"{words} ▲", at - len(words) - 1
            end = min(max(end, at + 2), width - len("failure"))
        _put(cells, max(start, 0), text, "bold $text-primary")
    _put(cells, end, "failure", "$text-error")
    return _content(cells)


_Cell = tuple[str, str]
"""A character and its style."""


def _row(track: Track, row: int, rows: int) -> Content:
    """One row of the track: its grounds, the likely span, the stop, the mark of now."""
    cells: list[_Cell] = []
    shape = BAND_SHAPES[rows][row]
    band = _band(track)
    for x in range(track.length):
        ground = RAIL
        if x in track.target:
            ground = TARGET
        elif x in track.beyond:
            ground = FAILURE
        if x in track.now:
            cells.append(("█", NOW))
        elif x == track.stop:
            cells.append(("┃", f"{STOP} on {ground}"))
        elif x in band and x + 1 not in track.now and x - 1 not in track.now:
            cells.append((shape, f"{BAND} on {ground}"))
        else:
            cells.append((" ", f"on {ground}"))
    if rows > 1 and row == rows // 2:
        _name(cells, track.target, "target", f"$text-primary on {TARGET}")
    return Content(" " * LABEL) + _content(cells)


def _band(track: Track) -> range:
    low, high = track.view.ends
    return range(track.of_left(high), track.of_left(low) + 1)


def _name(cells: list[_Cell], place: range, word: str, style: str) -> None:
    """Write the name of a stretch into its longest free part."""
    free = [x for x in place if cells[x][0] == " "]
    runs = [
        [x for _, x in run]
        for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])
    ]
    longest = max(runs, key=len, default=[])
    if len(longest) >= len(word) + 2:
        _put(cells, longest[(len(longest) - len(word)) // 2], word, style)


def _ruler(name: str, track: Track, numbers: dict[int, int]) -> Content:
    """The numbers of the reps at their places; that of now first, then the stop."""
    view = track.view
    cells: list[_Cell] = [(" ", "")] * (LABEL + track.length + 2)
    _put(cells, 0, name, DIM)
    now = min(max(view.rep, track.first), track.failure)
    ahead = [rep for rep in (now, view.stop_rep) if rep in numbers]
    stride = next(n for n in (1, 2, 5, 10, 50) if n * track.step > 2)
    others = (rep for rep in numbers if numbers[rep] % stride == 0)
    for rep in dict.fromkeys([*ahead, *others]):
        style = NUMBER
        if view.zone.holds(track.failure - rep) or rep == view.stop_rep:
            style = OF_TARGET
        style = NOW if rep == now else style
        _put(cells, LABEL + track.place(rep), str(numbers[rep]), style)
    return _content(cells)


def _put(cells: list[_Cell], at: int, text: str, style: str) -> None:
    """Write text where nothing stands beside it."""
    around = cells[max(at - 1, 0) : at + len(text) + 1]
    if all(character == " " for character, _ in around):
        cells[at : at + len(text)] = [(character, style) for character in text]


def _content(cells: Iterable[_Cell]) -> Content:
    runs = groupby(cells, key=lambda cell: cell[1])
    return Content.assemble(
        *(("".join(text for text, _ in run), style) for style, run in runs)
    )
