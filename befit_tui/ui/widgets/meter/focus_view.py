"""The focus view: the next set, reps left and the rest, to read from two metres."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from befit_tui.domain.moments import clock_time
from befit_tui.domain.wording import load_words, place_words
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.logbook.workout.rows import NO_LOAD, amount_of, shown_words
from befit_tui.ui.widgets.large_text import large
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.meter.panel import figures
from befit_tui.ui.widgets.meter.track import track_lines
from befit_tui.ui.widgets.text import clean

LEAST = 5
"""Rows of the smallest digits."""
TRACK_ROWS = 6
"""Rows of the track with its rulers and a blank below."""


class FocusView(LinePanel):
    """Lies over the sets, which keep the keys."""

    DEFAULT_CSS = """
    FocusView { width: 100%; height: 100%; background: $background; padding: 0 1; }
    """

    _title = _unit = _figure = _words = ""
    _meter: MeterView | None = None
    _rest = ("", "")

    def show(
        self, cursor: RowCursor, meter: MeterView | None, rest: tuple[str, str]
    ) -> None:
        """Show the row under the cursor, and the rest as its time and its target."""
        self._title = cursor.row.exercise.name if cursor.row else ""
        self._unit = self._figure = self._words = ""
        self._meter, self._rest = None, rest
        if (row := cursor.set_row) is not None:
            shown = cursor.shown(row)
            load = load_words(shown.load, row.exercise, cursor.unit)
            self._unit = "" if load in NO_LOAD else str(cursor.unit)
            self._title += f" · {place_words(shown.kind, row.planned.number)}"
            self._words = shown_words(shown, row.exercise, cursor.unit)
            self._meter = meter
            if shown.reps is None and shown.seconds is not None:
                self._figure = clock_time(round(shown.seconds))
            else:
                reps = "–" if shown.reps is None else amount_of(shown)
                self._figure = str(cursor.presses.count or f"{load}×{reps}")
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The set, its two numbers with the track, the rest, each as high as it can.

        While reps are counted what the set was to be and the rest make room; where
        three figures would stand on one another, what it is to be does.
        """
        (width, height), (time, goal) = self.size, self._rest
        meter = self._meter if self._meter and self._meter.left else None
        counting = meter is not None and meter.counted > 0
        has_track = meter is not None and height > 4 * LEAST + TRACK_ROWS
        room = height - 1 - (TRACK_ROWS if has_track else 0)
        is_tight = room <= 3 * LEAST and meter is not None and time
        has_set = not counting and not is_tight
        share = room // max(has_set + (meter is not None) + bool(time), 1)
        rest = LEAST if counting else share * bool(time)
        rows = room - rest if counting else share
        air = [Content("")] * (rows > LEAST)
        rows -= len(air)
        title = (self._title, self._unit if has_set else self._words)
        yield Content.styled(clean(" · ".join(filter(None, title))), "bold")
        if has_set:
            yield from _lines(self._figure, "", width, rows)
            yield from air
        if meter is not None:
            yield from figures(meter, width, max(rows, min(LEAST, height - 3)))
            yield from air
        if meter is not None and has_track:
            yield from track_lines(meter, width, 3, hatched=self.app.no_color)
            yield Content("")
        ink = "$foreground 45%" if counting else "bold $foreground"
        yield from _lines(time, f"rest {goal}" if time else "", width, rest, ink)


def _lines(
    text: str, words: str, width: int, rows: int, ink: str = "bold $foreground"
) -> Iterator[Content]:
    """A text in blocks with words beside it."""
    for row, digits in enumerate(large(text, width - len(words) - 3, rows)):
        beside = Content.styled(words if row == 0 else "", "$foreground 70%")
        yield Content.assemble((digits, ink), "   ", beside)
