"""Why today's sets of the lift under the cursor are what they are."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean


class PlanPanel(LinePanel):
    """The reason of the plan; the sets themselves stand in the list."""

    DEFAULT_CSS = "PlanPanel { padding: 0 1; }"

    _why = ""

    def show(self, why: str) -> None:
        """Show another reason."""
        if why != self._why:
            self._why = why
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """The title and the reason."""
        title = ("The plan  ", "bold $primary")
        yield Content.assemble(title, (clean(self._why), "$foreground 75%"))
