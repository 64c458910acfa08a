"""The list in a running app: cursor, headings, replaced rows, cost."""

import asyncio
from dataclasses import dataclass

from textual.app import App
from ui.screen_text import screen_text

from befit_tui.ui.widgets.line_list import LineList


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    text: str
    is_heading: bool = False


MONTHS = (
    Item("nov", "November 2026", True),
    Item("a", "Push A"),
    Item("b", "Legs"),
    Item("oct", "October 2026", True),
    Item("note", "13 workouts", True),
    Item("c", "Pull A"),
)
MANY = tuple(Item(str(n), f"Workout {n}", n % 10 == 0) for n in range(5000))


class Shown(App[None]):
    def __init__(self, rows):
        super().__init__()
        self.drawn = []
        self.highlighted = []
        self.list = LineList(self.draw, rows)

    def draw(self, item, width, selected):
        self.drawn.append(item.id)
        return [(item.text, "strong" if item.is_heading else ""), (f" {width}", "dim")]

    def compose(self):
        yield self.list

    def on_line_list_highlighted(self, event: LineList.Highlighted):
        self.highlighted.append(event.row.id if event.row else None)


def shown(rows, check, size=(40, 12)):
    async def run():
        app = Shown(rows)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await check(app, pilot)

    asyncio.run(run())


def pointed_at(app):
    return [line for line in screen_text(app).splitlines() if line.startswith("▸")]


def test_the_cursor_passes_over_headings_and_stops_at_the_ends():
    async def check(app, pilot):
        await pilot.press("j", "down", "j", "k", "up", "k", "G", "g")
        assert app.highlighted == ["a", "b", "c", "b", "a", "c", "a"]
        assert pointed_at(app) == ["▸Push A 39"]

    shown(MONTHS, check)


def test_pages_half_pages_and_ends():
    async def check(app, pilot):
        for key, row in (
            ("pagedown", "13"),
            ("ctrl+d", "19"),
            ("ctrl+u", "13"),
            ("pageup", "1"),
            ("end", "4999"),
            ("pagedown", "4999"),
            ("home", "1"),
        ):
            await pilot.press(key)
            assert (key, app.list.row.id) == (key, row)
            assert pointed_at(app) == [
                line for line in pointed_at(app) if f" {row} " in line
            ]

    shown(MANY, check)


def test_only_the_two_touched_lines_are_drawn():
    async def check(app, pilot):
        app.drawn.clear()
        await pilot.press("j")
        assert sorted(app.drawn) == ["1", "2"]

    shown(MANY, check)


def test_a_long_list_draws_no_more_than_a_page():
    async def check(app, pilot):
        assert len(set(app.drawn)) == 12
        app.drawn.clear()
        await pilot.press("G")
        assert set(app.drawn) <= {str(n) for n in range(4980, 5000)} | {"1"}

    shown(MANY, check)


def test_going_up_shows_the_headings_above():
    async def check(app, pilot):
        await pilot.press("G", "k", "k")
        assert "November 2026" in screen_text(app)

    shown(MONTHS, check, size=(40, 3))


def test_the_cursor_stays_on_its_row_when_rows_are_replaced():
    async def check(app, pilot):
        await pilot.press("j")
        app.list.rows = MONTHS[3:] + MONTHS[:3]
        await pilot.pause()
        assert pointed_at(app) == ["▸Legs 39"]
        app.list.rows = MONTHS[:2] + MONTHS[3:]
        await pilot.pause()
        assert app.list.row.id == "c"
        app.list.rows = ()
        await pilot.press("j", "G")
        assert app.list.row is None
        app.list.rows = MONTHS
        await pilot.pause()
        assert app.highlighted == ["a", "b", "b", "c", None, "a"]

    shown(MONTHS, check)


def test_a_list_of_headings_has_no_cursor():
    async def check(app, pilot):
        await pilot.press("j", "k", "G", "g", "pagedown")
        assert app.list.row is None
        assert "November 2026" in screen_text(app)

    shown(MONTHS[:1], check)


def test_go_to_finds_a_row_by_its_id():
    async def check(app, pilot):
        assert app.list.go_to("2345")
        await pilot.pause()
        assert pointed_at(app) == ["▸Workout 2345 38"]
        assert not app.list.go_to("none")

    shown(MANY, check)


def test_a_click_moves_the_cursor_but_not_to_a_heading():
    async def check(app, pilot):
        await pilot.click(LineList, offset=(3, 2))
        await pilot.click(LineList, offset=(3, 3))
        assert app.list.row.id == "b"

    shown(MONTHS, check)


def test_user_text_is_drawn_as_it_is():
    async def check(app, pilot):
        text = screen_text(app)
        assert "[red]Push[/] x" in text
        assert "[2Jgone" in text
        for y in range(12):
            assert app.list.render_line(y).cell_length == 40

    rows = (
        Item("1", "[red]Push[/]\nx"),
        Item("2", "\x1b[2Jgone"),
        Item("3", "深蹲 💪" * 20),
    )
    shown(rows, check)


def test_the_cursor_stays_in_sight_when_the_terminal_shrinks():
    async def check(app, pilot):
        await pilot.press("pagedown")
        await pilot.resize_terminal(30, 4)
        await pilot.pause()
        assert len(pointed_at(app)) == 1

    shown(MANY, check)
