"""One verdict per lift: rising, holding, falling, or that it cannot be told."""
