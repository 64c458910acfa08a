"""Befit: a strength log for the terminal that shows how close a set came to failure."""

__version__ = "0.1.0"
