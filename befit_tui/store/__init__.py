"""Workouts on disk: the only package that knows TinyDB, JSON and files."""
