"""A made-up but plausible year of training, always the same."""
