"""The finish of a workout: its summary, as values, in lines, as a picture."""
