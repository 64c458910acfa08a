"""The queue of keys, pastes and clicks: one at a time and in order.

Textual hands each key at once to the widget that has the focus at that moment; from
there it travels through the queues of the widgets above, and the dialog it opens is
made later still. A key that follows at once would go to what is below: ``/`` and ``d``
in one write, and the history has lost a workout. So a key is given on when the one
before has done its work: when no widget has a message left to handle, what was opened
is drawn and has the focus, and every worker that a key has started is over or waits
for the answer of a dialog.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Event, Key, MouseMove
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from befit_tui.ui.keys import DESTRUCTIVE, DESTRUCTIVE_KEYS

BACKGROUND = "background"
"""Group of the workers that no key waits for; any other soon ends or opens a dialog."""
LOOK_AGAIN_S = 0.02
"""Seconds after which is looked again where nothing tells that it is over."""
PAINTED_S = 0.05
"""Seconds after which what a key does is painted, but for what is worked out behind."""
CALM_S = 0.2
"""Seconds without a key before anything is worked out that takes its time."""
SOON_S = 1.0
"""Seconds between two keys within which the second may be too early."""
ENOUGH_S = 3.0
"""Seconds of waiting after which the key that quits goes first; product constant."""


class InputQueue:
    """Gives keys, pastes and clicks on, to ``take``, when what came before is done.

    A key that may destroy something waits until what it would act on is painted; after
    anything was opened or closed every key does. One of which ``waits`` is said does so
    as long as it is. While nothing waits, all this costs one look at the queues of
    the widgets in sight.
    """

    def __init__(self, app: App[Any], take: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._take = take
        self.waits: Callable[[Event], bool] = lambda _: False
        """Whether an event is for what the screen does not show yet."""
        self._waiting: deque[tuple[Event, bool]] = deque()
        self._asking: dict[Worker[Any], Screen[Any]] = {}
        self._timer: Timer | None = None
        self._in_use: tuple[object, object] | None = None
        self._last_time = self._given_at = float("-inf")
        self._is_called = False
        self._painting = False
        self._is_painted = False
        self.early_key = ""
        """The key in work, if it may destroy and came before the last one was done."""

    @property
    def is_empty(self) -> bool:
        """Whether all that was typed has been given on."""
        return not self._waiting

    def rest_s(self) -> float:
        """Seconds since the last key was given on; any thread may ask.

        One that waits does not count: it may wait for the thread that asks.
        """
        return monotonic() - self._given_at

    def put(self, event: Event, *, clicked: bool = False) -> None:
        """Take up an event; it is given on as soon as its turn has come.

        A key that was ``clicked`` stands on the screen, and so is no early one.
        """
        if self._is_last_resort(event):
            self._waiting.clear()
            self._app.call_later(self._take, event)
            return
        self._waiting.append((event, not clicked and self._is_early(event)))
        self._look()

    def is_too_early(self, action: str) -> bool:
        """Whether the key in work would destroy what was not seen yet."""
        return bool(self.early_key) and action in DESTRUCTIVE

    def is_text(self, event: Event) -> bool:
        """Whether a key is typed where text is wanted."""
        return (
            isinstance(event, Key)
            and self._app.focused is not None
            and self._app.focused.check_consume_key(event.key, event.character)
        )

    def asks(self, worker: Worker[Any], screen: Screen[Any]) -> None:
        """A worker has opened a dialog: while it is open no key waits for it."""
        self._asking = {
            one: its for one, its in self._asking.items() if not one.is_finished
        }
        self._asking[worker] = screen

    # -- giving on; in the app's own queue, so that nothing comes between

    def _look(self) -> None:
        """Have what waits looked at, by one call: two would wait for each other."""
        if self._is_called:
            return
        self._is_called = True
        # A message would keep the app from its next callbacks, which come when idle.
        idle: bool = self._app._message_queue.empty()
        (self._app.call_next if idle else self._app.call_later)(self._give_on)

    async def _give_on(self) -> None:
        self._is_called = False
        while self._waiting and not self._painting:
            event, early = self._waiting[0]
            if (blocker := self._blocker()) is not None:
                self._come_back_after(blocker)
                return
            if self.waits(event):
                self._come_back_after(None)
                return
            if self._is_unseen(event):
                self._painting = True
                self._app.call_after_refresh(self._painted)
                return
            self._waiting.popleft()
            if not isinstance(event, MouseMove):
                key = event.key if isinstance(event, Key) else ""
                self.early_key = key if early else ""
                self._is_painted = False
                self._last_time = event.time
                self._given_at = monotonic()
                self._in_use = (self._app.screen, self._app.focused)
            await self._take(event)
        if self._timer is not None and not self._waiting:
            self._timer.pause()

    def _is_early(self, event: Event) -> bool:
        """Whether a key may destroy something and what came before it is not done."""
        if not _may_destroy(event):
            return False
        # What is busy a while after the last key is so for another reason.
        soon = event.time - self._last_time < SOON_S
        return bool(self._waiting) or (soon and self._blocker() is not None)

    def _is_unseen(self, event: Event) -> bool:
        """Whether it must be painted first what the event would act on."""
        if self._is_painted or self._in_use is None:
            return False
        opened = self._in_use != (self._app.screen, self._app.focused)
        return opened or (_may_destroy(event) and not self.is_text(event))

    def _painted(self) -> None:
        self._painting, self._is_painted = False, True
        self._look()

    def _blocker(self) -> MessagePump | Worker[Any] | None:
        """Who has not done yet what came before."""
        app = self._app
        if _has_work(app) or not app.screen_stack:
            return app
        for widget in app.screen.walk_children(Widget, with_self=True):
            if not widget._closing and (_has_work(widget) or not widget.is_mounted):
                return widget
        return next(filter(self._is_awaited, app.workers), None)

    def _is_awaited(self, worker: Worker[Any]) -> bool:
        if worker.is_finished or worker.group == BACKGROUND:
            return False
        return self._asking.get(worker) not in self._app.screen_stack

    def _come_back_after(self, blocker: MessagePump | Worker[Any] | None) -> None:
        """Look again when the blocker has handled what it has, or else in a while."""
        if blocker is self._app:
            self._look()
        elif isinstance(blocker, MessagePump):
            blocker.call_later(self._look)
        if self._timer is None:
            self._timer = self._app.set_interval(LOOK_AGAIN_S, self._look)
        self._timer.resume()

    def _is_last_resort(self, event: Event) -> bool:
        """Whether it is the key that quits and the keys before it are stuck."""
        if not self._waiting or not isinstance(event, Key) or event.key != "ctrl+q":
            return False
        first, _ = self._waiting[0]
        return event.time - first.time > ENOUGH_S


def _may_destroy(event: Event) -> bool:
    """Whether an event is a key that takes something away in some place."""
    return isinstance(event, Key) and event.key in DESTRUCTIVE_KEYS


def _has_work(pump: MessagePump) -> bool:
    """Whether messages or callbacks wait in a queue; Textual has no question for it."""
    waits = bool(pump._next_callbacks) or not pump._message_queue.empty()
    return waits or pump._pending_message is not None
