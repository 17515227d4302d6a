"""Rows and identity as the readers find them -> Laporan, with every problem said at once."""

from datetime import date

from assistant import messages
from assistant.entry_check import EntryCheck, quoted
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Letak, Nilai
from assistant.laporan_identity import Cells, Identitas, read_identity
from assistant.scoring.kewenangan import layanan_wajib
from assistant.template_layout import KOMPONEN, TINGKAT, normal
from corpus import catalogue
from corpus.models import JenisLayanan

_KOMPONEN = {normal(label): name for name, label in KOMPONEN.items()} | {n: n for n in KOMPONEN}


ItemsOf = dict[tuple[str, str], ButirMutu]
"""Mutu items of one service by komponen and nama."""


class LaporanBuilder:
    """Collects the isian of one file. `check.masalah` holds everything that cannot be used."""

    def __init__(self) -> None:
        self.check = EntryCheck()
        self._penerima: dict[str, tuple[Nilai, Nilai]] = {}
        self._mutu: dict[str, ItemsOf] = {}
        self._anggaran: dict[str, tuple[Nilai, Nilai]] = {}
        self._letak: dict[str, Letak] = {}
        self._known = catalogue.services()

    def service(self, kode: object, letak: Letak) -> JenisLayanan | None:
        """The service of a code; None, after a complaint, when there is no such service."""
        text = str(kode).strip().lower()
        found = self._known.get(text)
        if found is None:
            self.check.complain(messages.KODE_TAK_DIKENAL, letak, kode=quoted(kode))
        else:
            self._letak.setdefault(text, letak)
        return found

    def add_penerima(self, id: str, sasaran: Nilai, terlayani: Nilai, letak: Letak) -> None:
        """Penerima of a service; a second one is complained about."""
        self._once(self._penerima, id, (sasaran, terlayani), letak)

    def add_anggaran(self, id: str, pagu: Nilai, realisasi: Nilai, letak: Letak) -> None:
        """Budget of a service; a second one is complained about."""
        self._once(self._anggaran, id, (pagu, realisasi), letak)

    def mutu_of(self, id: str) -> ItemsOf:
        """The mutu items of a service so far; readers add to it."""
        return self._mutu.setdefault(id, {})

    def add_mutu(self, id: str, butir: ButirMutu, letak: Letak) -> None:
        """One mutu item; the same komponen and nama twice is complained about."""
        if self.mutu_of(id).setdefault((butir.komponen, butir.nama), butir) is not butir:
            self.doubled(id, butir, letak)

    def doubled(self, id: str, butir: ButirMutu, letak: Letak) -> None:
        """Complains about an item that is there already."""
        self.check.complain(messages.BUTIR_GANDA, letak, butir=quoted(butir.nama), kode=id)

    def komponen(self, raw: object, letak: Letak) -> str | None:
        """ "Barang/Jasa" -> "barang_jasa"; None after a complaint."""
        found = _KOMPONEN.get(normal(raw))
        if found is None:
            self.check.complain(messages.KOMPONEN_TAK_DIKENAL, letak, nilai=quoted(raw))
        return found

    def identity(self, cells: Cells) -> Identitas:
        """Reads the identity; what cannot be used is complained about."""
        return read_identity(cells, self.check)

    def build(self, berkas: str, who: Identitas, sha256: str = "") -> Laporan | None:
        """The laporan; None while tingkat or year are unknown. Complains about other levels."""
        if who.tingkat is None or who.tahun is None:
            return None
        end = date(who.tahun, 12, 31)
        allowed = {s.id for s in layanan_wajib(who.tingkat, who.daerah, end)}
        for id, letak in self._letak.items():
            if id not in allowed:
                self.check.complain(
                    messages.KODE_TINGKAT_LAIN,
                    letak,
                    kode=id,
                    milik=TINGKAT[self._known[id].tingkat],
                    tingkat=TINGKAT[who.tingkat],
                )
        empty = (Nilai(None), Nilai(None))
        filled = tuple(
            IsianLayanan(
                id,
                *self._penerima.get(id, empty),
                tuple(self._mutu.get(id, {}).values()),
                *self._anggaran.get(id, empty),
            )
            for id in self._known
            if id in allowed and id in self._letak
        )
        return Laporan(
            berkas=berkas,
            daerah=who.daerah,
            nama_daerah=who.nama_daerah,
            tingkat=who.tingkat,
            tahun=who.tahun,
            triwulan=who.triwulan,
            layanan=filled,
            sha256=sha256,
        )

    def _once(
        self, into: dict[str, tuple[Nilai, Nilai]], id: str, pair: tuple[Nilai, Nilai], at: Letak
    ) -> None:
        if id in into:
            self.check.complain(messages.KODE_GANDA, at, kode=id)
        else:
            into[id] = pair
