"""An index of 100,000 chunks: the real ones and made-up regulations in their words.

`python -m evals.synthetic FROM_HOME TO_HOME CHUNKS`, in a process of its own so that its memory can
be told. Vectors are left out: `ask` does not read them. Words are drawn as often as the real texts
use them, so that postings are as long as they would be.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus import chunkfile, generations, lexical
from corpus.chunkfile import ChunkFile
from corpus.models import Chunk
from evals.metrics import SEED
from evals.process import peak_mib

PASAL_PER_LAW, AYAT_PER_PASAL = 60, 3
WORDS = (15, 90)


def made_up(real: list[Chunk], count: int) -> Iterator[Chunk]:
    """Chunks of regulations that do not exist, `count` of them, the same ones every time."""
    random = np.random.default_rng(SEED)
    words = np.array([word for chunk in real for word in chunk.teks.split()])
    for n in range(count):
        place, ayat = divmod(n, AYAT_PER_PASAL)
        law, pasal = divmod(place, PASAL_PER_LAW)
        if pasal == ayat == 0:
            title = " ".join(random.choice(words, 6))
        identity = f"perda-sintetis-{law + 1}-2020"
        drawn = random.choice(words, int(random.integers(*WORDS)))
        yield Chunk(
            id=f"{identity}/pasal-{pasal + 1}/ayat-{ayat + 1}", regulasi=identity, tier="resmi",
            bagian="batang_tubuh", pasal=str(pasal + 1), ayat=str(ayat + 1),
            jalur=(f"Perda Sintetis Nomor {law + 1} Tahun 2020 tentang {title}",
                   f"Pasal {pasal + 1}", f"ayat ({ayat + 1})"),
            teks=" ".join(drawn),
        )  # fmt: skip


def build(source: Path, home: Path, total: int) -> dict[str, float]:
    """Writes the index; seconds, chunks and peak memory."""
    started = time.perf_counter()
    old = generations.current(source)
    held = ChunkFile(old)
    real = [held.at(row) for row in range(len(held))]
    chunks = [*real, *made_up(real, max(0, total - len(real)))]
    with generations.building(home) as folder:
        lexical.build(chunks, folder)
        chunkfile.write(chunks, folder)
        made = generations.Manifest("none", "sintetis", "", len(chunks), ())
        generations.publish(home, folder, made)
    held.close()
    took = time.perf_counter() - started
    return {"chunks": len(chunks), "seconds": took, "peak_mib": peak_mib()}


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
