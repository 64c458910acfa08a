"""All keys that work here, from the bindings themselves."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from befit_tui.ui.keys import spell
from befit_tui.ui.screens.dialog import Dialog

KeyLine = tuple[str, str]
"""A key as people write it, and what it does."""
OF_EVERY_SCREEN = {one.action for one in Screen.BINDINGS if isinstance(one, Binding)}
"""What Textual gives to every screen; nothing of it is worth a line."""


class KeysHelp(Dialog[None]):
    """A list of keys in groups; any key of the list closes it first."""

    DEFAULT_CSS = """
    KeysHelp {
        align: center middle;
        VerticalScroll { width: 84; max-width: 96%; height: auto; max-height: 94%;
                         border: round $primary; background: $surface; padding: 0 1; }
        Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss(None)", "close", id="help.close"),
    ]

    def __init__(self, groups: dict[str, list[KeyLine]]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """Groups below each other, keys in a column."""
        with VerticalScroll() as frame:
            frame.border_title = "Keys"
            frame.border_subtitle = "esc close"
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        lines: list[Content] = []
        for title, keys in self._groups.items():
            lines.append(Content.styled(title, "bold $primary"))
            lines += [
                Content.assemble((f"  {key:<16}", "bold"), meaning)
                for key, meaning in keys
            ]
            lines.append(Content(""))
        return lines


def group_keys(bindings: dict[str, ActiveBinding]) -> dict[str, list[KeyLine]]:
    """Bindings by their widget's group title, keys of one action joined."""
    groups: dict[str, dict[str, tuple[list[str], str]]] = {}
    for active in bindings.values():
        binding = active.binding
        of_textual = active.node.__module__.startswith("textual.")
        if of_textual or binding.action in OF_EVERY_SCREEN:
            continue
        if binding.system or not (binding.tooltip or binding.description):
            continue
        group = getattr(active.node, "BINDING_GROUP_TITLE", None) or "Everywhere"
        meaning = binding.tooltip or binding.description
        keys, _ = groups.setdefault(group, {}).setdefault(binding.action, ([], meaning))
        keys.append(binding.key_display or spell(binding.key))
    return {
        title: [(" ".join(keys), meaning) for keys, meaning in lines.values()]
        for title, lines in groups.items()
    }
