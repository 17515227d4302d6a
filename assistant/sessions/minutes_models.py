"""The notulen as data, in the order that minutes have it."""

from corpus.models import Model


class Butir(Model):
    """One point of the discussion. `label` says what it is; `dasar` only under an answer."""

    nomor: int
    label: str
    teks: str
    jawaban: str | None = None
    dasar: str | None = None


class Bahasan(Model):
    """Points of one urusan and one tahapan."""

    urusan: str
    tahapan: str
    butir: tuple[Butir, ...]


class BarisTindak(Model):
    """One action item as its row says it."""

    nomor: int
    sesi: str
    teks: str
    pic: str
    tenggat: str
    keadaan: str


class BarisTemuan(Model):
    """One laporan with what checking it gave."""

    nama: str
    hasil: str
    temuan: tuple[str, ...]
    lampiran: str


class Notulen(Model):
    """The minutes of one session, ready to be written as a document.

    `banyak` counts the entries that stand in it, by kind; every entry stands in exactly one place.
    """

    id: str
    berjalan: bool
    judul: str
    identitas: tuple[tuple[str, str], ...]
    peserta: tuple[str, ...]
    sebelumnya: tuple[BarisTindak, ...]
    pembahasan: tuple[Bahasan, ...]
    temuan: tuple[BarisTemuan, ...]
    keputusan: tuple[str, ...]
    tindaklanjut: tuple[BarisTindak, ...]
    banyak: dict[str, int]
