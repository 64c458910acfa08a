"""The key line at the bottom: the keys that do something now, from the bindings.

Textual's Footer is one widget a key and makes a focus change two to three times
slower; this is one widget that sheds keys from the end when the line is short.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen

from befit_tui.ui.widgets.line_panel import LinePanel

Hint = tuple[Content, str]
"""What stands in the line for a key, and the key; empty for several, as 0-5."""
KeyWords = tuple[str, str]
"""A key as people write it, and what it does."""
GAP = "  "
"""Between two keys."""
PINNED = ("show_keys", "app.show_keys")
"""Actions that stay visible however narrow the line is; in a dialog it is esc."""


class KeyBar(LinePanel):
    """Keys and what they do, as many as fit.

    ``says`` are keys that are no bindings; they come first. That ``of_dialog`` stands
    in the frame of a dialog and leaves out what works everywhere.
    """

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """

    def __init__(
        self, says: Sequence[KeyWords] = (), *, of_dialog: bool = False
    ) -> None:
        super().__init__()
        self._says = tuple(says)
        self._of_dialog = of_dialog
        self._places: tuple[tuple[range, str], ...] = ()
        """The cells of each hint, and the key that it names."""

    def say(self, says: Sequence[KeyWords]) -> None:
        """Other keys that are no bindings."""
        self._says = tuple(says)
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse, once however often it is clicked."""
        offset = event.get_content_offset(self)
        for cells, key in self._places if event.chain == 1 else ():
            if offset is not None and offset.x in cells:
                self.app.simulate_key(key)

    def pressed(self, x: int) -> range:
        """The cells of the key at a place."""
        found = (cells for cells, key in self._places if key and x in cells)
        return next(found, range(0))

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The keys in the order of the bindings, the pinned ones flush right."""
        hints, pinned = self._hints()
        end = Content(GAP).join([hint for hint, _ in pinned])
        room = self.size.width - end.cell_length
        shown: list[Content] = []
        places: list[tuple[range, str]] = []
        place = 0
        for hint, key in hints:
            after = place + hint.cell_length
            if after + len(GAP) > room:
                break
            if key:
                places.append((range(place, after), key))
            shown.append(hint)
            place = after + len(GAP)
        line = Content(GAP).join(shown)
        blank = " " * (room - line.cell_length)
        for hint, key in pinned:
            places.append((range(room, room + hint.cell_length), key))
            room += hint.cell_length + len(GAP)
        self._places = tuple(places)
        yield Content("").join([line, Content(blank), end])

    def _hints(self) -> tuple[list[Hint], list[Hint]]:
        hints = [(_hint(key, words), _pressed(key)) for key, words in self._says]
        pinned: list[Hint] = []
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            everywhere = self._of_dialog and active.node is self.app
            if not binding.show or binding.action in seen or everywhere:
                continue
            seen.add(binding.action)
            key = self.app.get_key_display(binding)
            hint = _hint(key, binding.description, enabled=active.enabled)
            group = pinned if self._is_pinned(binding) else hints
            group.append((hint, "" if "-" in key else binding.key))
        return hints, pinned

    def _is_pinned(self, binding: Binding) -> bool:
        if self._of_dialog:
            return binding.key == "escape"
        return binding.action in PINNED


@lru_cache(maxsize=256)
def _hint(key: str, words: str, *, enabled: bool = True) -> Content:
    ink = "bold $primary" if enabled else "$foreground 35%"
    return Content.assemble((key, ink), " ", (words, "$foreground 65%"))


def _pressed(key: str) -> str:
    """The key that a click on it presses; none where several are named."""
    return key if len(key) == 1 or key == "enter" else ""
