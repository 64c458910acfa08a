"""What each set aims at, what to load next, and what speaks against a step up."""
