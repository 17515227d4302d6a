"""Files in the queue, checked one at a time, started again after a restart.

    queued -> running (download, check, render) -> done: summary, chart and result in the outbox

A file that ended the process itself is tried `MOST_TRIES` times and then given up with a sentence.
"""

import asyncio
import logging
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath

from assistant import messages as m
from assistant.conversation import Reply
from bots.bot_service import Service
from bots.bot_tables import Job
from bots.bot_types import Incoming, Out, Turn
from bots.carrier import CarrierError, Gone, Refused, Wait
from bots.check_results import CHART, RESULT, result_post, summary_blocks
from bots.job_queue import JobQueue
from bots.office import Office
from bots.question_handlers import show
from bots.result_process import write_apart
from bots.session_uploads import keep
from bots.telegram_html import para, paragraphs
from bots.telegram_pages import page

LOG = logging.getLogger("asisten_spm.bot")
MOST_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


class Jobs:
    """Works through the queue of files."""

    def __init__(self, office: Office, service: Service) -> None:
        self._office, self._service = office, service
        self._queue = JobQueue(office.store)
        self._wake = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "bot-upload")
        self._checking = False
        self.counts = {"done": 0, "failed": 0}

    def wake(self) -> None:
        """There may be something to do."""
        self._wake.set()

    async def run(self) -> None:
        """Works for ever, one file at a time, the oldest first."""
        await self._service.database(self._queue.again)
        while True:
            job = await self._service.database(self._queue.next)
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
        await keep(self._office, turn, job, reply)
        posts = await self._service.database(self._queue.finish, job, turn, True)
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
            return reply, self._results(reply, path, folder)
        finally:
            self._checking = False
            path.unlink(missing_ok=True)

    def _results(self, reply: Reply, path: Path, folder: Path) -> list[str]:
        """The files of a check; a summary without them is better than none."""
        try:
            return write_apart(reply.upload, path, folder) if reply.upload else []
        except OSError as error:
            LOG.error("results of %s: %s", folder.name, error)
            return []

    async def _tell(self, job: Job, text: str) -> None:
        """Says in the progress message how far it is; nothing depends on that message."""
        if job.progress is None:
            job.progress = await self._service.database(self._queue.progress, job.id)
        if job.progress is None:
            return
        shown = page([para(text.format(nama=job.file_name))])
        try:
            out = Out(html=shown.html, plain=shown.plain)
            await self._service.carrier.edit(job.chat, job.progress, out)
        except CarrierError as error:
            LOG.debug("no progress for job %s: %s", job.id, error)

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
        failed = [] if files else [para(m.BOT_HASIL_GAGAL)]
        turn.say([*summary_blocks(reply.upload), *failed])
        for name in files:
            if name == CHART:
                turn.posts.append(
                    result_post(job.id, job.chat, job.file_name, name, m.BOT_GRAFIK, photo=True)
                )
        if RESULT in files:
            others = [n for n in files if n.startswith("hasil.") and n != RESULT]
            buttons = tuple((n.split(".")[1].upper(), f"f:{job.id}:{n}") for n in others)
            turn.posts.append(
                result_post(job.id, job.chat, job.file_name, RESULT, m.BOT_HASIL_BERKAS, (buttons,))
            )
        if reply.answer is not None:
            person = self._office.access.person(job.user, self._office.now())
            if person is not None:
                show(self._office, turn, person, Reply(reply.text, reply.answer, reply.passport))

    async def _give_up(self, job: Job, folder: Path) -> None:
        turn = self._turn(job)
        turn.audit.append(("unggah_gagal", str(job.id)))
        turn.say([para(m.BOT_BERKAS_GAGAL.format(nama=job.file_name))])
        self._service.delivery.put(
            await self._service.database(self._queue.finish, job, turn, False)
        )
        shutil.rmtree(folder, ignore_errors=True)
        self.counts["failed"] += 1
