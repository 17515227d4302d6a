"""The IP SPM of a laporan that holds enough for one, recomputed by the scoring tool."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.checks.jumlah_kolom import widened
from assistant.checking.checks.rata_rata import ARI_08
from assistant.checking.compare import at, finding, value, write
from assistant.checking.context import Konteks, place
from assistant.checking.index_words import IN_TEXT
from assistant.checking.models import Hasil, Lulus, Tempat
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Nilai
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.skor import skor
from ingest.intervals import exact, printed
from ingest.report.numbers import read


def score_of(k: Konteks) -> HasilSkor | None:
    """The score; None where sasaran, terlayani or mutu of a service is missing."""
    level, year = k.identitas.tingkat, k.identitas.periode.tahun
    if level is None or year is None or k.naskah.ocr:
        return None
    people: dict[str, tuple[Decimal, Decimal]] = {}
    quality: dict[str, list[ButirMutu]] = {}
    for record in k.rekaman:
        s, t = value(record.bilangan("sasaran")), value(record.bilangan("terlayani"))
        if record.layanan is None or record.total or s is None or t is None or s < 0 or t < 0:
            continue
        if record.grid.kelayakan != "layak":
            continue
        if record.blok == "mutu":
            item = ButirMutu("barang_jasa", record.label, None, Nilai(s), Nilai(t))
            quality.setdefault(record.layanan, []).append(item)
        else:
            people.setdefault(record.layanan, (s, t))
    if not people or not quality:
        return None
    filled = tuple(
        IsianLayanan(name, Nilai(s), Nilai(t), tuple(quality.get(name, ())))
        for name, (s, t) in people.items()
    )
    laporan = Laporan(
        k.naskah.nama, k.identitas.daerah, k.identitas.nama_daerah, level, year,
        k.identitas.periode.triwulan, filled,
    )  # fmt: skip
    result = skor(laporan, ketentuan(laporan.periode_berakhir()))
    return result if result.indeks is not None else None


def compared(k: Konteks, score: HasilSkor) -> Iterator[Hasil]:
    """The recomputed index against the one that the laporan states."""
    if score.indeks is None:
        return
    for stated, places, where in _stated(k):
        # Two steps of the last decimal: regions round every urusan before they average.
        slack = Decimal(2).scaleb(-places)
        if printed(score.indeks, places).meets(widened(exact(stated), slack)):
            yield Lulus("ARI-08")
            continue
        gap = abs(score.indeks - stated)
        rule = ARI_08.model_copy(
            update={
                "pesan": "IP SPM tertulis {tertulis}, sedangkan isian laporan ini menghasilkan "
                "{hitung} (selisih {selisih})."
            }
        )
        yield finding(
            rule,
            where,
            ("ip-spm", str(stated)),
            {
                "tertulis": write(stated),
                "hitung": write(score.indeks, max(places, 2)),
                "selisih": write(gap, max(places, 2)),
            },
            ditemukan=stated,
            seharusnya=score.indeks,
            selisih=gap,
            satuan="persen",
            akibat=score.kategori.nama if score.kategori else None,
        )


def _stated(k: Konteks) -> Iterator[tuple[Decimal, int, tuple[Tempat, ...]]]:
    for block in k.narasi:
        found = IN_TEXT.search(block.teks)
        number = read(found.group(1), "id", "persen") if found else None
        if number is not None and number.nilai is not None and found is not None:
            yield number.nilai, number.desimal, (place(block.letak, found.group()),)
            return
    for record in k.rekaman:
        number = record.bilangan("indeks")
        if record.total and record.layanan is None and number is not None and number.nilai:
            yield number.nilai, number.desimal, at(record, "indeks")
            return
