"""A made-up but plausible year of training, always the same."""

from befit_tui.demo.year import demo_open_workout, demo_workouts

__all__ = ["demo_open_workout", "demo_workouts"]
