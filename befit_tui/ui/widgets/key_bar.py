"""The line at the bottom: the keys that do something now, from the bindings.

Textual's Footer is one widget a key and makes a focus change two to three times
slower; this is one widget that sheds keys from the end when the line is short.
"""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Click
from textual.screen import Screen

from befit_tui.ui.widgets.line_panel import LinePanel

Hint = tuple[Content, str]
"""What stands in the line for a key, and the key; empty for several, as 0-5."""
PINNED = ("show_keys", "app.show_keys")
"""Actions that stay visible however narrow the line is."""


class KeyBar(LinePanel):
    """Keys and what they do, as many as fit."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """

    _places: tuple[tuple[range, str], ...] = ()
    """The cells of each hint, and the key that it names."""

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse, once however often it is clicked."""
        offset = event.get_content_offset(self)
        for cells, key in self._places if event.chain == 1 else ():
            if offset is not None and offset.x in cells:
                self.app.simulate_key(key)

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The keys in the order of the bindings, the pinned ones flush right."""
        hints, pinned = self._hints()
        gap, line, end = Content("  "), Content(""), Content("")
        for hint, _ in pinned:
            end = end + gap + hint if end else hint
        room = self.size.width - end.cell_length
        places: list[tuple[range, str]] = []
        for hint, key in hints:
            longer = line + hint + gap
            if longer.cell_length > room:
                break
            if key:
                places.append((range(line.cell_length, longer.cell_length - 2), key))
            line = longer
        for hint, key in pinned:
            places.append((range(room, room + hint.cell_length), key))
            room += hint.cell_length + 2
        self._places = tuple(places)
        room = self.size.width - end.cell_length - line.cell_length
        yield line + Content(" " * max(0, room)) + end

    def _hints(self) -> tuple[list[Hint], list[Hint]]:
        hints: list[Hint] = []
        pinned: list[Hint] = []
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or binding.action in seen:
                continue
            seen.add(binding.action)
            key = self.app.get_key_display(binding)
            ink = "bold $primary" if active.enabled else "$foreground 35%"
            hint = Content.assemble(
                (key, ink), " ", (binding.description, "$foreground 65%")
            )
            group = pinned if binding.action in PINNED else hints
            group.append((hint, "" if "-" in key else binding.key))
        return hints, pinned
