"""The screen of the three modes and its panes, each made when first wanted."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path

from textual.app import ComposeResult
from textual.dom import DOMNode
from textual.events import Event
from textual.filter import Monochrome
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.pane import LogChanged, Pane
from befit_tui.ui.settings_in_use import SettingsInUse
from befit_tui.ui.widgets.containers import Switcher

AHEAD_S = 1.0
"""Seconds without a key after which a pane is made and drawn that was not asked for
yet: its first key has only to lay it out."""
STYLES = "workout.tcss", "modes.tcss"
"""What the start panel does without; the first of them is enough for a workout."""


class Panes(Switcher):
    """The workout, the history, the trends.

    The workout mode is the pane of the open workout, which lives as long as that, or
    else the ways to begin one.
    """

    def __init__(
        self, logbook: Logbook, settings: SettingsInUse, monotonic: Callable[[], float]
    ) -> None:
        self._logbook = logbook
        self._settings = settings
        self._monotonic = monotonic
        super().__init__(initial=self._workout_pane)

    def compose(self) -> ComposeResult:
        """Only what the first screen shows."""
        yield self._make(self._workout_pane)

    def on_mount(self) -> None:
        """Be ready for what is not in the first frame."""
        self.call_after_refresh(self._read_styles)

    def on_show(self) -> None:
        """Give the keys back: in a terminal that was too small nothing had them."""
        pane = self.visible_content
        if self.screen.focused is None and isinstance(pane, Pane):
            pane.take_keys()

    @property
    def mode(self) -> str:
        """The name of the mode that is shown."""
        of_workout = self.current in ("start", "workout")
        return "Workout" if of_workout else str(self.current).capitalize()

    async def show(self, mode: str) -> Pane:
        """Show ``workout``, ``history`` or ``trends`` and give it the keys."""
        name = self._workout_pane if mode == "workout" else mode
        if not self.query(f"#{name}"):
            # Unseen: beside the other it would stand in one half of the screen.
            await self.add_content(self._make(name))
        pane = self.query_exactly_one(f"#{name}", Pane)
        pane.post_message(LogChanged())
        self.current = name
        pane.take_keys()
        return pane

    def waits(self, event: Event) -> bool:
        """Whether an input is for what the mode in sight does not show yet."""
        pane = self.visible_content
        return self._is_uppermost and isinstance(pane, Pane) and pane.waits(event)

    async def keeps_set(self, namespace: DOMNode | None) -> bool:
        """Whether a set is being counted that an action would drop; then it is shown.

        What belongs to a dialog or to another mode drops none.
        """
        panes: Iterable[Pane] = ()
        if isinstance(namespace, Pane):
            panes = (namespace,)
        elif namespace is None or namespace is self.app:
            panes = self.query(Pane)
        counting = next((pane for pane in panes if pane.unlogged), None)
        if counting is None:
            return False
        if self._is_uppermost:
            await self.show(counting.NAME)
        counting.say_unlogged()
        return True

    def make_ahead(self, rest_s: Callable[[], float]) -> None:
        """Make the panes that a key may show next, one whenever all is at rest.

        ``rest_s`` gives the seconds since the last key.
        """

        async def make() -> None:
            if rest_s() < AHEAD_S or not self._is_uppermost:
                return
            for name in ("history", "trends"):
                if not self.query(f"#{name}"):
                    pane = self._make(name)
                    await self.add_content(pane)
                    pane.draw_log()
                    return
            timer.stop()
            gc.freeze()  # looking through what they know took 40 ms of a later key

        # In the app's own queue, so that no key comes between.
        timer = self.app.set_interval(AHEAD_S, make)

    async def follow_workout(self) -> None:
        """Change the pane of the workout mode when a workout has begun or ended."""
        over = self.query("#workout" if self._workout_pane == "start" else "#start")
        if self.current in [pane.id for pane in over]:
            await self.show("workout")
        await over.remove()

    def _read_styles(self, *files: str) -> None:
        sheet = self.app.stylesheet
        for file in files or STYLES:
            sheet.read(Path(__file__).with_name(file))
        sheet.parse()

    @property
    def _is_uppermost(self) -> bool:
        """Whether no dialog is open."""
        return len(self.app.screen_stack) == 1

    @property
    def _workout_pane(self) -> str:
        return "start" if self._logbook.active is None else "workout"

    def _make(self, name: str) -> Pane:
        if name == "start":
            from befit_tui.logbook.workout.start import is_first
            from befit_tui.ui.screens.workout.start import StartPane

            if is_first(self._logbook):
                self._read_styles(STYLES[0])
            return StartPane(self._logbook, self._settings.values)
        if name == "workout":
            self._read_styles(STYLES[0])
            from befit_tui.ui.screens.workout.pane import WorkoutPane

            return WorkoutPane(self._logbook, self._settings.values, self._monotonic)
        self._read_styles()
        if name == "history":
            from befit_tui.ui.screens.history.pane import HistoryPane

            return HistoryPane(self._logbook, self._settings.values)
        from befit_tui.ui.screens.trends.pane import TrendsPane

        return TrendsPane(self._logbook, self._settings.values)


WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide"), (150, "-broad")]
HEIGHTS = [(0, "-flat"), (12, "-low"), (18, "-short"), (30, "-tall"), (38, "-full")]


class MainScreen(Screen[None]):
    """The screen under all dialogs, painted no oftener than it has to be."""

    BLANK = True
    """Textual would look through all of its rows for each that a key changes."""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keys; Textual would paint the whole screen whenever they move."""

    def __init__(self, size: Size) -> None:
        super().__init__(id="_default", classes=size_classes(size))

    def update_node_styles(self, animate: bool = True) -> None:
        """Style all anew, but not before the first layout: it was styled just now."""
        if self.region:
            super().update_node_styles(animate)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size; Textual would at the start for the same again.

        Later it was another in between, too short to be laid out for, and the terminal
        may have forgotten what stood there.
        """
        if size != self.outer_size:
            super()._screen_resized(size)
        else:
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows without colour where none is wanted; Textual forgets blank ones."""
        strips = super().render_lines(crop)
        if not self.app.no_color:
            return strips
        ground, grey = self.background_colors[1], Monochrome()
        return [strip.apply_filter(grey, ground) for strip in strips]


def size_classes(size: Size) -> str:
    """The classes of a terminal of that size.

    Textual gives a screen its classes after the first layout, and lays it out again.
    """
    wide = [name for least, name in WIDTHS if size.width >= least]
    tall = [name for least, name in HEIGHTS if size.height >= least]
    return f"{wide[-1]} {tall[-1]}"
