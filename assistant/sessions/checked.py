"""The result of checking a laporan -> what a session keeps of it."""

from assistant.checking.models import HasilPeriksa
from assistant.sessions.models import LaporanDiperiksa, TemuanRingkas

KEPT_FINDINGS = 10


def laporan_of(hasil: HasilPeriksa) -> LaporanDiperiksa:
    """Counts, the worst findings and the score of a checked laporan."""
    score = hasil.skor_json or {}
    period = hasil.identitas.periode
    worst = [t for t in hasil.temuan if t.keparahan in ("galat", "peringatan")]
    return LaporanDiperiksa(
        nama=hasil.nama,
        sha256=hasil.sha256,
        galat=hasil.banyak("galat"),
        peringatan=hasil.banyak("peringatan"),
        info=hasil.banyak("info"),
        tahun=period.tahun,
        triwulan=period.triwulan,
        indeks=score.get("index"),
        kategori=score.get("kategori"),
        temuan=tuple(
            TemuanRingkas(
                aturan=t.aturan, keparahan=t.keparahan or "info", pesan=t.pesan, urusan=t.urusan
            )
            for t in worst[:KEPT_FINDINGS]
        ),
    )
