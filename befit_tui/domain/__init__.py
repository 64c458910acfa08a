"""Values and rules of strength training: pure, immutable, no input or output."""
