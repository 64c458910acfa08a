"""The end of a workout: what it came to, as values, in lines, as a picture."""
