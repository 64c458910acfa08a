"""Where data and settings live."""
