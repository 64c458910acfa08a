"""The trends mode: six views over one range of time, with one cursor."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.trends.time_range import RANGES, first_range
from befit_tui.logbook.trends.trends import Trends
from befit_tui.settings import Settings
from befit_tui.ui.input_queue import BACKGROUND
from befit_tui.ui.keys import TRENDS_KEYS
from befit_tui.ui.screens.pane import Pane
from befit_tui.ui.screens.trends.calendar import CalendarView
from befit_tui.ui.screens.trends.effort import EffortView
from befit_tui.ui.screens.trends.fatigue import FatigueView
from befit_tui.ui.screens.trends.strength import StrengthView
from befit_tui.ui.screens.trends.trend_view import BROAD, Shown, TrendView
from befit_tui.ui.screens.trends.volume import VolumeView
from befit_tui.ui.screens.trends.weight import WeightView
from befit_tui.ui.widgets.containers import Switcher
from befit_tui.ui.widgets.sentences import Sentences

VIEWS = {
    kind.NAME: kind
    for kind in (
        StrengthView,
        EffortView,
        VolumeView,
        FatigueView,
        CalendarView,
        WeightView,
    )
}
NAMES = tuple(VIEWS)
LABEL = re.compile(r"\[[^\]]+\]| [^\s\[\]]+(?: [^\s\[\]]+)* (?= |\[|$)")
"""A name in the line of the tabs: ``[Strength]``, or `` 4 weeks `` with its blanks."""
PATIENCE = 0.1
"""Seconds of reading before a word says so: a word that flashes up is a flicker."""


class Tabs(Sentences):
    """The names of views and ranges, each between two cells of its own."""

    def pressed(self, x: int) -> range:
        """The cells of the label at a place."""
        line = self._said[0].plain if self._said else ""
        found = (range(*label.span()) for label in LABEL.finditer(line))
        return next((cells for cells in found if x in cells), range(0))


class TrendsPane(Pane, can_focus=True):
    """One view at a time; they share the range and the day under the cursor.

    Years are read in slices, away from the keys, and a word says which; a view is
    shown once it is drawn. The pane keeps the keys itself, whatever view is shown: a
    focus that moves paints the whole screen.
    """

    BINDING_GROUP_TITLE = "Trends"
    BINDINGS: ClassVar[list[BindingType]] = [*TRENDS_KEYS]
    NAME = "trends"

    def __init__(self, logbook: Logbook, settings: Settings) -> None:
        super().__init__(logbook, settings)
        self._trends = Trends(History(), logbook.catalog)
        self._tabs = Tabs(id="trends-tabs")
        self._views: dict[str, TrendView] = {NAMES[0]: StrengthView(logbook)}
        self._shown = NAMES[0]
        self._switcher = Switcher(self._view)
        self._range = -1
        self._day: date | None = None
        self._reading = ""
        self._offered: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Views and ranges above the chosen view."""
        yield self._tabs
        yield self._switcher

    def draw_log(self) -> None:
        """Draw the log as it is now."""
        log = self._logbook
        self._trends = self._trends.renewed(log.history, log.catalog, log.alerts)
        if self._range < 0:  # the lifter has chosen none so far
            self._range = first_range(log.history, log.as_of)
        self._show()

    def take_keys(self) -> None:
        """Take the keys: they are for whatever view is shown."""
        self.focus()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing looks different; Textual would style all views anew, for 50 ms."""

    # -- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if action == "range":
            step = parameters[0]
            return isinstance(step, int) and 0 <= self._range + step < len(RANGES)
        if action == "choose":
            return self._view.choices > 1
        if action == "page":
            return len(self._view.PAGES) > 1
        if action == "open":
            return bool(self._view.to_open)
        if action == "keep_quiet":
            return bool(self._view.to_note)
        if action == "card":
            return self.exercise is not None
        return not (action == "view" and parameters[0] == self._shown)

    async def action_view(self, name: str) -> None:
        """Show a view; it is made the first time it is asked for."""
        if name not in self._views:
            view = self._views[name] = VIEWS[name](self._logbook)
            view.display = False
            await self._switcher.mount(view)
        self._shown = name
        self._show()

    @on(Click, "#trends-tabs")
    async def _clicked(self, event: Click) -> None:
        at = event.get_content_offset(self._tabs)
        cells = self._tabs.pressed(at.x) if at and event.chain == 1 else range(0)
        label = self._tab_words().plain[cells.start + 1 : cells.stop - 1]
        for name in NAMES if label else ():
            if label in (name.capitalize(), name[0]):
                await self.action_view(name)
        for place, span in enumerate(RANGES):
            if label == span.words:
                self.action_range(place - self._range)

    async def action_next_view(self) -> None:
        """Show the next view."""
        await self.action_view(NAMES[(NAMES.index(self._shown) + 1) % len(NAMES)])

    def action_choose(self, step: int) -> None:
        """Choose another lift, muscle, alert or day."""
        view = self._view
        view.choose(step)
        if view.is_stale:
            self._show()
        else:
            self._read()

    def action_move(self, step: int) -> None:
        """Move the cursor to a later date, or an earlier one."""
        self._view.move(step)
        self._read()

    def action_end(self, step: int) -> None:
        """Move the cursor to the last date (1) or the first (-1)."""
        chart = self._view.chart
        chart.move(step * chart.stop_count)
        self._read()

    def action_page(self) -> None:
        """Show the other charts of the view."""
        view = self._view
        view.page = (view.page + 1) % len(view.PAGES)
        self._show()

    def action_range(self, step: int) -> None:
        """Look back less (-1) or further (1)."""
        self._range += step
        self._show()

    def action_open(self) -> None:
        """Open the evidence of an alert, or the workout of a day."""
        self._view.open()

    @property
    def exercise(self) -> Exercise | None:
        """The chosen lift, or the one that the alert is about."""
        return self._view.exercise

    def action_keep_quiet(self) -> None:
        """Note the chosen alert."""
        self._view.keep_quiet()

    # -- drawing

    def _read(self) -> None:
        """Say what the cursor stands on, and keep its day for the other views."""
        view = self._view
        if (day := view.chart.day) is not None:
            self._day = day
            view.follow(day)
        view.read()
        self._offer()

    def _offer(self) -> None:
        """Name the keys that do something now, if they are others than before."""
        view = self._view
        about = bool(view.to_open), bool(view.to_note), view.exercise is not None
        found = (view, self._range, view.choices > 1, *about)
        if found != self._offered:
            self._offered = found
            self.refresh_bindings()

    @on(StrengthView.Chosen)
    def _show(self) -> None:
        """Draw the view, at once if all that it needs is known."""
        self.workers.cancel_group(self, BACKGROUND)
        view = self._view
        today = self._logbook.as_of
        window = RANGES[self._range].until(today)
        view.shown = Shown(self._trends, window, self.settings.volume_band)
        lift = view.exercise.id if view.exercise is not None else ""
        steps = self._trends.preparing(self._shown, window, lift)
        first = next(steps, "")
        if first:
            self._say_progress("")
            self._prepare(steps, first)
        else:
            self._draw()

    @work(group=BACKGROUND, exclusive=True)
    async def _prepare(self, steps: Iterator[str], words: str) -> None:
        """Take the steps one by one, away from the keys."""
        patient = monotonic() + PATIENCE
        while words:
            if monotonic() > patient:
                self._say_progress(words)
            words = await asyncio.to_thread(next, steps, "")
        self._draw()

    @work(group=BACKGROUND)
    async def _deepen(self, view: TrendView, steps: Iterator[bool]) -> None:
        """Add what takes longer to what is shown already, slice by slice."""
        drawn, view.drawn = view.drawn, None  # until all of it has been shown
        await self.painted()
        while (news := await asyncio.to_thread(next, steps, None)) is not None:
            if news and view is self._view:
                view.draw()
                view.read()
        view.drawn = drawn

    def _draw(self) -> None:
        if self._switcher not in self.children:
            return  # what is read behind the screen may outlive it by a moment
        self._say_progress("")
        self._draw_view()
        if self._day is not None:
            self._view.chart.seek(self._day)
            self._view.follow(self._day)
        self._view.read()
        self._switcher.current = f"trends-{self._shown}"
        self._offer()
        if steps := self._view.deepening():
            self._deepen(self._view, iter(steps))

    def _draw_view(self) -> None:
        """Draw the view, unless it shows all of this already."""
        view, log = self._view, self._logbook
        state = (view.shown, view.page, view.is_broad, log.library, log.unit)
        if view.is_stale or view.drawn != state:
            view.drawn = state
            view.draw()

    def _say_progress(self, words: str) -> None:
        if words != self._reading or not words:
            self._reading = words
            self._tabs.say(self._tab_words())

    def _tab_words(self) -> Content:
        return _tab_words(self._shown, self._range, self._reading, self.size.width - 2)

    def on_resize(self) -> None:
        """The tabs are shorter on a narrow screen; a wide one has a second chart."""
        self._tabs.say(self._tab_words())
        broad = self.app.size.width >= BROAD
        if broad != self.has_class("-broad"):
            self.set_class(broad, "-broad")
            self._show()

    @property
    def _view(self) -> TrendView:
        return self._views[self._shown]


@lru_cache(maxsize=64)
def _tab_words(shown: str, span: int, reading: str, room: int) -> Content:
    """The views and the ranges, the chosen ones marked, and what is being read.

    Where they have no room, the range is named alone, then the views by their keys.
    """
    chosen = RANGES[span].words
    name = shown.capitalize()
    names = _marked((one.capitalize() for one in NAMES), name)
    keys = _marked((name if one == shown else one[0] for one in NAMES), name)
    ranges = _marked((one.words for one in RANGES), chosen)
    alone = _marked((chosen,), chosen)
    word = Content.styled(f" {reading}" if reading else "", "$text-warning")
    lines = (
        Content("").join(parts)
        for parts in (
            (names, " ", ranges, word),
            (names, " ", alone, word),
            (keys, " ", alone, word),
            (keys, word),
        )
    )
    return next((line for line in lines if line.cell_length <= room), keys)


def _marked(words: Iterable[str], chosen: str) -> Content:
    """The words beside each other; the chosen one stands out without colour too."""
    return Content("").join(
        Content.styled(f"[{word}]", "bold $text-primary")
        if word == chosen
        else Content.styled(f" {word} ", "$foreground 60%")
        for word in words
    )
