import pytest
from builders import kg

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import echo
from befit_tui.domain.grammar.typed import PLAIN, Manner
from befit_tui.domain.vocabulary import EffortScale, LoadKind
from befit_tui.domain.workout import LoggedSet

ROW = LoggedSet(id="", load=kg(80), reps=6)
BARE = LoggedSet(id="", reps=6)


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
        ("100x5@rpe8", "100 kg x 5, RPE 8, 2 left"),
        ("100x5@rpe5", "100 kg x 5, RPE 5"),
        ("100x5@4.5", "100 kg x 5, 4.5 left"),
        ("100x5@8", "100 kg x 5, 8 left? for RPE 8 type @rpe8"),
        ("=x3@1.5", "the set above again, 1.5 left, 3 sets"),
    ],
)
def test_a_line_reads_back(line: str, reads: str) -> None:
    assert echo(parse(line), ROW, PLAIN, LoadKind.WEIGHT) == reads


@pytest.mark.parametrize(
    ("line", "load_kind", "reads"),
    [
        ("10x6", LoadKind.BODYWEIGHT_PLUS, "+10 kg x 6"),
        ("bw+10x6", LoadKind.BODYWEIGHT_PLUS, "+10 kg x 6"),
        ("bwx6", LoadKind.BODYWEIGHT_PLUS, "body weight x 6"),
        ("bwx6", LoadKind.REPS_ONLY, "6 reps"),
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
    assert echo(parse(line), BARE, PLAIN, load_kind) == reads


def test_a_change_of_no_load_is_refused_while_typing() -> None:
    with pytest.raises(EntryError, match="No load is shown"):
        echo(parse("+5"), BARE, PLAIN, LoadKind.WEIGHT)


def test_who_says_rpe_is_not_asked_about_it() -> None:
    manner = Manner(scale=EffortScale.RPE)
    said = echo(parse("8@rir7", manner), ROW, manner, LoadKind.WEIGHT)
    assert said == "80 kg x 8, 7 left"
