"""Files from a chat: refused at once or queued, and results sent again in another format."""

from pathlib import PurePath

from assistant import messages as m
from assistant.format import number
from assistant.read_laporan import SUFFIXES
from assistant.uploaded import CHECKED
from bots.access import Person
from bots.bot_store import NEW
from bots.bot_tables import Job
from bots.bot_types import Out, Post, Turn
from bots.check_results import result_post
from bots.job_queue import JobQueue, open_jobs
from bots.office import Office, payer
from bots.question_handlers import warning
from bots.telegram_html import clean, para
from bots.telegram_pages import page

MEGABYTE = 1024 * 1024
OTHER_FORMATS = ("hasil.xlsx", "hasil.docx")


async def receive(office: Office, turn: Turn, person: Person) -> None:
    """Takes a file: refused at once for its format or size, else queued."""
    own = turn.incoming
    assert own.file is not None
    name = clean(PurePath(own.file.name.replace("\\", "/")).name)[-120:] or "berkas"
    if PurePath(name).suffix.lower() not in (*CHECKED, *SUFFIXES):
        turn.say([para(m.UPLOAD_FORMAT.format(nama=name))])
        return
    size = own.file.size or 0
    if size > office.upload_mb * MEGABYTE:
        shown = m.BOT_BERKAS_BESAR.format(
            nama=name, ukuran=number(-(-size // MEGABYTE)), batas=number(office.upload_mb)
        )
        turn.say([para(shown)])
        return
    left = office.access.left(payer(turn, person), person.quota, "unggah", office.now())
    if left.left == 0:
        turn.audit.append(("kuota", "unggah"))
        turn.say([para(m.BOT_KUOTA_HABIS["unggah"].format(batas=number(left.limit or 0)))])
        return
    text = m.BOT_BERKAS_DITERIMA.format(nama=name)
    if ahead := open_jobs(office.store):
        text += m.BOT_BERKAS_ANTRE.format(n=number(ahead))
    after = warning(office, turn, person, "unggah")
    shown_page = page([para(text), *([after] if after else [])])
    out = Out(html=shown_page.html, plain=shown_page.plain,
              reply_to=None if own.private else own.message)  # fmt: skip
    turn.posts.append(Post(own.chat, out, job=own.update_id))
    turn.usage.append((payer(turn, person), "unggah"))
    turn.audit.append(("unggah", PurePath(name).suffix.lower()))
    turn.rows.append(
        Job(
            update=own.update_id, user=own.user, chat=own.chat, message=own.message,
            private=own.private, file_id=own.file.id, file_name=name, caption=own.text or None,
            state=NEW, progress=None, tries=0, at=own.at or office.now(),
        )
    )  # fmt: skip


async def send_result(office: Office, turn: Turn, rest: list[str]) -> None:
    """Sends the result in another format, while it is kept."""
    own, job = turn.incoming, None
    if len(rest) == 2 and rest[0].isdecimal() and rest[1] in OTHER_FORMATS:
        job = JobQueue(office.store).find(int(rest[0]), own.chat)
    if job is None or not (office.results / rest[0] / rest[1]).exists():
        turn.say([para(m.BOT_HASIL_TIDAK_ADA)])
        return
    turn.posts.append(result_post(job.id, own.chat, job.file_name, rest[1], m.BOT_HASIL_BERKAS))
