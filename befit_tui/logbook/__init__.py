"""The use cases: what a screen or a command may ask for."""

from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import NEW_EXERCISE, Logbook
from befit_tui.store import read_month

__all__ = ["NEW_EXERCISE", "Logbook", "id_maker", "read_month"]
