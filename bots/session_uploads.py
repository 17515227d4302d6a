"""Laporan that were checked in a chat where a session ran: attachments of that session."""

from assistant import messages as m
from assistant.conversation import Reply
from assistant.sessions.checked import laporan_of
from assistant.sessions.entries import attach
from assistant.sessions.store import SessionStore
from bots.bot_tables import Job
from bots.bot_types import Turn
from bots.office import Office
from bots.session_questions import collect
from bots.session_turn import actor_of, message_key, who, written
from bots.telegram_html import para


async def keep(office: Office, turn: Turn, job: Job, reply: Reply) -> None:
    """Attaches what came of a file to the session that ran when it was sent."""
    if reply.upload is not None and reply.upload.periksa is not None:
        store: SessionStore = await office.work(lambda: office.sessions)
        await office.work(_keep, office, store, turn, job, reply)


def _keep(office: Office, store: SessionStore, turn: Turn, job: Job, reply: Reply) -> None:
    sent = written(job.at, job.message)
    sesi = store.running_at(str(job.chat), sent)
    if sesi is None or reply.upload is None or reply.upload.periksa is None:
        return
    actor = actor_of(who(office, job.user), job.chat)
    held = attach(store, actor, sesi.id, laporan_of(reply.upload.periksa), now=sent)
    if held is not None:
        text = m.SESI_LAMPIRAN_DICATAT.format(nama=held.teks, id=sesi.id, nomor=held.nomor)
        late = [para(m.SESI_LAMPIRAN_SUSULAN.format(id=sesi.id))] if sesi.ditutup else []
        turn.say([para(text), *late])
        turn.audit.append(("sesi_lampiran", sesi.id))
    if reply.answer is not None:
        collect(store, actor, sesi, reply.answer, sent, message_key(job.chat, job.message))
