"""Limits on files, so that a hostile or mistaken one cannot take the machine."""

MAX_BYTES = 64 * 1024 * 1024
MAX_PAGES = 2_000
MAX_UNZIPPED = 512 * 1024 * 1024
MAX_CELLS = 2_000_000
