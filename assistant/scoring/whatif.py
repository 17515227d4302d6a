"""What if one number were different: the same laporan changed, scored by the same functions."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant import messages
from assistant.entry_check import EntryCheck, Macam
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Letak, Nilai
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.hitung import TEPAT
from assistant.scoring.skor import skor
from corpus.errors import MasukanError

_SPEC = re.compile(r"\s*([a-z]+\.(?:kab|prov)\.\d+)\.([^=]+?)\s*=\s*(\S.*?)\s*", re.IGNORECASE)
_FIELDS = ("sasaran", "terlayani")
_ITEM_FIELDS = ("kebutuhan", "terpenuhi")


class Ubahan(NamedTuple):
    """One changed number. `butir`: name or 1-based number of the mutu item, None for penerima."""

    layanan: str
    butir: str | None
    isian: str
    angka: Decimal


class Perubahan(NamedTuple):
    """One level before and after. `tentang`: "daerah", an urusan id or a service id."""

    tentang: str
    sebelum: Decimal | None
    sesudah: Decimal | None

    def selisih(self) -> Decimal | None:
        """Index points gained, exact; None while one side has no index."""
        if self.sebelum is None or self.sesudah is None:
            return None
        return TEPAT.subtract(self.sesudah, self.sebelum)


class HasilAndai(NamedTuple):
    """`perubahan`: the region, then every urusan and service that moves, in catalogue order."""

    ubahan: tuple[Ubahan, ...]
    sebelum: HasilSkor
    sesudah: HasilSkor
    perubahan: tuple[Perubahan, ...]


def parse_ubahan(text: str) -> Ubahan:
    """ "kes.kab.08.terlayani=190000" or "kes.kab.01.mutu.Buku KIA.terpenuhi=900".

    Raises:
        MasukanError: the text has another shape, or its number cannot stand in a laporan.
    """
    shape = _SPEC.fullmatch(text)
    if shape is None:
        raise MasukanError(messages.ANDAI_BENTUK.format(teks=text))
    id, path, raw = shape[1].lower(), shape[2].strip(), shape[3]
    butir, isian = None, path.lower()
    if path.lower().startswith("mutu."):
        butir, _, isian = path[5:].rpartition(".")
        isian = isian.lower()
    known = _FIELDS if butir is None else _ITEM_FIELDS
    if isian not in known or butir == "":
        raise MasukanError(messages.ANDAI_BENTUK.format(teks=text))
    check = EntryCheck()
    kind: Macam = "orang" if butir is None else "jumlah"
    value = check.number(raw, Letak(jalur=text), kind, teks=True)
    if value.angka is None:
        raise MasukanError(" ".join(item.kalimat for item in check.masalah))
    return Ubahan(id, butir, isian, value.angka)


def andai(hasil: HasilSkor, ubahan: Sequence[Ubahan]) -> HasilAndai:
    """The score with some numbers changed, and what moves.

    Raises:
        MasukanError: the laporan has no such service or mutu item.
    """
    laporan = hasil.laporan
    for ubah in ubahan:
        laporan = ubah_laporan(laporan, ubah)
    after = skor(laporan, hasil.ketentuan)
    moved = [Perubahan("daerah", hasil.indeks, after.indeks)]
    for old, new in zip(hasil.urusan, after.urusan, strict=True):
        parts = [
            Perubahan(a.layanan.id, a.indeks, b.indeks)
            for a, b in zip(old.layanan, new.layanan, strict=True)
            if a.indeks != b.indeks
        ]
        if parts or old.indeks != new.indeks:
            moved.extend([Perubahan(old.urusan.id, old.indeks, new.indeks), *parts])
    return HasilAndai(tuple(ubahan), hasil, after, tuple(moved))


def ubah_laporan(laporan: Laporan, ubah: Ubahan) -> Laporan:
    """The laporan with one number replaced.

    Raises:
        MasukanError: the laporan has no such service or mutu item.
    """
    isian = laporan.isian(ubah.layanan)
    if isian is None:
        raise MasukanError(messages.ANDAI_LAYANAN.format(kode=ubah.layanan))
    changed = _ubah_isian(isian, ubah)
    rows = tuple(changed if item.id == ubah.layanan else item for item in laporan.layanan)
    return Laporan(
        laporan.berkas,
        laporan.daerah,
        laporan.nama_daerah,
        laporan.tingkat,
        laporan.tahun,
        laporan.triwulan,
        rows,
    )


def _ubah_isian(isian: IsianLayanan, ubah: Ubahan) -> IsianLayanan:
    value = Nilai(ubah.angka)
    if ubah.butir is None:
        if ubah.isian == "sasaran":
            return isian._replace(sasaran=value)
        return isian._replace(terlayani=value)
    place = _cari_butir(isian, ubah.butir)
    old = isian.mutu[place]
    new: ButirMutu = (
        old._replace(kebutuhan=value)
        if ubah.isian == "kebutuhan"
        else old._replace(terpenuhi=value)
    )
    return isian._replace(mutu=(*isian.mutu[:place], new, *isian.mutu[place + 1 :]))


def _cari_butir(isian: IsianLayanan, name: str) -> int:
    if name.isdigit() and 1 <= int(name) <= len(isian.mutu):
        return int(name) - 1
    wanted = " ".join(name.lower().split())
    found = [n for n, b in enumerate(isian.mutu) if " ".join(b.nama.lower().split()) == wanted]
    if len(found) != 1:
        raise MasukanError(
            messages.ANDAI_BUTIR.format(butir=name, kode=isian.id, n=len(isian.mutu))
        )
    return found[0]
