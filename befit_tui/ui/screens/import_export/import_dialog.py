"""Bringing a log in: a path, what the file holds, and one commit."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Static

from befit_tui.domain.errors import BefitError, UnitNeededError
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import day_words
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.importing import (
    ImportPreview,
    commit,
    preview_files,
)
from befit_tui.logbook.import_export.lift_names import named_in
from befit_tui.transfer.options import ReadOptions
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.screens.import_export.lift_names import LiftNames
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.text import clean

NAMES_SHOWN = 6
"""Exercises without a match that are named in the preview."""


async def import_log(app: App[Any], logbook: Logbook) -> bool:
    """Ask for a file, show what it would add, and add it; whether it was added."""
    hint = (
        "A file of Hevy, Strong, FitNotes, Fitbod, Jefit, Liftosaur, StrongLifts or "
        "Befit. → takes the suggestion."
    )
    typed = ""
    while True:
        prompt = Prompt(
            "Import a log", value=typed, hint=hint, suggester=PathSuggester()
        )
        answer = await app.push_screen_wait(prompt)
        if not answer:
            return False
        typed = answer
        try:
            preview = await _preview(app, logbook, Path(typed).expanduser())
            if preview is None or not await app.push_screen_wait(
                PreviewDialog(logbook, preview)
            ):
                return False
            # A name may mean another lift since the file was read.
            preview = await _preview(app, logbook, Path(typed).expanduser())
            if preview is None:
                return False
            commit(logbook, [preview])
        except BefitError as error:
            hint = str(error)
            continue
        app.notify(f"{preview.sets} sets imported · u to undo", markup=False)
        return True


async def _preview(app: App[Any], logbook: Logbook, path: Path) -> ImportPreview | None:
    """What the file holds; its unit is asked for when the file does not say."""
    try:
        return preview_files(logbook, [path])[0]
    except UnitNeededError:
        hint = "The file names no unit: type kg or lb."
        unit = await app.push_screen_wait(Prompt("Unit of the loads", hint=hint))
        if unit not in tuple(Unit):
            return None
        return preview_files(logbook, [path], ReadOptions(unit=Unit(unit)))[0]


class PreviewDialog(Dialog[bool]):
    """What a file would add; gives True when it shall be added."""

    DEFAULT_CSS = """
    PreviewDialog {
        align: center middle;
        Vertical { width: 76; max-width: 96%; height: auto; border: round $primary;
                   background: $surface; padding: 1 2; }
        Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "import", id="import.commit"),
        Binding("n", "names", "names", id="import.names"),
        Binding("escape", "dismiss(False)", "cancel", id="import.cancel"),
    ]

    def __init__(self, logbook: Logbook, preview: ImportPreview) -> None:
        super().__init__()
        self._logbook = logbook
        self._preview = preview

    def compose(self) -> ComposeResult:
        """Counts, and what could not be used."""
        with Vertical() as frame:
            frame.border_title = Content(clean(self._preview.file))
            frame.border_subtitle = "enter import · n names and lifts · esc cancel"
            yield Static(Content("\n").join(_lines(self._preview)))

    def action_names(self) -> None:
        """What each name of the file was taken for, before anything is written."""
        matches = self._preview.matches
        names = partial(named_in, self._logbook, matches)
        self.app.push_screen(LiftNames(self._logbook, names))


def _lines(preview: ImportPreview) -> list[Content]:
    facts = [("format", preview.app), ("rows", str(preview.rows))]
    if preview.workouts:
        first, last = preview.workouts[0], preview.workouts[-1]
        span = f"{day_words(first.started_at)} to {day_words(last.started_at)}"
        facts.append(("workouts to add", f"{len(preview.workouts)}, {span}"))
    facts.append(("sets to add", str(preview.sets)))
    if preview.duplicates:
        facts.append(("already there", str(preview.duplicates)))
    facts += [(f"skipped: {one.reason}", str(one.rows)) for one in preview.skipped]
    if preview.errors:
        first_error = preview.errors[0]
        told = f"{len(preview.errors)}, first line {first_error.line}: "
        facts.append(("cannot be read", told + first_error.reason))
    if preview.unmatched:
        names = ", ".join(preview.unmatched[:NAMES_SHOWN])
        more = len(preview.unmatched) - NAMES_SHOWN
        facts.append(
            ("new exercises", names + (f" and {more} more" if more > 0 else ""))
        )
    return [
        Content.assemble((f"{label:<22}", "$foreground 60%"), clean(value))
        for label, value in facts
    ]


class PathSuggester(Suggester):
    """Completes a path by what is in its folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first entry of the folder that continues what is typed."""
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
        return f"{folder}{slash}{names[0]}" if value and names else None
