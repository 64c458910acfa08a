"""Journeys through the screens are coroutines; what all apps of a process share."""

import asyncio
from inspect import iscoroutinefunction

import pytest
from ui.parsed_styles import share_styles
from ui.quiet import NEVER_S, wait_so
from ui.rig import PATIENCE_S


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run a journey to its end; one that waits for ever fails, and stops no other."""
    if not iscoroutinefunction(pyfuncitem.obj):
        return None
    asked = {
        name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames
    }
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**asked), PATIENCE_S))
    return True


@pytest.fixture(scope="session", autouse=True)
def _apps_of_tests():
    """Have apps parse the same styles once, and be waited for until they are done.

    Panes are made ahead for the tests of that alone, not wherever a machine is slow.
    """
    with pytest.MonkeyPatch.context() as patch:
        share_styles(patch)
        wait_so(patch)
        patch.setattr("befit_tui.ui.panes.AHEAD_S", NEVER_S)
        yield
