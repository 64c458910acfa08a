"""What an import changes in a log that may hold some of it already."""

from uuid import uuid5

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from befit_tui.domain.value import replace
from befit_tui.transfer.group import NAMESPACE, lasting_id
from befit_tui.transfer.plan import plan_import

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,"
    "Seconds,RPE\n"
)
ROWS = [
    f"2023-05-0{day} 18:00:05,Push,1h,{exercise},{index},60,8,0,0,\n"
    for day in (1, 3)
    for exercise in ("Squat (Barbell)", "Gizmo")
    for index in (1, 2)
]


def changed(plan):
    return [new for _, new in plan.changed]


def test_an_id_follows_from_the_name_as_a_uuid_does():
    for name in ("hevy|2025-03-05T17:00:00 Push|Squat|1", "", "Übung"):
        assert lasting_id(name) == str(uuid5(NAMESPACE, name))


def test_a_first_import_adds_everything(read):
    parsed = read(HEADER + "".join(ROWS))
    plan = plan_import(parsed, ())

    assert (plan.add, plan.changed) == (parsed.workouts, ())
    assert (plan.sets, plan.duplicates) == (8, 0)
    assert [own.name for own in plan.exercises] == ["Gizmo"]


def test_a_second_import_adds_nothing(read):
    parsed = read(HEADER + "".join(ROWS))
    plan = plan_import(read(HEADER + "".join(ROWS)), parsed.workouts)

    assert plan.is_empty
    assert (plan.sets, plan.duplicates, plan.exercises) == (0, 8, ())


def test_an_untouched_workout_takes_over_further_sets(read):
    before = read(HEADER + "".join(ROWS[:3])).workouts
    parsed = read(HEADER + "".join(ROWS))
    plan = plan_import(parsed, before)

    assert plan.changed == ((before[0], parsed.workouts[0]),)
    assert plan.add == (parsed.workouts[1],)
    assert (plan.sets, plan.duplicates) == (5, 3)


def test_a_workout_changed_here_is_left_alone(read):
    before = read(HEADER + "".join(ROWS[:3])).workouts
    changed_here = [replace(workout, rev=2) for workout in before]
    plan = plan_import(read(HEADER + "".join(ROWS[:4])), changed_here)

    assert (plan.sets, plan.updated, plan.duplicates) == (0, 0, 4)
    assert [one.there[1].reps for one in plan.differences] == [8]
    ((_, kept),) = plan.changed
    assert kept == changed_here[0]


def test_a_workout_is_known_by_its_source_under_any_id(read):
    parsed = read(HEADER + "".join(ROWS[:4]))
    moved = [replace(workout, id="another") for workout in parsed.workouts]

    assert plan_import(parsed, moved).is_empty


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(1, 8), second=st.integers(1, 8))
def test_what_the_second_file_holds_is_in_the_log_as_it_says(read, first, second):
    short = read(HEADER + "".join(ROWS[:first])).workouts
    plan = plan_import(read(HEADER + "".join(ROWS[:second])), short)
    log = {workout.id: workout for workout in (*short, *plan.add, *changed(plan))}

    held = read(HEADER + "".join(ROWS[:second])).workouts
    if plan.cut_in:
        # One set of four stands at the end: the file broke off there.
        assert (second, first > 6) == (5, True)
        held = short
    assert tuple(log.values()) == (*held, *short[len(held) :])
    assert plan.sets + plan.updated + plan.duplicates == second
