"""Uploads: queued in the database, checked one at a time, started again after a restart.

    queued -> running (download, check, render) -> done: summary, chart and result in the outbox

A file that ended the process itself is tried `MOST_TRIES` times and then given up with a sentence.
"""

import asyncio
import logging
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from assistant import messages as m
from assistant.conversation import Reply
from assistant.format import number
from assistant.read_laporan import SUFFIXES
from assistant.uploaded import CHECKED
from bots.access import Person
from bots.bot_service import Service
from bots.bot_store import DONE, FAILED, NEW, RUNNING, Store, Waiting
from bots.bot_tables import Job, OutboxRow
from bots.bot_types import Incoming, Out, Post, Turn
from bots.carrier import CarrierError, Gone, Refused, Wait
from bots.office import Office, payer
from bots.question_handlers import show, warning
from bots.telegram_html import CAPTION_LIMIT, Block, clean, page, para, paragraphs, title

if TYPE_CHECKING:
    from assistant.checking.models import HasilPeriksa
    from assistant.uploaded import Uploaded

LOG = logging.getLogger("asisten_spm.bot")
MOST_TRIES = 3
MOST_FINDINGS = 5
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
MEGABYTE = 1024 * 1024
CHART = "grafik.png"


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
            state=NEW, progress=None, tries=0, at=office.now(),
        )
    )  # fmt: skip


def open_jobs(store: Store) -> int:
    """How many files wait or are being checked."""
    with store.session() as session:
        wanted = select(func.count()).select_from(Job).where(Job.state.in_((NEW, RUNNING)))
        return session.scalar(wanted) or 0


class Jobs:
    """Works through the queue of files."""

    def __init__(self, office: Office, service: Service) -> None:
        self._office, self._service, self._store = office, service, office.store
        self._wake = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "bot-upload")
        self._checking = False
        self.counts = {"done": 0, "failed": 0}

    def wake(self) -> None:
        """There may be something to do."""
        self._wake.set()

    async def run(self) -> None:
        """Works for ever, one file at a time, the oldest first."""
        await self._service.database(self._again)
        while True:
            job = await self._service.database(self._next)
            if job is None:
                self._wake.clear()
                await self._wake.wait()
                continue
            await self._one(job)

    @property
    def busy(self) -> bool:
        """Whether a file is being checked in the thread at this moment."""
        return self._checking

    def close(self) -> None:
        """Ends the thread; what runs is started again next time."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _again(self) -> None:
        with self._store.session() as session:
            session.execute(update(Job).where(Job.state == RUNNING).values(state=NEW))

    def _next(self) -> Job | None:
        """The oldest job, counted as tried."""
        with self._store.session() as session:
            wanted = select(Job).where(Job.state == NEW).order_by(Job.id).limit(1)
            job = session.scalar(wanted)
            if job is not None:
                job.state, job.tries = RUNNING, job.tries + 1
            return job

    async def _one(self, job: Job) -> None:
        folder = self._office.results / str(job.id)
        if job.tries > MOST_TRIES:
            await self._give_up(job, folder)
            return
        try:
            path = await self._download(job, folder)
            await self._tell(job, m.BOT_BERKAS_PERIKSA)
            loop = asyncio.get_running_loop()
            reply, files = await loop.run_in_executor(self._thread, self._check, job, path, folder)
        except (Gone, Refused) as error:
            LOG.warning("file of job %s cannot be fetched: %s", job.id, error)
            await self._give_up(job, folder)
            return
        except OSError as error:
            LOG.error("job %s: %s", job.id, type(error).__name__)
            await self._give_up(job, folder)
            return
        turn = self._turn(job)
        self._compose(turn, job, reply, files)
        posts = await self._service.database(self._finish, job, turn, DONE)
        self._service.delivery.put(posts)
        self.counts["done"] += 1

    async def _download(self, job: Job, folder: Path) -> Path:
        """The file, waiting for a Telegram that is out of reach.

        Raises:
            Gone, Refused: Telegram will not hand it over.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"kiriman{PurePath(job.file_name).suffix.lower()}"
        await self._tell(job, m.BOT_BERKAS_UNDUH)
        wait = FIRST_WAIT
        while True:
            try:
                await self._service.carrier.download(job.file_id, path)
                return path
            except (Gone, Refused):
                raise
            except Wait as error:
                await asyncio.sleep(error.seconds)
            except CarrierError as error:
                LOG.info("download of job %s: %s", job.id, error)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    def _check(self, job: Job, path: Path, folder: Path) -> tuple[Reply, list[str]]:
        """Reads and checks the file and writes the results; the names of these, chart first."""
        self._checking = True
        try:
            reply = self._office.conversation.reply_to_file(
                str(job.user), str(job.chat), path, job.file_name, job.caption or ""
            )
            return reply, write_results(reply.upload, path, folder) if reply.upload else []
        finally:
            self._checking = False
            path.unlink(missing_ok=True)

    async def _tell(self, job: Job, text: str) -> None:
        """Says in the progress message how far it is; nothing depends on that message."""
        if job.progress is None:
            job.progress = await self._service.database(self._progress, job.id)
        if job.progress is None:
            return
        shown = page([para(text.format(nama=job.file_name))])
        try:
            out = Out(html=shown.html, plain=shown.plain)
            await self._service.carrier.edit(job.chat, job.progress, out)
        except CarrierError as error:
            LOG.debug("no progress for job %s: %s", job.id, error)

    def _progress(self, job_id: int) -> int | None:
        with self._store.session() as session:
            return session.scalar(select(Job.progress).where(Job.id == job_id))

    def _turn(self, job: Job) -> Turn:
        own = Incoming(
            update_id=job.update, kind="file", user=job.user, chat=job.chat, message=job.message,
            private=job.private, text=job.caption or "",
        )  # fmt: skip
        return Turn(own, progress=job.progress)

    def _compose(self, turn: Turn, job: Job, reply: Reply, files: list[str]) -> None:
        """Summary, chart, result, and the answer to the caption."""
        if reply.upload is None:
            turn.say(paragraphs(reply.text))
            return
        turn.say(summary_blocks(reply.upload))
        for name in files:
            if name == CHART:
                turn.posts.append(
                    result_post(job.id, job.chat, job.file_name, name, m.BOT_GRAFIK, photo=True)
                )
        if "hasil.html" in files:
            others = [n for n in files if n.startswith("hasil.") and n != "hasil.html"]
            buttons = tuple((n.split(".")[1].upper(), f"f:{job.id}:{n}") for n in others)
            turn.posts.append(
                result_post(
                    job.id, job.chat, job.file_name, "hasil.html", m.BOT_HASIL_BERKAS, (buttons,)
                )
            )
        if reply.answer is not None:
            person = self._office.access.person(job.user, self._office.now())
            if person is not None:
                show(self._office, turn, person, Reply(reply.text, reply.answer, reply.passport))

    def _finish(self, job: Job, turn: Turn, state: str) -> list[Waiting]:
        """Marks a job as over and queues what came of it; nothing where it was over before."""
        with self._store.session() as session:
            done = session.execute(
                update(Job)
                .where(Job.id == job.id, Job.state == RUNNING)
                .values(state=state, caption=None)
            )
            if getattr(done, "rowcount", 0) != 1:
                return []
            # The summary takes the place of the progress message, which may be on its way still.
            sent = select(OutboxRow.message).where(OutboxRow.job == job.update)
            turn.progress = turn.progress or session.scalar(sent)
        return self._store.complete(turn, time.time())

    async def _give_up(self, job: Job, folder: Path) -> None:
        turn = self._turn(job)
        turn.audit.append(("unggah_gagal", str(job.id)))
        turn.say([para(m.BOT_BERKAS_GAGAL.format(nama=job.file_name))])
        self._service.delivery.put(await self._service.database(self._finish, job, turn, FAILED))
        shutil.rmtree(folder, ignore_errors=True)
        self.counts["failed"] += 1


def result_post(
    job: int, chat: int, source: str, name: str, text: str,
    buttons: tuple[tuple[tuple[str, str], ...], ...] = (), photo: bool = False,
) -> Post:  # fmt: skip
    """One of the files that a check gave, named after the file that was checked."""
    shown = page([para(f"{text}: {source}")], CAPTION_LIMIT)
    stem = PurePath(source).stem[:60]
    out = Out(
        kind="photo" if photo else "document", html=shown.html, plain=shown.plain,
        buttons=tuple(row for row in buttons if row), file=f"{job}/{name}",
        file_name=f"{stem}-{name}",
    )  # fmt: skip
    return Post(chat, out)


def write_results(upload: "Uploaded", source: Path, folder: Path) -> list[str]:
    """Chart and results of a check in `folder`; their names."""
    names = []
    if upload.skor is not None:
        from assistant.render.chart import draw

        draw(upload.skor, folder / CHART)
        names.append(CHART)
    if upload.periksa is not None:
        names += _written(upload.periksa, source, folder)
    return names


def _written(result: "HasilPeriksa", source: Path, folder: Path) -> list[str]:
    from assistant.render import check_docx, check_html, check_xlsx

    (folder / "hasil.html").write_text(check_html.render([result], ()), encoding="utf-8")
    check_docx.write([result], folder / "hasil.docx")
    if source.suffix.lower() == ".xlsx":
        check_xlsx.write_marked(result, source, folder / "hasil.xlsx")
    else:
        check_xlsx.write([result], folder / "hasil.xlsx")
    return ["hasil.html", "hasil.xlsx", "hasil.docx"]


def summary_blocks(upload: "Uploaded") -> list[Block]:
    """What came of a file: score, counts, the five worst findings."""
    blocks = [title(m.BOT_BERKAS_SELESAI.format(nama=upload.nama))]
    if upload.skor is not None:
        from assistant.render.score_text import heading

        blocks.append(para("\n".join(heading(upload.skor))))
    if upload.periksa is not None:
        from assistant.render.check_words import identity_text, sentence, summary_text

        found = upload.periksa.temuan
        blocks.append(para(identity_text(upload.periksa)))
        blocks.append(para(summary_text(upload.periksa) if found else m.PERIKSA_BERSIH))
        if found:
            blocks.append(title(m.BOT_TEMUAN_TERATAS))
        for n, one in enumerate(found[:MOST_FINDINGS], 1):
            blocks.append(para(f"{n}. {sentence(one)} [{one.aturan}]"))
        if len(found) > MOST_FINDINGS:
            blocks.append(para(m.BOT_TEMUAN_LAIN.format(n=number(len(found) - MOST_FINDINGS))))
    blocks += [para(note) for note in upload.catatan]
    return [*blocks, para(m.BOT_TANYA_LAPORAN)]


async def send_result(office: Office, turn: Turn, rest: list[str]) -> None:
    """Sends the result in another format, while it is kept."""
    own = turn.incoming
    job = None
    if len(rest) == 2 and rest[0].isdecimal() and rest[1] in ("hasil.xlsx", "hasil.docx"):
        with office.store.session() as session:
            job = session.get(Job, int(rest[0]))
    if job is None or job.chat != own.chat or not (office.results / rest[0] / rest[1]).exists():
        turn.say([para(m.BOT_HASIL_TIDAK_ADA)])
        return
    turn.posts.append(result_post(job.id, own.chat, job.file_name, rest[1], m.BOT_HASIL_BERKAS))
