"""How a note looks in a chat: its card with buttons, and the heading by which a reply finds it.

A button's data is "n:<session>:<number>:<what>[:<value>]".
"""

import re
from typing import NamedTuple

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.models import STAGES, Entri
from assistant.sessions.wording import stage_name, urusan_name
from bots.office import rows_of
from bots.telegram_html import Block, Span, para
from corpus.catalogue import urusan

NOTE, DONE = "n", "t"
EMPTY = "-"
HEAD = re.compile(r"^(\w+) #(\d+) · sesi (\S+)")
FIELDS = ("urusan", "tahapan")
ACTION_FIELDS = ("pic", "tenggat")
Buttons = list[list[tuple[str, str]]]


class Named(NamedTuple):
    """What a message of the bot is about: "catatan", "pic", …, and which note."""

    what: str
    nomor: int
    sesi: str


def heading(what: str, entri: Entri) -> str:
    """ "Catatan #3 · sesi 20240807-3273-1"."""
    return m.SESI_KEPALA.format(apa=m.SESI_KEPALA_APA[what], nomor=entri.nomor, sesi=entri.sesi)


def named(text: str) -> Named | None:
    """The note that a message of the bot names in its heading; None: it names none."""
    found = HEAD.match(text)
    what = next((k for k, v in m.SESI_KEPALA_APA.items() if found and v == found[1]), None)
    return Named(what, int(found[2]), found[3]) if found and what else None


def card_blocks(entri: Entri) -> list[Block]:
    """The note with its fields, and whether a person has confirmed them."""
    kind = m.SESI_JENIS_ENTRI[entri.jenis].capitalize()
    lines = [m.SESI_KARTU_ISI.format(jenis=kind, teks=entri.teks)]
    lines += [m.SESI_KARTU_BIDANG[k].format(nilai=v) for k, v in field_texts(entri).items()]
    told = m.SESI_KARTU_PASTI if entri.pasti else m.SESI_KARTU_TEBAKAN
    head = para(Span(heading("catatan", entri), "b"))
    return [head, para("\n".join(lines)), para(Span(told, "i"))]


def field_texts(entri: Entri) -> dict[str, str]:
    """The fields of a note in words; an action item has two more than the other kinds."""
    texts = {"urusan": urusan_name(entri.urusan), "tahapan": stage_name(entri.tahapan)}
    if entri.jenis == "tindaklanjut":
        unknown = m.NOTULEN_BELUM_DITENTUKAN
        texts["pic"] = entri.pic or unknown
        texts["tenggat"] = tulis.day(entri.tenggat) if entri.tenggat else unknown
    return texts


def card_buttons(entri: Entri) -> Buttons:
    """Confirm, change a field, remove; a confirmed note only offers to be changed."""
    if entri.pasti:
        return [[button(entri, "ubah")]]
    fields = [*FIELDS, *(ACTION_FIELDS if entri.jenis == "tindaklanjut" else ())]
    choices = rows_of([button(entri, name) for name in fields], 2)
    return [[button(entri, "benar")], *choices, [button(entri, "hapus")]]


def change_buttons(entri: Entri) -> Buttons:
    """The fields to be changed of a note that was confirmed."""
    return card_buttons(entri.model_copy(update={"pasti": False}))


def choices_of(entri: Entri, field: str) -> Buttons:
    """The values of a field to choose from."""
    if field == "urusan":
        held = [(u.nama, button_data(entri, field, u.id)) for u in urusan().values()]
        held.append((m.SESI_LINTAS_URUSAN, button_data(entri, field, EMPTY)))
    elif field == "tahapan":
        held = [(stage_name(s), button_data(entri, field, s)) for s in STAGES]
        held.append((m.SESI_TANPA_TAHAPAN, button_data(entri, field, EMPTY)))
    else:
        held = [
            (text, button_data(entri, field, key)) for key, text in m.SESI_TENGGAT_PILIHAN.items()
        ]
        held.append((m.SESI_TOMBOL["tulis"], button_data(entri, field, "tulis")))
        held.append((m.SESI_TOMBOL["kosong"], button_data(entri, field, EMPTY)))
    return [*rows_of(held, 2), [button(entri, "kembali")]]


def button(entri: Entri, what: str) -> tuple[str, str]:
    """Label and data of one button."""
    return m.SESI_TOMBOL[what], button_data(entri, what)


def button_data(entri: Entri, *what: str) -> str:
    """The data of a button about a note."""
    return ":".join((NOTE, entri.sesi, str(entri.nomor), *what))


def done_button(entri: Entri) -> tuple[str, str]:
    """The button that marks an action item done."""
    label = m.SESI_TOMBOL["selesai"].format(nomor=entri.nomor)
    return label, f"{DONE}:{entri.sesi}:{entri.nomor}"
