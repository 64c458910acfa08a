"""Choosing an exercise: type a few letters of any of its words."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from befit_tui.catalog.search import Match, search
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook import NEW_EXERCISE, Logbook
from befit_tui.ui.screens.attempt import attempt
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.options import Options
from befit_tui.ui.widgets.text import clean

KEYS = "type to search · enter choose · esc back"
OWN_KEYS = "enter choose · ctrl+o what it is · esc back"


class ExercisePicker(Dialog[str | None]):
    """Gives an exercise id, or ``NEW_EXERCISE`` and a name if it is to be made."""

    DEFAULT_CSS = """
    ExercisePicker {
        align: center middle;
        #picker { width: 72; max-width: 96%; height: 80%; max-height: 24;
                  border: round $primary; background: $surface; padding: 0 1; }
        OptionList { border: none; padding: 0; height: 1fr; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "cancel", id="picker.cancel"),
        Binding("ctrl+o", "change", "what it is", id="picker.change"),
        Binding("down", "move(1)", "next", show=False, id="picker.down"),
        Binding("up", "move(-1)", "previous", show=False, id="picker.up"),
    ]

    def __init__(self, logbook: Logbook, title: str) -> None:
        super().__init__()
        self._logbook = logbook
        self._recent = logbook.recent()
        self._title = title

    def compose(self) -> ComposeResult:
        """The search line above its matches."""
        with Vertical(id="picker") as frame:
            frame.border_title = self._title
            yield LineInput(placeholder="rdl, ohp, curl ham, ...")
            matches = Options()
            matches.can_focus = False
            yield matches

    def on_mount(self) -> None:
        """Start with what the lifter did lately."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        option = self.query_one(OptionList).highlighted_option
        if option is not None:
            self.dismiss(option.id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        """Offer to change what is the lifter's own."""
        keys = KEYS if self._own is None else OWN_KEYS
        self.query_one("#picker", Vertical).border_subtitle = keys

    @work
    async def action_change(self) -> None:
        """Ask again what an exercise of the lifter's own is; u takes it back."""
        if (own := self._own) is None:
            return
        from befit_tui.ui.screens.own_exercise import OwnExerciseDialog  # noqa: PLC0415

        changed = await self.app.push_screen_wait(OwnExerciseDialog(own, "Exercise"))
        if changed is None or changed == own:
            return
        if attempt(self.app, lambda: self._logbook.change_own(changed)):
            self.notify(f"{clean(own.name)} changed · u to undo", markup=False)

    @property
    def _own(self) -> Exercise | None:
        """The exercise under the cursor if it is the lifter's own."""
        option = self.query_one(OptionList).highlighted_option
        every = self._logbook.library.exercises
        return next((one for one in every if option and one.id == option.id), None)

    def action_move(self, step: int) -> None:
        """Move the highlight while the letters stay in the search line."""
        matches = self.query_one(OptionList)
        if step > 0:
            matches.action_cursor_down()
        else:
            matches.action_cursor_up()

    def _show(self, query: str) -> None:
        found = search(self._logbook.catalog, query, recent=self._recent, limit=50)
        options = [Option(_line(match), id=match.exercise_id) for match in found]
        name = clean(query).strip()
        if name and not any(
            name.casefold() == match.name.casefold() for match in found
        ):
            label = Content.assemble(("new exercise  ", "$foreground 55%"), name)
            options.append(Option(label, id=NEW_EXERCISE + name))
        matches = self.query_one(OptionList)
        matches.set_options(options)
        matches.highlighted = 0 if options else None


def _line(match: Match) -> Content:
    if not match.alias:
        return Content(clean(match.name))
    return Content.assemble(clean(match.name), (f"  {match.alias}", "$foreground 50%"))
