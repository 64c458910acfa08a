"""Lines of text by role, for a screen or a command."""

Run = tuple[str, str]
"""A text and its role: ``""``, ``dim``, ``strong``, ``good``, ``warn`` or ``bad``."""
Line = tuple[Run, ...]
