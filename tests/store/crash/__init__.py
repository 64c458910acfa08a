"""What becomes of the log when the process, the disk or the power fails.

``PYTHONPATH=tests python -m store.crash`` runs everything and prints a table.
"""
