"""The recap of a month, quarter or year. Its sums are made from the list that it shows."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.gathered import counts, of_kind, problems, questions, sessions
from assistant.sessions.models import ENTRIES, KINDS, STAGES, Aktor, Sesi, Terbuka
from assistant.sessions.notes import to_urusan
from assistant.sessions.periods import Kurun
from assistant.sessions.places import region_of
from assistant.sessions.recap_models import BarisKegiatan, BarisMasalah, Pertanyaan, Rekap
from assistant.sessions.roles import require
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import region_name, title, urusan_name
from corpus.catalogue import ORDER
from corpus.models import UrusanId

UNANSWERED = ("unanswerable_no_source", "unanswerable_out_of_scope")
WORD = re.compile(r"\w+")


def recap(
    store: SessionStore,
    aktor: Aktor,
    kurun: Kurun,
    *,
    daerah: str | None = None,
    urusan: str | None = None,
) -> Rekap:
    """The recap of a span; a session belongs to the span of its first day.

    Args:
        daerah: Only this region, or a province with its regions.
        urusan: Only entries of this urusan, and sessions that hold one.

    Raises:
        MasukanError: the actor is neither Sekber nor an administrator, or a filter is unknown.
    """
    require(aktor, "kelola")
    kode = region_of(daerah).kode if daerah else None
    only = to_urusan(urusan) if urusan else None
    span = (kurun.awal, kurun.akhir, kode)
    with store.read() as c:
        per_session = counts(c, *span, only)
        held = sessions(c, *span)
        found = problems(c, *span, only)
        grouped = _questions(questions(c, *span, only))
        still = of_kind(c, "tindaklanjut", *span, undone_only=True)
    held = [s for s in held if only is None or s.id in per_session]
    none: Counter[str] = Counter()
    rows = tuple(_activity(n, s, per_session.get(s.id, none)) for n, s in enumerate(held, 1))
    return Rekap(
        kurun=kurun,
        saringan=_filters(kode, only),
        kegiatan=rows,
        jenis={kind: sum(r.kegiatan == kind for r in rows) for kind in KINDS},
        daerah=dict(sorted(Counter(r.daerah for r in rows).items())),
        banyak={kind: sum(r.banyak[kind] for r in rows) for kind in ENTRIES},
        masalah=_problems(found),
        pertanyaan=grouped,
        tanpa_jawaban=tuple(p for p in grouped if p.status in UNANSWERED),
        terbuka=tuple(Terbuka(sesi=s, entri=e) for s, e in still if only in (None, e.urusan)),
    )


def _filters(kode: str | None, only: UrusanId | None) -> tuple[str, ...]:
    named = [region_name(kode)] if kode else []
    return (*named, *([urusan_name(only)] if only else ()))


def _activity(nomor: int, sesi: Sesi, held: Counter[str]) -> BarisKegiatan:
    return BarisKegiatan(
        nomor=nomor,
        sesi=sesi.id,
        hari=sesi.hari,
        kegiatan=sesi.kegiatan,
        daerah=sesi.daerah,
        judul=title(sesi),
        keluaran=sesi.keluaran or output(sesi, held),
        banyak={kind: held[kind] for kind in ENTRIES},
    )


def output(sesi: Sesi, held: Counter[str]) -> str:
    """What came of a session in one line, where nobody wrote it: its topic and what was noted."""
    parts = [
        f"{tulis.number(held[kind])} {m.SESI_JENIS_ENTRI[kind]}" for kind in ENTRIES if held[kind]
    ]
    topic = m.REKAP_KELUARAN.format(topik=sesi.topik)
    return (
        m.REKAP_KELUARAN_RINCI.format(topik=topic, rincian=tulis.joined(parts)) if parts else topic
    )


def _problems(found: Counter[tuple[str | None, str | None]]) -> tuple[BarisMasalah, ...]:
    """One row per urusan that has problems, in catalogue order, those of no urusan last."""
    rows = [
        BarisMasalah(urusan=name, tahapan=tuple(found[name, stage] for stage in (*STAGES, None)))
        for name in (*ORDER, None)
    ]
    return tuple(row for row in rows if row.jumlah)


def _questions(asked: Sequence[tuple[str, str, int]]) -> tuple[Pertanyaan, ...]:
    """Questions that differ only in case and marks counted together, the most asked first.

    The status is the best that any of them got: a question answered once is answered.
    """
    first: dict[str, str] = {}
    best: dict[str, str] = {}
    times: Counter[str] = Counter()
    for text, status, number in asked:
        key = " ".join(WORD.findall(text.lower()))
        first.setdefault(key, text)
        if status == "answered" or key not in best:
            best[key] = status
        times[key] += number
    ranked = sorted(times, key=lambda k: (-times[k], first[k]))
    return tuple(Pertanyaan(teks=first[k], kali=times[k], status=best[k]) for k in ranked)
