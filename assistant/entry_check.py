"""One raw cell of a laporan -> Nilai, or the sentence that says why it cannot be used."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from assistant import messages
from assistant.laporan import Letak, Masalah, Nilai
from ingest.angka import Konvensi, parse_number, write_number

Macam = Literal["orang", "jumlah", "rupiah"]
MAKS = 10**15
MAKS_DESIMAL = 20
_tuple = tuple.__new__
_LONG_DIGITS = re.compile(r"\d{9,}")


class Rumus:
    """Stands in a cell for a formula whose result is not stored in the file."""


def where(letak: Letak) -> str:
    """A place as people write it: 'Lembar "Kesehatan", sel D14'."""
    if letak.sel is not None:
        return messages.LETAK_SEL.format(lembar=letak.lembar, sel=letak.sel)
    if letak.jalur is not None:
        return messages.LETAK_JALUR.format(jalur=letak.jalur)
    if letak.baris is not None and letak.kolom is not None:
        return messages.LETAK_BARIS_KOLOM.format(baris=letak.baris, kolom=letak.kolom)
    if letak.baris is not None:
        return messages.LETAK_BARIS.format(baris=letak.baris)
    if letak.halaman is not None:
        return messages.LETAK_HALAMAN.format(halaman=letak.halaman)
    return messages.LETAK_LEMBAR.format(lembar=letak.lembar)


def quoted(value: object) -> str:
    """The user's own text for a sentence: short, and long numbers masked (it may be a NIK)."""
    text = " ".join(str(value).split())
    text = _LONG_DIGITS.sub(lambda found: found[0][:4] + "…", text)
    return text if len(text) <= 40 else text[:39] + "…"


class EntryCheck:
    """Turns raw cells into numbers and collects every problem instead of stopping at one."""

    def __init__(self) -> None:
        self.masalah: list[Masalah] = []

    def complain(self, sentence: str, letak: Letak, **parts: object) -> None:
        """Adds one problem; `sentence` is a template that names its place as {letak}."""
        self.masalah.append(Masalah(sentence.format(letak=where(letak), **parts), letak))

    def number(
        self,
        raw: object,
        letak: Letak,
        macam: Macam,
        satuan: str = "orang",
        konvensi: Konvensi | None = None,
        teks: bool = False,
    ) -> Nilai:
        """The number of a cell.

        Args:
            raw: What the reader found: None, int, float, Decimal, str, a date, a bool or Rumus.
            letak: Where it stands.
            macam: "orang" takes whole numbers only; all take 0 or more.
            satuan: Unit, for the sentence about a fraction.
            konvensi: Of the column, where `teks`.
            teks: Numbers are written as text, as in CSV; elsewhere text in a number is wrong.

        Returns:
            The value; an empty one, after a complaint, when the cell cannot be used.
        """
        if type(raw) is int and 0 <= raw <= MAKS:
            return _tuple(Nilai, (Decimal(raw), letak, None))  # Nilai(...), in a third of the time
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return Nilai(None, letak)
        value = self._value(raw, letak, macam, konvensi, teks)
        if value is None:
            return Nilai(None, letak, quoted(raw))
        fits = value.copy_abs() <= MAKS and int(value.as_tuple().exponent) >= -MAKS_DESIMAL
        plain = f"{value:f}" if abs(value.adjusted()) < 40 else raw
        shown = write_number(value) if fits else quoted(plain)
        if not fits:
            self.complain(messages.ISIAN_TERLALU_BESAR, letak, nilai=shown)
        elif value < 0:
            self.complain(messages.ISIAN_NEGATIF, letak, nilai=shown)
        elif macam == "orang" and value != value.to_integral_value():
            self.complain(messages.ISIAN_PECAHAN, letak, nilai=shown, satuan=satuan)
        else:
            return Nilai(value, letak, raw if isinstance(raw, str) else None)
        return Nilai(None, letak, quoted(raw))

    def _value(
        self, raw: object, letak: Letak, macam: Macam, konvensi: Konvensi | None, teks: bool
    ) -> Decimal | None:
        if isinstance(raw, bool):
            self.complain(messages.ISIAN_LOGIKA, letak, nilai=str(raw).upper())
        elif isinstance(raw, int):
            return Decimal(raw)
        elif isinstance(raw, float):
            value = Decimal(repr(raw))
            if value.is_finite():
                return value
            self.complain(messages.ISIAN_GALAT, letak, nilai=raw)
        elif isinstance(raw, Decimal):
            return raw
        elif isinstance(raw, date | datetime | time | timedelta):
            self.complain(messages.ISIAN_TANGGAL, letak)
        elif isinstance(raw, Rumus):
            self.complain(messages.ISIAN_RUMUS, letak)
        elif isinstance(raw, str):
            return self._text(raw, letak, macam, konvensi, teks)
        else:
            self.complain(messages.ISIAN_TEKS, letak, nilai=quoted(raw))
        return None

    def _text(
        self, raw: str, letak: Letak, macam: Macam, konvensi: Konvensi | None, teks: bool
    ) -> Decimal | None:
        if raw.startswith("#"):
            self.complain(messages.ISIAN_GALAT, letak, nilai=quoted(raw))
            return None
        read = parse_number(raw, konvensi)
        if read is not None and read.keadaan == "nihil":
            self.complain(messages.ISIAN_NIHIL, letak, nilai=quoted(raw))
        elif not teks or read is None or read.nilai is None or read.jenis == "persen":
            self.complain(messages.ISIAN_TEKS, letak, nilai=quoted(raw))
        elif not read.ambigu:
            return read.nilai
        elif macam == "orang":  # only thousands leave people whole
            return Decimal(re.sub(r"\D", "", raw))
        else:
            self.complain(messages.ISIAN_AMBIGU, letak, nilai=quoted(raw))
        return None
