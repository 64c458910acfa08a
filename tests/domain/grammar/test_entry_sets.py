import pytest
from builders import done, kg

from befit_tui.domain.errors import EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import apply, manner_of
from befit_tui.domain.grammar.typed import Bare
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import EffortScale, End, Form, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, Sides

ROW = LoggedSet(id="", load=kg(80), reps=6)


def logged(
    line: str,
    shown: LoggedSet = ROW,
    previous: LoggedSet | None = None,
    unit: Unit = Unit.KG,
    load_kind: LoadKind = LoadKind.WEIGHT,
) -> tuple[LoggedSet, ...]:
    return apply(parse(line), shown, unit, previous, load_kind)


@pytest.mark.parametrize(
    ("line", "load", "reps"),
    [
        ("8", 80, 8),
        ("82.5x8", 82.5, 8),
        ("82.5x", 82.5, 6),
        ("+2.5", 82.5, 6),
        ("-5 8", 75, 8),
        ("-80", 0, 6),
    ],
)
def test_the_row_fills_what_was_not_typed(line: str, load: float, reps: int) -> None:
    assert logged(line) == (LoggedSet(id="", load=kg(load), reps=reps),)


def test_several_sets_are_alike() -> None:
    values = LoggedSet(
        id="",
        load=kg(80),
        reps=8,
        left=2,
        end=End.STOPPED,
        form=Form.INTACT,
        note="slow",
    )
    assert logged("80x8x3@2 # slow") == (values, values, values)


@pytest.mark.parametrize("line", ["45s@2", "1:30@1.5", "20m@0", "45s@s2", "45s@rpe8"])
def test_only_reps_can_be_left_over(line: str) -> None:
    with pytest.raises(EntryError, match="Only sets in reps have reps left"):
        logged(line)
    assert logged("45s@f")[0].end is End.TECHNICAL


@pytest.mark.parametrize(
    ("line", "left", "end", "form"),
    [
        ("8", None, None, None),
        ("8@1", 1, End.STOPPED, Form.INTACT),
        ("8@0", 0, End.STOPPED, Form.INTACT),
        ("8@f", 0, End.TECHNICAL, Form.INTACT),
        ("8@v", 0, End.VOLITIONAL, Form.INTACT),
        ("8@m", 0, End.MOMENTARY, Form.INTACT),
        ("0@m", 0, End.MISSED, Form.INTACT),
        ("8@s", None, None, Form.SLIPPED),
        ("8@s2", 2, End.STOPPED, Form.SLIPPED),
        ("8@b", 0, End.TECHNICAL, Form.BROKE),
        ("8+2@b", 0, End.TECHNICAL, Form.BROKE),
    ],
)
def test_the_mark_tells_end_and_form(
    line: str, left: float | None, end: End | None, form: Form | None
) -> None:
    (values,) = logged(line)
    assert (values.left, values.end, values.form) == (left, end, form)


def test_broken_reps_are_kept_apart_from_good_ones() -> None:
    (values,) = logged("8+2@b")
    assert (values.reps, values.extra_reps) == (8, 2)


def test_the_kind_is_that_of_the_row_unless_typed() -> None:
    warm_up = replace(ROW, kind=Kind.WARMUP)
    assert logged("8", warm_up)[0].kind is Kind.WARMUP
    assert logged("8d", warm_up)[0].kind is Kind.DROP


def test_the_set_above_is_repeated_without_its_effort() -> None:
    above = done(70, 9, kind=Kind.DROP, left=1, end=End.STOPPED, note="cramped")
    again = LoggedSet(id="", kind=Kind.DROP, load=kg(70), reps=9)
    assert logged("=x2", previous=above) == (again, again)
    assert logged("=@2", previous=above)[0].left == 2


@pytest.mark.parametrize(
    ("line", "sides", "extra"),
    [
        ("22.5x", Sides(8, 7), 2),
        ("22.5x@2", Sides(8, 7), None),  # nothing broke
        ("22.5x@b", Sides(8, 7), None),
        ("6", None, None),
        ("=", Sides(8, 7), None),
    ],
)
def test_reps_that_stay_keep_their_sides_and_those_with_broken_form(
    line, sides, extra
) -> None:
    known = replace(ROW, reps=7, sides=Sides(8, 7), extra_reps=2)
    (values,) = logged(line, known, previous=known)
    assert (values.sides, values.extra_reps) == (sides, extra)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("45s", LoggedSet(id="", load=kg(20), seconds=45)),
        ("40x20m", LoggedSet(id="", load=kg(40), metres=20)),
        ("+5", LoggedSet(id="", load=kg(25), seconds=30)),
    ],
)
def test_timed_and_distance_rows(line: str, expected: LoggedSet) -> None:
    assert logged(line, LoggedSet(id="", load=kg(20), seconds=30)) == (expected,)


@pytest.mark.parametrize(
    ("line", "unit", "load"),
    [
        ("175x5", Unit.LB, Load(175, Unit.LB)),
        ("100lbx5", Unit.KG, Load(100, Unit.LB)),
        ("+5", Unit.LB, Load(181.37, Unit.LB)),  # 80 kg are 176.37 lb
        ("+5lb", Unit.KG, Load(82.27, Unit.KG)),  # 5 lb are 2.27 kg
    ],
)
def test_units(line: str, unit: Unit, load: Load) -> None:
    assert logged(line, unit=unit)[0].load == load


@pytest.mark.parametrize("load_kind", [LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED])
def test_a_change_on_a_bodyweight_lift_starts_from_nothing_added(
    load_kind: LoadKind,
) -> None:
    bare = LoggedSet(id="", reps=6)
    assert logged("+10", bare, load_kind=load_kind)[0].load == kg(10)
    assert logged("10x6", bare, load_kind=load_kind)[0].load == kg(10)
    assert logged("8", bare, load_kind=load_kind)[0].load is None


@pytest.mark.parametrize(
    ("line", "shown", "says"),
    [
        ("=", ROW, "no set above"),
        ("+5", LoggedSet(id="", reps=6), "No load is shown"),
        ("82.5x", LoggedSet(id="", load=kg(80)), "No reps are shown"),
        ("-85", ROW, "would make -5 kg"),
        ("+1430", ROW, "would make 1510 kg"),
    ],
)
def test_what_cannot_be_done_is_refused(line: str, shown: LoggedSet, says: str) -> None:
    with pytest.raises(EntryError, match=says):
        logged(line, shown)


def test_an_added_load_never_falls_below_nothing() -> None:
    with pytest.raises(EntryError, match="would make -5 kg"):
        logged("-5", LoggedSet(id="", reps=6), load_kind=LoadKind.BODYWEIGHT_PLUS)


@pytest.mark.parametrize(
    ("line", "left", "rpe"),
    [
        ("8@rpe8", 2, 8),
        ("8@rpe9.5", 0.5, 9.5),
        ("8@rpe10", 0, 10),
        ("8@rpe5", None, 5),  # only "easy": below 6 no RPE says how many
    ],
)
def test_an_rpe_is_kept_beside_the_reps_left_that_it_means(line, left, rpe) -> None:
    (values,) = logged(line)
    assert (values.left, values.rpe) == (left, rpe)
    assert (values.end, values.form) == (End.STOPPED, Form.INTACT)


@pytest.mark.parametrize(
    ("line", "load_kind", "load"),
    [
        ("bwx8", LoadKind.BODYWEIGHT_PLUS, kg(0)),
        ("bw+10x8", LoadKind.BODYWEIGHT_PLUS, kg(10)),
        ("bwx8", LoadKind.ASSISTED, kg(0)),
        ("bw-20x8", LoadKind.ASSISTED, kg(20)),
        ("bwx8", LoadKind.REPS_ONLY, None),
        ("bwx45s", LoadKind.DURATION, None),
    ],
)
def test_body_weight_is_no_load_on_top(line, load_kind, load) -> None:
    shown = LoggedSet(id="", load=kg(15), reps=6)
    assert logged(line, shown, load_kind=load_kind)[0].load == load


@pytest.mark.parametrize(
    ("line", "load_kind"),
    [
        ("bw+10x8", LoadKind.WEIGHT),
        ("bw+10x8", LoadKind.ASSISTED),
        ("bw-10x8", LoadKind.BODYWEIGHT_PLUS),
    ],
)
def test_the_body_is_refused_where_it_is_no_load(line, load_kind) -> None:
    with pytest.raises(EntryError):
        logged(line, load_kind=load_kind)


SQUAT = Exercise(id="squat", name="Squat")
BAND = Exercise(id="band", name="Band Pull", equipment="band")
PLANK = Exercise(id="plank", name="Plank", load=LoadKind.DURATION)
ROWING = Exercise(id="rowing", name="Rowing", load=LoadKind.DISTANCE)
PULL_UP = Exercise(id="pull-up", name="Pull Up", load=LoadKind.BODYWEIGHT_PLUS)


@pytest.mark.parametrize(
    ("exercise", "shown", "bare"),
    [
        (SQUAT, ROW, Bare.REPS),
        (SQUAT, LoggedSet(id="", reps=8), Bare.LOAD_OR_REPS),
        (SQUAT, LoggedSet(id="", load=kg(40), seconds=30), Bare.SECONDS),
        (BAND, LoggedSet(id="", reps=8), Bare.REPS),
        (
            PULL_UP,
            LoggedSet(
                id="",
            ),
            Bare.REPS,
        ),
        (
            PLANK,
            LoggedSet(
                id="",
            ),
            Bare.SECONDS,
        ),
        (PLANK, LoggedSet(id="", reps=45), Bare.SECONDS),  # as it was imported
        (ROWING, LoggedSet(id="", metres=2000, seconds=480), Bare.METRES),
        (ROWING, LoggedSet(id="", seconds=480), Bare.SECONDS),
        (ROWING, LoggedSet(id="", reps=3), Bare.REPS),
        (
            ROWING,
            LoggedSet(
                id="",
            ),
            Bare.TIME_OR_DISTANCE,
        ),
    ],
)
def test_what_a_bare_number_is_by_the_lift_and_what_its_row_shows(
    exercise, shown, bare
) -> None:
    found = manner_of(exercise, shown, Unit.KG, EffortScale.LEFT)
    assert found.bare is bare
