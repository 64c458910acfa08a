"""A list of options that a click chooses from as the arrow keys do."""

from textual.events import Click
from textual.widgets import OptionList


class Options(OptionList):
    """Textual's list takes an option at the first click; this one at a double click."""

    def on_click(self, event: Click) -> None:
        """Mark the option under the mouse; a double click does what enter does."""
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None:
            return
        if event.chain == 1:
            self.highlighted = place
        elif event.chain == 2 and place == self.highlighted:
            self.action_select()
