"""What is typed on a row: read back at every key, asked about once, then logged."""

from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import DoubtError, EntryError
from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import EffortScale, Kind
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.row_words import progress
from befit_tui.logbook.workout.short_session import shorten
from befit_tui.logbook.workout.warm_ups import plan_warm_ups
from befit_tui.settings import Settings
from befit_tui.store.store import Store

BENCH, CURL, PLANK = "bench-press-barbell", "hammer-curl-dumbbell", "plank"
RAW = Settings()
SLIP = "375 kg: ten times 37.5? Enter again keeps it"


class Clock:
    """A clock that stands until it is moved."""

    now = MONDAY + timedelta(days=7)

    def __call__(self):
        return self.now

    def pass_time(self, seconds):
        self.now += timedelta(seconds=seconds)


@contextmanager
def editing(folder, *sets, exercise=CURL):
    """An editor on the first row of a lift that was done once, with its clock."""
    clock = Clock()
    store = Store(folder, clock=clock)
    if sets:
        store.add_workouts([workout(entry(exercise, *sets))], "past")
    logbook = Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
    editor = WorkoutEditor(logbook)
    editor.add(exercise)
    yield editor, clock
    store.close()


def sets_of(editor):
    return editor.cursor.logbook.active.sets


def refused(editor, text):
    """What enter is answered with, instead of a set."""
    with pytest.raises(EntryError) as error:
        editor.submit(text)
    return str(error.value)


def test_a_slip_is_asked_about_once_and_the_second_enter_logs_it(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        assert editor.line.read_back("375x8") == "375 kg x 8 ▲ ten times 37.5?"
        assert refused(editor, "375x8") == SLIP
        assert sets_of(editor) == ()
        clock.pass_time(1)
        assert editor.submit("375x8").load == kg(375)
        assert editor.cursor.records == {}


def test_an_enter_that_is_held_down_is_no_answer(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        for _ in range(30):
            assert refused(editor, "375x8") == SLIP
            clock.pass_time(0.03)
        clock.pass_time(0.3)
        assert editor.submit("375x8") is not None


def test_another_text_or_another_row_is_asked_about_anew(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        refused(editor, "375x8")
        clock.pass_time(1)
        assert "ten times 38" in refused(editor, "380x8")
        editor.line.read_back("380x")  # a key is taken back, and typed again
        editor.line.read_back("380x8")
        clock.pass_time(1)
        assert "ten times 38" in refused(editor, "380x8")


def test_a_correction_is_asked_about_as_well(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        logged = editor.submit("37.5x8")
        editor.cursor.move(-1)
        with pytest.raises(DoubtError):
            editor.submit("375x8")
        clock.pass_time(1)
        assert editor.submit("375x8") is None
        assert sets_of(editor)[0].id == logged.id
        assert sets_of(editor)[0].load == kg(375)


def test_what_was_just_done_is_never_doubted_however_tired(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        for _ in range(20):
            editor.submit("37.5x8@0")
            clock.pass_time(60)
        assert len(sets_of(editor)) == 20


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("8", "8 kg or 8 reps? type both, as in 82.5x8"),
        ("82.", "Go on, as in 82.5x8."),
        ("82.5x8", "82.5 kg x 8"),
        ("x8", "No load is known yet"),
        ("=", "There is no set above to repeat"),
        ("bench", "That cannot be read"),
        ("", ""),
    ],
)
def test_why_a_line_does_not_read_is_said_while_it_is_typed(tmp_path, text, says):
    with editing(tmp_path, exercise=BENCH) as (editor, _):
        assert editor.line.read_back(text).startswith(says)


def test_what_is_said_while_typing_is_what_enter_says(tmp_path):
    with editing(tmp_path, exercise=BENCH) as (editor, _):
        for text in ("60", "82.5", "x8", "=", "8@", "x", "0", "60kgx0", "+5"):
            assert editor.line.read_back(text) == refused(editor, text)


def test_a_plank_is_typed_in_seconds(tmp_path):
    with editing(tmp_path, exercise=PLANK) as (editor, _):
        assert editor.line.read_back("45") == "45 s"
        assert editor.submit("1m").seconds == 60


def test_who_rates_by_rpe_is_asked_for_it(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        editor.cursor.logbook.effort_scale = EffortScale.RPE
        assert editor.line.read_back("8@8") == "37.5 kg x 8, RPE 8, 2 left"
        logged = editor.submit("37.5x8")
        editor.ask(logged)
        assert editor.cursor.question.words.startswith("RPE? 5-9, 0 is 10")
        clock.pass_time(1)
        assert editor.press("8")
        assert editor.press(".")
        assert [(one.left, one.rpe) for one in sets_of(editor)] == [(1.5, 8.5)]


@pytest.mark.parametrize(
    ("keys", "left", "rpe"),
    [("9", 1, 9), ("0", 0, 10), ("0.", 0, 10), ("5", None, 5), ("s7", 3, 7)],
)
def test_the_digits_of_an_rpe(tmp_path, keys, left, rpe):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, clock):
        editor.cursor.logbook.effort_scale = EffortScale.RPE
        editor.ask(editor.submit("37.5x8"))
        clock.pass_time(1)
        for key in keys:
            editor.press(key)
        assert (sets_of(editor)[0].left, sets_of(editor)[0].rpe) == (left, rpe)


def test_pounds_on_the_way_are_not_read_as_the_left_side_alone(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, _):
        for text in ("100l", "100 l", "8L"):
            assert editor.line.read_back(text).startswith(f"{text[:-1].strip()} lb?")
            assert editor.line.values(text) is None  # the meter waits
        assert editor.line.read_back("100lbx5") == "100 lb x 5"
        assert editor.line.read_back("20x8l7r") == "20 kg x 7 (8l7r)"
        assert str(editor.submit("8l").sides) == "8l"


TEXTS = st.text(max_size=9) | st.text("0123456789.,:x+-=@#sfvmbwdklgrpe/ ", max_size=12)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=TEXTS,
    exercise=st.sampled_from([BENCH, PLANK, "pull-up", "rowing-machine"]),
)
def test_no_text_ends_the_program(tmp_path_factory, text, exercise):
    with editing(tmp_path_factory.mktemp("log"), exercise=exercise) as (editor, _):
        assert "\n" not in editor.line.read_back(text)
        with suppress(EntryError):
            editor.submit(text)


@pytest.mark.parametrize(
    ("exercise", "line", "least"),
    [
        (CURL, "20x2", {"reps": 1}),  # 0@m is typed
        (CURL, "20x0@m", {"reps": 0}),
        (PLANK, "7s", {"seconds": 2}),
    ],
)
def test_keys_make_no_set_of_nothing(tmp_path, exercise, line, least):
    with editing(tmp_path, exercise=exercise) as (editor, _):
        done = editor.submit(line)
        for _ in range(3):
            editor.cursor.go_to_set(done.id)
            editor.change_reps(-1)
        (only,) = sets_of(editor)
        assert {name: getattr(only, name) for name in least} == least


@pytest.mark.parametrize(("key", "extra"), [("2", None), ("f", None), ("b", 2)])
def test_a_set_that_is_rated_anew_has_broken_reps_only_if_the_form_broke(
    tmp_path, key, extra
):
    with editing(tmp_path) as (editor, _):
        editor.submit("20x8+2@b")
        editor.ask_last()
        assert editor.press(key)
        assert [one.extra_reps for one in sets_of(editor)] == [extra]


def test_another_lift_takes_over_the_plan_without_its_loads(tmp_path):
    with editing(tmp_path, done(100, 5), exercise=BENCH) as (editor, _):
        plan_warm_ups(editor, RAW.gears)
        planned = [row.planned for row in editor.cursor.sets]
        assert [one.load for one in planned] == [kg(40), kg(60), kg(80), kg(100)]
        editor.swap(CURL)
        planned = [row.planned for row in editor.cursor.sets]
        assert [(one.kind, one.load) for one in planned] == [
            *[(Kind.WARMUP, None)] * 3,
            (Kind.WORK, None),
        ]


@pytest.mark.parametrize("back", [0, 3600])
def test_the_last_set_is_rated_again_though_the_clock_stood_or_went_back(
    tmp_path, back
):
    with editing(tmp_path) as (editor, clock):
        editor.submit("20x8@2")
        clock.pass_time(-back)
        editor.submit("22x8x2")
        editor.ask_last()
        editor.press("1")
        assert [one.left for one in sets_of(editor)] == [2, None, 1]


def test_the_last_set_is_known_after_a_restart_though_it_has_no_time(tmp_path):
    with editing(tmp_path) as (editor, clock):
        logbook = editor.cursor.logbook
        logbook.keep(replace(logbook.active, entered_later=True), "later")
        editor.submit("20x8x2")
        again = WorkoutEditor(logbook)
        again.ask_last()
        clock.pass_time(1)
        again.press("1")
        assert [one.left for one in sets_of(editor)] == [None, 1]


def test_the_last_set_may_fail_though_a_warm_up_was_skipped(tmp_path):
    with editing(tmp_path, *[done(14, 10, left=2, id=f"{n}") for n in range(2)],
                 exercise=CURL) as (editor, _):  # fmt: skip
        editor.write_plan(parse_plan("1x5w, 2x10"))
        work = [row for row in editor.cursor.sets if row.planned.kind is Kind.WORK]
        editor.cursor.go_to(work[0].id)
        editor.submit("14x10@2")
        editor.submit("14x10@f")
        rows = [row for row in editor.cursor.sets if row.planned.kind is Kind.WORK]
        assert [row.zone.low for row in rows if row.done] == [1, 0]


def test_a_short_session_keeps_what_is_to_do_though_a_warm_up_was_skipped(tmp_path):
    with editing(tmp_path, done(80, 8), exercise=BENCH) as (editor, _):
        editor.write_plan(parse_plan("1x5w, 2x8, 1x10"))
        work = [row for row in editor.cursor.sets if row.planned.kind is Kind.WORK]
        editor.cursor.go_to(work[0].id)
        editor.submit("80x8@2")
        editor.submit("80x8@2")
        assert shorten(editor.cursor, "60") == "60 minutes: all of it fits."
        waiting = [
            row.planned.target.reps for row in editor.cursor.sets if row.is_waiting
        ]
        assert waiting == [(10, 10)]


def test_a_lift_that_a_short_session_leaves_nothing_of_but_a_warm_up_has_no_plan(
    tmp_path,
):
    with editing(tmp_path, done(80, 8), exercise=BENCH) as (editor, _):
        editor.write_plan(parse_plan("1x5w, 2x8"))
        editor.submit("40x5")
        editor.write_plan(parse_plan("1x5w"))
        assert editor.cursor.title.plan_words == ("",)


def test_no_set_is_in_target_before_the_targets_of_the_day_are_known(tmp_path):
    with editing(tmp_path, done(37.5, 8, left=2)) as (editor, _):
        editor.submit("37.5x8@1")
        (first, *_) = progress(editor.cursor)
        (early,) = progress(RowCursor(editor.cursor.logbook, planned=False))
        assert first == f"{early} · 1 in target of 1 rated"


def test_missed_reps_without_help_get_some_where_nobody_rates(tmp_path):
    dip = "chest-dip-assisted"
    with editing(tmp_path, done(0, 8), done(0, 8, note="2"), exercise=dip) as (
        editor,
        _,
    ):
        editor.submit("x3")
        assert editor.cursor.shown(editor.cursor.set_row).load == kg(5)
