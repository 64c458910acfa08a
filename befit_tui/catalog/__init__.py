"""The exercises: a data file and the resolver of names."""
