"""The parameters of IP SPM as they stand on a day: every choice the score depends on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from assistant import messages
from assistant.format import day
from corpus import parameters
from corpus.errors import CorpusError, MasukanError
from corpus.models import Dasar, Kategori, Keyakinan, Parameter

PILIHAN: dict[str, tuple[str, ...]] = {
    "gabungan_mutu": ("rata-rata", "rasio-jumlah"),
    "sasaran_nol": ("tidak berlaku", "nol"),
    "tanpa_data_mutu": ("tidak dapat dihitung", "nol"),
    "butir_mutu_kosong": ("tidak dihitung", "tidak dapat dihitung"),
    "layanan_tanpa_nilai": ("tidak dapat dihitung", "dikeluarkan"),
    "agregasi_urusan": ("rata-rata",),
    "agregasi_daerah": ("rata-rata",),
}
BILANGAN = ("bobot_penerima", "bobot_mutu", "batas_capaian", "pembulatan_tampil")
NAMA = ("bobot_penerima", "bobot_mutu", "batas_capaian", *PILIHAN, "pembulatan_tampil")


class Anggapan(NamedTuple):
    """One parameter as it was used. `diubah`: set by the user for this run, not from corpus."""

    nama: str
    nilai: str
    uraian: str
    satuan: str
    dasar: Dasar
    sumber: tuple[str, ...]
    keyakinan: Keyakinan
    terverifikasi: bool
    diubah: bool = False


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """What holds on `hari`. Weights are fractions, `batas` is percent; choices as in PILIHAN."""

    hari: date
    bobot_penerima: Decimal
    bobot_mutu: Decimal
    batas: Decimal
    gabungan_mutu: str
    sasaran_nol: str
    tanpa_data_mutu: str
    butir_mutu_kosong: str
    layanan_tanpa_nilai: str
    desimal: int
    kategori: tuple[Kategori, ...]
    anggapan: tuple[Anggapan, ...]

    def tentang(self, nama: str) -> Anggapan:
        """The parameter of that name, with its source."""
        return next(item for item in self.anggapan if item.nama == nama)


def ketentuan(hari: date, ubah: Mapping[str, str] | None = None) -> Ketentuan:
    """All parameters on a day, with the user's own choices in `ubah` (name to value) on top.

    Raises:
        MasukanError: a name or a value in `ubah` is not known, the weights do not add up to 1,
            or no rule of IP SPM is known for that day.
    """
    ubah = ubah or {}
    for nama in ubah:
        if nama not in NAMA:
            names = ", ".join(NAMA)
            raise MasukanError(messages.ANGGAPAN_TAK_DIKENAL.format(nama=nama, daftar=names))
    used = tuple(_anggapan(nama, hari, ubah.get(nama)) for nama in NAMA)
    text = {item.nama: item.nilai for item in used}
    weights = Decimal(text["bobot_penerima"]) + Decimal(text["bobot_mutu"])
    if weights != 1:
        raise MasukanError(messages.BOBOT_BUKAN_SATU.format(jumlah=weights))
    return Ketentuan(
        hari=hari,
        bobot_penerima=Decimal(text["bobot_penerima"]),
        bobot_mutu=Decimal(text["bobot_mutu"]),
        batas=Decimal(text["batas_capaian"]),
        gabungan_mutu=text["gabungan_mutu"],
        sasaran_nol=text["sasaran_nol"],
        tanpa_data_mutu=text["tanpa_data_mutu"],
        butir_mutu_kosong=text["butir_mutu_kosong"],
        layanan_tanpa_nilai=text["layanan_tanpa_nilai"],
        desimal=int(text["pembulatan_tampil"]),
        kategori=kategori_pada(hari),
        anggapan=used,
    )


def kategori_pada(hari: date) -> tuple[Kategori, ...]:
    """The categories that count on a day, the highest first: of each name its latest version."""
    latest: dict[str, Kategori] = {}
    for item in sorted(parameters.categories(), key=lambda k: k.berlaku_sejak):
        if item.berlaku_sejak <= hari:
            latest[item.nama] = item
    return tuple(sorted(latest.values(), key=lambda k: k.batas_bawah, reverse=True))


def _anggapan(nama: str, hari: date, diubah: str | None) -> Anggapan:
    parameter = parameters.parameters().get(nama)
    if parameter is None:
        raise CorpusError(f"no parameter {nama!r}")
    start = min(v.berlaku_sejak for v in parameter.nilai)
    if hari < start:
        raise MasukanError(messages.BELUM_ADA_KETENTUAN.format(hari=day(hari), mulai=day(start)))
    known = parameters.value(nama, hari)
    text = str(known.nilai) if diubah is None else diubah.strip()
    _periksa(parameter, text)
    return Anggapan(
        nama=nama,
        nilai=text,
        uraian=parameter.uraian,
        satuan=parameter.satuan,
        dasar=parameter.dasar,
        sumber=known.sumber,
        keyakinan=known.keyakinan,
        terverifikasi=known.terverifikasi and diubah is None,
        diubah=diubah is not None,
    )


def _periksa(parameter: Parameter, text: str) -> None:
    choices = PILIHAN.get(parameter.nama)
    if choices is not None:
        if text not in choices:
            raise MasukanError(
                messages.PILIHAN_TAK_DIKENAL.format(
                    nama=parameter.nama, nilai=text, daftar=", ".join(choices)
                )
            )
        return
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    whole = parameter.nama != "pembulatan_tampil" or number == number.to_integral_value()
    if not (number.is_finite() and 0 <= number <= 100 and whole):
        raise MasukanError(messages.BUKAN_BILANGAN.format(nama=parameter.nama, nilai=text))
