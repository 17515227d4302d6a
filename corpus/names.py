"""How regulations and places in them are written for people."""

from corpus.models import Regulasi


def short_name(regulation: Regulasi) -> str:
    """ "PP Nomor 2 Tahun 2018", "Permen PUPR Nomor 29/PRT/M/2018" (the year is in the number)."""
    number = regulation.nomor
    if number is None:
        return f"{regulation.jenis} Tahun {regulation.tahun} tentang {regulation.tentang}"
    if number.endswith(f"/{regulation.tahun}"):
        return f"{regulation.jenis} Nomor {number}"
    return f"{regulation.jenis} Nomor {number} Tahun {regulation.tahun}"


def full_name(regulation: Regulasi) -> str:
    """The short name and the title."""
    if regulation.nomor is None:
        return short_name(regulation)
    return f"{short_name(regulation)} tentang {regulation.tentang}"
