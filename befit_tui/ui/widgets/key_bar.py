"""The line at the bottom: the keys that do something now, from the bindings.

Textual's Footer is one widget a key and makes a focus change two to three times
slower; this is one widget that sheds keys from the end when the line is short.
"""

from collections.abc import Iterable

from textual.content import Content
from textual.screen import Screen

from befit_tui.ui.widgets.line_panel import LinePanel

PINNED = ("show_keys", "app.show_keys")
"""Actions that stay visible however narrow the line is."""


class KeyBar(LinePanel):
    """Keys and what they do, as many as fit."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The keys in the order of the bindings, the pinned ones flush right."""
        hints, pinned = self._hints()
        end = Content("  ").join(pinned)
        room = self.size.width - end.cell_length
        line = Content("")
        for hint in hints:
            longer = line + hint + Content("  ")
            if longer.cell_length > room:
                break
            line = longer
        yield line + Content(" " * max(0, room - line.cell_length)) + end

    def _hints(self) -> tuple[list[Content], list[Content]]:
        hints: list[Content] = []
        pinned: list[Content] = []
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
            (pinned if binding.action in PINNED else hints).append(hint)
        return hints, pinned
