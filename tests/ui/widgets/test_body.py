"""The body: its figures are whole, and it shows where a muscle stands."""

import asyncio

import pytest
from textual.app import App
from ui.screen_text import chart_text, screen_text

from befit_tui.catalog.catalog import load_catalog
from befit_tui.logbook.muscles import BODY
from befit_tui.logbook.trends.volume import Side
from befit_tui.ui.widgets.body.body_map import (
    AIR,
    FLESH,
    MUSCLES,
    BodyMap,
    BodyPlot,
    Muscles,
    Part,
    bodies,
    body_for,
)
from befit_tui.ui.widgets.body.muscles import MuscleMap, halves, set_parts
from befit_tui.ui.widgets.charts.bars import HBars
from befit_tui.ui.widgets.charts.chart import Look
from befit_tui.ui.widgets.charts.grid import GlyphSet

FIGURES = [figure for body in bodies() for figure in body]
PARTS = tuple(
    Part(muscle, Side.BELOW if muscle == "calves" else Side.INSIDE, "7")
    for muscle in MUSCLES.values()
)


def test_the_muscles_of_the_figure_are_those_of_the_catalogue_and_of_the_list():
    assert len(MUSCLES) == 19
    assert sorted(MUSCLES.values()) == sorted(BODY)
    assert set(BODY) <= load_catalog().muscles


@pytest.mark.parametrize("figure", FIGURES)
def test_every_row_reads_the_same_from_both_sides(figure):
    assert {len(row) for row in figure.rows} == {2 * figure.width}
    assert len(figure.rows) == 2 * figure.height
    assert [row for row in figure.rows if row != row[::-1]] == []


@pytest.mark.parametrize("body", bodies())
def test_every_muscle_is_on_the_front_or_the_back(body):
    letters = set("".join((*body.front.rows, *body.back.rows)))
    assert letters == {*MUSCLES, AIR, FLESH}


@pytest.mark.parametrize(
    ("size", "width"), [((61, 26), 30), ((80, 20), 20), ((41, 18), 20)]
)
def test_the_largest_body_that_fits_is_drawn(size, width):
    assert body_for(*size).front.width == width


@pytest.mark.parametrize("size", [(40, 18), (41, 17), (1, 1)])
def test_where_none_fits_there_is_none(size):
    assert body_for(*size) is None


def plot(chosen="", *, coloured=True, size=(61, 28), parts=PARTS):
    look = Look(GlyphSet.BRAILLE, coloured)
    return BodyPlot(Muscles(tuple(parts), chosen), *size, 0, look)


def inks(drawn):
    rows = range(drawn.grid.height)
    return {cell.ground for y in rows for cell in drawn.grid.cells(y)}


def test_a_muscle_is_coloured_by_how_it_stands_and_lighter_when_chosen():
    assert inks(plot()) == {"", "flesh", "below", "inside"}
    assert inks(plot("calves")) == {"", "flesh", "below-here", "inside"}


def test_a_count_stands_on_the_right_half_and_a_sign_on_the_left_of_what_is_below():
    text = chart_text(plot().grid)
    assert "7" in text
    assert text.count("▼") == 2
    assert "front" in text.splitlines()[-1]
    for line in text.splitlines():
        front, back = line[:30].ljust(30), line[31:].ljust(30)
        assert "7" not in front[:15] + back[:15]
        assert "▼" not in front[15:] + back[15:]


def test_without_colour_every_standing_has_a_filling():
    parts = [
        Part("quads", Side.ABOVE, ""),
        Part("chest", Side.INSIDE, ""),
        Part("calves", Side.BELOW, ""),
    ]
    drawn = plot(coloured=False, parts=parts)
    assert {"░", "▒", "█", "·", "▼", "▲"} <= set(chart_text(drawn.grid))
    assert inks(drawn) == {""}


@pytest.mark.parametrize("coloured", [True, False])
def test_both_halves_are_drawn_alike(coloured):
    parts = [Part(muscle, Side.INSIDE, "") for muscle in MUSCLES.values()]
    drawn = plot(coloured=coloured, parts=parts, size=(61, 26))
    mirrored = str.maketrans("▘▝▖▗▌▐▛▜▙▟▞▚", "▝▘▗▖▐▌▜▛▟▙▚▞")
    for y in range(26):
        cells = [(cell.glyph, cell.ground) for cell in drawn.grid.cells(y)]
        for side in (cells[:30], cells[31:]):
            back = [(glyph.translate(mirrored), ground) for glyph, ground in side[::-1]]
            assert side == back


@pytest.mark.parametrize(
    ("sets", "words"),
    [(0, "0"), (0.5, "½"), (4.5, "4½"), (12, "12"), (10.26, "10½"), (18.2, "18")],
)
def test_sets_are_written_in_few_cells(sets, words):
    assert halves(sets) == words


def test_a_range_says_what_is_below_inside_and_above():
    sets = {"chest": 9.5, "lats": 10, "quads": 20, "calves": 20.5}
    assert [part.side for part in set_parts(sets, (10, 20))] == [
        Side.BELOW,
        Side.INSIDE,
        Side.INSIDE,
        Side.ABOVE,
    ]


class Shown(App[None]):
    glyph_set = GlyphSet.BRAILLE

    def compose(self):
        yield MuscleMap({"chest": 12, "quads": 4, "lats": 22}, (10, 20))


@pytest.mark.parametrize(
    ("size", "width"), [((120, 40), 63), ((80, 30), 42), ((60, 30), 0)]
)
def test_a_map_of_the_week_stands_wherever_it_is_mounted(size, width):
    async def check():
        app = Shown()
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            body, muscles = app.query_one(BodyMap), app.query_one(HBars)
            assert body.region.width == width
            assert not width or not body.excuse
            text = screen_text(app)
            labels = [bar.label for bar in muscles.data.bars]
            assert labels == ["Quads", "Lats", "Chest"]
            assert all(label in text for label in labels)

    asyncio.run(check())
