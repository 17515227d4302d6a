"""Questions, the buttons below an answer, and what is wrong with it."""

import json
import secrets

from assistant import messages as m
from assistant.answer import Answer, Citation
from assistant.conversation import Reply
from assistant.format import number
from assistant.render.answer_text import TIERS
from bots.access import Person
from bots.bot_tables import AnswerRow, Feedback, Unanswered
from bots.bot_types import Turn
from bots.office import Office, payer, rows_of
from bots.quotas import What
from bots.telegram_html import Block, Span, answer_blocks, para, paragraphs, quote, title

MOST_BUTTONS = 12
LABEL = 30
SHORT = (("Nomor ", ""), (" Tahun ", "/"), ("Pasal ", "Ps "), ("ayat ", ""))
REASON = "alasan"


async def ask(office: Office, turn: Turn, person: Person) -> None:
    """Answers the text of the message."""
    text = turn.incoming.text.strip()
    if not text:
        turn.say([para(m.BOT_TANYA_APA)])
        return
    if refused_by_quota(office, turn, person):
        return
    user, chat = str(turn.incoming.user), str(turn.incoming.chat)
    reply: Reply = await office.work(office.conversation.reply, user, chat, text)
    show(office, turn, person, reply)


def refused_by_quota(office: Office, turn: Turn, person: Person) -> bool:
    """Whether today's questions, or answers by the model, are used up; then says so."""
    kinds: list[What] = ["tanya"]
    if office.conversation.model_name:
        kinds.append("model")
    for what in kinds:
        left = office.access.left(payer(turn, person), person.quota, what, office.now())
        if left.left == 0:
            turn.audit.append(("kuota", what))
            turn.say([para(m.BOT_KUOTA_HABIS[what].format(batas=number(left.limit or 0)))])
            return True
    return False


def show(office: Office, turn: Turn, person: Person, reply: Reply) -> None:
    """A reply as messages with buttons, counted and noted."""
    who = payer(turn, person)
    turn.usage.append((who, "tanya"))
    if reply.answer is None:
        turn.audit.append(("jawab", f"gagal {reply.code}" if reply.code else "ditolak"))
        turn.say(paragraphs(reply.text))
        return
    answer = reply.answer
    turn.audit.append(("jawab", f"{answer.status} {reply.passport or ''}".strip()))
    blocks = answer_blocks(answer)
    used: list[What] = ["tanya"]
    if answer.mode == "model":
        turn.usage.append((who, "model"))
        used.append("model")
    blocks += [w for what in used if (w := warning(office, turn, person, what)) is not None]
    if answer.status == "unanswerable_no_source":
        _note_unanswered(office, turn, answer)
    turn.say(blocks, _buttons(office, turn, reply, answer))


def warning(office: Office, turn: Turn, person: Person, what: What) -> Block | None:
    """Says what is left after this one, where it is little."""
    left = office.access.left(payer(turn, person), person.quota, what, office.now())
    if left.left is None or left.limit is None:
        return None
    after = left.left - 1
    if after > left.limit // 5 or after < 0:
        return None
    text = m.BOT_KUOTA_SISA[what].format(sisa=number(after), batas=number(left.limit))
    return para(Span(text, "i"))


def _note_unanswered(office: Office, turn: Turn, answer: Answer) -> None:
    masked = office.conversation.vault.mask(str(turn.incoming.user), answer.question)
    turn.rows.append(
        Unanswered(
            user=turn.incoming.user, chat=turn.incoming.chat, question=masked[:1000],
            at=office.now(), answered_at=None,
        )
    )  # fmt: skip


def _buttons(
    office: Office, turn: Turn, reply: Reply, answer: Answer
) -> list[list[tuple[str, str]]]:
    """Marks that open a passage, then how to go on; empty where nothing was answered."""
    if answer.status == "refused_personal_data":
        return []
    row = AnswerRow(
        id=secrets.token_hex(5), user=turn.incoming.user, chat=turn.incoming.chat,
        passport=reply.passport, status=answer.status,
        citations=json.dumps([c.model_dump(mode="json") for c in answer.citations]),
        at=office.now(),
    )  # fmt: skip
    turn.rows.append(row)
    marks = [
        (f"[{c.mark}] {_short(c.label)}", f"b:{row.id}:{c.mark}")
        for c in answer.citations[:MOST_BUTTONS]
    ]
    wide = 1 if len(marks) < 4 else 2
    after = [(m.BOT_TOMBOL_LANJUT, "l"), (m.BOT_TOMBOL_KURANG, f"k:{row.id}")]
    return [*rows_of(marks, wide), after]


def _short(label: str) -> str:
    for long, short in SHORT:
        label = label.replace(long, short)
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


async def open_source(office: Office, turn: Turn, rest: list[str]) -> None:
    """The passage behind a mark, with its file, page and status."""
    row = office.store.answer(rest[0])
    found = [] if row is None or row.chat != turn.incoming.chat else json.loads(row.citations)
    wanted = [c for c in found if len(rest) > 1 and str(c["mark"]) == rest[1]]
    if not wanted:
        turn.toast = m.BOT_TOMBOL_BASI
        return
    turn.audit.append(("sumber", rest[0]))
    turn.say(passage(Citation.model_validate(wanted[0])))


def passage(citation: Citation) -> list[Block]:
    """A citation in full."""
    parts = [TIERS[citation.tier], m.LEGAL_STATUS[citation.legal_status]]
    if not citation.verified_locator:
        parts.append(m.LOCATOR_OPEN)
    source = citation.source
    if source.file and source.page:
        parts.append(m.BOT_LETAK_BERKAS.format(berkas=source.file, halaman=source.page))
    elif source.file:
        parts.append(m.BOT_LETAK_BERKAS_SAJA.format(berkas=source.file))
    head = title(f"[{citation.mark}] {citation.label}")
    return [head, para(Span(" · ".join(parts), "i")), quote(citation.text)]


async def go_on(office: Office, turn: Turn, rest: list[str]) -> None:
    """Opens the keyboard for the next question."""
    turn.say([para(m.BOT_LANJUT)], ask=True)


async def complain(office: Office, turn: Turn, rest: list[str]) -> None:
    """Asks what is wrong with an answer."""
    row = office.store.answer(rest[0]) if rest else None
    if row is None or row.chat != turn.incoming.chat:
        turn.toast = m.BOT_TOMBOL_BASI
        return
    reasons = [(text, f"a:{rest[0]}:{key}") for key, text in m.BOT_ALASAN.items()]
    turn.say([para(m.BOT_ALASAN_TANYA)], rows_of(reasons, 2))


async def take_reason(office: Office, turn: Turn, rest: list[str]) -> None:
    """Keeps a reason, or asks for one in the user's words."""
    row = office.store.answer(rest[0]) if len(rest) == 2 else None
    if row is None or rest[1] not in m.BOT_ALASAN or row.chat != turn.incoming.chat:
        turn.toast = m.BOT_TOMBOL_BASI
        return
    if rest[1] == "lain" and turn.incoming.private:
        turn.keep(REASON, {"jawaban": row.id})
        turn.say([para(m.BOT_ALASAN_TULIS)], ask=True)
        return
    _keep(office, turn, row, rest[1], None)


async def take_note(office: Office, turn: Turn, person: Person, state: dict[str, str]) -> None:
    """Keeps a reason in the user's words, masked."""
    turn.end()
    row = office.store.answer(state.get("jawaban", ""))
    if row is None:
        turn.say([para(m.BOT_TOMBOL_BASI)])
        return
    own = turn.incoming
    masked = office.conversation.vault.mask(str(own.user), own.text)
    _keep(office, turn, row, "lain", masked[:1000])


def _keep(office: Office, turn: Turn, row: AnswerRow, reason: str, note: str | None) -> None:
    turn.rows.append(
        Feedback(
            user=turn.incoming.user, answer=row.id, passport=row.passport, reason=reason,
            note=note, at=office.now(),
        )
    )  # fmt: skip
    turn.audit.append(("kurang_tepat", reason))
    turn.say([para(m.BOT_ALASAN_DITERIMA)])
