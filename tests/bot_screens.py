"""The main flows as an HTML page of chat bubbles: python -m tests.bot_screens HOME OUT.html

Made from what the fake Bot API holds after real conversations: the bot's own text, entities and
buttons, as Telegram would show them.
"""

import base64
import html
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from tests.bot_harness import ADMIN, ANA, let_in, running
from tests.fake_telegram import BOT_ID, FakeTelegram, Person

TAGS = {
    "bold": "b", "italic": "i", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
STYLE = """
body{background:#334;font:15px/1.35 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:24px}
section{width:390px;background:#cfd9e4;padding:10px;border-radius:14px;align-self:flex-start}
h2{font-size:14px;margin:2px 0 8px;color:#345}
.b,.u{border-radius:12px;padding:7px 10px;margin:6px 0;max-width:86%;white-space:pre-wrap;
overflow-wrap:anywhere}.b{background:#fff}.u{background:#dcf6c4;margin-left:auto;width:fit-content}
blockquote{margin:4px 0;border-left:3px solid #48c;background:#eaf2fb;padding:3px 8px;font-size:13px}
code{font-size:11px;white-space:pre;display:inline-block;max-width:100%;overflow-x:auto}
.k{display:flex;gap:4px;margin:3px 0;max-width:92%}.k span{flex:1;background:#5b7a99;color:#fff;
border-radius:8px;padding:6px;text-align:center;font-size:13px}
img{width:100%;border-radius:8px}.f{background:#eef;border-radius:8px;padding:6px;font-size:13px}
"""


def main(index: Path, out: Path) -> None:
    """Plays the flows and writes the page."""
    home = Path(tempfile.mkdtemp()) / "home"
    home.mkdir()
    shutil.copytree(index / "index", home / "index")
    with FakeTelegram() as fake, running(home, fake, Assistant(home)):
        parts = play(fake, home)
    body = "".join(f"<section><h2>{t}</h2>{''.join(b)}</section>" for t, b in parts)
    head = f'<!doctype html><meta charset="utf-8"><title>Bot</title><style>{STYLE}</style>'
    out.write_text(head + body, encoding="utf-8")


def play(fake: FakeTelegram, home: Path) -> list[tuple[str, list[str]]]:
    """The flows one after the other, each with its bubbles."""
    let_in(fake, ANA)
    ana, parts, seen = fake.user(ANA, "Ana"), [], 0

    def step(act: Any, n: int = 1) -> None:
        before = len(fake.shown(ANA))
        act()
        fake.wait(lambda: len(fake.shown(ANA)) >= before + n, 90)

    def cut(name: str) -> None:
        nonlocal seen
        held = list(fake.messages[ANA].values())
        parts.append((name, [bubble(fake, one) for one in held[seen:]]))
        seen = len(held)

    cut("Masuk dengan kode")
    step(lambda: ana.says("siapa mengawasi SPM kabupaten?"))
    step(lambda: ana.presses("[1]"))
    step(lambda: ana.says("apakah permendagri 100/2018 masih berlaku?"))
    cut("Tanya, buka dasar")
    path = home / "laporan.xlsx"
    write_laporan(sample_laporan(), path)
    step(lambda: ana.sends("laporan-2024.xlsx", path.read_bytes()), 3)
    cut("Kirim laporan")
    guided(ana, step)
    cut("Hitung IP SPM")
    for command in ("bantuan", "privasi", "hapus"):
        step(lambda c=command: ana.says(f"/{c}"))
    cut("Bantuan, privasi, hapus")
    admin = fake.user(ADMIN)
    admin.says("/undang petugas 32.16 7 3")
    admin.says("/pengguna")
    admin.says("/statistik")
    fake.wait(lambda: len(fake.shown(ADMIN)) >= 4, 20)
    parts.append(("Administrator", [bubble(fake, x) for x in fake.messages[ADMIN].values()]))
    return parts


def guided(ana: Person, step: Any) -> None:
    """One urusan of the guided score."""
    step(lambda: ana.says("/skor"))
    step(lambda: ana.presses("Kabupaten/kota"))
    step(lambda: ana.presses("Pendidikan"))
    step(lambda: ana.says("500 450 90"), 2)
    step(lambda: ana.says("800 800 100"), 2)
    step(lambda: ana.says("300 270 85"), 3)
    step(lambda: ana.presses(m.BOT_SKOR_HITUNG), 2)


def bubble(fake: FakeTelegram, message: dict[str, Any]) -> str:
    """One message as Telegram shows it."""
    own = message["from"]["id"] == BOT_ID
    text = message.get("text") or message.get("caption") or ""
    shown = styled(text, message.get("entities") or message.get("caption_entities") or [])
    media = ""
    if "photo" in message:
        body = fake.files[message["photo"][0]["file_id"]][1]
        media = f'<img src="data:image/png;base64,{base64.b64encode(body).decode()}">'
    if "document" in message:
        media = f'<div class="f">▤ {html.escape(message["document"]["file_name"])}</div>'
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
    keys = "".join(
        '<div class="k">'
        + "".join(f"<span>{html.escape(b['text'])}</span>" for b in row)
        + "</div>"
        for row in rows
    )
    return f"<div class='{'b' if own else 'u'}'>{media}{shown}</div>{keys}"


def styled(text: str, entities: list[dict[str, Any]]) -> str:
    """The text with its entities as HTML."""
    raw = text.encode("utf-16-le")
    marks: list[tuple[int, int, str]] = []
    for one in entities:
        tag = TAGS.get(one["type"], "span")
        marks.append((one["offset"], 1, f"<{tag}>"))
        marks.append((one["offset"] + one["length"], 0, f"</{tag}>"))
    out, at = "", 0
    for place, _, mark in sorted(marks, key=lambda x: (x[0], x[1])):
        out += html.escape(raw[2 * at : 2 * place].decode("utf-16-le")) + mark
        at = place
    return out + html.escape(raw[2 * at :].decode("utf-16-le"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
