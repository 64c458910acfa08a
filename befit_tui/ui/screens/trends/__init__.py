"""The trends mode."""
