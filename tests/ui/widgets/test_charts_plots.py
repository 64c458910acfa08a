"""Drawings as text: what they show, and that they hold at every size."""

from datetime import UTC, date, datetime, timedelta

import pytest
from rich.cells import cell_len
from ui.screen_text import chart_text

from befit_tui.logbook.curve import Point
from befit_tui.logbook.trends.periods import periods_of
from befit_tui.logbook.trends.volume import Side
from befit_tui.ui.widgets.charts.bars import Bar, Bars, BarsPlot, Heads
from befit_tui.ui.widgets.charts.chart import Look
from befit_tui.ui.widgets.charts.days import Days, DaysPlot, level_of
from befit_tui.ui.widgets.charts.grid import DOT_GRIDS, GlyphSet, Raster, sentence
from befit_tui.ui.widgets.charts.lanes import Lane, Lanes, LanesPlot
from befit_tui.ui.widgets.charts.line import LinePlot
from befit_tui.ui.widgets.charts.series import Series, stretches
from befit_tui.ui.widgets.charts.stacked import StackPlot, Weeks

MONDAY = date(2026, 3, 2)
WIDTHS = (20, 21, 27, 44, 63, 118)
HEIGHTS = (5, 6, 9, 31)


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def periods(count):
    return periods_of([day(7 * n) for n in range(count)], count, MONDAY)


def weeks(*counts):
    return Weeks(periods(len(counts)), counts)


CLIMB = Series(
    tuple(
        Point(day(7 * n), 100 + n, record=n == 8, band=(97 + n, 103 + n))
        for n in range(9)
    ),
    "kg",
    ((day(14), day(20)),),
)
ONE = Series((Point(day(0), 0),), "kg")
TIMED = Series(
    (
        Point(datetime(2026, 3, 2, 18, tzinfo=UTC), 60.25),
        Point(datetime(2026, 3, 2, 19, tzinfo=UTC), 61),
    )
)
MONTHS = weeks(*((n % 3, 4, 5, n % 7, 2, 1) for n in range(9)))
DECADE = weeks(*((n % 3, 4, 5, n % 7, 2, 150) for n in range(520)))
IDLE = weeks((0,) * 6)
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31), {day(n): n % 29 for n in range(200)})
MUSCLES = (
    Bar("Quads", 12.5, (8, 18)),
    Bar("Hamstrings", 7, (8, 18)),
    Bar("Back", 21, (8, 18)),
    Bar("大腿 💪", 0),
    Bar("[b]Abs", 18, (8, 18)),
    Bar("Grip and everything else", 1234.25, (0, 0)),
)  # fmt: skip


def assert_whole(plot, stops, width, height):
    assert (plot.grid.width, plot.grid.height) == (width, height)
    for index in {0, stops // 2, stops - 1}:
        if not plot.holds(index):
            continue
        marks = plot.marks(index)
        for y in range(height):
            text = "".join(run.glyph for run in plot.grid.runs(y, marks))
            assert cell_len(text) == width


@pytest.mark.parametrize("glyph_set", GlyphSet)
@pytest.mark.parametrize("series", [CLIMB, ONE, TIMED])
def test_a_line_is_whole_at_every_size(series, glyph_set):
    for width in WIDTHS:
        for height in HEIGHTS:
            plot = LinePlot(series, width, height, 0, Look(glyph_set))
            assert_whole(plot, len(series.points), width, height)


@pytest.mark.parametrize(
    "look", [Look(GlyphSet.BRAILLE), Look(GlyphSet.BLOCK, False), Look(GlyphSet.ASCII)]
)
@pytest.mark.parametrize("data", [MONTHS, DECADE, IDLE])
def test_stacks_are_whole_at_every_size(data, look):
    stops = len(data.stops)
    for width in WIDTHS:
        for height in HEIGHTS:
            for cursor in {0, stops // 2, stops - 1}:
                plot = StackPlot(data, width, height, cursor, look)
                assert plot.holds(cursor)
                assert_whole(plot, stops, width, height)


@pytest.mark.parametrize("glyph_set", GlyphSet)
@pytest.mark.parametrize("bars", [MUSCLES, MUSCLES * 6, MUSCLES[3:4]])
def test_bars_are_whole_at_every_size(bars, glyph_set):
    for width in WIDTHS:
        for height in HEIGHTS:
            for cursor in {0, len(bars) // 2, len(bars) - 1}:
                plot = BarsPlot(Bars(bars), width, height, cursor, Look(glyph_set))
                assert plot.holds(cursor)
                assert_whole(plot, len(bars), width, height)


@pytest.mark.parametrize(
    "look", [Look(GlyphSet.BRAILLE), Look(GlyphSet.BLOCK, False), Look(GlyphSet.ASCII)]
)
@pytest.mark.parametrize("days", [YEAR, Days(MONDAY, MONDAY)])
def test_a_calendar_is_whole_at_every_size(days, look):
    for width in WIDTHS:
        for height in (9, 10, 30):
            for cursor in {0, days.length - 1}:
                plot = DaysPlot(days, width, height, cursor, look)
                assert plot.holds(cursor)
                assert_whole(plot, days.length, width, height)


def test_a_calendar_in_ascii():
    march = Days(
        date(2026, 2, 27),
        date(2026, 3, 17),
        {date(2026, 3, 4): 5, date(2026, 3, 15): 20},
    )
    plot = DaysPlot(march, 60, 9, 2, Look(GlyphSet.ASCII))
    assert chart_text(plot.grid, plot.marks(2)).splitlines() == [
        "Sun 1 Mar 2026  0 working sets     . none  1 2 3 4 20 sets",
        "    Mar",
        "Mon   . . .",
        "      . . .",
        "Wed   1 .",
        "      . .",
        "Fri . . .",
        "    . . .",
        "Sun O . 4",
    ]


def test_a_level_is_a_quarter_of_the_largest_count():
    assert [level_of(n, 8) for n in range(9)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert level_of(0, 0) == 0


def test_a_sentence_is_whole_at_every_size():
    for width in range(1, 40):
        for height in range(1, 8):
            grid = sentence("No sets of 深蹲 yet, but soon.", width, height)
            rows = ["".join(run.glyph for run in grid.runs(y)) for y in range(height)]
            assert {cell_len(row) for row in rows} == {width}


def test_a_line_in_ascii():
    plot = LinePlot(CLIMB, 48, 12, 0, Look(GlyphSet.ASCII, False))
    assert chart_text(plot.grid).splitlines() == [
        " kg                           # record",
        "110 +                                     ::::::",
        "    |                         :::::::::::::::**#",
        "    |             :::::::::::::::::**********:::",
        "    | ::::::::::::::::::***********:::::::::::::",
        "    |:::****************::::::::::::::",
        "100 +***::::::::::::::::::",
        "    |:::::::::",
        "    |",
        "    |",
        "    +----------======------+--------------------",
        "                          Apr 2026",
    ]


def test_the_cursor_reads_date_and_value():
    plot = LinePlot(CLIMB, 60, 10, 0, Look(GlyphSet.BRAILLE, False))
    assert "kg  Mon 23 Mar 2026  103 kg" in chart_text(plot.grid, plot.marks(3))
    assert "Mon 27 Apr 2026  108 kg" in chart_text(plot.grid, plot.marks(8))
    narrow = LinePlot(CLIMB, 20, 5, 0, Look(GlyphSet.BRAILLE, False))
    assert "kg  23 Mar  103 kg" in chart_text(narrow.grid, narrow.marks(3))


def test_a_lift_done_every_other_week_has_a_line():
    points = [Point(day(n), 100) for n in (0, 14, 42, 56, 70, 112)]
    assert [len(stretch) for stretch in stretches(points)] == [5, 1]


def test_a_lay_off_breaks_the_line():
    points = [Point(day(n), 100) for n in (0, 7, 29, 36)]
    assert [len(stretch) for stretch in stretches(points)] == [2, 2]
    broken = chart_text(
        LinePlot(Series(tuple(points)), 60, 10, 0, Look(GlyphSet.ASCII, False)).grid
    )
    among = (*points[:2], Point(day(18), 100), *points[2:])
    whole = chart_text(
        LinePlot(Series(among), 60, 10, 0, Look(GlyphSet.ASCII, False)).grid
    )
    assert broken.count("*") < whole.count("*")


def test_a_record_and_a_deload_have_a_glyph_and_a_word():
    text = chart_text(LinePlot(CLIMB, 90, 12, 0, Look(GlyphSet.BRAILLE, False)).grid)
    for sign in ("◆ record", "likely level", "━━ deload"):
        assert sign in text
    assert text.count("◆") == 2
    assert "deload" not in chart_text(
        LinePlot(ONE, 90, 12, 0, Look(GlyphSet.BRAILLE, False)).grid
    )


def test_the_legend_stands_apart_from_the_reading_of_a_day():
    plot = LinePlot(CLIMB, 90, 12, 0, Look(GlyphSet.BRAILLE, False))
    for cursor in range(len(CLIMB.points)):
        top = chart_text(plot.grid, plot.marks(cursor)).splitlines()[0]
        assert "kg   " in top
        assert top.endswith("deload")


def test_one_rep_is_one_rep():
    series = Series((Point(day(0), 1.0), Point(day(7), 1.2)), unit="reps")
    plot = LinePlot(series, 60, 10, 0, Look(GlyphSet.ASCII, False))
    assert "2026  1 rep\n" in chart_text(plot.grid, plot.marks(0))
    assert "2026  1.2 reps" in chart_text(plot.grid, plot.marks(1))


def test_stacks_in_ascii():
    data = weeks((1, 2, 3, 0, 0, 0), (0, 0, 0, 0, 6, 2))
    plot = StackPlot(data, 30, 12, 1, Look(GlyphSet.ASCII, False))
    assert chart_text(plot.grid, plot.marks(1)).splitlines() == [
        "Week of Mon 9 Mar 2026  8 sets",
        "FF 0 11 0 22 0 33 0 44 6 ?? 2",
        "8 +         ????????",
        "  |         ????????",
        "6 +22222222 44444444",
        "  |22222222 44444444",
        "4 +22222222 44444444",
        "  |11111111 44444444",
        "2 +11111111 44444444",
        "  |FFFFFFFF 44444444",
        "  +----+----^^^^^^^^----------",
        "      2 Mar    9 Mar",
    ]


def test_equal_counts_are_equally_high_where_there_is_room():
    data = weeks((5, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 5))
    plot = StackPlot(data, 30, 15, 0, Look(GlyphSet.BRAILLE))
    for y in range(2, 13):
        row = "".join(run.glyph for run in plot.grid.runs(y))
        assert row[3:11] == row[12:20]


def test_a_cell_with_three_parts_shows_the_largest_two():
    data = weeks((1, 4, 3, 0, 0, 0))
    plot = StackPlot(data, 30, 5, 0, Look(GlyphSet.BRAILLE))
    bar = next(run for run in plot.grid.runs(2) if run.ink == "part-2")
    assert (bar.glyph[0], bar.ground) == ("▅", "part-3")


def test_without_colour_every_part_has_its_own_filling():
    data = weeks((3,) * 6)
    plot = StackPlot(data, 60, 30, 0, Look(GlyphSet.BRAILLE, False))
    text = chart_text(plot.grid)
    assert all(category.filling in text for category in data.categories)
    with_colour = StackPlot(data, 60, 30, 0, Look(GlyphSet.BRAILLE))
    inks = {run.ink for y in range(30) for run in with_colour.grid.runs(y)}
    assert {f"part-{n}" for n in range(1, 7)} <= inks


def test_a_week_is_read_in_words():
    plot = StackPlot(MONTHS, 100, 20, 8, Look(GlyphSet.BRAILLE))
    text = chart_text(plot.grid, plot.marks(2))
    assert "Week of Mon 16 Mar 2026  16 sets\n" in text
    assert "failure 2   █ 1 left 4" in text
    one = StackPlot(
        weeks((0, 1, 0, 0, 0, 0), (0,) * 6), 100, 20, 0, Look(GlyphSet.BRAILLE)
    )
    assert "  1 set\n" in chart_text(one.grid, one.marks(0))


def test_bars_show_value_standing_and_band():
    plot = BarsPlot(Bars(MUSCLES[:3]), 60, 5, 0, Look(GlyphSet.BRAILLE))
    _, quads, hamstrings, back, *_ = chart_text(plot.grid).splitlines()
    assert "✓ Quads" in quads
    assert "▼ Hamstrings    7" in hamstrings
    assert "▲ Back         21" in back
    lengths = [line.count("▄") for line in (hamstrings, back)]
    assert lengths[1] > lengths[0] > 0


def test_a_bar_is_dark_up_to_its_band_light_inside_it_and_what_is_left_is_a_rail():
    bars = (
        Bar("Chest", 14, (10, 20)),
        Bar("Abs", 4, (10, 20)),
        Bar("Lats", 24, (10, 20)),
    )
    plot = BarsPlot(Bars(bars), 60, 5, 0, Look(GlyphSet.BRAILLE))
    inks = [
        [run.ink for run in plot.grid.runs(y) if "▄" in run.glyph] for y in (1, 2, 3)
    ]
    assert inks == [
        ["inside-dark", "inside", "rail"],
        ["below", "rail"],
        ["above-dark", "above", "above-over"],
    ]
    without = BarsPlot(Bars(bars), 60, 5, 0, Look(GlyphSet.BRAILLE, False))
    assert "·" in chart_text(without.grid).splitlines()[2]


def test_groups_have_a_heading_where_there_is_room_and_words_stand_for_a_bar():
    bars = (
        Bar(
            "Chest", 0, tail="20 h", group="rest", words=("3 sets to failure", "rests")
        ),
        Bar("Lats", 0, tail="3 d", group="ready", words=("ready",)),
    )
    look = Look(GlyphSet.BRAILLE)
    tall = BarsPlot(Bars(bars, Heads("muscle", "", "last")), 44, 9, 0, look)
    assert [line.split() for line in chart_text(tall.grid).splitlines() if line] == [
        ["muscle", "last"],
        ["rest"],
        ["Chest", "3", "sets", "to", "failure", "20", "h"],
        ["ready"],
        ["Lats", "ready", "3", "d"],
    ]
    flat = chart_text(BarsPlot(Bars(bars), 26, 2, 0, look).grid)
    assert "rests" in flat
    assert "ready\n" not in flat.splitlines()[0]


def test_more_bars_than_rows_come_in_full_pages():
    bars = tuple(Bar(f"Muscle {n}", n) for n in range(9))
    plot = BarsPlot(Bars(bars), 40, 5, 8, Look(GlyphSet.BRAILLE))
    assert [place for place in range(9) if plot.holds(place)] == [4, 5, 6, 7, 8]
    assert chart_text(plot.grid).startswith("▴")


def test_a_band_holds_its_ends():
    assert [Bar("x", v, (8, 18)).side for v in (7.9, 8, 18, 18.1)] == [
        Side.BELOW,
        Side.INSIDE,
        Side.INSIDE,
        Side.ABOVE,
    ]


def test_a_stroke_joins_its_ends():
    raster = Raster(4, 1, DOT_GRIDS[GlyphSet.BRAILLE])
    raster.stroke((0, 3), (7, 0))
    assert [glyph for _, _, glyph in raster.glyphs()] == ["⣀", "⠤", "⠒", "⠉"]
    raster.dot(99, -1)


LANES = Lanes(
    periods(4),
    (
        Lane("hard sets", "sets", (10.0, 20.0, None, 20.0)),
        Lane("readiness", "ready", (18.0, 10.0, 14.0, None), usual=15.0),
    ),
    (False, False, True, False),
    ("", "!", "", ""),
    ("10 sets", "20 sets", "nothing", "20 sets"),
)


@pytest.mark.parametrize("glyph_set", GlyphSet)
def test_lanes_are_whole_at_every_size(glyph_set):
    for width in WIDTHS:
        for height in HEIGHTS:
            plot = LanesPlot(LANES, width, height, 2, Look(glyph_set))
            assert_whole(plot, len(LANES.stops), width, height)


def test_lanes_share_their_weeks_their_deload_and_their_cursor():
    plot = LanesPlot(LANES, 44, 14, 1, Look(GlyphSet.ASCII))
    assert chart_text(plot.grid, plot.marks(1)).splitlines() == [
        "Week of Mon 9 Mar 2026  20 sets    == deload",
        "      hard sets  20",
        "   20|         ########          ########",
        "     |         ########          ########",
        "     |######## ########          ########",
        "    0|######## ########          ########",
        "      readiness  10",
        "   20|",
        "     |    ***",
        "   15|.......****.......*****...............",
        "     |           *******",
        "alert              !",
        "     +----+----^^^^^^^^-========-----+------",
        "         2 Mar    9 Mar    16 Mar   23 Mar",
    ]


def test_where_a_calendar_has_no_room_weeks_stand_below_each_other():
    days = Days(MONDAY, day(20), {day(8): 4})
    plot = DaysPlot(days, 20, 5, 8, Look(GlyphSet.ASCII, False))
    assert chart_text(plot.grid, plot.marks(8)).splitlines() == [
        "10 Mar  4 sets",
        " 2 Mar  .......",
        " 9 Mar  .@.....",
        "16 Mar  .......",
    ]


def test_amounts_stand_on_stems_from_zero():
    points = tuple(Point(MONDAY + timedelta(days=n), 4000 + 100 * n) for n in range(3))
    plot = LinePlot(Series(points, "kg", stems=True), 60, 14, 0, Look(GlyphSet.BRAILLE))
    text = chart_text(plot.grid)
    assert "4000" in text
    assert "-" not in text
    floor = text.splitlines()[-3]
    assert sum(0x2800 < ord(glyph) < 0x2900 for glyph in floor) == 3


def test_a_calendar_that_hides_weeks_says_on_which_side():
    years = Days(date(2024, 1, 1), date(2026, 3, 1))
    for cursor, signs in ((years.length - 1, "‹"), (0, "›")):
        text = chart_text(DaysPlot(years, 60, 9, cursor, Look(GlyphSet.BRAILLE)).grid)
        assert [sign for sign in "‹›" if sign in text] == [signs]
    assert "‹" not in chart_text(DaysPlot(YEAR, 120, 9, 0, Look(GlyphSet.BRAILLE)).grid)
