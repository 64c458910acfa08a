"""Jefit backups: many tables in one file, all sets of an exercise in one cell."""

from datetime import datetime

import pytest
from builders import ZONE

from befit_tui.domain.errors import ImportRefusedError, UnitNeededError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind

END = "\n\n######################################################\n"


def table(name: str, *lines: str) -> str:
    return f"\n### {name} ##########\n\n" + "\n".join(lines) + END


def settings(mass: str = '" lbs"') -> str:
    return table("SETTING", "row_id,USERID,length,mass", f'1,7," inches",{mass}')


ROUTINES = table(
    "ROUTINES",
    "row_id,USERID,TIMESTAMP,_id,name",
    '1,7,"2023-01-01 00:00:00",22,"a routine"',
    "",
    "row_id,USERID,TIMESTAMP,package,_id,name,day",
    '2,7,"2023-01-01 00:00:00",22,5,"push, heavy",1',
    "",
    "row_id,USERID,_id,exercisename,logs",
    '3,7,5,"Bench","90x5,90x5"',
)
SESSIONS = table(
    "WORKOUT SESSIONS",
    "rowid,_id,USERID,day_id,starttime,endtime",
    "1,40,7,5,1682960405,1682963105",
    "2,41,7,0,0,0",
)
SET_LOGS = table(
    "EXERCISE SET LOGS",
    "_id,userid,exercise_log_id,set_index,weight_lbs,reps,set_type,log_time",
    "1,7,11,0,90.0000,8,warm-up,1682960500",
    "2,7,11,1,180.0000,5,default,1682960700",
    "3,7,11,2,180.0000,4,odd one,1682960900",
)


NOTES = table(
    "NOTES",
    "row_id,USERID,_id,eid,belongSys,mynote,mydate",
    '1,7,1,2,1,"narrow\ngrip",2023-05-01',
    "2,7,2,2,1,slow,2023-05-01",
    "3,7,3,2,0,of another exercise,2023-05-01",
    "4,7,4,2,1,of another day,2023-05-02",
)


def logs(*rows: str) -> str:
    return table("EXERCISE LOGS", "USERID,logs,_id,mydate,ename,belongsession", *rows)


def test_a_cell_holds_all_sets(read):
    text = settings() + ROUTINES + SESSIONS + SET_LOGS
    log = read(text + logs('7,"90x8,180x5,180x4",11,2023-05-01,"Bench",40'), unit=None)

    (workout,) = log.workouts
    assert (log.app, log.rows, log.sets) == ("jefit", 3, 3)
    assert workout.name == "push, heavy"
    assert workout.started_at == datetime(2023, 5, 1, 18, 0, 5, tzinfo=ZONE)
    assert workout.ended_at == datetime(2023, 5, 1, 18, 45, 5, tzinfo=ZONE)
    (entry,) = workout.entries
    assert entry.exercise == "bench-press-barbell"
    warmup, top, last = entry.sets
    assert (warmup.kind, warmup.load, warmup.reps) == (
        Kind.WARMUP,
        Load(90, Unit.LB),
        8,
    )
    assert (top.kind, top.load, top.reps) == (Kind.WORK, Load(180, Unit.LB), 5)
    assert top.at == datetime(2023, 5, 1, 18, 5, tzinfo=ZONE)
    assert (top.note, last.note) == ("", "odd one")


@pytest.mark.parametrize("session", ["41", "99", ""])
def test_an_old_log_is_known_by_its_day_only(read, session):
    log = read(settings() + SESSIONS + logs(f"7,90x8,11,2013-05-01,Bench,{session}"))

    assert log.workouts[0].started_at == datetime(2013, 5, 1, 12, tzinfo=ZONE)


def test_an_exercise_that_comes_up_again_has_an_entry_of_its_own(read):
    row = '7,"90x8,90x8",{},2023-05-01,Bench,40'
    log = read(settings() + SESSIONS + logs(row.format(11), row.format(12)))

    assert [len(one.sets) for one in log.workouts[0].entries] == [2, 2]


def test_a_note_is_of_an_exercise_and_a_day(read):
    log = read(
        settings()
        + table(
            "EXERCISE LOGS",
            "USERID,belongSys,logs,_id,mydate,eid,ename",
            '7,1,"90x8,90x8",11,2023-05-01,2,Bench',
            "7,1,90x8,12,2023-05-01,3,Plank",
        )
        + NOTES
    )

    bench, plank = log.workouts[0].entries
    assert (bench.note, plank.note) == ("narrow\ngrip\nslow", "")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('"0x0,0x0,0x0,0x0,0x1200"', [(1200, None, "")]),
        ('"0x0.0,0x0.0,0x0.0,0x0.0,0x900"', [(900, None, "")]),
        (
            '"0x0,0x0,0x0,0x10,0x15,0x0,0x0,0x0,0x0,0x20"',
            [(15, None, "10 laps"), (20, None, "")],
        ),
        ('"0x3,0x3,0x2,0x3,0x3"', [(None, reps, "") for reps in (3, 3, 2, 3, 3)]),
        ('"0x0,0x0,0x0,0x0"', []),
        ('"0x0,0x0,0x0,0x0,0x0"', []),
    ],
)
def test_a_timed_set_takes_five_places(read, cell, expected):
    row = f"7,{cell},11,2023-05-01,Bike,40"
    log = read(settings() + SESSIONS + logs("7,90x8,10,2023-05-01,Bench,40", row))

    sets = log.workouts[0].sets[1:]
    assert [(done.seconds, done.reps, done.note) for done in sets] == expected
    assert log.rows == log.sets + sum(log.skipped.values())


def test_the_unit_is_that_of_the_settings_or_asked_for(read):
    row = logs("7,64.9998x8,11,2023-05-01,Bench,40")

    log = read(settings(" kg") + SESSIONS + row, unit=Unit.LB)
    assert log.workouts[0].sets[0].load == Load(65, Unit.KG)
    with pytest.raises(UnitNeededError):
        read(SESSIONS + row, unit=None)


def test_what_cannot_be_read_is_an_error_of_its_set(read):
    text = settings() + logs(
        '7,"90x8,much,90x",11,2023-05-01,Bench,40', "7,90x8,12,soon,Bench,"
    )
    log = read(text)

    assert [one.reason for one in log.errors] == [
        'weight "much" is not a number',
        'date "soon" is not a date',
    ]
    assert {one.line for one in log.errors} == {12, 13}
    assert (log.rows, log.sets) == (4, 2)


def test_a_backup_without_logs_is_refused(read):
    with pytest.raises(ImportRefusedError, match="has no rows"):
        read(settings() + logs())
    with pytest.raises(ImportRefusedError, match="is no log"):
        read(settings() + ROUTINES)
