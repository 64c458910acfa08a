"""The history mode."""
