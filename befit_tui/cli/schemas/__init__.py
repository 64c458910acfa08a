"""The JSON that commands answer, as types and as schemas."""
