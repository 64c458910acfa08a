"""One log on two computers, through a sync program that comes late."""

import os
import random
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, put_items, workout
from store.crash.story import in_memory
from store.sync import Sync

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout import editor
from befit_tui.store.doctor import examine
from befit_tui.store.store import Store

HISTORIES = int(os.environ.get("BEFIT_HISTORIES", "25"))
"""Random histories that are tried; the documented long run tries 200."""
CATALOG = load_catalog()
LIFTS = ("bench-press-barbell", "squat-barbell", "deadlift-barbell")


class Laptop:
    """One copy of the program, which is opened and closed, and its lifter."""

    def __init__(self, name, root, chance, moment):
        self.name, self.root, self.chance, self.moment = name, root, chance, moment
        self.logged, self.removed = set(), set()
        self.number = 0
        self.logbook = None
        self.open()

    def open(self):
        self.logbook = Logbook(
            Store(self.root, clock=lambda: self.moment[0]),
            CATALOG,
            clock=lambda: self.moment[0],
            new_id=self._new_id,
        )

    def close(self):
        self.logbook.store.close()

    def _new_id(self):
        self.number += 1
        return f"{self.name}{self.number:04d}"

    def act(self):
        """Do something that a lifter does; a refusal is one, and changes nothing."""
        self.moment[0] += timedelta(minutes=self.chance.randrange(1, 30))
        kinds = ("log", "undo", "finish", "start", "correct", "reopen", "follow")
        kind = self.chance.choices(kinds, (12, 2, 2, 1, 2, 2, 3))[0]
        before = self.visible()
        try:
            getattr(self, f"_{kind}")()
        except BefitError:
            return
        if kind in ("undo", "correct"):
            self.removed |= before - self.visible()

    def visible(self):
        """The ids of the sets that this copy of the program shows."""
        found = list(self.logbook.past())
        found += [self.logbook.active] if self.logbook.active else []
        return {one.id for kept in found for one in kept.sets}

    def _start(self):
        self.logbook.start(f"of {self.name}")

    def _log(self):
        if self.logbook.active is None:
            self._start()
        exercise = self.chance.choice(LIFTS)
        entries = [one.exercise for one in self.logbook.active.entries]
        if exercise not in entries:
            editor.add_exercise(self.logbook, exercise)
            entries = [one.exercise for one in self.logbook.active.entries]
        values = LoggedSet(id="", load=None, reps=self.chance.randrange(1, 12))
        made = editor.log(self.logbook, entries.index(exercise), values)
        self.logged.add(made.id)

    def _undo(self):
        self.logbook.undo()

    def _finish(self):
        self.logbook.finish()

    def _correct(self):
        found = list(self.logbook.past())
        if found:
            old = self.chance.choice(found)
            new = replace(old, note=f"{self.name} {self.chance.randrange(99)}")
            self.logbook.change([(old, new)], "note")

    def _reopen(self):
        self.close()
        self.open()

    def _follow(self):
        self.logbook.follow()


def settled(laptops, sync):
    """Both copies closed and opened in turn until the folders hold still."""
    for laptop in laptops:
        laptop.close()
    for _ in range(4):
        for laptop in laptops:
            sync.all()
            laptop.open()
            laptop.close()
    sync.all()
    for laptop in laptops:
        laptop.open()


def content(laptop):
    active = laptop.logbook.active
    return active and replace(active, rev=0), [
        replace(one, rev=0) for one in laptop.logbook.past()
    ]


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_two_laptops_lose_no_set_and_end_alike(seed):
    chance, moment = random.Random(seed), [MONDAY]
    with in_memory() as base:
        a, b = (Laptop(name, base / name, chance, moment) for name in "ab")
        sync = Sync(a.root, b.root, chance)
        for _ in range(40):
            chance.choice((a, b)).act()
            if chance.random() < 0.4:
                sync.some()
        settled((a, b), sync)
        assert content(a) == content(b)
        shown = [one.id for one in a.logbook.past()]
        assert len(shown) == len(set(shown))
        lost = (a.logged | b.logged) - (a.removed | b.removed) - a.visible()
        assert lost == set()
        a.close()
        b.close()


NAMES = [
    "{stem}.sync-conflict-20261102-181500-ABCDEFG.json",
    "{stem} (Ann's conflicted copy 2026-11-02).json",
    "{stem} (conflicted copy 2026-11-02 181500).json",
    "{stem} (In Konflikt stehende Kopie von Ann 2026-11-02).json",
    "{stem} (SFConflict ann@example.org 2026-11-02-18-15-00).json",
    "{stem}_conflict-20261102-181500.json",
    "{stem}-ANNS-LAPTOP.json",
    "{stem} 2.json",
    "{stem} (1).json",
]


@pytest.fixture
def copied(store, root, reopen):
    """``copied(name, pattern, change)``: another computer's version of a file."""

    def make(name, pattern, *, of=None):
        path = root / name
        data = path.read_bytes() if of is None else of
        target = path.with_name(pattern.format(stem=path.stem))
        target.write_bytes(data)
        return target

    return make


def past(day, *sets, **fields):
    return workout(entry("bench", *sets), day=day, id=f"w{day}", **fields)


@pytest.mark.parametrize("pattern", NAMES)
def test_a_month_of_another_computer_comes_in(store, root, reopen, copied, pattern):
    store.add_workouts([past(1, done(80, 8, id="a"))], "import")
    mine = (root / "history" / "2026-11.json").read_bytes()
    store.add_workouts([past(2, done(80, 8, id="b"))], "import")
    theirs = (root / "history" / "2026-11.json").read_bytes()
    store.close()
    (root / "history" / "2026-11.json").write_bytes(mine)
    copy = copied("history/2026-11.json", pattern, of=theirs)
    assert ["conflict" in one.reason for one in examine(root).problems] == [True]
    store = reopen()
    assert [one.id for one in store.read_month("2026-11")] == ["w1", "w2"]
    [told] = store.reports
    assert told.startswith("Another computer changed the log as well; merged: 1 new")
    assert not copy.exists()
    assert reopen().reports == []


def test_an_identical_copy_goes(store, root, reopen, copied):
    store.add_workouts([past(1, done(80, 8, id="a"))], "import")
    copy = copied("history/2026-11.json", NAMES[0])
    store = reopen()
    assert (store.reports, copy.exists()) == ([], False)
    assert not list(root.glob("quarantine/*"))


def test_the_newer_of_two_versions_stays_with_the_sets_of_both(
    store, root, reopen, copied
):
    first = past(1, done(80, 8, id="a"))
    store.add_workouts([first], "import")
    theirs = replace(first, entries=(entry("bench", *first.sets, done(85, 5, id="b")),))
    store.change([(first, theirs)], "their set")
    other = (root / "history" / "2026-11.json").read_bytes()
    store.undo()
    [again] = store.read_month("2026-11")
    store.change([(again, replace(again, note="mine, and newer"))], "note")
    copied("history/2026-11.json", NAMES[0], of=other)
    store = reopen()
    [found] = store.read_month("2026-11")
    assert found.note == "mine, and newer"
    assert [one.id for one in found.sets] == ["a", "b"]
    assert "1 workout with sets of both" in store.reports[0]
    assert other in [path.read_bytes() for path in root.glob("quarantine/*")]


def test_two_open_workouts_become_one_that_goes_on(store, root, reopen, copied):
    early = past(1, done(80, 8, id="a"), ended_at=None)
    store.save_active(early, "start")
    other = (root / "active.json").read_bytes()
    store.discard_active("discard")
    store.save_active(past(3, done(60, 8, id="b"), ended_at=None), "start")
    copied("active.json", NAMES[0], of=other)
    store = reopen()
    assert store.active().id == "w3"
    assert [one.id for one in store.read_month("2026-11")] == ["w1"]


def test_routines_of_both_are_kept(store, root, reopen, copied):
    a, b = {"id": "a", "name": "A"}, {"id": "b", "name": "B"}
    put_items(store, "routines", {"a": a}, "a")
    other = (root / "library.json").read_bytes()
    put_items(store, "routines", {"a": None, "b": b}, "b")
    copied("library.json", NAMES[0], of=other)
    store = reopen()
    assert list(store.library().routines) == [b, a]


@pytest.mark.parametrize(
    "name", ["2026-11 notes.json", "active-2026.json", "my 2026-11.json", "plan.json"]
)
def test_files_of_the_lifter_are_no_copies(store, root, reopen, name):
    store.add_workouts([past(1, done(80, 8, id="a"))], "import")
    mine = root / "history" / name
    mine.write_bytes((root / "history" / "2026-11.json").read_bytes())
    assert reopen().reports == []
    assert mine.exists()


def test_a_damaged_copy_is_put_aside_and_a_newer_one_waits(store, root, reopen, copied):
    store.add_workouts([past(1, done(80, 8, id="a"))], "import")
    data = (root / "history" / "2026-11.json").read_bytes()
    damaged = copied("history/2026-11.json", NAMES[0], of=data[:-9])
    newer = copied(
        "history/2026-11.json",
        NAMES[1],
        of=data.replace(b'"schema": 1}', b'"schema": 99}'),
    )
    store = reopen()
    assert [damaged.exists(), newer.exists()] == [False, True]
    assert any("put aside" in told for told in store.reports)
    assert any("update befit-tui" in told for told in store.reports)
    assert [one.id for one in store.read_month("2026-11")] == ["w1"]
