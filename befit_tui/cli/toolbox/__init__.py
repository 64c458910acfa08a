"""What other programs ask for: a line for a status bar, schemas, completion."""
