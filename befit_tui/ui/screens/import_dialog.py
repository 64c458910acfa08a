"""Bringing a log in: a path, what the file holds, and one commit."""

from pathlib import Path

from textual.app import App
from textual.suggester import Suggester

from befit_tui.domain.errors import BefitError, UnitNeededError
from befit_tui.domain.load import Unit
from befit_tui.logbook import Logbook

from befit_tui.ui.screens.prompt import Prompt


class PathSuggester(Suggester):
    """Completes a path by what is in its folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first entry of the folder that continues what is typed."""
        if not value:
            return None
        folder, slash, start = value.rpartition("/")
        where = Path(folder + slash).expanduser() if slash else Path()
        try:
            names = sorted(
                entry.name + ("/" if entry.is_dir() else "")
                for entry in where.iterdir()
                if entry.name.startswith(start) and (start or entry.name[0] != ".")
            )
        except OSError:
            return None
        return (
            f"{folder}{slash}{names[0]}"
            if names and len(names[0]) > len(start)
            else None
        )
