"""The formats of other apps, in and out."""
