"""A body, front and back, whose muscles are shaded."""
