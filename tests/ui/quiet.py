"""Waiting until an app has done all that it was asked, and no longer.

Textual's pilot waits until the process has used hardly any time, 40 ms a key, and has
every widget call back. On a busy machine a process that got no turn passes for one that
is done, and a test then looks at the screen too early.
"""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from textual import app, pilot
from textual import screen as screens
from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widget import Widget

from befit_tui.ui.app import BefitApp

LOOK_S = 0.002
"""Seconds between looks at what a thread or a timer does meanwhile."""
TURNS = 50
"""Turns of the event loop before it is looked although not all tasks are at rest."""
NEVER_S = 3600.0
"""Seconds to what no test waits for."""


def wait_so(patch: pytest.MonkeyPatch) -> None:
    """Let every pilot wait as `quiet` does, and nothing be painted but then.

    A frame that is painted earlier is one that no test reads.
    """
    patch.setattr(app, "wait_for_idle", quiet)
    patch.setattr(pilot, "wait_for_idle", quiet)
    patch.setattr(Pilot, "_wait_for_screen", quiet)
    patch.setattr(screens, "UPDATE_PERIOD", NEVER_S)


async def quiet(*_: object) -> None:
    """Wait until nothing is left to do, and paint what is not painted yet.

    What goes on behind the screen is not waited for, nor is a key that waits for it.
    """
    running, loop = active_app.get(), asyncio.get_running_loop()
    while running.is_running and running._exception is None:
        for _ in range(TURNS):
            await asyncio.sleep(0)
            if not loop._ready:  # type: ignore[attr-defined]
                break
        is_busy = (
            running._batch_count
            or running._resize_timer is not None
            or any(map(_has_work, _pumps(running)))
        )
        if not is_busy and _paint(running):
            continue
        if not is_busy and not _waits(running):
            return
        await asyncio.sleep(LOOK_S)


def _waits(running: App[Any]) -> bool:
    """Whether something will go on by itself: a key, or a worker that keys wait for."""
    if not isinstance(running, BefitApp):
        return False
    keys = running.input
    is_next = not keys.is_empty and not keys.waits(keys._waiting[0][0])
    return is_next or any(map(keys._is_awaited, running.workers))


def _pumps(running: App[Any]) -> Iterator[MessagePump]:
    yield running
    for screen in running.screen_stack:
        yield from screen.walk_children(Widget, with_self=True)


def _has_work(pump: MessagePump) -> bool:
    waits = bool(pump._next_callbacks) or not pump._message_queue.empty()
    return waits or pump._pending_message is not None


def _paint(running: App[Any]) -> bool:
    """Paint, without waiting for the time of the next frame; whether there was a need.

    What waits for the frame is called then.
    """
    seen = running.screen
    is_due = (
        seen._layout_required
        or seen._scroll_required
        or seen._repaint_required
        or seen._recompose_required
        or seen._dirty_widgets
        or seen._callbacks
    )
    if is_due:
        seen._on_timer_update()
    return bool(is_due)
