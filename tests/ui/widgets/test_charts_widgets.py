"""Charts in a running app: the cursor, changing data, sizes, and looks."""

import asyncio
from datetime import date, timedelta

import pytest
from textual.app import App
from ui.screen_text import screen_text

from befit_tui.logbook.curve import Point
from befit_tui.logbook.trends.periods import periods_of
from befit_tui.ui.widgets.charts.bars import Bar, Bars, HBars
from befit_tui.ui.widgets.charts.days import Days, YearHeatmap
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Series
from befit_tui.ui.widgets.charts.stacked import StackedBars, Weeks

MONDAY = date(2026, 3, 2)


def series(*values):
    return Series(
        tuple(Point(MONDAY + timedelta(7 * n), v) for n, v in enumerate(values)), "kg"
    )


def line_chart():
    chart = LineChart(empty="No sets of this lift yet.")
    chart.data = series(100, 102, 101, 104)
    return chart


def weeks(*counts):
    firsts = [MONDAY + timedelta(7 * n) for n in range(len(counts))]
    return Weeks(periods_of(firsts, len(firsts), firsts[-1]), counts)


def stacked_bars():
    chart = StackedBars(empty="No rated sets yet.")
    chart.data = weeks(*((1, n, 2, 3, 0, 1) for n in range(4)))
    return chart


def hbars():
    chart = HBars(empty="No hard sets this week.")
    chart.data = Bars(tuple(Bar(f"Muscle {n}", n, (2, 3)) for n in range(4)))
    return chart


def year_heatmap():
    chart = YearHeatmap(empty="No workouts yet.")
    chart.data = Days(MONDAY, MONDAY + timedelta(days=30), {MONDAY: 14})
    return chart


class Shown(App[None]):
    def __init__(self, chart):
        super().__init__()
        self.chart = chart

    def compose(self):
        yield self.chart


def shown(chart, check, size=(60, 14)):
    """Run ``check(app, pilot)`` with the chart on the screen."""

    async def run():
        app = Shown(chart)
        async with app.run_test(size=size) as pilot:
            await check(app, pilot)

    asyncio.run(run())


def test_weeks_that_are_joined_otherwise_begin_at_the_last_one_again():
    firsts = [MONDAY + timedelta(7 * n) for n in range(30)]
    counts = tuple((n + 1, 0, 0, 0, 0, 0) for n in range(30))

    async def check(app, pilot):
        few = periods_of(firsts, 4, firsts[-1])
        app.chart.data = Weeks(few, counts[: len(few)])
        await pilot.pause()
        assert app.chart.cursor == len(few) - 1
        app.chart.data = Weeks(periods_of(firsts, 30, firsts[-1]), counts)
        assert app.chart.cursor == 29
        app.chart.move(-3)
        app.chart.data = Weeks(periods_of(firsts, 31, firsts[-1]), counts)
        assert app.chart.cursor == 26

    shown(stacked_bars(), check)


def test_the_cursor_walks_over_the_points_and_stops_at_the_ends():
    async def check(app, pilot):
        assert "Mon 23 Mar 2026  104 kg" in screen_text(app)
        stops = []
        for steps in (1, -1, -9, -1, 1, 9):
            app.chart.move(steps)
            stops.append(app.chart.cursor)
        assert stops == [3, 2, 0, 0, 1, 3]
        app.chart.move(-1)
        await pilot.pause()
        assert "Mon 16 Mar 2026  101 kg" in screen_text(app)

    shown(line_chart(), check)


def test_a_moved_cursor_paints_the_same_as_a_fresh_chart():
    async def check(app, pilot):
        for place in (0, 1, 99):
            app.chart.cursor = place
            await pilot.pause()
            moved = screen_text(app)
            app.chart.refresh()
            await pilot.pause()
            assert screen_text(app) == moved

    for chart in (line_chart(), stacked_bars(), hbars(), year_heatmap()):
        shown(chart, check)


def test_the_cursor_stays_on_its_day_when_data_change():
    async def check(app, pilot):
        app.chart.cursor = 1
        late = series(100, 102, 101, 104, 107)
        app.chart.data = Series(late.points[1:], "kg")
        await pilot.pause()
        assert "Mon 9 Mar 2026  102 kg" in screen_text(app)
        app.chart.data = Series(late.points[3:], "kg")
        await pilot.pause()
        assert "Mon 30 Mar 2026  107 kg" in screen_text(app)

    shown(line_chart(), check)


def test_more_weeks_than_columns_are_paged():
    async def check(app, pilot):
        app.chart.data = weeks(*((n, 0, 0, 0, 0, 0) for n in range(90)))
        app.chart.cursor = 0
        await pilot.pause()
        assert "Week of Mon 2 Mar 2026  0 sets" in screen_text(app)
        app.chart.cursor = 89
        await pilot.pause()
        assert "‹" in screen_text(app)
        assert "89 sets" in screen_text(app)

    shown(stacked_bars(), check)


def test_bars_point_at_the_one_under_the_cursor():
    async def check(app, pilot):
        app.chart.cursor = 1
        await pilot.pause()
        assert "▸ ▼ Muscle 1" in screen_text(app)

    shown(hbars(), check)


def test_a_calendar_says_what_its_day_holds():
    async def check(app, pilot):
        app.chart.cursor = 0
        await pilot.pause()
        assert "Mon 2 Mar 2026  14 working sets" in screen_text(app)
        app.chart.move(8)
        assert app.chart.day == MONDAY + timedelta(days=8)

    shown(year_heatmap(), check)


@pytest.mark.parametrize("chart", [LineChart, StackedBars, HBars, YearHeatmap])
def test_without_data_a_sentence_says_so(chart):
    async def check(app, pilot):
        app.chart.move(1)
        assert "No sets yet." in screen_text(app)

    shown(chart(empty="No sets yet."), check)


@pytest.mark.parametrize("make", [line_chart, stacked_bars, hbars, year_heatmap])
def test_every_strip_has_the_width_of_the_widget(make):
    async def check(app, pilot):
        for width, height in ((1, 1), (19, 9), (20, 5), (33, 4), (80, 24), (120, 40)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            for y in range(height):
                assert app.chart.render_line(y).cell_length == width
            small = width < 20 or height < app.chart.LEAST_SIZE[1]
            assert (app.chart.excuse == "Too small for a chart.") == small

    shown(make(), check)


def test_a_pen_and_a_theme_can_be_changed_while_running():
    async def check(app, pilot):
        dark = app.chart.render_line(5)
        app.theme = "textual-light"
        await pilot.pause()
        assert app.chart.render_line(5).text == dark.text
        assert app.chart.render_line(5) != dark
        app.chart.glyph_set = "ascii"
        await pilot.pause()
        assert screen_text(app).isascii()

    for chart in (line_chart(), stacked_bars(), hbars(), year_heatmap()):
        shown(chart, check)


def test_user_text_is_never_markup():
    async def check(app, pilot):
        app.chart.data = Bars((Bar("[red]Quads\x1b[2J", 5),))
        await pilot.pause()
        assert "[red]Quads[2J" in screen_text(app)

    shown(hbars(), check)
