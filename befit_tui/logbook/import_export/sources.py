"""Where other apps write the file that can be brought in."""

SOURCES: tuple[tuple[str, str], ...] = (
    ("Hevy", "Profile › Settings › Export & Import Data"),
    ("Strong", "Settings › Export Data"),
    ("FitNotes", "Settings › Spreadsheet Export, or the backup itself"),
    ("Fitbod", "Settings › Export Workout Data"),
    ("Liftosaur", "Me › Export history to CSV"),
)
"""The app and the way through its menus, as its makers name them in 2026."""
OTHERS = (
    "Alpha Progression, LiftLog, Jefit, GymBook, GymRun, Flexify, wger, StrongLifts, "
    "any table of sets, or Befit's own."
)
"""Files of these are read too."""


def source_lines() -> tuple[str, ...]:
    """``Hevy       Profile › Settings › …``, a line an app."""
    return (*(f"{app:<11}{way}" for app, way in SOURCES), OTHERS)
