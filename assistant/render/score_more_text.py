"""What-if, goal and comparison -> text for a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant import messages
from assistant.format import number, percent
from assistant.render.score_numbers import missing_points, shown
from assistant.render.score_text import table, title
from assistant.scoring.comparison import Baris, Perbandingan
from assistant.scoring.goal import HasilTujuan, Usul
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.whatif import HasilAndai
from assistant.template_layout import LEMBAR, PERIODE
from corpus import catalogue, parameters
from corpus.errors import SpmError

SHOWN = 12


def what_if(andai: HasilAndai) -> str:
    """Every level that moves, before and after."""
    aturan = andai.sebelum.ketentuan
    rows = [
        (
            messages.TEKS_DAERAH if item.tentang == "daerah" else item.tentang,
            shown(item.sebelum, aturan),
            shown(item.sesudah, aturan),
            "-" if item.selisih() is None else shown(item.selisih(), aturan, signed=True),
        )
        for item in andai.perubahan
    ]
    lines = [messages.TEKS_ANDAI, *table(messages.TEKS_ANDAI_KOLOM, rows, right=(1, 2, 3))]
    if all(item.sebelum == item.sesudah for item in andai.perubahan):
        lines.append(messages.TEKS_ANDAI_TETAP)
    old, new = andai.sebelum.kategori, andai.sesudah.kategori
    if old is not None and new is not None:
        if old == new:
            lines.append(messages.TEKS_ANDAI_KATEGORI_TETAP.format(lama=old.nama))
        else:
            lines.append(messages.TEKS_ANDAI_KATEGORI.format(lama=old.nama, baru=new.nama))
    return "\n".join(lines)


def goal(tujuan: HasilTujuan) -> str:
    """What is needed to reach the goal, then the options, then what this is not."""
    aturan = tujuan.sebelum.ketentuan
    lines = [messages.TEKS_TUJUAN.format(tujuan=tujuan.tujuan, batas=number(tujuan.batas))]
    after = shown(tujuan.sesudah.indeks, aturan)
    if tujuan.tercapai and not tujuan.perlu:
        lines.append(messages.TEKS_TUJUAN_SUDAH.format(indeks=after))
    elif tujuan.tercapai:
        lines.append(messages.TEKS_TUJUAN_PERLU.format(indeks=after))
    else:
        lines.append(messages.TEKS_TUJUAN_TIDAK.format(indeks=after))
    lines += _listed(tujuan.perlu, tujuan.sebelum)
    used = {(item.layanan, item.butir) for item in tujuan.perlu}
    others = [item for item in tujuan.pilihan if (item.layanan, item.butir) not in used]
    if others:
        lines += ["", messages.TEKS_TUJUAN_PILIHAN, *_listed(others, tujuan.sebelum)]
    target = Decimal(parameters.value("target_penerima", aturan.hari).nilai)
    lines += ["", messages.TEKS_TUJUAN_JUJUR.format(target=number(target))]
    return "\n".join(lines)


def _listed(items: Sequence[Usul], hasil: HasilSkor) -> list[str]:
    """Numbered, the first ones only; the JSON has them all."""
    lines = [f"{n}. {_usul(item, hasil)}" for n, item in enumerate(items[:SHOWN], 1)]
    if len(items) > SHOWN:
        lines.append(messages.TEKS_TUJUAN_SISA.format(n=len(items) - SHOWN))
    return lines


def _usul(item: Usul, hasil: HasilSkor) -> str:
    points = missing_points(item.poin, hasil.ketentuan)
    common = {
        "layanan": item.layanan,
        "tambah": number(item.tambah),
        "semula": number(item.semula),
        "menjadi": number(item.semula + item.tambah),
        "poin": points,
    }
    if item.butir is None:
        name = catalogue.services()[item.layanan].nama
        per = number(item.per_satuan, 8)
        return messages.TEKS_TUJUAN_PENERIMA.format(nama=name, per=per, **common)
    return messages.TEKS_TUJUAN_MUTU.format(nama=item.nama, satuan=item.satuan, **common)


def comparison(perbandingan: Perbandingan, failed: Sequence[tuple[str, SpmError]]) -> str:
    """A row for each laporan, then the urusan, then what could not be read."""
    rows = perbandingan.baris
    lines = [messages.TEKS_BANDING.format(n=len(rows))]
    main = [_row(row) for row in rows]
    lines += table(messages.TEKS_BANDING_KOLOM, main, right=(2, 4, 5))
    lines += ["", messages.TEKS_BANDING_URUSAN]
    head = (*messages.TEKS_BANDING_KOLOM[:2], *LEMBAR.values())
    parts = [(*_who(row.hasil), *_urusan(row.hasil)) for row in rows]
    lines += table(head, parts, right=tuple(range(2, len(head))))
    known = sum(row.hasil.indeks is not None for row in rows)
    if perbandingan.rata_rata is not None:
        mean = percent(perbandingan.rata_rata).removesuffix(" persen")
        lines += ["", messages.TEKS_BANDING_RATA.format(n=known, indeks=mean)]
    if failed:
        lines += ["", messages.TEKS_BANDING_GAGAL.format(n=len(failed))]
        lines += [f"- {name}: {line}" for name, error in failed for line in str(error).split("\n")]
    return "\n".join(lines)


def _row(row: Baris) -> tuple[str, ...]:
    hasil, aturan = row.hasil, row.hasil.ketentuan
    name = messages.TEKS_KATEGORI_BELUM if hasil.kategori is None else hasil.kategori.nama
    move = "-" if row.gerak is None else shown(row.gerak, aturan, signed=True)
    if row.gerak is not None and row.kategori_lama not in (None, name):
        changed = messages.TEKS_BANDING_NAIK if row.gerak > 0 else messages.TEKS_BANDING_TURUN
        name = f"{name} ({changed})"
    rank = "-" if row.peringkat is None else str(row.peringkat)
    return (*_who(hasil), shown(hasil.indeks, aturan), name, move, rank)


def _who(hasil: HasilSkor) -> tuple[str, str]:
    laporan = hasil.laporan
    name = laporan.nama_daerah or laporan.berkas or title(hasil)
    return name, f"{PERIODE[laporan.triwulan]} {laporan.tahun}"


def _urusan(hasil: HasilSkor) -> Iterator[str]:
    for urusan in hasil.urusan:
        yield shown(urusan.indeks, hasil.ketentuan)
