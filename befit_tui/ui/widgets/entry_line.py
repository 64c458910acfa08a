"""The entry line, in which a set is typed: it keeps every key until enter or esc.

It is no input widget that takes the focus: moving the focus restyles half the screen,
and the first digit of every typed set would pay for it.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var

from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit, fit_parts

HINT = "8 · 82.5x8 · +2.5 · 8@1 · 8@f"
FIRST_HINT = "type load and reps, as in 60x8"
TIMED_HINT = "space starts · 45s · 1:30 · 40x30s · 20m · 2km"
PASSED_ON = ("ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z")
"""Keys that leave the line as it is."""
MOST = 200
"""Characters that fit in a line; the rest of a paste is dropped."""


class EntryLine(LinePanel):
    """What the row would log, what is typed instead, and how that reads."""

    class Changed(Message):
        """The text is another one."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Left(Message):
        """The line was put away without logging."""

    typing: var[bool] = var(False, bindings=True)
    """Whether a line is typed, and has the keys."""

    def __init__(self) -> None:
        super().__init__(id="entry")
        self._value = ""
        self._at = 0
        self._caret = 0
        self._label: tuple[str, bool] = ("", False)
        self._hint = HINT
        self._echo: tuple[str, bool] = ("", False)

    def begin(self, text: str) -> None:
        """Start a new line with what was typed or pasted on the row."""
        self.typing = True
        self._put(text, len(text))

    def clear(self) -> None:
        """Put the line away."""
        self.typing = False
        self._value, self._at, self._echo = "", 0, ("", False)
        self.redraw()

    def say(self, label: str, *, asking: bool = False, hint: str = HINT) -> None:
        """The words before the line: the set of the row with a hint, or a question."""
        self._label, self._hint = (label, asking), hint
        self.redraw()

    def answer(self, echo: str, *, refused: bool = False) -> None:
        """The words behind the line: how it reads, or why it does not."""
        self._echo = (echo, refused)
        self.redraw()

    def refuse(self, sentence: str) -> bool:
        """Say why the text does not read if there is room for it; whether there is."""
        fits = self._text().cell_length + len(sentence) + 2 <= self.size.width
        self.answer(sentence if fits else "", refused=True)
        return fits

    def press(self, event: events.Key) -> None:
        """Take a key while a line is typed."""
        if event.key in PASSED_ON:
            return
        event.stop()
        event.prevent_default()
        if event.is_printable and event.character:
            self.insert(event.character)
        elif event.key == "enter":
            self.post_message(self.Submitted(self._value))
        elif event.key == "escape":
            self.clear()
            self.post_message(self.Left())
        else:
            self._edit(event.key)

    def insert(self, text: str) -> None:
        """Put text in at the cursor."""
        value, at = self._value, self._at
        self._put(value[:at] + text + value[at:], at + len(text))

    def redraw(self) -> None:
        """Paint, and put the terminal's cursor where text is typed.

        It is not seen, but an input method opens there.
        """
        super().redraw()
        if self.screen.is_current and self.region:
            x, y = self.content_region.offset
            self.app.cursor_position = Offset(x + self._caret, y)

    def draw(self) -> Iterable[Content]:
        """Label, text with its cursor, echo flush right; the label gives way first."""
        (label, asking), (echo, refused) = self._label, self._echo
        self._caret = len(label) + 2
        ink = "$text-warning" if asking else "$foreground 60%"
        if not self.typing:
            words = fit_parts(label, self.size.width)
            room = 0 if asking else self.size.width - cell_len(words) - 2
            hint = fit_parts(self._hint, room)
            return [Content.assemble((words, ink), "  ", (hint, "$foreground 40%"))]
        text = self._text()
        said = Content.styled(
            f"  {echo}", "$text-warning" if refused else "$foreground 60%"
        )
        room = self.size.width - text.cell_length - said.cell_length - 2
        start = Content.styled(label + "  ", ink) if len(label) <= room else Content("")
        gap = room + 2 - start.cell_length
        if gap < 0:
            room = max(0, self.size.width - text.cell_length - 2)
            said, gap = Content.styled(f"  {fit(echo, room)}", "$text-warning"), 0
        self._caret = start.cell_length + cell_len(self._before)
        line = start + text + Content(" " * gap) + said
        return [line.truncate(self.size.width)]

    @property
    def _before(self) -> str:
        """What is seen before the cursor: of a long line its end."""
        before = clean(self._value)[: self._at]
        while cell_len(before) >= max(self.size.width, 1):
            before = before[1:]
        return before

    def _text(self) -> Content:
        behind = clean(self._value)[self._at :] or " "
        return Content.assemble(
            (self._before, "bold"), (behind[:1], "reverse"), behind[1:]
        )

    def _edit(self, key: str) -> None:
        value, at = self._value, self._at
        match key:
            case "backspace":
                self._put(value[: max(0, at - 1)] + value[at:], max(0, at - 1))
            case "delete":
                self._put(value[:at] + value[at + 1 :], at)
            case "ctrl+u":
                self._put(value[at:], 0)
            case "left" | "right" | "home" | "end":
                steps = {"left": at - 1, "right": at + 1, "home": 0, "end": len(value)}
                self._at = min(max(steps[key], 0), len(value))
                self.redraw()

    def _put(self, value: str, at: int) -> None:
        self._value = value[:MOST]
        self._at = min(at, MOST)
        self.redraw()
        self.post_message(self.Changed(self._value))
