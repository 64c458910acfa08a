"""Blocks of training and routines."""
