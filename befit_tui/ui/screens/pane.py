"""What the panes of the three modes have in common, and what they tell the app."""

import asyncio
from typing import ClassVar

from textual.containers import Container
from textual.events import Event
from textual.message import Message

from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.settings import Settings
from befit_tui.ui.widgets.containers import Blank


class LogChanged(Message, bubble=False):
    """To a mode: the log holds something new, draw it."""


class LogWritten(Message):
    """From a mode: it has changed the log."""


class SettingChosen(Message):
    """From a mode: the lifter has answered what a setting is to be."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        self.key = key
        self.value = value


class ShowWorkout(Message):
    """From a mode: the lifter wants to see a workout in the history."""

    def __init__(self, workout_id: str) -> None:
        super().__init__()
        self.workout_id = workout_id


class Pane(Container, Blank):
    """One mode of the program."""

    NAME: ClassVar[str]
    """The mode, which is the id of the pane."""
    KEYS_FOR: ClassVar[str] = "*"
    """Selector of the widget that gets the keys when the mode is chosen."""

    def __init__(self, logbook: Logbook, settings: Settings) -> None:
        """Whoever has panes keeps their ``settings`` true."""
        super().__init__(id=self.NAME)
        self.settings = settings
        self._logbook = logbook

    def on_log_changed(self, _: LogChanged) -> None:
        """Draw the log if it can be seen; it is asked again whenever it is shown."""
        if self.display:
            self.draw_log()

    def draw_log(self) -> None:
        """Draw the log as it is now."""

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that the keys are about, if they are about one."""
        return None

    def action_card(self) -> None:
        """What that exercise is."""
        from befit_tui.ui.screens.dialog import show_card  # noqa: PLC0415

        if (exercise := self.exercise) is not None:
            show_card(self.app, exercise, self._logbook)

    def waits(self, _: Event) -> bool:
        """Whether an input is meant for what the mode does not show yet."""
        return False

    @property
    def unlogged(self) -> str:
        """What is counted and on no disk yet, as a sentence; empty for nothing."""
        return ""

    def say_unlogged(self) -> None:
        """Say it, as long as it is so."""

    async def painted(self) -> None:
        """Wait until what was drawn is painted: a thread would take turns with that."""
        done = asyncio.Event()
        self.call_after_refresh(done.set)
        await done.wait()

    def take_keys(self) -> None:
        """Give the keys to the widget they are for."""
        self.query(self.KEYS_FOR).first().focus()
