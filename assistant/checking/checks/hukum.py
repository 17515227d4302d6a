"""Regulations that a laporan cites, against the registry: HUK-01 to HUK-06 and HUK-12.

Sumber: corpus/data/regulations. Outside of the registry means "tidak dikenal", never "tidak ada".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, DasarAturan, Hasil, Lulus, Temuan
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name
from corpus.registry import get, out_of_range, regulations, status_on, successors

HUKUM = (DasarAturan(jenis="hukum"),)


def _rule(number: str, title: str, severity: str, need: str, message: str, advice: str) -> Aturan:
    return Aturan(
        id=number,
        judul=title,
        kelompok="RUJUKAN HUKUM",
        keparahan=severity,  # type: ignore[arg-type]
        utama=number != "HUK-12",
        butuh=(need,),
        toleransi="tepat",
        pesan=message,
        dasar=HUKUM,
        saran=advice,
    )


HUK_01 = _rule(
    "HUK-01", "Peraturan tidak dikenal basis hukum", "info", "rujukan peraturan",
    "{n} peraturan yang dirujuk tidak dikenal oleh basis hukum ini: {daftar}. Ini tidak berarti "
    "peraturannya tidak ada.",
    "Periksa nomor, tahun, dan judulnya pada jaringan dokumentasi hukum.",
)  # fmt: skip
HUK_02 = _rule(
    "HUK-02", "Jenis peraturan salah", "galat", "jenis, nomor, tahun, judul",
    "Tertulis {tertulis}, sedangkan peraturan dengan nomor, tahun, dan judul itu adalah {benar}.",
    "Perbaiki jenis peraturannya.",
)  # fmt: skip
HUK_03 = _rule(
    "HUK-03", "Peraturan sudah dicabut", "galat", "dasar hukum, tanggal dokumen",
    "{nama} sudah dicabut oleh {pengganti}, tetapi masih dipakai sebagai dasar hukum.",
    "Ganti dengan peraturan penggantinya.",
)  # fmt: skip
HUK_04 = _rule(
    "HUK-04", "Judul peraturan tidak sesuai", "peringatan", "judul peraturan",
    'Judul {nama} tertulis "{tertulis}", dalam basis hukum "{benar}".',
    "Samakan judulnya dengan naskah peraturan.",
)  # fmt: skip
HUK_05 = _rule(
    "HUK-05", "Pasal di luar jumlah pasal peraturan", "galat", "pasal, jumlah pasal",
    "Pasal {pasal} {nama} dirujuk, sedangkan peraturan itu berisi {banyak} pasal.",
    "Periksa nomor pasalnya.",
)  # fmt: skip
HUK_06 = _rule(
    "HUK-06", "Peraturan dikutip ganda", "peringatan", "daftar dasar hukum",
    "{nama} tercantum lebih dari sekali dalam dasar hukum (butir {butir}).",
    "Hapus salah satunya.",
)  # fmt: skip
HUK_12 = _rule(
    "HUK-12", "Penulisan nomor peraturan tidak baku", "info", "nomor peraturan",
    'Tertulis "{tertulis}", penulisan bakunya {benar}.',
    "Samakan penulisan nomornya.",
)  # fmt: skip
RULES = (HUK_01, HUK_02, HUK_03, HUK_04, HUK_05, HUK_06, HUK_12)
FILLERS = frozenset("dan atau yang di ke dari pada untuk dengan dalam atas bagi oleh republik "
                    "indonesia "
                    "nomor tahun negara spm".split())  # fmt: skip
SIMILAR = 0.9


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation outside of tables and lists of contents.

    Sumber: corpus/data/regulations.
    """
    yield from _unknown(k)
    yield from _doubled(k)
    seen: dict[tuple[str, ...], Temuan] = {}
    for citation in k.kutipan:
        regulation = get(citation.regulasi)
        if regulation is None:
            continue
        for found in (
            *_revoked(k, citation, regulation),
            *_title(citation, regulation),
            *_pasal(citation, regulation),
            *_number(citation, regulation),
        ):
            if not isinstance(found, Temuan):
                yield found
                continue
            mark = (found.aturan, *found.sidik)
            same = seen.get(mark)
            seen[mark] = replace(same, tempat=same.tempat + found.tempat) if same else found
    yield from seen.values()


def _unknown(k: Konteks) -> Iterator[Hasil]:
    strange: dict[str, Kutipan] = {}
    for citation in k.kutipan:
        if citation.dikenal:
            yield Lulus("HUK-01")
            continue
        if citation.bersarang or citation.regulasi.endswith("tahun-tidak-disebut"):
            continue
        near = _same_number_other_kind(citation)
        if near is not None:
            yield finding(
                HUK_02,
                (place(citation.blok.letak, citation.teks),),
                (citation.regulasi, near.id),
                {"tertulis": _written(citation), "benar": short_name(near)},
                ditemukan=citation.regulasi,
                seharusnya=near.id,
            )
            continue
        strange.setdefault(citation.regulasi, citation)
    if strange:
        yield finding(
            HUK_01,
            tuple(place(c.blok.letak, c.teks) for c in strange.values()),
            tuple(sorted(strange)),
            {"n": len(strange), "daftar": "; ".join(_written(c) for c in strange.values())},
            putusan="perlu_cek",
        )


def _written(citation: Kutipan) -> str:
    return " ".join(citation.teks.split())


def _same_number_other_kind(citation: Kutipan) -> Regulasi | None:
    """The registered regulation with this number, year and title but another kind."""
    tail = re.search(r"-(\d[\w.]*-\d{4})$", citation.regulasi)
    if not tail or not citation.judul:
        return None
    for regulation in regulations().values():
        if regulation.id.endswith("-" + tail.group(1)) and regulation.id != citation.regulasi:
            same = SequenceMatcher(
                None, _core(citation.judul), _core(regulation.tentang), autojunk=False
            )
            if same.ratio() >= SIMILAR:
                return regulation
    return None


def _core(title: str) -> str:
    words = [w for w in re.findall(r"[a-z]+", title.lower()) if w not in FILLERS]
    return " ".join(words)


def _revoked(k: Konteks, citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    """Only where the law is built on: a text that tells history may name what was revoked."""
    if not citation.dasar or citation.bersarang or not citation.pertama:
        return
    status = status_on(regulation, k.hari)
    if status.status != "dicabut" or status.keyakinan in ("rendah", "ingatan"):
        yield Lulus("HUK-03")
        return
    last = list(successors(regulation))
    newer = last[-1] if last else None
    yield finding(
        HUK_03,
        (place(citation.blok.letak, citation.blok.teks),),
        (regulation.id,),
        {
            "nama": short_name(regulation),
            "pengganti": short_name(newer) if newer else "peraturan lain",
        },
        ditemukan=regulation.id,
        seharusnya=newer.id if newer else None,
    )


def _title(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    if len(citation.judul.split()) < 2 or citation.bersarang:
        return
    if regulation.keyakinan in ("rendah", "ingatan"):
        return
    written, right = _core(citation.judul), _core(regulation.tentang)
    if not written or written == right or right.startswith(written) or written.startswith(right):
        yield Lulus("HUK-04")
        return
    if _shortened(written, right):
        yield Lulus("HUK-04")
        return
    ratio = SequenceMatcher(None, written, right, autojunk=False).ratio()
    spelling = _only_spelling(written, right)
    if ratio < 0.55 and not citation.dasar:
        return  # "tentang" belongs to the sentence, not to the title
    yield finding(
        HUK_04,
        (place(citation.blok.letak, citation.judul),),
        (regulation.id, written),
        {"nama": short_name(regulation), "tertulis": citation.judul, "benar": regulation.tentang},
        keparahan="info" if spelling else None,
        ditemukan=citation.judul,
        seharusnya=regulation.tentang,
    )


def _shortened(written: str, right: str) -> bool:
    """Words of the title left out, or in another order, but none of another meaning."""
    return set(written.split()) <= set(right.split())


def _only_spelling(written: str, right: str) -> bool:
    """The same words but for a letter: "ketentraman" for "ketenteraman". A changed word such as
    "pemerintah" for "pemerintahan" is no spelling."""
    one, two = written.split(), right.split()
    if len(one) != len(two):
        return False
    for a, b in zip(one, two, strict=True):
        if a != b and (
            a + "an" == b
            or b + "an" == a
            or SequenceMatcher(None, a, b, autojunk=False).ratio() < 0.85
        ):
            return False
    return True


def _pasal(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    if citation.pasal is None or regulation.jumlah_pasal is None:
        return
    if not out_of_range(regulation, citation.pasal):
        yield Lulus("HUK-05")
        return
    text = citation.blok.teks
    found = re.search(rf"pasal\s*{citation.pasal}\b", text, re.IGNORECASE)
    yield finding(
        HUK_05,
        (place(citation.blok.letak, text[found.start() :] if found else text),),
        (regulation.id, citation.pasal),
        {
            "pasal": citation.pasal,
            "nama": short_name(regulation),
            "banyak": regulation.jumlah_pasal,
        },
        ditemukan=citation.pasal,
    )


def _number(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    old_style = re.search(r"\d+/(?:prt|menkes|per)/[\w/]*\d{4}", citation.teks, re.IGNORECASE)
    if not old_style or regulation.nomor is None or "/" in regulation.nomor:
        return
    yield finding(
        HUK_12,
        (place(citation.blok.letak, citation.teks),),
        (regulation.id, old_style.group()),
        {"tertulis": old_style.group(), "benar": short_name(regulation)},
        ditemukan=old_style.group(),
        seharusnya=short_name(regulation),
    )


def _doubled(k: Konteks) -> Iterator[Hasil]:
    places: dict[str, list[Kutipan]] = {}
    for citation in k.kutipan:
        if citation.dasar and citation.pertama and not citation.bersarang:
            places.setdefault(citation.regulasi, []).append(citation)
    for regulation_id, cited in places.items():
        if len(cited) == 1:
            yield Lulus("HUK-06")
            continue
        regulation = get(regulation_id)
        yield finding(
            HUK_06,
            tuple(place(c.blok.letak, c.blok.teks) for c in cited),
            (regulation_id,),
            {
                "nama": short_name(regulation) if regulation else _written(cited[0]),
                "butir": " dan ".join(str(c.urut) for c in cited),
            },
            ditemukan=str(len(cited)),
            seharusnya="1",
        )
