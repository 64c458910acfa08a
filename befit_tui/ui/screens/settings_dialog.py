"""The settings on one page; enter changes the one under the cursor."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from befit_tui.domain.errors import SettingsError
from befit_tui.settings import CHOICES, HELP, Settings, typed_setting
from befit_tui.ui.screens.prompt import Prompt

Change = tuple[str, object]
"""A key of the settings and its new value."""


class SettingsDialog(ModalScreen[Change | None]):
    """Gives the next value of the chosen setting, or None when it was closed."""

    DEFAULT_CSS = """
    SettingsDialog {
        align: center middle;
        Vertical { width: 76; max-width: 96%; height: auto; border: round $primary;
                   background: $surface; padding: 0 1; }
        OptionList { border: none; height: auto; background: $surface; padding: 0; }
        OptionList:focus { border: none; background-tint: transparent 0%; }
        Static { color: $foreground 60%; height: auto; margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,S", "dismiss(None)", "close", id="settings.close"),
    ]

    def __init__(
        self, settings: Settings, config: Path, themes: Sequence[str], chosen: int = 0
    ) -> None:
        super().__init__()
        self._settings = settings
        self._config = config
        self._choices = {**CHOICES, "theme": tuple(sorted(themes))}
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """A line for each setting, and where they are kept."""
        with Vertical() as frame:
            frame.border_title = "Settings"
            frame.border_subtitle = "enter change · esc close"
            options = OptionList(*(Option(self._line(key), id=key) for key in HELP))
            options.highlighted = self._chosen
            yield options
            yield Static(Content(f"Kept in {self._config}"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the value after the present one."""
        key = event.option.id or ""
        if key not in self._choices:
            self._ask(key)
            return
        choices = self._choices[key]
        now = getattr(self._settings, key)
        at = choices.index(now) if now in choices else -1
        self.dismiss((key, choices[(at + 1) % len(choices)]))

    @work
    async def _ask(self, key: str) -> None:
        """Ask for a value that is no choice, until it can be used."""
        hint, text = HELP[key], str(getattr(self._settings, key))
        while True:
            prompt = Prompt(key.replace("_", " "), value=text, hint=hint)
            typed = await self.app.push_screen_wait(prompt)
            if typed is None:
                return
            try:
                self.dismiss((key, typed_setting(key, typed)))
            except SettingsError as error:
                hint, text = str(error), typed
                continue
            return

    def _line(self, key: str) -> Content:
        value = getattr(self._settings, key)
        said = {"True": "yes", "False": "no"}.get(str(value), str(value))
        return Content.assemble(
            (f"{key.replace('_', ' '):<17}", "bold"),
            (f"{said:<14} ", "$primary"),
            (HELP[key], "$foreground 55%"),
        )
