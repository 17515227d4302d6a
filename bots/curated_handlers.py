"""Questions without a source, and the answers that administrators give them."""

from datetime import datetime

from assistant import messages as m
from assistant.format import day as written_day
from assistant.format import number
from bots.access import Person
from bots.bot_types import Out, Post, Turn
from bots.office import Office, only_private
from bots.telegram_html import para, title
from bots.telegram_pages import page
from corpus import curated
from corpus.curated import Kurasi


async def unanswered(office: Office, turn: Turn, person: Person) -> None:
    """The questions that nobody answered yet, and the newest complaints."""
    if not only_private(turn):
        return
    rows = office.store.open_questions()
    if rows:
        lines = [
            m.BOT_BELUM_BARIS.format(
                id=r.id, tanya=r.question, hari=written_day(datetime.fromtimestamp(r.at).date())
            )
            for r in rows
        ]
        blocks = [title(m.BOT_BELUM.format(n=number(len(rows)))), *(para(x) for x in lines)]
        blocks.append(para(m.BOT_BELUM_CARA))
    else:
        blocks = [para(m.BOT_BELUM_KOSONG)]
    notes = office.store.feedback()
    if notes:
        blocks.append(title(m.BOT_ALASAN_TERBARU))
        parts = [[m.BOT_ALASAN[f.reason], f.passport, f.note] for f in notes]
        blocks.append(para("\n".join("• " + " · ".join(filter(None, p)) for p in parts)))
    turn.say(blocks)


async def answer(office: Office, turn: Turn, person: Person) -> None:
    """/jawab nomor teks: the answer enters the index, and who asked is told."""
    if not only_private(turn):
        return
    number_text, _, text = turn.incoming.text.partition(" ")
    if not number_text.isdecimal() or len(number_text) > 9 or not text.strip():
        turn.say([para(m.BOT_JAWAB_CARA)])
        return
    row = office.store.take_question(int(number_text), office.now())
    if row is None:
        turn.say([para(m.BOT_JAWAB_TIDAK_ADA.format(id=number_text))])
        return
    # What stays for good must not hold anybody's data.
    masked = office.conversation.vault.mask(str(person.id), text.strip())
    await office.work(_enter, office, row.id, row.question, masked)
    turn.audit.append(("jawab_admin", str(row.id)))
    turn.say([para(m.BOT_JAWAB_DISIMPAN)])
    if row.user != person.id and office.access.person(row.user, office.now()):
        shown = page([para(m.BOT_JAWAB_KABAR.format(tanya=row.question))])
        turn.posts.append(Post(row.user, Out(html=shown.html, plain=shown.plain)))


def _enter(office: Office, number: int, question: str, text: str) -> None:
    """Keeps the answer, brings the index up to date and takes it into use."""
    from ingest.sync import build, remembered

    day = datetime.fromtimestamp(office.now()).date()
    curated.keep(office.home, Kurasi(nomor=number, tanya=question, isi=text, hari=day))
    build(office.home, office.embedding, remembered(office.home))
    if office.reload is not None:
        office.conversation = office.reload(office.conversation)
