"""Lines of text by role, for a screen or a command."""

Run = tuple[str, str]
"""A text and its role: ``""``, ``dim``, ``strong``, ``good``, ``warn`` or ``bad``."""
Line = tuple[Run, ...]
ALERT_SIGNS = {"note": ("·", ""), "warn": ("▲", "warn"), "stop": ("■", "bad")}
"""The sign of an alert by its severity, with its role."""
