"""Befit: a strength-training log for the terminal that shows how close each set came to failure."""

__version__ = "0.1.0"
