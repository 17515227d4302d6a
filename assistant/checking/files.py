"""Files to results: reads them safely, checks each, and compares those that belong together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.checking.across import across
from assistant.checking.choices import NONE, Pilihan, check_headings
from assistant.checking.context import build
from assistant.checking.models import HasilPeriksa
from assistant.checking.run import check_context, gathered
from ingest.report.model import Naskah
from ingest.sandbox import read


def check_files(
    paths: Sequence[Path],
    hari: date,
    pilihan: Pilihan = NONE,
) -> tuple[list[HasilPeriksa], list[Naskah]]:
    """One result per file, in order; findings between files stand in the later file's result.

    Raises:
        BerkasError: a file cannot be read.
        MasukanError: a heading that the user gave a role stands in none of the files.
    """
    documents = [read(path) for path in paths]
    contexts = [build(n, hari, pilihan) for n in documents]
    check_headings(
        pilihan.peran,
        (h for k in contexts for g in k.semua_grid for c in g.kolom for h in c.kepala),
    )
    results = [check_context(k) for k in contexts]
    if len(documents) > 1:
        extra = gathered(contexts[-1], across(contexts))
        last = results[-1]
        results[-1] = replace(
            last,
            temuan=(*extra.temuan, *last.temuan),
            aturan=tuple(
                b if b.dicek else a for a, b in zip(last.aturan, extra.aturan, strict=True)
            ),
        )
    return results, documents
