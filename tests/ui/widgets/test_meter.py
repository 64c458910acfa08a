"""Large characters and the track: they fit their room, whatever the set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.analysis.alerts.live import Budget
from befit_tui.analysis.meter.ask import Reading
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain.value import replace
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large_text import FONT, SIZES, large
from befit_tui.ui.widgets.meter.panel import figures
from befit_tui.ui.widgets.meter.track import track_lines, track_of

BASIS = "3 sets today · 46 sessions · 7 days ago"


def view_of(most=10.0, reps=7, counted=0, zone=(1, 3), spread=1.5):
    """A reading of a set of ``reps``, or of so many counted."""
    reading = Reading(
        max_reps=most,
        low=max(0.0, most - spread),
        high=most + spread,
        basis=BASIS,
    )
    rep = counted or reps
    return MeterView(
        title="Bench Press (Barbell)",
        subtitle=f"80 kg × {rep}",
        reading=reading,
        left=reading.left(rep),
        zone=TargetZone(*zone),
        failed=0,
        budget=Budget(2),
        reps=reps,
        counted=counted,
    )


views = st.builds(
    view_of,
    most=st.integers(1, 80).map(lambda halves: halves / 2),
    reps=st.integers(0, 40),
    counted=st.integers(0, 45),
    zone=st.sampled_from([(0, 2), (1, 2), (1, 3), (2, 3), (3, 4), (4, 10)]),
    spread=st.floats(0, 6),
)


@given(views, st.integers(38, 200), st.integers(1, 3))
def test_the_track_fits_and_its_parts_stand_where_the_numbers_say(view, width, rows):
    lines = [line.plain for line in track_lines(view, width, rows)]
    assert len(lines) == rows + 2
    assert all(len(line) <= width for line in lines)
    track = track_of(view, width)
    assert all(line[6 + track.place(track.now)] == "█" for line in lines[1:-1])


@given(views, st.integers(44, 200), st.sampled_from([5, 7, 10, 20]))
def test_the_two_numbers_fit_beside_their_words(view, width, rows):
    lines = [line.plain for line in figures(view, width, rows)]
    assert len(lines) <= rows
    assert all(len(line) <= width for line in lines)
    assert any(view.band in line for line in lines)


@given(st.text("".join(FONT), min_size=1, max_size=8), st.integers(1, 30))
def test_large_text_fits_or_is_the_text_itself(text, height):
    drawn = large(text, 60, height)
    if drawn == (text,):
        return
    assert len(drawn) in {size.height for size in SIZES}
    assert len(drawn) <= height
    assert len({len(row) for row in drawn}) == 1
    assert len(drawn[0]) <= 60


@pytest.mark.parametrize(
    ("reps", "counted", "said"),
    [
        (7, 0, ("3", "easier", 9, None)),
        (9, 0, ("1", "inside", 9, None)),
        (12, 0, ("0-1", "closer", 9, None)),
        (7, 1, ("4+", "on course", 9, 8)),
        (7, 8, ("2", "inside", 9, 1)),
        (7, 9, ("1", "inside", 9, 0)),
        (7, 12, ("0-1", "closer", 9, 0)),
    ],
)
def test_the_words_follow_the_reps(reps, counted, said):
    view = view_of(reps=reps, counted=counted, zone=(1, 2))
    assert (view.number, view.side, view.stop_rep, view.more) == said


def test_a_rep_that_was_done_is_a_good_one():
    assert view_of(counted=12).failure_rep == 12
    assert view_of(counted=9).failure_rep == 10


def test_no_rep_keeps_a_target_that_the_load_does_not_allow():
    view = view_of(most=2.0, reps=2, zone=(3, 4))
    assert (view.stop_rep, view.advice) == (None, "")
    lines = "\n".join(line.plain for line in figures(view, 58, 5))
    assert "no stop rep" in lines
    assert "too heavy" in lines


def test_what_cannot_be_said_has_no_track():
    silent = replace(view_of(), left=None, reading=Reading(reason="no load given"))
    assert track_of(silent, 58) is None
    assert (silent.number, silent.band) == ("?", "")
    assert silent.words == "cannot say: no load given"


@pytest.mark.parametrize("counted", [9, 10, 12])
def test_rack_it_is_large_from_the_narrowest_large_meter_on(counted):
    lines = [line.plain for line in figures(view_of(counted=counted), 48, 5)]
    drawn = large("RACK IT", 23, 5)
    assert len(drawn) == 5
    assert all(row in line for row, line in zip(drawn, lines, strict=True))
    assert not any(line.startswith("0-1") for line in lines)


@pytest.mark.parametrize("counted", [0, 3])
def test_a_warm_up_has_no_target_and_no_rep_to_stop_after(counted):
    view = replace(view_of(counted=counted), is_warmup=True, leads_to="for 80 kg × 8")
    assert (view.stop_rep, view.more, view.advice) == (None, None, "for 80 kg × 8")
    said = "\n".join(line.plain for line in figures(view, 60, 5))
    assert "a warm-up" in said
    assert "for 80 kg × 8" in said
    assert "stop after" not in said
    assert view.target_words == "a warm-up has no target"


@pytest.mark.parametrize(
    ("most", "spread", "band"),
    [(15.0, 1.5, "likely 5 or more"), (30.0, 9, "likely 13 or more"), (14.0, 9, "")],
)
def test_of_a_light_warm_up_it_is_not_said_how_far_from_failure_it_is_at_most(
    most, spread, band
):
    view = replace(view_of(most=most, reps=8, spread=spread), is_warmup=True)
    assert (view.number, view.band) == ("4+", band)
    assert "━" not in "".join(line.plain for line in track_lines(view, 60, 1))


def test_a_warm_up_that_nothing_is_known_of_says_what_it_is_for():
    silent = replace(view_of(), left=None, is_warmup=True, leads_to="for 80 kg × 8")
    assert silent.words == "a warm-up for 80 kg × 8"


def test_a_warm_up_near_failure_is_read_as_any_set_is():
    view = replace(view_of(most=10.0, reps=8), is_warmup=True)
    assert (view.number, view.band) == ("2", view_of(most=10.0, reps=8).band)
