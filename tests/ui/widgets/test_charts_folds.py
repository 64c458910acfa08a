"""A long time without a value is folded; what is left fills the chart."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from ui.screen_text import chart_text

from befit_tui.logbook.curve import Point
from befit_tui.logbook.trends.periods import periods_of
from befit_tui.ui.widgets.charts.axes import FOLD, Days, WeekAxis
from befit_tui.ui.widgets.charts.chart import Look
from befit_tui.ui.widgets.charts.grid import GlyphSet, Grid
from befit_tui.ui.widgets.charts.line import LinePlot
from befit_tui.ui.widgets.charts.series import Series
from befit_tui.ui.widgets.charts.stacked import StackPlot, Weeks

START = date(2026, 1, 5)
LOOK = Look(GlyphSet.BRAILLE)


def day(number):
    return START + timedelta(days=number)


def axis(*values, last, cells=80):
    moments = [float(day(value).toordinal()) for value in values]
    return Days((START, day(last)), moments, cells, 2)


def test_days_without_a_gap_fill_all_cells():
    days = axis(0, 30, 60, last=60)
    assert days.folds == []
    assert [days(day(n).toordinal()) for n in (0, 30, 60)] == [0, 80, 159]


@pytest.mark.parametrize(
    ("values", "last"),
    [
        ((0, 10, 20), 300),  # a log that ended long ago
        ((280, 290, 300), 300),  # one that began late
        ((0, 10, 290, 300), 300),  # a year off in between
    ],
)
def test_a_gap_takes_few_cells_wherever_it_lies(values, last):
    days = axis(*values, last=last)
    (fold,) = days.folds
    assert fold.words == ("9 months", "nothing")
    dots = [days(day(value).toordinal()) for value in values]
    assert dots == sorted(dots)
    inside = range(2 * fold.x, 2 * (fold.x + FOLD))
    assert not set(dots) & set(inside)
    # The days that are left take the rest.
    assert sum(one.stop - one.start for one in days.stretches) == 80 - FOLD


def test_a_short_gap_and_a_narrow_chart_are_left_as_they_are():
    assert axis(0, 10, 45, 60, last=60).folds == []
    assert axis(0, 10, 290, 300, last=300, cells=30).folds == []


def test_one_value_between_two_gaps_is_drawn():
    days = axis(150, last=300)
    assert [fold.words[0] for fold in days.folds] == ["5 months", "5 months"]
    first, second = days.folds
    assert 2 * (first.x + FOLD) <= days(day(150).toordinal()) < 2 * second.x


def test_a_line_says_how_long_nothing_was_done_and_that_there_is_more_before():
    points = tuple(Point(day(n), 100 + n) for n in (0, 7, 14))
    series = Series(points, "kg", first=START, last=day(200), earlier=True)
    text = chart_text(LinePlot(series, 80, 20, 0, LOOK).grid)
    assert "6 months" in text
    assert "nothing" in text
    assert "‹" in text


def weeks(*totals):
    firsts = [day(7 * n) for n in range(len(totals))]
    counts = tuple((total,) for total in totals)
    every = periods_of(firsts, len(firsts), day(7 * len(totals)))
    return Weeks(every, counts, categories=Weeks().categories[:1])


def test_empty_weeks_are_folded_and_the_others_take_their_room():
    plot = StackPlot(weeks(4, 5, *[0] * 40, 6), 80, 12, 0, LOOK)
    text = chart_text(plot.grid)
    assert "nothing" in text
    assert "█" * 5 in text
    assert all(plot.holds(place) for place in range(43))


@pytest.mark.parametrize("most", [9.6, 97, 130])
def test_the_labels_of_bars_are_whole(most):
    lines = chart_text(StackPlot(weeks(most, 2), 80, 12, 0, LOOK).grid).splitlines()
    labels = [int(line.split("┤")[0]) for line in lines if "┤" in line]
    step = labels[-1]
    assert labels == [step * n for n in range(len(labels), 0, -1)]


def test_bars_fill_the_room_and_are_as_wide_as_each_other():
    axis = WeekAxis(Grid(57, 9), 0, 7, weeks(*[1] * 12).periods, [False] * 12, 0)
    starts = [axis.column(place) for place in range(12)]
    gaps = {after - before for before, after in pairwise(starts)}
    assert gaps == {4, 5}
    assert starts[-1] + axis.bar >= 57 - 2


def test_an_axis_that_hides_weeks_says_on_which_side():
    many = weeks(*[3] * 200)
    newest = chart_text(StackPlot(many, 60, 12, 199, LOOK).grid)
    oldest = chart_text(StackPlot(many, 60, 12, 0, LOOK).grid)
    assert ("‹" in newest, "›" in newest) == (True, False)
    assert ("‹" in oldest, "›" in oldest) == (False, True)
