"""/skor: a score without a file, asked for one service at a time, with buttons.

The state lies in the database, so that a restart loses nothing:
    {"tingkat": "kabkota", "daerah": "32.16", "urusan": "kesehatan", "antre": ["kes.kab.01", …],
     "isi": {"kes.kab.01": ["500", "450", "90"]}}
Empty `isi` of a service means it was skipped; sasaran 0 means it does not apply.
"""

import re
from decimal import Decimal

from assistant import messages as m
from assistant.format import number
from assistant.template_layout import LEMBAR
from bots.access import Person
from bots.bot_types import Out, Post, Turn
from bots.law_handlers import today
from bots.office import Office, only_private, rows_of
from bots.retention import score_folder
from bots.score_result import CHART, State, draw_chart, result_blocks, scored, urusan_lines
from bots.telegram_html import Span, para, title
from bots.telegram_pages import CAPTION_LIMIT, page
from corpus import catalogue
from corpus.regions import regions
from ingest.angka import parse_number

TOPIC = "skor"
MOST = Decimal(10) ** 10


async def begin(office: Office, turn: Turn, person: Person) -> None:
    """Asks for the level."""
    if not only_private(turn):
        return
    turn.keep(TOPIC, {"isi": {}, "daerah": person.region})
    levels = [(name.capitalize(), f"g:t:{key}") for key, name in m.LEVEL_NAMES.items()]
    turn.say([para(m.BOT_SKOR_MULAI)], [levels, [(m.BOT_SKOR_BATAL, "g:x")]])


async def press(office: Office, turn: Turn, rest: list[str]) -> None:
    """A button of the guide."""
    held = office.store.conversation(turn.incoming.user, turn.incoming.chat)
    if held is None or held[0] != TOPIC:
        turn.toast = m.BOT_TOMBOL_BASI
        return
    state, what, value = held[1], rest[0] if rest else "", rest[1] if len(rest) > 1 else ""
    if what == "x":
        turn.end()
        turn.say([para(m.BOT_DIBATALKAN)])
    elif what == "t" and value in m.LEVEL_NAMES:
        own = regions().get(state.get("daerah") or "")
        fits = own is not None and (own.jenis == "provinsi") == (value == "provinsi")
        region = state["daerah"] if fits else None
        _choose_urusan(turn, {"tingkat": value, "daerah": region, "isi": {}})
    elif "tingkat" not in state:
        turn.toast = m.BOT_TOMBOL_BASI
    elif what == "u" and value in catalogue.urusan():
        services = [s.id for s in catalogue.of(value, state["tingkat"])]
        _ask(turn, {**state, "urusan": value, "antre": services})
    elif what == "n" and state.get("antre"):
        _note(office, turn, state, ["0", "0", "0"])
    elif what == "l" and state.get("antre"):
        _note(office, turn, state, None)
    elif what == "h":
        await _result(office, turn, state)
    else:
        turn.toast = m.BOT_TOMBOL_BASI


async def take(office: Office, turn: Turn, person: Person, state: State) -> bool:
    """Three numbers for the service that was asked for; False: no number is expected now."""
    if not state.get("antre"):
        return False
    numbers = three_numbers(turn.incoming.text)
    if numbers is None:
        if not re.search(r"\d", turn.incoming.text):
            return False  # a question in between is answered, the guide waits
        turn.say([para(m.BOT_SKOR_BENTUK)], [_service_buttons()])
        return True
    said = m.BOT_SKOR_TERCATAT.format(
        sasaran=number(numbers[0]), terlayani=number(numbers[1]), mutu=number(numbers[2])
    )
    turn.say([para(said)])
    _note(office, turn, state, [str(n) for n in numbers])
    return True


def three_numbers(text: str) -> tuple[Decimal, Decimal, Decimal] | None:
    """Sasaran, terlayani and mutu in persen; None: not so written, or out of bounds."""
    words = [w.strip(",;%") for w in text.replace("persen", " ").split()]
    found = [parse_number(w) for w in words if w]
    values = [f.nilai for f in found if f is not None and f.nilai is not None and not f.ambigu]
    if len(found) != 3 or len(values) != 3:
        return None
    sasaran, served, mutu = values
    whole = all(v == v.to_integral_value() and 0 <= v <= MOST for v in (sasaran, served))
    return (sasaran, served, mutu) if whole and 0 <= mutu <= 100 else None


def _note(office: Office, turn: Turn, state: State, numbers: list[str] | None) -> None:
    """Keeps what was said of the service and goes on to the next."""
    isi = {**state["isi"]}
    if numbers is not None:
        isi[state["antre"][0]] = numbers
    after = {**state, "isi": isi, "antre": state["antre"][1:]}
    if after["antre"]:
        _ask(turn, after)
        return
    lines = urusan_lines(scored(today(office), after))
    skipped = [s for s in catalogue.of(after["urusan"], after["tingkat"]) if s.id not in isi]
    if skipped:
        name = catalogue.urusan()[after["urusan"]].nama
        lines.append(m.BOT_SKOR_BELUM_LENGKAP.format(urusan=name, n=number(len(skipped))))
    turn.say([para("\n".join(lines))])
    _choose_urusan(turn, after)


def _ask(turn: Turn, state: State) -> None:
    """Asks for the first service of the queue."""
    turn.keep(TOPIC, state)
    services = catalogue.of(state["urusan"], state["tingkat"])
    done = len(services) - len(state["antre"])
    one = services[done]
    name = catalogue.urusan()[state["urusan"]].nama
    head = m.BOT_SKOR_LAYANAN.format(urusan=name, n=number(done + 1), dari=number(len(services)))
    receiver = m.BOT_PENERIMA.format(penerima=one.penerima)
    blocks = [title(head), para(one.nama, "\n", Span(receiver, "i")), para(m.BOT_SKOR_ISI)]
    turn.say(blocks, [_service_buttons()])


def _service_buttons() -> list[tuple[str, str]]:
    texts = (m.BOT_SKOR_TIDAK_BERLAKU, m.BOT_SKOR_LEWATI, m.BOT_SKOR_BATAL)
    return list(zip(texts, ("g:n", "g:l", "g:x"), strict=True))


def _choose_urusan(turn: Turn, state: State) -> None:
    turn.keep(TOPIC, state)
    filled = {catalogue.services()[s].urusan for s in state["isi"]}
    choices = [
        (f"{'✓ ' if u.id in filled else ''}{LEMBAR[u.id]}", f"g:u:{u.id}")
        for u in catalogue.urusan().values()
    ]
    last = [(m.BOT_SKOR_HITUNG, "g:h"), (m.BOT_SKOR_BATAL, "g:x")]
    turn.say([para(m.BOT_SKOR_URUSAN)], [*rows_of(choices, 1), last])


async def _result(office: Office, turn: Turn, state: State) -> None:
    if not state["isi"]:
        turn.say([para(m.BOT_SKOR_KOSONG)])
        return
    hasil = scored(today(office), state)
    folder = score_folder(turn.incoming.user, turn.incoming.update_id)
    await office.work(draw_chart, hasil, office.results / folder)
    turn.say(result_blocks(hasil))
    label = page([para(m.BOT_GRAFIK)], CAPTION_LIMIT)
    out = Out(kind="photo", html=label.html, plain=label.plain, file=f"{folder}/{CHART}",
              file_name=CHART)  # fmt: skip
    turn.posts.append(Post(turn.incoming.chat, out))
    turn.audit.append(("skor", state["tingkat"]))
    turn.end()
