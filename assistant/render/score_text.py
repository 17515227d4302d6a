"""HasilSkor -> text for a terminal: a small table, notes, assumptions, and steps when asked."""

from collections.abc import Iterator, Sequence

from assistant import messages
from assistant.render.score_numbers import missing_points, of_step, shown
from assistant.scoring.hasil import HasilSkor, SkorUrusan
from assistant.scoring.ketentuan import Anggapan
from assistant.scoring.langkah import langkah
from assistant.template_layout import LEMBAR, PERIODE
from corpus import names, registry
from corpus.models import Dasar


def render(hasil: HasilSkor, steps: bool = False) -> str:
    """The whole score as text, lines of about 100 characters."""
    lines = [*heading(hasil), "", *urusan_table(hasil), "", *layanan_table(hasil), ""]
    notes = hasil.catatan()
    if notes:
        lines += [messages.TEKS_CATATAN, *(f"- {text}" for text in notes), ""]
    lines += [messages.TEKS_ANGGAPAN, *(f"- {text}" for text in _assumptions(hasil)), ""]
    if steps:
        lines += [messages.TEKS_LANGKAH, *_steps(hasil)]
    else:
        lines.append(messages.TEKS_SARAN_LANGKAH)
    return "\n".join(lines)


def heading(hasil: HasilSkor) -> list[str]:
    """Whose score, the index, its category and the way to the next."""
    aturan = hasil.ketentuan
    lines = [title(hasil)]
    if hasil.indeks is None or hasil.kategori is None:
        lines.append(messages.TEKS_BELUM)
        if hasil.rentang is not None:
            low, high = (shown(value, aturan) for value in hasil.rentang)
            lines.append(messages.TEKS_RENTANG.format(rendah=low, tinggi=high))
        return lines
    lines.append(
        messages.TEKS_INDEKS.format(
            indeks=shown(hasil.indeks, aturan), kategori=hasil.kategori.nama
        )
    )
    if hasil.jarak is None:
        lines.append(messages.TEKS_TERTINGGI)
    else:
        lines.append(
            messages.TEKS_JARAK.format(
                poin=missing_points(hasil.jarak.poin, aturan), kategori=hasil.jarak.kategori.nama
            )
        )
    return lines


def title(hasil: HasilSkor) -> str:
    """ "IP SPM Kabupaten Bekasi, Tahunan 2023"."""
    laporan = hasil.laporan
    return messages.TEKS_JUDUL.format(
        daerah=laporan.nama_daerah or messages.TEKS_DAERAH_KOSONG,
        periode=PERIODE[laporan.triwulan],
        tahun=laporan.tahun,
    )


def urusan_table(hasil: HasilSkor) -> list[str]:
    """Six rows: mean penerima, mean mutu, index and category of each urusan."""
    rows = [
        (
            LEMBAR[u.urusan.id],
            shown(u.rata_penerima(), hasil.ketentuan),
            shown(u.rata_mutu(), hasil.ketentuan),
            shown(u.indeks, hasil.ketentuan),
            category(u),
        )
        for u in hasil.urusan
    ]
    return table(messages.TEKS_KOLOM_URUSAN, rows, right=(1, 2, 3))


def layanan_table(hasil: HasilSkor) -> list[str]:
    """One row per service, in catalogue order."""
    rows = []
    for s in hasil.layanan():
        index = shown(s.indeks, hasil.ketentuan) if s.berlaku else messages.TEKS_TIDAK_BERLAKU
        percents = (shown(s.penerima, hasil.ketentuan), shown(s.mutu, hasil.ketentuan))
        rows.append((s.layanan.id, _short(s.layanan.nama), *percents, index))
    return table(messages.TEKS_KOLOM_LAYANAN, rows, right=(2, 3, 4))


def category(urusan: SkorUrusan) -> str:
    """The category of an urusan, or why it has none."""
    if urusan.kategori is not None:
        return urusan.kategori.nama
    if not urusan.berlaku:
        return messages.TEKS_TIDAK_BERLAKU
    return messages.TEKS_KATEGORI_BELUM


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: tuple[int, ...] = ()
) -> list[str]:
    """Aligned columns two blanks apart; columns in `right` are set to the right."""
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head))]
    lines = []
    for row in (head, ["-" * width for width in widths], *rows):
        cells = [
            text.rjust(width) if n in right else text.ljust(width)
            for n, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def basis(dasar: Dasar) -> str:
    """ "Permendagri Nomor 59 Tahun 2021 Lampiran C"; says when the place is not confirmed."""
    regulation = registry.regulations().get(dasar.regulasi)
    name = names.short_name(regulation) if regulation else dasar.regulasi
    if dasar.letak is None:
        return messages.TEKS_DASAR_TANPA_LETAK.format(regulasi=name)
    return f"{name} {dasar.letak}"


def _assumptions(hasil: HasilSkor) -> Iterator[str]:
    for item in hasil.ketentuan.anggapan:
        yield messages.TEKS_ANGGAPAN_BARIS.format(
            nama=item.nama,
            nilai=item.nilai.replace(".", ","),
            status=_status(item),
            keyakinan=item.keyakinan,
            dasar=basis(item.dasar),
        )
    bounds = [f"{k.nama} {k.batas_bawah}" for k in hasil.ketentuan.kategori]
    yield messages.TEKS_KATEGORI_DASAR.format(batas=", ".join(bounds))


def _status(item: Anggapan) -> str:
    if item.diubah:
        return messages.TEKS_DIUBAH
    if item.terverifikasi:
        return messages.TEKS_TERVERIFIKASI
    return messages.TEKS_BELUM_TERVERIFIKASI


def _steps(hasil: HasilSkor) -> Iterator[str]:
    for n, step in enumerate(langkah(hasil), 1):
        yield messages.TEKS_LANGKAH_BARIS.format(
            n=n, aturan=step.aturan, tentang=step.tentang, rumus=step.rumus
        )
        inputs = "; ".join(f"{name} = {of_step(value)}" for name, value in step.masukan.items())
        yield messages.TEKS_LANGKAH_MASUKAN.format(masukan=inputs)
        result = messages.TEKS_LANGKAH_TANPA_HASIL if step.hasil is None else of_step(step.hasil)
        yield messages.TEKS_LANGKAH_HASIL.format(hasil=result, dasar=basis(step.dasar))


def _short(text: str, width: int = 46) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
