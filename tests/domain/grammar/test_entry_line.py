import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_typed import Mark, Typed, TypedLoad, format_typed
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind

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
        ("45sx3", Typed(seconds=45, sets=3)),
    ],
)
def test_times_and_distances(line: str, typed: Typed) -> None:
    assert parse(line) == typed


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("8 # elbow fine", Typed(reps=8, note="elbow fine")),
        ("8#", Typed(reps=8)),
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
        ("x8", "as in 82.5x8"),
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
lines = st.builds(
    lambda measure, end, kind, note: Typed(**measure, **end, kind=kind, note=note),
    measures,
    ends,
    st.sampled_from([None, Kind.WARMUP, Kind.DROP]),
    st.text(max_size=12).map(str.strip),
)


@given(lines)
def test_a_formatted_line_reads_the_same(typed: Typed) -> None:
    assert parse(format_typed(typed)) == typed


def refusal(line: str) -> str:
    """The sentence a line is refused with; empty when it is read."""
    try:
        parse(line)
    except EntryError as refused:
        return str(refused)
    return ""


@given(st.text(max_size=12) | st.text("0123456789.,:x+-=@#sfvmbwdklg ", max_size=12))
def test_any_text_is_read_or_refused_in_one_sentence(line: str) -> None:
    said = refusal(line)
    assert not said or said.endswith(".")
    assert "\n" not in said
    assert ". " not in said
