"""Workouts on disk: the only package that knows TinyDB, JSON and files."""

from befit_tui.store.history import read_month
from befit_tui.store.restoring import Difference
from befit_tui.store.session import Undone
from befit_tui.store.store import Store

__all__ = ["Difference", "Store", "Undone", "read_month"]
