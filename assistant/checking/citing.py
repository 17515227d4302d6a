"""Citations of registered regulations, and findings about the same one brought together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.checking.context import Konteks
from assistant.checking.models import Hasil, Temuan
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.registry import get

FILLERS = frozenset("dan atau yang di ke dari pada untuk dengan dalam atas bagi oleh republik "
                    "indonesia "
                    "nomor tahun negara spm".split())  # fmt: skip


def written(citation: Kutipan) -> str:
    """A citation as it stands in the document, on one line."""
    return " ".join(citation.teks.split())


def core_words(title: str) -> str:
    """The words of a title that carry its meaning, in small letters."""
    words = [w for w in re.findall(r"[a-z]+", title.lower()) if w not in FILLERS]
    return " ".join(words)


def known(k: Konteks) -> Iterator[tuple[Kutipan, Regulasi]]:
    """Citations of registered regulations, in the order of the document."""
    for citation in k.kutipan:
        regulation = get(citation.regulasi)
        if regulation is not None:
            yield citation, regulation


def merged(results: Iterable[Hasil]) -> Iterator[Hasil]:
    """Results of a rule, with findings that say the same told once, at all their places."""
    seen: dict[tuple[str, ...], Temuan] = {}
    for result in results:
        if not isinstance(result, Temuan):
            yield result
            continue
        same = seen.get(result.sidik)
        places = same.tempat + result.tempat if same else result.tempat
        seen[result.sidik] = replace(same or result, tempat=places)
    yield from seen.values()
