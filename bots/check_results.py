"""What comes of a check: files in the job's folder, and the messages that carry them."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from assistant import messages as m
from assistant.format import number
from bots.bot_types import Out, Post
from bots.telegram_html import Block, para, title
from bots.telegram_pages import CAPTION_LIMIT, page

if TYPE_CHECKING:
    from assistant.checking.models import HasilPeriksa
    from assistant.uploaded import Uploaded

MOST_FINDINGS = 5
CHART, RESULT = "grafik.png", "hasil.html"


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

    (folder / RESULT).write_text(check_html.render([result], ()), encoding="utf-8")
    check_docx.write([result], folder / "hasil.docx")
    if source.suffix.lower() == ".xlsx":
        check_xlsx.write_marked(result, source, folder / "hasil.xlsx")
    else:
        check_xlsx.write([result], folder / "hasil.xlsx")
    return [RESULT, "hasil.xlsx", "hasil.docx"]


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
