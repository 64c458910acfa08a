"""A list of lines that draws only what is in sight, and that of every dialog."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click, MouseEvent, MouseMove, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from befit_tui.domain import signs
from befit_tui.logbook.lines import Run
from befit_tui.ui.widgets.role_styles import ROLE_STYLES, RoleStyles
from befit_tui.ui.widgets.runs import joined
from befit_tui.ui.widgets.text import clean


class Row(Protocol):
    """What a list needs to know of a row."""

    @property
    def id(self) -> str:
        """What makes it the same row when the rows are replaced."""
        ...


def _is_heading(row: Row) -> bool:
    """Whether the cursor passes over a row, which says so if it does."""
    return getattr(row, "is_heading", False)


RowT = TypeVar("RowT", bound=Row)
Draw = Callable[[RowT, int, bool], Iterable[Run]]
"""Draws a row: the row, the cells it has, whether the cursor is on it."""


class LineList(ScrollView, Generic[RowT], can_focus=True):
    """Rows of one line each, with a cursor that stays on its row.

    Only visible rows are asked for and drawn, so 5,000 rows cost what 50 do. Texts
    are drawn as they are: cleaned, never read as markup, cut at the edge.

    ``follow`` is called instead of sending ``Highlighted``, so that what it changes is
    painted together with the list; after a message it would be a frame later.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # First, as nobody above has them: a key that bubbles is a message for each.
        Binding("up,k", "move(-1)", "Up", show=False, priority=True),
        Binding("down,j", "move(1)", "Down", show=False, priority=True),
        Binding("home,g", "first", "First", show=False),
        Binding("end,G", "last", "Last", show=False),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False),
        Binding("pageup", "page(-1.0)", "Page up", show=False),
        Binding("pagedown", "page(1.0)", "Page down", show=False),
    ]
    DEFAULT_CSS = "LineList { overflow-x: hidden; scrollbar-size-vertical: 1; }"
    ROLE_STYLES: ClassVar[Mapping[str, str]] = {
        **ROLE_STYLES, "aside": "on $foreground 10%", "under": "on $foreground 6%",
    }  # fmt: skip
    """What the rows are written in; ``aside`` is the cursor without the keys, ``under``
    the row under the mouse."""

    class Highlighted(Message):
        """The cursor came to a row, or the rows were replaced; None without a row."""

        def __init__(self, line_list: "LineList[Any]", row: Row | None) -> None:
            super().__init__()
            self.line_list = line_list
            self.row = row

        @property
        def control(self) -> "LineList[Any]":
            """The list that sent the message."""
            return self.line_list

    def __init__(
        self,
        draw: Draw[RowT],
        rows: Sequence[RowT] = (),
        *,
        follow: Callable[[], object] | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._draw_row = draw
        self._follow = follow or self._tell
        self._rows = rows
        self._cursor = self._stop(0, 1)
        self._under: int | None = None
        self._ink = RoleStyles(self, self.ROLE_STYLES)

    @property
    def rows(self) -> Sequence[RowT]:
        """The rows, headings included."""
        return self._rows

    @rows.setter
    def rows(self, rows: Sequence[RowT]) -> None:
        """Replace the rows; the cursor stays on its row, or else in its place."""
        self._replace(rows)
        self.refresh()

    def update_rows(self, rows: Sequence[RowT]) -> None:
        """Replace the rows, and paint only the lines that differ."""
        before, left = self._rows, self._cursor
        marked = {*self._lines_of(left)}
        self._replace(rows)
        marked |= {*self._lines_of(self._cursor)}
        top = self.scroll_offset.y
        for place in range(top, top + self._page.height):
            moved = left != self._cursor and place in marked
            if moved or before[place : place + 1] != rows[place : place + 1]:
                self.refresh_line(place)

    def _replace(self, rows: Sequence[RowT]) -> None:
        row = self.row
        place = self._cursor or 0
        if row is not None:
            place = next((i for i, new in enumerate(rows) if new.id == row.id), place)
        self._rows = rows
        self._cursor = self._stop(place, 1)
        self._fit()
        self._follow()

    @property
    def row(self) -> RowT | None:
        """The row under the cursor."""
        return None if self._cursor is None else self._rows[self._cursor]

    def go_to(self, row_id: str) -> bool:
        """Put the cursor on a row; says whether there is one with that id."""
        place = next((i for i, row in enumerate(self._rows) if row.id == row_id), None)
        if place is not None:
            self._move_to(self._stop(place, 1))
        return place is not None

    def action_move(self, steps: int) -> None:
        """Move the cursor by a number of rows."""
        if self._cursor is not None:
            self._move_to(self._stop(self._cursor + steps, steps))

    def action_page(self, pages: float) -> None:
        """Move the cursor by a share of what is in sight."""
        rows = max(round(abs(pages) * self._page.height), 1)
        self.action_move(rows if pages > 0 else -rows)

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self._move_to(self._stop(0, 1))

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        self._move_to(self._stop(len(self._rows) - 1, -1))

    def on_click(self, event: Click) -> None:
        """Choose the row under the mouse; a double click does what enter does."""
        place = self._row_under(event)
        if place is not None and event.chain == 1:
            self.choose(self._rows[place])
        elif place is not None and event.chain == 2 and place == self._cursor:
            self.app.simulate_key("enter")

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark the row that a click would choose."""
        self._mark_under(self._row_under(event))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._mark_under(None)

    def _row_under(self, event: MouseEvent) -> int | None:
        place = event.y - self.gutter.top + self.scroll_offset.y
        is_row = 0 <= place < len(self._rows) and not _is_heading(self._rows[place])
        return place if is_row else None

    def _mark_under(self, place: int | None) -> None:
        left, self._under = self._under, place
        for touched in {left, place} if left != place else ():
            if touched is not None:
                self.refresh_line(touched)

    def choose(self, row: RowT) -> None:
        """Put the cursor on a row that was clicked, as the arrow keys would."""
        self.go_to(row.id)

    @property
    def _page(self) -> Size:
        """What is in sight, without the scrollbar, which Textual counts in ``size``."""
        return self.scrollable_content_region.size

    def _stop(self, place: int, direction: int) -> int | None:
        """The row nearest to ``place`` that is no heading, first in a direction."""
        if not self._rows:
            return None
        count = len(self._rows)
        place = max(min(place, count - 1), 0)
        onward, back = range(place, count), range(place, -1, -1)
        for way in (onward, back) if direction > 0 else (back, onward):
            for i in way:
                if not _is_heading(self._rows[i]):
                    return i
        return None

    def _move_to(self, place: int | None) -> None:
        if place is None or place == self._cursor:
            return
        left, self._cursor = self._cursor, place
        for touched in {*self._lines_of(left), *self._lines_of(place)}:
            self.refresh_line(touched)
        self._show_cursor()
        self._follow()

    def on_mount(self) -> None:
        """Say where the cursor stands at the start."""
        self._fit()
        self._follow()

    def on_resize(self, _: Resize) -> None:
        """Keep the cursor in sight."""
        self._fit()

    def refresh_line(self, y: int) -> None:
        """Paint a row again, but not the scrollbar beside it."""
        self.refresh(Region(0, y - self.scroll_offset.y, self._page.width, 1))

    def _lines_of(self, place: int | None) -> range:
        """The lines that are marked when the cursor is on a row."""
        return range(0) if place is None else range(place, place + 1)

    def _fit(self) -> None:
        size = Size(0, len(self._rows))
        if self.show_vertical_scrollbar and size.height > self._page.height:
            # The usual way lays out the screen, which paints the whole list.
            self.set_reactive(LineList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scroll if needed, by a third of the page: every scroll repaints all of it."""
        height, top = self._page.height, self.scroll_offset.y
        if self._cursor is None or not height:
            return
        first = self._cursor
        while first > 0 and _is_heading(self._rows[first - 1]):
            first -= 1
        if first < top:
            top = max(first - height // 3, 0)
        elif self._cursor >= top + height:
            top = self._cursor - height + 1 + height // 3
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One visible row, or a blank below the last."""
        place = y + self.scroll_offset.y
        width = self._page.width
        if place >= len(self._rows):
            return Strip.blank(width, self._ink(""))
        here = place in self._lines_of(self._cursor)
        pointed = place == self._cursor
        first = (signs.POINTER, "pointer") if pointed else (" ", "")
        runs = joined((first, *self._draw_row(self._rows[place], width - 1, here)))
        ground = "under" if place == self._under else ""
        if here:
            is_led = self.has_focus or not self.can_focus  # by keys that others have
            ground = "cursor" if is_led else "aside"
        strip = Strip(
            [Segment(clean(text), self._ink(role, ground)) for text, role in runs]
        )
        # A blank shows no ink: with that of the last run it costs no code.
        return strip.adjust_cell_length(width, self._ink(runs[-1][1], ground))

    def _tell(self) -> None:
        self.post_message(self.Highlighted(self, self.row))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Mark the cursor in its other colour; Textual would style the list anew."""
        for line in self._lines_of(self._cursor):
            self.refresh_line(line)

    def notify_style_update(self) -> None:
        """Ask for the styles anew when the theme has changed."""
        self._ink.forget()
        super().notify_style_update()


class Lines(LineList[RowT], inherit_bindings=False):
    """A list without the letters that a dialog has keys for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j,tab", "move(1)", "down", show=False),
        Binding("home", "first", "first", show=False),
        Binding("end", "last", "last", show=False),
        Binding("pageup", "page(-1.0)", "page up", show=False),
        Binding("pagedown", "page(1.0)", "page down", show=False),
    ]
