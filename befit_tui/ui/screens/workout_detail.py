"""One workout of the past in full; a page that scrolls."""

from functools import lru_cache
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from befit_tui.domain import signs
from befit_tui.logbook.history.detail import Page, Position
from befit_tui.logbook.lines import Line
from befit_tui.ui.widgets.role_styles import ROLE_STYLES, RoleStyles
from befit_tui.ui.widgets.runs import cells, difference, wrapped


class _Drawn(NamedTuple):
    """What stands on a row of the screen; ``mark`` is at its right edge."""

    runs: Line = ()
    is_cursor: bool = False
    mark: str = ""


NOTHING = _Drawn()
KEPT = 512
"""Rows that are kept as painted: most of a workout stand in the next ones too."""


class WorkoutDetail(Widget, can_focus=True):
    """Lines of text by role, broken at the edge; with the keys, a cursor on its sets.

    Only cells that differ from those before are painted: the page follows a cursor,
    and most of a repaint would be what stands there already. It scrolls by itself,
    because a ``ScrollView`` lays out the screen whenever its length changes.
    """

    class Moved(Message):
        """The cursor came to another line."""

    BINDING_GROUP_TITLE = "Workout of the past"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "down", show=False),
        Binding("up,k", "line(-1)", "up", show=False),
        Binding("ctrl+d,pagedown", "page(1)", "half a page down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "half a page up", show=False),
        Binding("g,home", "top", "top", show=False),
        Binding("G,end", "bottom", "bottom", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._page: Page = ()
        self._rows: list[tuple[Line, Position | None]] = []
        self._width = 0
        self._top = 0
        self._cursor = 0
        self._drawn: list[_Drawn] = []
        self._ink = RoleStyles(self, ROLE_STYLES)
        self._strip = lru_cache(maxsize=KEPT)(self._painted)

    @property
    def spot(self) -> Position | None:
        """What the cursor stands on."""
        return self._rows[self._cursor][1] if self._rows else None

    def show(self, page: Page, *, from_top: bool) -> None:
        """Put another page up; ``from_top`` goes to its first line."""
        spot, at = self.spot, self._cursor
        self._page = page
        self._break()
        if from_top:
            self._cursor = self._top = 0
        elif not self.go_to(spot):
            self._cursor = self._spot_at(at)
        self._show_cursor()

    def go_to(self, spot: Position | None) -> bool:
        """Put the cursor on a spot; says whether it is there."""
        for at, (_, found) in enumerate(self._rows):
            if found is not None and found == spot:
                self._cursor = at
                self._show_cursor()
                return True
        return False

    def go_to_set(self) -> None:
        """Put the cursor on the first set."""
        self.go_to(next((s for _, s in self._rows if s and s.set_id), None))

    def action_line(self, steps: int) -> None:
        """Move the cursor; past its last stop, scroll by a line."""
        way = range(self._cursor + steps, len(self._rows) if steps > 0 else -1, steps)
        onward = (at for at in way if self._rows[at][1] is not None)
        found = next(onward, None)
        if found is None:
            self._scroll(self._top + steps)
            return
        self._cursor = found
        self._show_cursor()
        self.post_message(self.Moved())

    def action_page(self, pages: int) -> None:
        """Scroll by half of what is in sight; the cursor comes along."""
        half = pages * max(self.size.height // 2, 1)
        self._go(self._cursor + half, self._top + half)

    def action_top(self) -> None:
        """Go to the first line."""
        self._go(0, 0)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self._go(len(self._rows) - 1, len(self._rows))

    def _go(self, row: int, top: int) -> None:
        self._cursor = self._spot_at(row)
        self._scroll(top)
        self.post_message(self.Moved())

    def on_click(self, event: Click) -> None:
        """Put the cursor on the line under the mouse; a double click does enter."""
        at = event.y - self.gutter.top + self._top
        if not 0 <= at < len(self._rows) or self._rows[at][1] is None:
            return
        if event.chain == 1:
            self._cursor = at
            self._show_cursor()
            self.post_message(self.Moved())
        elif event.chain == 2 and at == self._cursor:
            self.app.simulate_key("enter")

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top + 3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top - 3)

    def on_resize(self) -> None:
        """Break the lines at the new edge."""
        spot = self.spot
        self._break()
        self._cursor = self._spot_at(self._cursor)
        self.go_to(spot)
        self._scroll(self._top)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show the cursor, or hide it; Textual would style the page anew."""
        self._scroll(self._top)

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._ink.forget()
        self._strip.cache_clear()
        self._scroll(self._top)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in sight; without a frame, none is boxed by Textual.

        Every key of the history paints all of them.
        """
        if self.gutter:
            return super().render_lines(crop)
        strips = [self.render_line(y) for y in crop.line_range]
        _, ground = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [one.apply_filter(line_filter, ground) for one in strips]
        return [one.crop(crop.x, crop.right) for one in strips]

    def render_line(self, y: int) -> Strip:
        """One row in sight."""
        drawn = self._drawn[y] if y < len(self._drawn) else NOTHING
        return self._strip(drawn, self._width)

    def _painted(self, drawn: _Drawn, width: int) -> Strip:
        runs, here, mark = drawn
        blank = " " * (width - cells(runs) - len(mark))
        runs = (*runs, (blank, ""), (mark, "dim"))
        ground = "cursor" if here else ""
        segments = [
            Segment(text, self._ink(role, ground)) for text, role in runs if text
        ]
        return Strip(segments, width)

    def _break(self) -> None:
        self._width = self.size.width
        width = max(self._width - 2, 1)
        self._rows = [
            (row, None if place else spot)
            for line, spot in (self._page if self._width else ())
            for place, row in enumerate(wrapped(line, width))
        ]

    def _spot_at(self, row: int) -> int:
        """The row of the last spot at a row or above it."""
        row = min(row, len(self._rows) - 1)
        return next((at for at in range(row, -1, -1) if self._rows[at][1]), 0)

    def _show_cursor(self) -> None:
        """Scroll if the cursor is out of sight."""
        top, height = self._top, self.size.height
        if self._cursor < top:
            top = self._cursor if self._cursor > 1 else 0
        elif height and self._cursor >= top + height:
            top = self._cursor - height + 1
        self._scroll(top)

    def _scroll(self, top: int) -> None:
        """Put a row at the top, and paint the cells that differ from those before."""
        height, before = self.size.height, self._drawn
        self._top = max(min(top, len(self._rows) - height), 0)
        cursor = self._cursor if self.has_focus and self.spot is not None else -1
        self._drawn = [self._line(y, height, cursor) for y in range(height)]
        pairs = enumerate(zip_longest(before, self._drawn, fillvalue=NOTHING))
        changed = [self._changed(y, *pair) for y, pair in pairs if pair[0] != pair[1]]
        if changed:
            self.refresh(*changed)

    def _line(self, y: int, height: int, cursor: int) -> _Drawn:
        place = y + self._top
        row = self._rows[place][0] if place < len(self._rows) else ()
        here = place == cursor
        mark = signs.MORE_ABOVE if y == 0 and self._top else ""
        if y == height - 1 and place < len(self._rows) - 1:
            mark = signs.MORE_BELOW
        runs = ((signs.POINTER, "pointer"), *row) if here else _pushed(row)
        return _Drawn(runs, here, mark)

    def _changed(self, y: int, old: _Drawn, new: _Drawn) -> Region:
        is_text = old[1:] == new[1:] == NOTHING[1:]
        width = difference(old.runs, new.runs) if is_text else self._width
        return Region(0, y, width, 1)


def _pushed(row: Line) -> Line:
    """A row one cell further right; a run of its own would cost bytes each time."""
    if not row:
        return row
    (text, role), *others = row
    return ((f" {text}", role), *others)
