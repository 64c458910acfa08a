"""The short run of the crash harness; ``python -m store.crash`` is the long one."""

import pytest
from store.crash import modes, power
from store.crash.story import ONE_OF_EACH, in_memory, stages

QUICK = ("undo", "move", "finish", "restore")
"""One file and several, forward and back, and everything at once."""


@pytest.fixture(scope="module")
def story():
    with in_memory() as base:
        yield stages(base, ONE_OF_EACH)


@pytest.fixture
def scratch():
    with in_memory() as base:
        yield base


def named(story, *names):
    return [stage for stage in story if stage.name in names]


def test_a_kill_at_any_call_leaves_the_state_before_or_after(story, scratch):
    every = modes.kills(named(story, "second set"), scratch / "x")
    some = modes.kills(named(story, *QUICK), scratch / "x", step=6)
    assert every.states + some.states > 30
    assert every.broken + some.broken == ()


@pytest.mark.parametrize("act", ["half ENOSPC", "EIO", "short"])
def test_after_an_error_memory_is_disk_and_a_second_try_works(story, act, scratch):
    found = modes.faults(
        named(story, "second set", "finish"), scratch / "x", [act], step=3
    )
    assert found.states > 8
    assert found.broken == ()


def test_an_error_that_lasts_loses_nothing_acknowledged(story, scratch):
    some = named(story, "second set", "finish")
    found = modes.lasting_faults(some, scratch / "x", ["ENOSPC", "EROFS"], step=5)
    assert found.states > 8
    assert found.broken == ()


def test_a_recovery_can_fail_and_be_repeated(story, scratch):
    some = named(story, "finish")
    found = modes.recoveries(some, scratch / "x", ["tear", "EIO"], step=14)
    assert found.states > 10
    assert found.broken == ()


@pytest.mark.parametrize("ordered", [True, False], ids=["in order", "in any order"])
def test_a_power_cut_leaves_a_state_that_is_allowed(story, ordered, scratch):
    found = power.power_cuts(story[:4], scratch, ordered=ordered)
    assert found.states > 40
    assert found.broken == ()


def test_a_write_past_the_calls_that_are_watched_fails_the_run(story, scratch):
    stage = story[1]._replace(
        operation=lambda store: (store.root / "active.json").write_text("{}")
    )
    with pytest.raises(AssertionError, match="the child ended with 9"):
        modes.faults([stage], scratch / "x", ["EIO"])
