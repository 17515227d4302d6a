"""/sesi: an assistance session from a chat; the chat is the session's own while it runs.

    /sesi mulai DAERAH | TOPIK     opens one (Sekber and administrators)
    /sesi masalah TEKS             also solusi, keputusan, tindaklanjut
    /sesi tanya PERTANYAAN         a cited answer that is kept with the session
    /sesi tutup                    closes it and sends the minutes

What a message adds is kept under the number of its update, so that a restart adds it once.
"""

from datetime import UTC, datetime

from assistant import messages as m
from assistant.conversation import Reply
from assistant.render import minutes_docx
from assistant.sessions import entries
from assistant.sessions.export import summary
from assistant.sessions.lifecycle import close_session, open_session, refuse_closed
from assistant.sessions.minutes import minutes_of
from assistant.sessions.models import Aktor, Sesi
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import entry_line, open_line, region_name
from bots.access import Person
from bots.bot_types import Out, Post, Turn
from bots.law_handlers import today
from bots.office import Office
from bots.question_handlers import refused_by_quota, show
from bots.telegram_html import para, paragraphs
from bots.telegram_pages import CAPTION_LIMIT, page

NOTES = ("masalah", "solusi", "keputusan", "tindaklanjut")


async def session(office: Office, turn: Turn, person: Person) -> None:
    """One /sesi command."""
    word, _, rest = turn.incoming.text.strip().partition(" ")
    word, rest = word.lower(), rest.strip()
    store = await office.work(SessionStore, office.sessions_url)
    try:
        actor = _actor(turn, person)
        running = await office.work(store.running, str(turn.incoming.chat))
        if word == "mulai":
            await office.work(_begin, office, turn, store, actor, rest)
        elif running is None:
            turn.say([para(m.BOT_SESI_TIDAK_ADA), para(m.BOT_SESI_CARA)])
        elif word in NOTES:
            await office.work(_note, office, turn, store, actor, running, word, rest)
        elif word == "tanya":
            await _ask(office, turn, store, actor, running, rest, person)
        elif word == "tutup":
            await office.work(_close, office, turn, store, actor, running)
        else:
            text = await office.work(summary, store, actor, running.id)
            turn.say([*paragraphs(text), para(m.BOT_SESI_CARA)])
    finally:
        store.close()


def _actor(turn: Turn, person: Person) -> Aktor:
    role = "peserta"
    if person.role == "admin":
        role = "admin"
    elif person.role == "sekber":
        role = "sekber"
    return Aktor.model_validate(
        {"id": str(person.id), "peran": role, "chat": str(turn.incoming.chat)}
    )


def _now(office: Office) -> datetime:
    return datetime.fromtimestamp(office.now(), UTC)


def _origin(turn: Turn) -> str:
    return f"telegram-{turn.incoming.update_id}"


def _begin(office: Office, turn: Turn, store: SessionStore, actor: Aktor, rest: str) -> None:
    region, bar, topic = (part.strip() for part in rest.partition("|"))
    if not region or not bar or not topic:
        turn.say([para(m.BOT_SESI_CARA)])
        return
    begun = open_session(
        store, actor, daerah=region, topik=topic, now=_now(office), asal=_origin(turn)
    )
    turn.audit.append(("sesi_mulai", begun.sesi.id))
    blocks = [para(m.BOT_SESI_DIBUKA.format(id=begun.sesi.id))]
    if begun.terbuka:
        head = m.SESI_MASIH_TERBUKA.format(
            daerah=region_name(begun.sesi.daerah), jumlah=len(begun.terbuka)
        )
        blocks.append(para("\n".join([head, *(open_line(one) for one in begun.terbuka)])))
    turn.say([*blocks, para(m.BOT_SESI_CARA)])


def _note(
    office: Office, turn: Turn, store: SessionStore, actor: Aktor, running: Sesi, word: str,
    rest: str,
) -> None:  # fmt: skip
    kept = entries.note(
        store, actor, running.id, entries.to_kind(word), rest, now=_now(office),
        asal=_origin(turn),
    )  # fmt: skip
    turn.audit.append(("sesi_catat", running.id))
    if kept is not None:
        turn.say([para(entry_line(kept))])


async def _ask(
    office: Office, turn: Turn, store: SessionStore, actor: Aktor, running: Sesi, question: str,
    person: Person,
) -> None:  # fmt: skip
    refuse_closed(running)
    if not question:
        turn.say([para(m.BOT_TANYA_APA)])
        return
    if refused_by_quota(office, turn, person):
        return
    user, chat = str(turn.incoming.user), str(turn.incoming.chat)
    day = running.hari[-1]
    reply: Reply = await office.work(office.conversation.reply, user, chat, question, on=day)
    if reply.answer is not None:
        await office.work(
            entries.keep_answer, store, actor, running.id, reply.answer, now=_now(office),
            asal=_origin(turn),
        )  # fmt: skip
    show(office, turn, person, reply)


def _close(office: Office, turn: Turn, store: SessionStore, actor: Aktor, running: Sesi) -> None:
    close_session(store, actor, running.id, now=_now(office))
    folder = f"sesi-{turn.incoming.update_id}"
    (office.results / folder).mkdir(parents=True, exist_ok=True)
    name = f"notulen-{running.id}.docx"
    minutes = minutes_of(store, actor, running.id, hari=today(office))
    minutes_docx.write_any(minutes, office.results / folder / name)
    turn.audit.append(("sesi_tutup", running.id))
    shown = page([para(m.SESI_DITUTUP.format(id=running.id))], CAPTION_LIMIT)
    out = Out(
        kind="document", html=shown.html, plain=shown.plain, file=f"{folder}/{name}",
        file_name=name,
    )  # fmt: skip
    turn.posts.append(Post(turn.incoming.chat, out))
