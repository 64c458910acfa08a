import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.typed import (
    PLAIN,
    Bare,
    Manner,
    Mark,
    Typed,
    TypedLoad,
    format_typed,
)
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import EffortScale, Kind
from befit_tui.domain.workout import Sides

KG_82 = TypedLoad(82.5)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("8", Typed(reps=8)),
        ("82.5x8", Typed(load=KG_82, reps=8)),
        ("82.5 8", Typed(load=KG_82, reps=8)),
        ("82.5x", Typed(load=KG_82)),
        ("82.5*8", Typed(load=KG_82, reps=8)),
        ("82,5 × 8", Typed(load=KG_82, reps=8)),
        ("  82.5 X  8 ", Typed(load=KG_82, reps=8)),
        (".5x8", Typed(load=TypedLoad(0.5), reps=8)),
        ("+2.5", Typed(load=TypedLoad(2.5, relative=True))),
        ("-5", Typed(load=TypedLoad(-5, relative=True))),
        ("+2.5x6", Typed(load=TypedLoad(2.5, relative=True), reps=6)),
        ("-5 8", Typed(load=TypedLoad(-5, relative=True), reps=8)),
        ("100lbx5", Typed(load=TypedLoad(100, Unit.LB), reps=5)),
        ("100 lbs x 5", Typed(load=TypedLoad(100, Unit.LB), reps=5)),
        ("+5lb", Typed(load=TypedLoad(5, Unit.LB, relative=True))),
        ("=", Typed(again=True)),
        ("=x3", Typed(again=True, sets=3)),
        ("80x8x3", Typed(load=TypedLoad(80), reps=8, sets=3)),
        ("60x8w", Typed(load=TypedLoad(60), reps=8, kind=Kind.WARMUP)),
        ("60x8d", Typed(load=TypedLoad(60), reps=8, kind=Kind.DROP)),
    ],
)
def test_loads_and_reps(line: str, typed: Typed) -> None:
    assert parse(line) == typed


@pytest.mark.parametrize(
    ("line", "reps", "sides", "left"),
    [
        ("20x8l7r", 7, Sides(8, 7), None),
        ("20 8l 7r", 7, Sides(8, 7), None),
        ("20lbx8L", 8, Sides(8), None),
        ("9r", 9, Sides(right=9), None),
        ("x10l9rx3@2", 9, Sides(10, 9), 2),
        ("bwx8l9r", 8, Sides(8, 9), None),
        ("20lb x 5", 5, None, None),
        ("8 reps", 8, None, None),
    ],
)
def test_the_sides_of_a_single_arm_lift(line, reps, sides, left):
    """The fewest count as the reps of the set: both sides have done so many."""
    typed = parse(line)
    assert (typed.reps, typed.sides, typed.left) == (reps, sides, left)
    assert parse(format_typed(typed)) == typed


BW = TypedLoad(0, body=True)
KG_60 = TypedLoad(60, Unit.KG)
LB_225 = TypedLoad(225, Unit.LB)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        # American pounds
        ("225#x5", Typed(load=LB_225, reps=5)),
        ("225# 5 # belt", Typed(load=LB_225, reps=5, note="belt")),
        ("+5#", Typed(load=TypedLoad(5, Unit.LB, relative=True))),
        ("8# elbow fine", Typed(reps=8, note="elbow fine")),
        ("8@2# 2nd grip", Typed(reps=8, left=2, note="2nd grip")),
        # body weight
        ("bw", Typed(load=BW)),
        ("BW x 8", Typed(load=BW, reps=8)),
        ("bwx8@1", Typed(load=BW, reps=8, left=1)),
        ("bw 8w", Typed(load=BW, reps=8, kind=Kind.WARMUP)),
        ("bw+10x8", Typed(load=TypedLoad(10, body=True), reps=8)),
        ("bw + 10kg x 8", Typed(load=TypedLoad(10, Unit.KG, body=True), reps=8)),
        ("bw-20 8", Typed(load=TypedLoad(-20, body=True), reps=8)),
        # words and strokes
        ("8 reps", Typed(reps=8)),
        ("1 rep", Typed(reps=1)),
        ("60 x 8 reps", Typed(load=TypedLoad(60), reps=8)),
        ("60kg x 8", Typed(load=KG_60, reps=8)),
        ("60kg 8", Typed(load=KG_60, reps=8)),
        ("60/8", Typed(load=TypedLoad(60), reps=8)),
        ("60/8/3", Typed(load=TypedLoad(60), reps=8, sets=3)),
        ("x8", Typed(reps=8)),
        ("x8x3", Typed(reps=8, sets=3)),
        # the scales of effort
        ("100x5@rpe8", Typed(load=TypedLoad(100), reps=5, rpe=8)),
        ("100x5 rpe 8.5", Typed(load=TypedLoad(100), reps=5, rpe=8.5)),
        ("8 @ RPE 9", Typed(reps=8, rpe=9)),
        ("8@rir2", Typed(reps=8, left=2)),
        ("8@srpe8", Typed(reps=8, rpe=8, mark=Mark.SLIPPED)),
    ],
)
def test_what_else_lifters_write(line: str, typed: Typed) -> None:
    assert parse(line) == typed


TIMED = Manner(Bare.SECONDS)
FAR = Manner(Bare.METRES)
NEW = Manner(Bare.LOAD_OR_REPS)
BY_RPE = Manner(scale=EffortScale.RPE)


@pytest.mark.parametrize(
    ("manner", "line", "typed"),
    [
        (TIMED, "45", Typed(seconds=45)),
        (TIMED, "45@f", Typed(seconds=45, mark=Mark.TECHNICAL)),
        (TIMED, "1m", Typed(seconds=60)),
        (TIMED, "1.5 m", Typed(seconds=90)),
        (TIMED, "20x45", Typed(load=TypedLoad(20), seconds=45)),
        (TIMED, "bw x 45", Typed(load=BW, seconds=45)),
        (TIMED, "400 metres", Typed(metres=400)),
        (TIMED, "0.4km", Typed(metres=400)),
        (TIMED, "8 reps", Typed(reps=8)),
        (FAR, "400", Typed(metres=400)),
        (FAR, "40x20", Typed(load=TypedLoad(40), metres=20)),
        (FAR, "1m", Typed(metres=1)),
        (FAR, "2 min", Typed(seconds=120)),
        (NEW, "60x", Typed(load=TypedLoad(60))),
        (NEW, "60x8", Typed(load=TypedLoad(60), reps=8)),
        (NEW, "x8", Typed(reps=8)),
        (NEW, "8 reps", Typed(reps=8)),
        (NEW, "0@m", Typed(reps=0, mark=Mark.MOMENTARY)),
        (BY_RPE, "8@8", Typed(reps=8, rpe=8)),
        (BY_RPE, "8@s9.5", Typed(reps=8, rpe=9.5, mark=Mark.SLIPPED)),
        (BY_RPE, "8@rir2", Typed(reps=8, left=2)),
    ],
)
def test_what_a_line_means_depends_on_the_row(
    manner: Manner, line: str, typed: Typed
) -> None:
    assert parse(line, manner) == typed


@pytest.mark.parametrize(
    ("manner", "line", "says"),
    [
        (NEW, "60", "60 kg or 60 reps? type both, as in 82.5x8"),
        (NEW, "12@2", "12 kg or 12 reps? type both"),
        (Manner(Bare.LOAD_OR_REPS, unit=Unit.LB), "135", "135 lb or 135 reps?"),
        (Manner(Bare.TIME_OR_DISTANCE), "400", "type 400m or 400s"),
        (TIMED, "", "Type a time, as in 45s or 1:30."),
        (TIMED, "20kg", "for a load type 20kgx30s"),
        (BY_RPE, "8@0", "from 1 to 10 in halves"),
        (BY_RPE, "8@x", "After @ comes an RPE"),
    ],
)
def test_what_is_asked_back_depends_on_the_row(
    manner: Manner, line: str, says: str
) -> None:
    with pytest.raises(EntryError) as refused:
        parse(line, manner)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("82.", "as in 82.5x8."),
        ("225#", "for a load type 225lbx8."),
        ("5x225#", "The load comes first: type 225lbx5."),
        ("80x8x", "as in 80x8x3."),
        ("1:", "as in 1:30."),
        ("b", "as in bwx8."),
        ("bw+", "as in bw+2.5."),
        ("8 re", "as in 8 reps."),
        ("8 rp", "as in 8 rpe8."),
        ("@8", "as in 8@8."),
        ("8@rp", "8@rpe8"),
    ],
)
def test_a_line_on_its_way_is_told_how_it_may_go_on(line: str, says: str) -> None:
    assert says in refusal(line)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("8@1", Typed(reps=8, left=1)),
        ("8@1.5", Typed(reps=8, left=1.5)),
        ("8 @ 1,5", Typed(reps=8, left=1.5)),
        ("8@0", Typed(reps=8, left=0)),
        ("8@10", Typed(reps=8, left=10)),
        ("80x8x3@2", Typed(load=TypedLoad(80), reps=8, sets=3, left=2)),
        ("8@f", Typed(reps=8, mark=Mark.TECHNICAL)),
        ("8@v", Typed(reps=8, mark=Mark.VOLITIONAL)),
        ("8@m", Typed(reps=8, mark=Mark.MOMENTARY)),
        ("0@m", Typed(reps=0, mark=Mark.MOMENTARY)),
        ("8@s", Typed(reps=8, mark=Mark.SLIPPED)),
        ("8@s2", Typed(reps=8, mark=Mark.SLIPPED, left=2)),
        ("8@b", Typed(reps=8, mark=Mark.BROKE)),
        ("8+2@b", Typed(reps=8, extra_reps=2, mark=Mark.BROKE)),
        ("=@1", Typed(again=True, left=1)),
    ],
)
def test_how_the_set_ended(line: str, typed: Typed) -> None:
    assert parse(line) == typed


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("45s", Typed(seconds=45)),
        ("1:30", Typed(seconds=90)),
        ("1:02:10", Typed(seconds=3730)),
        ("20m", Typed(metres=20)),
        ("2km", Typed(metres=2000)),
        ("42,195 km", Typed(metres=42195)),
        ("40x30s", Typed(load=TypedLoad(40), seconds=30)),
        ("40x20m", Typed(load=TypedLoad(40), metres=20)),
        ("40 1:30", Typed(load=TypedLoad(40), seconds=90)),
        ("1m30s", Typed(seconds=90)),
        ("1 min 30 secs", Typed(seconds=90)),
        ("40x1m30s", Typed(load=TypedLoad(40), seconds=90)),
        ("1h", Typed(seconds=3600)),
        ("1h5m", Typed(seconds=3900)),
        ("1h 5m 30s", Typed(seconds=3930)),
        ("1h30s@f", Typed(seconds=3630, mark=Mark.TECHNICAL)),
        ("45sx3", Typed(seconds=45, sets=3)),
    ],
)
def test_times_and_distances(line: str, typed: Typed) -> None:
    assert parse(line) == typed


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("8 # elbow fine", Typed(reps=8, note="elbow fine")),
        (
            "8@f# grip #2, 82.5x8",
            Typed(reps=8, mark=Mark.TECHNICAL, note="grip #2, 82.5x8"),
        ),
        (
            "82.5x6@2w # Felt GOOD",
            Typed(load=KG_82, reps=6, left=2, kind=Kind.WARMUP, note="Felt GOOD"),
        ),
        ("82.5x6w@2", Typed(load=KG_82, reps=6, left=2, kind=Kind.WARMUP)),
        ("82.5 x 6 d", Typed(load=KG_82, reps=6, kind=Kind.DROP)),
    ],
)
def test_notes_and_combinations(line: str, typed: Typed) -> None:
    assert parse(line) == typed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("82.5", "for a load type 82.5x8"),
        ("82,5@2", "for a load type 82.5x8"),
        ("100lb", "for a load type 100lbx8"),
        ("", "Type the reps"),
        ("# elbow", "Type the reps"),
        ("x", "as in x3"),
        ("5+", "as in +2.5"),
        ("8+2", "8+2@b"),
        ("8+2@f", "8+2@b"),
        ("0", "0@m"),
        ("0@f", "0@m"),
        ("8@", "f, v, m, s or b"),
        ("8@11", "0 to 10 in halves"),
        ("8@1.3", "0 to 10 in halves"),
        ("8@x", "f, v, m, s or b"),
        ("8@2@3", "type reps"),
        ("8w@2d", "type reps"),
        ("1001", "at most 1000 reps"),
        ("1501x5", "at most 1500"),
        ("80x8x0", "1 to 20 sets"),
        ("80x8x21", "1 to 20 sets"),
        ("0s", "45s"),
        ("90000s", "a day"),
        ("0m", "20m"),
        ("1001km", "1000 km"),
        ("1:75", "type reps"),
        ("bench 80x8", "type reps"),
        ("80x8x3x2", "type reps"),
        ("٨", "type reps"),
        ("9" * 5000, "type reps"),
        (" " * 5000 + "x" * 5000, "as in 82.5x8"),
        ("20x8/7", "That cannot be read; type reps, or as in 82.5x8."),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_type(line: str, says: str) -> None:
    with pytest.raises(EntryError) as refused:
        parse(line)
    assert says in str(refused.value)


reps = st.integers(min_value=1, max_value=1000)
thousandths = st.integers(min_value=1, max_value=1_500_000).map(lambda n: n / 1000)
loads = st.builds(
    TypedLoad, thousandths, st.none() | st.sampled_from(Unit), st.booleans()
)
counts = st.integers(min_value=1, max_value=20)
halves = st.integers(min_value=0, max_value=20).map(lambda n: n / 2)
ends = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"left": halves}),
    st.fixed_dictionaries({"mark": st.sampled_from(Mark)}),
    st.fixed_dictionaries({"mark": st.just(Mark.SLIPPED), "left": halves}),
)
measures = st.one_of(
    st.fixed_dictionaries({"again": st.just(value=True), "sets": counts}),
    st.fixed_dictionaries({"reps": reps}),
    st.fixed_dictionaries({"load": loads}),
    st.fixed_dictionaries({"load": loads, "reps": reps, "sets": counts}),
    st.fixed_dictionaries(
        {"load": st.none() | loads, "seconds": thousandths, "sets": counts}
    ),
    st.fixed_dictionaries(
        {"load": st.none() | loads, "metres": thousandths, "sets": counts}
    ),
)
bodies = st.builds(
    TypedLoad, thousandths, st.none() | st.sampled_from(Unit), body=st.just(value=True)
)
more_measures = st.one_of(
    st.fixed_dictionaries({"reps": reps, "sets": counts}),
    st.fixed_dictionaries({"load": st.just(BW), "reps": reps, "sets": counts}),
    st.fixed_dictionaries({"load": st.just(BW) | bodies}),
    st.fixed_dictionaries({"load": bodies, "reps": reps, "sets": counts}),
    st.fixed_dictionaries({"load": st.just(BW), "seconds": thousandths}),
)
ratings = st.integers(min_value=2, max_value=20).map(lambda n: n / 2)
lines = st.builds(
    lambda measure, end, kind, note: Typed(**measure, **end, kind=kind, note=note),
    measures | more_measures,
    ends
    | st.fixed_dictionaries({"rpe": ratings})
    | st.fixed_dictionaries({"rpe": ratings, "mark": st.just(Mark.SLIPPED)}),
    st.sampled_from([None, Kind.WARMUP, Kind.DROP]),
    st.text(max_size=12).map(str.strip),
)


manners = st.builds(Manner, st.sampled_from(Bare), st.sampled_from(EffortScale))


@given(lines, manners)
def test_a_formatted_line_reads_the_same_on_every_row(
    typed: Typed, manner: Manner
) -> None:
    assert parse(format_typed(typed, manner), manner) == typed


@given(lines, manners, st.data())
def test_no_line_is_scolded_on_its_way(
    typed: Typed, manner: Manner, data: st.DataObject
) -> None:
    line = format_typed(replace(typed, note=""), manner)
    begun = line[: data.draw(st.integers(1, len(line)))]
    said = refusal(begun, manner)
    assert "cannot be read" not in said, begun


def refusal(line: str, manner: Manner = PLAIN) -> str:
    """The sentence a line is refused with; empty when it is read."""
    try:
        parse(line, manner)
    except EntryError as refused:
        return str(refused)
    return ""


likely = st.text("0123456789.,:x+-=@#sfvmbwdklgrpe/ ", max_size=12)


@given(st.text(max_size=12) | likely, manners)
def test_any_text_is_read_or_refused_in_one_sentence(line: str, manner: Manner) -> None:
    said = refusal(line, manner)
    assert not said or said.endswith(".") or "? type " in said
    assert "\n" not in said
    assert ". " not in said or re.search(r"[.,]\s", line)  # it may be quoted
