"""One lift from session to session: its strength, its records, how far it swings."""
