"""Journeys through the screens are coroutines."""

import asyncio
from inspect import iscoroutinefunction

import pytest
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
