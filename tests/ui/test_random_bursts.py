"""Bursts at random: in one write they do what the same keys do one at a time.

The model is the program itself, given each key when the one before has been done and
painted; of the keys that destroy something it is told that they came too early, as all
but the first of a burst do. After every burst the two must agree on the workouts, the
sets, the plans, the settings, and on what is on the screen.

The suite tries a few. A long run: ``BURSTS=2000 python -m pytest -n0 -s
--basetemp=/tmp/bursts tests/ui/test_random_bursts.py``
"""

import os
import random

from builders import done, entry, workout
from msgspec import to_builtins
from ui.rig import BYTES, Rig, befit, run

BENCH, CURL, PLANK = "bench-press-barbell", "hammer-curl-dumbbell", "plank"
PAST = [
    workout(
        entry(BENCH, done(80, 8, left=2), done(80, 7, left=1)),
        entry(CURL, done(14, 10)),
        name=name, id=name, day=day,
    )
    for day, name in enumerate(("Old", "Push A", "Dead"))
]  # fmt: skip
KEYS = (
    *("enter", "escape", "tab", "up", "down", "left", "right", "delete", "backspace"),
    *("space", "ctrl+p", "ctrl+r", *"/?@.+-=[]", *"0123456789"),
    *"abcdefghijklmnopqrstuvwxyz", *"ABEHIJKRSTW",
    *("enter", "d", "f", "b", "delete", "x", "a", "n", "u", "H", "W", "T") * 2,
    "\x1b[200~82.5x6\x1b[201~",
)  # fmt: skip
"""What is drawn from; what opens, destroys or logs is drawn oftener."""
IN_A_PROGRAM = 40
"""Bursts before the program is begun anew."""


def bursts(count: int, seed: int) -> list[list[str]]:
    """Bursts of 2 to 6 keys."""
    chance = random.Random(seed)
    return [chance.choices(KEYS, k=chance.randint(2, 6)) for _ in range(count)]


def state(rig: Rig) -> object:
    """What a burst may have changed, and where it has led."""
    log = rig.logbook
    every = (*log.history, *([log.active] if log.active else ()))
    screens = [type(screen).__name__ for screen in rig.app.screen_stack]
    shown = rig.app.query_one("Panes").current
    return (
        [(one.name, one.ended_at is None, _entries(one)) for one in every],
        to_builtins(rig.app.settings.values), screens, shown,
        type(rig.app.focused).__name__, log.library.exercises, log.library.changes,
    )  # fmt: skip


def _entries(one):
    return [
        (entry.exercise, entry.note, entry.target, [
            (s.kind, s.load, s.reps, s.left, s.end, s.form, s.seconds, s.note)
            for s in entry.sets
        ])
        for entry in one.entries
    ]  # fmt: skip


async def _in_one_write(rig, keys):
    await rig.burst(*keys)


async def _one_at_a_time(rig, keys):
    rig.clock.pass_time(1)
    for place, key in enumerate(keys):
        if place:
            _pretend_early(rig)
        await rig.write(BYTES.get(key, key))


def _pretend_early(rig):
    """Let the next key be taken for one that came before the last was done."""
    queue, looks = rig.app.input, rig.app.input._blocker

    def once():
        queue._blocker = looks
        return rig.app

    queue._blocker, queue._last_time = once, float("inf")


def _states(folder, wanted, press):
    found = []

    async def journey():
        async with befit(folder, PAST) as rig:
            for keys in wanted:
                if not rig.app.is_running:
                    return
                await press(rig, keys)
                found.append(state(rig))

    run(journey)
    return found


def test_a_burst_does_what_its_keys_do_one_at_a_time(tmp_path):
    count = int(os.environ.get("BURSTS", "12"))
    for first in range(0, count, IN_A_PROGRAM):
        wanted = bursts(min(IN_A_PROGRAM, count - first), seed=first)
        folders = tmp_path / f"{first}-write", tmp_path / f"{first}-single"
        together = _states(folders[0], wanted, _in_one_write)
        singly = _states(folders[1], wanted, _one_at_a_time)
        for keys, one, other in zip(wanted, together, singly, strict=True):
            assert one == other, (first, wanted.index(keys), keys)
        print(first + len(wanted), "bursts")  # noqa: T201
