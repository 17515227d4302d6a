"""A recap for a terminal or a chat, in sentences that a monthly report can take over."""

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.compare import BarisDaerah, Perbandingan
from assistant.sessions.minutes_text import index_text
from assistant.sessions.models import ENTRIES, STAGES
from assistant.sessions.recap_models import Pertanyaan, Rekap
from assistant.sessions.wording import (
    counted,
    days,
    kind_name,
    open_line,
    stage_name,
    urusan_name,
)

SHOWN = 10


def render(rekap: Rekap) -> str:
    """The whole recap as plain text."""
    parts = m.REKAP_BAGIAN
    blocks = [
        f"{m.REKAP_JUDUL[rekap.kurun.jenis]}\n{m.REKAP_KURUN.format(kurun=rekap.kurun.nama)}",
        "\n".join(sentences(rekap)),
    ]
    if rekap.kegiatan:
        blocks.append(_block(parts["kegiatan"], activity_lines(rekap)))
    if rekap.masalah:
        blocks.append(_block(parts["masalah"], problem_lines(rekap)))
    if rekap.pertanyaan:
        blocks.append(_block(parts["pertanyaan"], _questions(rekap.pertanyaan)))
    if rekap.tanpa_jawaban:
        blocks.append(_block(parts["tanpa_jawaban"], _questions(rekap.tanpa_jawaban)))
    if rekap.terbuka:
        blocks.append(_block(parts["terbuka"], open_lines(rekap)))
    return "\n\n".join(blocks)


def sentences(rekap: Rekap) -> list[str]:
    """What the recap says in running text: activities by kind, entries, filters."""
    told = []
    if rekap.saringan:
        told.append(m.REKAP_SARINGAN.format(saringan=tulis.joined(list(rekap.saringan))))
    if not rekap.kegiatan:
        return [*told, m.REKAP_RINGKAS_KOSONG.format(kurun=rekap.kurun.nama)]
    kinds = [
        m.REKAP_RINGKAS_JENIS.format(nama=kind_name(kind), jumlah=tulis.number(n))
        for kind, n in rekap.jenis.items()
        if n
    ]
    told.append(
        m.REKAP_RINGKAS.format(
            kurun=rekap.kurun.nama,
            jumlah=counted(len(rekap.kegiatan)),
            daerah=tulis.number(len(rekap.daerah)),
            rincian=tulis.joined(kinds),
        )
    )
    numbers = {kind: tulis.number(rekap.banyak[kind]) for kind in ENTRIES}
    told.append(m.REKAP_RINGKAS_CATATAN.format(**numbers))
    told.append(m.REKAP_TERBUKA_RINGKAS.format(n=tulis.number(len(rekap.terbuka))))
    return told


def activity_lines(rekap: Rekap) -> list[str]:
    """One line per activity: "7 Agustus 2024, kegiatan Asistensi …. Keluaran: …."."""
    return [
        f"{row.nomor}. "
        + m.REKAP_BARIS_KEGIATAN.format(hari=days(row.hari), judul=row.judul)
        + ". "
        + m.REKAP_KELUARAN_AWAL.format(keluaran=row.keluaran.rstrip("."))
        for row in rekap.kegiatan
    ]


def problem_lines(rekap: Rekap) -> list[str]:
    """One line per urusan with its stages."""
    lines = []
    for row in rekap.masalah:
        stages = [
            f"{stage_name(stage).lower()} {tulis.number(n)}"
            for stage, n in zip((*STAGES, None), row.tahapan, strict=True)
            if n
        ]
        lines.append(f"{urusan_name(row.urusan)}: {tulis.number(row.jumlah)} ({', '.join(stages)})")
    return lines


def open_lines(rekap: Rekap) -> list[str]:
    """One line per open action item."""
    return [f"- {open_line(held)}" for held in rekap.terbuka]


def comparison(held: Perbandingan) -> str:
    """Regions side by side in aligned columns."""
    head = m.REKAP_BANDING_JUDUL.format(provinsi=held.provinsi, kurun=held.kurun.nama)
    rows = [m.REKAP_KOLOM_BANDING, *(comparison_row(row) for row in held.baris)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join((head, *lines, m.REKAP_BANDING_SISA.format(n=tulis.number(held.tanpa_sesi))))


def comparison_row(row: BarisDaerah) -> tuple[str, ...]:
    """The cells of one region."""
    index = m.REKAP_BANDING_TANPA if row.indeks is None else index_text(str(row.indeks))
    numbers = (row.sesi, row.terbuka, row.galat, row.peringatan)
    return (row.nama, *(tulis.number(n) for n in numbers), index)


def _questions(asked: tuple[Pertanyaan, ...]) -> list[str]:
    lines = [f"{tulis.number(p.kali)}× {p.teks}" for p in asked[:SHOWN]]
    if len(asked) > SHOWN:
        lines.append(m.REKAP_LEBIH.format(n=tulis.number(len(asked) - SHOWN)))
    return lines


def _block(head: str, lines: list[str]) -> str:
    return "\n".join((head, *lines))
