"""The key line at the bottom, however long it is."""

from textual.app import App
from textual.binding import Binding

from befit_tui.ui.widgets.key_bar import KeyBar

SOME = [Binding(key, f"do_{key}", "something") for key in "abcdef"]


class Keys(App):
    BINDINGS = (*SOME, Binding("question_mark", "show_keys", "keys", key_display="?"))

    def compose(self):
        yield KeyBar()


async def test_keys_stand_two_blanks_apart_and_the_pinned_one_flush_right():
    async with Keys().run_test(size=(30, 3)) as pilot:
        bar = pilot.app.query_one(KeyBar)
        for width in range(30, 120):
            await pilot.resize_terminal(width, 3)
            line = bar.render_line(0).text
            first, *others = line.rstrip().split("  ")
            shown = [one.strip() for one in (first, *others) if one.strip()]
            fitting = min((bar.size.width - len("? keys")) // len("a something  "), 6)
            assert shown == [f"{key} something" for key in "abcdef"[:fitting]] + [
                "? keys"
            ]
            assert len(line) == bar.size.width == len(line.rstrip())
