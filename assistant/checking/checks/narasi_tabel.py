"""Numbers of a sentence against the table: TAB-01."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checking.checks.selisih import NUM
from assistant.checking.compare import at, finding, marks, value, write
from assistant.checking.context import Konteks, is_plan, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran
from assistant.checking.sentences import number_in
from assistant.checking.services import service_of, urusan_name, urusan_of
from ingest.intervals import printed
from ingest.report.model import Blok

TAB_01 = Aturan(
    id="TAB-01",
    judul="Narasi berbeda dengan tabel",
    keparahan="galat",
    butuh=("kalimat dengan layanan, ukuran, dan angka", "tabel"),
    toleransi="interval",
    pesan="{nama} {label} dalam paragraf {teks}, dalam tabel {tabel}.",
    saran="Samakan paragraf dengan tabelnya.",
)
RULES = (TAB_01,)
WORDINGS: tuple[tuple[Peran, str, str], ...] = (
    (
        "persen",
        r"(?<!target )\b(?:capaian|pencapaian)\b(?!\s+(?:anggaran|keuangan))",
        r"(?:%|persen)",
    ),
    ("sasaran", r"\b(?:sasaran|harus dilayani)\b", r"(?:orang|jiwa|penerima|warga)"),
    ("terlayani", r"(?<!belum )\b(?:terlayani|dilayani)\b", r"(?:orang|jiwa|penerima|warga)"),
    ("pagu", r"\b(?:pagu|alokasi)\s+(?:anggaran\s+)?(?:sebesar\s+)?rp\.?", r""),
    ("realisasi_anggaran", r"\brealisasi\s+(?:anggaran\s+)?(?:sebesar\s+)?rp\.?", r""),
)
STATES: tuple[tuple[Peran, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern + rf"[^.;\d]{{0,200}}?{NUM}\s*{unit}(?![\d.,]*\d)", re.IGNORECASE))
    for role, pattern, unit in WORDINGS
)
LABEL_NAMES: dict[Peran, str] = {
    "persen": "Capaian",
    "sasaran": "Sasaran",
    "terlayani": "Jumlah terlayani",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
}


def check(k: Konteks) -> Iterator[Hasil]:
    """Sentences that name one service (or urusan with money), one measure, one number.

    Sumber: kaidah dokumen.
    """
    for block in k.narasi:
        for sentence in re.split(r"(?<=[a-z)%])[.;]\s+|;\s", block.teks):
            service = service_of(sentence, k.identitas.tingkat)
            field = urusan_of(sentence)
            years = set(re.findall(r"\b(20\d\d)\b", sentence))
            for role, pattern in STATES:
                hits = pattern.findall(sentence)
                if len(hits) != 1 or len(years) > 1:
                    continue
                records = _matching(k, role, service, field, years)
                if records:
                    yield from _statement(block, sentence, hits[0], role, records)


def _matching(
    k: Konteks, role: Peran, service: str | None, field: str | None, years: set[str]
) -> list[Rekaman]:
    found = []
    for record in k.rekaman:
        v = value(record.bilangan(role))
        if v is None or record.grid.kelayakan != "layak" or is_plan(k, record) or record.total:
            continue
        if years and record.tahun and str(record.tahun) not in years:
            continue
        if (service is not None and record.layanan == service and record.blok != "mutu") or (
            service is None
            and role in ("pagu", "realisasi_anggaran")
            and field is not None
            and (record.layanan is None and record.urusan == field)
        ):
            found.append(record)
    return found


def _statement(
    block: Blok, sentence: str, written: str, role: Peran, records: Sequence[Rekaman]
) -> Iterator[Hasil]:
    number = number_in(written)
    if number.nilai is None:
        return
    span = printed(number.nilai, number.desimal) if number.desimal or role == "persen" else None
    for record in records:
        b = record.bilangan(role)
        v = value(b)
        if b is None or v is None:
            continue
        same = v == number.nilai or (span is not None and span.meets(printed(v, b.desimal)))
        if same:
            yield Lulus("TAB-01")
            return
    record = records[0]
    unit = " persen" if role == "persen" else ""
    v = value(record.bilangan(role)) or Decimal(0)
    yield finding(
        TAB_01,
        (place(block.letak, sentence), *at(record, role)),
        marks(record, role, number.nilai, v),
        {
            "nama": LABEL_NAMES.get(role, role),
            "label": record.label or (urusan_name(record.urusan) if record.urusan else ""),
            "teks": write(number.nilai) + unit,
            "tabel": write(v) + unit,
        },
        ditemukan=number.nilai,
        seharusnya=v,
        selisih=abs(v - number.nilai),
        urusan=record.urusan,
    )
