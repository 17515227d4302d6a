"""A parent row against the rows below it: ARI-07 and ANG-05."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks
from assistant.checking.families import Keluarga, Rusak, families, first_shifted, shifted
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.roles import Peran, normal

ARI_07 = Aturan(
    id="ARI-07",
    judul="Subtotal bertingkat tidak cocok",
    keparahan="galat",
    butuh=("baris induk", "baris rincian"),
    toleransi="interval; Rp1 per suku",
    pesan="{label}: tertulis {tertulis}, sedangkan jumlah {n} rinciannya {hitung} "
    "(selisih {selisih}).",
    saran="Periksa rincian dan jumlahnya pada dokumen sumber.",
    terkait=("ARI-05", "OCR-03"),
)
ANG_05 = ARI_07.model_copy(
    update={
        "id": "ANG-05",
        "judul": "Anggaran induk tidak sama dengan jumlah rinciannya",
        "toleransi": "Rp1 per suku",
        "pesan": "{label}: anggaran tertulis Rp{tertulis}, sedangkan jumlah {n} rinciannya "
        "Rp{hitung} (selisih Rp{selisih}).",
    }
)
RULES = (ARI_07, ANG_05)
MEASURED: tuple[Peran, ...] = ("pagu", "realisasi_anggaran", "sasaran", "terlayani")


def check(k: Konteks) -> Iterator[Hasil]:
    """Every family of rows, in every column of money or people.

    Sumber: kaidah hitung.
    """
    for result in _sums(k, k.grid):
        yield result.dasar if isinstance(result, Rusak) else result


def doubtful_sums(k: Konteks) -> list[Rusak]:
    """Sums that do not close in tables that are only half trusted."""
    doubtful = [g for g in k.grid if g.kelayakan == "curiga"]
    return [r for r in _sums(k, doubtful) if isinstance(r, Rusak)]


def _sums(k: Konteks, grids: Iterable[Grid]) -> Iterator[Hasil | Rusak]:
    for grid in grids:
        if not grid.of(*MEASURED):
            continue
        for family in families(grid):
            for kolom in grid.of("pagu", "realisasi_anggaran"):
                yield from _one(grid, family, kolom.indeks, True)
            if k.identitas.jenis != "rad" and _same_unit(grid, family):
                for kolom in grid.of("sasaran", "terlayani"):
                    yield from _one(grid, family, kolom.indeks, False)


def _same_unit(grid: Grid, family: Keluarga) -> bool:
    """People may only be added where the rows say that they are parts ("rincian" by one unit)."""
    units = grid.of("satuan")
    if not units:
        return False
    at = units[0].indeks
    names = {normal(grid.tabel.teks(grid.kepala + r, at)) for r in (family.induk, *family.anak)}
    return len(names) == 1 and "" not in names


def _one(grid: Grid, family: Keluarga, column: int, money: bool) -> Iterator[Hasil | Rusak]:
    rule = ANG_05 if money else ARI_07
    written = grid.angka[family.induk][column]
    numbers = [grid.angka[r][column] for r in family.anak]
    filled = [
        (r, n.nilai) for r, n in zip(family.anak, numbers, strict=True) if n.nilai is not None
    ]
    if written.nilai is None or len(filled) < 2:
        return
    if shifted(grid, family.induk) or (family.induk == 0 and first_shifted(grid)):
        yield TakDicek(rule.id, "baris induk tampak bergeser")
        return
    if any(n.jenis in ("teks", "galat") or n.ragu for n in numbers):
        yield TakDicek(rule.id, "ada sel yang tidak terbaca sebagai angka")
        return
    calculated = sum((v for _, v in filled), Decimal(0))
    gap = written.nilai - calculated
    if abs(gap) <= (len(filled) if money else 0):
        yield Lulus(rule.id, gap != 0)
        return
    if gap > 0 and any(n.jenis == "kosong" for n in numbers) and grid.kelayakan != "curiga":
        yield TakDicek(rule.id, "ada sel kosong di antara rincian")
        return
    label = grid.label[family.induk]
    places = [cell_place(grid, family.induk, column, "jumlah tertulis")]
    places += [cell_place(grid, r, column, "rincian") for r, _ in filled]
    result = finding(
        rule,
        tuple(places),
        (normal(grid.judul), normal(label), str(written.nilai), str(calculated)),
        {
            "label": label,
            "tertulis": write(written.nilai),
            "n": len(filled),
            "hitung": write(calculated),
            "selisih": write(abs(gap)),
        },
        ditemukan=written.nilai,
        seharusnya=calculated,
        selisih=abs(gap),
        satuan="rupiah" if money else None,
        kunci=f"{grid.tabel.nomor}/induk/{family.induk}/{column}",
    )
    yield Rusak(result, grid, column, gap, tuple(filled), written.nilai, label)


def cell_place(grid: Grid, row: int, column: int, name: str) -> Tempat:
    """The place of a cell of a data row."""
    return Tempat(
        letak=grid.letak(row, column), kutipan=grid.tabel.teks(grid.kepala + row, column), nama=name
    )
