"""Entries as the points and rows of minutes."""

from collections.abc import Sequence
from datetime import date

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.minutes_models import Bahasan, BarisTemuan, BarisTindak, Butir
from assistant.sessions.minutes_text import answered, cut, score_text
from assistant.sessions.models import STAGES, Entri, LaporanDiperiksa
from assistant.sessions.smoothing import Smooth, smoothed
from assistant.sessions.wording import stage_name, urusan_name
from corpus.catalogue import ORDER

MOST_FINDINGS = 3


def discussion(entries: Sequence[Entri], smooth: Smooth | None) -> list[Bahasan]:
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
            butir=tuple(point(e, smooth) for e in groups[urusan, stage]),
        )
        for urusan, stage in ordered
    ]


def point(entry: Entri, smooth: Smooth | None) -> Butir:
    label = m.NOTULEN_LABEL[entry.jenis]
    if entry.jawaban is None:
        return Butir(nomor=entry.nomor, label=label, teks=smoothed(entry.teks, smooth))
    answer, basis = answered(entry.jawaban)
    return Butir(nomor=entry.nomor, label=label, teks=entry.teks, jawaban=answer, dasar=basis)


def decision(entry: Entri, smooth: Smooth | None) -> str:
    text = smoothed(entry.teks, smooth)
    return f"{text} ({urusan_name(entry.urusan)})" if entry.urusan else text


def action(entry: Entri, hari: date) -> BarisTindak:
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


def checked(laporan: LaporanDiperiksa) -> BarisTemuan:
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
