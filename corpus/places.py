"""Law addresses of chunks: what an id says beyond the place itself, and the places above one."""

import re
from collections.abc import Iterator

# A digest of a place has the place's id and this.
DIGEST = "/ringkasan"
PART = re.compile(r"/\d+$")


def address_of(chunk_id: str) -> str:
    """The law address of a chunk: without the tier and the number of a part."""
    return PART.sub("", chunk_id.removesuffix(DIGEST))


def above(address: str) -> Iterator[str]:
    """The places above an address, the nearest first; the regulation itself is none."""
    parts = address.split("/")
    for n in range(len(parts) - 1, 1, -1):
        yield "/".join(parts[:n])
