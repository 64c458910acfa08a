"""The settings in use: each change reaches all that go by it, and ``config.toml``."""

from pathlib import Path
from typing import Any

from textual.app import App

from befit_tui.domain.value import replace
from befit_tui.domain.wording import DATES
from befit_tui.logbook.logbook import Logbook
from befit_tui.settings import Settings, write_setting
from befit_tui.store.files import fingerprint
from befit_tui.ui.screens.pane import Pane
from befit_tui.ui.themes import DARK
from befit_tui.ui.toasts import warn


class SettingsInUse:
    """What the lifter has set: ``values``, kept in ``file``."""

    def __init__(
        self, app: App[Any], logbook: Logbook, values: Settings, file: Path
    ) -> None:
        self._app = app
        self._logbook = logbook
        self.values = values
        self.file = file
        self._as_read = fingerprint(file)
        DATES.set(values.dates)

    @property
    def are_as_read(self) -> bool:
        """Whether nobody has edited the file by hand since it was read."""
        return fingerprint(self.file) == self._as_read

    def change(self, key: str, value: object) -> None:
        """Set one; BefitError if it counts until the end only, as none can be kept."""
        self.values = replace(self.values, **{key: value})  # type: ignore[arg-type]
        if key == "theme":
            self.wear_theme()
        self.values.apply_to(self._logbook)
        for pane in self._app.query(Pane):
            pane.settings = self.values
        for chart in self._app.query("Chart"):
            chart.glyph_set = self.values.charts  # type: ignore[attr-defined]
        were_as_read = self.are_as_read
        write_setting(self.file, key, value)
        if were_as_read:
            self._as_read = fingerprint(self.file)

    def wear_theme(self) -> None:
        """Put on the theme that is set, or the dark one where there is none like it."""
        app, theme = self._app, self.values.theme
        app.theme = theme if theme in app.available_themes else DARK.name
        if app.theme != theme:
            warn(app, [f"There is no theme {theme!r}; {DARK.name} is used."])
