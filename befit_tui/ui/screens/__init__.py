"""What a mode or a dialog shows."""
