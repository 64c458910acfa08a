"""Charts drawn cell by cell."""
