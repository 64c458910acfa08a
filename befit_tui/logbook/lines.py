"""Lines of text by role, for a screen or a command."""

from befit_tui.domain import signs

Run = tuple[str, str]
"""A text and its role: ``""``, ``dim``, ``strong``, ``good``, ``warn`` or ``bad``."""
Line = tuple[Run, ...]
ALERT_SIGNS = {
    "note": (signs.NOTHING, ""),
    "warn": (signs.CARE, "warn"),
    "stop": (signs.STOP, "bad"),
}
"""The sign of an alert by its severity, with its role."""
