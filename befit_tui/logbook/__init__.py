"""The use cases: what a screen or a command may ask for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from befit_tui.logbook.ids import id_maker
    from befit_tui.logbook.logbook import NEW_EXERCISE, Logbook
    from befit_tui.store.history import read_month

__all__ = ["NEW_EXERCISE", "Logbook", "id_maker", "read_month"]

_HOMES = {
    "Logbook": "befit_tui.logbook.logbook",
    "NEW_EXERCISE": "befit_tui.logbook.logbook",
    "id_maker": "befit_tui.logbook.ids",
    "read_month": "befit_tui.store.history",
}


def __getattr__(name: str) -> Any:
    """What is asked for, from its module: the line for a status bar needs no log."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
