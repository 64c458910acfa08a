"""A year of weekly imports from a phone on which the lifter also corrects things.

Each week the app exports its whole log anew. Whatever was edited in between, the log
must hold what the last file says, each workout once and each set once.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from befit_tui.domain.value import replace
from befit_tui.domain.wording import SHORT_MONTHS
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.plan import plan_import

HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe"
)
LIFTS = {
    "Bench Press (Barbell)": "Supino",
    "Squat (Barbell)": "Agachamento",
    "Row Thing": "Remada",
    "Plank": "Prancha",
}
MONDAY = datetime(2025, 1, 6, 17, 30)  # noqa: DTZ001 - as an app writes it


@dataclass
class Session:
    """A workout as the phone has it."""

    title: str
    start: datetime
    lifts: list[tuple[str, list[tuple[float, int, str]]]] = field(default_factory=list)

    def rows(self, names):
        for lift, sets in self.lifts:
            for index, (load, reps, rpe) in enumerate(sets):
                yield ",".join(
                    (self.title, _hevy(self.start),
                     _hevy(self.start + timedelta(hours=1)), "", names.get(lift, lift),
                     "", "", str(index), "normal", str(load), str(reps), "", "", rpe)
                )  # fmt: skip


def _hevy(when):
    month = SHORT_MONTHS[when.month - 1]
    return f'"{when.day} {month} {when.year}, {when:%H:%M}"'


def exported(phone, names=None):
    rows = (row for session in reversed(phone) for row in session.rows(names or {}))
    return "\n".join((HEADER, *rows, ""))


def trained(chance, week):
    """Two sessions of a week, with the days' noise."""
    for day in (0, 3):
        start = MONDAY + timedelta(weeks=week, days=day)
        session = Session(f"Day {day}", start + timedelta(minutes=chance.randrange(9)))
        for lift in chance.sample(sorted(LIFTS), 2):
            load = 40 + 2.5 * chance.randrange(8)
            session.lifts.append(
                (lift, [(load, chance.randrange(5, 9), "8") for _ in range(2)])
            )
        yield session


def edited(chance, phone):
    """One thing that a lifter does to an old workout on the phone."""
    session = chance.choice(phone)
    _, sets = chance.choice(session.lifts)
    place = chance.randrange(len(sets)) if sets else 0
    match chance.randrange(7):
        case 0:
            session.title = f"Renamed {chance.randrange(99)}"
        case 1:
            session.start += timedelta(minutes=chance.choice((-5, 4, 9)))
        case 2 if sets:
            sets[place] = (sets[place][0] + 2.5, *sets[place][1:])
        case 3 if sets:
            sets[place] = (*sets[place][:2], "9.5")
        case 4:
            sets.insert(place, (30.0, chance.randrange(9, 15), ""))
        case 5 if len(sets) > 1:
            del sets[place]
        case 6:
            chance.shuffle(session.lifts)


def held(log, *, names=None):
    """What matters of a log: titles, starts, exercises and sets, in order."""
    return sorted(
        (one.name, one.started_at, one.ended_at, [
            ((names or {}).get(entry.exercise, entry.exercise),
             [(done.load, done.reps, done.left) for done in entry.sets])
            for entry in one.entries])
        for one in log
    )  # fmt: skip


def take_in(log, parsed):
    plan = plan_import(parsed, log.values())
    assert parsed.sets == plan.sets + plan.updated + plan.duplicates
    log |= {one.id: one for one in plan.add}
    log |= {new.id: new for _, new in plan.changed}
    return plan


@pytest.mark.parametrize("seed", range(2))
def test_the_log_is_what_the_last_file_says(read, seed):
    chance = random.Random(seed)
    phone, log = [], {}
    for week in range(52):
        phone.extend(trained(chance, week))
        for _ in range(chance.randrange(4)):
            edited(chance, phone)
        plan = take_in(log, parsed := read(exported(phone)))
        assert held(log.values()) == held(parsed.workouts)
        assert not [one for one in plan.differences if one.what is What.CONFLICT]
    assert take_in(log, read(exported(phone))).is_empty
    ids = [done.id for one in log.values() for done in one.sets]
    assert len(ids) == len(set(ids))


def test_another_language_adds_nothing(read):
    chance = random.Random(1)
    phone = [one for week in range(8) for one in trained(chance, week)]
    log = {}
    take_in(log, read(exported(phone)))
    before = held(log.values())

    plan = take_in(log, read(exported(phone, LIFTS)))

    assert (plan.sets, plan.updated, plan.exercises) == (0, 0, ())
    assert held(log.values()) == before
    assert sorted(plan.renamed.values()) == sorted(
        {entry.exercise for one in log.values() for entry in one.entries}
    )


def test_what_was_edited_here_stays_through_the_year(read):
    chance = random.Random(2)
    phone = [one for week in range(3) for one in trained(chance, week)]
    log = {}
    take_in(log, read(exported(phone)))
    first = next(iter(log.values()))
    sets = (replace(first.entries[0].sets[0], reps=99), *first.entries[0].sets[1:])
    mine = (replace(first.entries[0], sets=sets), *first.entries[1:])
    log[first.id] = replace(first, rev=2, entries=mine)

    phone.extend(trained(chance, 3))
    phone[0].lifts[1][1].append((30.0, 12, ""))
    plan = take_in(log, read(exported(phone)))

    assert plan.updated == 0
    assert log[first.id].entries[0].sets[0].reps == 99
    assert log[first.id].entries[1].sets[-1].reps == 12
