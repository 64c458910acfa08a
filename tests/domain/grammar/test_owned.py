"""What there is at a place, as it is typed."""

import pytest

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.owned import Owned, parse_owned
from befit_tui.domain.load import Unit


def test_a_line_says_what_there_is_in_each_unit() -> None:
    found = parse_owned("dumbbells 2-8/2 12.5, stack 5, bar 15; lb: stack 10")
    assert found == {
        Unit.KG: Owned(
            sizes=(("dumbbell", (2.0, 4.0, 6.0, 8.0, 12.5)),), stack=5, bar=15
        ),
        Unit.LB: Owned(stack=10),
    }
    assert found[Unit.KG].of("dumbbell") == (2, 4, 6, 8, 12.5)
    assert found[Unit.KG].of("kettlebell") == ()


def test_plates_are_written_as_elsewhere() -> None:
    (owned,) = parse_owned("bar 10, plates 10x4 2.5x2").values()
    assert owned.plates == ((10.0, 2), (2.5, 1))
    assert owned.bar == 10


@pytest.mark.parametrize("text", ["", " ; ", "kg:"])
def test_nothing_said_is_nothing_known(text) -> None:
    assert all(one == Owned() for one in parse_owned(text).values())


@pytest.mark.parametrize(
    "text", ["sofa", "dumbbells heavy", "stack", "dumbbells 2-30", "dumbbells 1-900/1"]
)
def test_what_cannot_be_read_is_named(text) -> None:
    with pytest.raises(EntryError, match=r"as in dumbbells|is no mass"):
        parse_owned(text)
