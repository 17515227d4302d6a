"""What is added to a session while it runs; arguments as in `lifecycle`."""

from datetime import datetime

from assistant import messages as m
from assistant.answer import Answer
from assistant.sessions.masking import masked
from assistant.sessions.models import (
    NOTES,
    Aktor,
    Bidang,
    DasarJawaban,
    Entri,
    Jawaban,
    JenisCatatan,
    LaporanDiperiksa,
)
from assistant.sessions.notes import guess_stage, guess_urusan, parse_note
from assistant.sessions.roles import get_session, require
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError

LONGEST_NOTE = 2_000


def to_kind(text: str) -> JenisCatatan:
    """A kind of note by its name, also "tindak lanjut".

    Raises:
        MasukanError: it is none.
    """
    wanted = "".join(c for c in text.lower() if c.isalpha())
    for kind in NOTES:
        if wanted == kind:
            return kind
    raise MasukanError(m.SESI_JENIS_TAK_DIKENAL.format(nilai=text, pilihan=", ".join(NOTES)))


def note(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    jenis: JenisCatatan,
    teks: str,
    *,
    now: datetime,
    said: Bidang | None = None,
    asal: str | None = None,
) -> Entri | None:
    """Keeps a note; what it is about is guessed where `said` and tags in the text do not tell.

    An edited message is given again with the same `asal`: the later text counts.

    Returns:
        The entry as it is kept; None where this message was removed before.

    Raises:
        MasukanError: not allowed, closed, empty, too long, or a tag not understood.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "catat", sesi)
    text, about = parse_note(checked_text(teks), jenis, sesi.hari[-1], said)
    entry = Entri(
        sesi=sesi.id, nomor=0, jenis=jenis, teks=checked_text(text), penulis=aktor.id, asal=asal,
        dicatat=now, pasti=said is not None and said != Bidang(), **about.model_dump(),
    )  # fmt: skip
    return store.put(entry)


def keep_answer(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    answer: Answer,
    *,
    now: datetime,
    asal: str | None = None,
) -> Entri | None:
    """Keeps a question with its cited answer.

    Raises:
        MasukanError: not allowed or closed.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "catat", sesi)
    basis = tuple(
        DasarJawaban(
            tanda=c.mark,
            label=c.label, regulasi=c.regulation, status=c.legal_status,
            terverifikasi=c.verified_locator,
        )
        for c in answer.citations
    )  # fmt: skip
    kept = Jawaban(
        status=answer.status, teks=masked(answer.answer), dasar=basis,
        catatan=answer.notices,
    )  # fmt: skip
    question = checked_text(answer.question)
    about = f"{question} {answer.answer}"
    return store.put(
        Entri(
            sesi=sesi.id, nomor=0, jenis="tanya", teks=question, penulis=aktor.id, asal=asal,
            dicatat=now, jawaban=kept, urusan=guess_urusan(question) or guess_urusan(about),
            tahapan=guess_stage(question),
        )
    )  # fmt: skip


def attach(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    laporan: LaporanDiperiksa,
    *,
    now: datetime,
    asal: str | None = None,
) -> Entri | None:
    """Keeps a laporan that was checked; the same file again brings its counts up to date.

    Raises:
        MasukanError: not allowed or closed.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "catat", sesi)
    clean = laporan.model_copy(
        update={
            "nama": masked(laporan.nama),
            "temuan": tuple(
                t.model_copy(update={"pesan": masked(t.pesan)}) for t in laporan.temuan
            ),
        }
    )
    key = asal or f"laporan/{laporan.sha256}"
    return store.put(
        Entri(
            sesi=sesi.id, nomor=0, jenis="lampiran", teks=clean.nama, penulis=aktor.id, asal=key,
            dicatat=now, laporan=clean,
        )
    )  # fmt: skip


def list_entries(store: SessionStore, aktor: Aktor, session_id: str) -> list[Entri]:
    """A session's entries, the first written first.

    Raises:
        MasukanError: not allowed, or no such session.
    """
    return store.entries(get_session(store, aktor, session_id).id)


def checked_text(text: str) -> str:
    """The note on one line, masked, neither empty nor endless."""
    clean = masked(" ".join(text.split()))
    if not clean:
        raise MasukanError(m.SESI_TEKS_KOSONG)
    if len(clean) > LONGEST_NOTE:
        raise MasukanError(m.SESI_TEKS_PANJANG.format(batas=LONGEST_NOTE))
    return clean
