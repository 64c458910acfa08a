import pytest
from builders import kg
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SetTarget, Target

WORK = SetTarget()


@pytest.mark.parametrize(
    ("line", "target"),
    [
        (
            "3x6-8@1-3 r180",
            Target(rest_s=180, sets=(SetTarget(reps=(6, 8), left=(1, 3)),) * 3),
        ),
        ("5x5", Target(sets=(SetTarget(reps=(5, 5)),) * 5)),
        ("8", Target(sets=(SetTarget(reps=(8, 8)),))),
        ("3x", Target(sets=(WORK,) * 3)),
        ("3 × 6 - 8 @ 2", Target(sets=(SetTarget(reps=(6, 8), left=(2, 2)),) * 3)),
        (
            "5x5 75%",
            Target(sets=(SetTarget(reps=(5, 5), percent=75.0),) * 5),
        ),
        (
            "12 60%, 10 70%",
            Target(
                sets=(
                    SetTarget(reps=(12, 12), percent=60.0),
                    SetTarget(reps=(10, 10), percent=70.0),
                )
            ),
        ),
        (
            "5 40 kg w, 2x3 185lb",
            Target(
                sets=(
                    SetTarget(kind=Kind.WARMUP, reps=(5, 5), load=kg(40)),
                    *(SetTarget(reps=(3, 3), load=Load(185, Unit.LB)),) * 2,
                )
            ),
        ),
        ("3x45s r1:00", Target(rest_s=60, sets=(SetTarget(seconds=45.0),) * 3)),
        ("1:30", Target(sets=(SetTarget(seconds=90.0),))),
        ("8, 12d", Target(sets=(
            SetTarget(reps=(8, 8)), SetTarget(kind=Kind.DROP, reps=(12, 12)),
        ))),
        ("r90", Target(rest_s=90)),
    ],
)  # fmt: skip
def test_a_plan_is_read_as_it_is_typed(line, target):
    assert parse_plan(line) == target


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Type the sets and reps"),
        ("8-6", "Reps go from low to high"),
        ("3x0", "Reps go from 1 to 1000"),
        ("99x5", "An exercise has 1 to 20 sets"),
        ("15x5, 15x5", "An exercise has at most 20 sets"),
        ("5@12", "Reps left go from 0 to 10"),
        ("3x5 200%", "A percent of the 1RM is 1 to 150"),
        ("3x5 9000kg", "A load goes up to 2000"),
        ("5x5,", "cannot be read"),
        ("bench", "bench cannot be read"),
        ("3x0s", "A timed set lasts a second to a day"),
        ("5x5 r9999", "A rest is at most an hour"),
    ],
)
def test_what_cannot_be_read_is_answered_with_one_sentence(line, sentence):
    with pytest.raises(EntryError, match=sentence) as refused:
        parse_plan(line)
    assert str(refused.value).endswith(".")


def spans(low, high):
    ends = st.integers(low, high)
    return st.tuples(ends, ends).map(lambda pair: tuple(sorted(pair)))


hundredths = st.integers(25, 15_000).map(lambda n: n / 100)
amounts = st.one_of(
    st.fixed_dictionaries({}),
    st.fixed_dictionaries({"reps": spans(1, 1000)}),
    st.fixed_dictionaries({"seconds": hundredths}),
)
loads = st.one_of(
    st.fixed_dictionaries({}),
    st.fixed_dictionaries({"percent": hundredths}),
    st.fixed_dictionaries({"load": st.builds(Load, hundredths, st.sampled_from(Unit))}),
)
set_targets = st.builds(
    lambda amount, load, left, kind: SetTarget(**amount, **load, left=left, kind=kind),
    amounts,
    loads,
    st.none() | spans(0, 10),
    st.sampled_from(Kind),
)
targets = st.builds(
    lambda sets, rest_s: Target(sets=tuple(sets), rest_s=rest_s),
    st.lists(set_targets, min_size=1, max_size=6),
    st.none() | st.integers(0, 3600),
)


@settings(max_examples=60)
@given(targets)
def test_a_plan_written_out_reads_the_same(target):
    assert parse_plan(format_plan(target)) == target


@settings(max_examples=60)
@given(st.text(alphabet="0123456789x-@%kglbswdr:., ", max_size=14))
def test_any_line_is_read_or_refused_and_what_is_read_reads_again(line):
    try:
        target = parse_plan(line)
    except EntryError:
        return
    assert parse_plan(format_plan(target)) == target
