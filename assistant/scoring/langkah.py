"""The score explained: every step with its inputs, formula, result and legal basis.

Made from a finished score, and only when asked: a score of 552 regions needs no explanation.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.laporan import ButirMutu
from assistant.scoring.hasil import HasilSkor, SkorLayanan, SkorUrusan
from assistant.scoring.hitung import tulis
from assistant.scoring.ketentuan import Anggapan, Ketentuan
from corpus.models import Dasar


class Langkah(NamedTuple):
    """One step. `aturan` is the name of the rule's file in `scoring/`; `tentang` is a service
    id, an urusan id or "daerah". `masukan` and `hasil` are exact; `hasil` None: not computable
    or not applicable, and `catatan` says which. `layanan_dasar` are law addresses in the
    catalogue that name the service's penerima or mutu."""

    aturan: str
    tentang: str
    masukan: dict[str, str]
    rumus: str
    hasil: str | None
    dasar: Dasar
    anggapan: tuple[Anggapan, ...]
    layanan_dasar: str | None = None
    catatan: tuple[str, ...] = ()


def langkah(hasil: HasilSkor) -> Iterator[Langkah]:
    """All steps in the order of the calculation: services, their urusan, the region."""
    for urusan in hasil.urusan:
        for item in urusan.layanan:
            yield from langkah_layanan(item, hasil.ketentuan)
        yield langkah_urusan(urusan, hasil.ketentuan)
    yield from langkah_daerah(hasil)


def langkah_layanan(item: SkorLayanan, aturan: Ketentuan) -> Iterator[Langkah]:
    """Penerima, mutu and index of one service."""
    id, used = item.layanan.id, aturan.tentang
    cap, zero = used("batas_capaian"), used("sasaran_nol")
    combine = used("gabungan_mutu")
    yield Langkah(
        "capaian_penerima",
        id,
        {
            "terlayani": _text(item.isian.terlayani.angka),
            "sasaran": _text(item.isian.sasaran.angka),
            "batas": cap.nilai,
        },
        "min(terlayani / sasaran × 100, batas)",
        _result(item.penerima),
        combine.dasar,
        (cap, zero),
        item.layanan.dasar.penerima,
        item.catatan if item.penerima is None else (),
    )
    formula = "rata-rata min(terpenuhi / kebutuhan × 100, batas) antarbutir"
    if aturan.gabungan_mutu == "rasio-jumlah":
        formula = "min(jumlah terpenuhi / jumlah kebutuhan × 100, batas)"
    yield Langkah(
        "capaian_mutu",
        id,
        {f"{butir.komponen}: {butir.nama}": _pair(butir) for butir in item.isian.mutu}
        | {"batas": cap.nilai},
        formula,
        _result(item.mutu),
        combine.dasar,
        (combine, cap, zero, used("butir_mutu_kosong"), used("tanpa_data_mutu")),
        item.layanan.dasar.mutu,
        item.catatan,
    )
    weights = (used("bobot_penerima"), used("bobot_mutu"))
    yield Langkah(
        "indeks_layanan",
        id,
        {
            "penerima": _text(item.penerima),
            "mutu": _text(item.mutu),
            "bobot_penerima": weights[0].nilai,
            "bobot_mutu": weights[1].nilai,
        },
        "penerima × bobot_penerima + mutu × bobot_mutu",
        _result(item.indeks),
        weights[0].dasar,
        weights,
    )


def langkah_urusan(urusan: SkorUrusan, aturan: Ketentuan) -> Langkah:
    """Mean of the services that apply."""
    mean = aturan.tentang("agregasi_urusan")
    return Langkah(
        "indeks_urusan",
        urusan.urusan.id,
        {s.layanan.id: _text(s.indeks) for s in urusan.layanan if s.berlaku},
        "rata-rata indeks layanan yang berlaku",
        _result(urusan.indeks),
        mean.dasar,
        (mean, aturan.tentang("sasaran_nol"), aturan.tentang("layanan_tanpa_nilai")),
    )


def langkah_daerah(hasil: HasilSkor) -> Iterator[Langkah]:
    """Mean of the urusan, then the category and the distance to the next."""
    mean = hasil.ketentuan.tentang("agregasi_daerah")
    yield Langkah(
        "indeks_daerah",
        "daerah",
        {u.urusan.id: _text(u.indeks) for u in hasil.urusan if u.berlaku},
        "rata-rata indeks urusan yang berlaku",
        _result(hasil.indeks),
        mean.dasar,
        (mean, hasil.ketentuan.tentang("layanan_tanpa_nilai")),
    )
    if hasil.indeks is None or hasil.kategori is None:
        return
    bounds = {k.nama: str(k.batas_bawah) for k in hasil.ketentuan.kategori}
    yield Langkah(
        "kategori",
        "daerah",
        {"indeks": tulis(hasil.indeks)} | bounds,
        "kategori tertinggi yang batas bawahnya dicapai indeks, tanpa pembulatan",
        hasil.kategori.nama,
        hasil.kategori.dasar,
        (),
    )
    if hasil.jarak is not None:
        yield Langkah(
            "jarak",
            "daerah",
            {
                "batas_bawah": str(hasil.jarak.kategori.batas_bawah),
                "indeks": tulis(hasil.indeks),
            },
            "batas bawah kategori berikutnya − indeks",
            tulis(hasil.jarak.poin),
            hasil.jarak.kategori.dasar,
            (),
        )


def _pair(butir: ButirMutu) -> str:
    return f"{_text(butir.terpenuhi.angka)} / {_text(butir.kebutuhan.angka)}"


def _text(value: Decimal | None) -> str:
    return "-" if value is None else tulis(value)


def _result(value: Decimal | None) -> str | None:
    return None if value is None else tulis(value)
