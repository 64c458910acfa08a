"""What lifters type, as values: the entry line, a plan, a filter, a day."""
