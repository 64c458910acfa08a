"""Widgets that draw values and send messages."""
