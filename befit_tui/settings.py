"""What the user may set, read from config.toml."""
