"""How a session and its parts are called in minutes and recaps."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.models import Entri, Kegiatan, Sesi, Tahapan, Terbuka
from corpus.catalogue import urusan
from corpus.models import UrusanId
from corpus.regions import regions

WEEKDAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_ONES = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
_TEENS = ["sepuluh", "sebelas", *(f"{word} belas" for word in _ONES[1:])]
SMALL = ("nol", *_ONES, *_TEENS)


def region_name(kode: str) -> str:
    """ "Kota Bandung", "Provinsi Jawa Tengah"."""
    region = regions()[kode]
    return f"Provinsi {region.nama}" if region.jenis == "provinsi" else region.nama


def title(sesi: Sesi) -> str:
    """Kind of activity and region: "Bimbingan Teknis Penerapan SPM Provinsi Gorontalo"."""
    return m.SESI_KEGIATAN[sesi.kegiatan].format(daerah=region_name(sesi.daerah))


def kind_name(kind: Kegiatan) -> str:
    """The kind alone: "Asistensi", "Rapat Koordinasi"."""
    return m.SESI_JENIS[kind]


def days(held: Sequence[date]) -> str:
    """ "23, 26, dan 27 Agustus 2024", "31 Juli dan 1 Agustus 2024"."""
    months = [list(group) for _, group in groupby(sorted(held), key=lambda d: (d.year, d.month))]
    parts: list[str] = []
    for at, group in enumerate(months):
        last = group[-1]
        same_year = at + 1 < len(months) and months[at + 1][0].year == last.year
        tail = tulis.MONTHS[last.month - 1] + ("" if same_year else f" {last.year}")
        parts += [str(d.day) for d in group[:-1]] + [f"{last.day} {tail}"]
    return tulis.joined(parts)


def full_days(held: Sequence[date]) -> str:
    """With the name of the day where it is one day: "Rabu, 7 Agustus 2024"."""
    if len(held) == 1:
        return f"{WEEKDAYS[held[0].weekday()]}, {tulis.day(held[0])}"
    return days(held)


def hours(sesi: Sesi) -> str | None:
    """ "pukul 09.00–11.30 WIB"; None where no hour is known."""
    if sesi.jam_mulai is None:
        return None
    end = f"{sesi.jam_selesai:%H.%M}" if sesi.jam_selesai else "selesai"
    gap = "–" if sesi.jam_selesai else " s.d. "
    return f"pukul {sesi.jam_mulai:%H.%M}{gap}{end} {sesi.zona}"


def urusan_name(name: UrusanId | str | None) -> str:
    """The urusan's name; for None the words for everything that is of no single urusan."""
    known = urusan()
    return next((u.nama for u in known.values() if u.id == name), m.SESI_LINTAS_URUSAN)


def stage_name(stage: Tahapan | str | None) -> str:
    """The tahapan's name, "Umum" for None."""
    return next(
        (text for key, text in m.SESI_TAHAPAN.items() if key == stage), m.SESI_TANPA_TAHAPAN
    )


def counted(number: int) -> str:
    """ "8 (delapan)" up to nineteen, then the number alone."""
    return f"{number} ({SMALL[number]})" if number < len(SMALL) else tulis.number(number)


def entry_line(entri: Entri) -> str:
    """One entry as a chat shows it: number, kind, text, fields."""
    fields = [m.SESI_JENIS_ENTRI[entri.jenis]]
    if entri.urusan:
        fields.append(urusan_name(entri.urusan))
    if entri.tahapan:
        fields.append(stage_name(entri.tahapan).lower())
    if entri.pic:
        fields.append(m.SESI_PIC.format(pic=entri.pic))
    if entri.tenggat:
        fields.append(m.SESI_TENGGAT.format(hari=tulis.day(entri.tenggat)))
    if entri.beres:
        fields.append(m.SESI_BERES.format(hari=tulis.day(entri.beres)))
    return f"#{entri.nomor} {entri.teks} [{' · '.join(fields)}]"


def open_line(held: Terbuka) -> str:
    """One open action item: session, entry, region."""
    return f"{held.sesi.id} {entry_line(held.entri)} {region_name(held.sesi.daerah)}"
