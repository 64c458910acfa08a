"""A running app for tests: a folder of its own, a clock that only tests move."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from builders import MONDAY
from textual.pilot import Pilot
from ui.screen_text import screen_text

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.settings import Settings
from befit_tui.store.store import Store
from befit_tui.ui.app import BefitApp
from befit_tui.ui.input_queue import BACKGROUND
from befit_tui.ui.screens.workout.pane import WorkoutPane
from befit_tui.ui.terminal_driver import PlaceParser


class Clock:
    """A wall clock and a monotonic clock that stand until they are moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.monotonic = 1000.0

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, seconds: float) -> None:
        """Let both clocks go on."""
        self.now += timedelta(seconds=seconds)
        self.monotonic += seconds


@dataclass
class Rig:
    """What a test touches: keys, the screen as text, the log on disk, the clock."""

    app: BefitApp
    pilot: Pilot[None]
    logbook: Logbook
    clock: Clock

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, a second apart."""
        for key in keys:
            self.clock.pass_time(1)
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type characters faster than they are drawn, and wait for the last.

        Key by key is how `press` and the random bursts do it; each would be drawn.
        """
        self.clock.pass_time(0.1 * len(text))
        await self.write(text)

    async def burst(self, *keys: str) -> None:
        """Press keys in one write of the terminal, and wait until all are done."""
        self.clock.pass_time(1)
        await self.write("".join(BYTES.get(key, key) for key in keys))

    async def write(self, text: str) -> None:
        """Let the terminal send this at once, and wait until it has been dealt with."""
        for event in PlaceParser().feed(text):
            self.app._driver.process_message(event)
        await self.pilot.pause()
        while self.app.is_running and not self.app.input.is_empty:
            await self.pilot.pause()
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until what goes on behind the screen is done and drawn."""
        await self.pilot.pause()
        while going := [
            one
            for one in self.app.workers
            if one.group == BACKGROUND and not one.is_finished
        ]:
            # One that a newer one took the place of is done with as well.
            await asyncio.gather(*(one.wait() for one in going), return_exceptions=True)
            await self.pilot.pause()

    async def search(self, words: str) -> None:
        """Look for a command of the palette."""
        await self.press("ctrl+p")
        await self.type(words)
        await self.settle()

    @property
    def screen(self) -> str:
        """The screen as text."""
        return screen_text(self.app)

    @property
    def cursor(self) -> RowCursor:
        """The rows of the workout in progress."""
        return self.app.query_one(WorkoutPane).editor.cursor

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """The sets of the open workout as they are on disk."""
        active = self.logbook.store.active()
        return active.sets if active else ()


BYTES = {
    "enter": "\r", "escape": "\x1b[27u", "delete": "\x1b[3~", "backspace": "\x7f",
    "tab": "\t", "left": "\x1b[D", "right": "\x1b[C", "at": "@",
    "down": "\x1b[B", "up": "\x1b[A", "space": " ", "question_mark": "?",
    "ctrl+p": "\x10", "ctrl+q": "\x11", "ctrl+r": "\x12", "ctrl+z": "\x1a",
}  # fmt: skip
"""Keys as a terminal sends them, where they are no characters."""
KEYS = {"@": "at", ".": "full_stop", "+": "plus", "-": "minus", "=": "equals_sign",
        " ": "space", "#": "number_sign", "/": "slash", ":": "colon"}  # fmt: skip


PATIENCE_S = 90
"""Far more than any journey takes, also on a machine with other things to do."""


def run(journey: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a journey to its end; one that waits for ever fails, and stops no other."""
    asyncio.run(asyncio.wait_for(journey(), PATIENCE_S))


@asynccontextmanager
async def befit(
    folder: Path,
    past: Iterable[Workout] = (),
    *,
    size: tuple[int, int] = (120, 40),
    now: datetime = MONDAY + timedelta(days=21),
    settings: Settings | None = None,
) -> AsyncIterator[Rig]:
    """The app on ``folder``, with ``past`` in its history."""
    clock, settings = Clock(now), settings or Settings()
    store = Store(folder, clock=clock)
    try:
        if past := tuple(past):
            store.add_workouts(past, "past")
        logbook = Logbook(
            store,
            load_catalog(),
            clock=clock,
            new_id=id_maker(clock),
            unit=settings.unit,
        )
        app = BefitApp(
            logbook,
            settings,
            folder / "config.toml",
            monotonic=lambda: clock.monotonic,
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            rig = Rig(app, pilot, logbook, clock)
            await rig.settle()
            yield rig
    finally:
        store.close()
        gc.unfreeze()  # an app stays as long as its process; here others follow
