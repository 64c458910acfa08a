"""The settings as a table; enter changes the one under the cursor."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.load import number
from befit_tui.domain.value import Value, replace
from befit_tui.logbook.lines import Run
from befit_tui.settings import CHOICES, HELP, NUMBERS, Settings, typed_setting
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.lines import Lines
from befit_tui.ui.widgets.text import clean, fit

NAME, VALUE = 17, 25
"""Widths of the columns, in cells."""
ROOMY = 50
"""Cells from which what a setting does stands beside it, not only below."""
SHORTER = re.compile(r'(: |; |, ").*')
"""What is left out beside it."""
YES_NO = {"True": "yes", "False": "no"}


class SettingRow(Value, frozen=True):
    """A setting by its key, and its value in words."""

    id: str
    value: str
    is_heading: bool = False


class SettingsDialog(Dialog[None]):
    """Hands each new value to ``change`` at once, and stays open."""

    DEFAULT_CSS = """
    SettingsDialog #kept { text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", id="settings.change"),
        Binding("left", "step(-1)", "before", key_display="←", id="settings.before"),
        Binding("right", "step(1)", "after", key_display="→", id="settings.after"),
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
        with DialogFrame("Settings", tall=True, wide=True):
            yield Lines(_line, tuple(self._rows()))
            yield Static(id="what", classes="dialog-note")
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
        """Choose one of the values, or type one."""
        row = self.query_one(Lines).row
        if row is None:
            return
        choices = self._choices.get(row.id, ())
        if choices:
            await self._choose(row.id, choices)
        elif (value := await self._ask(row.id)) is not None:
            self._keep(row.id, value)

    def action_step(self, step: int) -> None:
        """Take the value before the present one (-1) or after it (1)."""
        row = self.query_one(Lines).row
        choices = self._choices.get(row.id, ()) if row else ()
        if row is not None and choices:
            at = self._place(row.id, choices) + step
            self._keep(row.id, choices[at % len(choices)])

    async def _choose(self, key: str, choices: Sequence[object]) -> None:
        labels = [YES_NO.get(str(one), str(one)) for one in choices]
        dialog = Choice(_named(key), labels, self._place(key, choices))
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is not None:
            self._keep(key, choices[chosen])

    def _place(self, key: str, choices: Sequence[object]) -> int:
        """Where the present value stands among the choices."""
        now = getattr(self._settings, key)
        return choices.index(now) if now in choices else 0

    def _keep(self, key: str, value: object) -> None:
        if value != getattr(self._settings, key):
            self._settings = replace(self._settings, **{key: value})  # type: ignore[arg-type]
            self.query_one(Lines).update_rows(tuple(self._rows()))
            self._change(key, value)

    async def _ask(self, key: str) -> object:
        """A value that is no choice; None when the dialog was put away."""
        check = partial(typed_setting, key)
        prompt = Prompt(
            _named(key),
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


def _named(key: str) -> str:
    """A setting as people write it."""
    return key.replace("_", " ")


def _line(row: SettingRow, width: int, _selected: bool) -> Iterator[Run]:
    yield _named(row.id).ljust(NAME), "strong"
    yield fit(clean(row.value), VALUE - 2).ljust(VALUE), ""
    if (room := width - NAME - VALUE) >= ROOMY:
        yield fit(SHORTER.sub("", HELP[row.id]), room), "dim"
