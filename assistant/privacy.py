"""Personal data: found by its form, so that it is refused or masked before anything keeps it."""

import hashlib
import re
import secrets
import threading
from collections import OrderedDict

from assistant.identifiers import Identifier, find_identifiers

PLACEHOLDER = re.compile(r"\[(?:NIK|KK|NIP|NPWP|TELEPON|SUREL|REKENING|NAMA|ALAMAT)-[0-9A-F]{4,}\]")

LABELLED = re.compile(
    r"(?:\b(?:nik|kk|nip|npwp|no(?:mor)?|rek(?:ening)?|hp|wa|telp|telepon|surel|email|nama|alamat)\b"
    rf"[\s.:=]*)*{PLACEHOLDER.pattern}",
    re.IGNORECASE,
)
# 16 digits whose 7th to 12th are a birth date (day plus 40 for women) are a NIK; other 16-digit
# runs beside the word KK are a family card number.
NIK = re.compile(r"(?<!\d)\d{6}(?:[0-2]\d|3[01]|[4-6]\d|7[01])(?:0[1-9]|1[0-2])\d{2}\d{4}(?!\d)")
FORMS: dict[str, re.Pattern[str]] = {
    "NIK": NIK,
    "nomor KK": re.compile(r"(?<!\d)\d{16}(?!\d)"),
    "NPWP": re.compile(r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)"),
    "nomor telepon": re.compile(r"(?<!\d)(?:\+62|62|0)8\d{1,2}[\s-]?\d{3,4}[\s-]?\d{3,5}(?!\d)"),
    "alamat surel": re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
}
ASKED = re.compile(
    r"\b(?:nik|no(?:mor)?\s*(?:hp|telepon|telp|wa|kk|ktp|rekening)|alamat\s+(?:rumah|lengkap)|rekam\s+medis"
    r"|tanggal\s+lahir)\b.{0,60}\b(?:pak|bu|bapak|ibu|saudara|warga|penerima|pasien|penderita|siswa|si"
    r"|mereka|kepala|bupati|wali ?kota|camat|sekda|odgj|orang|tetangga|atas\s+nama)\b"
    r"|\b(?:kasih|minta|beri|berikan|tampilkan|kirim|cari|sebutkan|carikan|bagi|list|daftar|siapa)\w*\b"
    r".{0,40}\b(?:nama(?:-nama)?|nik|identitas|alamat|no(?:mor)?\s*(?:hp|telepon|kk|ktp|rekening)"
    r"|data\s+pribadi|bnba)\b.{0,60}\b(?:pasien|penderita|penerima|warga|odgj|hiv|tbc?|siswa|korban"
    r"|keluarga|ibu hamil|bumil|anak|lansia|orang)\b"
    r"|\b(?:pasien|penderita|penerima|warga|odgj)\b.{0,60}\b(?:sebutkan|minta|tampilkan|kirim|kasih|siapa)\w*\b"
    r".{0,15}\b(?:nama(?:nya|-nama)?|nik|alamat(?:nya)?|identitas(?:nya)?)\b"
    r"|\bpenyakit\s+(?:apa\s+)?(?:yang\s+)?(?:diderita|dialami|dipunyai)\s+(?:pak|bu|bapak|ibu|si)\b"
)
# Somebody by name: "Pak Joko", and no office or group ("Bu Camat", "Ibu Hamil").
PERSON = re.compile(
    r"\b(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Bb]idan|[Dd]okter|[Ss]audara)\s+(?!Bupati|Camat|Lurah|Kades|Gubernur|Wali"
    r"|Menteri|Sekda|Kadis|Presiden|Hamil|Bersalin|Kota|Kepala|Ketua|Desa)[A-Z][a-z]{2,}"
)
ABOUT_PERSON = re.compile(
    r"\b(?:terdaftar|menerima|penerima|penyakit\w*|sakit|diderita|alamat\w*|rekening|nomor|lahir|dilayani)\b"
)
FULL = re.compile(
    r"\b(?:siapa|minta|mohon|carikan|cari|kirim\w*|berapa|kasih|sebutkan)\b.{0,60}\b(?:nama\s+lengkap\w*"
    r"|alamatnya|alamat\s+rumah|nomor\s+rekening|tanggal\s+lahir|nomor\s+hp)\b"
)
# "Apakah nama penerima harus dicatat" asks for a rule and not for the names.
RULE = re.compile(
    r"\b(?:verifikasi|validasi|cara|gimana|gmn|apakah|wajib|harus|boleh\w*|perlu|aturan|pasal|dasar|bagaimana|mengapa|kenapa|kapan|dicatat"
    r"|dilindungi|format|menurut|diatur|siapa\s+yang\s+(?:mengelola|berwenang|memegang|menyimpan))\b"
)


def find(text: str) -> list[str]:
    """Kinds of personal data that a text holds, each once, in the order of `FORMS`."""
    found = [kind for kind, form in FORMS.items() if form.search(text)]
    return [k for k in found if not (k == "nomor KK" and "NIK" in found)]


def without_placeholders(text: str) -> str:
    """The text as it is searched for: a placeholder and the word for it say nothing of the law."""
    return " ".join(LABELLED.sub(" ", text).split())


def asks_for(text: str) -> bool:
    """Whether a question asks for somebody's personal data."""
    low = " ".join(text.lower().split())
    if PERSON.search(text) and ABOUT_PERSON.search(low):
        return True
    return bool(ASKED.search(low) or FULL.search(low)) and not RULE.search(low)


class Vault:
    """Placeholders of one process: text goes out masked and comes back whole to the same user.

    A placeholder ("[NIK-3F2A]") is the same for the same value of the same user as long as the
    process lives, and differs between users. The values are never written anywhere.
    """

    MOST_USERS, MOST_VALUES = 1_000, 500

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._held: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._lock = threading.Lock()

    def mask(self, user: str, text: str) -> str:
        """The text with a placeholder for every personal identifier."""
        parts, last = [], 0
        for one in find_identifiers(text):
            parts += [text[last : one.awal], self._placeholder(user, one, text)]
            last = one.akhir
        return "".join((*parts, text[last:]))

    def unmask(self, user: str, text: str) -> str:
        """The text with this user's own values put back; other placeholders stay."""
        with self._lock:
            held = self._held.get(user, {})
            return PLACEHOLDER.sub(lambda m: held.get(m.group(), m.group()), text)

    def forget(self, user: str) -> None:
        """Drops everything that is known of a user."""
        with self._lock:
            self._held.pop(user, None)

    def _placeholder(self, user: str, one: Identifier, text: str) -> str:
        written = text[one.awal : one.akhir]
        plain = re.sub(r"[\s.\-/()]", "", written).lower()
        mark = hashlib.blake2b(f"{user}\0{plain}".encode(), key=self._key).hexdigest().upper()
        with self._lock:
            held = self._held.setdefault(user, {})
            self._held.move_to_end(user)
            for length in range(4, len(mark)):
                name = f"[{one.jenis}-{mark[:length]}]"
                known = held.get(name)
                if known is None or re.sub(r"[\s.\-/()]", "", known).lower() == plain:
                    break
            held.setdefault(name, written)
            while len(held) > self.MOST_VALUES:
                held.pop(next(iter(held)))
            while len(self._held) > self.MOST_USERS:
                self._held.popitem(last=False)
        return name
