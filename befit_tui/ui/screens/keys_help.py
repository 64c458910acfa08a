"""The help of the keys, in groups and columns, to search in; and the glossary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual import on
from textual.actions import parse
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from befit_tui.domain.signs import MEANINGS
from befit_tui.domain.value import Value, replace
from befit_tui.logbook.glossary import GLOSSARY
from befit_tui.ui.keys import (
    APP_KEYS,
    HISTORY_KEYS,
    QUESTION_KEYS,
    START_KEYS,
    TRENDS_KEYS,
    WORKOUT_KEYS,
    key_name,
)
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_input import LineInput

COLUMN = 50
"""Cells that a column of keys has at least; product constant."""
KEY = 16
"""Cells of the keys in it."""
WORKS = "*"
PARTS: Mapping[str, tuple[str, ...]] = {
    "The set": ("log", "rep", "unrep", "unrep_all", "fail", "broke", "rate", "note"),
    "The row": ("move", "reps", "load", "kind", "remove"),
    "The exercise": (
        "add", "swap", "card", "targets", "ramp", "superset", "reorder",
        "exercise_settings",
    ),
    "Beside it": ("rest", "less_rest", "plates", "neighbours", "focus_view"),
}  # fmt: skip
"""The keys of the workout by what they are about; the others are of the day."""
TYPING: Mapping[str, str] = {
    "8 · 82.5x8": "reps; load and reps",
    "+2.5 · -5 8": "more or less load, with reps",
    "= · =x3": "the set above again, three times",
    "20x8l7r": "left and right side of a single-arm lift",
    "8@1 · 8@rpe9": "reps left, or RPE",
    "8@f · 8@v · 8@m": "failure: form held; sure of it; tried and lost",
    "8@s · 8+2@b": "form slipped; 2 more after it broke",
    "60x8w · 60x8d": "warm-up, drop set",
    "45s · 1:30 · 2km": "a time, a distance",
    "8 # elbow fine": "a note",
}


class HelpRow(NamedTuple):
    """A key as people write it, what it does, and whether it does so now."""

    key: str
    meaning: str
    works: bool = False


class Group(Value, frozen=True):
    """Keys that belong together, or the words of the program with their meaning."""

    title: str
    rows: tuple[HelpRow, ...]
    is_words: bool = False

    @property
    def works(self) -> bool:
        """Whether any of the keys does something now."""
        return any(row.works for row in self.rows)

    def found(self, words: Sequence[str]) -> "Group":
        """The rows that hold every word, of the key, its meaning or the title."""
        rows = (
            row
            for row in self.rows
            if all(
                word in f"{self.title} {row.key} {row.meaning}".casefold()
                for word in words
            )
        )
        return replace(self, rows=tuple(rows))


class KeysHelp(Dialog[None]):
    """Groups below and beside each other; what is typed leaves those that match."""

    DEFAULT_CSS = """
    KeysHelp {
        DialogFrame { width: 164; max-height: 96%; height: 96%; }
        VerticalScroll#keys { height: 1fr; scrollbar-size-vertical: 1; }
        #keys Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False, id="help.up"),
        Binding("down", "scroll(1)", show=False, id="help.down"),
        Binding("pageup", "scroll(-10)", show=False, id="help.page_up"),
        Binding("pagedown", "scroll(10)", show=False, id="help.page_down"),
        Binding(
            "escape,question_mark",
            "dismiss(None)",
            "close",
            priority=True,
            id="help.close",
        ),
    ]

    def __init__(self, groups: Iterable[Group]) -> None:
        says = (("type", "to search"), ("↑ ↓", "scroll"), (WORKS, "works now"))
        self._typed = LineInput(placeholder="rest, undo, hard set …")
        self._shown = Static()
        self._keys = VerticalScroll(self._shown, id="keys", can_focus=False)
        super().__init__(
            DialogFrame("Keys and words", self._typed, self._keys, says=says)
        )
        self._groups = tuple(groups)

    def on_mount(self) -> None:
        """Show all."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """As many columns as there is room for."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _show(self) -> None:
        words = self._typed.value.casefold().split()
        found = [one for group in self._groups if (one := group.found(words)).rows]
        width = max(self._keys.scrollable_content_region.width, 20)
        keys = [group for group in found if not group.is_words]
        terms = [group for group in found if group.is_words]
        lines = _columns(keys, width) + _columns(terms, width)
        lines = lines or [Content("No key and no word is like that.")]
        self._shown.update(Content("\n").join(lines))
        self._keys.scroll_home(animate=False)

    def action_scroll(self, rows: int) -> None:
        """Scroll while the letters stay in the line."""
        self._keys.scroll_relative(y=rows, animate=False)


def groups_of(bindings: Mapping[str, ActiveBinding], here: str) -> Iterator[Group]:
    """Every key of the program, those of the mode ``here`` first, then its words."""
    works = {one.binding.id for one in bindings.values() if one.enabled}
    of_mode = {
        "Workout": (
            Group("Start", tuple(_rows(START_KEYS, works))),
            *_workout_groups(works),
            Group("Reps left?", tuple(_rows(QUESTION_KEYS, works))),
            Group("Typing a set", tuple(HelpRow(*one) for one in TYPING.items())),
        ),
        "History": (Group("History", tuple(_rows(HISTORY_KEYS, works))),),
        "Trends": (Group("Trends", tuple(_rows(TRENDS_KEYS, works))),),
    }
    # An open workout has no use for the keys that begin one, and the other way round.
    yield from sorted(of_mode.pop(here), key=lambda one: not one.works)
    yield Group("Everywhere", tuple(_rows(APP_KEYS, works)))
    for groups in of_mode.values():
        yield from groups
    words = tuple(HelpRow(*term) for term in GLOSSARY.items())
    half = len(words) // 2
    yield Group("Words", words[:half], is_words=True)
    yield Group("More words", words[half:], is_words=True)
    signs = tuple(HelpRow(*sign) for sign in MEANINGS.items())
    yield Group("Signs", signs, is_words=True)


def _workout_groups(works: set[str | None]) -> Iterator[Group]:
    named = {action for actions in PARTS.values() for action in actions}
    for title, actions in PARTS.items():
        keys = (one for one in WORKOUT_KEYS if _name(one) in actions)
        yield Group(title, tuple(_rows(keys, works)))
    rest = (one for one in WORKOUT_KEYS if _name(one) not in named)
    yield Group("The day", tuple(_rows(rest, works)))


def _name(key: Binding) -> str:
    return parse(key.action)[1]


def _rows(keys: Iterable[Binding], works: set[str | None]) -> Iterator[HelpRow]:
    for key in keys:
        shown = key.key_display or " ".join(map(key_name, key.key.split(",")))
        yield HelpRow(shown, key.tooltip or key.description, key.id in works)


def _columns(groups: Sequence[Group], width: int) -> list[Content]:
    """The groups as lines, in columns of about the same height."""
    count = max(1, width // COLUMN)
    room = width // count - 2
    blocks = [_block(group, room) for group in groups]
    fair = sum(map(len, blocks)) / count
    columns: list[list[Content]] = [[] for _ in range(count)]
    at = 0
    for block in blocks:
        if columns[at] and len(columns[at]) + len(block) / 2 > fair and at < count - 1:
            at += 1
        columns[at] += block
    return [
        Content("").join(
            (line or Content("")).pad_right(
                room + 2 - (line.cell_length if line else 0)
            )
            for line in row
        )
        for row in zip_longest(*columns)
    ]


def _block(group: Group, room: int) -> list[Content]:
    lines = [Content.styled(group.title, "bold $primary")]
    for key, meaning, works in group.rows:
        longer = max(KEY, len(key) + 1)
        first, *more = wrap(meaning, max(room - longer - 2, 10)) or [""]
        ink = "bold" if works else "$foreground 70%"
        mark = f"{WORKS} " if works else "  "
        lines.append(
            Content.assemble((mark, "$primary"), (f"{key:<{longer}}", ink), first)
        )
        lines += [Content(" " * (longer + 2) + line) for line in more]
    return [*lines, Content("")]
