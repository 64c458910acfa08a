"""The application: what Befit on the screen is made of, and its actions."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events, work
from textual.actions import ActionParseResult
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets._toast import ToastHolder, ToastRack
from textual.worker import Worker, get_current_worker

from befit_tui.domain.errors import BefitError
from befit_tui.logbook.logbook import Logbook
from befit_tui.settings import Settings
from befit_tui.ui.foreign_keys import ADVICE, PlacedKey, is_foreign
from befit_tui.ui.input_queue import InputQueue
from befit_tui.ui.keys import APP_KEYS, LEAVES_SET, key_name
from befit_tui.ui.older_months import Months, OlderMonths
from befit_tui.ui.panes import HEIGHTS, WIDTHS, MainScreen, Panes
from befit_tui.ui.screens.pane import (
    LogChanged,
    LogWritten,
    Pane,
    SettingChosen,
    ShowWorkout,
)
from befit_tui.ui.settings_in_use import SettingsInUse
from befit_tui.ui.shutdown import CAN_STOP, keep_details, watch_endings
from befit_tui.ui.themes import DARK, OWN
from befit_tui.ui.timers import Timers
from befit_tui.ui.toasts import Toasts, warn
from befit_tui.ui.widgets.key_bar import KeyBar
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.mode_bar import ModeBar

if TYPE_CHECKING:
    from befit_tui.ui.screens.palette import Command

TURN_S = 0.0005
"""Seconds after which work behind the screen lets a key go first; Python's own 5 ms,
many times a key, would be felt."""


class BefitApp(App[None]):
    """Befit in the terminal. Every change is on disk before it is drawn."""

    TITLE = "befit"
    CSS_PATH = "befit.tcss"
    BINDING_GROUP_TITLE = "Everywhere"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [*APP_KEYS]

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        config: Path,
        *,
        problems: Iterable[str] = (),
        monotonic: Callable[[], float] = time.monotonic,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        for theme in OWN:
            self.register_theme(theme)
        # Worn from the start: a theme that changes later has every style read twice.
        self.set_reactive(App.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._toasts = self._notifications = Toasts()
        self._logbook = logbook
        self.settings = SettingsInUse(self, logbook, settings, config)
        self._problems = tuple(problems)
        self._forgotten = ""
        self._monotonic = monotonic
        self.is_demo = False
        """Whether this log is the made-up year; the name of the program says so."""
        self.wants_demo = False
        """Whether the made-up year shall be shown once this log is closed."""
        self.input = InputQueue(self, self._take)
        self.timers = Timers(self, logbook, self._log_changed)
        self._past = OlderMonths(
            self, logbook, self.input.rest_s, self._take_months, self._past_is_read
        )

    def on_load(self) -> None:
        """Before anything is drawn watch the signals, and file a forgotten workout."""
        watch_endings(lambda code: self.exit(return_code=code))
        self._turn_s = sys.getswitchinterval()
        sys.setswitchinterval(TURN_S)
        self._forgotten = self.timers.file_forgotten()

    def on_unmount(self) -> None:
        """Leave the turns of threads as they were."""
        sys.setswitchinterval(self._turn_s)

    def get_default_screen(self) -> Screen[None]:
        """The screen of the modes, laid out for its size from the first frame on."""
        return MainScreen(self.size)

    def compose(self) -> ComposeResult:
        """The mode bar, one pane at a time, the key bar."""
        self._bar = ModeBar("befit demo" if self.is_demo else "befit", self._logbook)
        self._panes = Panes(self._logbook, self.settings, self._monotonic)
        self.input.waits = self._panes.waits
        yield self._bar
        yield self._panes
        yield KeyBar()
        yield Static("Befit needs at least 40 columns and 12 rows.", id="too-small")

    def on_mount(self) -> None:
        """Say what was found; alerts wait until the older months are read."""
        self.settings.wear_theme()
        # Without this the screen stays blank after ctrl+z and fg (Textual 8.2.8).
        self.app_resume_signal.subscribe(
            self, lambda _: self.call_later(lambda: self.refresh(layout=True))
        )
        warn(self, (*self._problems, *self._logbook.take_reports()))
        if self._forgotten:
            self.notify(self._forgotten, timeout=15)
        self.timers.start(self._bar.show_minutes)
        self._bar.show_minutes()
        self.watch(self._panes, "current", self._name_mode)
        self.call_after_refresh(self._past.begin)

    # -- keys, in their order

    def post_message(self, message: Message) -> bool:
        """Let what is typed and clicked wait until what came before it is done."""
        is_new = self.is_running and not message.is_forwarded
        if is_new and isinstance(message, events.InputEvent | events.Paste):
            self.input.put(message)
            return True
        return super().post_message(message)

    def simulate_key(self, key: str) -> None:
        """Press a key for a click on what stands for it."""
        character = key if len(key) == 1 else None
        self.input.put(events.Key(key, character), clicked=True)

    async def push_screen_wait(
        self, screen: Screen[Any] | str, *, mode: str | None = None
    ) -> Any:
        """Open a dialog and wait for its answer, as the keys then no longer do."""
        if isinstance(screen, Screen):
            self.input.asks(get_current_worker(), screen)
        return await super().push_screen_wait(screen, mode=mode)

    def get_key_display(self, binding: Binding) -> str:
        """A key as people write it, wherever it is shown."""
        return binding.key_display or key_name(binding.key.partition(",")[0])

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for, unless it would destroy what was not seen yet."""
        name = action.partition("(")[0] if isinstance(action, str) else action[1]
        if self.input.is_too_early(name):
            said = f"{key_name(self.input.early_key)} came too early and did nothing."
            self.notify(said, severity="warning", timeout=4)
            return True
        if name in LEAVES_SET and await self._panes.keeps_set(default_namespace):
            return True
        return await super().run_action(action, default_namespace, namespaces)

    async def _take(self, event: events.Event) -> None:
        """Give an input on, a letter of another alphabet as the key in its place."""
        letter = event.character if isinstance(event, events.Key) else None
        is_text = self.input.is_text(event)
        if isinstance(event, PlacedKey):
            event = event.as_key(is_text=is_text)
        elif letter and is_foreign(letter) and not is_text:
            self.notify(ADVICE, timeout=6)
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Windows has no shell to give the terminal to for a while."""
        if action == "suspend_process" and not CAN_STOP:
            return False
        return super().check_action(action, parameters)

    @property
    def glyph_set(self) -> str:
        """What charts are drawn with; they ask for it when they are made."""
        return self.settings.values.charts

    # -- actions

    async def action_mode(self, name: str) -> None:
        """Show a mode."""
        await self._panes.show(name)

    def action_undo(self) -> None:
        """Take back the newest change."""
        self._tell(
            self._logbook.undo,
            "taken back: {} · ctrl+r to redo",
            "nothing to take back",
        )

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._tell(self._logbook.redo, "done again: {}", "nothing to do again")

    def action_settings(self) -> None:
        """Change settings; each is written at once."""
        from befit_tui.ui.screens.settings_dialog import settings_dialog

        used, themes = self.settings, self.available_themes
        self.push_screen(
            settings_dialog(lambda: used.values, used.file, themes, self._set)
        )

    @work
    async def action_import_log(self) -> None:
        """Bring in a log of another app, or one that Befit exported."""
        from befit_tui.ui.screens.import_export.import_dialog import import_log

        if await import_log(self, self._logbook):
            self._log_changed()

    def action_demo(self) -> None:
        """Close this log for a while and open a made-up year."""
        self.wants_demo = True
        self.exit()

    @work
    async def action_name_exercises(self) -> None:
        """What each written name was taken for; rename, merge, part and hide lifts."""
        from befit_tui.ui.screens.import_export.exercise_names import ExerciseNames

        await self.push_screen_wait(ExerciseNames(self._logbook))
        self._log_changed()

    @work
    async def action_plan(self, what: str) -> None:
        """Plan a ``deload``, or ask for the ``phase`` of a block."""
        from befit_tui.ui.screens.planning.check_in_and_block import plan

        await plan(self, self._logbook, what)
        self._log_changed()

    def action_show_keys(self) -> None:
        """Every key, those that work here marked, and the words of the program."""
        from befit_tui.ui.screens.keys_help import KeysHelp, groups_of

        here = self._bar.mode
        self.push_screen(KeysHelp(groups_of(self.screen.active_bindings, here)))

    def action_command_palette(self) -> None:
        """Every command by its name; the same key puts them away."""
        from befit_tui.ui.screens.palette import Palette

        if isinstance(self.screen, Palette):
            self.screen.dismiss(None)
        else:
            self.push_screen(Palette(tuple(self.palette_commands())), self._do)

    def palette_commands(self) -> "Iterator[Command]":
        """The commands of the palette."""
        from befit_tui.ui.palette_commands import commands, commands_in_dialog

        if not isinstance(self.screen, MainScreen):
            return commands_in_dialog(self)
        return commands(self, is_open=self._logbook.active is not None)

    def _do(self, command: "Command | None") -> None:
        if command is not None:
            self.call_next(command.run)

    def action_change_theme(self) -> None:
        """Choose the colours."""
        self._choose_theme()

    @work
    async def _choose_theme(self) -> None:
        from befit_tui.ui.screens.choice import Choice

        themes = sorted(self.available_themes)
        at = themes.index(self.theme)
        chosen = await self.push_screen_wait(Choice("Colours", themes, at))
        if chosen is not None:
            self._set("theme", themes[chosen])

    async def action_in_workout(self, action: str) -> None:
        """Do something of the workout mode from wherever the lifter is."""
        pane = await self._panes.show("workout")
        await pane.run_action(action)

    def action_forget_notices(self) -> None:
        """What was told in a mode goes with it; what was found in the log stays."""
        self._toasts.forget()
        self._refresh_notifications()

    # -- what modes and threads tell

    async def on_mode_bar_clicked(self, event: ModeBar.Clicked) -> None:
        """Show the mode that was clicked."""
        await self.action_mode(event.mode.lower())

    async def on_show_workout(self, event: ShowWorkout) -> None:
        """Go to a workout in the history, once its list is drawn."""
        await self.action_mode("history")
        found = self.query_one("#history LineList", LineList)
        found.call_later(found.go_to, event.workout_id)

    def on_setting_chosen(self, event: SettingChosen) -> None:
        """Keep an answer as the setting that it is."""
        event.stop()
        self._set(event.key, event.value)

    async def on_log_written(self, event: LogWritten) -> None:
        """A mode has changed the log; the line at the top tells of it."""
        event.stop()
        await self._panes.follow_workout()
        self.call_after_refresh(self._show_status)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on with a part of the past if its reader comes to grief."""
        if self._past.has_failed(event.worker):
            self._log_changed()

    def _take_months(self, months: Months) -> None:
        """Only the history shows the past as it comes in."""
        self._logbook.adopt(months)
        for pane in self.query("#history"):
            pane.post_message(LogChanged())
        self._bar.show_reading()

    def _past_is_read(self) -> None:
        self._bar.show_reading()
        self._log_changed()
        self._panes.make_ahead(self.input.rest_s)

    # -- what follows a change

    def _tell(self, step: Callable[[], str | None], said: str, nothing: str) -> None:
        try:
            label = step()
        except BefitError as error:
            self.notify(str(error), severity="error")
            return
        self.notify(said.format(label) if label else nothing, timeout=3)
        self._log_changed()

    def _set(self, key: str, value: object) -> None:
        try:
            self.settings.change(key, value)
        except BefitError as error:
            self.notify(str(error), severity="error")
        self._log_changed()

    def _log_changed(self) -> None:
        for pane in self.query(Pane):
            pane.post_message(LogChanged())
        self.call_later(self._panes.follow_workout)
        self._show_status()

    def _show_status(self) -> None:
        self._bar.show_minutes()
        warn(self, self._logbook.take_reports())
        if not self._past.is_over:
            return  # a key would wait for alerts that are being worked out behind it
        from befit_tui.logbook.open_alerts import alert_badge, leave_note, news

        self._bar.alerts = alert_badge(self._logbook)
        told = news(self._logbook)
        if not self._tells_day:
            warn(self, told)
        # Limits that were edited by hand meanwhile are not those it was judged by.
        if self.settings.are_as_read:
            leave_note(self._logbook, self.settings.file)

    @property
    def _tells_day(self) -> bool:
        """Whether the alerts that are open stand on the screen with their advice."""
        seen = (one for one in self.query("TodayPanel") if one.is_on_screen)
        return len(self.screen_stack) == 1 and any(one.size.height > 2 for one in seen)

    def _name_mode(self) -> None:
        """Name the mode that is shown; what was told in another one goes with it."""
        if self._bar.mode != self._panes.mode:
            self._bar.mode = self._panes.mode
            self.action_forget_notices()
            self._bar.show_reading()

    def _refresh_notifications(self) -> None:
        """Show notices on the uppermost screen; Textual leaves them on those below.

        With none it would lay out the first frame anew, to hide what is hidden; and it
        takes a toast away before its time without its holder, which keeps a row.
        """
        if self._notifications or any(rack.display for rack in self.query(ToastRack)):
            super()._refresh_notifications()
        for screen in self.screen_stack[:-1]:
            screen.query(ToastRack).set(display=False)
        told = set(map(ToastRack._toast_id, self._notifications))
        for holder in self.screen.query(ToastHolder):
            if holder.id not in told:
                holder.remove()

    def _fatal_error(self) -> None:
        """End at an error nobody expected with one sentence; the details go to a file.

        Textual would print a page of its insides; every logged set is on disk already.
        """
        error = sys.exception() or RuntimeError("unknown")
        details = keep_details(self._logbook.store.root, error)
        said = f"Befit stopped at an error of its own; the log is safe. See {details}."
        self._exit_renderables.append(Text(said))
        self._close_messages_no_wait()
