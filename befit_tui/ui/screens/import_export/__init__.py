"""Bringing logs in, and taking the own log out."""
