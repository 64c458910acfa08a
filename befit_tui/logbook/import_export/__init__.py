"""Logs of other apps coming in, the own log going out."""
