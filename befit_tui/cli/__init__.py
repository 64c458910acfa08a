"""The command line: everything the screens know, as text and as JSON."""
