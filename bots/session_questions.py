"""Questions in a chat where a session runs: answered as ever, by the law of its day, and kept."""

from datetime import datetime

from assistant import messages as m
from assistant.answer import Answer
from assistant.conversation import Reply
from assistant.sessions.entries import keep_answer
from assistant.sessions.models import Aktor, Sesi
from assistant.sessions.store import SessionStore
from bots import question_handlers
from bots.access import Person
from bots.bot_types import Turn
from bots.office import Office
from bots.session_turn import session_turn
from bots.telegram_html import para
from corpus.errors import MasukanError


async def ask(office: Office, turn: Turn, person: Person) -> None:
    """Answers the text of the message; in a session it is collected too."""
    st = await session_turn(office, turn, person)
    text = turn.incoming.text.strip()
    if st.running is None or not text:
        await question_handlers.ask(office, turn, person)
        return
    if question_handlers.refused_by_quota(office, turn, person):
        return
    user, chat, day = str(turn.incoming.user), str(turn.incoming.chat), st.running.hari[-1]
    reply: Reply = await office.work(office.conversation.reply, user, chat, text, on=day)
    question_handlers.show(office, turn, person, reply)
    if reply.answer is not None:
        told = await office.work(
            collect, st.store, st.actor, st.running, reply.answer, st.now, st.key
        )
        if told:
            st.say(para(told))


def collect(
    store: SessionStore, actor: Aktor, running: Sesi, answer: Answer, now: datetime, key: str
) -> str | None:
    """Keeps a question with its answer; a sentence where that was refused.

    The answer is the user's in any case: what the session cannot take must not hold it back.
    """
    try:
        keep_answer(store, actor, running.id, answer, now=now, asal=key)
    except MasukanError as error:
        return m.SESI_PERTANYAAN_TAK_TERCATAT.format(sebab=error)
    return None
