"""Changes of the log that may be refused."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from befit_tui.domain.errors import BefitError


def attempt(app: App[Any], change: Callable[[], object]) -> bool:
    """Make a change; a refusal is said, and nothing has changed."""
    try:
        change()
    except BefitError as error:
        app.notify(str(error), severity="warning", markup=False)
        return False
    return True
