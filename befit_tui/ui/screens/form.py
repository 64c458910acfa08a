"""A dialog of fields, each with its value; enter changes that under the cursor."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.value import Value
from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.line_list import LineList, Lines
from befit_tui.ui.widgets.text import clean, fit

NAME, VALUE = 17, 25
"""Widths of the columns, in cells."""
ROOMY = 50
"""Cells from which what a field is for stands beside it, not only below."""
SHORTER = re.compile(r'(: |; |, ").*')
"""What is left out beside it."""


class Field(Value, frozen=True, kw_only=True):
    """A field by its ``id``: what it is called, for, and set to.

    ``choices`` are the values that it may have, by what they are called; one without
    any is typed, and ``read`` makes a value of the text or refuses it with a
    ``BefitError``. ``words`` stand in the line then; with ``anew`` the first key takes
    their place. ``guess`` is shown where there is no value.
    """

    id: str
    title: str
    about: str
    value: object
    words: str
    read: Callable[[str], object]
    choices: Mapping[str, object] = {}
    anew: bool = False
    guess: str = ""


class Form(Dialog[None]):
    """Hands each new value to ``take`` at once, and stays open.

    ``fields`` gives the fields as they stand. With ``foot``, a line at the end, it is
    a large one.
    """

    DEFAULT_CSS = "Form #foot { text-wrap: nowrap; text-overflow: ellipsis; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", id="form.change"),
        Binding("left", "step(-1)", "before", key_display="←", id="form.before"),
        Binding("right", "step(1)", "after", key_display="→", id="form.after"),
        Binding("escape,q,S,E", "dismiss(None)", "close", id="form.close"),
    ]

    def __init__(
        self,
        title: str,
        fields: Callable[[], Sequence[Field]],
        take: Callable[[str, Any], object],
        foot: str = "",
    ) -> None:
        large = bool(foot)
        self._lines = Lines(partial(_line, beside=large), fields())
        self._about = Static(classes="dialog-note")
        inside = [self._lines, self._about]
        if large:
            inside.append(Static(Content(clean(foot)), id="foot"))
        self._frame = DialogFrame(title, *inside, tall=large, wide=large)
        super().__init__(self._frame)
        self._fields = fields
        self._take = take
        self._foot = foot

    @on(LineList.Highlighted)
    def _tell(self) -> None:
        """Say what the field under the cursor is for, unless that stands beside it."""
        lines = self._lines
        said = lines.row.about if lines.row else ""
        if self._foot and lines.size.width - NAME - VALUE >= ROOMY:
            more = SHORTER.search(said)
            said = said[more.start() :].lstrip(",:; ") if more else ""
        self._about.update(Content(said))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is chosen from a list has a value before and after."""
        row = self._lines.row
        return action != "step" or bool(row and row.choices)

    def on_key(self, event: events.Key) -> None:
        """A digit begins a new value, after which the next field has its turn."""
        row = self._lines.row
        digit = event.character or ""
        if row is not None and not row.choices and digit.isdigit():
            event.stop()
            self.action_change(digit)

    @work
    async def action_change(self, begun: str = "") -> None:
        """Choose one of the values, or type one that may be ``begun``."""
        row = self._lines.row
        if row is None:
            return
        if row.choices:
            dialog = Choice(row.title, tuple(row.choices), _place(row))
            chosen = await self.app.push_screen_wait(dialog)
            if chosen is not None:
                self._keep(row, tuple(row.choices.values())[chosen])
            return
        value = await ask_line(
            self.app,
            row.title,
            row.read,
            begun or row.words,
            hint=row.about,
            retyped=row.read if row.anew and not begun else None,
        )
        if value is not None:
            self._keep(row, value)
            self._lines.action_move(int(bool(begun)))

    def action_step(self, step: int) -> None:
        """Take the value before the present one (-1) or after it (1)."""
        row = self._lines.row
        if row is not None and (values := tuple(row.choices.values())):
            self._keep(row, values[(_place(row) + step) % len(values)])

    def say(self, title: str) -> None:
        """Put another title up."""
        self._frame.say(title)

    def _keep(self, row: Field, value: object) -> None:
        if value != row.value:
            self._take(row.id, value)
            self._lines.update_rows(self._fields())


def _place(row: Field) -> int:
    """Where the present value stands among the choices."""
    values = tuple(row.choices.values())
    return values.index(row.value) if row.value in values else 0


def _line(row: Field, width: int, _selected: bool, *, beside: bool) -> Iterator[Run]:
    room = width - NAME - VALUE if beside else 0
    yield row.id.replace("_", " ").ljust(NAME), "strong"
    shown = clean(row.words) or clean(row.guess) or "–"
    value = fit(shown, VALUE - 2 if beside else width - NAME)
    yield value.ljust(VALUE), "" if row.words else "dim"
    if room >= ROOMY:
        yield fit(SHORTER.sub("", row.about), room), "dim"
