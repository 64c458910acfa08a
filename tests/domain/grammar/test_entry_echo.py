import pytest
from builders import kg

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_echo import echo, suspicious
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import Shown
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind, LoadKind

ROW = Shown(load=kg(80), reps=6)
BARE = Shown(reps=6)


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("5x5", "5 kg x 5"),
        ("8", "80 kg x 8"),
        ("+2.5", "82.5 kg x 6"),
        ("80x8x3@2", "80 kg x 8, 2 left, 3 sets"),
        ("100lbx5@f", "100 lb x 5, technical failure"),
        ("60x8w", "60 kg x 8, warm-up"),
        ("0@m", "80 kg x 0, missed"),
        ("8+2@b", "80 kg x 8, 2 more with broken form"),
        ("8@b", "80 kg x 8, form broke"),
        ("8@s2", "80 kg x 8, form slipped, 2 left"),
        ("40x30s", "40 kg x 30 s"),
        ("40x2km", "40 kg x 2 km"),
        ("=x3@1.5", "the set above again, 1.5 left, 3 sets"),
    ],
)
def test_a_line_reads_back(line: str, reads: str) -> None:
    assert echo(parse(line), ROW, Unit.KG, LoadKind.WEIGHT) == reads


@pytest.mark.parametrize(
    ("line", "load_kind", "reads"),
    [
        ("10x6", LoadKind.BODYWEIGHT_PLUS, "+10 kg x 6"),
        ("20x6", LoadKind.ASSISTED, "20 kg of assistance x 6"),
        ("12", LoadKind.REPS_ONLY, "12 reps"),
        ("1", LoadKind.REPS_ONLY, "1 rep"),
        ("1:30", LoadKind.DURATION, "1:30"),
        ("400m", LoadKind.DISTANCE, "400 m"),
    ],
)
def test_a_line_reads_back_by_what_the_lift_is_measured_in(
    line: str, load_kind: LoadKind, reads: str
) -> None:
    assert echo(parse(line), BARE, Unit.KG, load_kind) == reads


def test_a_change_of_no_load_is_refused_while_typing() -> None:
    with pytest.raises(EntryError, match="No load is shown"):
        echo(parse("+5"), BARE, Unit.KG, LoadKind.WEIGHT)


@pytest.mark.parametrize(
    ("line", "shown", "marked"),
    [
        ("8x8", ROW, True),
        ("19.9x8", ROW, True),
        ("20x8", ROW, False),
        ("40lbx8", ROW, True),  # 18.1 kg
        ("-70", ROW, True),
        ("8", ROW, False),
        ("10x8w", ROW, False),
        ("10x8", Shown(load=kg(80), kind=Kind.WARMUP), False),
        ("10x8", BARE, False),
    ],
)
def test_a_load_under_a_quarter_of_the_last_is_marked(
    line: str, shown: Shown, marked: bool
) -> None:
    said = suspicious(parse(line), shown, Unit.KG, LoadKind.WEIGHT)
    assert said == ("under a quarter of the last load" if marked else "")
