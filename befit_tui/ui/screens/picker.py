"""The exercise picker: type a few letters of a name, a muscle or an equipment."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from befit_tui.catalog.variant import suggest_own
from befit_tui.domain.codec import to_plain
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import NEW_EXERCISE, Logbook
from befit_tui.logbook.picker import ExerciseChoice, ExerciseChooser, Found
from befit_tui.ui.screens.dialog import Dialog, DialogFrame, attempt
from befit_tui.ui.screens.own_exercise import OwnExerciseDialog
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.card_panel import CardPanel
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.picker_rows import (
    PickerRow,
    draw_row,
    has_risk_words,
    head,
    legend,
    spaced,
)
from befit_tui.ui.widgets.text import clean

BESIDE = 108
"""Columns from which the exercise is shown beside the list."""
TALL = 32
"""Rows from which a blank line stands above what is said below the list."""


CHOOSE = (("type", "to search"), ("enter", "choose"))
"""Keys that are the line's own."""


class ExercisePicker(Dialog[str | None]):
    """Gives an exercise id, or ``NEW_EXERCISE`` and a name if it is to be made."""

    DEFAULT_CSS = """
    ExercisePicker {
        DialogFrame { width: 126; height: 96%; max-height: 48; }
        #picker-line { height: 1; }
        #picker-count { width: auto; color: $foreground 60%; padding-left: 1; }
        #picker-body { height: 1fr; }
        #picker-left { width: 1fr; }
        #picker-head { height: 1; color: $foreground 60%; }
        LineList { height: 1fr; background: $surface; scrollbar-gutter: stable; }
        CardPanel { width: 40; padding: 0 0 0 2; background: $surface; display: none; }
        #picker-own, #picker-legend { height: auto; color: $foreground 60%; }
        #picker-own { margin-top: 1; }
        &.-beside CardPanel { display: block; }
        &.-tight #picker-own { margin-top: 0; }
        &.-card CardPanel { display: block; width: 1fr; padding: 0; }
        #picker-legend.-told { display: none; }
        &.-card #picker-left, &.-card #picker-legend { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="picker.cancel"),
        Binding("tab", "card", "what it is", id="picker.card"),
        Binding("ctrl+n", "own", "make your own", show=False, id="picker.own"),
        Binding("ctrl+o", "change", "change what it is", id="picker.change"),
    ]

    def __init__(
        self, logbook: Logbook, title: str, instead_of: Exercise | None = None
    ) -> None:
        self._list: LineList[PickerRow] = LineList(self._draw, follow=self._follow)
        hint = "rdl, quads machine, curl ham, ..."
        self._line = LineInput(placeholder=hint, leads=self._list)
        self._count = Static(id="picker-count")
        self._head = Static(id="picker-head")
        self._lift = CardPanel()
        self._own = Static(id="picker-own")
        self._legend = Static(legend(), id="picker-legend")
        left = Vertical(self._head, self._list, id="picker-left")
        frame = DialogFrame(
            title,
            Horizontal(self._line, self._count, id="picker-line"),
            Horizontal(left, self._lift, id="picker-body"),
            self._own,
            self._legend,
            says=CHOOSE,
        )
        super().__init__(frame)
        self._logbook = logbook
        self._chooser = ExerciseChooser(logbook, instead_of)
        self._found = Found(())

    def on_mount(self) -> None:
        """Start with what the lifter did lately, or what most people do."""
        self._show("")
        # The first letter would wait for it.
        self.call_after_refresh(lambda: self._logbook.catalog.muscle_index)

    def on_resize(self, event: Resize) -> None:
        """Lay out for the room there is."""
        self.set_class(event.size.width >= BESIDE, "-beside")
        self.set_class(event.size.height < TALL, "-tight")
        if self.has_class("-beside"):
            self.remove_class("-card")
        self.call_after_refresh(self._fit)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.remove_class("-card")
        self._show(event.value)

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        if (choice := self._choice) is not None:
            self.dismiss(choice.id)
        elif self._query:
            self.action_own()

    def action_card(self) -> None:
        """Show what the exercise is in the place of the list, or the list again."""
        if not self.has_class("-beside"):
            self.toggle_class("-card")

    @work
    async def action_own(self) -> None:
        """Make an exercise of the lifter's own, of the name that was typed."""
        name = self._query
        if not name:
            typed = await ask_line(self.app, "Name of your own exercise", str)
            name = clean(typed or "").strip()
        if name:
            self.dismiss(NEW_EXERCISE + name)

    @work
    async def action_change(self) -> None:
        """Ask again what an exercise of the lifter's own is; u takes it back."""
        choice = self._choice
        if choice is None or not choice.exercise.own:
            return
        own = choice.exercise
        changed = await self.app.push_screen_wait(OwnExerciseDialog(own, "Exercise"))
        if changed is None or changed == own:
            return
        items, label = {own.id: to_plain(changed)}, f"what {own.name} is"
        keep = partial(self._logbook.keep_items, "exercises", items, label)
        if attempt(self.app, keep):
            self.notify(f"{own.name} changed · u to undo")
            self._show(self._query)

    @property
    def _query(self) -> str:
        return clean(self._line.value).strip()

    @property
    def _choice(self) -> ExerciseChoice | None:
        row = self._list.row
        return row if isinstance(row, ExerciseChoice) else None

    def _show(self, query: str) -> None:
        self._found = self._chooser.find(query)
        self._fit()
        if self._found.choices:
            self._list.go_to(self._found.choices[0].id)

    def _fit(self) -> None:
        matches, found = self._list, self._found
        width = matches.scrollable_content_region.width - 1
        height = matches.scrollable_content_region.height
        titles = " " + head(width) if width > 0 else ""  # before it has its place
        self._head.update(Content(titles))
        self._legend.set_class(has_risk_words(width), "-told")
        matches.rows = spaced(found.choices, height)
        self._count.update(f"{len(found.choices)} of {self._chooser.count}")
        self._own.update(self._own_words())

    def _own_words(self) -> Content:
        """How to make an exercise of one's own, always in sight."""
        name, key = self._query, ("ctrl+n", "bold $text-primary")
        if not name:
            return Content.assemble(key, " makes an exercise of your own")
        makes = f" makes “{name}” an exercise of your own"
        if not self._found.choices:
            keys = ("enter", "bold $text-primary")
            return Content.assemble("Nothing found: ", keys, makes)
        short = Content.assemble(key, makes)
        lead = "Not the one you want? "
        if self._found.missing:
            lead = f"Nothing of it with {self._found.missing}. "
        whole = Content(lead) + short
        return whole if whole.cell_length <= self.size.width - 8 else short

    def _follow(self) -> None:
        choice = self._choice
        self._lift.show(self._chooser.card(choice.exercise) if choice else None)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that would do something."""
        if action == "card":
            return not self.has_class("-beside")
        if action == "change":
            choice = self._choice
            return choice is not None and choice.exercise.own
        return True

    def _draw(self, row: PickerRow, width: int, _here: bool) -> Iterable[Run]:
        return draw_row(row, self._found, self._logbook.clock().date(), width)


async def choose_exercise(
    app: App[object],
    logbook: Logbook,
    title: str,
    *,
    instead_of: Exercise | None = None,
) -> str | None:
    """The id of an exercise; None when none was chosen or the disk refused.

    ``instead_of`` is the one to be swapped: what trains the same comes first.
    """
    chosen = await app.push_screen_wait(ExercisePicker(logbook, title, instead_of))
    if chosen is None or not chosen.startswith(NEW_EXERCISE):
        return chosen
    guess = suggest_own(chosen.removeprefix(NEW_EXERCISE))
    if guess.id in logbook.catalog:
        return guess.id
    own = await app.push_screen_wait(OwnExerciseDialog(guess, "New exercise"))
    if own is None or not attempt(app, lambda: logbook.add_own(own)):
        return None
    return own.id
