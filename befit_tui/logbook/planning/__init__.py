"""Blocks of training, routines, and what each lift is to do next."""
