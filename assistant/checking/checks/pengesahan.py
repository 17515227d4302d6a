"""Identity and approval left blank: STR-16."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil
from assistant.checking.roles import normal

STR_16 = Aturan(
    id="STR-16",
    judul="Identitas atau pengesahan kosong",
    keparahan="peringatan",
    butuh=("nomor, tanggal, pengesahan",),
    pesan='"{hal}" tidak diisi.',
    saran="Lengkapi sebelum dikirim.",
)
RULES = (STR_16,)
BLANK = re.compile(
    r"^(nomor(?: dokumen| sop)?|tanggal(?: pembuatan| pengesahan| efektif| revisi)?|"
    r"disahkan oleh|ditetapkan di|pada tanggal|nip)\s*[.]?\s*:\s*[.…_\s-]*$",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Lines of the front and of the end that wait to be filled in.

    Sumber: kaidah dokumen.
    """
    for at, block in enumerate(k.naskah.blok):
        match = BLANK.match(block.teks)
        if match and (k.identitas.jenis == "sop" or at > len(k.naskah.blok) * 0.7 or at < 30):
            yield finding(
                STR_16,
                (place(block.letak, block.teks),),
                (normal(match.group(1)),),
                {"hal": match.group(1)},
            )
