"""Answers, bases and scores as minutes and recaps write them."""

import re
from decimal import Decimal

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.models import DasarJawaban, Jawaban, LaporanDiperiksa

LONGEST_ANSWER = 420
MOST_BASES = 4
NO_ANSWER: dict[str, str] = {
    "unanswerable_out_of_scope": m.NOTULEN_LUAR_LINGKUP,
    "refused_personal_data": m.NOTULEN_DATA_PRIBADI,
}
MARK = re.compile(r"\[(\d+)\]")


def answered(held: Jawaban) -> tuple[str, str | None]:
    """The answer cut to what minutes can hold, and the basis of what is left of it."""
    if held.status != "answered":
        return NO_ANSWER.get(held.status, m.NOTULEN_TANPA_DASAR), None
    text = cut(" ".join(held.teks.split()), LONGEST_ANSWER)
    marks = {int(n) for n in MARK.findall(text)}
    basis = [_basis(d) for d in held.dasar if d.tanda in marks or not marks]
    return text, m.NOTULEN_DASAR.format(dasar="; ".join(basis[:MOST_BASES])) if basis else None


def _basis(basis: DasarJawaban) -> str:
    """ "[1] PP Nomor 2 Tahun 2018 Pasal 6 ayat (3), berlaku"; what is no law has no status."""
    parts = [f"[{basis.tanda}] {basis.label}"]
    if not basis.regulasi.startswith("sumber-"):
        parts.append(m.LEGAL_STATUS[basis.status])
        parts += [] if basis.terverifikasi else [m.LOCATOR_OPEN]
    return ", ".join(parts)


def cut(text: str, most: int) -> str:
    """At the end of a sentence where there is one, else at a word, with "…"."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    ends = [f.end() for f in re.finditer(r"(?<!\b\d)(?<!\b\d\d)[.;](?:\s*\[\d+\])*(?=\s)", head)]
    if ends and ends[-1] > most // 3:
        return head[: ends[-1]].rstrip(" ;") + " …"
    return head.rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def score_text(laporan: LaporanDiperiksa) -> str | None:
    """ "IP SPM 93,41 (Tuntas Utama)"; None where the laporan could not be scored."""
    if laporan.indeks is None:
        return None
    shown = index_text(laporan.indeks)
    if laporan.kategori is None:
        return m.NOTULEN_SKOR_SAJA.format(indeks=shown)
    return m.NOTULEN_SKOR.format(indeks=shown, kategori=laporan.kategori)


def index_text(indeks: str) -> str:
    """A plain decimal string as people read it, two decimals."""
    return tulis.number(Decimal(indeks), 2)
