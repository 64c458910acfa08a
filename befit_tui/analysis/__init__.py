"""What the log says about effort, strength and fatigue: pure functions of values."""
