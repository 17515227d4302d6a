"""How places, bases and documents of a check are written for people; shared by its renderers."""

from assistant import format as tulis
from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.models import Aturan, DasarAturan, HasilPeriksa, Temuan
from assistant.checking.periods import period_name
from corpus.names import short_name
from corpus.registry import get
from ingest.report.model import Letak


def place_text(letak: Letak, berkas: str | None = None) -> str:
    """ "lembar "Pendidikan", sel D14" or "halaman 3, tabel 5, baris 1, kolom 13"."""
    parts = [f'berkas "{berkas}"'] if berkas else []
    if letak.lembar is not None:
        parts.append(f'lembar "{letak.lembar}"')
    if letak.sel:
        parts.append(f"sel {letak.sel}")
        return ", ".join(parts)
    if letak.halaman:
        parts.append(f"halaman {letak.halaman}")
    if letak.tabel:
        parts.append(f"tabel {letak.tabel}")
        if letak.data or letak.baris:
            parts.append(f"baris {letak.data}" if letak.data else f"baris kepala {letak.baris}")
        if letak.kolom:
            parts.append(f"kolom {letak.kolom}")
    if letak.nomor:
        parts.append(f"baris teks {letak.nomor}")
    return ", ".join(parts)


def sentence(finding: Temuan) -> str:
    """Where and what, in one or two sentences."""
    where = place_text(finding.tempat[0].letak, finding.tempat[0].berkas) if finding.tempat else ""
    return f"{where[:1].upper()}{where[1:]}: {finding.pesan}" if where else finding.pesan


def advice(finding: Temuan) -> str:
    """What can be done."""
    return finding.saran or catalogue()[finding.aturan].saran


def basis_text(rule: Aturan) -> str:
    """The basis as people write it."""
    return tulis.joined([_basis(d) for d in rule.dasar])


def _basis(basis: DasarAturan) -> str:
    if basis.regulasi is None:
        return "basis hukum proyek ini" if basis.jenis == "hukum" else m.PERIKSA_KAIDAH
    regulation = get(basis.regulasi)
    name = short_name(regulation) if regulation else basis.regulasi
    return f"{name} {basis.letak}" if basis.letak else name


def period_text(result: HasilPeriksa) -> str:
    """The period of a laporan."""
    return period_name(result.identitas.periode)


def identity_text(result: HasilPeriksa) -> str:
    """What the laporan was read as."""
    return m.PERIKSA_IDENTITAS.format(
        jenis=m.PERIKSA_JENIS[result.identitas.jenis],
        tingkat=m.PERIKSA_TINGKAT[result.identitas.tingkat],
        daerah=result.identitas.nama_daerah or m.PERIKSA_TANPA_DAERAH,
        periode=period_text(result),
    )


def counts_text(result: HasilPeriksa) -> str:
    """How many comparisons held."""
    rules = result.aturan
    return m.PERIKSA_HITUNGAN.format(
        dicek=sum(a.dicek for a in rules),
        lolos=sum(a.lolos for a in rules),
        bulat=sum(a.lolos_pembulatan for a in rules),
        gagal=sum(a.gagal for a in rules),
        tak=sum(a.tak_dapat_dicek for a in rules),
    )


def summary_text(result: HasilPeriksa) -> str:
    """How many findings of each severity."""
    return m.PERIKSA_RINGKAS.format(
        galat=result.banyak("galat"),
        peringatan=result.banyak("peringatan"),
        info=result.banyak("info"),
    )
