"""A file and a log that holds some of it already, made one."""
