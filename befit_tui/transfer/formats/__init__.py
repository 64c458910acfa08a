"""One file for each app whose exports Befit reads."""
