"""Months, years, dates and durations: PER-01 to PER-07 and PER-10."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.identity import DATED
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Temuan
from ingest.report.model import Blok, Letak
from ingest.tanggal import MONTHS


def _rule(number: str, title: str, severity: str, need: str, message: str, advice: str) -> Aturan:
    return Aturan(
        id=number,
        judul=title,
        kelompok="PERIODE",
        keparahan=severity,  # type: ignore[arg-type]
        butuh=(need,),
        toleransi="tepat",
        pesan=message,
        saran=advice,
    )


PER_01 = _rule(
    "PER-01", '"Bulan ke-n" tidak sesuai nama bulannya', "galat", "bulan mulai, nomor, nama bulan",
    "Pekerjaan mulai {mulai}, jadi bulan ke-{n} adalah {benar}; tertulis {tertulis}.",
    "Perbaiki nomor atau nama bulannya.",
)  # fmt: skip
PER_02 = _rule(
    "PER-02", "Judul atau kepala tabel menyebut periode lain", "galat", "periode laporan, judul",
    'Laporan ini untuk {periode}, tetapi tertulis "{tertulis}".',
    "Ganti sisa teks periode lain; periksa juga isi tabelnya.",
)  # fmt: skip
PER_03 = _rule(
    "PER-03", "Tahun anggaran lain tertinggal", "galat", "tahun laporan",
    '"{tertulis}" disebut {n} kali dalam laporan tahun {tahun}.',
    "Ganti tahunnya, atau sebutkan bahwa itu data tahun lalu.",
)  # fmt: skip
PER_04 = _rule(
    "PER-04", "Rentang tanggal tidak sama dengan lamanya", "peringatan", "mulai, selesai, lama",
    "{lama} bulan sejak {mulai} berakhir {benar}, tertulis {tertulis}.",
    "Cocokkan dengan kontrak.",
)  # fmt: skip
PER_05 = _rule(
    "PER-05", "Nama hari tidak sesuai tanggalnya", "peringatan", "hari dan tanggal",
    "{tanggal} jatuh pada hari {benar}, tertulis {tertulis}.",
    "Perbaiki hari atau tanggalnya.",
)  # fmt: skip
PER_06 = _rule(
    "PER-06", "Tanggal kegiatan di luar periode laporan", "peringatan", "tanggal kegiatan",
    "Kegiatan bertanggal {tanggal}, di luar periode laporan ({periode}).",
    "Periksa tanggalnya, atau pindahkan kegiatannya ke laporan periode itu.",
)  # fmt: skip
PER_07 = _rule(
    "PER-07", "Ditandatangani sebelum periode berakhir", "peringatan", "tanggal, periode",
    "Laporan untuk {periode} bertanggal {tanggal}, sebelum periodenya berakhir.",
    "Periksa tahun pada tanggal pengesahan.",
)  # fmt: skip
PER_10 = _rule(
    "PER-10", "Periode rencana tidak sama dengan kolom tahun", "galat", "judul, kolom tahun",
    "Judul menyebut {judul}, sedangkan kolom tahunnya {kolom}.",
    "Samakan judul dengan kolom tahun matriksnya.",
)  # fmt: skip
RULES = (PER_01, PER_02, PER_03, PER_04, PER_05, PER_06, PER_07, PER_10)
MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
NTH = re.compile(
    rf"bulan\s*(?:ke)?\s*[-–—]*\s*(\d{{1,2}})\s*\(\s*({MONTH_WORDS})\b[^)]*\)", re.IGNORECASE
)
BARE_NTH = re.compile(r"(?:bulan|bulanan)\s*(?:ke)?\s*[-–—]\s*(\d{1,2})\b", re.IGNORECASE)
START = re.compile(
    rf"(?:sejak|mulai|terhitung)\D{{0,40}}(\d{{1,2}})\s+({MONTH_WORDS})\s+(20\d\d)", re.IGNORECASE
)
LENGTH = re.compile(r"(?:selama|waktu)\s+(\d{1,2})\s*(?:\([^)]*\))?\s*bulan", re.IGNORECASE)
SPAN = re.compile(
    rf"(\d{{1,2}})\s+({MONTH_WORDS})(?:\s+(20\d\d))?\s+(?:sampai\s+dengan|s\.?/?d\.?|hingga|-)\s+"
    rf"(\d{{1,2}})\s+({MONTH_WORDS})\s+(20\d\d)",
    re.IGNORECASE,
)
ORDINALS = (
    "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh kesebelas"
).split()
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WEEKDAY = re.compile(
    rf"\b(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*\(?\s*(?:tanggal\s+)?(\d{{1,2}})\s+"
    rf"({MONTH_WORDS})\s+(20\d\d)",
    re.IGNORECASE,
)
BUDGET_YEAR = re.compile(r"(?:tahun\s+anggaran|\bt\.?a\.?)\s+(20\d\d)", re.IGNORECASE)
PAST = re.compile(r"sebelum|lalu|dasar|dibanding|perbandingan|n-1|pada tahun-tahun", re.IGNORECASE)


def check(k: Konteks) -> Iterator[Hasil]:
    """Everything about time.

    Sumber: kaidah dokumen.
    """
    yield from _months(k)
    yield from _budget_years(k)
    yield from _durations(k)
    yield from _weekdays(k)
    yield from _activities(k)
    yield from _signed(k)
    yield from _plan(k)


def _texts(k: Konteks) -> Iterator[tuple[str, Letak, bool]]:
    """Blocks, then header cells of tables; True for captions, headings and header cells."""
    for block in k.naskah.blok:
        yield block.teks, block.letak, block.jenis in ("keterangan", "judul")
    for grid in k.grid:
        for row in range(grid.awal, max(grid.kepala, grid.awal + 1)):
            for column, cell in enumerate(grid.tabel.baris[row].sel):
                if cell.teks:
                    yield cell.teks, grid.tabel.letak(row, column), True


def _start(k: Konteks) -> date | None:
    for block in k.narasi:
        found = START.search(block.teks)
        if found:
            return _date(found.group(3), found.group(2), found.group(1))
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), MONTHS[month.lower()], int(day))
    except ValueError:
        return None


def _months(k: Konteks) -> Iterator[Hasil]:
    """PER-01 and PER-02 of monthly reports."""
    own = k.identitas.periode.bulan
    if k.identitas.jenis != "konsultan_bulanan" or own is None:
        return
    start = _start(k)
    if start is None:
        yield TakDicek("PER-01", "tanggal mulai pekerjaan tidak disebut")
    number = (own - start.month) % 12 + 1 if start else None
    period = f"bulan ke-{number} ({tulis.MONTHS[own - 1]})" if number else tulis.MONTHS[own - 1]
    if number:
        yield from _ordinals(k, number, period)
    for text, letak, title in _texts(k):
        for found in NTH.finditer(text):
            n, month = int(found.group(1)), MONTHS[found.group(2).lower()]
            if start is not None:
                right = (start.month + n - 2) % 12 + 1
                if right == month:
                    yield Lulus("PER-01")
                else:
                    yield finding(
                        PER_01,
                        (place(letak, found.group()),),
                        (str(n), found.group(2).lower()),
                        {
                            "mulai": tulis.MONTHS[start.month - 1],
                            "n": n,
                            "benar": tulis.MONTHS[right - 1],
                            "tertulis": found.group(2),
                        },
                        ditemukan=found.group(2),
                        seharusnya=tulis.MONTHS[right - 1],
                    )
                    continue
            if not title:
                continue
            # The plan for the next month belongs into a report.
            if month in (own, own % 12 + 1):
                yield Lulus("PER-02")
            else:
                yield _other_period(letak, found.group(), period)
        if title and number and not NTH.search(text):
            for bare in BARE_NTH.finditer(text):
                if int(bare.group(1)) not in (number, number + 1):
                    yield _other_period(letak, bare.group(), period)
                else:
                    yield Lulus("PER-02")


def _ordinals(k: Konteks, number: int, period: str) -> Iterator[Hasil]:
    """ "pada bulan pertama" in the report of the seventh month."""
    for block in k.narasi:
        found = re.search(rf"\b(?:pada|dalam)\s+bulan\s+({'|'.join(ORDINALS)})\b", block.teks)
        if not found:
            continue
        if ORDINALS.index(found.group(1)) + 1 in (number, number + 1):
            yield Lulus("PER-02")
            continue
        yield replace(
            _other_period(block.letak, found.group(), period),
            keparahan="peringatan",
            putusan="perlu_cek",
        )


def _other_period(letak: Letak, written: str, period: str) -> Temuan:
    return finding(
        PER_02,
        (place(letak, written),),
        (" ".join(written.lower().split()), period),
        {"periode": period, "tertulis": " ".join(written.split())},
        ditemukan=written,
        seharusnya=period,
        kunci=f"periode/{written}",
    )


def _budget_years(k: Konteks) -> Iterator[Hasil]:
    year = k.identitas.periode.tahun
    if year is None or k.identitas.jenis in ("rad", "sop", "lainnya"):
        return
    others: dict[str, list[tuple[Letak, str]]] = {}
    for block in k.naskah.blok:
        for found in BUDGET_YEAR.finditer(block.teks):
            around = block.teks[max(0, found.start() - 60) : found.end() + 40]
            if int(found.group(1)) == year:
                yield Lulus("PER-03")
            elif int(found.group(1)) == year + 1 or PAST.search(around):
                continue
            else:
                others.setdefault(found.group(1), []).append((block.letak, found.group()))
    for other, places in others.items():
        yield finding(
            PER_03,
            tuple(place(letak, text) for letak, text in places),
            (other, str(year)),
            {"tertulis": f"Tahun Anggaran {other}", "n": len(places), "tahun": year},
            ditemukan=other,
            seharusnya=str(year),
        )


def _durations(k: Konteks) -> Iterator[Hasil]:
    start, length = _start(k), None
    for block in k.narasi:
        found = LENGTH.search(block.teks)
        if found and START.search(block.teks):
            length = int(found.group(1))
    if start is None or length is None:
        return
    months = start.month - 1 + length
    year, month = start.year + months // 12, months % 12 + 1
    # The day before the same day `length` months later.
    day = min(start.day, monthrange(year, month)[1])
    end = date.fromordinal(date(year, month, day).toordinal() - 1)
    for block in k.narasi:
        for found in SPAN.finditer(block.teks):
            begun = _date(found.group(3) or found.group(6), found.group(2), found.group(1))
            ended = _date(found.group(6), found.group(5), found.group(4))
            if begun != start or ended is None:
                continue
            if ended == end:
                yield Lulus("PER-04")
                continue
            yield finding(
                PER_04,
                (place(block.letak, found.group()),),
                (str(length), start.isoformat(), ended.isoformat()),
                {
                    "lama": length,
                    "mulai": tulis.day(start),
                    "benar": tulis.day(end),
                    "tertulis": tulis.day(ended),
                },
                ditemukan=ended.isoformat(),
                seharusnya=end.isoformat(),
            )


def _weekdays(k: Konteks) -> Iterator[Hasil]:
    for block in k.naskah.blok:
        for found in WEEKDAY.finditer(block.teks):
            day = _date(found.group(4), found.group(3), found.group(2))
            if day is None:
                continue
            right = DAYS[day.weekday()]
            written = found.group(1).replace("'", "").capitalize()
            if written == right:
                yield Lulus("PER-05")
                continue
            yield finding(
                PER_05,
                (place(block.letak, found.group()),),
                (day.isoformat(), written),
                {"tanggal": tulis.day(day), "benar": right, "tertulis": written},
                ditemukan=written,
                seharusnya=right,
            )


def _activities(k: Konteks) -> Iterator[Hasil]:
    """Dates at the head of list items of a monthly report."""
    period = k.identitas.periode
    if k.identitas.jenis != "konsultan_bulanan" or not period.bulan or not period.tahun:
        return
    for block in k.narasi:
        found = DATED.search(block.teks[:60])
        if block.jenis != "butir" or not found or found.group(2).lower() not in MONTHS:
            continue
        day = _date(found.group(3), found.group(2), found.group(1))
        if day is None:
            continue
        if (day.year, day.month) == (period.tahun, period.bulan):
            yield Lulus("PER-06")
            continue
        yield finding(
            PER_06,
            (place(block.letak, found.group()),),
            (day.isoformat(),),
            {
                "tanggal": tulis.day(day),
                "periode": f"{tulis.MONTHS[period.bulan - 1]} {period.tahun}",
            },
            ditemukan=day.isoformat(),
        )


def _signed(k: Konteks) -> Iterator[Hasil]:
    period, signed = k.identitas.periode, k.identitas.tanggal
    if k.identitas.jenis in ("rad", "sop", "lainnya") or not period.tahun:
        return
    if signed is None:
        yield TakDicek("PER-07", "tanggal pengesahan tidak ditemukan")
        return
    month = period.bulan or 3 * (period.triwulan or 4)
    late = (signed[0], signed[1]) >= (period.tahun, month)
    if late and not (
        signed[2]
        and (signed[0], signed[1]) == (period.tahun, month)
        and month == 12
        and signed[2] < 15
    ):
        yield Lulus("PER-07")
        return
    name = (
        f"tahun {period.tahun}"
        if not (period.bulan or period.triwulan)
        else (
            f"triwulan {period.triwulan} tahun {period.tahun}"
            if period.triwulan
            else f"{tulis.MONTHS[month - 1]} {period.tahun}"
        )
    )
    written = f"{signed[2] or ''} {tulis.MONTHS[signed[1] - 1]} {signed[0]}".strip()
    where = _signed_at(k, signed)
    yield finding(
        PER_07,
        (place(where, written),),
        (str(signed), str(period.tahun)),
        {"periode": name, "tanggal": written},
        ditemukan=written,
    )


def _signed_at(k: Konteks, signed: tuple[int, int, int]) -> Letak:
    month = tulis.MONTHS[signed[1] - 1].lower()
    blocks: list[Blok] = [
        b for b in k.naskah.blok if month in b.teks.lower() and str(signed[0]) in b.teks
    ]
    return blocks[-1].letak if blocks else Letak()


def _plan(k: Konteks) -> Iterator[Hasil]:
    """PER-10; only where every matrix of the plan is legible."""
    period = k.identitas.periode
    if k.identitas.jenis != "rad" or not period.tahun or not period.sampai:
        return
    if k.rusak or any(g.kelayakan == "curiga" for g in k.grid):
        yield TakDicek("PER-10", "sebagian matriks tidak terbaca")
        return
    years: dict[int, Letak] = {}
    for grid in k.grid:
        for kolom in grid.kolom:
            for text in kolom.kepala:
                for found in re.findall(r"\b(20\d\d)\b", text):
                    if not re.search(r"dasar", text, re.IGNORECASE):
                        years.setdefault(int(found), grid.tabel.letak(grid.awal, kolom.indeks))
    if len(years) < 2:
        yield TakDicek("PER-10", "kolom tahun tidak ditemukan")
        return
    low, high = min(years), max(years)
    if (low, high) == (period.tahun, period.sampai):
        yield Lulus("PER-10")
        return
    yield finding(
        PER_10,
        (place(years[high], str(high)), place(years[low], str(low))),
        (f"{period.tahun}-{period.sampai}", f"{low}-{high}"),
        {"judul": f"{period.tahun}-{period.sampai}", "kolom": f"{low}-{high}"},
        ditemukan=f"{low}-{high}",
        seharusnya=f"{period.tahun}-{period.sampai}",
    )
