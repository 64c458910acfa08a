"""The formats of other apps and of Befit itself, in and out."""
