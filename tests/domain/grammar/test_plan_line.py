import pytest
from builders import kg
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Every, Kind
from befit_tui.domain.workout import Scheme, SetTarget, StepUp, Target, Week

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


FIVES = (SetTarget(reps=(5, 5)),) * 5
AMRAP = SetTarget(reps=(5, 5), amrap=True)


@pytest.mark.parametrize(
    ("line", "sets", "scheme"),
    [
        ("5x5 +2.5kg/session, fail 3: -10%", FIVES, Scheme(
            steps=(StepUp(kg(2.5)),), fails=3, back=10)),
        ("5x5 + 2.5 kg/week", None, None),
        ("5x5 +5lb/week", FIVES, Scheme(
            steps=(StepUp(Load(5, Unit.LB)),), every=Every.WEEK)),
        ("5+ +2.5/session, +5 at 10", (AMRAP,), Scheme(
            steps=(StepUp(kg(2.5)), StepUp(kg(5), 10)))),
        ("T1: 5+ > 5x5 +2.5kg/session, fail 1, test 5: 85%", (AMRAP,), Scheme(
            name="T1", steps=(StepUp(kg(2.5)),), fails=1, back=15, test=5,
            stages=((AMRAP,), FIVES))),
        ("5x5 > 5+ fail 2, again +7.5kg", FIVES, Scheme(
            fails=2, again=kg(7.5), stages=(FIVES, (AMRAP,)))),
        ("5x5 | 5+ easy tm=102.5 +5kg/cycle", FIVES, Scheme(
            steps=(StepUp(kg(5)),), every=Every.CYCLE, of_max=True, max=kg(102.5),
            weeks=(Week(FIVES), Week((AMRAP,), easy=True)))),
        ("5x5 tm of squat-barbell", FIVES, Scheme(of_max=True, of="squat-barbell")),
    ],
)  # fmt: skip
def test_how_a_lift_moves_on_stands_behind_its_sets(line, sets, scheme):
    if sets is None:
        with pytest.raises(EntryError, match="cannot be read"):
            parse_plan(line)
    else:
        assert parse_plan(line) == Target(sets=sets, scheme=scheme)


def test_a_name_stands_for_the_weeks_of_wendler():
    scheme = parse_plan("5/3/1 tm=100").scheme
    tops = [max(one.percent for one in week.sets) for week in scheme.weeks]
    assert tops == [85, 90, 95, 60]
    assert [week.sets[-1].amrap for week in scheme.weeks] == [True, True, True, False]
    assert [week.easy for week in scheme.weeks] == [False, False, False, True]
    assert scheme.max == kg(100)
    assert format_plan(parse_plan("5/3/1 bbb tm=100 r120")) == "5/3/1 bbb tm=100kg r120"


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
        ("5x5 +2.5kg", "'\\+2.5kg' cannot be read"),
        ("5x5 +0kg/week", "A load to add"),
        ("5x5 fail 0", "Sessions that fail go from 1 to 20"),
        ("5x5 fail 3: 10%", "'fail 3: 10%' cannot be read"),
        ("5x5 test 5: 85%", "Say when: fail 1"),
        ("5x5 fail 1, test 5: 120%", "After a test 1 to 100% are kept"),
        ("5x5 fail 1, test 5: 85%, again +5kg", "Either test or again"),
        ("5x5 | 3x3 > 2x2", "A plan has weeks"),
        ("5x5 | ", "A week has no sets"),
        ("5x3 > +5kg/session", "A stage has no sets"),
        ("tm=100", "Type the sets and reps"),
        ("5-8+", "cannot be read"),
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
    st.integers(1, 1000).map(lambda n: {"reps": (n, n), "amrap": True}),
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
sets_of_a_day = st.lists(set_targets, min_size=1, max_size=6).map(tuple)
steps = st.dictionaries(
    st.integers(0, 30),
    st.builds(Load, st.integers(1, 400).map(lambda n: n / 4), st.sampled_from(Unit)),
    max_size=3,
).map(lambda found: tuple(StepUp(found[at], at) for at in sorted(found)))
weeks = st.lists(st.builds(Week, sets_of_a_day, st.booleans()), min_size=2, max_size=4)
stages = st.lists(sets_of_a_day, min_size=2, max_size=3)
schemes = st.builds(
    lambda steps, days, fails, name: Scheme(
        name=name,
        steps=steps,
        fails=fails,
        back=fails * 2.5,
        of_max=True,
        weeks=tuple(days) if isinstance(days[0], Week) else (),
        stages=() if isinstance(days[0], Week) else tuple(days),
    ),
    steps,
    weeks | stages,
    st.integers(0, 3),
    st.sampled_from(["", "T1", "heavy"]),
)
targets = st.builds(
    lambda sets, rest_s, scheme: Target(
        sets=(scheme.weeks[0].sets if scheme.weeks else scheme.stages[0])
        if scheme
        else sets,
        rest_s=rest_s,
        scheme=scheme,
    ),
    sets_of_a_day,
    st.none() | st.integers(0, 3600),
    st.none() | schemes,
)


@settings(max_examples=60)
@given(targets)
def test_a_plan_written_out_reads_the_same(target):
    assert parse_plan(format_plan(target)) == target


@settings(max_examples=60)
@given(st.text(alphabet="0123456789x-@%kglbswdr:., +|>/tmfailesy=", max_size=18))
def test_any_line_is_read_or_refused_and_what_is_read_reads_again(line):
    try:
        target = parse_plan(line)
    except EntryError:
        return
    assert parse_plan(format_plan(target)) == target
