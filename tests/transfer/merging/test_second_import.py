"""What a second import does to one workout, and how two workouts are known as one."""

import unicodedata
from datetime import UTC, timedelta, timezone

import pytest

from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.transfer.export import to_strong
from befit_tui.transfer.merging.fingerprint import remembered
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.plan import Choices, plan_import

HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


def hevy(*sets, title="Push", day=5, start="17:00", lift="Squat (Barbell)"):
    """A workout in Hevy's table; a set is ``80x8`` or ``80x8@9``."""
    rows = []
    for index, done in enumerate(sets):
        load, _, rest = done.partition("x")
        reps, _, rpe = rest.partition("@")
        times = f'"{day} Mar 2025, {start}","{day} Mar 2025, 18:00"'
        rows.append(f"{title},{times},,{lift},,,{index},normal,{load},{reps},,,{rpe}\n")
    return "".join(rows)


def log_of(read, *rows):
    return plan_import(read(HEADER + "".join(rows)), ()).add


def again(read, log, *rows, **choices):
    return plan_import(read(HEADER + "".join(rows)), log, Choices(**choices))


def sets_of(plan):
    ((_, new),) = plan.changed
    return [f"{done.load.value:g}x{done.reps}" for done in new.sets]


def edited(workout, place, **fields):
    """The workout with one set changed here."""
    (entry,) = workout.entries
    sets = list(entry.sets)
    sets[place] = replace(sets[place], **fields)
    changed = replace(entry, sets=tuple(sets))
    return replace(workout, rev=workout.rev + 1, entries=(changed,))


FIRST = ("80x8", "80x8", "80x7")


@pytest.mark.parametrize(
    ("sets", "counts", "outcome"),
    [
        (("80x8", "85x8", "80x7"), (0, 1, 0, 2), ["80x8", "85x8", "80x7"]),
        (("80x8", "80x8@9", "80x7"), (0, 1, 0, 2), ["80x8", "80x8", "80x7"]),
        (("60x9", *FIRST), (1, 0, 0, 3), ["60x9", "80x8", "80x8", "80x7"]),
        ((*FIRST, "80x6"), (1, 0, 0, 3), ["80x8", "80x8", "80x7", "80x6"]),
        (("80x8", "80x7"), (0, 0, 1, 2), ["80x8", "80x7"]),
        (("80x7", "80x8", "80x8"), (0, 2, 0, 1), ["80x7", "80x8", "80x8"]),
    ],
)
def test_what_changed_in_the_other_app_is_taken_over(read, sets, counts, outcome):
    plan = again(read, log_of(read, hevy(*FIRST)), hevy(*sets))

    assert (plan.sets, plan.updated, plan.deleted, plan.duplicates) == counts
    assert sets_of(plan) == outcome


def test_a_set_keeps_its_id_and_what_only_befit_knows_of_it(read):
    (first,) = log_of(read, hevy(*FIRST))
    (entry,) = first.entries
    timed = replace(entry.sets[1], rep_times=(0.0, 2.0))
    log = [replace(first, entries=(replace(entry, sets=(entry.sets[0], timed)),))]

    ((_, new),) = again(read, log, hevy("60x9", "80x8", "85x8")).changed

    assert new.sets[2] == replace(timed, load=new.sets[2].load, reps=8)
    assert len({done.id for done in new.sets}) == 3


@pytest.mark.parametrize("keeps", [True, False])
def test_a_set_changed_here_stays_and_the_rest_follows(read, keeps):
    """``keeps``: what the first file said was kept; else it is from an older Befit."""
    log = log_of(read, hevy(*FIRST))
    if not keeps:
        log = read(HEADER + hevy(*FIRST)).workouts
    log = [edited(log[0], 1, reps=6)]

    plan = again(read, log, hevy("80x8", "85x8", "80x9"))

    outcome = ["80x8", "80x6", "80x9"] if keeps else ["80x8", "80x6", "80x7"]
    assert sets_of(plan) == outcome
    conflicts = [one for one in plan.differences if one.what is What.CONFLICT]
    assert len(conflicts) == (1 if keeps else 2)
    assert (conflicts[0].here[1].reps, conflicts[0].there[1].load.value) == (6, 85)


TOKYO = timezone(timedelta(hours=9))


def in_tokyo(when):
    return when.replace(tzinfo=TOKYO) if when.tzinfo is None else when.astimezone(TOKYO)


@pytest.mark.parametrize("start", ['"5 Mar 2025, 17:00"', "2025-03-05T17:00:00Z"])
def test_a_file_read_on_a_journey_moves_no_workout(read, start):
    def file(*sets, title):
        text = HEADER + hevy(*sets, title=title)
        return text.replace('"5 Mar 2025, 17:00"', start)

    log = plan_import(read(file(*FIRST, title="Push")), ()).add
    abroad = read(file("85x8", *FIRST[1:], title="Press"), localize=in_tokyo)
    plan = plan_import(abroad, log)
    ((old, new),) = plan.changed
    assert (plan.add, new.name, plan.updated) == ((), "Press", 1)
    assert new.started_at.isoformat() == old.started_at.isoformat()
    assert new.ended_at.isoformat() == old.ended_at.isoformat()


def test_a_conflict_is_named_once(read):
    log = [edited(log_of(read, hevy(*FIRST))[0], 1, reps=6)]
    ((_, new),) = again(read, log, hevy("80x8", "85x8", "80x7")).changed

    assert again(read, [new], hevy("80x8", "85x8", "80x7")).is_empty


def test_the_file_wins_where_the_lifter_says_so(read):
    log = [edited(log_of(read, hevy(*FIRST))[0], 1, reps=6)]
    plan = again(read, log, hevy("80x8", "85x8", "80x7"), take_file=True)

    assert sets_of(plan) == ["80x8", "85x8", "80x7"]
    assert plan.updated == 1


def test_a_set_deleted_here_does_not_come_back(read):
    (first,) = log_of(read, hevy(*FIRST))
    (entry,) = first.entries
    log = [replace(first, rev=2, entries=(replace(entry, sets=entry.sets[:2]),))]

    assert again(read, log, hevy(*FIRST)).is_empty


def test_a_set_added_here_stays_beside_new_ones(read):
    (first,) = log_of(read, hevy(*FIRST))
    (entry,) = first.entries
    own = replace(entry.sets[2], id="own", reps=3)
    sets = (*entry.sets[:1], own, *entry.sets[1:])
    log = [replace(first, rev=2, entries=(replace(entry, sets=sets),))]

    plan = again(read, log, hevy(*FIRST, "80x6"))

    assert sets_of(plan) == ["80x8", "80x3", "80x8", "80x7", "80x6"]


def test_workouts_merged_here_do_not_come_back(read):
    rows = (hevy(*FIRST), hevy("60x5", start="17:40", title="More"))
    first, second = log_of(read, *rows)
    one = replace(first, rev=2, entries=first.entries + second.entries)

    assert again(read, [one], *rows).is_empty


def test_title_and_start_follow_unless_they_were_changed_here(read):
    (first,) = log_of(read, hevy(*FIRST))
    moved = hevy(*FIRST, title="Legs", start="16:55")

    ((_, new),) = again(read, [first], moved).changed
    assert (new.name, f"{new.started_at:%H:%M}", new.id) == ("Legs", "16:55", first.id)

    mine = replace(first, rev=2, name="Mine")
    plan = again(read, [mine], moved)
    ((_, new),) = plan.changed
    assert (new.name, new.started_at) == ("Mine", first.started_at)
    assert [(one.here, one.there) for one in plan.differences] == [(None, None)]


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        (hevy(*FIRST, title="Legs"), True),
        (hevy(*FIRST, start="17:14"), True),
        (hevy("100x3", start="16:50"), True),
        (hevy(*FIRST, title="Noon", start="12:00"), True),
        (hevy("80x8", "80x8", "70x5", title="Noon", start="12:00"), False),
        (hevy("100x3", title="Noon", start="12:00"), False),
        (hevy("30x9", title="Core", start="17:10", lift="Plank"), False),
        (hevy(*FIRST, day=6), False),
    ],
)
def test_when_two_workouts_are_one(read, row, is_one):
    assert len(again(read, log_of(read, hevy(*FIRST)), row).add) == (not is_one)


@pytest.mark.parametrize(
    ("rows", "added"),
    [
        # All of the log with Friday's workout put on Thursday: it was moved.
        ((hevy("90x3", day=5), hevy(*FIRST, day=6), hevy("95x3", day=9)), 0),
        # The days of the week that another file left out.
        ((hevy(*FIRST, day=4), hevy(*FIRST, day=6), hevy(*FIRST, day=8)), 3),
        # An export of later days.
        ((hevy("95x3", day=9), hevy(*FIRST, day=10)), 1),
    ],
)
def test_a_workout_put_on_another_day_is_moved(read, rows, added):
    log = log_of(read, hevy("90x3"), hevy(*FIRST, day=7), hevy("95x3", day=9))

    assert len(again(read, log, *rows).add) == added


def test_a_written_name_stays_where_a_file_has_the_name_of_the_exercise(read):
    (known,) = log = log_of(read, hevy(*FIRST, lift="bench"))
    plan = again(read, log, hevy(*FIRST, "80x6", lift="Bench Press (Barbell)"))

    assert known.entries[0].written == "bench"
    assert plan.changed[0][1].entries[0].written == "bench"


def test_letters_composed_in_another_way_change_nothing(read):
    row = hevy(*FIRST, title="Rücken", lift="Übung am Seil")
    apart = unicodedata.normalize("NFD", row)
    log = log_of(read, row)

    assert apart != row
    assert log_of(read, apart) == log
    assert again(read, log, apart).is_empty


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "RPE\n"
)


def strong(*sets, time="17:00:00"):
    return STRONG + "".join(
        f"2025-03-05 {time},S,1h,Squat (Barbell),{n},{load},{reps},0,0,\n"
        for n, (load, reps) in enumerate(sets, 1)
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (strong((80, 8), (80, 8), (80, 7)), Unit.KG),
        (strong((80, 8), (80, 8), (80, 7), time="19:00:00"), Unit.KG),
        (strong((176.37, 8), (176.5, 8), (176.37, 7)), Unit.LB),
        (strong((80, 8), (80, 8)), Unit.KG),
    ],
)
def test_the_same_session_of_another_app_is_left_out(read, text, unit):
    log = log_of(read, hevy(*FIRST))
    parsed = read(text, unit=unit)

    plan = plan_import(parsed, log)
    assert plan.is_empty
    assert plan.duplicates == parsed.sets
    assert len(plan.left_out) == 1

    assert len(plan_import(parsed, log, Choices(keep_both=True)).add) == 1


def test_a_row_that_cannot_be_read_deletes_nothing(read):
    log = log_of(read, hevy(*FIRST), hevy("60x5", "60x5", day=7))
    broken = hevy("80x8", "80x8", "80xseven")

    plan = again(read, log, broken, hevy("60x5", day=9), hevy("60x5", day=7))

    # The workout of the 7th stands elsewhere in the file: its set is gone.
    assert (plan.deleted, plan.sets, plan.duplicates) == (1, 1, 3)


def test_what_a_sound_file_says_after_a_broken_one(read):
    log = log_of(read, hevy(*FIRST))
    broken = again(read, log, hevy("80xeight", "80x8", "85x7"))
    stands = broken.changed[0][1] if broken.changed else log[0]

    plan = again(read, [stands], hevy("80x8", "80x8", "85x7"))

    assert (plan.updated, plan.sets) == (1, 0)
    assert sets_of(plan) == ["80x8", "80x8", "85x7"]


def test_another_time_zone_changes_nothing(read):
    (first,) = log_of(read, hevy(*FIRST))
    elsewhere = read(HEADER + hevy(*FIRST))
    elsewhere = replace(
        elsewhere,
        workouts=tuple(
            replace(
                one,
                started_at=one.started_at.replace(tzinfo=UTC),
                ended_at=one.ended_at.replace(tzinfo=UTC),
            )
            for one in elsewhere.workouts
        ),
    )

    assert plan_import(elsewhere, [first]).is_empty


def test_what_the_file_said_survives_the_log(read):
    (first,) = log_of(read, hevy(*FIRST))

    assert remembered(first) == remembered(replace(first, rev=5))
    assert remembered(replace(first, source=None, rev=5)) is None


@pytest.mark.parametrize("days", [1, 2, 6])
@pytest.mark.parametrize(
    ("there", "is_other"),
    [
        # Another phone: hardly a set is equal, and some of the log are gone.
        (("100x1", "60x12"), True),
        # Each load was corrected, which nobody does on many days.
        (("85x8", "85x7", "85x6"), None),
        # Rated later, or put right: it is the same work.
        (("80x8@8", "80x7@8", "80x6@9"), False),
        (("80x8@9", "80x6"), False),
    ],
)
def test_a_file_of_another_phone_changes_no_day_of_this_one(
    read, days, there, is_other
):
    """Hardly a set is equal on the days of both; on few they may all be corrected."""
    is_other = days > 2 if is_other is None else is_other
    here = [hevy("80x8", "80x7", "80x6", day=day) for day in range(1, days + 1)]
    found = [hevy(*there, day=day) for day in range(1, days + 2)]
    log = log_of(read, *here)

    plan = again(read, log, *found)
    taken = again(read, log, *found, take_file=True)

    assert (bool(plan.unlike), len(plan.add)) == (is_other, 1)
    assert (plan.updated + plan.deleted > 0) == (not is_other)
    assert any(one.what is What.CONFLICT for one in plan.differences) == is_other
    assert taken.updated + taken.deleted > 0


def test_another_log_stays_one_when_its_own_days_are_in_the_log(read):
    """The file that was imported before brought days that are all equal now."""
    there = [hevy("60x9", "60x8", day=day) for day in (7, 8, 9)]
    there.append(hevy("100x1", "60x12", day=5))
    log = {one.id: one for one in log_of(read, hevy(*FIRST))}
    first = again(read, log.values(), *there)
    log |= {one.id: one for one in first.add}
    second = again(read, log.values(), *there)

    assert (len(first.add), first.deleted, second.deleted) == (3, 0, 0)
    assert (second.is_empty, len(second.unlike)) == (True, 1)


@pytest.mark.parametrize("days", [2, 6])
def test_a_file_of_one_lift_takes_the_others_from_no_day(read, days):
    bench = {"lift": "Bench Press (Barbell)"}
    log = log_of(
        read,
        *(
            hevy(*FIRST, day=day) + hevy("60x8", "60x7", day=day, **bench)
            for day in range(1, days + 1)
        ),
    )
    only = [hevy("60x8", "60x7", day=day, **bench) for day in range(1, days + 1)]

    assert again(read, log, *only).is_empty


DAYS = (9, 7, 5)
"""Of three workouts, the newest first, as Hevy writes them."""


@pytest.mark.parametrize("days", [DAYS, DAYS[::-1]])
@pytest.mark.parametrize("sets", [FIRST[:1], FIRST[:2]])
def test_a_file_that_breaks_off_at_the_end_of_a_line_takes_no_set_away(
    read, days, sets
):
    log = log_of(read, *(hevy(*FIRST, day=day) for day in DAYS))

    plan = again(read, log, hevy(*FIRST, day=days[0]), hevy(*sets, day=days[1]))

    assert plan.is_empty
    assert plan.cut_in.started_at.day == days[1]


def test_a_file_that_breaks_off_in_its_last_workout_takes_no_set_away(read):
    log = log_of(read, *(hevy(*FIRST, day=day) for day in DAYS))

    plan = again(
        read, log, *(hevy(*FIRST, day=day) for day in DAYS[:2]), hevy("80x8", day=5)
    )

    assert (plan.is_empty, plan.cut_in.started_at.day) == (True, 5)


@pytest.mark.parametrize(
    ("days", "sets"),
    [
        # The whole log is there.
        (DAYS, ("80x8", "80x8")),
        # Its first set was taken out, or another one changed.
        (DAYS[:2], ("80x8", "80x7")),
        (DAYS[:2], ("80x8", "85x8")),
    ],
)
def test_a_set_that_was_taken_out_of_the_last_workout_of_a_file_goes(read, days, sets):
    log = log_of(read, *(hevy(*FIRST, day=day) for day in DAYS))
    *whole, last = days

    plan = again(
        read, log, *(hevy(*FIRST, day=day) for day in whole), hevy(*sets, day=last)
    )

    assert (plan.deleted, plan.cut_in) == (1, None)


def without(workout, place):
    """The workout with one set deleted here."""
    (entry,) = workout.entries
    sets = tuple(one for at, one in enumerate(entry.sets) if at != place)
    return replace(workout, rev=workout.rev + 1, entries=(replace(entry, sets=sets),))


@pytest.mark.parametrize(("sets", "new"), [(FIRST, 0), (("80x8", "85x8", "80x7"), 1)])
def test_a_set_deleted_here_stays_deleted_but_with_other_values_it_is_another(
    read, sets, new
):
    (first,) = log_of(read, hevy(*FIRST))
    plan = again(read, [without(first, 1)], hevy(*sets))

    assert (plan.sets, plan.updated, plan.deleted) == (new, 0, 0)


def test_a_set_that_was_changed_here_and_deleted_there_stays_unless_the_file_wins(read):
    (first,) = log_of(read, hevy(*FIRST))
    log = [edited(first, 1, reps=9)]
    kept = again(read, log, hevy("80x8", "80x7"))
    taken = again(read, log, hevy("80x8", "80x7"), take_file=True)

    assert [one.what for one in kept.differences] == [What.CONFLICT]
    assert (kept.deleted, taken.deleted) == (0, 1)
    assert sets_of(taken) == ["80x8", "80x7"]


@pytest.mark.parametrize("code", ["", "F"])
def test_a_table_for_other_apps_takes_nothing_from_the_log_that_wrote_it(read, code):
    """Strong's own log, written out as Strong's table, which has no rows of rests."""
    rows = strong((80, 8), (80, 8)).replace("Barbell),2", f"Barbell),{code or 2}")
    head, first, second = rows.splitlines(keepends=True)
    rest = first.replace("),1,80,8,0,0", "),Rest Timer,0,0,0,180")
    log = plan_import(read(head + first + rest + second), ()).add
    out = to_strong(log, lambda _: "Squat (Barbell)", Unit.KG)
    again = plan_import(read(out), log)

    assert [done.rest_s for done in log[0].sets] == [None, 180]
    assert (again.updated, again.sets, again.changed) == (0, 0, ())
