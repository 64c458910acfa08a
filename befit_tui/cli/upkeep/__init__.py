"""Copies of the log, whether it is whole, and where it lies."""
