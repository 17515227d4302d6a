"""Checks of a laporan: pure functions from what was read and the corpus to findings."""
