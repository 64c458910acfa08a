"""Builders that tests share: a set, an entry, a workout in one line each."""
