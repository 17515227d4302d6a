"""Belum terlayani against sasaran less terlayani: ARI-04."""

from collections.abc import Iterator

from assistant.checking.compare import at, finding, key, marks, shown, value, write
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek

ARI_04 = Aturan(
    id="ARI-04",
    judul="Belum terlayani tidak sama dengan sasaran dikurangi terlayani",
    keparahan="galat",
    butuh=("sasaran", "terlayani", "belum"),
    toleransi="interval dari desimal yang dicetak",
    pesan="{label}: {sasaran} dikurangi {terlayani} adalah {hitung}, tertulis belum terlayani "
    "{belum} (selisih {selisih}).",
    saran="Periksa ketiga jumlah itu pada dokumen sumber.",
    terkait=("ARI-01", "PEN-01"),
)
RULES = (ARI_04,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record with the three numbers.

    Sumber: kaidah hitung.
    """
    for record in k.rekaman:
        if "belum" not in record.sel or not {"sasaran", "terlayani"} <= record.sel.keys():
            continue
        target, served, rest = (
            record.bilangan("sasaran"), record.bilangan("terlayani"), record.bilangan("belum")
        )  # fmt: skip
        s, t, b = value(target), value(served), value(rest)
        if s is None or t is None or b is None or not (target and served and rest):
            if any(v is not None for v in (s, t, b)):
                yield TakDicek("ARI-04", "salah satu dari tiga jumlah tidak terisi angka")
            continue
        calculated = shown(target) - shown(served)
        # An excess served is often written as 0 still to serve.
        if calculated.meets(shown(rest)) or (t > s and b == 0):
            yield Lulus("ARI-04")
            continue
        yield finding(
            ARI_04,
            at(record, "belum", "sasaran", "terlayani"),
            marks(record, s, t, b),
            {
                "label": record.label,
                "sasaran": write(s),
                "terlayani": write(t),
                "belum": write(b),
                "hitung": write(s - t),
                "selisih": write(abs(s - t - b)),
            },
            ditemukan=b,
            seharusnya=s - t,
            selisih=abs(s - t - b),
            satuan="orang",
            kunci=key(record),
            urusan=record.urusan,
        )
