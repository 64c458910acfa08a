"""The open workout: its rows, what a key does to it, what is said beside it."""
