"""The application: modes, keys, theme; no logic."""
