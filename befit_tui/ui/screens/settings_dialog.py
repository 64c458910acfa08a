"""The settings as a table; enter changes the one under the cursor."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from befit_tui.domain.load import number
from befit_tui.logbook.lines import Run
from befit_tui.settings import CHOICES, HELP, NUMBERS, Settings, typed_setting
from befit_tui.ui.screens.list_dialog import Lines
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

NAME, VALUE = 17, 25
"""Widths of the columns, in cells."""
ROOMY = 28
"""Cells from which what a setting does stands beside it, not only below."""
YES_NO = {"True": "yes", "False": "no"}


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting by its key, and its value in words."""

    id: str
    value: str
    is_heading: bool = False


class SettingsDialog(ModalScreen[None]):
    """Hands each new value to ``change`` at once, and stays open."""

    DEFAULT_CSS = """
    SettingsDialog {
        align: center middle;
        #settings { width: 104; max-width: 98%; height: 18; max-height: 98%;
                    border: round $primary; background: $surface; padding: 0 1; }
        LineList { height: 1fr; background: $surface; }
        Static { color: $foreground 60%; height: auto; }
        #what { margin-top: 1; color: $foreground; }
        #kept { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", id="settings.change"),
        Binding("escape,S,q", "dismiss(None)", "close", id="settings.close"),
    ]

    def __init__(
        self,
        settings: Settings,
        config: Path,
        themes: Sequence[str],
        change: Callable[[str, object], None],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._config = config
        self._choices = {**CHOICES, "theme": tuple(sorted(themes))}
        self._change = change

    def compose(self) -> ComposeResult:
        """A line for each setting, and where they are kept."""
        with Vertical(id="settings") as frame:
            frame.border_title = "Settings"
            frame.border_subtitle = "enter change · esc close"
            yield Lines(_line, tuple(self._rows()))
            yield Static(id="what")
            yield Static(Content(clean(f"Kept in {self._config}")), id="kept")

    def on_mount(self) -> None:
        """Begin with the first."""
        self._tell()

    @on(LineList.Highlighted)
    def _tell(self) -> None:
        """Say in full what the setting under the cursor does."""
        row = self.query_one(Lines).row
        self.query_one("#what", Static).update(Content(HELP[row.id] if row else ""))

    @work
    async def action_change(self) -> None:
        """Take the value after the present one, or ask for one."""
        row = self.query_one(Lines).row
        if row is None:
            return
        key, now = row.id, getattr(self._settings, row.id)
        value = self._after(key, now) if key in self._choices else await self._ask(key)
        if value is not None:
            self._settings = replace(self._settings, **{key: value})  # type: ignore[arg-type]
            self.query_one(Lines).update_rows(tuple(self._rows()))
            self._change(key, value)

    def _after(self, key: str, now: object) -> object:
        choices = self._choices[key]
        at = choices.index(now) if now in choices else -1
        return choices[(at + 1) % len(choices)]

    async def _ask(self, key: str) -> object:
        """A value that is no choice; None when the dialog was put away."""
        check = partial(typed_setting, key)
        prompt = Prompt(
            key.replace("_", " "),
            value=self._said(key),
            hint=HELP[key],
            check=check,
            retyped=check if key in NUMBERS else None,
        )
        typed = await self.app.push_screen_wait(prompt)
        return None if typed is None else typed_setting(key, typed)

    def _rows(self) -> Iterator[SettingRow]:
        for key in HELP:
            value = self._said(key)
            yield SettingRow(key, YES_NO.get(value, value))

    def _said(self, key: str) -> str:
        value = getattr(self._settings, key)
        return number(value) if key in NUMBERS else str(value)


def _line(row: SettingRow, width: int, _selected: bool) -> Iterator[Run]:
    yield row.id.replace("_", " ").ljust(NAME), "strong"
    yield fit(clean(row.value), VALUE - 2).ljust(VALUE), ""
    about, room = HELP[row.id].partition(":")[0], width - NAME - VALUE
    if room >= ROOMY:
        yield fit(about, room), "dim"
