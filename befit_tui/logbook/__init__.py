"""The use cases: what a screen or a command may ask for."""
