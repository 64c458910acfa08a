"""Workouts on disk: the only package that knows TinyDB, JSON and files."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from befit_tui.store.backup import Difference
    from befit_tui.store.history import read_month
    from befit_tui.store.lock import Holder, ask_to_close, holder
    from befit_tui.store.session import Undone
    from befit_tui.store.store import Store

__all__ = [
    "Difference",
    "Holder",
    "Store",
    "Undone",
    "ask_to_close",
    "holder",
    "read_month",
]

_HOMES = {
    "Difference": "backup",
    "Holder": "lock",
    "Store": "store",
    "Undone": "session",
    "ask_to_close": "lock",
    "holder": "lock",
    "read_month": "history",
}


def __getattr__(name: str) -> Any:
    """What is asked for, from its module: a reader of one file needs no TinyDB."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
