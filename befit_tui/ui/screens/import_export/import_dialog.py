"""Bringing a log in: a path, what the file would change, and one commit."""

import os
from collections.abc import Iterable
from enum import Enum, auto
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import ProgressBar, Static

from befit_tui.domain.errors import BefitError, UnitNeededError, UnknownTableError
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.logbook.import_export.exercise_names import named_in
from befit_tui.logbook.import_export.importing import (
    ImportPreview,
    columns_typed,
    commit,
    parse_for,
    preview_parsed,
)
from befit_tui.logbook.import_export.outcome import Fact, facts, look_at, tells
from befit_tui.logbook.import_export.sources import source_lines
from befit_tui.logbook.logbook import Logbook
from befit_tui.transfer.formats.generic import PARTS
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.plan import Choices
from befit_tui.transfer.rows import ReadOptions
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.screens.import_export.exercise_names import ExerciseNames
from befit_tui.ui.screens.prompt import Prompt, ask_line
from befit_tui.ui.widgets.text import clean

_EVERY_S = 0.1
"""Seconds between two looks at how much is read."""
HINT = "The path of the file. Where an app writes it:"


async def import_log(app: App[Any], logbook: Logbook) -> bool:
    """Ask for a file, show what it would change, and do it; whether it was done."""
    typed, hint = "", "\n".join((HINT, *source_lines()))
    while True:
        prompt = Prompt(
            "Import a log",
            str,
            value=typed,
            hint=hint,
            suggester=PathSuggester(),
        )
        answer = await app.push_screen_wait(prompt)
        if not answer:
            return False
        typed = answer
        try:
            preview = await _agreed(app, logbook, Path(typed).expanduser())
            if preview is None:
                return False
            commit(logbook, [preview])
        except BefitError as error:
            hint = str(error)
            continue
        told = (*facts(preview), *look_at(preview))
        if await app.push_screen_wait(ResultDialog(told, tells(logbook))):
            names = partial(named_in, logbook, preview.parsed.matches)
            await app.push_screen_wait(ExerciseNames(logbook, names))
        return True


async def _agreed(app: App[Any], logbook: Logbook, path: Path) -> ImportPreview | None:
    """What the file would change, once the lifter agrees; None when it shall not.

    The keys of the preview change what is to become of it, and show it anew.
    """
    choices = Choices()
    read = await _read(app, logbook, path, ReadOptions())
    while read is not None:
        parsed, options = read
        (preview,) = preview_parsed(logbook, [(path, parsed)], choices)
        answer = await app.push_screen_wait(PreviewDialog(preview, choices))
        match answer:
            case Answer.IMPORT:
                return preview
            case Answer.FILE_WINS:
                choices = replace(choices, take_file=not choices.take_file)
            case Answer.KEEP_BOTH:
                choices = replace(choices, keep_both=not choices.keep_both)
            case Answer.NAMES:
                names = partial(named_in, logbook, parsed.matches)
                await app.push_screen_wait(ExerciseNames(logbook, names))
                # A name may mean another exercise since the file was read.
                read = await _read(app, logbook, path, options)
            case Answer.OTHER_ORDER:
                options = replace(options, day_first=not options.day_first)
                read = await _read(app, logbook, path, options)
            case _:
                return None
    return None


async def _read(
    app: App[Any], logbook: Logbook, path: Path, options: ReadOptions
) -> tuple[ParsedLog, ReadOptions] | None:
    """The log in a file, read beside the keys; None when the lifter stops it.

    What the file does not say is asked, and added to the options: the unit of its
    loads, or what is in its columns.
    """
    while True:
        found = await app.push_screen_wait(ReadingDialog(logbook, path, options))
        if not isinstance(found, BefitError):
            return None if found is None else (found, options)
        if isinstance(found, UnitNeededError) and options.unit is None:
            units = tuple(Unit)
            title, at = (
                "The file names no unit: its loads are",
                units.index(logbook.unit),
            )
            chosen = await app.push_screen_wait(Choice(title, units, at))
            if chosen is None:
                return None
            options = replace(options, unit=units[chosen])
        elif isinstance(found, UnknownTableError) and options.columns is None:
            columns = await _columns(app, found)
            if columns is None:
                return None
            options = replace(options, columns=columns)
        else:
            raise found


async def _columns(app: App[Any], table: UnknownTableError) -> dict[str, str] | None:
    """What is in the columns of a table, as the lifter says; a guess stands there."""
    rows = "\n".join("  ".join(row)[:100] for row in table.rows)
    return await ask_line(
        app,
        "What is in the columns?",
        columns_typed,
        ",".join(f"{part}={heading}" for part, heading in table.guess.items()),
        hint=f"{rows}\nname the heading of each: {', '.join(PARTS)}",
    )


class PathSuggester(Suggester):
    """Completes a path by what is in its folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first entry of the folder that continues what is typed."""
        start = os.path.split(value)[1]
        folder = value.removesuffix(start)
        where = Path(folder).expanduser()
        try:
            names = sorted(
                entry.name + (os.sep if entry.is_dir() else "")
                for entry in where.iterdir()
                if entry.name.startswith(start) and (start or entry.name[0] != ".")
            )
        except OSError:
            return None
        return f"{folder}{names[0]}" if value and names else None


class _StoppedError(BefitError):
    """The lifter does not want to wait for the end."""


class ReadingDialog(Dialog[ParsedLog | BefitError | None]):
    """Reads a file; gives the log in it, why it is refused, or None when stopped."""

    DEFAULT_CSS = """
    ReadingDialog {
        ProgressBar { width: 1fr; }
        Bar { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "stop", id="import.stop"),
    ]

    def __init__(self, logbook: Logbook, path: Path, options: ReadOptions) -> None:
        self._bar = ProgressBar(total=1, show_eta=False)
        super().__init__(DialogFrame(f"Reading {path.name}", self._bar))
        self._logbook = logbook
        self._path = path
        self._options = replace(options, progress=self._tell)
        self._share = 0.0
        self._stopped = Event()

    def on_mount(self) -> None:
        """Begin to read."""
        self.set_interval(_EVERY_S, self._show)
        self._read()

    def action_stop(self) -> None:
        """Read no further."""
        self._stopped.set()

    @work(thread=True)
    def _read(self) -> None:
        try:
            found: ParsedLog | BefitError | None = parse_for(
                self._logbook, self._path, self._options
            )
        except _StoppedError:
            found = None
        except BefitError as error:
            found = error
        self.app.call_from_thread(self.dismiss, found)

    def _tell(self, share: float) -> None:
        """Takes how much is read, in the thread that reads."""
        if self._stopped.is_set():
            raise _StoppedError("The import was stopped.")
        self._share = share

    def _show(self) -> None:
        self._bar.update(progress=self._share)


_LABEL = 22
"""Columns of what is told, before what there is to tell."""


class Answer(Enum):
    """What the lifter says to a preview."""

    IMPORT = auto()
    FILE_WINS = auto()
    KEEP_BOTH = auto()
    OTHER_ORDER = auto()
    NAMES = auto()


class PreviewDialog(Dialog[Answer | None]):
    """What a file would change; gives what the lifter says, None for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('IMPORT')", "import", id="import.commit"),
        Binding("n", "answer('NAMES')", "names", id="import.names"),
        Binding("f", "answer('FILE_WINS')", "who wins", id="import.file_wins"),
        Binding("b", "answer('KEEP_BOTH')", "keep both", id="import.keep_both"),
        Binding("o", "answer('OTHER_ORDER')", "day, month", id="import.order"),
        Binding("escape", "dismiss(None)", "cancel", id="import.cancel"),
    ]

    def __init__(self, preview: ImportPreview, choices: Choices) -> None:
        self._preview = preview
        self._choices = choices
        keys = filter(None, self._answers().values())
        told = _content([*facts(preview), *look_at(preview), *keys])
        frame = DialogFrame(preview.file, Static(told), wide=True, scrolls=True)
        super().__init__(frame)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that would change something."""
        return action != "answer" or Answer[str(parameters[0])] in self._answers()

    def action_answer(self, answer: str) -> None:
        """Give an answer."""
        self.dismiss(Answer[answer])

    def _answers(self) -> dict[Answer, Fact | None]:
        plan, parsed, choices = self._preview.plan, self._preview.parsed, self._choices
        wins = "the file" if choices.take_file else "the log"
        kept = "come in too" if choices.keep_both else "are left out"
        found: dict[Answer, Fact | None] = {Answer.IMPORT: None}
        if parsed.matches:
            found[Answer.NAMES] = None
        if choices.take_file or any(d.what is What.CONFLICT for d in plan.differences):
            found[Answer.FILE_WINS] = "f", f"where both changed, {wins} wins"
        if plan.left_out or plan.stay_deleted:
            said = f"workouts of another app, or deleted here, {kept}"
            found[Answer.KEEP_BOTH] = "b", said
        if parsed.order_unclear:
            found[Answer.OTHER_ORDER] = "o", "read day and month the other way round"
        return found


class ResultDialog(Dialog[bool]):
    """What an import has come to; gives True to see what its names mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss(False)", "close", id="import.close"),
        Binding("n", "dismiss(True)", "names of exercises", id="import.result_names"),
    ]

    def __init__(self, told: Iterable[Fact], sentences: Iterable[str]) -> None:
        lines = "", *sentences, "Once this is closed, u takes it back."
        inside = _content(told), Content("\n").join(map(Content, lines))
        frame = DialogFrame("Imported", *map(Static, inside), wide=True, scrolls=True)
        super().__init__(frame)


def _content(told: Iterable[Fact]) -> Content:
    return Content("\n").join(
        Content.assemble((f"{clean(label):<{_LABEL}}", "$foreground 60%"), clean(value))
        for label, value in told
    )
