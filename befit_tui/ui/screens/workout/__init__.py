"""The workout mode, and the panel from which a workout starts."""
