"""Workouts on disk: the only package that knows TinyDB, JSON and files."""

from befit_tui.store.history import read_month
from befit_tui.store.lock import Holder, ask_to_close, holder
from befit_tui.store.restoring import Difference
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
