"""Sentences against numbers and lists: ARI-16, TAB-01, TAB-04, TAB-06, TAB-07."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from assistant.checking.checks.capaian import is_plan
from assistant.checking.compare import at, finding, marks, value, write
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran, normal
from assistant.checking.services import service_of, urusan_name, urusan_of
from assistant.checking.words import spelled
from corpus.models import UrusanId
from ingest.intervals import printed
from ingest.report.model import Blok
from ingest.report.numbers import Bilangan, read

ARI_16 = Aturan(
    id="ARI-16",
    judul="Selisih dalam narasi salah",
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("nilai awal", "nilai akhir", "selisih"),
    toleransi="interval; selisih poin atau persen",
    pesan="Dari {a} menjadi {b}: {arah} {poin} poin atau {nisbi} persen, tertulis {tertulis}.",
    saran="Hitung ulang selisihnya, dan sebutkan apakah poin atau persen.",
)
TAB_01 = Aturan(
    id="TAB-01",
    judul="Narasi berbeda dengan tabel",
    kelompok="ANTAR-TABEL",
    keparahan="galat",
    butuh=("kalimat dengan layanan, ukuran, dan angka", "tabel"),
    toleransi="interval",
    pesan="{nama} {label} dalam paragraf {teks}, dalam tabel {tabel}.",
    saran="Samakan paragraf dengan tabelnya.",
)
TAB_04 = Aturan(
    id="TAB-04",
    judul="Butir yang sama dirumuskan berbeda",
    kelompok="ANTAR-TABEL",
    keparahan="peringatan",
    butuh=("daftar yang sama di beberapa tempat",),
    toleransi="kemiripan kurang dari 0,9",
    pesan='Keluaran ke-{n} dirumuskan berbeda: "{a}" dan "{b}".',
    saran="Pakai satu rumusan sesuai KAK atau perubahannya.",
)
TAB_06 = Aturan(
    id="TAB-06",
    judul="Masalah yang diceritakan bertentangan dengan capaian",
    kelompok="ANTAR-TABEL",
    keparahan="peringatan",
    butuh=("permasalahan urusan", "capaian urusan"),
    toleransi="tepat",
    pesan='Urusan {urusan}: disebut "{masalah}", sedangkan {n} dari {semua} layanannya tertulis '
    "100 persen.",
    saran="Periksa dari mana sasaran dan capaiannya, lalu jelaskan.",
)
TAB_07 = Aturan(
    id="TAB-07",
    judul="Banyaknya butir tidak sama dengan yang disebut",
    kelompok="ANTAR-TABEL",
    keparahan="peringatan",
    butuh=("kalimat pengantar", "daftar"),
    toleransi="tepat",
    pesan="Disebut {n} {hal}, tercantum {m} butir.",
    saran="Cocokkan bilangan dengan daftarnya.",
)
RULES = (ARI_16, TAB_01, TAB_04, TAB_06, TAB_07)
NUM = r"(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
CHANGE = re.compile(
    rf"(naik|meningkat|bertambah|turun|menurun|berkurang)\s+(?:sebesar\s+|"
    rf"sebanyak\s+)?{NUM}\s*(%|persen|poin)?"
    rf"[^.;\d]{{0,40}}?\bdari\s+{NUM}\s*(?:%|persen)?[^.;\d]{{0,40}}?(?:menjadi|ke|hingga)\s+{NUM}",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    rf"\bdari\s+{NUM}\s*(?:%|persen)?[^.;\d]{{0,40}}?(?:menjadi|ke|hingga)\s+{NUM}\s*(?:%|persen)?"
    rf"[^.;\d]{{0,30}}?(?:atau\s+)?(naik|meningkat|bertambah|turun|menurun|berkurang)\s+"
    rf"(?:sebesar\s+|sebanyak\s+)?{NUM}\s*(%|persen|poin)?",
    re.IGNORECASE,
)
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
NO_DATA = re.compile(
    r"(?:data|basis data|sasaran|target kebutuhan)\b[^.;]{0,60}\b(?:belum tersedia|tidak "
    r"tersedia|belum ada|"
    r"kekosongan|belum valid|belum tersusun|tidak lengkap)|belum bisa (?:mengumpulkan|"
    r"menghitung)[^.;]{0,40}"
    r"(?:data|target|kebutuhan)|kekosongan data",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"(?:sebanyak|terdapat|diperoleh|meliputi|terdiri (?:dari|atas)|yaitu|ada|memuat|"
    r"berjumlah)\s+(\d{1,2})\s*"
    r"(?:\(([a-z\s]+)\))?\s+((?:[a-z-]+\s?){1,5}?)(?:,\s*)?(?:yaitu|antara lain|sebagai "
    r"berikut|adalah|berikut)?"
    r"\s*(?:sebagai berikut)?\s*:\s*$",
    re.IGNORECASE,
)
ORDER = re.compile(r"^[-\s]*\(?(\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every paragraph and list item.

    Sumber: kaidah hitung.
    """
    yield from _changes(k)
    yield from _statements(k)
    yield from _outputs(k)
    yield from _problems(k)
    yield from _announced(k)


def _number(text: str) -> Bilangan:
    return read(text, "id")


def _changes(k: Konteks) -> Iterator[Hasil]:
    for block in k.narasi:
        for found in CHANGE.finditer(block.teks):
            yield from _change(
                block,
                found,
                found.group(1),
                found.group(2),
                found.group(4),
                found.group(5),
                found.group(3),
            )
        for found in FROM_TO.finditer(block.teks):
            yield from _change(
                block,
                found,
                found.group(3),
                found.group(4),
                found.group(1),
                found.group(2),
                found.group(5),
            )


def _change(
    block: Blok, found: re.Match[str], verb: str, by: str, old: str, new: str, unit: str | None
) -> Iterator[Hasil]:
    a, b, d = _number(old), _number(new), _number(by)
    if a.nilai is None or b.nilai is None or d.nilai is None or a.nilai == 0:
        return
    up = verb.lower() in ("naik", "meningkat", "bertambah")
    diff = b.nilai - a.nilai
    points = printed(abs(diff), max(a.desimal, b.desimal)) if a.desimal or b.desimal else None
    relative = abs(diff) / a.nilai * 100
    written = printed(d.nilai, d.desimal)
    holds = (points.meets(written) if points else abs(diff) == d.nilai) or (
        unit not in ("poin",) and printed(relative, d.desimal).meets(written)
    )
    if holds and (diff >= 0) == up:
        yield Lulus("ARI-16")
        return
    yield finding(
        ARI_16,
        (place(block.letak, found.group()),),
        (normal(found.group()),),
        {
            "a": write(a.nilai),
            "b": write(b.nilai),
            "arah": "naik" if diff >= 0 else "turun",
            "poin": write(abs(diff)),
            "nisbi": write(relative, 2),
            "tertulis": f"{verb.lower()} {by} {unit or ''}".strip(),
        },
        ditemukan=d.nilai,
        seharusnya=abs(diff),
    )


def _statements(k: Konteks) -> Iterator[Hasil]:
    """TAB-01: sentences that name one service (or urusan with money), one measure, one number."""
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
    number = _number(written)
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


def _outputs(k: Konteks) -> Iterator[Hasil]:
    """TAB-04: the numbered outputs of a consultant's report, wherever they are listed."""
    if k.identitas.jenis != "konsultan_bulanan":
        return
    lists: list[list[tuple[str, Tempat]]] = list(_output_lists(k))
    for n in range(max((len(each) for each in lists), default=0)):
        worded = [each[n] for each in lists if n < len(each)]
        if len(worded) < 2:
            continue
        first = worded[0]
        other = next((w for w in worded[1:] if _ratio(first[0], w[0]) < 0.9), None)
        if other is None:
            yield Lulus("TAB-04")
            continue
        if _ratio(first[0], other[0]) < 0.3:
            continue
        yield finding(
            TAB_04,
            tuple(t for _, t in worded),
            (str(n + 1), normal(first[0]), normal(other[0])),
            {"n": n + 1, "a": first[0].rstrip(";. "), "b": other[0].rstrip(";. ")},
            ditemukan=other[0],
            seharusnya=first[0],
            putusan="perlu_cek",
        )


def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, normal(one), normal(two), autojunk=False).ratio()


def _output_lists(k: Konteks) -> Iterator[list[tuple[str, Tempat]]]:
    blocks = k.naskah.blok
    for at_, block in enumerate(blocks):
        if re.search(
            r"keluaran[^.]{0,40}(?:sebagai berikut|yaitu)\s*:?\s*$", block.teks, re.IGNORECASE
        ):
            items = []
            for following in blocks[at_ + 1 : at_ + 12]:
                if following.jenis != "butir":
                    break
                text = ORDER.sub("", following.teks)
                items.append((text, place(following.letak, text)))
            if len(items) > 1:
                yield items
    for grid in k.grid:
        rows = range(grid.akhir - grid.kepala)
        start = [r for r in rows if "pencapaian output" in normal(grid.label[r])]
        for begin in start:
            items = []
            for row in range(begin + 1, min(begin + 8, grid.akhir - grid.kepala)):
                label = grid.label[row]
                if not ORDER.match(label):
                    break
                items.append((ORDER.sub("", label), place(grid.letak(row), label)))
            if len(items) > 1:
                yield items


def _problems(k: Konteks) -> Iterator[Hasil]:
    """TAB-06: "no data yet" under the problems of an urusan whose services are nearly all 100."""
    current = None
    section = False
    told: dict[UrusanId, list[tuple[Blok, str]]] = {}
    for block in k.naskah.blok:
        if block.jenis == "judul":
            section = (section and urusan_of(block.teks) is not None) or bool(
                re.search(r"masalah|kendala|hambatan", block.teks, re.IGNORECASE)
            )
            current = urusan_of(block.teks) or current
            continue
        found = (
            NO_DATA.search(block.teks) if section and current and len(block.teks) < 400 else None
        )
        if not found or current is None:
            continue
        told.setdefault(current, []).append((block, found.group()))
    for current, quotes in told.items():
        field = [
            r
            for r in k.rekaman
            if r.urusan == current
            and r.layanan
            and r.blok != "mutu"
            and not is_plan(k, r)
            and value(r.bilangan("persen")) is not None
        ]
        full = [r for r in field if value(r.bilangan("persen")) == 100]
        if len(full) < 2 or len(full) * 3 < len(field) * 2:
            continue
        yield finding(
            TAB_06,
            (
                *(place(b.letak, b.teks) for b, _ in quotes),
                *(p for r in full for p in at(r, "persen")),
            ),
            (current, *(normal(q) for _, q in quotes)),
            {
                "urusan": urusan_name(current),
                "masalah": '", "'.join(q for _, q in quotes[:3]),
                "n": len(full),
                "semua": len(field),
            },
            putusan="perlu_cek",
            kunci=f"masalah/{current}",
            urusan=current,
        )


def _announced(k: Konteks) -> Iterator[Hasil]:
    """TAB-07: "3 (tiga) keluaran, yaitu:" and the list right below it."""
    blocks = k.naskah.blok
    for at_, block in enumerate(blocks):
        found = ANNOUNCED.search(block.teks) if block.teks.endswith(":") else None
        if not found:
            continue
        n = int(found.group(1))
        if found.group(2) and spelled(found.group(2)) != n:
            continue
        items = _items(blocks[at_ + 1 :])
        if items == 0:
            continue
        if items == n:
            yield Lulus("TAB-07")
            continue
        yield finding(
            TAB_07,
            (place(block.letak, found.group()),),
            (str(n), normal(found.group(3)), str(items)),
            {"n": n, "hal": " ".join(found.group(3).split()), "m": items},
            ditemukan=str(n),
            seharusnya=str(items),
        )


def _items(blocks: Sequence[Blok]) -> int:
    """Length of the list that starts here: items whose numbers follow one another."""
    count = 0
    for block in blocks:
        match = ORDER.match(block.teks)
        if match is None:
            break
        mark = match.group(1).lower()
        expected = str(count + 1) if mark.isdigit() else chr(ord("a") + count)
        if mark != expected:
            break
        count += 1
    return count
