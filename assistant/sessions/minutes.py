"""The notulen as data: what a session held, in the order that minutes have it."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.gathered import of_kind
from assistant.sessions.models import (
    ENTRIES,
    STAGES,
    Aktor,
    DasarJawaban,
    Entri,
    Jawaban,
    LaporanDiperiksa,
    Sesi,
    Terbuka,
)
from assistant.sessions.roles import get_session
from assistant.sessions.smoothing import Smooth, smoothed
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import full_days, hours, stage_name, title, urusan_name
from corpus.catalogue import ORDER
from corpus.models import Model

LONGEST_ANSWER = 420
MOST_BASES, MOST_FINDINGS = 4, 3
NO_ANSWER: dict[str, str] = {
    "unanswerable_out_of_scope": m.NOTULEN_LUAR_LINGKUP,
    "refused_personal_data": m.NOTULEN_DATA_PRIBADI,
}
MARK = re.compile(r"\[(\d+)\]")


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


def minutes_of(
    store: SessionStore, aktor: Aktor, session_id: str, *, hari: date, smooth: Smooth | None = None
) -> Notulen:
    """The minutes of a kept session.

    Args:
        hari: The day they are written, which decides what is past due.
        smooth: A model that may mend sentences; never numbers, names or citations.

    Raises:
        MasukanError: no such session, or not for this actor.
    """
    sesi = get_session(store, aktor, session_id)
    with store.read() as c:
        earlier = of_kind(c, "tindaklanjut", until=sesi.hari[0], daerah=sesi.daerah)
    owed = [
        Terbuka(sesi=s, entri=e)
        for s, e in earlier
        if s.daerah == sesi.daerah
        and s.id != sesi.id
        and s.dibuka < sesi.dibuka
        and (e.beres is None or e.beres >= sesi.hari[0])
    ]
    return minutes(sesi, store.entries(sesi.id), owed, hari, smooth)


def minutes(
    sesi: Sesi,
    entries: Sequence[Entri],
    owed: Sequence[Terbuka],
    hari: date,
    smooth: Smooth | None = None,
) -> Notulen:
    """The minutes of a session, its entries and what its region owed before it."""
    by_kind = {kind: [e for e in entries if e.jenis == kind] for kind in ENTRIES}
    return Notulen(
        id=sesi.id,
        berjalan=sesi.ditutup is None,
        judul=title(sesi),
        identitas=tuple(_identity(sesi)),
        peserta=tuple(_participants(sesi)),
        sebelumnya=tuple(_action(t.entri, hari) for t in owed),
        pembahasan=tuple(_discussion(entries, smooth)),
        temuan=tuple(_checked(e.laporan) for e in by_kind["lampiran"] if e.laporan),
        keputusan=tuple(_decision(e, smooth) for e in by_kind["keputusan"]),
        tindaklanjut=tuple(_action(e, hari) for e in by_kind["tindaklanjut"]),
        banyak={kind: len(held) for kind, held in by_kind.items()},
    )


def _identity(sesi: Sesi) -> list[tuple[str, str]]:
    place = sesi.tempat or ("" if sesi.daring else m.NOTULEN_TEMPAT_KOSONG)
    if sesi.daring:
        place = f"{m.NOTULEN_DARING}, {place}" if place else m.NOTULEN_DARING
    values = {
        "kegiatan": title(sesi),
        "hari": full_days(sesi.hari),
        "waktu": hours(sesi),
        "tempat": place,
        "acara": sesi.topik[:1].upper() + sesi.topik[1:],
        "fasilitator": tulis.joined(list(sesi.fasilitator)) or None,
    }
    return [(m.NOTULEN_IDENTITAS[key], value) for key, value in values.items() if value]


def _participants(sesi: Sesi) -> list[str]:
    return [
        f"{p.nama} ({p.perangkat_daerah})" if p.perangkat_daerah else p.nama for p in sesi.peserta
    ]


def _discussion(entries: Sequence[Entri], smooth: Smooth | None) -> list[Bahasan]:
    """Points grouped by urusan in catalogue order and by tahapan in the order of the stages."""
    held = [e for e in entries if e.jenis in ("masalah", "solusi", "tanya")]
    groups: dict[tuple[str | None, str | None], list[Entri]] = {}
    for entry in held:
        groups.setdefault((entry.urusan, entry.tahapan), []).append(entry)
    urusan_rank = {name: n for n, name in enumerate((*ORDER, None))}
    stage_rank = {name: n for n, name in enumerate((*STAGES, None))}
    ordered = sorted(groups, key=lambda g: (urusan_rank[g[0]], stage_rank[g[1]]))  # type: ignore[index]
    return [
        Bahasan(
            urusan=urusan_name(urusan),
            tahapan=stage_name(stage),
            butir=tuple(_point(e, smooth) for e in groups[urusan, stage]),
        )
        for urusan, stage in ordered
    ]


def _point(entry: Entri, smooth: Smooth | None) -> Butir:
    label = m.NOTULEN_LABEL[entry.jenis]
    if entry.jawaban is None:
        return Butir(nomor=entry.nomor, label=label, teks=smoothed(entry.teks, smooth))
    answer, basis = answered(entry.jawaban)
    return Butir(nomor=entry.nomor, label=label, teks=entry.teks, jawaban=answer, dasar=basis)


def answered(held: Jawaban) -> tuple[str, str | None]:
    """The answer cut to what minutes can hold, and the basis of what is left of it."""
    if held.status != "answered":
        return NO_ANSWER.get(held.status, m.NOTULEN_TANPA_DASAR), None
    text = cut(" ".join(held.teks.split()), LONGEST_ANSWER)
    marks = {int(n) for n in MARK.findall(text)}
    basis = [_basis(d) for d in held.dasar if d.tanda in marks or not marks]
    return text, m.NOTULEN_DASAR.format(dasar="; ".join(basis[:MOST_BASES])) if basis else None


def _basis(basis: DasarJawaban) -> str:
    """ "[1] PP Nomor 2 Tahun 2018 Pasal 6 ayat (3), berlaku"; what is no law has no status."""
    parts = [f"[{basis.tanda}] {basis.label}"]
    if not basis.regulasi.startswith("sumber-"):
        parts.append(m.LEGAL_STATUS[basis.status])
        parts += [] if basis.terverifikasi else [m.LOCATOR_OPEN]
    return ", ".join(parts)


def cut(text: str, most: int) -> str:
    """At the end of a sentence where there is one, else at a word, with "…"."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    ends = [f.end() for f in re.finditer(r"(?<!\b\d)(?<!\b\d\d)[.;](?:\s*\[\d+\])*(?=\s)", head)]
    if ends and ends[-1] > most // 3:
        return head[: ends[-1]].rstrip(" ;") + " …"
    return head.rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _decision(entry: Entri, smooth: Smooth | None) -> str:
    text = smoothed(entry.teks, smooth)
    return f"{text} ({urusan_name(entry.urusan)})" if entry.urusan else text


def _action(entry: Entri, hari: date) -> BarisTindak:
    unknown = m.NOTULEN_BELUM_DITENTUKAN
    state = m.NOTULEN_TERBUKA
    if entry.beres:
        done = tulis.day(entry.beres)
        told = entry.beres_catatan
        state = (
            m.NOTULEN_SELESAI_CATATAN.format(hari=done, catatan=told)
            if told
            else m.NOTULEN_SELESAI.format(hari=done)
        )
    elif entry.tenggat and entry.tenggat < hari:
        state = m.NOTULEN_LEWAT
    return BarisTindak(
        nomor=entry.nomor,
        sesi=entry.sesi,
        teks=entry.teks,
        pic=entry.pic or unknown,
        tenggat=tulis.day(entry.tenggat) if entry.tenggat else unknown,
        keadaan=state,
    )


def _checked(laporan: LaporanDiperiksa) -> BarisTemuan:
    result = m.NOTULEN_HITUNG_TEMUAN.format(
        galat=laporan.galat, peringatan=laporan.peringatan, info=laporan.info
    )
    score = score_text(laporan)
    findings = [f"[{t.aturan}] {cut(t.pesan, 260)}" for t in laporan.temuan[:MOST_FINDINGS]]
    more = laporan.galat + laporan.peringatan + laporan.info - len(findings)
    if more > 0:
        findings.append(m.NOTULEN_TEMUAN_LAIN.format(n=more))
    period = f", {laporan.tahun}" if laporan.tahun else ""
    return BarisTemuan(
        nama=laporan.nama,
        hasil=f"{result}. {score}." if score else f"{result}.",
        temuan=tuple(findings),
        lampiran=m.NOTULEN_LAMPIRAN.format(
            nama=laporan.nama, periode=period, sha=laporan.sha256[:12]
        ),
    )


def score_text(laporan: LaporanDiperiksa) -> str | None:
    """ "IP SPM 93,41 (Tuntas Utama)"; None where the laporan could not be scored."""
    if laporan.indeks is None:
        return None
    shown = index_text(laporan.indeks)
    if laporan.kategori is None:
        return m.NOTULEN_SKOR_SAJA.format(indeks=shown)
    return m.NOTULEN_SKOR.format(indeks=shown, kategori=laporan.kategori)


def index_text(indeks: str) -> str:
    """A plain decimal string as people read it, two decimals."""
    return tulis.number(Decimal(indeks), 2)
