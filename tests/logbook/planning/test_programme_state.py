"""Where a programme stands: worked out from the log, so it follows every correction."""

from datetime import timedelta

import pytest
from builders import MONDAY, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from programme_runs import asked, run, session, sessions

from befit_tui.analysis.planning.programme import next_target
from befit_tui.analysis.planning.rack import Bar, Rack
from befit_tui.analysis.planning.standing import load_standing, max_standing
from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.codec import read, to_plain
from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.history import Exposure
from befit_tui.domain.library import Library, library_from_dict, library_to_dict, merged
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.preferences import change_of, with_preference
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import CheckIn, Entry, JointPain, LoggedSet
from befit_tui.logbook.planning import (
    blocks,
    programme,
    routine_lines,
    routines,
    training_maxes,
)
from befit_tui.logbook.planning.next_time import coming_of, plan_on
from befit_tui.logbook.planning.programme import Programmes, start
from befit_tui.logbook.workout.editor import WorkoutEditor

SQUAT, BENCH = "squat-barbell", "bench-press-barbell"
MAXES = {"bench_press_barbell": 100, "squat_barbell": 140,
         "overhead_press_barbell": 60, "deadlift_barbell": 180}  # fmt: skip


def planned(lifter, exercise=BENCH):
    """What ``befit plan`` says of a lift."""
    log = lifter.logbook
    plan = plan_on(log, log.catalog.get(exercise), log.clock(), None)
    return asked(plan), plan.why


def with_reps(workout, exercise, reps):
    """A workout in which the last set of a lift had other reps."""
    entries = tuple(
        replace(one, sets=(*one.sets[:-1], replace(one.sets[-1], reps=reps)))
        if one.exercise == exercise
        else one
        for one in workout.entries
    )
    return replace(workout, entries=entries)


def correct(lifter, exercise, reps):
    """Correct the last set of the newest workout that holds a lift."""
    log = lifter.logbook
    for one in log.past().newest_first():
        if any(entry.exercise == exercise for entry in one.entries):
            log.change([(one, with_reps(one, exercise, reps))], "correction")
            return


def test_befit_plan_says_what_the_next_workout_asks_for(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("StrongLifts 5x5")
        sessions(lifter, SQUAT, [None, None, 4])
        lifter.rest(2)
        why = "65 again, miss 1 of 3: 5, 5, 5, 5, 4 of 5 last time"
        assert planned(lifter, SQUAT) == ("5x5 65", why)
        lifter.start()
        assert asked(lifter.plan(SQUAT)[1]) == "5x5 65"


def test_a_lift_that_is_done_without_its_programme_has_left_it(tmp_path):
    with run(tmp_path) as lifter:
        log = lifter.logbook
        log.start("Before", entries=(Entry(exercise=BENCH),))
        lifter.finish({})
        lifter.rest(1)
        lifter.adopt("5/3/1", **MAXES)
        assert planned(lifter)[0] == "5 65, 5 75, 5+ 85"
        log_before = plan_on(log, log.catalog.get(BENCH), MONDAY, None)
        assert asked(log_before) != "5 65, 5 75, 5+ 85"  # adopted a day later
        log.start("Since", entries=(Entry(exercise=BENCH),))
        lifter.finish({})
        lifter.rest(2)
        assert planned(lifter)[0] != "5 65, 5 75, 5+ 85"


def test_a_set_that_is_corrected_moves_what_comes_next_and_undo_moves_it_back(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("StrongLifts 5x5")
        sessions(lifter, SQUAT, [None, 3])
        lifter.rest(2)
        assert planned(lifter, SQUAT)[0] == "5x5 62.5"
        correct(lifter, SQUAT, 5)
        assert planned(lifter, SQUAT)[0] == "5x5 65"
        lifter.logbook.undo()
        assert planned(lifter, SQUAT)[0] == "5x5 62.5"


def test_a_set_of_the_last_cycle_that_is_corrected_moves_the_training_max(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None, None, None, None, None])
        log = lifter.logbook
        lifter.rest(2)
        assert planned(lifter)[0] == "3 72.5, 3 82.5, 3+ 92.5"
        benches = [
            one
            for one in log.past()
            if any(entry.exercise == BENCH for entry in one.entries)
        ]
        # The bench of week 2 becomes a miss: 10% off the 100 kg instead of 2.5 on.
        log.change([(benches[1], with_reps(benches[1], BENCH, 2))], "correction")
        assert planned(lifter)[0] == "3 62.5, 3 72.5, 3+ 80"


def test_reps_with_less_than_was_planned_raise_no_training_max(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("nSuns LP", **MAXES)
        sessions(lifter, BENCH, [None])
        lifter.rest(1)
        while lifter.start().name != "nSuns 5 Bench":
            session(lifter, BENCH, None)
            lifter.rest(1)
        place, plan = lifter.plan(BENCH)
        sets = [
            LoggedSet(id=str(at), load=Load(80, Unit.KG), reps=8)
            for at, _ in enumerate(plan.rows)
        ]
        lifter.finish({place: sets})
        lifter.rest(1)
        assert planned(lifter)[0].startswith("8 65, 6 75")  # still of 100 kg


def test_who_changes_to_pounds_gets_loads_that_there_are(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("StrongLifts 5x5")
        sessions(lifter, SQUAT, [None, None])
        lifter.logbook.unit = Unit.LB
        lifter.rest(2)
        assert sessions(lifter, SQUAT, [None, None]) == ["5x5 145", "5x5 150"]  # 65 kg


def test_a_training_max_in_pounds_gives_kilograms_that_there_are(tmp_path):
    with run(tmp_path, Unit.LB) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        lifter.logbook.unit = Unit.KG
        # A training max of 100 lb is 45.4 kg; 85% of it are 38.6.
        assert planned_unit(lifter, BENCH) == "5 30, 5 35, 5+ 37.5"


def planned_unit(lifter, exercise):
    """What a lift is asked for in the lifter's unit."""
    log = lifter.logbook
    plan = plan_on(log, log.catalog.get(exercise), log.clock(), log.unit)
    return asked(plan)


def test_no_load_is_lighter_than_the_bar(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES | {"overhead_press_barbell": 40})
        press = "overhead-press-barbell"
        lifter.start()
        _, plan = lifter.plan(press)
        warmups = [row.load.value for row in plan.rows if row.kind is Kind.WARMUP]
        assert warmups == [20, 20, 25]  # 16, 20 and 24
        lifter.logbook.discard()
        light = with_preference(
            lifter.logbook.catalog.get(press), "bar", "10kg", Unit.KG
        )
        lifter.logbook.keep_items("changes", {press: change_of(light)}, "bar")
        lifter.start()
        _, plan = lifter.plan(press)
        assert plan.rows[0].load.value == 15


def test_a_workout_that_is_deleted_was_no_week(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None, None])
        lifter.rest(1)
        why = "5/3/1 week 3 · 1+ at 95% of 100 kg"
        assert planned(lifter) == ("5 75, 3 85, 1+ 95", why)
        log = lifter.logbook
        last = next(w for w in log.past().newest_first() if "Bench" in w.name)
        log.delete(last)
        assert planned(lifter)[0] == "3 70, 3 80, 3+ 90"


def test_a_lift_that_was_only_warmed_up_for_was_no_week(tmp_path):
    with run(tmp_path) as lifter:
        own(lifter, (BENCH, "5/3/1 +2.5kg/cycle"))
        training_maxes.keep(lifter.logbook, {BENCH: Load(100, Unit.KG)})
        (mine,) = routines.routines(lifter.logbook)
        lifter.rest(3)
        start(lifter.logbook, mine)
        ramp = LoggedSet(id="-", kind=Kind.WARMUP, load=Load(40, Unit.KG), reps=5)
        lifter.finish({0: [ramp]})
        lifter.rest(3)
        assert planned(lifter)[0] == "5 65, 5 75, 5+ 85"


def test_the_easy_week_is_a_deload_with_sets_of_its_own(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None, None, None])
        while True:
            lifter.rest(2)
            opened = lifter.start()
            if opened.name == "5/3/1 Bench":
                break
            session(lifter, BENCH, None)
        assert opened.phase is Phase.DELOAD
        _, plan = lifter.plan(BENCH)
        assert asked(plan) == "5 40, 5 50, 5 60"
        assert {row.zone.low for row in plan.working} == {4}
        assert (
            Programmes.of(lifter.logbook).lifts.alert_cache.budget(opened).allowed == 0
        )
        blocks.plan_deload(lifter.logbook)
        blocks.plan_deload(lifter.logbook)  # taken back: the week is easy all the same
        assert lifter.logbook.opened().phase is Phase.DELOAD
        said = blocks.phase_words(lifter.logbook)
        assert (
            said == "Easy week of the programme: its own light sets, none to failure."
        )


def test_a_deload_of_ones_own_is_half_of_it_and_the_week_comes_again(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None])
        blocks.plan_deload(lifter.logbook)
        lifter.rest(2)
        while lifter.start().name != "5/3/1 Bench":
            session(lifter, BENCH, None)
            lifter.rest(1)
        _, plan = lifter.plan(BENCH)
        assert asked(plan) == "3 62.5, 3 72.5"  # two of three sets, a tenth lighter
        session(lifter, BENCH, None)
        lifter.rest(8)
        assert planned(lifter)[0] == "3 70, 3 80, 3+ 90"


def test_after_a_break_the_training_max_is_less(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("nSuns LP", **MAXES)
        sessions(lifter, BENCH, [None] * 4)
        lifter.rest(35)
        sets, why = planned(lifter)
        assert sets.startswith("8 57.5, 6 67.5")  # of 90 kg
        assert "weeks off, 90% of before" in why


def test_a_training_max_that_is_set_anew_counts_from_then_on(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None, 1])
        training_maxes.keep(lifter.logbook, {BENCH: Load(80, Unit.KG)})
        lifter.rest(1)
        assert planned(lifter)[0] == "5 60, 3 67.5, 1+ 75"
        assert lifter.logbook.undo() == "training max of Bench Press (Barbell)"
        assert planned(lifter)[0] == "5 75, 3 85, 1+ 95"


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ((1, 2, 3), "5 67.5, 5 77.5, 5+ 87.5"),  # without the easy week: a cycle too
        ((1, 2, 3, 4), "5 67.5, 5 77.5, 5+ 87.5"),
        ((1, 2), "5 65, 5 75, 5+ 85"),  # begun again before the third: no step
    ],
)
def test_a_week_can_be_chosen_and_a_cycle_ends_with_its_last_hard_week(
    tmp_path, weeks, expected
):
    with run(tmp_path) as lifter:
        own(lifter, (BENCH, "5/3/1 +2.5kg/cycle"))
        training_maxes.keep(lifter.logbook, {BENCH: Load(100, Unit.KG)})
        (mine,) = routines.routines(lifter.logbook)
        for week in weeks:
            lifter.rest(3)
            start(lifter.logbook, mine, week)
            session(lifter, BENCH, None)
        lifter.rest(3)
        start(lifter.logbook, mine, 1)
        assert asked(lifter.plan(BENCH)[1]) == expected


def test_without_a_training_max_no_load_is_made_up(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1")
        lifter.start()
        _, plan = lifter.plan("overhead-press-barbell")
        assert asked(plan) == "2x5, 5+"
        found = Programmes.of(lifter.logbook)
        (press, *_) = found.known
        assert found.without_max(press) == ("overhead-press-barbell",)


def test_a_sore_joint_takes_load_off_and_asks_for_no_more_reps_than_planned(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("GreySkull LP")
        sessions(lifter, BENCH, [None] * 3)
        while lifter.start().name != "GreySkull 5":
            session(lifter, BENCH, None)
            lifter.rest(2)
        log = lifter.logbook
        sore = CheckIn(joints=(JointPain("shoulder", 6),))
        log.keep(replace(log.opened(), checkin=sore), "check-in")
        _, plan = lifter.plan(BENCH)
        assert not any(row.amrap for row in plan.rows)
        assert plan.why.startswith("shoulder pain 6 of 10: 3 or more left")


def test_what_a_session_did_is_said_at_its_end(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        while lifter.start().name != "5/3/1 Bench":
            session(lifter, BENCH, None)
            lifter.rest(1)
        log = lifter.logbook
        lifts = Programmes.of(log).lifts
        session(lifter, BENCH, 8)
        done = next(log.past().newest_first())
        bench = done.entries[0]
        said = coming_of(log, done, bench, lifts, Unit.KG)
        assert said.change == "8 at 5+: training max 102.5 kg next cycle."
        missed = with_reps(done, BENCH, 4)
        said = coming_of(log, missed, missed.entries[0], lifts, Unit.KG)
        assert said.change == "4 at 5+: training max 90 kg next cycle."


def own(lifter, *entries, name="Mine"):
    """A routine of one's own, with these lines of exercise and plan."""
    log = lifter.logbook
    made = tuple(
        Entry(exercise=name, target=parse_plan(line)) for name, line in entries
    )
    routine = Routine(id=log.new_id(), name=name, entries=made)
    routines.keep(log, routine, f"routine {name}")
    lifter.rest(1)
    return routine


@pytest.mark.parametrize(
    ("line", "done", "expected"),
    [
        ("5x5 60kg +2.5kg/session, fail 2: -10%", [None, 4, 3, None], [
            "5x5 60", "5x5 62.5", "5x5 62.5", "5x5 55"]),
        # Sessions are two days apart, from a Thursday on: one step a week.
        ("3x5 60kg +2.5kg/week", [None] * 5, [
            "3x5 60", "3x5 62.5", "3x5 62.5", "3x5 65", "3x5 65"]),
        ("3x5 60kg +2.5kg/month", [None] * 3, ["3x5 60", "3x5 62.5", "3x5 62.5"]),
        ("5 50kg, 5 60kg +5kg/session", [None, None], ["5 50, 5 60", "5 55, 5 65"]),
        ("5x5 60kg | 4x4 65kg | 3x5 40kg easy +2.5kg/cycle", [None] * 4, [
            "5x5 60", "4x4 65", "3x5 42.5", "5x5 62.5"]),
    ],
)  # fmt: skip
def test_a_routine_of_ones_own_moves_by_its_line(tmp_path, line, done, expected):
    with run(tmp_path) as lifter:
        own(lifter, (BENCH, line))
        assert sessions(lifter, BENCH, done) == expected


def test_a_programme_begins_where_the_lift_stands_or_lower_where_the_meter_says_so(
    tmp_path,
):
    with run(tmp_path) as lifter:
        log = lifter.logbook
        log.start("Before", entries=(Entry(exercise=SQUAT),))
        tens = [
            LoggedSet(id="", load=Load(load, Unit.KG), reps=10, left=2)
            for load in (60, 80)
        ]
        lifter.finish({0: tens})
        lifter.rest(3)
        own(lifter, (SQUAT, "5x5 +2.5kg/session"), name="Fives")
        own(lifter, (SQUAT, "3x20 +2.5kg/session"), name="Twenties")
        fives, twenties = routines.routines(log)
        start(log, fives)
        # The heaviest load of the last time in every set, also where it had fewer sets.
        assert asked(lifter.plan(SQUAT)[1]) == "5x5 80"
        assert lifter.plan(SQUAT)[1].why == "80: where the programme begins"
        log.discard()
        start(log, twenties)
        assert lifter.plan(SQUAT)[1].rows[0].load.value < 70
        log.discard()
        lifter.rest(40)
        start(log, fives)
        assert asked(lifter.plan(SQUAT)[1]) == "5x5 72.5"  # 90% after weeks off


def test_a_routine_that_is_called_otherwise_goes_on_in_its_week(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None, None])
        log = lifter.logbook
        bench = next(r for r in routines.routines(log) if r.name == "5/3/1 Bench")
        routines.keep(log, replace(bench, name="Monday"), "new name")
        lifter.rest(1)
        assert planned(lifter)[0] == "5 75, 3 85, 1+ 95"
        turn = next(
            turn
            for turn in routines.in_turn(routines.routines(log), log.past())
            if turn.routine.id == bench.id
        )
        assert (turn.week, turn.last) == (
            3,
            log.past().exposures(BENCH)[-1].workout.day,
        )


def test_two_routines_move_a_lift_apart_unless_they_are_of_one_programme(tmp_path):
    with run(tmp_path) as lifter:
        log, line = lifter.logbook, "5x5 60kg +2.5kg/session, fail 3: -10%"
        heavy = own(lifter, (SQUAT, line), name="Heavy")
        light = own(lifter, (SQUAT, line.replace("60kg", "40kg")), name="Light")
        for _ in range(2):
            start(log, heavy)
            session(lifter, SQUAT, None)
            lifter.rest(2)
        start(log, light)
        assert session(lifter, SQUAT, None) == ["5x5 40"]
        lifter.rest(2)
        assert asked_of(log, heavy, SQUAT) == 65
        assert asked_of(log, light, SQUAT) == 42.5
        for one in (heavy, light):
            routines.keep(log, replace(one, programme="Mine"), "folder")
        together = {asked_of(log, one, SQUAT) for one in routines.routines(log)}
        assert together == {42.5}


def asked_of(log, routine, exercise):
    """The load that the next workout of a routine asks of a lift."""
    entries = Programmes.of(log).plan(routine)
    return next(one.aims[-1].load.value for one in entries if one.exercise == exercise)


def test_a_lift_with_the_body_takes_its_first_load_when_it_is_earned(tmp_path):
    with run(tmp_path) as lifter:
        own(lifter, ("chin-up", "3x5 +2.5kg/session, fail 1: -10%"))
        done = [None, None, None, 3, None]
        said = sessions(lifter, "chin-up", done, first=0)
        assert said == ["3x5", "3x5 2.5", "3x5 5", "3x5 7.5", "3x5 5"]


def test_a_line_names_the_lift_and_its_training_max(tmp_path):
    with run(tmp_path) as lifter:
        log = lifter.logbook
        routine = own(lifter)
        entry = routine_lines.parse_entry(log, "bench press 5/3/1 tm=100")
        with_it = replace(routine, entries=(entry,))
        programme.keep(log, with_it, [entry], "added exercise")
        lifter.rest(1)
        assert planned(lifter)[0] == "5 65, 5 75, 5+ 85"
        (kept,) = routines.routines(log)
        line = programme.plan_line(log, kept.entries[0])
        assert line == "5/3/1 tm=100kg"
        # Typed as it stands it changes nothing; one step of undo takes both back.
        programme.keep(log, with_it, [entry], "again")
        assert log.undo() == "added exercise"
        assert training_maxes.set_maxes(log) == {}


def test_a_line_without_steps_goes_up_by_the_step_of_the_lift(tmp_path):
    with run(tmp_path) as lifter:
        own(lifter, (SQUAT, "5/3/1"))
        training_maxes.keep(lifter.logbook, {SQUAT: Load(100, Unit.KG)})
        lifter.rest(1)
        expected = ["5 67.5, 5 80, 5+ 90"]  # of 105
        assert sessions(lifter, SQUAT, [None] * 5)[4:] == expected


def test_a_routine_from_before_still_reads(tmp_path):
    old = {
        "id": "r", "name": "Push A", "programme": "",
        "entries": [{
            "exercise": BENCH, "superset": None, "note": "", "sets": [],
            "target": {"rest_s": 180, "sets": [{
                "kind": "work", "reps": [5, 10], "left": [1, 2], "load": None,
                "percent": 76.5, "seconds": None}]},
        }],
    }  # fmt: skip
    routine = read(Routine, old, "routine")
    assert routine.weeks == 1
    assert routine.entries[0].target.scheme is None
    assert to_plain(routine) == old


def test_a_workout_that_is_repeated_leaves_the_programme(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None])
        log = lifter.logbook
        done = next(w for w in log.past().newest_first() if "Bench" in w.name)
        lifter.rest(3)
        bench = log.repeat(done).entries[0]
        assert bench.target.scheme is None
        work = [one for one in bench.target.sets if one.kind is Kind.WORK]
        assert all(one.load is None and one.percent is None for one in work)


def test_another_lift_in_the_place_of_one_has_none_of_its_loads(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        lifter.start()
        WorkoutEditor(lifter.logbook).swap("overhead-press-dumbbell")
        swapped = lifter.logbook.opened().entries[0]
        assert swapped.target.scheme is None
        assert {one.load for one in swapped.target.sets} == {None}


def test_a_workout_saved_as_its_routine_keeps_how_the_lift_moves_on(tmp_path):
    with run(tmp_path) as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None])
        log = lifter.logbook
        done = next(w for w in log.past().newest_first() if "Bench" in w.name)
        before = next(r for r in routines.routines(log) if r.is_called(done.name))
        saved = routines.save_workout(log, done)
        assert saved.entries[0].target == before.entries[0].target


def test_training_maxes_and_routines_come_along_in_an_export(tmp_path):
    with run(tmp_path / "one") as lifter:
        lifter.adopt("5/3/1", **MAXES)
        sessions(lifter, BENCH, [None])
        kept = library_to_dict(lifter.logbook.library)
    assert library_to_dict(merged(Library(), library_from_dict(kept))) == kept


LINES = """
3x5 +2.5kg/session, fail 2: -10%
5x3 > 6x2 > 10x1 +5kg/session, fail 1, test 5: 85%
3x10 > 3x8 +2.5kg/week, fail 1, again +7.5kg
2x5, 5+ +2.5kg/session, +5kg at 10
5/3/1 tm +2.5kg/cycle
5 75%, 1+ 95% tm +2.5kg at 2, +5kg at 4 fail 2: -5%
"""
lines = st.sampled_from(LINES.strip().splitlines())


@settings(max_examples=25)
@given(lines, st.lists(st.tuples(st.integers(0, 12), st.integers(1, 40)), max_size=10))
def test_whatever_is_done_the_next_load_is_one_that_there_is(line, done):
    exposures, at = [], MONDAY
    target = parse_plan(line)
    bar = Bar(load_catalog().get(BENCH), Rack(Unit.KG, 2.5))
    scheme, week = target.scheme, 0
    for place, (reps, days) in enumerate([*done, (0, 3)]):
        at += timedelta(days=days)
        week = week % max(len(scheme.weeks), 1) + 1
        found = (
            max_standing(Load(100, Unit.KG), exposures, bar, at.date(), week)
            if scheme.of_max
            else load_standing(scheme, exposures, bar, at.date())
        )
        planned_now = next_target(target, found, bar, week)
        loads = [one.load.value for one in planned_now.sets if one.load]
        assert all(load > 0 and load % 2.5 == 0 for load in loads)
        sets = [
            LoggedSet(id=str(n), kind=one.kind, load=one.load or Load(60, Unit.KG),
                      reps=reps)
            for n, one in enumerate(planned_now.sets)
        ]  # fmt: skip
        made = Entry(exercise=BENCH, target=planned_now, sets=tuple(sets))
        exposures.append(Exposure(workout(made, day=0, id=f"{place}"), made))
        exposures[-1] = Exposure(replace(exposures[-1].workout, started_at=at), made)
