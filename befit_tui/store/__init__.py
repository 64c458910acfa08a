"""TinyDB documents on disk: the only package that knows files."""
